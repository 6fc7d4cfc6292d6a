package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"sync"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A block is a paragraph, or a line where lines stand alone.
type block struct {
	token.Range
	stops int  // marks within it that end a sentence
	ends  bool // such a mark, or one that goes on, stands behind it
	opens bool // a colon, comma or the like stands behind it
}

// blockAt returns the paragraph that begins at token i.
func (f *furnitureFinder) blockAt(i int) block {
	b := block{Range: token.Range{First: i, Last: i + 1}}
	for b.Last < len(f.tokens) && !f.words.StartsParagraph(b.Last) {
		if f.tokens[b.Last].Gap.Has(token.GapFullStop | token.GapQuestion) {
			b.stops++
		}
		b.Last++
	}
	if b.Last < len(f.tokens) {
		g := f.tokens[b.Last].Gap
		b.ends = g.Has(token.GapFullStop)
		b.opens = g.Has(token.GapColon | token.GapComma | token.GapDash | token.GapSemicolon)
	}
	return b
}

// publishedBody finds the furniture among and within the paragraphs of the
// prose.
func (f *furnitureFinder) publishedBody() {
	for at := f.body; at < len(f.tokens); {
		b := f.blockAt(at)
		at = b.Last
		switch kind := f.blockPhrase(b); {
		case b.First >= f.reached() && f.isStampBlock(b) && f.isLabelled(b):
			f.add(b.First, b.Last, Stamp)
		case kind != "" && b.First >= f.reached():
			f.add(b.First, b.Last, kind)
		default:
			f.lateDateline(b)
			f.phrases(b.First, b.Last, true)
		}
	}
}

// lateDateline takes the dateline of a paragraph that stands behind others
// which may be prose: an author's biography, a caption without a credit.
func (f *furnitureFinder) lateDateline(b block) {
	if b.First > maxHeadWords || b.First == f.body || f.agency != "" {
		return
	}
	if d, ok := f.markedDateline(b.First, b.Last); ok && d.agency != "" {
		f.addDateline(d)
	}
}

// isLabelled reports whether the paragraph names what its stamp is.
func (f *furnitureFinder) isLabelled(b block) bool {
	for _, t := range f.tokens[b.First:b.Last] {
		if isStampLabel(t.Fold) {
			return true
		}
	}
	return false
}

// flatBody finds the furniture within the prose of a flattened text.
func (f *furnitureFinder) flatBody() { f.phrases(f.body, len(f.tokens), false) }

// phrases finds the furniture within the tokens [first, end). Where marks are
// left, it must begin a sentence and not a quotation.
func (f *furnitureFinder) phrases(first, end int, marked bool) {
	for i := max(first, f.reached()); i < end; {
		g := f.tokens[i].Gap
		if marked && (!g.Has(token.GapSentence|token.GapLine|token.GapBracketOpen|token.GapBracketClose|token.GapDash) || g.Has(token.GapDoubleOpen|token.GapSingleOpen)) {
			i++
			continue
		}
		last, kind := f.flatPhrase(i)
		last = min(last, end)
		if last <= i {
			i++
			continue
		}
		f.add(i, last, kind)
		i = last
	}
}

// flatPhrase reads the furniture that begins at token i and whose end shows in
// the words alone. end equals i if there is none.
func (f *furnitureFinder) flatPhrase(i int) (end int, kind Kind) {
	if i >= len(f.tokens) {
		return i, ""
	}
	switch f.tokens[i].Fold {
	case "sign", "subscribe":
		end, kind = f.signup(i), Signup
	case "follow", "like", "join", "find":
		end, kind = f.follow(i), Signup
	case "photograph", "photo":
		end, kind = f.photograph(i), Caption
	case "copyright":
		end, kind = f.copyright(i), Copyright
	case "reporting", "additional", "writing", "editing", "compiled":
		end, kind = f.credit(i), Credit
	}
	if end > i {
		return end, kind
	}
	n, kind := flatPhrases().match(f.tokens, i)
	return i + n, kind
}

// signup reads "sign up for our daily newsletter".
func (f *furnitureFinder) signup(i int) int {
	p := i + 1
	if f.fold(i) == "sign" {
		if f.fold(p) != "up" {
			return i
		}
		p++
	}
	if isVerbOpener(f.fold(i-1)) || f.fold(p) != "for" && f.fold(p) != "to" && f.fold(p) != "here" {
		return i
	}
	for q := p; q < min(p+14, len(f.tokens)); q++ {
		switch f.tokens[q].Fold {
		case "newsletter", "newsletters", "inbox", "alerts", "briefing":
			return q + 1
		}
	}
	return i
}

// follow reads "follow us on twitter", "follow jane roe on twitter janeroe".
func (f *furnitureFinder) follow(i int) int {
	if isVerbOpener(f.fold(i - 1)) {
		return i
	}
	object := f.fold(i + 1)
	if f.fold(i) != "follow" && object != "us" {
		return i
	}
	for p := i + 2; p < min(i+7, len(f.tokens)-1); p++ {
		if word := f.tokens[p].Fold; word == "on" || word == "at" {
			switch f.tokens[p+1].Fold {
			case "twitter", "facebook", "instagram", "x", "linkedin", "youtube", "tiktok":
				return p + 2
			}
		}
	}
	return i
}

// photograph reads "photograph jane roe getty images".
func (f *furnitureFinder) photograph(i int) int {
	if isVerbOpener(f.fold(i-1)) || isPlaceOpener(f.fold(i-1)) {
		return i
	}
	p := i + 1
	if f.fold(p) == "by" {
		p++
	}
	for q := p; q < min(p+5, len(f.tokens)); q++ {
		if n, _ := photoAgencies().match(f.tokens, q); n > 0 && isDatelineFollower(f.fold(q+n)) {
			return q + n
		}
		if cannotName(f.tokens[q].Fold) && f.tokens[q].Fold != "and" {
			break
		}
	}
	return i
}

// copyright reads "copyright 2019 the daily planet all rights reserved" and
// what the agencies write behind it.
func (f *furnitureFinder) copyright(i int) int {
	for q := i + 1; q < min(i+14, len(f.tokens)); q++ {
		if n, _ := rightsBook().match(f.tokens, q); n > 0 {
			q += n
			for range 3 {
				n, _ := rightsBook().match(f.tokens, q)
				q += n
			}
			return q
		}
	}
	if n, _ := agencyBook().match(f.tokens, i+2); n > 0 && token.IsYear(f.fold(i+1)) {
		return i + 2 + n
	}
	return i
}

// credit reads who reported, wrote and edited at the end of a text: "reporting
// by jane roe editing by john smith".
func (f *furnitureFinder) credit(i int) int {
	const most = 70
	if len(f.tokens)-i > most {
		return i
	}
	p := i + 1
	if f.fold(i) == "additional" || f.fold(i) == "compiled" {
		if f.fold(i) == "additional" && f.fold(p) != "reporting" {
			return i
		}
		p++
	}
	if f.fold(i) == "compiled" {
		p = i + 1
	}
	if f.fold(p) != "by" || cannotName(f.fold(p+1)) || isVerbOpener(f.fold(i-1)) {
		return i
	}
	if _, ok := f.nameAt(p+1, len(f.tokens)); ok || f.editingFollows(p) || len(f.tokens)-i <= 12 {
		return len(f.tokens)
	}
	return i
}

// editingFollows reports whether another part of the credit stands behind i.
func (f *furnitureFinder) editingFollows(i int) bool {
	for ; i < len(f.tokens)-1; i++ {
		if f.tokens[i+1].Fold == "by" && (f.tokens[i].Fold == "editing" || f.tokens[i].Fold == "writing") {
			return true
		}
	}
	return false
}

// isVerbOpener reports whether a verb after word belongs to the prose: "to
// follow", "people sign up for".
func isVerbOpener(word string) bool {
	switch word {
	case "people", "users", "readers", "customers", "let", "also":
		return true
	}
	return ties(word) || lexicon.ClassOf(word).Has(lexicon.Subject|lexicon.Clitic)
}

// blockPhrase returns the kind of furniture that the paragraph is as a whole,
// or none.
func (f *furnitureFinder) blockPhrase(b block) Kind {
	switch {
	case b.Len() == 0 || f.isQuoted(b):
		return ""
	case f.allIn(b, isShareWord) && f.anyIn(b, isShareButton):
		return Share
	case f.allIn(b, isAdvertisementWord) && f.anyIn(b, isAdvertisement):
		return Advertisement
	}
	if b.Len() <= maxCaption && f.endsWithPhotoCredit(b) {
		return Caption
	}
	if b.Len() <= maxBlockPhrase {
		n, kind := blockPhrases().match(f.tokens[:b.Last], b.First)
		if n > 0 && f.fillsBlock(b, n, kind) {
			return kind
		}
		if n, kind := labelPhrases().match(f.tokens[:b.Last], b.First); n > 0 && f.isLabelEnd(b, n) {
			return kind
		}
		if f.hasRights(b) {
			return Copyright
		}
		if f.contributes(b) {
			return Credit
		}
	}
	return ""
}

// maxCaption is the length in words to which a paragraph that ends with a
// picture credit is a caption.
const maxCaption = 120

// maxBlockPhrase is the length in words to which a paragraph that begins as
// furniture is furniture as a whole.
const maxBlockPhrase = 60

// fillsBlock reports whether the paragraph that begins with a phrase of n words
// is furniture to its end. A link or a sign-up is one sentence or two.
func (f *furnitureFinder) fillsBlock(b block, n int, kind Kind) bool {
	switch kind {
	case Caption, Copyright, Note, Credit:
		return true
	}
	return b.Len() <= n+24 && b.stops <= 2
}

// isLabelEnd reports whether the label of n words stands alone or has a colon
// or dash behind it.
func (f *furnitureFinder) isLabelEnd(b block, n int) bool {
	p := b.First + n
	if p == b.Last {
		return p == len(f.tokens) || b.Len() <= 2 || f.tokens[p].Gap.Has(token.GapColon)
	}
	return f.tokens[p].Gap.Has(token.GapColon) || f.tokens[p].Gap.Has(token.GapDash) && f.tokens[b.First].Shape == token.ShapeUpper
}

// isQuoted reports whether the paragraph begins inside a quotation.
func (f *furnitureFinder) isQuoted(b block) bool {
	return f.tokens[b.First].Gap.Has(token.GapDoubleOpen)
}

func (f *furnitureFinder) allIn(b block, in func(string) bool) bool {
	for _, t := range f.tokens[b.First:b.Last] {
		if !in(t.Fold) {
			return false
		}
	}
	return b.Len() <= 12
}

func (f *furnitureFinder) anyIn(b block, in func(string) bool) bool {
	for _, t := range f.tokens[b.First:b.Last] {
		if in(t.Fold) {
			return true
		}
	}
	return false
}

func (f *furnitureFinder) hasRights(b block) bool {
	for i := b.First; i < b.Last; i++ {
		if n, _ := rightsBook().match(f.tokens[:b.Last], i); n > 0 {
			return true
		}
	}
	return false
}

// contributes reports whether the paragraph says who else worked on the
// article: "… contributed to this report."
func (f *furnitureFinder) contributes(b block) bool {
	for i := b.First; i < b.Last; i++ {
		switch f.tokens[i].Fold {
		case "contributed", "contributing":
			if n, _ := contributionBook().match(f.tokens[:b.Last], i); n > 0 {
				return true
			}
		}
	}
	return false
}

// endsWithPhotoCredit reports whether the last words, in brackets or behind a
// stroke, name a picture agency.
func (f *furnitureFinder) endsWithPhotoCredit(b block) bool {
	for i := max(b.First+1, b.Last-10); i < b.Last; i++ {
		n, _ := photoAgencies().match(f.tokens[:b.Last], i)
		if n == 0 {
			continue
		}
		atEnd, opened, stroke := i+n == b.Last, f.tokens[i].Gap.Has(token.GapBracketOpen), i+n < b.Last && f.tokens[i+n].Gap.Has(token.GapSlash)
		switch {
		case atEnd && (opened || f.tokens[i].Gap.Has(token.GapSlash) || f.fold(i-1) == "via"),
			opened && (n > 1 || stroke),
			stroke && i+n+4 >= b.Last && f.tokens[i].Shape == token.ShapeUpper:
			return true
		}
	}
	return false
}

// isShareButton reports whether word is the label of a button under an article.
func isShareButton(word string) bool {
	switch word {
	case "share", "shares", "tweet", "print", "email", "comment", "comments", "facebook", "twitter", "whatsapp", "pinterest",
		"reddit", "linkedin", "flipboard", "messenger", "bookmark", "telegram", "tumblr", "pocket", "buffer", "bluesky":
		return true
	}
	return false
}

// isShareWord reports whether word can stand among such labels.
func isShareWord(word string) bool {
	switch word {
	case "copy", "link", "save", "sharing", "options", "via", "this", "on", "article", "story":
		return true
	}
	return isShareButton(word)
}

func isAdvertisement(word string) bool {
	switch word {
	case "advertisement", "advertising", "ad", "sponsored", "below":
		return true
	}
	return false
}

func isAdvertisementWord(word string) bool {
	switch word {
	case "story", "article", "continues", "continue", "continued", "after", "below", "scroll", "reading", "to", "keep",
		"content", "the", "main", "message", "by":
		return true
	}
	return isAdvertisement(word)
}

// The books are read from their lists on first use.
var (
	photoAgencies = bookOf(`getty images; getty; reuters; ap; ap photo; ap images; afp; epa; rex; rex features; pa; pa wire;
alamy; shutterstock; istock; bloomberg; the guardian; zuma press; upi; associated press; corbis; xinhua; press association`)

	rightsBook = bookOf(`all rights reserved; this material may not be published broadcast rewritten or redistributed;
this material may not be published broadcast rewritten or redistributed without permission`)

	contributionBook = bookOf(`contributed to this report; contributed to this story; contributed to this article;
contributed to this post; contributed reporting; contributed from; contributed research; contributed to this dispatch;
contributing to this report`)

	// flatPhrases are furniture wherever their words stand in this order.
	flatPhrases = sync.OnceValue(func() wordBook {
		return wordBook{}.
			add(Advertisement, `story continues below advertisement; story continues below; story continued below;
article continues after advertisement; article continues below; advertisement continue reading the main story;
advertisement scroll to continue; scroll to continue with content; take our poll story continues below`).
			add(Link, `continue reading the main story; continue reading below; read the full story here;
read more about this story; see full web article; click here to read more; click here for more; scroll down for video;
media playback is unsupported on your device; don t see the graphic above click here; watch the latest video at;
related articles; read or share this story; more on this story`).
			add(Signup, `click to get the fox news app; get the fox news app; sign up here; thank you for signing up`).
			add(Share, `share all sharing options for; share on facebook share on twitter share via email;
share on facebook; share on twitter; share via email; share this with; share this story; email this article; tweet this;
share this article`).
			add(Caption, `image copyright getty images image caption; image source getty images image caption;
image caption; media caption; image copyright getty images; image copyright; image source getty images; toggle caption;
hide caption; enlarge this image; file photo; getty images`).
			add(Note, `this story has been updated with additional information; this story has been updated with
additional details; this story has been updated with additional reporting; this story has been updated with additional
developments; this story has been updated; this article has been updated; this post has been updated;
this is a breaking news story; this is a developing story; this article was amended on`).
			add(Credit, `contributed to this report; the associated press contributed to this report;
reuters contributed to this report; associated press writers contributed to this report`).
			add(Copyright, `all rights reserved; this material may not be published broadcast rewritten or
redistributed`)
	})

	// blockPhrases begin a paragraph that is furniture.
	blockPhrases = sync.OnceValue(func() wordBook {
		return wordBook{}.
			add(Link, `read more; read also; read the full; see also; click here; click to; click for; full coverage;
continue reading; see full web article; source link; more from; more on this; you may also like; also read;
view gallery; don t miss; related articles; related stories; related content; related coverage; related links; most read;
watch the latest; watch live; recommended for you; editors picks; editor s picks; more news; read here; go deeper;
recommended stories; trending now; top stories; special coverage; related video; scroll down for video; video loading;
media playback is unsupported; don t see the graphic; visit business insider s homepage; read or share this story`).
			add(Signup, `sign up; subscribe; newsletter sign up; follow us; follow him on; follow her on;
follow them on; like us on; join us on; find us on; get the latest; get our; get alerts; download the app;
download our app; you may opt out; you also agree to; email us at; contact us at; send tips to; send letters to;
write to us; click to get the fox news app; listen and subscribe; enter your email`).
			add(Share, `share this; share on; share all sharing options; discuss this article; leave a comment;
join the conversation; have something to add to this story; comments this field; name this field; email this field`).
			add(Advertisement, `advertisement; story continues below; story continued below; article continues below;
take our poll; this content is subject to copyright; sponsored content; paid content; hidden ad unit`).
			add(Caption, `image caption; media caption; image copyright; image source; toggle caption; hide caption;
enlarge this image; file photo; file in this; photo by; photos by; photograph by; photo courtesy; photo credit;
image credit; image courtesy; featured image; illustration by; ap photo; reuters photo; video by; graphic by`).
			add(Credit, `reporting by; additional reporting; writing by; editing by; with reporting by;
with reporting from; compiled by; with assistance from; with files from; contributing the; contributing associated;
with post wires; associated press writer; associated press writers; the associated press contributed;
reuters contributed; this article is based in part on wire; article posted with permission`).
			add(Copyright, `copyright; all rights reserved`).
			add(Note, `this story has been updated; this article has been updated; this post has been updated;
this report has been updated; this story was updated; this article was updated; this story has been corrected;
this article has been corrected; an earlier version of this; a previous version of this; this is a breaking news story;
this is a developing story; this article was amended; this article originally appeared; this story originally appeared;
this article was originally published; this story was originally published; this article is more than;
this report may be updated; this post originally appeared`)
	})

	// labelPhrases begin a paragraph that is furniture if a colon follows, or
	// nothing.
	labelPhrases = sync.OnceValue(func() wordBook {
		return wordBook{}.
			add(Link, `related; more; watch; video; photos; listen; read; gallery; see; also; live updates; explainer;
online; further reading; quiz; read next; up next; more information; latest; in pictures; on topic; key points`).
			add(Caption, `photo; photograph; caption; picture; image; pictured; file; credit; photo credit; image credit; getty images`).
			add(Credit, `source; sources; contributing; authors; contributors; associated press; reuters; ap`).
			add(Note, `editor s note; editors note; correction; corrections; clarification; correction and clarification;
corrections and clarifications; corrections amplifications; note to readers; notice`).
			add(Signup, `newsletter; newsletters; email; twitter; facebook; instagram; follow`)
	})
)

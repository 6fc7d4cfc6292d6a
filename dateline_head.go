package verbatim

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// The head of an article is proven by what stands in it. These limits, in
// words, keep a proof that stands too far from the start from turning prose
// into furniture: headline and standfirst together seldom exceed them.
const (
	maxStampedHead = 110 // before a byline with a stamp
	maxDatedHead   = 80  // before an unmistakable stamp without byline
	maxLooseHead   = 25  // before any other stamp
	maxSignedHead  = 90  // before "by", a name and a post
	maxWireHead    = 45  // before place and agency
)

// flatHead finds the head of a flattened text.
func (f *furnitureFinder) flatHead() {
	if !f.stampedHead() && !f.signedHead() && !f.wireHead() {
		f.flatLabels()
	}
	f.body = f.reached()
}

// stampedHead finds a head that a stamp proves: with a byline before it
// ("ed pilkington in new york tue 14 nov 2017"), or by itself.
func (f *furnitureFinder) stampedHead() bool {
	for _, s := range f.stamps {
		if s.first >= maxStampedHead {
			return false
		}
		start := f.labelStart(s.first)
		by, signed := f.bylineBefore(start)
		switch {
		case signed && (s.role != roleNone || f.isUnmistakable(s) || f.isFullDate(s) && f.isFramed(by)):
			f.addTitle(by.first)
			f.addByline(by)
		case f.isTied(start):
			continue
		case start <= maxDatedHead && f.isUnmistakable(s),
			start <= maxLooseHead && s.role != roleNone && f.isFullDate(s) && !f.goesOnBehind(s):
			f.addTitle(start)
		default:
			continue
		}
		f.add(start, f.stampEnd(s), FurnitureStamp)
		f.restOfHead()
		return true
	}
	return false
}

// isOpened reports whether the byline begins with "by" or "posted by".
func (f *furnitureFinder) isOpened(b byline) bool {
	return f.fold(b.first) == "by" || f.fold(b.first+1) == "by" && isBylineOpener(f.fold(b.first))
}

// isTied reports whether the word before a stamp ties it to a sentence: "live on
// 3 march", "was posted on 3 march".
func (f *furnitureFinder) isTied(start int) bool {
	return start > 0 && lexicon.ClassOf(f.fold(start-1)).Has(lexicon.Preposition|lexicon.Auxiliary)
}

// goesOnBehind reports whether the words after a stamp belong to the same
// sentence, as in a caption: "friday may 29 2020 in washington".
func (f *furnitureFinder) goesOnBehind(s stampRange) bool {
	word := f.fold(f.stampEnd(s))
	return s.role == roleBare && word != "by" && lexicon.ClassOf(word).Has(lexicon.Preposition)
}

// isFramed reports whether more than a name makes b a byline.
func (f *furnitureFinder) isFramed(b byline) bool {
	name := b.names[0]
	return (b.signed || b.placed) && !b.strange || f.isOpened(b) &&
		(f.isGivenName(name.first) || f.isStrange(name.first) && f.isStrange(name.last-1))
}

// signedHead finds a head that ends with a byline which names a post or an
// outlet ("by jane roe bbc political editor"), or a text that begins with one.
func (f *furnitureFinder) signedHead() bool {
	for i := range min(maxSignedHead, len(f.tokens)) {
		if f.tokens[i].fold != "by" {
			continue
		}
		by, ok := f.flatByline(i, len(f.tokens), false)
		if !ok || !isPostFollower(f.fold(by.last)) {
			continue
		}
		if _, placed := f.openingDateline(by.last); by.first > 0 && !by.signed && !placed {
			continue
		}
		f.addTitle(by.first)
		f.addByline(by)
		f.restOfHead()
		return true
	}
	return false
}

// wireHead finds a head that a dateline proves.
func (f *furnitureFinder) wireHead() bool {
	if d, ok := f.openingDateline(0); ok && f.agencyAfter(d) == 0 {
		f.addDateline(d)
		return true
	}
	for i := range min(maxWireHead, len(f.tokens)) {
		if d, ok := f.flatDateline(i); ok {
			if by, ok := f.openedByline(d.first); ok && (by.signed || f.isFramed(by)) {
				f.addTitle(by.first)
				f.addByline(by)
			}
			f.addTitle(d.first)
			f.addDateline(d)
			return true
		}
	}
	return false
}

// addTitle appends what stands before token end as headline, or as standfirst
// where it says that it is "story highlights".
func (f *furnitureFinder) addTitle(end int) {
	kind := FurnitureHeadline
	if f.fold(0) == "story" && f.fold(1) == "highlights" {
		kind = FurnitureStandfirst
	}
	f.add(0, end, kind)
}

// agencyAfter returns the number of words of an agency right behind d.
func (f *furnitureFinder) agencyAfter(d dateline) int {
	n, _ := agencyBook().match(f.tokens, d.last)
	return n
}

// restOfHead takes what goes on directly behind the head: more stamps, a
// byline, labels, a dateline.
func (f *furnitureFinder) restOfHead() {
	for range 8 {
		at := f.reached()
		if s, ok := f.stampAt(at); ok {
			f.add(at, f.stampEnd(s), FurnitureStamp)
		} else if by, ok := f.flatByline(at, len(f.tokens), false); ok && len(f.authors) == 0 {
			f.addByline(by)
		} else if end, kind := f.flatPhrase(at); end > at {
			f.add(at, end, kind)
		} else if end := f.clockEnd(at); end > at {
			f.add(at, end, FurnitureStamp)
		} else if d, ok := f.datelineAt(at); ok {
			f.addDateline(d)
			return
		} else if d, ok := f.openingDateline(at); ok {
			f.addDateline(d)
			return
		} else {
			return
		}
	}
}

// clockEnd returns the end of a stamp at token at that is a label with a time of
// day or an age alone: "updated 8 40 am", "published 4 hours ago".
func (f *furnitureFinder) clockEnd(at int) int {
	p, clock := at+1, false
	if !isStampLabel(f.fold(at)) && !(f.fold(at) == "last" && isStampLabel(f.fold(p))) {
		return at
	}
	for p < len(f.tokens) && p < at+8 {
		word := f.tokens[p].fold
		half := (word == "a" || word == "p") && f.fold(p+1) == "m"
		if !half && !isStampWord(word) && !isClockNumber(word) && !(word == "m" && clock) {
			break
		}
		clock = clock || isClockNumber(word)
		p++
	}
	if !clock {
		return at
	}
	for isStampTie(f.tokens[p-1].fold) && f.tokens[p-1].fold != "ago" {
		p--
	}
	return p
}

// datelineAt reads the dateline that begins at token at of flattened text.
func (f *furnitureFinder) datelineAt(at int) (dateline, bool) {
	for i := at; i < min(at+8, len(f.tokens)); i++ {
		d, ok := f.flatDateline(i)
		if !ok || d.first < at || d.first > at+maxPlaceRemainder {
			continue
		}
		if d.place.empty() && d.first > at {
			d.place = words{at, d.first}
		}
		d.first = at // what stands between is more of the place
		if !d.place.empty() {
			d.place.first = at
		}
		return d, true
	}
	return dateline{}, false
}

// flatLabels takes the fixed phrases that stand at the very start.
func (f *furnitureFinder) flatLabels() {
	for range 4 {
		at := f.reached()
		end, kind := f.flatPhrase(at)
		if end == at {
			return
		}
		f.add(at, end, kind)
	}
}

// labelStart returns where the words before a stamp begin that belong to it:
// "first published on".
func (f *furnitureFinder) labelStart(i int) int {
	start, labelled := i, false
	for start > 0 && i-start < 7 && (isStampWord(f.tokens[start-1].fold) || isClockNumber(f.tokens[start-1].fold)) {
		start--
		labelled = labelled || isStampLabel(f.tokens[start].fold)
	}
	if !labelled {
		return i
	}
	for isStampTie(f.tokens[start].fold) {
		start++
	}
	return start
}

// stampAt returns the stamp whose label or first word is token at: one with a
// role, or a full date.
func (f *furnitureFinder) stampAt(at int) (stampRange, bool) {
	for _, s := range f.stamps {
		if s.first > at+7 {
			break
		}
		if s.first >= at && f.labelStart(s.first) <= at && (s.role != roleNone || f.isUnmistakable(s)) {
			return s, true
		}
	}
	return stampRange{}, false
}

// stampsFrom returns the stamps that begin at token i or later.
func (f *furnitureFinder) stampsFrom(i int) []stampRange {
	at, _ := slices.BinarySearchFunc(f.stamps, i, func(s stampRange, i int) int { return cmp.Compare(s.first, i) })
	return f.stamps[at:]
}

// stampEnd returns the token after a stamp and its time zone.
func (f *furnitureFinder) stampEnd(s stampRange) int {
	end := s.last
	for end < len(f.tokens) && isZone(f.tokens[end].fold) {
		end++
	}
	return end
}

// isFullDate reports whether a stamp has a day, a month and a year.
func (f *furnitureFinder) isFullDate(s stampRange) bool {
	year, month, day := false, false, false
	for _, t := range f.tokens[s.first:s.last] {
		switch {
		case isYear(t.fold):
			year = true
		case isMonthWord(t.fold):
			month = true
		case isDayNumber(t.fold):
			day = true
		}
	}
	return year && month && day
}

// isUnmistakable reports whether a stamp has a full date and a time of day with
// its zone or half, as prose never gives it.
func (f *furnitureFinder) isUnmistakable(s stampRange) bool {
	if !f.isFullDate(s) {
		return false
	}
	for _, t := range f.tokens[s.first:f.stampEnd(s)] {
		if isZone(t.fold) || len(t.fold) > 2 && t.shape == shapeNumber && isZone(trimDigits(t.fold)) {
			return true
		}
	}
	return false
}

func trimDigits(word string) string {
	for word != "" && '0' <= word[0] && word[0] <= '9' {
		word = word[1:]
	}
	return word
}

// publishedHead finds the head of a text that has kept its marks: the
// paragraphs before the prose.
func (f *furnitureFinder) publishedHead() {
	blocks := f.headBlocks()
	anchor := f.lastAnchor(blocks)
	for i, b := range blocks {
		next := block{}
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		if d, ok := f.markedDateline(b.first, b.last); ok {
			f.addDateline(d)
			if d.last < b.last {
				break
			}
			continue
		}
		if !f.headBlock(b, next, i < anchor) {
			break
		}
	}
	f.body = f.reached()
}

// headBlock takes the paragraph b as part of the head, if it is. proven tells
// that a byline, stamp or dateline is still to come.
func (f *furnitureFinder) headBlock(b, next block, proven bool) bool {
	if f.isStampBlock(b) {
		f.add(b.first, b.last, FurnitureStamp)
		return true
	}
	if kind := f.blockPhrase(b); kind != "" {
		f.add(b.first, b.last, kind)
		return true
	}
	if by, ok := f.markedByline(b.first, b.last, f.isStampBlock(next) || f.endsWithStamp(b)); ok {
		f.addByline(by)
		return true
	}
	if last := len(f.pieces) - 1; last >= 0 && f.pieces[last].kind == FurnitureByline && f.isPostBlock(b) {
		f.add(b.first, b.last, FurnitureByline) // the post on a line of its own
		return true
	}
	switch {
	case f.isHighlight(b):
		f.add(b.first, b.last, FurnitureStandfirst)
		return true
	case !f.hasHeadline() && (proven && b.len() <= maxHeadlineWords || f.isHeadline(b, next)):
		f.add(b.first, b.last, FurnitureHeadline)
		return true
	case f.hasHeadline() && proven && b.len() <= maxStandfirstWords:
		f.add(b.first, b.last, FurnitureStandfirst)
		return true
	}
	return false
}

// isPostBlock reports whether the paragraph is a post or outlet: "BBC News,
// Lowmark".
func (f *furnitureFinder) isPostBlock(b block) bool {
	post := f.postEnd(b.first)
	return post == b.last || post > b.first && b.len() <= 8 && !b.ends && b.stops == 0
}

// isHighlight reports whether the paragraph is one of the points that stand
// under "story highlights".
func (f *furnitureFinder) isHighlight(b block) bool {
	if b.ends || b.len() > maxHeadlineWords {
		return false
	}
	if f.fold(b.first) == "story" && f.fold(b.first+1) == "highlights" {
		return true
	}
	last := len(f.pieces) - 1
	return last >= 0 && f.pieces[last].kind == FurnitureStandfirst && f.pieces[last].last == b.first && !b.opens
}

func (f *furnitureFinder) hasHeadline() bool {
	for _, p := range f.pieces {
		if p.kind == FurnitureHeadline {
			return true
		}
	}
	return false
}

const (
	maxHeadlineWords   = 30
	maxStandfirstWords = 60
	maxHeadBlocks      = 10
	maxHeadWords       = 150
)

// headBlocks returns the first paragraphs, as many as can be part of a head.
func (f *furnitureFinder) headBlocks() []block {
	var blocks []block
	for at := 0; at < len(f.tokens) && len(blocks) < maxHeadBlocks && at < maxHeadWords; {
		b := f.blockAt(at)
		blocks = append(blocks, b)
		at = b.last
	}
	return blocks
}

// lastAnchor returns the index of the last of blocks that proves what stands
// before it to be the head: a byline, a stamp or a dateline. It is 0 if there is
// none.
func (f *furnitureFinder) lastAnchor(blocks []block) int {
	anchor := 0
	for i, b := range blocks {
		if b.first > maxStampedHead {
			break
		}
		_, wire := f.markedDateline(b.first, b.last)
		_, signed := f.markedByline(b.first, b.last, f.endsWithStamp(b))
		if wire || signed || f.isStampBlock(b) {
			anchor = i
		}
		if wire {
			break
		}
	}
	return anchor
}

// isStampBlock reports whether the paragraph is nothing but stamps and their
// labels.
func (f *furnitureFinder) isStampBlock(b block) bool {
	if b.len() == 0 || b.len() > 24 {
		return false
	}
	if f.clockEnd(b.first) == b.last {
		return true
	}
	found := false
	at := b.first
	for _, s := range f.stampsFrom(b.first) {
		if s.first >= b.last {
			break
		}
		if s.role == roleNone && !f.isFullDate(s) && f.labelStart(s.first) == s.first {
			return false
		}
		for ; at < s.first; at++ {
			if word := f.tokens[at].fold; !isStampWord(word) && !isClockNumber(word) {
				return false
			}
		}
		at, found = min(f.stampEnd(s), b.last), true
	}
	for ; at < b.last; at++ {
		if !isStampWord(f.tokens[at].fold) {
			return false
		}
	}
	return found
}

// endsWithStamp reports whether a stamp ends the paragraph.
func (f *furnitureFinder) endsWithStamp(b block) bool {
	for _, s := range f.stampsFrom(b.first) {
		if s.first >= b.last {
			break
		}
		if f.stampEnd(s) == b.last {
			return true
		}
	}
	return false
}

// isHeadline reports whether the first paragraph reads as a headline although
// nothing behind it proves one: it has no full stop, or capitals on most words.
func (f *furnitureFinder) isHeadline(b, next block) bool {
	if b.first > f.reached() || b.len() > maxHeadlineWords || b.len() < 2 || next.len() == 0 || b.stops > 1 {
		return false
	}
	if !b.ends && !b.opens && next.len() > b.len()/2 {
		return true
	}
	return b.len() <= 20 && f.isTitleCase(b) || b.ends && b.len() <= maxPlainHeadline && f.isTerse(b)
}

// maxPlainHeadline is the length to which a paragraph with a full stop and
// without capitals can be a headline.
const maxPlainHeadline = 14

// isTitleCase reports whether nearly all longer words of the paragraph begin
// with a capital.
func (f *furnitureFinder) isTitleCase(b block) bool {
	long, capitals := 0, 0
	for _, t := range f.tokens[b.first:b.last] {
		if t.end-t.start < 4 || t.shape == shapeNumber {
			continue
		}
		long++
		if t.shape != shapeLower {
			capitals++
		}
	}
	return long >= 3 && capitals*5 >= long*4
}

// isTerse reports whether the paragraph leaves out what prose does not: it has
// no article, no pronoun, no form of "be" or "have" and no "said".
func (f *furnitureFinder) isTerse(b block) bool {
	for i, t := range f.tokens[b.first:b.last] {
		switch t.fold {
		case "the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "said", "you", "your", "these", "those", "but", "he", "she", "they", "we", "i", "his", "her", "their", "it",
			"there", "this", "that", "my", "our", "told", "been", "monday", "tuesday", "wednesday", "thursday", "friday",
			"saturday", "sunday":
			return false
		}
		if i > 0 && t.gap.has(gapDoubleOpen|gapDoubleClose) {
			return false
		}
	}
	return !f.tokens[b.first].gap.has(gapDoubleOpen)
}

// isStampWord reports whether word can stand beside a stamp and belong to it.
func isStampWord(word string) bool {
	switch word {
	case "on", "at", "first", "last", "originally", "am", "pm", "date", "time", "of", "ago", "min", "mins", "minute",
		"minutes", "hour", "hours", "day", "days", "read", "today", "and":
		return true
	}
	return isStampLabel(word) || isZone(word) || isWeekday(word)
}

// isStampTie reports whether word stands within a stamp but never begins one.
func isStampTie(word string) bool {
	switch word {
	case "of", "and", "ago", "on", "at", "read", "today":
		return true
	}
	return false
}

// isClockNumber reports whether word is an hour or minute.
func isClockNumber(word string) bool { return len(word) <= 2 && isDayNumber(word) }

// isStampLabel reports whether word says what a stamp is.
func isStampLabel(word string) bool {
	switch word {
	case "published", "updated", "modified", "posted", "publication", "created", "issued", "filed", "update":
		return true
	}
	return false
}

// isZone reports whether word is a time zone or the half of the day.
func isZone(word string) bool {
	switch word {
	case "gmt", "bst", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "cet", "cest",
		"ist", "aest", "aedt", "am", "pm":
		return true
	}
	return false
}

// isPostFollower reports whether the word after a post leaves it the end of a
// byline: "editor of" and "reporter said" go on.
func isPostFollower(word string) bool {
	switch word {
	case "of", "for", "at", "from", "with", "who", "said", "says", "s", "that", "which", "is", "was", "has", "had", "and",
		"told", "to", "about", "on", "as", "showed", "shows", "found":
		return false
	}
	return true
}

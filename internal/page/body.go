package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// publishedBody finds the furniture among and within the paragraphs of the
// prose.
func (f *finder) publishedBody() {
	for at := f.body; at < len(f.tokens); {
		b := f.paragraphAt(at)
		at = b.Last
		if spoken, end := f.turnAfter(b.First); spoken < b.Last {
			at = max(at, end)
			continue
		}
		switch kind := f.kindOf(b); {
		case b.First >= f.reached() && f.isStampParagraph(b) && f.isLabelled(b):
			f.add(b.First, b.Last, Stamp)
		case kind != "" && b.First >= f.reached():
			f.add(b.First, b.Last, kind)
		default:
			f.lateDateline(b)
			f.furnitureWithin(b.First, b.Last, true)
		}
	}
}

// flatBody finds the furniture within the prose of a flattened text.
func (f *finder) flatBody() { f.furnitureWithin(f.body, len(f.tokens), false) }

// opensFurniture are the marks after which furniture can begin within a paragraph.
const opensFurniture = token.GapSentence | token.GapLine | token.GapBracketOpen | token.GapBracketClose | token.GapDash

// furnitureWithin finds the furniture within the tokens [first, end). Where marks
// are left, it must begin a sentence and not a quotation.
func (f *finder) furnitureWithin(first, end int, marked bool) {
	for i := max(first, f.reached()); i < end; {
		if g := f.tokens[i].Gap; marked && (!g.Has(opensFurniture) || g.Has(token.GapDoubleOpen|token.GapSingleOpen)) {
			i++
			continue
		}
		last, kind := f.furnitureAt(i)
		last = min(last, end)
		if last <= i {
			i++
			continue
		}
		f.add(i, last, kind)
		i = last
	}
}

// furnitureAt reads the furniture that begins at token i and whose end shows in
// the words alone. end equals i if there is none.
func (f *finder) furnitureAt(i int) (end int, kind Kind) {
	if i >= len(f.tokens) {
		return i, ""
	}
	switch f.tokens[i].Fold {
	case "sign", "subscribe":
		end, kind = f.signup(i), Signup
	case "follow", "like", "join", "find":
		end, kind = f.follow(i), Signup
	case "we", "this", "our":
		end, kind = f.cookies(i), Note
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
	if end = f.readingTime(i); end > i {
		return end, Stamp
	}
	n, kind := anywherePhrases().kindAt(f.tokens, i)
	return i + n, kind
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

// kindOf returns the kind of furniture that the paragraph is as a whole, or none.
func (f *finder) kindOf(b paragraph) Kind {
	switch {
	case b.Len() == 0 || f.isQuoted(b):
		return ""
	case f.isLabels(b, isShareWord, isShareButton):
		return Share
	case f.isLabels(b, isAdvertisementWord, isAdvertisement):
		return Advertisement
	case b.Len() <= maxCaption && f.endsWithPhotoCredit(b):
		return Caption
	case b.Len() > maxFurniture:
		return ""
	}
	tokens := f.tokens[:b.Last]
	if n, kind := openingPhrases().kindAt(tokens, b.First); n > 0 && fillsParagraph(b, n, kind) {
		return kind
	}
	if n, kind := labelPhrases().kindAt(tokens, b.First); n > 0 && f.isLabelEnd(b, n) {
		return kind
	}
	switch {
	case f.hasRights(b):
		return Copyright
	case f.contributes(b):
		return Credit
	}
	return ""
}

// maxFurniture is the length in words to which a paragraph that begins as
// furniture is furniture as a whole.
const maxFurniture = 60

// fillsParagraph reports whether the paragraph that begins with a phrase of n
// words is furniture to its end. A link or a sign-up is one sentence or two.
func fillsParagraph(b paragraph, n int, kind Kind) bool {
	switch kind {
	case Caption, Copyright, Note, Credit:
		return true
	}
	return b.Len() <= n+24 && b.stops <= 2
}

// isLabelEnd reports whether the label of n words stands alone or has a colon
// or dash behind it.
func (f *finder) isLabelEnd(b paragraph, n int) bool {
	p := b.First + n
	if p == b.Last {
		return p == len(f.tokens) || b.Len() <= 2 || f.tokens[p].Gap.Has(token.GapColon)
	}
	return f.tokens[p].Gap.Has(token.GapColon) || f.tokens[p].Gap.Has(token.GapDash) && f.tokens[b.First].Shape == token.ShapeUpper
}

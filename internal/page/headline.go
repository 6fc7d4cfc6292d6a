package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// addTitle appends what stands before token end as headline, or as standfirst
// where it says that it is "story highlights".
func (f *finder) addTitle(end int) {
	kind := Headline
	if f.fold(0) == "story" && f.fold(1) == "highlights" {
		kind = Standfirst
	}
	f.add(0, end, kind)
}

// hasHeadline reports whether a headline was found.
func (f *finder) hasHeadline() bool {
	for _, p := range f.Pieces {
		if p.Kind == Headline {
			return true
		}
	}
	return false
}

// isHeadline reports whether the first paragraph reads as a headline although
// nothing behind it proves one: it has no full stop, or capitals on most words.
func (f *finder) isHeadline(b, next paragraph) bool {
	if b.First > f.reached() || b.Len() > maxHeadlineWords || b.Len() < 2 || next.Len() == 0 || b.stops > 1 {
		return false
	}
	if !b.ends && !b.opens && next.Len() > b.Len()/2 {
		return true
	}
	return b.Len() <= 20 && f.isTitleCase(b) || b.ends && b.Len() <= maxPlainHeadline && f.isTerse(b)
}

// maxPlainHeadline is the length to which a paragraph with a full stop and
// without capitals can be a headline.
const maxPlainHeadline = 14

// isTitleCase reports whether nearly all longer words of the paragraph begin
// with a capital.
func (f *finder) isTitleCase(b paragraph) bool {
	long, capitals := 0, 0
	for _, t := range f.tokens[b.First:b.Last] {
		if t.End-t.Start < 4 || t.Shape == token.ShapeNumber {
			continue
		}
		long++
		if t.Shape != token.ShapeLower {
			capitals++
		}
	}
	return long >= 3 && capitals*5 >= long*4
}

// isTerse reports whether the paragraph leaves out what prose does not: it has
// no article, no pronoun, no form of "be" or "have" and no "said".
func (f *finder) isTerse(b paragraph) bool {
	for i, t := range f.tokens[b.First:b.Last] {
		switch t.Fold {
		case "the", "a", "an", "this", "that", "these", "those", "there", "but",
			"i", "we", "you", "he", "she", "it", "they", "my", "our", "your", "his", "her", "their",
			"is", "are", "was", "were", "been", "has", "have", "had", "said", "told":
			return false
		}
		if lexicon.IsWeekday(t.Fold) || i > 0 && t.Gap.Has(token.GapDoubleOpen|token.GapDoubleClose) {
			return false
		}
	}
	return !f.tokens[b.First].Gap.Has(token.GapDoubleOpen)
}

// isHighlight reports whether the paragraph is one of the points that stand
// under "story highlights".
func (f *finder) isHighlight(b paragraph) bool {
	if b.ends || b.Len() > maxHeadlineWords {
		return false
	}
	if f.fold(b.First) == "story" && f.fold(b.First+1) == "highlights" {
		return true
	}
	last := len(f.Pieces) - 1
	return last >= 0 && f.Pieces[last].Kind == Standfirst && f.Pieces[last].Last == b.First && !b.opens
}

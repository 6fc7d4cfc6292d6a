package page

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// A paragraph is a row of words by itself.
type paragraph struct {
	token.Range
	stops int  // marks within it that end a sentence
	ends  bool // such a mark, or one that goes on, stands behind it
	opens bool // a colon, comma or the like stands behind it
}

// paragraphAt returns the paragraph that begins at token i.
func (f *finder) paragraphAt(i int) paragraph {
	b := paragraph{Range: token.Range{First: i, Last: i + 1}}
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

// isQuoted reports whether the paragraph begins inside a quotation.
func (f *finder) isQuoted(b paragraph) bool {
	return f.tokens[b.First].Gap.Has(token.GapDoubleOpen)
}

// maxLabels is how many words a row of labels may have.
const maxLabels = 12

// isLabels reports whether the paragraph is a short row of words that can stand
// among labels of one kind, and one of them is such a label itself.
func (f *finder) isLabels(b paragraph, among, label func(word string) bool) bool {
	if b.Len() > maxLabels {
		return false
	}
	found := false
	for _, t := range f.tokens[b.First:b.Last] {
		if !among(t.Fold) {
			return false
		}
		found = found || label(t.Fold)
	}
	return found
}

package locate

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A Match says how far the words at a place are those of the quotation.
type Match string

const (
	Exact   Match = "exact"   // to the letter
	Form    Match = "form"    // the same words; marks, capitals, spaces or spelling differ
	Edited  Match = "edited"  // words differ only where marks of the quotation or of the text say so
	Altered Match = "altered" // words differ
)

// A Kind says what differs.
type Kind string

const (
	Replaced    Kind = "replaced"    // words of the text by others of the quotation
	Inserted    Kind = "inserted"    // words of the quotation that the text does not have
	Omitted     Kind = "omitted"     // words of the text that the quotation does not have
	Spelled     Kind = "spelled"     // the same words, written otherwise
	Elided      Kind = "elided"      // words of the text for which the quotation has an ellipsis
	Bracketed   Kind = "bracketed"   // what the quotation has in brackets
	Interrupted Kind = "interrupted" // words outside quotation marks between two pieces
)

// A Difference is one thing in which a quotation and its place differ. A span is
// empty, and stands where the words would, on the side that has none.
type Difference struct {
	Kind      Kind
	Text      token.Span // of the text
	Quotation token.Span // of the quotation
	Negation  bool       // one side negates and the other does not
	Number    bool       // numbers differ
	Name      bool       // names differ
}

// A Place is where a quotation stands.
type Place struct {
	Match       Match
	Pieces      []token.Span // of the text, in order
	Differences []Difference // in order
	Agreement   float64      // of the words of both sides, the share that has a counterpart
	Others      []token.Span // other places of the text where it stands as well as here
}

// A Text is a text in words, ready to be searched. It may be used by several
// goroutines.
type Text struct {
	side
	known  *vocabulary
	counts []int32 // for each id, how many words have it
}

// New makes a text ready to be searched.
func New(text string) *Text {
	t := &Text{known: newVocabulary(len(text))}
	t.side = side{text: text, words: scan(text, t.known), flat: isFlat(text)}
	t.counts = make([]int32, t.known.size)
	for _, w := range t.words {
		t.counts[w.id]++
	}
	return t
}

const (
	// anchors is how many places are tried for the longest part of a quotation whose
	// words stand nowhere in a row.
	anchors = 8
	// manyParts is how many parts a quotation has at least for one place alone to be
	// tried.
	manyParts = 16
	// occurrencesCompared is how many places are compared at most where the words
	// stand in a row, and wordsCompared how many words of them.
	occurrencesCompared = 64
	wordsCompared       = 1 << 14
	// nearbyAnchors is how many places are tried for a part beside another, or for one
	// that is longer than a block.
	nearbyAnchors = 3
)

// Find returns the place of a quotation; ok is false if it does not stand in the
// text, or with so many differences that it is no quotation of it. It takes time
// linear in both.
func (t *Text) Find(quoted string) (place Place, ok bool) {
	q := readQuotation(quoted, t.known)
	if q.counted() == 0 || len(t.words) == 0 {
		return Place{}, false
	}
	s := &searcher{text: t, quote: q, slots: make([]int32, len(t.counts))}
	s.table.quote, s.table.text = q, &t.side
	return s.find()
}

// find looks for the longest part first, and for the others beside it.
func (s *searcher) find() (Place, bool) {
	anchor := 0
	for n, p := range s.quote.parts {
		if p.Len() > s.quote.parts[anchor].Len() {
			anchor = n
		}
	}
	whole := token.Range{First: 0, Last: len(s.text.words)}
	var best finding
	var others []token.Span
	for _, found := range s.anchored(s.quote.parts[anchor], whole) {
		f := s.beside(anchor, found)
		switch {
		case !s.isQuotation(f.steps):
		case best.steps == nil || f.before(best):
			best, others = f, others[:0]
		case f.steps != nil && f.cost == best.cost && !overlap(f.steps, best.steps):
			others = append(others, s.spanOf(f.steps))
		}
	}
	if best.steps == nil {
		return Place{}, false
	}
	place := s.placeOf(best.steps)
	place.Others = apart(others)
	if len(s.quote.parts) == 1 && best.exact {
		place.Others = s.otherOccurrences(best)
	}
	return place, true
}

// apart returns the spans in order, without those that overlap one before.
func apart(spans []token.Span) []token.Span {
	slices.SortFunc(spans, func(a, b token.Span) int { return cmp.Compare(a.Start, b.Start) })
	kept := spans[:0]
	for _, s := range spans {
		if len(kept) == 0 || !s.Overlaps(kept[len(kept)-1]) {
			kept = append(kept, s)
		}
	}
	return kept
}

// A finding is one place of a part or of all parts.
type finding struct {
	steps []step
	cost  int
	form  int  // how little its form is that of the quotation
	exact bool // the words stand in a row
}

// before reports whether f is the better of two.
func (f finding) before(other finding) bool {
	if f.cost != other.cost {
		return f.cost < other.cost
	}
	return f.form < other.form
}

// anchored returns places of a part in r: those where its words stand in a row,
// else those where most of them stand.
func (s *searcher) anchored(part, r token.Range) []finding {
	var found []finding
	compared := max(1, min(occurrencesCompared, wordsCompared/part.Len()))
	if len(s.quote.parts) >= manyParts {
		compared = 1
	}
	s.occurrences(part, r, func(first int) bool {
		found = append(found, finding{steps: rowOf(part, first), form: s.formAt(part, first), exact: true})
		return len(found) < compared
	})
	if len(found) > 0 {
		return found
	}
	count := anchors
	switch {
	case len(s.quote.parts) >= manyParts:
		count = 1
	case part.Len() > block:
		count = nearbyAnchors
	}
	return s.aligned(part, r, count)
}

// rowOf returns the alignment of a part with the words in a row that begin with
// word first of the text.
func rowOf(part token.Range, first int) []step {
	steps := make([]step, 0, part.Len())
	for i := part.First; i < part.Last; i, first = i+1, first+1 {
		steps = append(steps, step{opSame, token.Range{First: i, Last: i + 1}, token.Range{First: first, Last: first + 1}})
	}
	return steps
}

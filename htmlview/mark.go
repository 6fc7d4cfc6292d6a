package htmlview

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// A kind is what a stretch of the text is to the record.
type kind uint8

const (
	content kind = iota
	hedged       // a content that is not asserted; comes with one of kind content
	verbatimWords
	source
	cue
	mention // of a speaker
	author
	timestamp
	address
	furniture
	kinds
)

// A mark is one span of the record.
type mark struct {
	verbatim.Span
	kind kind
	of   int // index of the message, speaker, timestamp …
	part int // which of the spans of its kind it is
}

// marksOf returns the spans of a document that the page shows, in the order of
// the text; of those that begin together the longest comes first.
func marksOf(doc *verbatim.Document) []mark {
	var marks []mark
	add := func(k kind, of int, spans ...verbatim.Span) {
		for part, s := range spans {
			marks = append(marks, mark{s, k, of, part})
		}
	}
	for n := range doc.Messages {
		m := &doc.Messages[n]
		add(content, n, m.Content...)
		if m.Stance != verbatim.StanceAsserted {
			add(hedged, n, m.Content...)
		}
		add(verbatimWords, n, m.Verbatim...)
		add(cue, n, m.Cue...)
		if m.Source != nil {
			add(source, n, *m.Source)
		}
	}
	for n := range doc.Speakers {
		add(mention, n, doc.Speakers[n].Mentions...)
	}
	for n := range doc.Byline {
		add(author, n, doc.Byline[n].Span)
	}
	for n := range doc.Timestamps {
		add(timestamp, n, doc.Timestamps[n].Span)
	}
	for n := range doc.URLs {
		add(address, n, doc.URLs[n].Span)
	}
	for n := range doc.Furniture {
		add(furniture, n, doc.Furniture[n].Span)
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return marks
}

// openingMarks returns the contents, each from where the page says whose words
// begin there: before the quotation mark, if one stands in front of it.
func openingMarks(text string, marks []mark) []mark {
	var openings []mark
	for _, m := range marks {
		if m.kind != content {
			continue
		}
		if r, size := utf8.DecodeLastRuneInString(text[:m.Start]); strings.ContainsRune(openingQuotes, r) {
			m.Start -= size
		}
		openings = append(openings, m)
	}
	slices.SortStableFunc(openings, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	return openings
}

// openingQuotes are the marks that open words, some of which also close them.
const openingQuotes = "“”„«»‘’‚\"'"

// cutsOf returns every place where a mark or block begins or ends, in order and
// each once.
func cutsOf(blocks []block, lists ...[]mark) []int {
	var cuts []int
	for _, marks := range lists {
		for _, m := range marks {
			cuts = append(cuts, m.Start, m.End)
		}
	}
	for _, b := range blocks {
		cuts = append(cuts, b.Start, b.End)
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

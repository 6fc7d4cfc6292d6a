package export

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// An article is one document on its way to a record.
type article struct {
	*verbatim.Document
	text    string
	options Options
	unit    Unit
	count   func(verbatim.Span) verbatim.Span // to what the record counts
}

func newArticle(text string, doc *verbatim.Document, f *form, o Options) *article {
	unit := cmp.Or(f.unit, o.Units, Bytes)
	return &article{Document: doc, text: text, options: o, unit: unit, count: counter(text, unit)}
}

// A MismatchError tells why a document cannot be one of the text that it was
// given with.
type MismatchError struct {
	// Problem says what leads nowhere: "a span ends at byte 80 of 52".
	Problem string
}

func (e *MismatchError) Error() string {
	return "export: the document is of another text: " + e.Problem
}

// Check returns a [*MismatchError] for the first span outside text and the first
// index outside the document, or nil. What else may be wrong with a document is
// told by its Validate. An Encoder does this by itself: it is there for those who write
// other forms.
func Check(text string, doc *verbatim.Document) error {
	for s := range doc.AllSpans() {
		if s.Start < 0 || s.Start > s.End || s.End > len(text) {
			return &MismatchError{fmt.Sprintf("a span goes from byte %d to %d of %d", s.Start, s.End, len(text))}
		}
	}
	for n := range doc.Messages {
		m := &doc.Messages[n]
		for _, at := range m.URLs {
			if at < 0 || at >= len(doc.URLs) {
				return &MismatchError{fmt.Sprintf("message %d has address %d of %d", n, at, len(doc.URLs))}
			}
		}
		for _, p := range []*verbatim.Party{m.Speaker, m.Recipient} {
			if p != nil && (p.ID < 0 || p.ID >= len(doc.Speakers)) {
				return &MismatchError{fmt.Sprintf("message %d has speaker %d of %d", n, p.ID, len(doc.Speakers))}
			}
		}
		if m.Repeats != nil && (*m.Repeats < 0 || *m.Repeats >= len(doc.Messages)) {
			return &MismatchError{fmt.Sprintf("message %d repeats message %d of %d", n, *m.Repeats, len(doc.Messages))}
		}
		if m.Sent != nil && m.Sent.Timestamp != nil && (*m.Sent.Timestamp < 0 || *m.Sent.Timestamp >= len(doc.Timestamps)) {
			return &MismatchError{fmt.Sprintf("message %d has time %d of %d", n, *m.Sent.Timestamp, len(doc.Timestamps))}
		}
	}
	return nil
}

// ranges writes spans in what the record counts: "12-40 45-60".
func (a *article) ranges(spans ...verbatim.Span) string {
	var b strings.Builder
	for n, s := range spans {
		if n > 0 {
			b.WriteByte(' ')
		}
		s = a.count(s)
		b.WriteString(strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End))
	}
	return b.String()
}

// nameOf is the name of one end of a message; empty for nobody.
func nameOf(p *verbatim.Party) string {
	if p == nil {
		return ""
	}
	return p.Name
}

// words turns a word of a vocabulary into words: "news conference".
func words[T ~string](word T) string { return strings.ReplaceAll(string(word), "_", " ") }

package verbatim

import "strings"

// A Span is a half-open range of bytes, [Start, End), of the text that was
// parsed: text[Start:End] is the piece itself. Offsets count bytes, not runes,
// and in valid UTF-8 they always stand on rune boundaries. [Offsets] converts
// them to the countings of other languages.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether the whole of inner lies within s.
func (s Span) Contains(inner Span) bool { return s.Start <= inner.Start && inner.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// In returns the piece of text that the span covers. The text must be the one
// that the span was found in; it panics, as slicing does, if the span does not
// fit.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Excerpt returns the pieces of text that the spans cover, in the order given,
// with " … " where something was left out between two of them: what a person
// said, for instance, from [Quote.Verbatim]. The text must be the one that the
// spans were found in.
func Excerpt(text string, spans ...Span) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(s.In(text))
	}
	return b.String()
}

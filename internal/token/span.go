package token

// A Span is a half-open range of bytes, [Start, End), of the text: text[Start:End]
// is the piece itself.
type Span struct {
	Start, End int
}

// Len returns the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether the whole of inner lies within s.
func (s Span) Contains(inner Span) bool { return s.Start <= inner.Start && inner.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// In returns the piece of text that the span covers. The text must be the one
// that the span was found in.
func (s Span) In(text string) string { return text[s.Start:s.End] }

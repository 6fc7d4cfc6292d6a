package token

// A Range is a half-open range of tokens, [First, Last).
type Range struct{ First, Last int }

// Empty reports whether no token is in the range.
func (r Range) Empty() bool { return r.First >= r.Last }

// Len returns how many tokens are in the range.
func (r Range) Len() int { return r.Last - r.First }

// Contains reports whether token i is in the range.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.Last }

// Overlaps reports whether the two ranges share a token.
func (r Range) Overlaps(other Range) bool { return r.First < other.Last && other.First < r.Last }

// Span returns the bytes from the first token's start to the last token's end.
// The range must not be empty.
func (r Range) Span(tokens []Token) Span {
	return Span{tokens[r.First].Start, tokens[r.Last-1].End}
}

// Mark sets the flags of the tokens of ranges.
func Mark(flags []bool, ranges []Range) {
	for _, r := range ranges {
		for i := r.First; i < r.Last; i++ {
			flags[i] = true
		}
	}
}

// Spans returns the span of each range; nil for none.
func Spans(tokens []Token, ranges []Range) []Span {
	if len(ranges) == 0 {
		return nil
	}
	spans := make([]Span, len(ranges))
	for i, r := range ranges {
		spans[i] = r.Span(tokens)
	}
	return spans
}

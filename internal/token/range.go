package token

// Range is a half-open range of tokens.
type Range struct{ First, Last int }

func (w Range) Empty() bool { return w.First >= w.Last }

func (w Range) Len() int { return w.Last - w.First }

func (w Range) Contains(i int) bool { return w.First <= i && i < w.Last }

func (w Range) Overlaps(other Range) bool { return w.First < other.Last && other.First < w.Last }

// Span returns the bytes from the first word's start to the last word's end.
func (w Range) Span(tokens []Token) Span {
	return Span{tokens[w.First].Start, tokens[w.Last-1].End}
}

// Mark marks the tokens of ranges.
func Mark(flags []bool, ranges []Range) {
	for _, w := range ranges {
		for i := w.First; i < w.Last; i++ {
			flags[i] = true
		}
	}
}

func Spans(tokens []Token, ranges []Range) []Span {
	if len(ranges) == 0 {
		return nil
	}
	spans := make([]Span, len(ranges))
	for i, w := range ranges {
		spans[i] = w.Span(tokens)
	}
	return spans
}

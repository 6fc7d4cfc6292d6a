package locate

import "github.com/verbatim-news/verbatim/internal/token"

// A tie says what a word has to do with the one before it.
type tie uint8

const (
	untied tie = iota
	clitic     // an apostrophe ties it to that
	unit       // that is a number, and it the word for its sign: "dollars"
)

// tiesOf returns the ties of a range of words.
func tiesOf(s *side, r token.Range, into []tie) []tie {
	into = into[:0]
	before := ""
	for i := r.First; i < r.Last; i++ {
		folded, t := s.fold(i), untied
		switch {
		case isClitic(folded):
			t = clitic
		case before != "" && isUnit(folded, before):
			t = unit
		}
		into = append(into, t)
		before = folded
	}
	return into
}

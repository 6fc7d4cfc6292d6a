package locate

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// opposite reports whether one of two folded words is the other with a prefix that
// negates.
func opposite(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	prefix, ok := strings.CutSuffix(a, b)
	if !ok {
		return false
	}
	switch prefix {
	case "un", "in", "im", "il", "ir", "dis", "non":
		return true
	}
	return false
}

func (s *side) hasNumber(r token.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if isNumeric(s.fold(i)) || wordNumbers[s.fold(i)].value > 0 && i > 0 && isNumeric(s.fold(i-1)) {
			return true
		}
	}
	return false
}

// hasName reports whether a word of a range is written as a name, or, where no
// capitals are left, usually is.
func (s *side) hasName(r token.Range) bool {
	for i := r.First; i < r.Last; i++ {
		folded := s.fold(i)
		switch {
		case folded == "i" || lexicon.IsMonth(folded) || lexicon.IsWeekday(folded):
		case !lexicon.HasCapital(folded) && (s.flat || s.border(i) != 0 || token.ShapeOf(s.words[i].in(s.text)) != token.ShapeTitle):
		default:
			return true
		}
	}
	return false
}

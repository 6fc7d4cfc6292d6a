package locate

import (
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A quotation is what is looked for: its words, and what it says of words that it
// leaves out or puts in.
type quotation struct {
	side
	parts   []token.Range // between ellipses, none empty
	bracket []int         // for each word in brackets the first one of them, else -1
	changed []affix       // for each word of which a part is in brackets: what is not
}

// An affix is what a word of the text begins and ends with at least that the
// quotation has changed the rest of: "want[ed]", "[T]he". It is empty for other
// words.
type affix struct{ before, after string }

// allows reports whether a folded word has both.
func (a affix) allows(folded string) bool {
	return a != (affix{}) && len(folded) >= len(a.before)+len(a.after) && strings.HasPrefix(folded, a.before) && strings.HasSuffix(folded, a.after)
}

// longestBracket is how many words in brackets stand for some of the text at most;
// more are taken as they are.
const longestBracket = 12

// readQuotation reads a quotation in the words of a vocabulary.
func readQuotation(text string, known *vocabulary) *quotation {
	q := &quotation{side: side{text: text, words: scan(text, newVocabulary(len(text))), flat: isFlat(text)}}
	q.changed = make([]affix, len(q.words))
	q.folds = make([]string, len(q.words))
	for i, w := range q.words {
		q.folds[i] = fold(w.in(text))
	}
	if strings.Contains(text, "[") {
		q.brackets()
	} else {
		q.bracket = outside(len(q.words))
	}
	for i := range q.words {
		q.words[i].id = known.lookup(q.folds[i])
	}
	q.ellipses()
	return q
}

func outside(n int) []int {
	none := make([]int, n)
	for i := range none {
		none[i] = -1
	}
	return none
}

// brackets joins words that brackets part, leaves out [sic], and marks the words
// that stand in brackets.
func (q *quotation) brackets() {
	words, folds, changed := q.words[:0:0], q.folds[:0:0], q.changed[:0:0]
	var bracket []int
	open := -1 // the first of words in the bracket that is open, or -1
	opened := q.opened()
	for i, w := range q.words {
		gap := q.gap(i)
		inside := opened[i]
		if !inside {
			open = -1
		}
		if i > 0 && len(words) > 0 && (gap == "[" || gap == "]") && inside != opened[i-1] {
			last := len(words) - 1
			if gap == "[" {
				changed[last].before, changed[last].after = folds[last], ""
			} else if changed[last] == (affix{}) {
				changed[last].after = q.folds[i]
			} else {
				changed[last].after += q.folds[i]
			}
			words[last].size = int32(w.end() - words[last].start)
			folds[last] += q.folds[i]
			bracket[last] = -1
			open = -1
			continue
		}
		if inside && q.folds[i] == "sic" && strings.HasSuffix(gap, "[") {
			continue
		}
		words, folds, changed = append(words, w), append(folds, q.folds[i]), append(changed, affix{})
		if inside && open < 0 || inside && strings.Contains(gap, "[") {
			open = len(words) - 1
		}
		bracket = append(bracket, open)
	}
	q.words, q.folds, q.changed, q.bracket = words, folds, changed, bracket
}

// opened tells for each word whether it stands in square brackets that close
// within longestBracket words.
func (q *quotation) opened() []bool {
	in := make([]bool, len(q.words))
	first := -1
	for i := range len(q.words) + 1 {
		for _, r := range q.gap(i) {
			switch {
			case r == '[':
				first = i
			case r == ']' && first >= 0:
				if i-first <= longestBracket {
					for k := first; k < i; k++ {
						in[k] = true
					}
				}
				first = -1
			}
		}
	}
	return in
}

// ellipses parts the quotation where words have been left out.
func (q *quotation) ellipses() {
	first := 0
	for i := 1; i < len(q.words); i++ {
		if hasEllipsis(q.gap(i)) {
			q.parts = append(q.parts, token.Range{First: first, Last: i})
			first = i
		}
	}
	if first < len(q.words) {
		q.parts = append(q.parts, token.Range{First: first, Last: len(q.words)})
	}
	for i, start := range q.bracket { // an ellipsis ends what a bracket stands for
		if start >= 0 && start < i && hasEllipsis(q.gap(i)) {
			for k := i; k < len(q.words) && q.bracket[k] == start; k++ {
				q.bracket[k] = i
			}
		}
	}
}

// hasEllipsis reports whether three points or their one character stand in a gap,
// with or without space between them.
func hasEllipsis(gap string) bool {
	points := 0
	for _, r := range gap {
		switch {
		case r == '…' || r == '⋯':
			return true
		case r == '.':
			if points++; points == 3 {
				return true
			}
		case !unicode.IsSpace(r):
			points = 0
		}
	}
	return false
}

// counted returns how many words of the quotation are to stand in the text: those
// outside brackets.
func (q *quotation) counted() (n int) {
	for _, b := range q.bracket {
		if b < 0 {
			n++
		}
	}
	return n
}

package locate

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

const (
	// farthest is how many words an ellipsis stands for at most: two columns of a
	// newspaper.
	farthest = 400
	// nearby is that for a part of one or two words, which stand everywhere.
	nearby = 40
	// shortPart is how many words a part has at least to be looked for farther away.
	shortPart = 3
)

// beside completes a place of the part anchor with the places of all other parts,
// each after the one before it. The words of a part that does not stand there count
// as inserted.
func (s *searcher) beside(anchor int, found finding) finding {
	parts := s.quote.parts
	if len(parts) == 1 {
		return found
	}
	before := make([][]step, 0, anchor)
	start, end := bounds(found.steps)
	at := start
	for n := anchor - 1; n >= 0; n-- {
		r := token.Range{First: max(0, at-reachOf(parts[n], parts[n+1])), Last: at}
		f, ok := s.near(parts[n], r, true)
		if !ok {
			f = s.inserted(parts[n], at)
		} else {
			at, _ = bounds(f.steps)
		}
		found.cost, found.exact = found.cost+f.cost, found.exact && ok && f.exact
		before = append(before, f.steps)
	}
	var steps []step
	for n := len(before) - 1; n >= 0; n-- {
		steps = joinSteps(steps, before[n])
	}
	steps = joinSteps(steps, found.steps)
	at = end
	for n := anchor + 1; n < len(parts); n++ {
		r := token.Range{First: at, Last: min(len(s.text.words), at+reachOf(parts[n], parts[n-1]))}
		f, ok := s.near(parts[n], r, false)
		if !ok {
			f = s.inserted(parts[n], at)
		} else {
			_, at = bounds(f.steps)
		}
		found.cost, found.exact = found.cost+f.cost, found.exact && ok && f.exact
		steps = joinSteps(steps, f.steps)
	}
	found.steps = steps
	return found
}

// reachOf is how far from its neighbour a part is looked for.
func reachOf(part, neighbour token.Range) int {
	if part.Len() < shortPart || neighbour.Len() < shortPart {
		return nearby + part.Len()
	}
	return farthest + 2*part.Len()
}

// near returns the place of a part in r, the nearest where its words stand in a
// row, else the best.
func (s *searcher) near(part, r token.Range, fromEnd bool) (best finding, ok bool) {
	s.occurrences(part, r, func(first int) bool {
		best, ok = finding{steps: rowOf(part, first), exact: true}, true
		return fromEnd
	})
	if ok {
		return best, true
	}
	for _, f := range s.aligned(part, r, nearbyAnchors) {
		if s.isPart(f.steps) && (!ok || f.before(best)) {
			best, ok = f, true
		}
	}
	return best, ok
}

// inserted is a part that does not stand in the text, before word at.
func (s *searcher) inserted(part token.Range, at int) finding {
	f := finding{cost: costInserted * part.Len()}
	for i := part.First; i < part.Last; i++ {
		f.steps = append(f.steps, step{opInserted, token.Range{First: i, Last: i + 1}, token.Range{First: at, Last: at}})
	}
	return f
}

// joinSteps appends the steps of a part to those of the parts before it, with the
// words between them that an ellipsis stands for.
func joinSteps(steps, part []step) []step {
	if len(steps) > 0 && len(part) > 0 {
		last, next := steps[len(steps)-1], part[0]
		if last.text.Last < next.text.First {
			steps = append(steps, step{opElided, token.Range{First: next.quote.First, Last: next.quote.First}, token.Range{First: last.text.Last, Last: next.text.First}})
		}
	}
	return append(steps, part...)
}

// bounds returns the first word of the text that steps cover, and the one after
// the last.
func bounds(steps []step) (first, last int) {
	return steps[0].text.First, steps[len(steps)-1].text.Last
}

func overlap(a, b []step) bool {
	aFirst, aLast := bounds(a)
	bFirst, bLast := bounds(b)
	return aFirst < bLast && bFirst < aLast
}

// formAt tells how far the words in a row that begin with word first of the text
// are written as the part is: 0 to the letter, 1 in quotation marks, else 2.
func (s *searcher) formAt(part token.Range, first int) int {
	last := first + part.Len()
	span := token.Range{First: first, Last: last}
	if s.text.in(span) == s.quote.in(part) {
		return 0
	}
	if strings.ContainsAny(s.text.gap(first), `"“‘'`) && strings.ContainsAny(s.text.gap(last), `"”’'`) {
		return 1
	}
	return 2
}

// in returns the piece of the text from the first to the last word of a range,
// which must not be empty.
func (s *side) in(r token.Range) string {
	return s.text[s.words[r.First].start:s.words[r.Last-1].end()]
}

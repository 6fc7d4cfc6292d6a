package locate

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
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

const (
	// block is how many words of a part are aligned at once.
	block = 256
	// longestOmission is how many words of the text may be missing in a row, beyond a
	// quarter of the words sought.
	longestOmission = 48
	// surely is how many words in a row are the same where two blocks meet.
	surely = 4
)

// aligned returns places of a part in r by the windows that have most of its words,
// count of them at most.
func (s *searcher) aligned(part, r token.Range, count int) []finding {
	head := token.Range{First: part.First, Last: min(part.Last, part.First+block)}
	var found []finding
	for _, first := range s.windows(head, r, count) {
		room := head.Len()/4 + longestOmission
		reach := token.Range{First: max(r.First, first-room), Last: min(r.Last, first+head.Len()+room)}
		f := s.align(part, head, reach, first, r.Last)
		again := false
		for _, other := range found {
			again = again || overlap(other.steps, f.steps)
		}
		if !again {
			found = append(found, f)
		}
	}
	return found
}

// align aligns a part with the text, its first words with those of reach, best about
// word first, and block by block what follows with what follows there, up to word last.
func (s *searcher) align(part, head, reach token.Range, first, last int) finding {
	a := &s.table
	a.prepare(head, reach, true)
	a.fill()
	f := finding{steps: a.steps(a.last(first + head.Len()))}
	for head.Last < part.Last {
		if c := s.count(f.steps[max(0, len(f.steps)-block):]); c.differing > c.words/2 {
			f.steps = append(f.steps, s.inserted(token.Range{First: head.Last, Last: part.Last}, f.steps[len(f.steps)-1].text.Last).steps...)
			break // whatever follows, it is no quotation
		}
		f.steps = s.alongSame(untilSure(f.steps), part.Last, last)
		done := f.steps[len(f.steps)-1]
		if done.quote.Last == part.Last {
			break
		}
		head = token.Range{First: done.quote.Last, Last: min(part.Last, done.quote.Last+block)}
		reach = token.Range{First: done.text.Last, Last: min(last, done.text.Last+head.Len()+head.Len()/4+longestOmission)}
		a.prepare(head, reach, false)
		a.fill()
		f.steps = append(f.steps, a.steps(a.last(done.text.Last+head.Len()))...)
	}
	f.cost = costOf(f.steps)
	return f
}

// alongSame appends the words that go on being the same, up to word quoteLast of the
// quotation and textLast of the text, but for the last few, which the next block
// reads once more.
func (s *searcher) alongSame(steps []step, quoteLast, textLast int) []step {
	done := steps[len(steps)-1]
	q, t := done.quote.Last, done.text.Last
	same := 0
	for q+same < quoteLast && t+same < textLast && s.quote.words[q+same].id == s.text.words[t+same].id {
		same++
	}
	if q+same < quoteLast {
		same -= min(same, surely)
	}
	return append(steps, rowOf(token.Range{First: q, Last: q + same}, t)...)
}

// untilSure leaves out the last steps down to words that are the same in a row:
// where a block ends, what follows could have told otherwise. At least half of a
// block stays.
func untilSure(steps []step) []step {
	row := 0
	for n := len(steps) - 1; n >= max(1, len(steps)-block/2); n-- {
		if steps[n].op != opSame {
			row = 0
			continue
		}
		if row++; row == surely {
			return steps[:n+surely]
		}
	}
	return steps[:max(1, len(steps)-block/2)]
}

// costOf adds up what steps cost.
func costOf(steps []step) (cost int) {
	for _, st := range steps {
		switch st.op {
		case opSpelled:
			cost += costSpelled
		case opReplaced:
			cost += costReplaced
		case opInserted:
			cost += costInserted
		case opOmitted:
			cost += min(costOmitted*st.text.Len(), costLong+costLonger*st.text.Len())
		case opBracketed:
			cost += costBracketed + costBracketWord*st.text.Len()
		case opInterrupted:
			cost += costInterrupted
		}
	}
	return cost
}

// leastAltered is how many words a quotation has at least that may have one
// altered: of fewer words, the rest stands everywhere. leastPart is that for one
// part of several.
const (
	leastAltered = 4
	leastPart    = 3
)

// fewMissing is how many words left out in a row count as one; more count as two.
const fewMissing = 3

// isQuotation reports whether so many words agree that it is a quotation, if not a
// true one, and no paraphrase: one of four, two of five to eight, and a third of
// more may differ, and no more than there are words that agree and do not stand
// everywhere, unless one alone differs. Where words are left out by an ellipsis, one
// part must have some words of its own, and so must what stands around brackets.
func (s *searcher) isQuotation(steps []step) bool {
	c := s.count(steps)
	switch {
	case c.words == 0, c.elided && s.longestPart() < shortPart, c.words < wordsPerBracket*c.bracketed:
		return false
	case c.differing <= 1:
		return c.differing == 0 || c.words >= leastAltered
	}
	return c.differing <= max(min(c.words-leastPart, 2), c.words/3) && c.differing <= c.telling
}

// isPart is isQuotation for a part beside another: one word of three may differ, and
// some be left out of two that do not both stand everywhere.
func (s *searcher) isPart(steps []step) bool {
	c := s.count(steps)
	return c.differing == 1 && (c.words == leastPart || c.words == leastPart-1 && c.missing == 1 && c.telling > 0) || s.isQuotation(steps)
}

// A count is what an alignment has of words.
type count struct {
	words     int // of the quotation that are to stand in the text
	missing   int // of the text that are left out, by the rows in which they are
	differing int // on either side; what an apostrophe ties to another word is none
	telling   int // that agree and do not stand everywhere
	bracketed int // brackets that stand for words of the text
	elided    bool
}

// wordsPerBracket is how many words there are at least for each bracket that stands
// for others.
const wordsPerBracket = 2

// longestPart returns how many words the longest part of the quotation has.
func (s *searcher) longestPart() (longest int) {
	for _, p := range s.quote.parts {
		longest = max(longest, p.Len())
	}
	return longest
}

func (s *searcher) count(steps []step) (c count) {
	row := 0 // words left out
	for _, st := range steps {
		if st.op == opOmitted {
			for i := st.text.First; i < st.text.Last; i++ {
				if !isClitic(s.text.fold(i)) {
					row++
					if row == 1 || row == fewMissing+1 {
						c.missing++
						c.differing++
					}
				}
			}
			continue
		}
		row = 0
		switch st.op {
		case opInserted:
			if c.words++; !isClitic(s.quote.fold(st.quote.First)) {
				c.differing++
			}
		case opReplaced:
			c.words++
			c.differing++
		case opElided:
			c.elided = true
		case opBracketed:
			if !st.text.Empty() && s.quote.bracket[st.quote.First] >= 0 {
				c.bracketed++
			}
		case opSame, opSpelled:
			c.words += st.quote.Len()
			for i := st.quote.First; i < st.quote.Last; i++ {
				if !lexicon.IsFunctionWord(s.quote.fold(i)) {
					c.telling++
				}
			}
		}
	}
	return c
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

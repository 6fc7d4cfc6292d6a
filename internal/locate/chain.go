package locate

import "github.com/verbatim-news/verbatim/internal/token"

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

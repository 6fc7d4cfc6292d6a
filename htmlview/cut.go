package htmlview

import (
	"slices"

	"github.com/verbatim-news/verbatim"
)

// A piece is a stretch of the text in which nothing of the record begins or
// ends. Of the things of one kind that go on in it, it shows the one that began
// last: the innermost, where they are nested.
type piece struct {
	verbatim.Span
	top      [kinds]int // index of the message, speaker …; -1 for none
	opens    []mark     // the contents that begin here, or behind a quotation mark here
	restored string     // its words made readable; empty where they are as they stand
}

// isMarked reports whether the record speaks of the piece.
func (p *piece) isMarked() bool {
	return slices.ContainsFunc(p.top[:], func(of int) bool { return of >= 0 })
}

// A cutting is a text in pieces.
type cutting struct {
	text   string
	blocks []cutBlock
	// marked are the pieces that the record speaks of: their numbers on the page.
	marked []*piece
	// marks are the spans of the record, each with the numbers of its pieces.
	marks []cutMark
}

// A cutBlock is a block with its pieces, which leave nothing of it out.
type cutBlock struct {
	block
	pieces []*piece
}

// A cutMark is a mark with the number of its first piece and of the one after its
// last.
type cutMark struct {
	mark
	first, end int
}

// cut parts a text into pieces, in one sweep over the places where something
// begins or ends. What goes on at a place is kept on a stack for each kind, from
// which those that have ended are taken when they come to the top: every mark is
// put on and taken off once, however they lie within and across each other.
func cut(text string, doc *verbatim.Document) *cutting {
	c := &cutting{text: text}
	blocks, marks := blocksOf(text, doc), marksOf(doc)
	openings := openingMarks(text, marks)
	cuts := cutsOf(blocks, marks, openings)
	before := make([]int, len(cuts)) // how many marked pieces there are before each cut
	var stacks [kinds][]mark
	waiting := marks
	for i, at := range cuts {
		for ; len(waiting) > 0 && waiting[0].Start == at; waiting = waiting[1:] {
			stacks[waiting[0].kind] = append(stacks[waiting[0].kind], waiting[0])
		}
		before[i] = len(c.marked)
		for len(blocks) > 0 && blocks[0].End <= at {
			blocks = blocks[1:]
		}
		if len(blocks) == 0 || at < blocks[0].Start {
			continue // the space between two blocks
		}
		if at == blocks[0].Start {
			c.blocks = append(c.blocks, cutBlock{block: blocks[0]})
		}
		p := &piece{Span: verbatim.Span{Start: at, End: cuts[i+1]}}
		p.opens, openings = openAt(openings, at)
		for k := range stacks {
			p.top[k] = topAt(&stacks[k], at)
		}
		last := &c.blocks[len(c.blocks)-1]
		last.pieces = append(last.pieces, p)
		if p.isMarked() {
			c.marked = append(c.marked, p)
		}
	}
	number := func(at int) int {
		i, _ := slices.BinarySearch(cuts, at)
		return before[i]
	}
	c.marks = make([]cutMark, len(marks))
	for i, m := range marks {
		c.marks[i] = cutMark{m, number(m.Start), number(m.End)}
	}
	return c
}

// topAt returns what the innermost mark that goes on at a place belongs to; -1 for
// none.
func topAt(stack *[]mark, at int) int {
	s := *stack
	for len(s) > 0 && s[len(s)-1].End <= at {
		s = s[:len(s)-1]
	}
	*stack = s
	if len(s) == 0 {
		return -1
	}
	return s[len(s)-1].of
}

// openAt parts openings into those up to a place and the rest.
func openAt(openings []mark, at int) (here, rest []mark) {
	n := 0
	for n < len(openings) && openings[n].Start <= at {
		n++
	}
	return openings[:n], openings[n:]
}

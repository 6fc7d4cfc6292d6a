package locate

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A step is one piece of an alignment: words of the quotation against words of
// the text, in the order of both.
type step struct {
	op    op
	quote token.Range
	text  token.Range
}

// An op is what a step says of its words.
type op uint8

const (
	opNone        op = iota
	opSame           // one word of each, the same
	opSpelled        // the same, in other words: "dont" and "don t", "25" and "twenty five"
	opReplaced       // one word of each, another one
	opInserted       // a word of the quotation alone
	opOmitted        // a word of the text alone
	opLong           // many words of the text alone
	opBracketed      // what the quotation has in brackets, for words of the text or none
	opInterrupted    // words of the text outside quotation marks
	opElided         // words of the text for which the quotation has an ellipsis
)

// The cost of a step. A word left out costs 48, so that many left out in a row,
// which cost little more than two, can be told from each other by their number.
const (
	costSpelled     = 2
	costBracketed   = 8  // and for each word of the text
	costBracketWord = 12 // so much more
	costInterrupted = 24
	costOmitted     = 48
	costReplaced    = 64 // less than left out and put in
	costInserted    = 68
	costAtEdge      = 36 // more for the first and last word: that two were left out beside it is likelier
	costClitic      = 8  // what an apostrophe ties to a word, or the unit of a number, left out or put in
	costChance      = 12 // more for a word such as "the" that stands alone at an edge
	costBroken      = 64 // more for one that a mark parts from the rest, or half of a contracted word
	costBorder      = 8  // more for a word that a sentence or quotation parts from the next
	costLong        = 96 // many words left out cost as two,
	costLonger      = 1  // and hardly more for each that follows
	unreachable     = 1 << 28
)

// longestBracketed is how many words of the text a bracket stands for at most: "any
// few words".
const longestBracketed = 8

// longestJoin is how many words one word may be written in: "3 000 000 000".
const longestJoin = 4

// An alignment is the table of one part against one range of the text; it is used
// again for the next.
type alignment struct {
	quote       *quotation
	text        *side
	part, reach token.Range // what is aligned
	anywhere    bool        // the part may begin at any word of reach, else at its first
	costs       []int32
	ops         []op     // how each cell was reached best
	back        []uint8  // how many words of the text the step to it takes, for those that take more than one
	opened      []bool   // the long omission that ends in the cell begins here
	folds       []string // of the words of reach
	textTies    []tie    // of the words of reach, and of the part
	quoteTies   []tie
	textRuns    []run
	quoteRuns   []run
	openings    []int32 // for each word of reach the one after which an interruption ends before it, plus 1
}

func (a *alignment) columns() int { return a.reach.Len() + 1 }

// at returns the cell in which i words of the part and j of the reach are aligned.
func (a *alignment) at(i, j int) int { return i*a.columns() + j }

// prepare makes the table ready for a part and a range of the text.
func (a *alignment) prepare(part, reach token.Range, anywhere bool) {
	a.part, a.reach, a.anywhere = part, reach, anywhere
	cells := (part.Len() + 1) * a.columns()
	if cap(a.costs) < cells {
		a.costs, a.ops, a.back, a.opened = make([]int32, cells), make([]op, cells), make([]uint8, cells), make([]bool, cells)
	}
	a.costs, a.ops, a.back, a.opened = a.costs[:cells], a.ops[:cells], a.back[:cells], a.opened[:cells]
	a.folds = a.folds[:0]
	a.openings = a.openings[:0]
	for range a.columns() {
		a.openings = append(a.openings, 0)
	}
	a.textTies = tiesOf(a.text, reach, a.textTies)
	a.quoteTies = tiesOf(&a.quote.side, part, a.quoteTies)
	for j := reach.First; j < reach.Last; j++ {
		a.folds = append(a.folds, a.text.fold(j))
		if j > reach.First {
			if k := a.text.resumes(j, reach.Last); k > j {
				a.openings[k-reach.First] = int32(j-reach.First) + 1
			}
		}
	}
	a.textRuns = numbersEnding(a.text, reach, a.textRuns)
	a.quoteRuns = numbersEnding(&a.quote.side, part, a.quoteRuns)
}

// fill computes the table row by row.
func (a *alignment) fill() {
	for i := range a.part.Len() + 1 {
		long := int32(unreachable) // the cost of a long omission that ends in the cell before
		for j := range a.columns() {
			cell := a.at(i, j)
			a.costs[cell], a.ops[cell], a.opened[cell] = unreachable, opNone, false
			if i == 0 && (j == 0 || a.anywhere) {
				a.costs[cell] = 0
				continue
			}
			if i > 0 {
				a.reachDown(i, j)
			}
			if i == a.part.Len() || j == 0 {
				continue // after the last word of the part nothing is left out
			}
			if from := a.openings[j]; from > 0 && i > 0 {
				a.take(cell, a.costs[a.at(i, int(from)-1)]+costInterrupted, opInterrupted, j-int(from)+1)
			}
			before := a.costs[cell-1] + a.firstByChance(i, j-1)
			switch {
			case a.textTies[j-1] == clitic: // "don't" is one word
				a.take(cell, before+a.cliticAfter(cell-1, costOmitted), opOmitted, 1)
				if j > 1 {
					a.take(cell, a.costs[cell-2]+a.firstByChance(i, j-2)+costOmitted, opOmitted, 2)
				}
			case a.textTies[j-1] == unit:
				a.take(cell, before+costClitic, opOmitted, 1)
			default:
				a.take(cell, before+costOmitted, opOmitted, 1)
			}
			if long += costLonger; before+costLong < long {
				long = before + costLong
				a.opened[cell] = true
			}
			a.take(cell, long, opLong, 0)
		}
	}
}

// take notes a way to the cell if it is the cheapest so far.
func (a *alignment) take(cell int, cost int32, by op, textWords int) {
	if cost < a.costs[cell] {
		a.costs[cell], a.ops[cell], a.back[cell] = cost, by, uint8(textWords)
	}
}

// reachDown takes the ways to a cell that use words of the quotation.
func (a *alignment) reachDown(i, j int) {
	cell := a.at(i, j)
	q := a.part.First + i - 1
	if j > 0 {
		t := a.reach.First + j - 1
		diagonal := a.costs[a.at(i-1, j-1)]
		if id := a.quote.words[q].id; id != unknown && id == a.text.words[t].id {
			a.take(cell, diagonal+a.lastByChance(i, j), opSame, 1)
			if a.quote.bracket[q] < 0 && a.costs[cell] == diagonal {
				return // nothing is better
			}
		}
		a.takeSpelled(cell, i, j)
		switch changed := a.quote.changed[q]; {
		case changed.allows(a.folds[j-1]):
			a.take(cell, diagonal+costBracketed, opBracketed, 1)
		case (i > 1 || a.textTies[j-1] != clitic) && mayContract(a.folds[j-1], a.quote.folds[q]) && sameContracted(a.text, t, &a.quote.side, q):
			a.take(cell, diagonal+costSpelled, opSpelled, 1)
		default:
			a.take(cell, diagonal+costReplaced+a.atEdge(i, j), opReplaced, 1)
		}
	}
	if start := a.quote.bracket[q]; start >= a.part.First && (q+1 == a.part.Last || a.quote.bracket[q+1] != start) {
		up := start - a.part.First
		for n := 0; n <= min(j, longestBracketed); n++ {
			a.take(cell, a.costs[a.at(up, j-n)]+costBracketed+costBracketWord*int32(n), opBracketed, n)
		}
	}
	inserted := int32(costInserted)
	switch tied := a.quoteTies[i-1]; {
	case tied == clitic:
		inserted = a.cliticAfter(a.at(i-1, j), costInserted)
	case tied == unit:
		inserted = costClitic
	case a.isEdge(i):
		inserted += costAtEdge
	}
	a.take(cell, a.costs[a.at(i-1, j)]+inserted, opInserted, 0)
}

// cliticAfter is what it costs to leave out, or put in, what an apostrophe ties to the
// word of the cell before: nothing much if that was replaced, as both are one word.
func (a *alignment) cliticAfter(before int, cost int32) int32 {
	if a.ops[before] == opReplaced {
		return costClitic
	}
	return cost
}

// isEdge reports whether row i is that of the first or last word of a part that may
// stand anywhere.
func (a *alignment) isEdge(i int) bool { return i == 1 && a.anywhere || i == a.part.Len() }

// atEdge is what it costs more to replace the word of row i by the one of column j
// at an edge: more yet if that stands in another sentence or quotation, or is but
// the end of a contracted word.
func (a *alignment) atEdge(i, j int) (cost int32) {
	if !a.isEdge(i) {
		return 0
	}
	t := a.reach.First + j - 1
	switch {
	case i == 1 && a.textTies[j-1] == clitic:
		cost = costBroken
	case i == 1 && a.text.border(t+1) != 0, i == a.part.Len() && a.text.border(t) != 0:
		cost = costBorder
	}
	return costAtEdge + cost
}

// firstByChance is what it costs more to leave out words after column j if only the
// first word of the part stands before them, and a mark parts it from them, or it
// opens no quotation and is one that stands everywhere.
func (a *alignment) firstByChance(i, j int) int32 {
	if i != 1 || j < 1 || !a.anywhere || a.ops[a.at(i, j)] != opSame {
		return 0
	}
	t := a.reach.First + j - 1
	return a.byChance(j, a.text.border(t+1), a.text.border(t)&(opensQuotation|endsParagraph))
}

// lastByChance is firstByChance for the last word, which stands in column j.
func (a *alignment) lastByChance(i, j int) int32 {
	if i != a.part.Len() || i == 1 {
		return 0
	}
	if before := a.ops[a.at(i-1, j-1)]; before != opOmitted && before != opLong && before != opInterrupted {
		return 0
	}
	t := a.reach.First + j - 1
	return a.byChance(j, a.text.border(t), a.text.border(t+1)&(closesQuotation|endsParagraph))
}

// byChance is what a word at an edge costs more that marks part from the rest and from
// what stands outside.
func (a *alignment) byChance(j int, rest, outside border) int32 {
	switch {
	case rest != 0:
		return costBroken
	case outside == 0 && lexicon.IsFunctionWord(a.folds[j-1]):
		return costChance
	}
	return 0
}

// takeSpelled takes the ways to a cell by which one word is written in several, or
// a number in other words.
func (a *alignment) takeSpelled(cell, i, j int) {
	q, t := a.quote.folds[a.part.First+i-1], a.folds[j-1]
	switch {
	case q[len(q)-1] != t[len(t)-1]:
	case len(q) > len(t):
		if n := a.joined(q, func(k int) string { return a.folds[j-k] }, j, func(k int) bool { return a.text.groups(a.reach.First + j - k) }); n > 0 {
			a.take(cell, a.costs[a.at(i-1, j-n)]+costSpelled, opSpelled, n)
		}
	case len(q) < len(t):
		if n := a.joined(t, func(k int) string { return a.quote.folds[a.part.First+i-k] }, i, func(k int) bool { return a.quote.groups(a.part.First + i - k) }); n > 0 {
			a.takeRows(cell, a.costs[a.at(i-n, j-1)]+costSpelled, n, 1)
		}
	}
	textRun, quoteRun := a.textRuns[j], a.quoteRuns[i]
	if textRun.first < 0 || quoteRun.first < 0 || textRun.number != quoteRun.number {
		return
	}
	rows, columns := a.part.First+i-quoteRun.first, a.reach.First+j-textRun.first
	a.takeRows(cell, a.costs[a.at(i-rows, j-columns)]+costSpelled, rows, columns)
}

// takeRows notes a way by several words of the quotation, which are kept in the
// high half of back.
func (a *alignment) takeRows(cell int, cost int32, rows, columns int) {
	a.take(cell, cost, opSpelled, columns|(rows-1)<<4)
}

// joined returns how many words together are whole: those that piece returns, the
// nearest first, of which there are left. Digits only join in groups of three that
// parts says are parted as thousands are. It returns 0 if they are not.
func (a *alignment) joined(whole string, piece func(k int) string, left int, parts func(k int) bool) int {
	rest := whole
	digits := token.IsDigits(whole)
	for k := 1; k <= min(left, longestJoin); k++ {
		p := piece(k)
		cut, ok := strings.CutSuffix(rest, p)
		if !ok {
			return cannot(whole, piece, left)
		}
		if cut == "" {
			return k
		}
		if digits && (len(p) != 3 || !parts(k)) {
			return 0
		}
		rest = cut
	}
	return 0
}

// cannot is joined for "can t".
func cannot(whole string, piece func(k int) string, left int) int {
	if whole == "cannot" && left > 1 && piece(1) == "t" && piece(2) == "can" {
		return 2
	}
	return 0
}

// last returns the column at which the part ends best; of several the one nearest to
// word near of the text.
func (a *alignment) last(near int) int {
	near -= a.reach.First
	best := 0
	row := a.costs[a.at(a.part.Len(), 0):]
	for j := range a.columns() {
		if row[j] < row[best] || row[j] == row[best] && distance(j, near) < distance(best, near) {
			best = j
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// steps returns the way to the last word of the part and column j of the text.
func (a *alignment) steps(j int) []step {
	var way []step
	for i := a.part.Len(); i > 0 || !a.anywhere && j > 0; {
		cell := a.at(i, j)
		by, rows, columns := a.ops[cell], 0, int(a.back[cell])
		switch by {
		case opSame, opReplaced:
			rows = 1
		case opSpelled:
			rows, columns = 1+columns>>4, columns&15
		case opInserted:
			rows = 1
		case opBracketed:
			rows = a.bracketRows(i)
		case opLong:
			for columns = 1; !a.opened[cell]; columns++ {
				cell--
			}
			by = opOmitted
		}
		q, t := a.part.First+i, a.reach.First+j
		way = append(way, step{by, token.Range{First: q - rows, Last: q}, token.Range{First: t - columns, Last: t}})
		i, j = i-rows, j-columns
	}
	reverse(way)
	return way
}

// bracketRows returns how many words of the quotation the bracket has that ends in
// row i.
func (a *alignment) bracketRows(i int) int {
	if start := a.quote.bracket[a.part.First+i-1]; start >= 0 {
		return a.part.First + i - start
	}
	return 1
}

func reverse(way []step) {
	for i, k := 0, len(way)-1; i < k; i, k = i+1, k-1 {
		way[i], way[k] = way[k], way[i]
	}
}

package tagger

import "github.com/verbatim-news/verbatim/internal/tagger/kernel"

// The labels of words: outside, and the beginning and inside of a source, a cue,
// and of content in (direct) or out of (indirect) the speaker's own words. A
// content that passes from one to the other goes on with an inside label, so a
// begin label stands where a content begins and nowhere else.
const (
	outside = iota
	beginSource
	insideSource
	beginCue
	insideCue
	beginDirect
	insideDirect
	beginIndirect
	insideIndirect
	labels
)

// The columns of the heads' scores.
const (
	followColumn = 0
	caseColumn   = followColumn + follows
	tagColumn    = caseColumn + cases
	sideColumns  = follows + cases
	headColumns  = tagColumn + labels
)

const never = -1e4

// A chain scores which label follows which.
type chain struct {
	pair      [labels][labels]float32 // to, from
	step      [labels][labels]float32 // from, to: e to the power pair
	back      [labels][labels]float32 // to, from: the same
	first     [labels]float32
	firstStep [labels]float32 // e to the power first
}

func newChain(pairs []float32) *chain {
	c := new(chain)
	if len(pairs) != labels*labels {
		return c
	}
	for to := range labels {
		if !mayFollow(outside, to) {
			c.first[to] = never
		}
		c.firstStep[to] = kernel.Exponential(c.first[to])
		for from := range labels {
			c.pair[to][from] = pairs[from*labels+to]
			if mayFollow(from, to) {
				c.step[from][to] = kernel.Exponential(c.pair[to][from])
			} else {
				c.pair[to][from] = never
			}
			c.back[to][from] = c.step[from][to]
		}
	}
	return c
}

// mayFollow tells whether a label may stand after another.
func mayFollow(from, to int) bool {
	switch to {
	case insideSource:
		return from == beginSource || from == insideSource
	case insideCue:
		return from == beginCue || from == insideCue
	case insideDirect, insideIndirect:
		return from >= beginDirect
	}
	return true
}

// A row has a number for each label; rows of words stand one behind the other.
type row = [labels]float32

// rowAt is the row of a word.
func rowAt(rows []float32, word int) *row { return (*row)(rows[word*labels:]) }

// best finds the labels of the highest score, one for each of path; back is room
// for a row of each.
func (c *chain) best(path []uint8, back [][labels]uint8, scores []float32) {
	if len(path) == 0 {
		return
	}
	now := *rowAt(scores, 0)
	for to, v := range c.first {
		now[to] += v
	}
	for k := 1; k < len(path); k++ {
		var next row
		score, whence := rowAt(scores, k), &back[k]
		for to := range c.pair {
			pair := &c.pair[to]
			from, most := 0, now[0]+pair[0]
			for f := 1; f < labels; f++ {
				if v := now[f] + pair[f]; v > most {
					from, most = f, v
				}
			}
			whence[to] = uint8(from)
			next[to] = most + score[to]
		}
		now = next
	}
	last := 0
	for l, v := range now {
		if v > now[last] {
			last = l
		}
	}
	for k := len(path) - 1; k > 0; k-- {
		path[k] = uint8(last)
		last = int(back[k][last])
	}
	path[0] = uint8(last)
}

// chainBlock is how many words the chain is gone through at once for the chances of
// labels. What the words before each of them say is kept for a block alone, and found
// again from where it begins.
const chainBlock = 256

// marginals makes the scores of every label of every word its probability.
func (c *chain) marginals(k kernel.Kernel, scores []float32) {
	words := len(scores) / labels
	for k := range words {
		score := rowAt(scores, k)
		most := score[0]
		for _, v := range score {
			if v > most {
				most = v
			}
		}
		for l := range score {
			score[l] -= most
		}
	}
	k.Exponentiate(scores) // they become what each word says by itself
	before := make([]row, (words+chainBlock-1)/chainBlock)
	chances := make([]float32, min(words, chainBlock)*labels)
	now := c.firstStep
	for n := range before {
		before[n] = now
		now = c.forward(chances, blockOf(scores, n), now, n == 0)
	}
	now = row{1, 1, 1, 1, 1, 1, 1, 1, 1}
	for n := len(before) - 1; n >= 0; n-- {
		local := blockOf(scores, n)
		if n < len(before)-1 {
			c.forward(chances, local, before[n], n == 0)
		}
		now = c.backward(chances, local, now)
	}
}

// blockOf returns the rows of block n.
func blockOf(rows []float32, n int) []float32 {
	const size = chainBlock * labels
	return rows[n*size : min((n+1)*size, len(rows))]
}

// forward writes to out what the words before and each word of a block itself say.
// now is what those before the block say, and the answer the same for the next one;
// first reports whether there are none.
func (c *chain) forward(out, local []float32, now row, first bool) row {
	for k := range len(local) / labels {
		next := rowAt(out, k)
		if first && k == 0 {
			*next = now
		} else {
			weigh(next, &c.back, &now)
		}
		for l, v := range rowAt(local, k) {
			next[l] *= v
		}
		normalise(next)
		now = *next
	}
	return now
}

// backward multiplies the chances of a block by what the words behind say, and
// writes them over what its words say by themselves. now is what those behind the
// block say, and the answer the same for the block before.
func (c *chain) backward(chances, local []float32, now row) row {
	for k := len(local)/labels - 1; k >= 0; k-- {
		var here row
		chance, word := rowAt(chances, k), rowAt(local, k)
		for l, v := range word {
			chance[l] *= now[l]
			here[l] = v * now[l]
		}
		normalise(chance)
		*word = *chance
		weigh(&now, &c.step, &here)
		normalise(&now)
	}
	return now
}

// weigh writes for each label the sum of all labels' numbers, by the label's
// weights of them.
func weigh(to *row, weights *[labels]row, numbers *row) {
	n := *numbers
	for l := range weights {
		w := &weights[l]
		sum := float32(n[0]*w[0]) + float32(n[1]*w[1])
		sum += float32(n[2] * w[2])
		sum += float32(n[3] * w[3])
		sum += float32(n[4] * w[4])
		sum += float32(n[5] * w[5])
		sum += float32(n[6] * w[6])
		sum += float32(n[7] * w[7])
		sum += float32(n[8] * w[8])
		to[l] = sum
	}
}

// normalise makes the sum one.
func normalise(r *row) {
	var sum float32
	for _, v := range r {
		sum += v
	}
	if sum <= 0 {
		return
	}
	for l := range r {
		r[l] /= sum
	}
}

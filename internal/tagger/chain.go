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
	headColumns  = tagColumn + labels
)

const never = -1e4

// A chain scores which label follows which.
type chain struct {
	pair  [labels][labels]float32 // from, to
	step  [labels][labels]float32 // e to the power pair
	first [labels]float32
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
		for from := range labels {
			c.pair[from][to] = pairs[from*labels+to]
			if mayFollow(from, to) {
				c.step[from][to] = kernel.Exponential(c.pair[from][to])
			} else {
				c.pair[from][to] = never
			}
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

// best finds the labels of the highest score; scores has a row of labels a word.
func (c *chain) best(scores []float32) []uint8 {
	words := len(scores) / labels
	if words == 0 {
		return nil
	}
	back := make([][labels]uint8, words)
	var now [labels]float32
	for to := range labels {
		now[to] = scores[to] + c.first[to]
	}
	for k := 1; k < words; k++ {
		var next [labels]float32
		for to := range labels {
			from, most := 0, now[0]+c.pair[0][to]
			for f := 1; f < labels; f++ {
				if v := now[f] + c.pair[f][to]; v > most {
					from, most = f, v
				}
			}
			back[k][to] = uint8(from)
			next[to] = most + scores[k*labels+to]
		}
		now = next
	}
	path := make([]uint8, words)
	last := 0
	for l := range labels {
		if now[l] > now[last] {
			last = l
		}
	}
	for k := words - 1; k > 0; k-- {
		path[k] = uint8(last)
		last = int(back[k][last])
	}
	path[0] = uint8(last)
	return path
}

// marginals gives the probability of every label of every word.
func (c *chain) marginals(scores []float32) [][labels]float32 {
	words := len(scores) / labels
	out, local := make([][labels]float32, words), make([][labels]float32, words)
	for k := range words {
		row := scores[k*labels : (k+1)*labels]
		most := row[0]
		for _, v := range row {
			most = max(most, v)
		}
		for l, v := range row {
			local[k][l] = kernel.Exponential(v - most)
		}
	}
	var now [labels]float32
	for k := range words {
		var next [labels]float32
		for to := range labels {
			if k == 0 {
				next[to] = kernel.Exponential(c.first[to]) * local[0][to]
				continue
			}
			var sum float32
			for from := range labels {
				sum += float32(now[from] * c.step[from][to])
			}
			next[to] = sum * local[k][to]
		}
		normalise(&next)
		now, out[k] = next, next
	}
	now = [labels]float32{1, 1, 1, 1, 1, 1, 1, 1, 1}
	for k := words - 1; k >= 0; k-- {
		for l := range labels {
			out[k][l] *= now[l]
		}
		normalise(&out[k])
		var next [labels]float32
		for from := range labels {
			var sum float32
			for to := range labels {
				sum += float32(c.step[from][to] * float32(local[k][to]*now[to]))
			}
			next[from] = sum
		}
		normalise(&next)
		now = next
	}
	return out
}

// normalise makes the sum one.
func normalise(row *[labels]float32) {
	var sum float32
	for _, v := range row {
		sum += v
	}
	if sum <= 0 {
		return
	}
	for l := range row {
		row[l] /= sum
	}
}

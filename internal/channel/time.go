package channel

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/token"
)

// placeTimes finds the words of the time expressions.
func (r *reader) placeTimes() {
	next := 0
	for n, t := range r.timestamps {
		for next < len(r.Tokens) && r.Tokens[next].End <= t.Start {
			next++
		}
		last := next
		for last < len(r.Tokens) && r.Tokens[last].Start < t.End {
			last++
		}
		r.Times[n] = token.Range{First: next, Last: last}
	}
}

// timesIn returns the range of the time expressions that have a word in w.
func (r *reader) timesIn(w token.Range) (first, last int) {
	first, _ = slices.BinarySearchFunc(r.Times, w.First, func(t token.Range, at int) int { return cmp.Compare(t.Last, at+1) })
	for last = first; last < len(r.Times) && r.Times[last].First < w.Last; last++ {
	}
	return first, last
}

// signatureReach is how many words after the name that signs a post its day may
// stand.
const signatureReach = 4

// timeAfter returns the first time expression within a few words of token i that
// can be the time of a message, or -1.
func (r *reader) timeAfter(i int) int {
	first, last := r.timesIn(token.Range{First: i, Last: i + signatureReach})
	for n := first; n < last; n++ {
		if r.timestamps[n].TellsWhen() {
			return n
		}
	}
	return -1
}

// timeIn returns the last time expression in the sentence before that can be the
// time of a message, or -1.
func (r *reader) timeIn(before token.Range) int {
	first, last := r.timesIn(before)
	for n := last - 1; n >= first; n-- {
		if r.timestamps[n].TellsWhen() {
			return n
		}
	}
	return -1
}

// timeNear returns the time expression in the unattributed words near the cue
// that stands closest to it and can be the time of a message, or -1.
func (r *reader) timeNear(x attribution.Attribution, near token.Range) int {
	best, distance := -1, len(r.Tokens)
	first, last := r.timesIn(near)
	for n := first; n < last; n++ {
		if !r.timestamps[n].TellsWhen() {
			continue
		}
		for i := max(near.First, r.Times[n].First); i < min(near.Last, r.Times[n].Last); i++ {
			if r.Content[i] || x.Source.Contains(i) {
				continue
			}
			if d := max(i-x.Cue[0].Last, x.Cue[0].First-i); d < distance {
				best, distance = n, d
			}
		}
	}
	return best
}

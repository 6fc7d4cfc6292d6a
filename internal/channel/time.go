package channel

import (
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
		for ; last < len(r.Tokens) && r.Tokens[last].Start < t.End; last++ {
			r.timeOf[last] = int32(n + 1)
		}
		r.Times[n] = token.Range{First: next, Last: last}
	}
}

// timeAt returns the time expression that token i is a word of, if it can be the
// time of a message, or -1.
func (r *reader) timeAt(i int) int {
	if n := int(r.timeOf[i]) - 1; n >= 0 && r.timestamps[n].TellsWhen() {
		return n
	}
	return -1
}

// signatureReach is how many words after the name that signs a post its day may
// stand.
const signatureReach = 4

// timeAfter returns the time expression that stands within a few words of token
// i, or -1.
func (r *reader) timeAfter(i int) int {
	for k := i; k < min(len(r.Tokens), i+signatureReach); k++ {
		if n := r.timeAt(k); n >= 0 {
			return n
		}
	}
	return -1
}

// timeIn returns the last time expression in the sentence before, or -1.
func (r *reader) timeIn(before token.Range) int {
	for k := before.Last - 1; k >= before.First; k-- {
		if n := r.timeAt(k); n >= 0 {
			return n
		}
	}
	return -1
}

// timeNear returns the time expression in the unattributed words near the cue
// that stands closest to it, or -1.
func (r *reader) timeNear(x attribution.Attribution, near token.Range) int {
	cue := x.Cue[0]
	best, distance := -1, len(r.Tokens)
	for i := near.First; i < near.Last; i++ {
		n := r.timeAt(i)
		if n < 0 || r.Content[i] || x.Source.Contains(i) {
			continue
		}
		if d := max(i-cue.Last, cue.First-i); d < distance {
			best, distance = n, d
		}
	}
	return best
}

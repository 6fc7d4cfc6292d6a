package locate

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A searcher is the state of one Find call.
type searcher struct {
	text  *Text
	quote *quotation
	slots []int32 // for each id of the text its slot in the table of windows, 0 for none
	table alignment
}

// occurrences calls use for every place in r at which the words of part stand in
// a row, with its first word, until it returns false. It is the search of Knuth,
// Morris and Pratt: each word of the text is looked at twice at most.
func (s *searcher) occurrences(part, r token.Range, use func(first int) bool) {
	pattern := s.quote.words[part.First:part.Last]
	if len(pattern) > r.Len() {
		return
	}
	for _, w := range pattern {
		if w.id == unknown {
			return
		}
	}
	// borders[k] is how many words of the first k end as the pattern begins.
	borders := make([]int32, len(pattern)+1)
	borders[0] = -1
	for k, b := 1, int32(0); k < len(pattern); k++ {
		if pattern[k].id == pattern[b].id {
			borders[k] = borders[b]
		} else {
			borders[k] = b
			for b >= 0 && pattern[k].id != pattern[b].id {
				b = borders[b]
			}
		}
		b++
		borders[k+1] = b
	}
	matched := int32(0)
	words := s.text.words
	for i := r.First; i < r.Last; i++ {
		for matched >= 0 && pattern[matched].id != words[i].id {
			matched = borders[matched]
		}
		matched++
		if int(matched) == len(pattern) {
			if !use(i + 1 - len(pattern)) {
				return
			}
			matched = borders[matched]
		}
	}
}

// windows returns where in r windows of as many words as part begin that have
// most words in common with it, rare words counting more, the best first and count
// of them at most. None begins within half a window of a better one.
func (s *searcher) windows(part, r token.Range, count int) []int {
	size := min(part.Len(), r.Len())
	if size == 0 {
		return nil
	}
	type slot struct{ need, have, weight int32 }
	slots := make([]slot, 1, part.Len()+1) // the first is that of all other words
	for _, w := range s.quote.words[part.First:part.Last] {
		if w.id == unknown {
			continue
		}
		if s.slots[w.id] == 0 {
			s.slots[w.id] = int32(len(slots))
			slots = append(slots, slot{weight: 1 + int32(bits.Len(uint(len(s.text.words)/int(s.text.counts[w.id]))))})
		}
		slots[s.slots[w.id]].need++
	}
	defer func() {
		for _, w := range s.quote.words[part.First:part.Last] {
			if w.id != unknown {
				s.slots[w.id] = 0
			}
		}
	}()
	best := peaks{reach: max(1, size/2), count: count}
	score := int32(0)
	words := s.text.words
	for i := r.First; i < r.Last; i++ {
		if n := s.slots[words[i].id]; n > 0 {
			at := &slots[n]
			if at.have++; at.have <= at.need {
				score += at.weight
			}
		}
		first := i - size
		if first >= r.First {
			if n := s.slots[words[first].id]; n > 0 {
				at := &slots[n]
				if at.have <= at.need {
					score -= at.weight
				}
				at.have--
			}
		}
		if score > 0 && first+1 >= r.First {
			best.add(peak{first + 1, score})
		}
	}
	return best.starts()
}

// A peak is a window with its score.
type peak struct {
	first int
	score int32
}

// peaks keeps the best windows, in the order in which they are met.
type peaks struct {
	reach, count int
	kept         []peak
	last         peak // the best one since the text was last read for reach words
}

func (p *peaks) add(w peak) {
	switch {
	case p.last.score == 0:
		p.last = w
	case w.first-p.last.first >= p.reach:
		p.keep(p.last)
		p.last = w
	case w.score > p.last.score:
		p.last = w
	}
}

// keep takes a window among the best, if it is one.
func (p *peaks) keep(w peak) {
	at, _ := slices.BinarySearchFunc(p.kept, w, func(a, b peak) int { return cmp.Compare(b.score, a.score) })
	for at < len(p.kept) && p.kept[at].score == w.score {
		at++ // of equals the first of the text comes first
	}
	if at >= p.count {
		return
	}
	p.kept = slices.Insert(p.kept, at, w)
	p.kept = p.kept[:min(len(p.kept), p.count)]
}

func (p *peaks) starts() []int {
	if p.last.score > 0 {
		p.keep(p.last)
	}
	var starts []int
	for _, w := range p.kept {
		if 2*w.score >= p.kept[0].score { // with less, too much differs for the better of two places
			starts = append(starts, w.first)
		}
	}
	return starts
}

package diff

import (
	"slices"
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim"
)

// none stands for the index of what is not there.
const none = -1

// pairs tell for each item of two lists which one of the other it is, or none.
type pairs struct{ ofOld, ofNew []int }

// each gives every pair in the order of the new list; what is gone comes before
// the first pair that stood behind it.
func (p pairs) each(use func(before, after int)) {
	reached := 0 // the old ones before it have been given
	gone := func(end int) {
		for ; reached < end; reached++ {
			if p.ofOld[reached] == none {
				use(reached, none)
			}
		}
	}
	for n, o := range p.ofNew {
		if o != none {
			gone(o)
		}
		use(o, n)
	}
	gone(len(p.ofOld))
}

// same reports whether index n of the old list and index m of the new one lead to
// the same. Those that lead nowhere are the same if they are equal.
func (p pairs) same(before, after *int) bool {
	if before == nil || after == nil {
		return before == after
	}
	if *before < 0 || *before >= len(p.ofOld) || p.ofOld[*before] == none {
		return *before == *after && (*after < 0 || *after >= len(p.ofNew))
	}
	return p.ofOld[*before] == *after
}

// An item is what a record is paired by: where it stands and what it says.
type item struct {
	spans []verbatim.Span
	words string
}

// How much two records must share, as a part of what either covers, to be taken
// for the same: where they stand first, then where words are equal elsewhere, then
// where they stand at all or what they say.
const (
	closeBy = 0.5
	nearby  = 0.1
	alike   = 0.5
)

// window is how many records to either side are looked at for a partner.
const window = 32

// match pairs the records of two lists. Where they stand counts if placed.
func match(before, after []item, placed bool) pairs {
	m := &matcher{before: before, after: after, pairs: pairs{fill(len(before)), fill(len(after))}}
	m.equal(placed)
	if placed {
		m.overlapping(closeBy)
		m.equal(false)
		m.overlapping(nearby)
	}
	m.similar()
	return m.pairs
}

func fill(size int) []int {
	list := make([]int, size)
	for n := range list {
		list[n] = none
	}
	return list
}

// A matcher is one call of match.
type matcher struct {
	before, after []item
	pairs
}

func (m *matcher) join(o, n int) { m.ofOld[o], m.ofNew[n] = n, o }

// equal pairs in order what says the same, and stands in the same place if placed.
func (m *matcher) equal(placed bool) {
	key := func(i item) string {
		if placed {
			return offsets(i.spans) + i.words
		}
		return i.words
	}
	free := make(map[string][]int)
	for n, i := range m.after {
		if m.ofNew[n] == none {
			free[key(i)] = append(free[key(i)], n)
		}
	}
	for o, i := range m.before {
		if list := free[key(i)]; m.ofOld[o] == none && len(list) > 0 {
			m.join(o, list[0])
			free[key(i)] = list[1:]
		}
	}
}

// overlapping pairs what shares at least this part of its bytes, the closest first
// for each old one.
func (m *matcher) overlapping(least float64) {
	m.nearest(least, func(o, n int) float64 { return shared(m.before[o].spans, m.after[n].spans) })
}

// similar pairs what shares half of its words.
func (m *matcher) similar() {
	before, after := splitFree(m.before, m.ofOld), splitFree(m.after, m.ofNew)
	m.nearest(alike, func(o, n int) float64 { return sharedWords(before[o], after[n]) })
}

// splitFree returns the words of the records that have no partner yet.
func splitFree(records []item, partners []int) [][]string {
	list := make([][]string, len(records))
	for n, partner := range partners {
		if partner == none {
			list[n] = wordsOf(records[n].words)
		}
	}
	return list
}

// nearest pairs every free old record with the free new one in the window around
// its place in the list that is most like it.
func (m *matcher) nearest(least float64, likeness func(o, n int) float64) {
	middle := 0 // where the last pair stood in the new list
	for o := range m.before {
		if m.ofOld[o] != none {
			middle = m.ofOld[o] + 1
			continue
		}
		best, at := least, none
		for n := max(0, middle-window); n < min(len(m.after), middle+window); n++ {
			if m.ofNew[n] != none {
				continue
			}
			if like := likeness(o, n); like > best || like == best && at == none {
				best, at = like, n
			}
		}
		if at != none {
			m.join(o, at)
			middle = at + 1
		}
	}
}

// shared returns which part of the bytes of either both cover. Each list is in
// order.
func shared(a, b []verbatim.Span) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		both += max(0, min(a[i].End, b[j].End)-max(a[i].Start, b[j].Start))
		if a[i].End < b[j].End {
			i++
		} else {
			j++
		}
	}
	return part(both, lengthOf(a)+lengthOf(b)-both)
}

func lengthOf(spans []verbatim.Span) int {
	size := 0
	for _, s := range spans {
		size += s.Len()
	}
	return size
}

// sharedWords returns which part of the words of either both have, each word as
// often as it stands there.
func sharedWords(left, right []string) float64 {
	count := make(map[string]int, len(left))
	for _, w := range left {
		count[w]++
	}
	both := 0
	for _, w := range right {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return part(both, len(left)+len(right)-both)
}

func part(of, all int) float64 {
	if all <= 0 {
		return 0
	}
	return float64(of) / float64(all)
}

// wordsOf returns the words of a text in small letters, without marks.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return slices.Clip(words)
}

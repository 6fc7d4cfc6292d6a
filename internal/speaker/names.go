package speaker

import (
	"cmp"
	"slices"
	"sort"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Names are everybody and everything that an article names, with the places
// that name them. They are final when [Read] returns.
type Names struct {
	article  *article.Article
	quoted   []bool // for each token whether it is somebody's own word
	names    []article.Name
	of       []int // for each name its bearer
	bearers  []bearer
	called   map[words]int     // for each form of a name its bearer, or -1 for one of several
	holders  map[string]holder // by the noun that a title stands for
	surnames map[string][]int  // bearers by the last word of their names
}

// A holder is the first who bears a title, and how many do.
type holder struct{ first, all int }

// Read finds the names of an article and tells which of them are one.
// Longer forms come first; a shorter one joins the bearer whose name it is part
// of. Namesakes of two generations, and two who share a surname, stay apart.
func Read(a *article.Article, reading *attribution.Reading) *Names {
	n := &Names{article: a, quoted: reading.Quoted, names: namesOf(a)}
	n.of, n.called = make([]int, len(n.names)), make(map[words]int)
	s := sorter{Article: a, Names: n, byWord: make(map[string][]int), initials: make(map[string]int)}
	s.sort()
	n.index()
	return n
}

// index notes the titles and surnames of those whom the article names first.
func (n *Names) index() {
	n.holders, n.surnames = make(map[string]holder), make(map[string][]int)
	for k := range n.bearers[:min(len(n.bearers), maxSalient)] {
		b := &n.bearers[k]
		for t, title := range b.titles {
			noun := fullTitle(title)
			if slices.ContainsFunc(b.titles[:t], func(other string) bool { return fullTitle(other) == noun }) {
				continue
			}
			h := n.holders[noun]
			if h.all == 0 {
				h.first = k
			}
			h.all++
			n.holders[noun] = h
		}
		if known := n.surnames[b.surname()]; len(known) < maxNamesakes {
			n.surnames[b.surname()] = append(known, k)
		}
	}
}

// namesIn returns the indexes [first, last) of the names that lie within w.
func (n *Names) namesIn(w token.Range) (first, last int) {
	first, _ = slices.BinarySearchFunc(n.names, w.First, func(name article.Name, at int) int { return cmp.Compare(name.First, at) })
	last = first
	for last < len(n.names) && n.names[last].Last <= w.Last {
		last++
	}
	return first, last
}

// isInName reports whether token i stands in a name, and not at its beginning.
func (n *Names) isInName(i int) bool {
	k := n.namesBefore(i)
	return k < len(n.names) && n.names[k].First < i
}

// namesBefore returns how many names end at token i or before.
func (n *Names) namesBefore(i int) int {
	return sort.Search(len(n.names), func(k int) bool { return n.names[k].Last > i })
}

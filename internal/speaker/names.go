package speaker

import (
	"cmp"
	"slices"
	"sort"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Names are everybody and everything that an article names, with the places
// that name them. They are final when [Read] returns.
type Names struct {
	article  *article.Article
	reading  *attribution.Reading
	quoted   []bool      // for each token whether it is somebody's own word
	isSource []bool      // for each token whether it belongs to a source
	bySource map[int]int // attributions by the first token of their sources
	names    []article.Name
	of       []int // for each name its bearer
	bearers  []bearer
	persons  int               // how many of these are persons
	called   map[words]int     // for each form of a name its bearer, or -1 for one of several
	holders  map[string]holder // by the noun that a title stands for
	styled   map[string]int    // bearers by such a noun with a word before it, "foreign secretary", or ofSeveral
	surnames map[string][]int  // bearers by the last word of their names
	opened   map[string]int    // those of several words that are no persons', by the first word, or ofSeveral
	account  int               // the only bearer who has an account, or -1
	entered  map[int]int       // by the index of an entry of the roster, the bearer that is it
	figures  []token.Range     // persons introduced without a name
	ages     map[string]int    // bearers by the age that stands beside their names, or ofSeveral
	told     []int             // for each sentence how many before it hold words of the writer's
	room     workroom          // of those whom pronouns may mean
}

// A holder is the first who bears a title, and how many do.
type holder struct{ first, all int }

// Read finds the names of an article and tells which of them are one.
// Longer forms come first; a shorter one joins the bearer whose name it is part
// of. Namesakes of two generations, and two who share a surname, stay apart.
func Read(a *article.Article, reading *attribution.Reading) *Names {
	n := &Names{article: a, reading: reading, quoted: reading.Quoted, names: namesOf(a, reading.Linked)}
	n.indexSources()
	n.countTold()
	n.of, n.called = make([]int, len(n.names)), make(map[words]int)
	s := sorter{Article: a, Names: n, byWord: make(map[string]namesakes), initials: make(map[string]int)}
	s.sort()
	n.know()
	n.index()
	for k := range n.bearers {
		if n.bearers[k].person {
			n.persons++
		}
	}
	n.figures = n.figuresOf()
	n.noteAges()
	return n
}

// indexSources notes which words name sources.
func (n *Names) indexSources() {
	n.isSource, n.bySource = make([]bool, len(n.article.Tokens)), make(map[int]int)
	for k, x := range n.reading.Attributions {
		if x.Source.Empty() {
			continue
		}
		token.Mark(n.isSource, []token.Range{x.Source})
		if _, taken := n.bySource[x.Source.First]; !taken {
			n.bySource[x.Source.First] = k
		}
	}
}

// index notes the titles and surnames of those whom the article names first.
func (n *Names) index() {
	n.holders, n.surnames, n.opened = make(map[string]holder), make(map[string][]int), make(map[string]int)
	n.account = n.onlyWithAccount()
	n.styled = n.styles()
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
		if first := b.core[0]; !b.isOneWord() && !b.person && !b.isHeadline() {
			if _, known := n.opened[first]; known {
				k = ofSeveral
			}
			n.opened[first] = k
		}
	}
}

// maxStyle is how many words before a title may tell which one it is.
const maxStyle = 3

// styles returns the bearers of titles by what tells one from another of the same
// noun: "Soviet Ambassador", "Foreign Secretary".
func (n *Names) styles() map[string]int {
	styled := make(map[string]int)
	for k, name := range n.names {
		if name.Titles.Empty() {
			continue
		}
		noun := fullTitle(n.article.Fold(name.Titles.Last - 1))
		for i := name.Titles.Last - 2; i >= max(0, name.Titles.First-maxStyle) && !n.article.BreaksPhrase(i+1); i-- {
			word := n.article.Fold(i)
			if lexicon.ClassOf(word)&^lexicon.Title != 0 {
				break
			}
			style := word + " " + noun
			if other, known := styled[style]; known && other != n.of[k] {
				styled[style] = ofSeveral
			} else {
				styled[style] = n.of[k]
			}
		}
	}
	return styled
}

// onlyWithAccount returns the only bearer who has an account, or -1.
func (n *Names) onlyWithAccount() int {
	only := -1
	for k := range n.bearers {
		if n.bearers[k].account {
			if only >= 0 {
				return -1
			}
			only = k
		}
	}
	return only
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

// countTold counts the sentences that hold words of the writer's own.
func (n *Names) countTold() {
	n.told = make([]int, len(n.article.Sentences))
	count := 0
	for k, sentence := range n.article.Sentences {
		n.told[k] = count
		if slices.Contains(n.quoted[sentence.First:sentence.Last], false) {
			count++
		}
	}
}

// toldBefore returns how many sentences with words of the writer's own stand
// before the one of token i.
func (n *Names) toldBefore(i int) int { return n.told[n.article.SentenceOf(i)] }

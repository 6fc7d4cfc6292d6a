package speaker

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A figure is a person whom an article introduces without a name: "another
// woman", "a driver from the depot". The words are those with the article.

// figuresOf returns the figures of an article in order.
func (n *Names) figuresOf() []token.Range {
	a := n.article
	var figures []token.Range
	for i := range a.Tokens {
		if lexicon.RoleOf(a.Fold(i)) != lexicon.PersonRole || n.quoted[i] || a.IsAside(i) {
			continue
		}
		w := token.Range{First: a.PhraseStart(i+1, token.Range{First: max(0, i+1-article.MaxSource), Last: i + 1}), Last: i + 1}
		if n.introduces(w) {
			figures = append(figures, w)
		}
	}
	return figures
}

// introduces reports whether words that end with a noun for a person introduce
// somebody who is not named beside them.
func (n *Names) introduces(w token.Range) bool {
	a := n.article
	switch a.Fold(w.First) {
	case "a", "an", "another", "one":
	default:
		return false
	}
	if w.Len() < 2 || lexicon.RoleOf(a.Fold(w.Last)) == lexicon.PersonRole {
		return false
	}
	switch before := a.Fold(w.First - 1); before {
	case "as", "of", "is", "was", "be", "been", "become", "became", "like", "not":
		return false // what somebody is
	}
	first, last := n.namesIn(token.Range{First: max(0, w.First-article.MaxName), Last: min(len(a.Tokens), w.Last+article.MaxName)})
	for k := first; k < last; k++ {
		name := n.names[k]
		if name.Last == w.First || withTitles(name) == w.Last || name.First < w.Last && w.First < name.Last || name.Titles.Contains(w.Last-1) {
			return false // a name with its description
		}
	}
	return true
}

// figuresBefore returns how many figures end at token i or before.
func (n *Names) figuresBefore(i int) int {
	k, _ := slices.BinarySearchFunc(n.figures, i+1, func(w token.Range, at int) int { return cmp.Compare(w.Last, at) })
	return k
}

package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// offices part the names of an article from the offices that stand before them
// with a capital.
type offices struct {
	*article.Article
	names []article.Name
	ends  map[string]bool // the last words of names that hold no office; nil until asked for
}

// namesOf returns the names of an article, without what their bearers are:
// "Senate Minority Leader Jane Roe" is Jane Roe, with that title.
func namesOf(a *article.Article) []article.Name {
	o := offices{Article: a, names: a.FindNames()}
	for k := range o.names {
		n := &o.names[k]
		if at := o.nameAfterOffice(n.Range); at > n.First {
			n.Titles = token.Range{First: withTitles(*n), Last: at}
			n.First = at
		}
	}
	return o.names
}

// nameAfterOffice returns the token at which the name proper begins among the
// words of a name: its first if no office stands before it.
func (o *offices) nameAfterOffice(w token.Range) int {
	if lexicon.IsGivenName(o.Fold(w.First)) {
		return w.First
	}
	for i := w.Last - 2; i >= w.First; i-- {
		if !isOffice(o.Fold(i)) {
			continue
		}
		at := i + 1
		if o.Fold(at) == "of" && at+2 < w.Last {
			at += 2 // "Secretary of State"
		}
		if lexicon.IsGivenName(o.Fold(at)) || at == w.Last-1 && o.isSurname(at, i) {
			return at
		}
		return w.First
	}
	return w.First
}

// isOffice reports whether a word tells what a person is.
func isOffice(word string) bool {
	return lexicon.IsTitle(word) || lexicon.RoleOf(word) == lexicon.PersonRole
}

// isSurname reports whether the word at token i, after the office at token
// office, is one that ends another name of the article: "House Speaker Roe",
// who is Jane Roe, but not "Republican Party".
func (o *offices) isSurname(i, office int) bool {
	switch o.Fold(office) {
	case "republican", "democrat", "conservative":
		return false
	}
	if lexicon.RoleOf(o.Fold(i)) != lexicon.NoRole {
		return false
	}
	if o.ends == nil {
		o.ends = make(map[string]bool)
		for _, n := range o.names {
			if n.Len() > 1 && lexicon.IsGivenName(o.Fold(n.First)) {
				o.ends[o.Fold(n.Core().Last-1)] = true
			}
		}
	}
	return o.ends[o.Fold(i)]
}

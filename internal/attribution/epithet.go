package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// maxEpithet is how many words a name in quotation marks may have.
const maxEpithet = 4

// isEpithet reports whether the quoted words of an attribution are only a name that
// nobody in the text gives: so-called 'dark money'; the bill, dubbed the “bathroom
// law”.
func isEpithet(a *article.Article, x Attribution) bool {
	if len(x.Verbatim) != 1 || x.Verbatim[0].Len() > maxEpithet || x.Verbatim[0].First < 2 {
		return false
	}
	i := x.Verbatim[0].First - 1
	if lexicon.ClassOf(a.Fold(i)).Has(lexicon.Determiner) {
		i--
	}
	switch {
	case i < 1 || len(x.Cue) > 0 && !x.AnyCueWord(func(k int) bool { return k == i }):
		return false
	case a.Fold(i) == "called":
		return a.Fold(i-1) == "so" && x.Source.Empty()
	}
	return isNaming(a.Fold(i)) && (a.Gap(i).Has(token.GapComma) || isBe(a, i-1))
}

// isNaming reports whether a participle gives a name.
func isNaming(word string) bool {
	switch word {
	case "dubbed", "nicknamed", "christened", "titled", "entitled":
		return true
	}
	return false
}

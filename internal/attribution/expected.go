package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// takeExpected sets right of whom it is told what they will say, where the tagger has
// taken them and the verb for words: "Roe | is expected | to tell the jury that …".
func takeExpected(a *article.Article, x *Attribution) {
	if len(x.Cue) != 1 || !x.Source.Empty() || len(x.Content) != 2 || x.Form() != Indirect {
		return
	}
	cue, subject, told := x.Cue[0], x.Content[0], x.Content[1]
	if subject.Last == cue.First && told.First == cue.Last && isNounPhrase(a, subject) && cue.Len() > 3 && a.Fold(cue.Last-2) == "to" && lexicon.IsSaying(a.Fold(cue.Last-1)) && lexicon.StanceOf(a.Fold(cue.Last-3)) == lexicon.Foreseeing {
		x.Source, x.Content = subject, []token.Range{told}
		return
	}
	if subject.Last != cue.First || told.First != cue.Last || a.Fold(told.First) != "to" || !lexicon.IsSaying(a.Fold(told.First+1)) || told.Len() < shortestReport {
		return
	}
	if a.Fold(told.First+1) == "discuss" || lexicon.StanceOf(a.Fold(cue.Last-1)) != lexicon.Foreseeing || !isNounPhrase(a, subject) {
		return
	}
	x.Source, x.Mode = subject, modeOf(a, lexicon.Speaking, subject)
	x.Cue = []token.Range{{First: cue.First, Last: told.First + 2}}
	x.Content = []token.Range{{First: pastAddressee(a, told), Last: told.Last}}
}

// pastAddressee returns the token with which what one will say begins behind "to tell",
// past who is told and when if "that" stands behind that.
func pastAddressee(a *article.Article, told token.Range) int {
	first := told.First + 2
	for i := first; a.Fold(first-1) == "tell" && i < min(told.Last-1, first+article.MaxSource); i++ {
		if a.Fold(i) == "that" {
			return i
		}
	}
	return first
}

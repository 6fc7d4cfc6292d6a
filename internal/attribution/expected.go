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
	if subject.Last != cue.First || told.First != cue.Last || a.Fold(told.First) != "to" || !lexicon.IsSaying(a.Fold(told.First+1)) || told.Len() < shortestReport {
		return
	}
	if lexicon.StanceOf(a.Fold(cue.Last-1)) != lexicon.Foreseeing || a.NounPhraseBefore(cue.First, subject) != subject {
		return
	}
	x.Source = subject
	x.Cue = []token.Range{{First: cue.First, Last: told.First + 2}}
	x.Content = []token.Range{{First: told.First + 2, Last: told.Last}}
}

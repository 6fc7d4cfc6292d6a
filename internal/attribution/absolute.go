package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// takeAbsolute makes the noun phrase between "with" and a participle of saying its
// source: "The talks ended, with Roe saying that …"
func takeAbsolute(a *article.Article, x *Attribution) {
	if len(x.Cue) == 0 || !isParticiple(a.Fold(x.LastCue().Last-1)) && !isParticiple(a.Fold(x.Cue[0].First)) {
		return
	}
	verb := x.Cue[0].First
	for with := verb - 2; with > 0 && verb-with <= article.MaxSource; with-- {
		if a.BreaksPhrase(with+1) || a.RunOf[with] > 0 {
			return
		}
		if a.Fold(with) != "with" || !a.Gap(with).Has(token.GapComma) {
			continue
		}
		if subject := (token.Range{First: with + 1, Last: verb}); isNounPhrase(a, subject) && !subject.Overlaps(x.Content[0]) {
			x.Source = subject
		}
		return
	}
}

// isNounPhrase reports whether words hold nothing that a noun phrase cannot.
func isNounPhrase(a *article.Article, w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if class := lexicon.ClassOf(a.Fold(i)); class.Has(lexicon.Conjunction | lexicon.Auxiliary | lexicon.Complementizer) {
			return false
		}
	}
	return true
}

// isParticiple reports whether a word is the participle of a verb of saying.
func isParticiple(word string) bool {
	_, known := lexicon.LookupCue(word)
	return known && len(word) > 5 && strings.HasSuffix(word, "ing")
}

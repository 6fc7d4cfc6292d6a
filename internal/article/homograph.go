package article

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// IsHomograph reports whether token i is a function word that is a name where it
// stands: "Theresa May said", "Ms So", "Will Pike told the paper".
func (a *Article) IsHomograph(i int) bool {
	if i < 0 || i >= len(a.Tokens) || !isHomograph(a.Fold(i)) || a.Cased && a.Tokens[i].Shape != token.ShapeTitle {
		return false
	}
	before, after := a.Fold(i-1), a.Fold(i+1)
	follows := i > 0 && a.Gap(i).BareBut(token.GapFullStop) && !a.Starts[i]
	switch word := a.Fold(i); {
	case a.Cased && follows && word == "per" && lexicon.IsTitle(before) && a.IsNameWord(i+1):
		return true
	case follows && standsBeforeSurnames(before):
		return a.Cased || word == "may"
	case follows && (lexicon.IsGivenName(before) || lexicon.IsTitle(before)):
		if a.Cased {
			return a.IsNameWord(i-1) && (!a.IsNameWord(i+1) || a.BreaksPhrase(i+1))
		}
		return isModal(word) && isPastCue(after)
	case isModal(word) && isPastCue(after):
		return true // no infinitive follows
	case a.Cased && (word == "will" || word == "per") && !a.IsSentenceStart(i) && a.standsApart(i):
		return !a.BreaksPhrase(i+1) && a.IsNameWord(i+1) && !lexicon.IsFunctionWord(after) && !lexicon.IsGivenName(after)
	case isModal(word) && isPastCue(a.Fold(i+2)):
		return (a.MayStart(i) || i == 0) && a.looksLikeName(i+1) && !a.BreaksPhrase(i+1)
	}
	return false
}

// standsApart reports whether a name that begins at token i does not go on with the word
// before it, as one of a heading may: "director Will Roe", but "Jane Will Win".
func (a *Article) standsApart(i int) bool {
	return a.BreaksPhrase(i) || !a.IsNameWord(i-1) || lexicon.RoleOf(a.Fold(i-1)) == lexicon.PersonRole
}

// isHomograph reports whether a function word is a name, too.
func isHomograph(word string) bool {
	switch word {
	case "may", "will", "per", "so", "do", "an", "he", "you", "no":
		return true
	}
	return false
}

func isModal(word string) bool { return word == "may" || word == "will" }

// standsBeforeSurnames reports whether a title stands before surnames, or names of
// which the surname may be left out.
func standsBeforeSurnames(title string) bool {
	return lexicon.IsAddress(title) || title == "sir" || title == "lady" || title == "dame"
}

// isPastCue reports whether a word is the past tense of a verb of saying.
func isPastCue(word string) bool {
	return isClauseCue(word) && (word == "said" || word == "told" || word == "wrote" || strings.HasSuffix(word, "ed"))
}

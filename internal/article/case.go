package article

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

const sureCapital = 0.6 // of a function word

const perhapsCapital = 0.2 // of any other

// LikelyCase returns the case in which token i of a text without capitals would
// be written within a sentence; isName says that it is known to be part of a
// name. What the tagger says of the first word of a sentence is no help.
func (a *Article) LikelyCase(i int, isName bool) lexicon.Case {
	word := a.Fold(i)
	if a.Restored != nil && !a.Starts[i] {
		if a.isCapitalWithin(i) {
			switch a.Restored[i].Case {
			case tagger.CaseTitle:
				return lexicon.TitleCase
			case tagger.CaseUpper:
				return lexicon.UpperCase
			}
		}
		if !isName && (!a.named[word] || a.isSurelySmall(i)) {
			return lexicon.LowerCase
		}
		isName = true
	}
	c := lexicon.UsualCase(word)
	if c == lexicon.LowerCase && isName && !lexicon.IsNameJoint(word) {
		if lexicon.IsAcronym(word) {
			return lexicon.UpperCase
		}
		return lexicon.TitleCase
	}
	return c
}

// sureSmall is the chance of a small letter from which a word that has capitals
// elsewhere in the article is none of a name here: "on my watch", beside "Harbour
// Watch".
const sureSmall = 0.85

// isSurelySmall reports whether the tagger has no doubt that token i is a common
// word, which neither usage nor a capital right before it contradicts.
func (a *Article) isSurelySmall(i int) bool {
	r := a.Restored[i]
	if r.Case != tagger.CaseLower || r.CaseChance < sureSmall || lexicon.HasCapital(a.Fold(i)) {
		return false
	}
	return i == 0 || a.Restored[i-1].Case == tagger.CaseLower || lexicon.ClassOf(a.Fold(i-1)) != 0
}

// isCapitalWithin reports whether the tagger would give token i its capital even
// if no sentence began there: a function word rather than not, and any other
// word, which may be a name that it has never met, perhaps.
func (a *Article) isCapitalWithin(i int) bool {
	if i == 0 {
		return true
	}
	sure := float32(sureCapital)
	if lexicon.ClassOf(a.Fold(i)) == 0 {
		sure = perhapsCapital
	}
	end := a.Restored[i-1].EndChance
	return a.Restored[i].CaseChance-end >= sure*(1-end)
}

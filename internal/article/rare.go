package article

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Names that the tagger has never met seldom get their capitals back from it. That
// they are rare tells, and what stands beside them.

// IsRare reports whether token i is a word of letters that is rare in news. One
// beside a surname is nearly always a given name: of 504 before a capital and a
// cue verb in 6,000 articles, 490 are.
func (a *Article) IsRare(i int) bool {
	return i >= 0 && i < len(a.Tokens) && a.Restored != nil && a.Restored[i].Rare && a.Tokens[i].Shape != token.ShapeNumber && len(a.Fold(i)) > 2 && isOpen(a.Fold(i))
}

// isOpen reports whether a word is neither a function word nor one that tells
// what somebody is.
func isOpen(word string) bool {
	return lexicon.ClassOf(word) == 0 && lexicon.RoleOf(word) == lexicon.NoRole
}

// isPairedName reports whether token i of a text without capitals is a word of a
// name of two that a rare one or a given name makes plain, where the tagger half
// believes in it or a cue verb stands beside the two.
func (a *Article) isPairedName(i int) bool {
	if a.Restored == nil {
		return false
	}
	if a.IsRare(i) && a.standsBeforeSurname(i) && a.capitalChance(i) >= perhapsCapital {
		return true
	}
	return a.mayBePair(i) && !a.BreaksPhrase(i+1) || a.mayBePair(i-1) && !a.BreaksPhrase(i)
}

// standsBeforeSurname reports whether the one word of a name follows token i.
func (a *Article) standsBeforeSurname(i int) bool {
	if i+1 >= len(a.Tokens) || !a.looksLikeName(i+1) || lexicon.IsGivenName(a.Fold(i+1)) || a.BreaksPhrase(i+1) {
		return false
	}
	return i+2 >= len(a.Tokens) || !a.looksLikeName(i+2) || a.BreaksPhrase(i+2)
}

// mayBePair reports whether tokens i and i+1, unless a sentence ends between them,
// are given name and surname of one whom a cue verb, an office or "who" stands by.
func (a *Article) mayBePair(i int) bool {
	if !a.IsRare(i) && !a.isOpenGivenName(i) || !a.IsRare(i+1) && !a.mayBeName(i+1) {
		return false
	}
	if lexicon.IsGivenName(a.Fold(i+1)) && a.mayBeName(i+2) {
		return false // a name begins with the second
	}
	after := a.Fold(i + 2)
	if a.Starts[i] && a.IsRare(i+1) && opensVerb(after) {
		return true // "lena ortmann met"
	}
	return a.leadsToName(i-1) || isClauseCue(after) || after == "who" || lexicon.IsNameSuffix(after) && isClauseCue(a.Fold(i+3))
}

// opensVerb reports whether a word is a verb of which the words before it can be the subject.
func opensVerb(word string) bool {
	switch word {
	case "was", "is", "has", "had", "will", "would":
		return true
	}
	return lexicon.IsPastTense(word) || len(word) > 4 && strings.HasSuffix(word, "ed")
}

// leadsToName reports whether token i is one that names follow: "said", "Sen.",
// "spokesman".
func (a *Article) leadsToName(i int) bool {
	word := a.Fold(i)
	return isClauseCue(word) || lexicon.IsTitle(word) || lexicon.RoleOf(word) == lexicon.PersonRole
}

func (a *Article) isOpenGivenName(i int) bool {
	return lexicon.IsGivenName(a.Fold(i)) && isOpen(a.Fold(i))
}

// isSurePair reports whether tokens i and i+1 are such a pair whatever the tagger
// makes of what stood between them: a sentence of one word would end there, or
// one that ends with a given name, which is twenty times rarer than the two. A name
// that has its given name already, "paul ryan | roe said", and a word that the
// tagger writes small, "on that bill | roe said", do end there.
func (a *Article) isSurePair(i int) bool {
	if !a.mayBePair(i) {
		return false
	}
	if a.Starts[i] {
		return true
	}
	if !a.isOpenGivenName(i) || a.Restored[i].Case == tagger.CaseLower && !a.Restored[i].Rare {
		return false
	}
	return !a.isOpenGivenName(i-1) || !a.looksLikeName(i-1) || a.Restored[i-1].Follow != tagger.FollowNothing
}

// mayBeName reports whether token i is a name to the tagger or mostly elsewhere.
func (a *Article) mayBeName(i int) bool {
	return i < len(a.Tokens) && isOpen(a.Fold(i)) && (lexicon.HasCapital(a.Fold(i)) || a.looksLikeName(i))
}

// capitalChance returns the chance that the tagger gives the capital of token i.
func (a *Article) capitalChance(i int) float32 {
	if r := a.Restored[i]; r.Case == tagger.CaseLower {
		return 1 - r.CaseChance
	}
	return a.Restored[i].CaseChance
}

// isClauseCue reports whether a word is a verb of saying that a clause, or the one
// told, follows.
func isClauseCue(word string) bool {
	cue, ok := lexicon.LookupCue(word)
	return ok && cue.Frame != lexicon.Object && cue.Act != lexicon.Thinking
}

package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A standing is how the naming of somebody stands in its sentence.
type standing uint8

const (
	aside    standing = iota // in no way that tells anything
	subject                  // at the head of a sentence or a clause, or the source of some words
	object                   // after a verb: "told Roe"
	oblique                  // after a preposition: "to Roe"
	owner                    // "Roe's"
	modifier                 // before the noun that it says more of: "the Selby senator"
)

// standingOf tells how words, from their first title or article on, stand in
// their sentence.
func (r *resolver) standingOf(w token.Range) standing {
	if r.Fold(w.Last) == "s" && (!r.Marked || r.Gap(w.Last).Has(token.GapApostrophe)) {
		return owner
	}
	if !r.BreaksPhrase(w.Last) && lexicon.RoleOf(r.Fold(w.Last)) != lexicon.NoRole {
		return modifier
	}
	if r.IsSentenceStart(w.First) || r.isSource[w.Last-1] {
		return subject
	}
	before := r.Fold(w.First - 1)
	switch class := lexicon.ClassOf(before); {
	case class.Has(lexicon.Preposition):
		return oblique
	case class.Has(lexicon.Conjunction | lexicon.Complementizer), r.BreaksPhrase(w.First):
		return subject
	case r.isVerbLike(w.First-1) && !class.Has(lexicon.Auxiliary):
		return object
	}
	return aside
}

// isVerbLike reports whether the word at token i has the form of a verb that
// follows its subject.
func (r *resolver) isVerbLike(i int) bool {
	word := r.Fold(i)
	return r.isCue(i) || lexicon.ClassOf(word).Has(lexicon.Auxiliary) || lexicon.IsPastTense(word) || len(word) > 4 && strings.HasSuffix(word, "ed")
}

// acts reports whether a verb follows the words that end before token i, at once
// or after an adverb.
func (r *resolver) acts(i int) bool {
	if r.BreaksPhrase(i) {
		return false
	}
	if word := r.Fold(i); lexicon.ClassOf(word) == lexicon.Adverb || len(word) > 4 && strings.HasSuffix(word, "ly") {
		i++
	}
	return r.isVerbLike(i)
}

// meansAgain reports whether token i is one that means somebody told of before
// without naming them: a pronoun of a gender, or of the third person where none is
// known, or the article of a sentence that begins with a description, "The former
// ambassador".
func (r *resolver) meansAgain(i int, gender lexicon.Gender) bool {
	word := r.Fold(i)
	if word != "the" || !r.IsSentenceStart(i) {
		if lexicon.GenderOf(word) != gender {
			return false
		}
		class := lexicon.ClassOf(word)
		return class.Has(lexicon.Subject|lexicon.Possessive) && !class.Has(lexicon.FirstPerson|lexicon.SecondPerson)
	}
	for k := i + 1; k <= i+maxEpithet && !r.BreaksPhrase(k); k++ {
		if lexicon.RoleOf(r.Fold(k)) == lexicon.PersonRole {
			return !r.IsNameWord(k + 1)
		}
	}
	return false
}

// maxEpithet is how many words a description of somebody told of before has.
const maxEpithet = 4

package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// resolvePronoun resolves the pronoun at token i.
func (r *roster) resolvePronoun(i int) int {
	switch r.fold(i) {
	case "he", "him", "his":
		return r.salient(i, lexicon.Male, false)
	case "she", "her":
		return r.salient(i, lexicon.Female, false)
	case "who", "which", "that":
		return r.antecedent(i)
	case "they", "them", "their", "it", "its":
		return r.lastGroup(i)
	}
	return noParty
}

const groupWindow = 60

// antecedent resolves a relative pronoun by the phrase right before it.
func (r *roster) antecedent(i int) int {
	first := r.phraseStart(i, words{max(0, i-maxSource), i})
	if first == i {
		return noParty
	}
	return r.resolvePhrase(words{first, i})
}

// lastGroup resolves "they" and "it" by the last organisation, document or
// group that spoke.
func (r *roster) lastGroup(i int) int {
	if len(r.lastSaid) == 0 || i-r.lastToken > groupWindow {
		return noParty
	}
	id := r.lastSaid[len(r.lastSaid)-1]
	if k := r.bearerOf[id]; k >= 0 && r.bearers[k].person {
		return noParty
	}
	return id
}

func isObjectPronoun(word string) bool { return word == "him" || word == "her" || word == "them" }

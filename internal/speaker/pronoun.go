package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// resolvePronoun resolves the pronoun at token i.
func (r *Register) resolvePronoun(i int) int {
	switch r.Fold(i) {
	case "he", "him", "his":
		return r.salient(i, lexicon.Male, false)
	case "she", "her":
		return r.salient(i, lexicon.Female, false)
	case "who", "which", "that":
		return r.antecedent(i)
	case "they", "them", "their", "it", "its":
		return r.lastGroup(i)
	}
	return NoParty
}

const groupWindow = 60

// antecedent resolves a relative pronoun by the phrase right before it.
func (r *Register) antecedent(i int) int {
	first := r.PhraseStart(i, token.Range{First: max(0, i-article.MaxSource), Last: i})
	if first == i {
		return NoParty
	}
	return r.resolvePhrase(token.Range{First: first, Last: i})
}

// lastGroup resolves "they" and "it" by the last organisation, document or
// group that spoke.
func (r *Register) lastGroup(i int) int {
	if len(r.lastSaid) == 0 || i-r.lastToken > groupWindow {
		return NoParty
	}
	id := r.lastSaid[len(r.lastSaid)-1]
	if k := r.BearerOf[id]; k >= 0 && r.Bearers[k].Person {
		return NoParty
	}
	return id
}

package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// resolvePronoun resolves the pronoun at token i.
func (r *resolver) resolvePronoun(i int) Meaning {
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
	return Meaning{}
}

// antecedent resolves a relative pronoun by the phrase right before it.
func (r *resolver) antecedent(i int) Meaning {
	first := r.PhraseStart(i, token.Range{First: max(0, i-article.MaxSource), Last: i})
	if first == i {
		return Meaning{}
	}
	return r.resolvePhrase(token.Range{First: first, Last: i})
}

// groupWindow is how many words before "they" those may have been named whom it
// means.
const groupWindow = 60

// lastGroup resolves "they" and "it" by the last organisation, document or
// group that spoke.
func (r *resolver) lastGroup(i int) Meaning {
	if r.said.last.IsNobody() || i-r.said.at > groupWindow || r.IsPerson(r.said.last.Party, r.said) {
		return Meaning{}
	}
	return r.said.last
}

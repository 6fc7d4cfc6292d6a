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
	i = r.PartyBefore(r.beforeBracket(i))
	first := r.PhraseStart(i, token.Range{First: max(0, i-article.MaxSource), Last: i})
	if first == i {
		return Meaning{}
	}
	for k := i - 2; k > first; k-- {
		if r.Fold(k) == "from" && (r.Fold(k-1) == "heard" || r.Fold(k-1) == "hears") {
			first = k + 1 // "the inquest heard from | Jane Roe, who"
			break
		}
	}
	return r.resolvePhrase(token.Range{First: first, Last: i})
}

// longestAside is how many words in brackets may stand between a name and "who".
const longestAside = 6

// beforeBracket returns the token with which a bracket opens that closes before
// token i: "Rep. Jane Roe (D-Ohio), who". It is i where there is none.
func (r *resolver) beforeBracket(i int) int {
	if !r.Gap(i).Has(token.GapBracketClose) {
		return i
	}
	for k := i - 1; k > max(0, i-1-longestAside); k-- {
		if r.Gap(k).Has(token.GapBracketOpen) {
			return k
		}
	}
	return i
}

// groupWindow is how many words before "they" those may have been named whom it
// means.
const groupWindow = 60

// lastGroup resolves "they" and "it" by the last organisation, document or
// group that spoke.
func (r *resolver) lastGroup(i int) Meaning {
	if w := r.said.last.Words; r.Fold(i) == "it" && i-r.said.at <= groupWindow && w.Len() > 1 && isOwnWords(r.Fold(r.headOf(w)), true) {
		return r.said.last // "Roe's letter said … It added"
	}
	if r.said.last.IsNobody() || i-r.said.at > groupWindow || r.IsPerson(r.said.last.Party, r.said) {
		return Meaning{}
	}
	return r.said.last
}

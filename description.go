package verbatim

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// definite resolves "the senator", "the trust": one of whom the article has
// told before, known by what he, she or it is.
func (r *roster) definite(w words, head int) int {
	former := w.len() > 1 && r.fold(w.first) == "former"
	if head != w.last-1 && !former && r.fold(head+1) != "from" {
		return noParty
	}
	switch lexicon.RoleOf(r.fold(head)) {
	case lexicon.PersonRole:
		return r.holderOf(w, head)
	case lexicon.OrganRole:
		return r.organOf(w, head)
	}
	return noParty
}

// holderOf resolves "the president", "the lawyer": one whose name stands with
// that title, else one introduced by the same noun, else the last person who
// spoke, if not too far back.
func (r *roster) holderOf(w words, head int) int {
	title := r.fold(head)
	holder, holders := 0, 0
	for k := range r.bearers {
		if k > maxSalient {
			break
		}
		if slices.ContainsFunc(r.bearers[k].titles, func(t string) bool { return fullTitle(t) == title }) {
			holder = k
			holders++
		}
		if holders > 1 {
			break
		}
	}
	if holders == 1 {
		return r.ofBearer(holder)
	}
	if id := r.introduced(head); id != noParty {
		return id
	}
	return r.salient(w.first, lexicon.GenderOf(title), true)
}

// fullTitle returns the noun that a title before a name is short for.
func fullTitle(title string) string {
	switch title {
	case "sen":
		return "senator"
	case "gov":
		return "governor"
	case "rep":
		return "congressman"
	case "prof":
		return "professor"
	case "det":
		return "detective"
	}
	return title
}

// introductionWindow is how many words back "the official" may have been
// introduced as "a senior official".
const introductionWindow = 400

// introduced finds who was introduced by the noun at token head: "spokesman
// John Roe", "Jane Roe, a lawyer", "a senior official".
func (r *roster) introduced(head int) int {
	for i := head - 1; i >= 0 && head-i < introductionWindow; i-- {
		if r.fold(i) != r.fold(head) || r.verbatim[i] || r.isAside(i) {
			continue
		}
		first, last := r.namesIn(words{max(0, i-maxSource), min(len(r.tokens), i+1+maxName)})
		for n := first; n < last; n++ {
			name := r.names[n]
			if name.first == i+1 && r.gap(i+1).bareBut(gapComma|gapHyphen) || name.titles.contains(i) || r.cased && name.contains(i) && i < name.last-1 {
				return r.ofBearer(r.of[n])
			}
		}
		start := r.phraseStart(i+1, words{max(0, i-maxSource), i + 1})
		if start > 0 && start <= i && r.gap(start).has(gapComma) {
			for n := first; n < last; n++ {
				if r.names[n].last == start && r.bearers[r.of[n]].person {
					return r.ofBearer(r.of[n])
				}
			}
		}
		switch r.fold(start) {
		case "a", "an", "another", "one":
			if start < i {
				return r.described(words{start + 1, i + 1})
			}
		}
	}
	return noParty
}

// organWindow is how many words back "the trust" may have been named.
const organWindow = 150

// organOf resolves "the trust", "the ministry" by the organisation whose name
// ends in the word.
func (r *roster) organOf(w words, head int) int {
	if w.len() > 1 {
		return noParty
	}
	_, last := r.namesIn(words{0, w.first})
	for n := last - 1; n >= 0 && w.first-r.names[n].last < organWindow; n-- {
		core := r.bearers[r.of[n]].core
		if len(core) > 1 && core[len(core)-1] == r.fold(head) {
			return r.ofBearer(r.of[n])
		}
	}
	return noParty
}

// described returns the speaker that a phrase without a name of its own
// stands for; the same words stand for the same speaker.
func (r *roster) described(w words) int {
	w = r.upToApposition(w)
	if lexicon.ClassOf(r.fold(w.last-1)).Has(lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary) || r.tokens[w.last-1].shape == shapeNumber {
		return noParty
	}
	return r.describedAs(r.written(w, r.isLikeName(w)), noParty, w)
}

// isLikeName reports whether a phrase is a single word that has neither an
// article nor the form of a group, as only names are used.
func (r *roster) isLikeName(w words) bool {
	word := r.fold(w.first)
	return w.len() == 1 && lexicon.RoleOf(word) == lexicon.NoRole && !strings.HasSuffix(word, "s") &&
		!lexicon.ClassOf(r.fold(w.first-1)).Has(lexicon.Determiner|lexicon.Possessive|lexicon.Complementizer)
}

// describedAs is described with the name to give and the speaker to whom the
// described one belongs.
func (r *roster) describedAs(name string, owner int, w words) int {
	key := phrase{owner, r.joined(w)}
	if id, ok := r.byPhrase[key]; ok {
		return id
	}
	id := r.enroll(name, -1)
	r.byPhrase[key] = id
	return id
}

// upToApposition cuts off what only says more about the one described.
func (r *roster) upToApposition(w words) words {
	for i := w.first + 1; i < w.last; i++ {
		switch r.fold(i) {
		case "who", "whose", "which":
			return words{w.first, i}
		}
		if r.breaksPhrase(i) && !r.gap(i).has(gapBracketClose) {
			return words{w.first, i}
		}
	}
	return w
}

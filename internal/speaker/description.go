package speaker

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// definite resolves "the senator", "the trust": one of whom the article has
// told before, known by what he, she or it is.
func (r *Register) definite(w token.Range, head int) int {
	former := w.Len() > 1 && r.Fold(w.First) == "former"
	if head != w.Last-1 && !former && r.Fold(head+1) != "from" {
		return NoParty
	}
	switch lexicon.RoleOf(r.Fold(head)) {
	case lexicon.PersonRole:
		return r.holderOf(w, head)
	case lexicon.OrganRole:
		return r.organOf(w, head)
	}
	return NoParty
}

// holderOf resolves "the president", "the lawyer": one whose name stands with
// that title, else one introduced by the same noun, else the last person who
// spoke, if not too far back.
func (r *Register) holderOf(w token.Range, head int) int {
	title := r.Fold(head)
	holder, holders := 0, 0
	for k := range r.Bearers {
		if k > maxSalient {
			break
		}
		if slices.ContainsFunc(r.Bearers[k].titles, func(t string) bool { return fullTitle(t) == title }) {
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
	if id := r.introduced(head); id != NoParty {
		return id
	}
	return r.salient(w.First, lexicon.GenderOf(title), true)
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
func (r *Register) introduced(head int) int {
	for i := head - 1; i >= 0 && head-i < introductionWindow; i-- {
		if r.Fold(i) != r.Fold(head) || r.quoted[i] || r.IsAside(i) {
			continue
		}
		first, last := r.NamesIn(token.Range{First: max(0, i-article.MaxSource), Last: min(len(r.Tokens), i+1+article.MaxName)})
		for n := first; n < last; n++ {
			name := r.names[n]
			if name.First == i+1 && r.Gap(i+1).BareBut(token.GapComma|token.GapHyphen) || name.Titles.Contains(i) || r.Cased && name.Contains(i) && i < name.Last-1 {
				return r.ofBearer(r.Of[n])
			}
		}
		start := r.PhraseStart(i+1, token.Range{First: max(0, i-article.MaxSource), Last: i + 1})
		if start > 0 && start <= i && r.Gap(start).Has(token.GapComma) {
			for n := first; n < last; n++ {
				if r.names[n].Last == start && r.Bearers[r.Of[n]].Person {
					return r.ofBearer(r.Of[n])
				}
			}
		}
		switch r.Fold(start) {
		case "a", "an", "another", "one":
			if start < i {
				return r.described(token.Range{First: start + 1, Last: i + 1})
			}
		}
	}
	return NoParty
}

// organWindow is how many words back "the trust" may have been named.
const organWindow = 150

// organOf resolves "the trust", "the ministry" by the organisation whose name
// ends in the word.
func (r *Register) organOf(w token.Range, head int) int {
	if w.Len() > 1 {
		return NoParty
	}
	_, last := r.NamesIn(token.Range{First: 0, Last: w.First})
	for n := last - 1; n >= 0 && w.First-r.names[n].Last < organWindow; n-- {
		core := r.Bearers[r.Of[n]].Core
		if len(core) > 1 && core[len(core)-1] == r.Fold(head) {
			return r.ofBearer(r.Of[n])
		}
	}
	return NoParty
}

// described returns the speaker that a phrase without a name of its own
// stands for; the same words stand for the same speaker.
func (r *Register) described(w token.Range) int {
	w = r.upToApposition(w)
	if lexicon.ClassOf(r.Fold(w.Last-1)).Has(lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary) || r.Tokens[w.Last-1].Shape == token.ShapeNumber {
		return NoParty
	}
	return r.describedAs(r.Written(w, r.isLikeName(w)), NoParty, w)
}

// isLikeName reports whether a phrase is a single word that has neither an
// article nor the form of a group, as only names are used.
func (r *Register) isLikeName(w token.Range) bool {
	word := r.Fold(w.First)
	return w.Len() == 1 && lexicon.RoleOf(word) == lexicon.NoRole && !strings.HasSuffix(word, "s") &&
		!lexicon.ClassOf(r.Fold(w.First-1)).Has(lexicon.Determiner|lexicon.Possessive|lexicon.Complementizer)
}

// describedAs is described with the name to give and the speaker to whom the
// described one belongs.
func (r *Register) describedAs(name string, owner int, w token.Range) int {
	key := phrase{owner, r.Joined(w)}
	if id, ok := r.byPhrase[key]; ok {
		return id
	}
	id := r.enroll(name, -1)
	r.byPhrase[key] = id
	return id
}

// upToApposition cuts off what only says more about the one described.
func (r *Register) upToApposition(w token.Range) token.Range {
	for i := w.First + 1; i < w.Last; i++ {
		switch r.Fold(i) {
		case "who", "whose", "which":
			return token.Range{First: w.First, Last: i}
		}
		if r.BreaksPhrase(i) && !r.Gap(i).Has(token.GapBracketClose) {
			return token.Range{First: w.First, Last: i}
		}
	}
	return w
}

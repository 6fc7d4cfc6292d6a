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
func (r *resolver) definite(w token.Range, head int) Meaning {
	former := w.Len() > 1 && r.Fold(w.First) == "former"
	if head != w.Last-1 && !former && r.Fold(head+1) != "from" {
		return Meaning{}
	}
	var m Meaning
	switch lexicon.RoleOf(r.Fold(head)) {
	case lexicon.PersonRole:
		if m = r.holderOf(w, head); m.IsNamed() && !r.mayHold(m) {
			return Meaning{}
		}
		return m
	case lexicon.OrganRole:
		m = r.organOf(w, head)
	case lexicon.AccountRole:
		m = r.onlyAccount(w)
	}
	if m.IsNobody() {
		return r.knownHolder(w)
	}
	return m
}

// holderOf resolves "the president", "the lawyer": one whose name stands with
// that title, else one introduced by the same noun, else the last person who
// spoke, if not too far back.
func (r *resolver) holderOf(w token.Range, head int) Meaning {
	title := r.Fold(head)
	if head > w.First {
		style := r.Fold(head-1) + " " + title
		if k, known := r.styled[style]; known && k != ofSeveral {
			return r.ofBearer(k)
		} else if !known && tellsOffice(r.Fold(head-1)) {
			return Meaning{} // "the foreign secretary" is not any secretary
		}
	}
	if h := r.holders[title]; h.all == 1 {
		return r.ofBearer(h.first)
	}
	if m := r.introduced(head); !m.IsNobody() {
		return m
	}
	if m := r.knownHolder(w); !m.IsNobody() && r.holders[title].all == 0 {
		return m
	}
	m := r.salient(w.First, lexicon.GenderOf(title), true)
	if m.IsNamed() && staysUnnamed(title) {
		return Meaning{}
	}
	if !m.IsNamed() && r.Head(m.Party) != title {
		return Meaning{} // the nurse is not the doctor
	}
	return m
}

// ofParty resolves "the Ohio Republican", "the Democrat": one who was named before.
func (r *resolver) ofParty(w token.Range, head int) Meaning {
	if head != w.Last-1 || !isAdherent(r.Fold(head)) && !(w.Len() == 1 && isOneOfPeople(r.Fold(head))) {
		return Meaning{}
	}
	for i := w.First; i < head; i++ {
		if !lexicon.IsPlaceName(r.Fold(i)) && !(i+1 < head && lexicon.IsPlaceName(r.Fold(i)+" "+r.Fold(i+1))) && !(i > w.First && lexicon.IsPlaceName(r.Fold(i-1)+" "+r.Fold(i))) {
			return Meaning{}
		}
	}
	if m := r.salient(w.First, lexicon.UnknownGender, true); m.IsNamed() && r.isPerson(m.bearer-1, r.said) {
		return m
	}
	return Meaning{}
}

// isOneOfPeople reports whether a noun names one of a people: "the Italian", but not "the
// French".
func isOneOfPeople(noun string) bool {
	switch noun {
	case "frenchman", "frenchwoman", "englishman", "englishwoman", "irishman", "irishwoman", "welshman", "scotsman", "dutchman", "spaniard", "briton", "swede", "dane", "finn",
		"pole", "turk", "scot", "serb", "croat", "swiss", "czech":
		return true
	}
	return lexicon.IsPeople(noun) && (strings.HasSuffix(noun, "an") || strings.HasSuffix(noun, "i"))
}

// mayHold reports whether the bearer of a name can be whom a noun for a person
// means: no place and no organisation.
func (r *resolver) mayHold(m Meaning) bool {
	k := m.bearer - 1
	b := &r.bearers[k]
	return r.isPerson(k, r.said) || !b.isPlace() && (!b.isOrgan() || slices.ContainsFunc(b.core, isOffice))
}

// staysUnnamed reports whether a noun is one for persons whom articles leave
// without a name: who spoke last under a name is not the insider.
func staysUnnamed(noun string) bool {
	switch noun {
	case "official", "insider", "caller", "spokesman", "spokeswoman", "spokesperson", "heckler", "bystander", "witness":
		return true
	}
	return false
}

// tellsOffice reports whether a word before the noun for an office makes it another
// one.
func tellsOffice(word string) bool {
	switch word {
	case "foreign", "home", "defense", "defence", "interior", "finance", "prime", "vice", "deputy", "assistant", "press", "shadow":
		return true
	}
	return false
}

// fullTitle returns the noun that a title before a name is short for.
func fullTitle(title string) string {
	switch title {
	case "sen", "sens":
		return "senator"
	case "gov", "govs":
		return "governor"
	case "rep", "reps":
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
func (r *resolver) introduced(head int) Meaning {
	for i := head - 1; i >= 0 && head-i < introductionWindow; i-- {
		if r.Fold(i) != r.Fold(head) || r.quoted[i] || r.IsAside(i) {
			continue
		}
		first, last := r.namesIn(token.Range{First: max(0, i-article.MaxSource), Last: min(len(r.Tokens), i+1+article.MaxName)})
		for n := first; n < last; n++ {
			name := r.names[n]
			if name.First == i+1 && r.Gap(i+1).BareBut(token.GapComma|token.GapHyphen) || name.Titles.Contains(i) || r.Cased && name.Contains(i) && i < name.Last-1 {
				return r.ofBearer(r.of[n])
			}
		}
		start := r.PhraseStart(i+1, token.Range{First: max(0, i-article.MaxSource), Last: i + 1})
		if start > 0 && start <= i && r.Gap(start).Has(token.GapComma) {
			for n := first; n < last; n++ {
				if r.names[n].Last == start && r.isPerson(r.of[n], r.said) {
					return r.ofBearer(r.of[n])
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
	return Meaning{}
}

// organWindow is how many words back "the trust" may have been named.
const organWindow = 150

// organOf resolves "the trust", "the ministry" by the organisation whose name
// ends in the word, and "the company", which any may be, by the last that spoke.
func (r *resolver) organOf(w token.Range, head int) Meaning {
	if w.Len() > 1 {
		return Meaning{}
	}
	for n := r.namesBefore(w.First) - 1; n >= 0 && w.First-r.names[n].Last < organWindow; n-- {
		if b := &r.bearers[r.of[n]]; !b.isOneWord() && b.surname() == r.Fold(head) {
			return r.ofBearer(r.of[n])
		}
	}
	if isAnyOrgan(r.Fold(head)) && w.First-r.said.at < organWindow {
		for _, m := range [...]Meaning{r.said.last, r.said.before} {
			if m.IsNamed() && r.mayBeCompany(m.bearer-1) {
				return r.ofBearer(m.bearer - 1)
			}
		}
	}
	return Meaning{}
}

// mayBeCompany reports whether a bearer can be what "the company" means: by the
// words of the name, or as one that is no person, which only a name of several
// words in a text with capitals tells.
func (r *resolver) mayBeCompany(k int) bool {
	b := &r.bearers[k]
	if r.isPerson(k, r.said) || b.isPlace() || lexicon.RoleOf(r.Fold(b.fullest.First-1)) == lexicon.PersonRole && !r.BreaksPhrase(b.fullest.First) {
		return false // "chief executive Roe"
	}
	return b.isOrgan() || isCompanyForm(b.surname()) || r.Cased && !b.isOneWord()
}

// isCompanyForm reports whether a word ends the names of companies.
func isCompanyForm(word string) bool {
	switch word {
	case "inc", "incorporated", "corp", "corporation", "co", "ltd", "limited", "plc", "llc", "ag", "sa", "nv", "holdings", "partners", "industries", "systems",
		"technologies", "airlines", "airways", "motors", "stores", "energy", "oil", "steel", "foods", "pharmaceuticals", "financial", "bancorp":
		return true
	}
	return false
}

// isAnyOrgan reports whether a noun stands for organisations that are called
// otherwise: "the company" for one whose name ends in "Industries".
func isAnyOrgan(word string) bool {
	switch word {
	case "company", "firm", "group", "organisation", "organization", "agency", "charity":
		return true
	}
	return false
}

// onlyAccount resolves "the account" by the only one in the article who has one.
func (r *resolver) onlyAccount(w token.Range) Meaning {
	if w.Len() > 1 || r.account < 0 || r.Fold(w.First) != "account" {
		return Meaning{}
	}
	return r.ofBearer(r.account)
}

// judgeWindow is how many words behind "a judge" the name of the judge may stand.
const judgeWindow = 80

// judgeNamedLater resolves "a judge" of whom the only judge of the article is named
// soon after: a report of a court tells who ruled in its second sentence.
func (r *resolver) judgeNamedLater(w token.Range, head int) Meaning {
	if r.Fold(head) != "judge" && r.Fold(head) != "justice" || head != w.Last-1 {
		return Meaning{}
	}
	judge, justice := r.holders["judge"], r.holders["justice"]
	if judge.all+justice.all != 1 {
		return Meaning{}
	}
	k := judge.first
	if judge.all == 0 {
		k = justice.first
	}
	if at := r.bearers[k].fullest.First - w.Last; at < 0 || at > judgeWindow {
		return Meaning{}
	}
	return r.ofBearer(k)
}

// described returns the speaker that a phrase without a name of its own
// stands for; the same words stand for the same speaker.
func (r *resolver) described(w token.Range) Meaning {
	w = r.withoutMaking(r.upToApposition(w))
	if lexicon.ClassOf(r.Fold(w.Last-1)).Has(lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary) || r.Tokens[w.Last-1].Shape == token.ShapeNumber && r.Fold(w.Last-2) != "no" && !r.isNumberedName(w) {
		return Meaning{}
	}
	if k, ok := r.bearerCalled(w); ok {
		return r.ofBearer(k)
	}
	if k, ok := r.openedBy(w); ok {
		return r.ofBearer(k)
	}
	if k, ok := r.holderAtEnd(w); ok {
		return r.ofBearer(k)
	}
	m := r.describedAs(r.written(w, r.isLikeName(w)), w)
	m.alike = r.isLikeName(w) && (!r.Cased || r.Tokens[w.First].Shape == token.ShapeTitle)
	return m
}

// isNumberedName reports whether words are a name that ends in a number: "News 24".
func (r *resolver) isNumberedName(w token.Range) bool {
	if !r.Cased || w.Len() < 2 {
		return false
	}
	for i := w.First; i < w.Last-1; i++ {
		if !r.IsNameWord(i) {
			return false
		}
	}
	return !lexicon.IsMonth(r.Fold(w.Last - 2))
}

// bearerCalled returns the one whose name some words are that stand where names
// are not looked for, as in a headline, or were not seen to be one.
func (r *resolver) bearerCalled(w token.Range) (int, bool) {
	k, known := r.called[words{r.Joined(w), ""}]
	if !known || k < 0 {
		return 0, false
	}
	if w.Len() == 1 && r.Cased {
		return k, r.Tokens[w.First].Shape != token.ShapeLower
	}
	return k, w.Len() > 1 || r.isLikeName(w)
}

// openedBy returns the only organisation whose name begins with a word that stands for it:
// "Northpine" for Northpine Lumber.
func (r *resolver) openedBy(w token.Range) (int, bool) {
	word := r.Fold(w.First)
	if w.Len() != 1 || !r.isLikeName(w) || r.Cased && !r.IsCapital(w.First) || !r.Cased && !r.IsRare(w.First) {
		return 0, false
	}
	if isPlaceOrPeople(word) || lexicon.IsGivenName(word) || lexicon.ClassOf(word) != 0 || lexicon.IsDayWord(word) || lexicon.IsMonth(word) {
		return 0, false
	}
	k, known := r.opened[word]
	return k, known && k != ofSeveral && !r.isPerson(k, r.said) && !r.bearers[k].isPlace()
}

// holderAtEnd returns the one whose given name and surname end a description of an
// office in flattened text, if the article names one so elsewhere: "the leader of
// selby council lena ortmann". What stands before them is neither what makes the one
// described another's, nor another person's name.
func (r *resolver) holderAtEnd(w token.Range) (int, bool) {
	const shortest = 4 // an office, a preposition, and the two words of the name
	if r.Cased || w.Len() < shortest {
		return 0, false
	}
	head, name := r.Fold(r.headOf(w)), token.Range{First: w.Last - 2, Last: w.Last}
	before := r.Fold(name.First - 1)
	if !holdsOffice(head) || lexicon.IsGivenName(r.Fold(w.First)) || !lexicon.IsGivenName(r.Fold(name.First)) || lexicon.ClassOf(before) != 0 || before == "s" || lexicon.IsGivenName(before) || lexicon.RoleOf(before) == lexicon.PersonRole {
		return 0, false
	}
	k, known := r.called[words{r.Joined(name), ""}]
	return k, known && k >= 0
}

// holdsOffice reports whether a noun tells what office somebody holds, of which there
// is one holder; a spokesman may be another's.
func holdsOffice(word string) bool {
	switch word {
	case "leader", "head", "chairman", "chairwoman", "chair", "president", "director", "chief", "boss", "founder", "captain", "mayor", "governor",
		"secretary", "minister", "manager", "editor", "principal", "owner", "executive", "commissioner", "treasurer", "dean", "bishop", "superintendent", "inspector",
		"registrar", "archbishop", "curator", "warden":
		return true
	}
	return false
}

// isLikeName reports whether a phrase is a single word that has neither an
// article nor the form of a group, as only names are used.
func (r *resolver) isLikeName(w token.Range) bool {
	word := r.Fold(w.First)
	return w.Len() == 1 && lexicon.RoleOf(word) == lexicon.NoRole && !strings.HasSuffix(word, "s") &&
		!lexicon.ClassOf(r.Fold(w.First-1)).Has(lexicon.Determiner|lexicon.Possessive|lexicon.Complementizer)
}

// describedAs is described with the name to give.
func (r *resolver) describedAs(name string, w token.Range) Meaning {
	return Meaning{Party: Party{words: r.Joined(w)}, name: name}
}

// upToApposition cuts off what only says more about the one described.
func (n *Names) upToApposition(w token.Range) token.Range {
	w.Last = n.relativeClause(w)
	for i := w.First + 1; i < w.Last; i++ {
		if n.article.BreaksPhrase(i) && !n.article.Gap(i).Has(token.GapBracketClose) {
			return token.Range{First: w.First, Last: i}
		}
	}
	return w
}

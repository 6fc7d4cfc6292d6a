package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// bearerNamed returns the bearer whom a phrase that holds the names [first,
// last) names itself, rather than one it belongs to: the wikileaks account, but
// not the lawyer of somebody.
func (r *resolver) bearerNamed(w token.Range, head, first, last int) (int, bool) {
	if k, ok := r.personBehind(w, head, first, last); ok {
		return k, true
	}
	if k, ok := r.personSetOff(w, first, last); ok {
		return k, true
	}
	if k, ok := r.anotherBehind(w, first, last); ok {
		return k, true
	}
	if k, ok := r.officer(w, first, last); ok {
		return k, true
	}
	n := r.names[first]
	starts := min(n.First, withTitles(n)) == w.First
	owner := r.Fold(n.Last) == "s" && n.Last < w.Last
	switch {
	case lexicon.RoleOf(r.Fold(head)) == lexicon.AccountRole && !owner:
		return r.of[first], true
	case starts && !owner && (n.Last == w.Last || n.Last == head+1 || r.BreaksPhrase(n.Last) || !n.Titles.Empty() && r.Fold(n.Last) == "of"):
		return r.of[first], true
	case starts && !owner && r.isApposed(n, w, first, last):
		return r.of[first], true
	case isGeneration(r.Fold(w.First)) != "" && n.Last == w.Last:
		return r.ofGeneration(first, isGeneration(r.Fold(w.First)))
	}
	if k, ok := r.selfNamed(w, first, last); ok {
		return k, true
	}
	return r.bearerAtEnd(w, head, first, last)
}

// personBehind returns the person whose name follows that of an organisation at the
// head of a phrase, with nothing but an office between: "Northern Command
// commander Gen. Jane Roe".
func (r *resolver) personBehind(w token.Range, head, first, last int) (int, bool) {
	if last-first < 2 || withTitles(r.names[first]) != w.First || r.isPerson(r.of[first], r.said) {
		return 0, false
	}
	n, k := r.names[first+1], r.of[first+1]
	if isOffice(r.Fold(r.names[first].Last-1)) && r.setOff(n, w) == r.names[first].Last && r.isPersonAlone(first+1) && r.endsApposition(n, w) {
		return k, true // "the Solicitor General, Lady Roe"
	}
	if n.Last != head+1 && n.Last != w.Last || !r.isPerson(k, r.said) || r.bearers[k].isOneWord() {
		return 0, false
	}
	for i := r.names[first].Last; i < withTitles(n); i++ {
		if word := r.Fold(i); !isOffice(word) && !isOfficeWord(word) || r.BreaksPhrase(i) {
			return 0, false
		}
	}
	return k, true
}

// personSetOff returns the person whose full name ends a phrase behind a comma, where
// what stands before it is a description with an article or whose it is, or one of
// several: "the Director-General of the Ports Agency, Dr Jane Roe", "one of the
// suspects, 29-year-old Tom Pryce".
func (r *resolver) personSetOff(w token.Range, first, last int) (int, bool) {
	if !r.Marked || first == last {
		return 0, false
	}
	n := r.names[last-1]
	if n.Last != w.Last || n.Len() < 2 && n.Titles.Empty() {
		return 0, false
	}
	comma := withTitles(n)
	for comma > w.First && !r.BreaksPhrase(comma) {
		if class := lexicon.ClassOf(r.Fold(comma - 1)); class.Has(lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary) || r.Fold(comma-1) == "including" {
			return 0, false
		}
		comma--
	}
	bare := !r.IsNameWord(comma-1) || isOffice(r.Fold(comma-1)) || lexicon.RoleOf(r.Fold(comma-1)) == lexicon.OrganRole // not "the mayor of Selby, New York"
	holds := comma == n.First && bare && isOffice(r.Fold(r.headOf(token.Range{First: w.First, Last: comma}))) && !r.bearers[r.of[last-1]].isOrgan() && !isPlaceOrPeople(r.Fold(n.Last-1))
	if !r.isPersonAlone(last-1) && !holds {
		return 0, false
	}
	if comma == w.First || !r.opensDescription(w.First) && !r.isKinOf(token.Range{First: w.First, Last: comma}) || !r.Gap(comma).BareBut(token.GapComma) {
		return 0, false
	}
	for i := first; i < last-1; i++ {
		if r.isPersonAlone(i) && r.Fold(r.names[i].Last) != "s" {
			return 0, false
		}
	}
	return r.of[last-1], true
}

// isKinOf reports whether words name somebody's kin or whoever works for somebody: "Roe's
// sister".
func (r *resolver) isKinOf(w token.Range) bool {
	noun := w.Last - 1
	return noun-1 > w.First && r.Fold(noun-1) == "s" && r.Gap(noun-1).Has(token.GapApostrophe|token.GapSingleClose) && lexicon.RoleOf(r.Fold(noun)) == lexicon.PersonRole
}

// opensDescription reports whether an article stands at token i or right before it, or a
// word for whose or one of several the one is who is described.
func (r *resolver) opensDescription(i int) bool {
	switch r.Fold(i) {
	case "one":
		return true
	case "some":
		return false
	}
	return lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Determiner) || lexicon.ClassOf(r.Fold(i)).Has(lexicon.Determiner|lexicon.Possessive)
}

// anotherBehind returns the one whose surname ends a phrase of flattened text, right
// before the verb, where it stands behind the name of somebody else: the sentence
// before ended there, "…, thanks to jane roe | pryce said".
func (r *resolver) anotherBehind(w token.Range, first, last int) (int, bool) {
	if r.Marked || last-first < 2 {
		return 0, false
	}
	n, before := r.names[last-1], r.names[last-2]
	k := r.of[last-1]
	if n.Last != w.Last || n.Len() > 1 || !n.Titles.Empty() || before.Last != n.First || withTitles(before) != w.First || k == r.of[last-2] {
		return 0, false
	}
	if b := &r.bearers[k]; b.isOneWord() || b.surname() != r.Fold(n.First) || !r.isPerson(k, r.said) || !r.isVerbLike(w.Last) {
		return 0, false
	}
	return k, true
}

// officer returns the person whose name ends a phrase, or what stands of it before the
// first mark or, flattened, before an apposition, behind an office of what stands
// before that: "board of elections administrator jane roe", "ohio secretary of state
// jane roe". What a spokesman for one holds is the other's: "a spokesman for ohio
// governor jane roe". One of several is not meant alone.
func (r *resolver) officer(w token.Range, first, last int) (int, bool) {
	whole := w
	if r.Marked {
		w = r.upToMark(w)
	}
	for ; first < last && r.names[first].Last <= w.Last; first++ {
		n, k := r.names[first], r.of[first]
		isFull := !r.bearers[k].isOneWord() && r.isPerson(k, r.said)
		switch {
		case isFull && n.Last < whole.Last && r.Fold(n.Last) == "and":
			return 0, false
		case isFull && (n.Last == w.Last || r.isSetApart(n)):
			office, ok := r.officeBefore(n, w)
			return k, ok && r.isOfBody(token.Range{First: w.First, Last: office})
		}
	}
	return 0, false
}

// isSetApart reports whether an apposition follows a name in flattened text: "jane roe
// the top official".
func (r *resolver) isSetApart(n article.Name) bool {
	return !r.Marked && (lexicon.ClassOf(r.Fold(n.Last)).Has(lexicon.Determiner) || holdsOffice(r.Fold(n.Last)))
}

// mostOf is how many words after "of" an office may be of: "director of public works".
const mostOf = 3

// officeBefore returns the first token of the office before a name in w, if there is one: an
// office of something, "chair of trustees", or one with what it is of before it.
func (r *resolver) officeBefore(n article.Name, w token.Range) (office int, ok bool) {
	office = withTitles(n)
	for office > w.First && (isOffice(r.Fold(office-1)) || isOfficeWord(r.Fold(office-1)) || lexicon.IsAgent(r.Fold(office-1))) {
		office--
	}
	if office < n.First && lexicon.ClassOf(r.Fold(office-1)) == 0 {
		return office, office > w.First
	}
	of := withTitles(n)
	for of > w.First && withTitles(n)-of < mostOf && lexicon.ClassOf(r.Fold(of-1)) == 0 {
		of--
	}
	if of > w.First && r.Fold(of-1) == "the" {
		of--
	}
	if of-1 > w.First && of < withTitles(n) && r.Fold(of-1) == "of" && holdsOffice(r.Fold(of-2)) {
		return of - 2, true
	}
	return w.First, false
}

// isOfBody reports whether words can name what somebody holds an office of.
func (r *resolver) isOfBody(w token.Range) bool {
	for i := w.First + 1; i < w.Last; i++ {
		if !r.belongsToBody(i) && !(r.Fold(i) == "the" && r.belongsToBody(i-1)) {
			return false
		}
	}
	return true
}

// upToMark cuts a phrase at its first mark.
func (r *resolver) upToMark(w token.Range) token.Range {
	for i := w.First + 1; i < w.Last; i++ {
		if r.BreaksPhrase(i) {
			w.Last = i
		}
	}
	return w
}

// belongsToBody reports whether the word at token i can stand in what somebody holds
// an office of, as no verb, participle or word for a person or for papers before "of"
// can.
func (r *resolver) belongsToBody(i int) bool {
	word := r.Fold(i)
	if word == "of" || word == "for" {
		before := lexicon.RoleOf(r.Fold(i - 1))
		return (before == lexicon.NoRole || before == lexicon.OrganRole) && r.Fold(i-1) != "office"
	}
	if lexicon.ClassOf(word)&^lexicon.Title != 0 && word != "s" || word == "who" || word == "whose" || word == "which" {
		return false
	}
	return r.IsCapital(i) || !strings.HasSuffix(word, "ing") && !strings.HasSuffix(word, "ed")
}

// namesSeveral reports whether the names [first, last) are those of several and
// make up the phrase: "Jane Roe and Desmond Pryce".
func (r *resolver) namesSeveral(w token.Range, first, last int) bool {
	if last-first < 2 || r.pastBracket(r.names[last-1].Last, w) != w.Last || !r.areCapitals(w.First, withTitles(r.names[first])) || r.of[first] == r.of[last-1] {
		return false
	}
	for k := first + 1; k < last; k++ {
		if r.isPerson(r.of[k], r.said) != r.isPerson(r.of[first], r.said) && last-first > 2 {
			return false // "Jane Roe, Institute of Arts and Crafts"
		}
		joined := false
		for i := r.pastBracket(r.names[k-1].Last, w); i < withTitles(r.names[k]); i++ {
			switch r.Fold(i) {
			case "and":
				joined = true
			case "the":
			default:
				if !joined || !r.areCapitals(i, withTitles(r.names[k])) {
					return false
				}
				i = withTitles(r.names[k]) // "and Senate Minority Leader Desmond Pryce"
			}
		}
		if !joined && (k == last-1 || !r.Gap(withTitles(r.names[k])).Has(token.GapComma)) {
			return false
		}
	}
	return true
}

// areCapitals reports whether the words from token first up to a name, if there are
// any, have capitals, as those of an office have: "Senate Minority Leader".
func (r *resolver) areCapitals(first, name int) bool {
	if first > name {
		return false
	}
	for i := first; i < name; i++ {
		if !r.Cased || !r.IsNameWord(i) || r.BreaksPhrase(i+1) {
			return false
		}
	}
	return true
}

// pastBracket returns the token of a phrase after the words in brackets that begin at
// token i, or i: "Reps. Jane Roe (R-Ohio) and". A bracket that the phrase leaves open
// ends with it.
func (r *resolver) pastBracket(i int, w token.Range) int {
	if i >= w.Last || !r.Gap(i).Has(token.GapBracketOpen) {
		return i
	}
	for k := i + 1; k < min(w.Last, i+1+longestAside); k++ {
		if r.Gap(k).Has(token.GapBracketClose) {
			return k
		}
	}
	if w.Last-i <= longestAside {
		return w.Last
	}
	return i
}

// isOneOfAKind reports whether words behind "a" only tell what somebody is who is
// then named: "a regular, jane roe".
func (r *resolver) isOneOfAKind(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if class := lexicon.ClassOf(r.Fold(i)); class.Has(lexicon.Preposition) || lexicon.RoleOf(r.Fold(i)) == lexicon.DocumentRole {
			return false
		}
	}
	return isIndefinite(r.Fold(w.First - 1))
}

func isIndefinite(word string) bool { return word == "a" || word == "an" }

// namedTogether returns the full names of the bearers of the names [first, last).
func (r *resolver) namedTogether(first, last int) string {
	together := make([]int, 0, last-first)
	for k := first; k < last; k++ {
		together = append(together, k)
	}
	return r.namedEach(together)
}

// namedEach returns the full names of the bearers of some names.
func (r *resolver) namedEach(together []int) string {
	var b strings.Builder
	for i, k := range together {
		switch i {
		case 0:
		case len(together) - 1:
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(r.NameOf(r.ofBearer(r.of[k])))
	}
	return b.String()
}

// isQuantifier reports whether a word by itself tells how many speak, or nothing, and
// not who: "there are concerns".
func isQuantifier(word string) bool {
	switch word {
	case "both", "each", "either", "neither", "all", "any", "every", "there", "here", "what", "no", "yes", "none":
		return true
	}
	return false
}

// isSome reports whether a word by itself stands for people whom a text does not name and
// does not mean to.
func isSome(word string) bool {
	switch word {
	case "some", "others", "many", "several", "another":
		return true
	}
	return false
}

// bearerAtEnd returns the bearer of the name that ends a phrase as its head,
// "former inspector jane roe", or that stands in apposition to it, "the judge,
// jane roe".
func (r *resolver) bearerAtEnd(w token.Range, head, first, last int) (int, bool) {
	clause := r.relativeClause(w)
	for i := first; i < last; i++ {
		n := r.names[i]
		if n.First >= clause && n.Last < w.Last {
			continue // "the actor, whose films include Selby, Roe and others"
		}
		if begin := r.setOff(n, w); begin > head && r.namesDescribed(i, token.Range{First: w.First, Last: begin}, head, w) {
			return r.of[i], true
		}
		byChance := r.bearers[r.of[i]].isOneWord() && !r.isPerson(r.of[i], r.said)
		ofOwner := r.Fold(n.First-1) == "s" && (r.bearers[r.of[i]].isOneWord() || !r.isPerson(r.of[i], r.said)) // but "the council's Roe"
		if n.Last == head+1 && n.First > w.First && !byChance &&
			!ofOwner && !lexicon.ClassOf(r.Fold(n.First-1)).Has(lexicon.Preposition) {
			return r.of[i], true
		}
	}
	return 0, false
}

// maxDescription is how far behind a name the noun may stand that tells who it
// is.
const maxDescription = 6

// isApposed reports whether what follows the name n at the head of a phrase in
// flattened text only tells who that is: "jane roe senior analyst at the
// institute", "roe a retired teacher".
func (r *resolver) isApposed(n article.Name, w token.Range, first, last int) bool {
	if r.Marked {
		return false
	}
	class := lexicon.ClassOf(r.Fold(n.Last))
	if class.Has(lexicon.Determiner) {
		return true
	}
	if n.Core().Len() < 2 || !r.isPerson(r.of[first], r.said) || class != 0 {
		return false
	}
	if end := r.names[last-1]; last-first > 1 && end.Last == w.Last && r.isPerson(r.of[last-1], r.said) {
		return false // "jane roe campaign manager desmond pryce"
	}
	for i := n.Last; i < w.Last && i < n.Last+maxDescription; i++ {
		switch lexicon.RoleOf(r.Fold(i)) {
		case lexicon.PersonRole:
			return true
		case lexicon.OrganRole, lexicon.GroupRole, lexicon.AccountRole, lexicon.DocumentRole:
			return false
		}
	}
	return false
}

// isApart reports whether a description before a comma is one of a person, so
// that the name after the comma is that person's.
func (r *resolver) isApart(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if lexicon.RoleOf(r.Fold(i)) == lexicon.PersonRole || strings.HasSuffix(r.Fold(i), "ing") {
			return true
		}
	}
	return false
}

// namesDescribed reports whether the name numbered i, which ends the phrase w or
// stands between commas in it, is that of whom the words before it describe.
func (r *resolver) namesDescribed(i int, before token.Range, head int, w token.Range) bool {
	n := r.names[i]
	isPlace := n.Len() == 1 || isPlaceOrPeople(r.Joined(n.Range))
	if isPlace && n.Titles.Empty() && !r.isPerson(r.of[i], r.said) && r.IsNameWord(before.Last-1) {
		return false // "the mayor of Selby, New York"
	}
	return r.isApart(before) || n.Len() > 1 && r.isOneOfAKind(before) || r.isSetOff(n, before, w) || r.isPersonAlone(i) && r.mayBePerson(head) && r.endsApposition(n, w)
}

// isSetOff reports whether a name stands between commas behind a description and ends
// the phrase, but for where the one is of: "the borough surveyor, Jane Roe", "another
// member, Jane Roe of Selby", "the operator, Orrin". The region behind a town does not:
// "the mayor of Selby, Ohio".
func (r *resolver) isSetOff(n article.Name, before, w token.Range) bool {
	if !r.Marked || n.Last != w.Last && r.Fold(n.Last) != "of" || !r.Gap(before.Last).Has(token.GapComma) || r.IsNameWord(before.Last-1) {
		return false
	}
	return n.Len() > 1 || n.Last == w.Last && !isPlaceOrPeople(r.Fold(n.First)) && r.isPlainDescription(before)
}

// isPlainDescription reports whether words only tell what somebody is, with nothing
// behind a preposition: "the operator".
func (r *resolver) isPlainDescription(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if lexicon.ClassOf(r.Fold(i)).Has(lexicon.Preposition) {
			return false
		}
	}
	return !w.Empty()
}

// isGeneration returns the suffix that "the younger" and "the elder" stand for.
func isGeneration(word string) string {
	switch word {
	case "younger":
		return "jr"
	case "elder", "older":
		return "sr"
	}
	return ""
}

// ofGeneration returns the bearer of the same surname and another generation.
func (r *resolver) ofGeneration(name int, suffix string) (int, bool) {
	surname := r.bearers[r.of[name]].surname()
	if k, ok := r.namesake(surname, func(b *bearer) bool { return b.suffix == suffix }); ok || suffix != "sr" {
		return k, ok
	}
	return r.elderOf(surname)
}

// elderOf returns the bearer of a surname who is not called junior.
func (r *resolver) elderOf(surname string) (int, bool) {
	return r.namesake(surname, func(b *bearer) bool { return b.suffix != "jr" })
}

// namesake returns the first bearer of a surname for whom is holds, among those
// that the article names first.
func (r *resolver) namesake(surname string, is func(*bearer) bool) (int, bool) {
	for _, k := range r.surnames[surname] {
		if is(&r.bearers[k]) {
			return k, true
		}
	}
	return 0, false
}

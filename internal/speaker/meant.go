package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Meant returns who is meant by words, after what was said so far.
func (n *Names) Meant(w token.Range, said *Said) Meaning {
	r := resolver{n.article, n, said}
	if !said.last.IsNobody() && said.last.Words == w {
		return said.last // the same source of the next words
	}
	if m := r.authorOf(w); m.IsNamed() {
		return m.by(w)
	}
	if c := r.choiceOf(w); c.kind != noChoice {
		return r.choose(&c).by(w)
	}
	return r.resolve(w).by(w)
}

// Addressed returns who is meant by the words for one whom sender addresses:
// "told her supporters" are the sender's own.
func (n *Names) Addressed(w token.Range, sender Meaning, said *Said) Meaning {
	r := resolver{n.article, n, said}
	if w.Len() > 1 && !sender.IsNobody() {
		switch r.Fold(w.First) {
		case "his", "her", "its", "their":
			if first, last := n.namesIn(w); first == last || last-first == 1 && r.isOfPlace(first, w) {
				return r.belongingTo(sender, w, r.headOf(w)).by(w)
			}
		}
	}
	m := r.resolve(w)
	if first, last := n.namesIn(w); w.Len() > 1 && first == last && !m.IsNobody() && m.Party == sender.Party && r.isAnother(w) {
		m = r.described(r.withoutArticle(w))
	}
	if cut := r.withoutSetting(w); cut.Last < w.Last && !m.IsNamed() && !m.IsNobody() && m.owned == 0 {
		m.name = r.written(r.withoutArticle(cut), false)
	}
	return m.by(w)
}

// isOfPlace reports whether the name numbered k only tells where those are from whom the
// phrase w is about: "her Peruvian counterpart".
func (r *resolver) isOfPlace(k int, w token.Range) bool {
	n := r.names[k]
	return n.Last < w.Last && n.Len() == 1 && isPlaceOrPeople(r.Fold(n.First)) && lexicon.ClassOf(r.Fold(n.Last)) == 0
}

// longestSetting is how many words may tell where those are who are addressed and still
// belong to what they are called: "reporters at the scene".
const longestSetting = 3

// withoutSetting leaves out at length where those hear who are addressed: "jurors | at
// Selby Crown Court". Of one person, and of those who live somewhere, it tells who that is.
func (r *resolver) withoutSetting(w token.Range) token.Range {
	for i := w.First + 1; i+longestSetting < w.Last; i++ {
		switch r.Fold(i) {
		case "at", "outside", "inside", "in":
		default:
			continue
		}
		if !hearsTogether(r.Fold(i - 1)) {
			break
		}
		return token.Range{First: w.First, Last: i}
	}
	return w
}

// hearsTogether reports whether a word names those who are told something in one place.
func hearsTogether(word string) bool {
	switch word {
	case "jurors", "jury", "reporters", "journalists", "attendees", "guests", "fans", "protesters", "volunteers", "cadets", "onlookers",
		"shareholders", "investors", "delegates", "analysts":
		return true
	}
	return lexicon.IsCrowd(word)
}

// Described returns the one whom words describe, whoever else they could mean.
func (n *Names) Described(w token.Range, said *Said) Meaning {
	r := resolver{n.article, n, said}
	if first, last := n.namesIn(w); w.Len() < 2 || first < last {
		return r.resolve(w).by(w)
	}
	return r.described(r.withoutArticle(w)).by(w)
}

// isAnother reports whether the words for one who is addressed, "the company", tell
// nothing but what the one is: nobody tells themselves, and nobody else is named whom
// the noun for a person could mean.
func (r *resolver) isAnother(w token.Range) bool {
	if lexicon.RoleOf(r.Fold(r.headOf(w))) != lexicon.PersonRole {
		return true
	}
	return r.persons < 2
}

// restReach is how many words after a speaker was named the rest of the quote
// may begin.
const restReach = 80

// Unnamed returns who says what no source is given for. Words without a
// cue go on with those of the last speaker; a cue without a subject, as in
// "…, calling it a mistake", has that of its sentence.
func (n *Names) Unnamed(x attribution.Attribution, said *Said) Meaning {
	r := resolver{n.article, n, said}
	if len(x.Cue) > 0 {
		if !r.Marked || !strings.HasSuffix(r.Fold(x.Cue[0].Last-1), "ing") {
			return Meaning{}
		}
		return r.subjectOf(x.Cue[0].First)
	}
	at := x.Content[0].First
	goesOn := !said.last.IsNobody() && at > said.at && at-said.at < restReach
	if goesOn && r.Marked && r.IsSentenceStart(at) && x.Form() == attribution.Direct {
		return said.last
	}
	return Meaning{}
}

// A resolver finds who is meant by words. It changes nothing.
type resolver struct {
	*article.Article
	*Names
	said *Said
}

// subjectNames is how many names at the head of a sentence may be its subject.
const subjectNames = 64

// subjectOf returns the bearer of the first name of the sentence that stands
// before token i, if that is a person's and the sentence begins with it.
func (r *resolver) subjectOf(i int) Meaning {
	first, _ := r.namesIn(token.Range{First: r.Sentences[r.SentenceOf(i)].First})
	for n := first; n < min(len(r.names), first+subjectNames) && r.names[n].Last <= i; n++ {
		place := r.names[n]
		start := r.startOf(place)
		if r.isPerson(r.of[n], r.said) && (r.IsSentenceStart(start) || r.BreaksPhrase(start) || r.isVerbLike(place.Last)) && !r.quoted[place.First] {
			return r.ofBearer(r.of[n]).by(token.Range{First: withTitles(place), Last: place.Last})
		}
	}
	return Meaning{}
}

// startOf returns the first token of the noun phrase that a name ends. Neither
// another name nor the verb between the two is part of it.
func (r *resolver) startOf(name article.Name) int {
	limits := token.Range{First: max(0, name.Last-article.MaxSource), Last: name.Last}
	if n := r.namesBefore(name.First); n > 0 {
		limits.First = max(limits.First, r.names[n-1].Last)
	}
	first := min(name.First, r.PhraseStart(name.Last, limits))
	for i := name.First - 1; i >= first; i-- {
		if r.isCue(i) || lexicon.IsPastTense(r.Fold(i)) {
			return i + 1
		}
	}
	return first
}

// withTitles returns the first token of a name or of the titles before it.
func withTitles(name article.Name) int {
	if name.Titles.Empty() {
		return name.First
	}
	return name.Titles.First
}

// resolve returns who is meant by words, if anybody is.
func (r *resolver) resolve(w token.Range) Meaning {
	if w.Empty() {
		return Meaning{}
	}
	word := r.Fold(w.First)
	if r.isAcronymInCapitals(w.First) {
		return r.resolvePhrase(w)
	}
	if w.Len() == 1 && isSome(word) {
		return r.described(w)
	}
	if w.Len() == 1 && (lexicon.ClassOf(word).Has(lexicon.Subject|lexicon.Possessive|lexicon.FirstPerson|lexicon.SecondPerson) || lexicon.IsObjectPronoun(word)) {
		return r.resolvePronoun(w.First)
	}
	switch word {
	case "who", "which":
		return r.resolvePronoun(w.First)
	}
	return r.resolvePhrase(w)
}

// isAcronymInCapitals reports whether token i, of a text with capitals, is written as
// the acronym that a pronoun is, too.
func (r *resolver) isAcronymInCapitals(i int) bool {
	if !r.Cased || r.Tokens[i].Shape != token.ShapeUpper {
		return false
	}
	switch r.Fold(i) {
	case "who", "it", "us":
		return true
	}
	return false
}

// resolvePhrase resolves a noun phrase: a name, an account or a generation of
// a name, a role that somebody holds, or else a description that stands for
// itself.
func (r *resolver) resolvePhrase(w token.Range) Meaning {
	if w.Len() > 1 && lexicon.IsReflexive(r.Fold(w.Last-1)) {
		w.Last-- // "Roe himself"
	}
	if n := r.namesBefore(w.Last-1) - 1; w.Len() > 2 && n >= 0 && r.names[n].Last == w.Last-1 && isHonour(r.Article, r.names[n].First, w.Last-1) {
		w.Last--
	}
	if w.Len() > 1 && r.Fold(w.Last-1) == "s" && !r.IsOfInitials(w.Last-1) && !r.isVerbLike(w.Last) {
		w.Last-- // "the judge's claim", but "Lloyd's said"
	}
	if !r.Marked && w.Len() > 1 && isAge(r.Fold(w.Last-1)) && r.CanName(w.Last-2) {
		if m := r.resolvePhrase(token.Range{First: w.First, Last: w.Last - 1}); r.IsPerson(m.Party, r.said) {
			return m // "roe 42", but "senate bill 127"
		}
	}
	bare := r.withoutArticle(w)
	if bare.Empty() {
		return Meaning{}
	}
	if bare.Len() == 1 && isQuantifier(r.Fold(bare.First)) {
		return Meaning{}
	}
	head, word := r.headOf(bare), r.Fold(w.First)
	definite := bare.First > w.First && word == "the"
	if lexicon.ClassOf(r.Fold(bare.First)).Has(lexicon.Possessive) && bare.Len() > 1 {
		return r.belonging(bare, head)
	}
	if definite {
		if m := r.ofParty(bare, head); m.IsNamed() {
			return m
		}
	}
	if isIndefinite(word) {
		if m := r.judgeNamedLater(bare, head); !m.IsNobody() {
			return m
		}
	}
	if sender := r.senderOf(bare, head); !sender.Empty() {
		return r.resolvePhrase(sender)
	}
	if maker := r.makerOf(bare); !maker.Empty() {
		if m := r.resolvePhrase(maker); !m.IsNobody() {
			return m
		}
	}
	if first, last := r.namesIn(bare); first < last {
		if owner := r.ownerOfWords(bare, head, first); !owner.Empty() {
			return r.resolvePhrase(owner)
		}
		return r.resolveNaming(bare, head, definite, first, last)
	}
	if r.isTitledFlat(bare, head) {
		person := token.Range{First: bare.First + 1, Last: bare.Last} // a title makes a name of words that do not look like one
		return r.describedAs(r.written(person, true), person)
	}
	if head > bare.First && head == bare.Last-1 && lexicon.RoleOf(r.Fold(head)) == lexicon.AccountRole {
		owner := token.Range{First: bare.First, Last: head} // an account speaks for the one it is called after
		return r.describedAs(r.written(owner, true), owner)
	}
	if definite {
		if m := r.ofAge(bare, head); !m.IsNobody() {
			return m
		}
		if m := r.definite(bare, head); !m.IsNobody() {
			return m
		}
	}
	return r.described(bare)
}

// resolveNaming resolves a noun phrase that holds the names [first, last).
func (r *resolver) resolveNaming(w token.Range, head int, definite bool, first, last int) Meaning {
	if r.namesSeveral(w, first, last) {
		return r.describedAs(r.namedTogether(first, last), w)
	}
	if together := r.severalSetOff(w, head, first, last); together != "" {
		return r.describedAs(together, w)
	}
	if k, ok := r.bearerNamed(w, head, first, last); ok {
		return r.ofBearer(k)
	}
	if definite && (r.names[last-1].Last <= head || r.Fold(head+1) == "from" || r.Fold(w.First) == "former") && r.Fold(head-1) != "s" {
		if m := r.definite(w, head); !m.IsNobody() {
			return m // "the Selby councillor"
		}
	}
	return r.described(w)
}

// isTitledFlat reports whether a phrase in flattened text is a title and words
// that do not look like a name.
func (r *resolver) isTitledFlat(w token.Range, head int) bool {
	return !r.Cased && lexicon.IsTitle(r.Fold(w.First)) && head > w.First && head-w.First < 4 && head == w.Last-1 &&
		lexicon.RoleOf(r.Fold(head)) == lexicon.NoRole
}

// belonging resolves "his father", "their lawyer": somebody who is known by
// whose he is.
func (r *resolver) belonging(w token.Range, head int) Meaning {
	first, last := r.namesIn(w)
	if together := r.severalSetOff(w, head, first, last); together != "" {
		return r.describedAs(together, w)
	}
	if k, ok := r.personSetOff(w, first, last); ok {
		return r.ofBearer(k) // "its Managing Director, Mr Tom Roe"
	}
	for i := first; i < last; i++ {
		if n := r.names[i]; n.Last == head+1 || r.setOff(n, w) > head && r.endsApposition(n, w) {
			return r.ofBearer(r.of[i]) // "our reporter jane roe", "her opponent, jane roe, 71"
		}
	}
	if m := r.saidAs(w); !m.IsNobody() {
		return m
	}
	owner := r.resolvePronoun(w.First)
	if owner.IsNobody() && speaksForOwner(r.Fold(head)) && !lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.FirstPerson|lexicon.SecondPerson) {
		return r.described(r.ownedWords(w))
	}
	return r.belongingTo(owner, w, head)
}

// speaksForOwner reports whether a noun tells enough of who speaks where it is not known
// whose they are: "its lawyers".
func speaksForOwner(noun string) bool {
	switch noun {
	case "management", "family", "office", "solicitors", "attorneys", "relatives", "neighbours", "neighbors", "team", "colleagues", "friends":
		return true
	}
	role := lexicon.RoleOf(noun)
	return role == lexicon.PersonRole || role == lexicon.GroupRole
}

// saidAs returns the one of the last two speakers whom the same words meant: who
// "her lawyer" was, "her lawyer" still is.
func (r *resolver) saidAs(w token.Range) Meaning {
	for _, m := range [...]Meaning{r.said.last, r.said.before} {
		if m.owned > 0 && m.Words.Len() == w.Len() && r.SameWords(m.Words, w.First) {
			return m
		}
	}
	return Meaning{}
}

// ownedWords returns what a phrase that begins with a possessive says of the one
// who belongs to somebody.
func (r *resolver) ownedWords(w token.Range) token.Range {
	return r.upToApposition(token.Range{First: w.First + 1, Last: w.Last})
}

// maxOwners is how many owners a description may have, one of another: the
// lawyer of somebody's brother.
const maxOwners = 3

// belongingTo resolves a phrase with a possessive that stands for owner.
func (r *resolver) belongingTo(owner Meaning, w token.Range, head int) Meaning {
	if owner.IsNobody() || owner.owned == maxOwners {
		return Meaning{}
	}
	if r.Fold(head) == "father" && owner.IsNamed() {
		b := &r.bearers[owner.bearer-1]
		if elder, ok := r.elderOf(b.surname()); ok && b.suffix == "jr" {
			return r.ofBearer(elder)
		}
	}
	if owner.IsNamed() && isOwnWords(r.Fold(head), head == w.First+1) {
		return owner
	}
	rest := r.ownedWords(w)
	return Meaning{
		Party: Party{words: r.Joined(rest), owner: owner.key()},
		name:  r.NameOf(owner) + "'s " + r.written(rest, false),
		owned: owner.owned + 1, told: owner.told,
	}
}

// withoutArticle drops a determiner at the head of a phrase.
func (n *Names) withoutArticle(w token.Range) token.Range {
	for w.First < w.Last && !n.article.IsOfInitials(w.First) {
		switch n.article.Fold(w.First) {
		case "the", "a", "an", "this", "that", "these", "those":
			w.First++
			continue
		}
		break
	}
	return w
}

// headOf returns the main noun of a phrase: the last word before a
// preposition, a comma or a relative clause.
func (n *Names) headOf(w token.Range) int {
	a := n.article
	for i := w.First + 1; i < w.Last; i++ {
		insideName := a.JoinsNames(i, i-1) && n.isInName(i) || a.Gap(i).Has(token.GapHyphen) && !a.IsNameWord(i-1) // "Bank of England", "mother-of-three"
		if a.BreaksPhrase(i) || lexicon.ClassOf(a.Fold(i)).Has(lexicon.Preposition|lexicon.Subject) && !insideName {
			return i - 1
		}
	}
	return w.Last - 1
}

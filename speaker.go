package verbatim

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A Speaker is a person, an organisation or a thing that speaks or is spoken
// to, with every mention that the article makes of it as such.
type Speaker struct {
	// ID is the speaker's index in Document.Speakers.
	ID int `json:"id"`
	// Name is the fullest form that the article gives, with capitals where the
	// article or common usage supports them. For one who is never named it is
	// the description without its article: "lawyer for the family".
	Name string `json:"name"`
	// Aliases are the other forms, in the order in which they first occur.
	Aliases []string `json:"aliases,omitempty"`
	// Mentions are the places that name the speaker, pronouns included, in
	// the order of the text.
	Mentions []Span `json:"mentions"`
}

// FindSpeakers returns those who speak, or are spoken to, in text. It does all
// the work of [Parse].
func FindSpeakers(text string) []Speaker { return Parse(text).Speakers }

// noParty stands for a speaker or recipient that the text does not tell.
const noParty = -1

// A roster gives the sources and recipients of one article their speakers. It
// is asked in the order of the text.
type roster struct {
	*cast
	speakers  []Speaker      // in the order in which they were first asked for
	byBearer  map[int]int    // bearer -> speaker
	byPhrase  map[phrase]int // description -> speaker
	bearerOf  []int          // speaker -> bearer, or -1
	lastSaid  []int          // speakers of the attributions so far, latest last
	lastToken int            // where the latest of them was named
}

// A phrase is a description and whom it belongs to.
type phrase struct {
	owner int // a speaker, or noParty
	words string
}

func newRoster(c *cast) *roster {
	return &roster{cast: c, byBearer: map[int]int{}, byPhrase: map[phrase]int{}}
}

// speakerOf resolves the words of a source and remembers who spoke.
func (r *roster) speakerOf(source words) int {
	if id := r.resolve(source); id != noParty {
		return r.speakerAs(id, source)
	}
	return noParty
}

// speakerAs is speakerOf for a source that the thread has resolved.
func (r *roster) speakerAs(id int, source words) int {
	r.mention(id, source)
	r.lastSaid = append(r.lastSaid, id)
	r.lastToken = source.last
	return id
}

// restReach is how many words after a speaker was named the rest of the quote
// may begin.
const restReach = 80

// speakerUnnamed finds who says what no source is given for. Words without a
// cue go on with those of the last speaker; a cue without a subject, as in
// "…, calling it a mistake", has that of its sentence.
func (r *roster) speakerUnnamed(x attribution) int {
	if len(x.cue) > 0 {
		cue := x.cue[0].first
		if !r.marked || !strings.HasSuffix(r.fold(x.cue[0].last-1), "ing") {
			return noParty
		}
		return r.subjectOf(cue)
	}
	at := x.content[0].first
	goesOn := len(r.lastSaid) > 0 && at > r.lastToken && at-r.lastToken < restReach
	if goesOn && r.marked && r.isSentenceStart(at) && x.form() == Direct {
		return r.lastSaid[len(r.lastSaid)-1]
	}
	return noParty
}

// subjectOf returns the bearer of the first name of the sentence that stands
// before token i, if that is a person's and the sentence begins with it.
func (r *roster) subjectOf(i int) int {
	first, last := r.namesIn(words{r.sentences[r.sentenceOf(i)].first, i})
	for n := first; n < last; n++ {
		place := r.names[n]
		start := min(place.first, r.phraseStart(place.last, words{max(0, place.last-maxSource), place.last}))
		if r.bearers[r.of[n]].person && (r.isSentenceStart(start) || r.breaksPhrase(start) || r.isVerbLike(place.last)) && !r.verbatim[place.first] {
			return r.ofBearer(r.of[n])
		}
	}
	return noParty
}

// resolve returns the speaker that words name, or noParty.
func (r *roster) resolve(w words) int {
	if w.empty() {
		return noParty
	}
	if w.len() == 1 && lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Subject|lexicon.Possessive|lexicon.FirstPerson|lexicon.SecondPerson) || isObjectPronoun(r.fold(w.first)) && w.len() == 1 {
		return r.resolvePronoun(w.first)
	}
	switch r.fold(w.first) {
	case "who", "which":
		return r.resolvePronoun(w.first)
	}
	return r.resolvePhrase(w)
}

// resolvePhrase resolves a noun phrase: a name, an account or a generation of
// a name, a role that somebody holds, or else a description that stands for
// itself.
func (r *roster) resolvePhrase(w words) int {
	bare := r.withoutArticle(w)
	if bare.empty() {
		return noParty
	}
	head := r.headOf(bare)
	if lexicon.ClassOf(r.fold(bare.first)).Has(lexicon.Possessive) && bare.len() > 1 {
		return r.belonging(bare, head)
	}
	first, last := r.namesIn(bare)
	if first < last {
		if k, ok := r.bearerNamed(bare, head, first, last); ok {
			return r.ofBearer(k)
		}
		if (r.names[last-1].last <= head || r.fold(head+1) == "from" || r.fold(bare.first) == "former") && bare.first > w.first && r.fold(w.first) == "the" && r.fold(head-1) != "s" {
			if id := r.definite(bare, head); id != noParty {
				return id // "the Selby councillor"
			}
		}
		return r.described(bare)
	}
	if !r.cased && isTitleWord(r.fold(bare.first)) && head > bare.first && head-bare.first < 4 && head == bare.last-1 &&
		lexicon.RoleOf(r.fold(head)) == lexicon.NoRole {
		person := words{bare.first + 1, bare.last} // a title makes a name of words that do not look like one
		return r.describedAs(r.written(person, true), noParty, person)
	}
	if head > bare.first && head == bare.last-1 && lexicon.RoleOf(r.fold(head)) == lexicon.AccountRole {
		owner := words{bare.first, head} // an account speaks for the one it is called after
		return r.describedAs(r.written(owner, true), noParty, owner)
	}
	if bare.first > w.first && r.fold(w.first) == "the" {
		if id := r.definite(bare, head); id != noParty {
			return id
		}
	}
	return r.described(bare)
}

// belonging resolves "his father", "their lawyer": somebody who is known by
// whose he is.
func (r *roster) belonging(w words, head int) int {
	first, last := r.namesIn(w)
	for i := first; i < last; i++ {
		if n := r.names[i]; n.last == head+1 || n.last == w.last && r.breaksPhrase(n.first) {
			return r.ofBearer(r.of[i]) // "our reporter jane roe", "her opponent, jane roe"
		}
	}
	return r.belongingTo(r.resolvePronoun(w.first), w, head)
}

// hearerOf resolves the words that name whom a speaker addresses: "told her
// supporters" are the speaker's own.
func (r *roster) hearerOf(w words, speaker int) int {
	if w.len() > 1 && speaker != noParty {
		switch r.fold(w.first) {
		case "his", "her", "its", "their":
			if first, last := r.namesIn(w); first == last {
				return r.belongingTo(speaker, w, r.headOf(w))
			}
		}
	}
	return r.resolve(w)
}

// belongingTo resolves a phrase with a possessive that stands for owner.
func (r *roster) belongingTo(owner int, w words, head int) int {
	if owner == noParty {
		return noParty
	}
	if r.fold(head) == "father" && r.bearerOf[owner] >= 0 {
		b := &r.bearers[r.bearerOf[owner]]
		if elder, ok := r.elderOf(b.core[len(b.core)-1]); ok && b.suffix == "jr" {
			return r.ofBearer(elder)
		}
	}
	rest := words{w.first + 1, w.last}
	return r.describedAs(r.speakers[owner].Name+"'s "+r.written(r.upToApposition(rest), false), owner, rest)
}

// withoutArticle drops a determiner at the head of a phrase.
func (r *roster) withoutArticle(w words) words {
	for w.first < w.last {
		switch r.fold(w.first) {
		case "the", "a", "an", "this", "that", "these", "those":
			w.first++
			continue
		}
		break
	}
	return w
}

// headOf returns the main noun of a phrase: the last word before a
// preposition, a comma or a relative clause.
func (r *roster) headOf(w words) int {
	for i := w.first + 1; i < w.last; i++ {
		if r.breaksPhrase(i) || lexicon.ClassOf(r.fold(i)).Has(lexicon.Preposition|lexicon.Subject) && !r.insideName(i) {
			return i - 1
		}
	}
	return w.last - 1
}

// insideName reports whether token i stands within a name: "Bank of England".
func (r *roster) insideName(i int) bool { return r.joinsNames(i, i-1) }

// bearerNamed returns the bearer whom a phrase with names in it names itself,
// rather than one it belongs to: the wikileaks account, but not the lawyer of
// somebody.
func (r *roster) bearerNamed(w words, head, first, last int) (int, bool) {
	n := r.names[first]
	start := min(n.first, n.titles.first)
	if n.titles.empty() {
		start = n.first
	}
	owner := r.fold(n.last) == "s" && n.last < w.last
	role := lexicon.RoleOf(r.fold(head))
	switch {
	case role == lexicon.AccountRole && !owner:
		return r.of[first], true
	case start == w.first && !owner && (n.last == w.last || n.last == head+1 || r.breaksPhrase(n.last)):
		return r.of[first], true
	case start == w.first && !owner && r.isApposed(n, w, first, last):
		return r.of[first], true
	case r.isGeneration(w.first) != "" && n.last == w.last:
		return r.ofGeneration(first, r.isGeneration(w.first))
	}
	for i := first; i < last; i++ {
		// "former inspector jane roe": the name that ends the phrase is its
		// head. "The judge, jane roe": the name in apposition is too.
		n := r.names[i]
		begin := n.first
		if !n.titles.empty() {
			begin = n.titles.first
		}
		if begin > head && r.breaksPhrase(begin) && r.gap(begin).bareBut(gapComma|gapHyphen) && r.isApart(words{w.first, begin}) {
			return r.of[i], true
		}
		if n.last == head+1 && n.first > w.first && !r.bearers[r.of[i]].isHeadless() &&
			r.fold(n.first-1) != "s" && !lexicon.ClassOf(r.fold(n.first-1)).Has(lexicon.Preposition) {
			return r.of[i], true
		}
	}
	return 0, false
}

// isApposed reports whether what follows the name n at the head of a phrase in
// flattened text only tells who that is: "jane roe senior analyst at the
// institute", "roe a retired teacher".
func (r *roster) isApposed(n name, w words, first, last int) bool {
	if r.marked {
		return false
	}
	class := lexicon.ClassOf(r.fold(n.last))
	if class.Has(lexicon.Determiner) {
		return true
	}
	if n.core().len() < 2 || !r.bearers[r.of[first]].person || class != 0 {
		return false
	}
	if end := r.names[last-1]; last-first > 1 && end.last == w.last && r.bearers[r.of[last-1]].person {
		return false // "jane roe campaign manager desmond pryce"
	}
	for i := n.last; i < w.last && i < n.last+maxDescription; i++ {
		switch lexicon.RoleOf(r.fold(i)) {
		case lexicon.PersonRole:
			return true
		case lexicon.OrganRole, lexicon.GroupRole, lexicon.AccountRole, lexicon.DocumentRole:
			return false
		}
	}
	return false
}

// maxDescription is how far behind a name the noun may stand that tells who it
// is.
const maxDescription = 6

// isApart reports whether a description before a comma is one of a person, so
// that the name after the comma is that person's.
func (r *roster) isApart(w words) bool {
	for i := w.first; i < w.last; i++ {
		if lexicon.RoleOf(r.fold(i)) == lexicon.PersonRole || strings.HasSuffix(r.fold(i), "ing") {
			return true
		}
	}
	return false
}

// isHeadless reports whether a bearer is known by a single word that is no
// person's, so that a phrase which ends in it may only be near it by chance.
func (b *bearer) isHeadless() bool { return len(b.core) == 1 && !b.person }

// isGeneration returns the suffix that "the younger" and "the elder" stand for.
func (r *roster) isGeneration(i int) string {
	switch r.fold(i) {
	case "younger":
		return "jr"
	case "elder", "older":
		return "sr"
	}
	return ""
}

// ofGeneration returns the bearer of the same surname and another generation.
func (r *roster) ofGeneration(name int, suffix string) (int, bool) {
	core := r.bearers[r.of[name]].core
	surname := core[len(core)-1]
	if k, ok := r.namesake(surname, func(b *bearer) bool { return b.suffix == suffix }); ok || suffix != "sr" {
		return k, ok
	}
	return r.elderOf(surname)
}

// elderOf returns the bearer of a surname who is not called junior.
func (r *roster) elderOf(surname string) (int, bool) {
	return r.namesake(surname, func(b *bearer) bool { return b.suffix != "jr" })
}

// namesake returns the first bearer of a surname for whom is holds, among those
// that the article names first.
func (r *roster) namesake(surname string, is func(*bearer) bool) (int, bool) {
	for k := range r.bearers[:min(len(r.bearers), maxSalient)] {
		b := &r.bearers[k]
		if b.core[len(b.core)-1] == surname && is(b) {
			return k, true
		}
	}
	return 0, false
}

// ofBearer returns the speaker that bearer k is.
func (r *roster) ofBearer(k int) int {
	if id, ok := r.byBearer[k]; ok {
		return id
	}
	id := r.enroll(r.nameOf(k), k)
	r.byBearer[k] = id
	return id
}

// enroll adds a speaker.
func (r *roster) enroll(name string, bearer int) int {
	id := len(r.speakers)
	r.speakers = append(r.speakers, Speaker{ID: id, Name: name})
	r.bearerOf = append(r.bearerOf, bearer)
	return id
}

// mention records that words name the speaker.
func (r *roster) mention(id int, w words) {
	s := &r.speakers[id]
	s.Mentions = append(s.Mentions, w.span(r.tokens))
	bare := r.withoutArticle(w)
	if bare.empty() {
		return
	}
	for bare.len() > 1 && isTitleWord(r.fold(bare.first)) {
		bare.first++
	}
	alias := r.written(r.upToApposition(bare), r.bearerOf[id] >= 0)
	class := lexicon.ClassOf(r.fold(w.first))
	pronoun := w.len() == 1 && (class != 0 || isObjectPronoun(r.fold(w.first)))
	if !pronoun && !class.Has(lexicon.Possessive) && alias != "" && !strings.EqualFold(alias, s.Name) && !slices.Contains(s.Aliases, alias) {
		s.Aliases = append(s.Aliases, alias)
	}
}

// finish orders the mentions of every speaker and drops repetitions. One who
// was only looked up, as the owner of a campaign that speaks, is left out; the
// second result gives each speaker's new number.
func (r *roster) finish() (speakers []Speaker, renumbered []int) {
	renumbered = make([]int, len(r.speakers))
	for i, s := range r.speakers {
		renumbered[i] = noParty
		if len(s.Mentions) == 0 {
			continue
		}
		slices.SortFunc(s.Mentions, func(a, b Span) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		s.Mentions = slices.Compact(s.Mentions)
		s.ID = len(speakers)
		renumbered[i] = s.ID
		speakers = append(speakers, s)
	}
	return speakers, renumbered
}

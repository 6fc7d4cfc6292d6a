package speaker

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
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
	Mentions []token.Span `json:"mentions"`
}

// NoParty stands for a speaker or recipient that the text does not tell.
const NoParty = -1

// A Register gives the sources and recipients of one article their speakers. It
// is asked in the order of the text.
type Register struct {
	*Names
	Speakers  []Speaker      // in the order in which they were first asked for
	byBearer  map[int]int    // bearer -> speaker
	byPhrase  map[phrase]int // description -> speaker
	BearerOf  []int          // speaker -> bearer, or -1
	lastSaid  []int          // speakers of the attributions so far, latest last
	lastToken int            // where the latest of them was named
}

// A phrase is a description and whom it belongs to.
type phrase struct {
	owner int // a speaker, or noParty
	words string
}

func NewRegister(c *Names) *Register {
	return &Register{Names: c, byBearer: map[int]int{}, byPhrase: map[phrase]int{}}
}

// SpeakerOf resolves the words of a source and remembers who spoke.
func (r *Register) SpeakerOf(source token.Range) int {
	if id := r.Resolve(source); id != NoParty {
		return r.SpeakerAs(id, source)
	}
	return NoParty
}

// SpeakerAs is SpeakerOf for a source that the thread has resolved.
func (r *Register) SpeakerAs(id int, source token.Range) int {
	r.Mention(id, source)
	r.lastSaid = append(r.lastSaid, id)
	r.lastToken = source.Last
	return id
}

// restReach is how many words after a speaker was named the rest of the quote
// may begin.
const restReach = 80

// SpeakerUnnamed finds who says what no source is given for. Words without a
// cue go on with those of the last speaker; a cue without a subject, as in
// "…, calling it a mistake", has that of its sentence.
func (r *Register) SpeakerUnnamed(x attribution.Attribution) int {
	if len(x.Cue) > 0 {
		cue := x.Cue[0].First
		if !r.Marked || !strings.HasSuffix(r.Fold(x.Cue[0].Last-1), "ing") {
			return NoParty
		}
		return r.subjectOf(cue)
	}
	at := x.Content[0].First
	goesOn := len(r.lastSaid) > 0 && at > r.lastToken && at-r.lastToken < restReach
	if goesOn && r.Marked && r.IsSentenceStart(at) && x.Form() == attribution.Direct {
		return r.lastSaid[len(r.lastSaid)-1]
	}
	return NoParty
}

// subjectOf returns the bearer of the first name of the sentence that stands
// before token i, if that is a person's and the sentence begins with it.
func (r *Register) subjectOf(i int) int {
	first, last := r.NamesIn(token.Range{First: r.Sentences[r.SentenceOf(i)].First, Last: i})
	for n := first; n < last; n++ {
		place := r.names[n]
		start := min(place.First, r.PhraseStart(place.Last, token.Range{First: max(0, place.Last-article.MaxSource), Last: place.Last}))
		if r.Bearers[r.Of[n]].Person && (r.IsSentenceStart(start) || r.BreaksPhrase(start) || r.isVerbLike(place.Last)) && !r.quoted[place.First] {
			return r.ofBearer(r.Of[n])
		}
	}
	return NoParty
}

// Resolve returns the speaker that words name, or noParty.
func (r *Register) Resolve(w token.Range) int {
	if w.Empty() {
		return NoParty
	}
	if w.Len() == 1 && lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Subject|lexicon.Possessive|lexicon.FirstPerson|lexicon.SecondPerson) || lexicon.IsObjectPronoun(r.Fold(w.First)) && w.Len() == 1 {
		return r.resolvePronoun(w.First)
	}
	switch r.Fold(w.First) {
	case "who", "which":
		return r.resolvePronoun(w.First)
	}
	return r.resolvePhrase(w)
}

// resolvePhrase resolves a noun phrase: a name, an account or a generation of
// a name, a role that somebody holds, or else a description that stands for
// itself.
func (r *Register) resolvePhrase(w token.Range) int {
	bare := r.withoutArticle(w)
	if bare.Empty() {
		return NoParty
	}
	head := r.headOf(bare)
	if lexicon.ClassOf(r.Fold(bare.First)).Has(lexicon.Possessive) && bare.Len() > 1 {
		return r.belonging(bare, head)
	}
	first, last := r.NamesIn(bare)
	if first < last {
		if k, ok := r.bearerNamed(bare, head, first, last); ok {
			return r.ofBearer(k)
		}
		if (r.names[last-1].Last <= head || r.Fold(head+1) == "from" || r.Fold(bare.First) == "former") && bare.First > w.First && r.Fold(w.First) == "the" && r.Fold(head-1) != "s" {
			if id := r.definite(bare, head); id != NoParty {
				return id // "the Selby councillor"
			}
		}
		return r.described(bare)
	}
	if !r.Cased && lexicon.IsTitle(r.Fold(bare.First)) && head > bare.First && head-bare.First < 4 && head == bare.Last-1 &&
		lexicon.RoleOf(r.Fold(head)) == lexicon.NoRole {
		person := token.Range{First: bare.First + 1, Last: bare.Last} // a title makes a name of words that do not look like one
		return r.describedAs(r.Written(person, true), NoParty, person)
	}
	if head > bare.First && head == bare.Last-1 && lexicon.RoleOf(r.Fold(head)) == lexicon.AccountRole {
		owner := token.Range{First: bare.First, Last: head} // an account speaks for the one it is called after
		return r.describedAs(r.Written(owner, true), NoParty, owner)
	}
	if bare.First > w.First && r.Fold(w.First) == "the" {
		if id := r.definite(bare, head); id != NoParty {
			return id
		}
	}
	return r.described(bare)
}

// belonging resolves "his father", "their lawyer": somebody who is known by
// whose he is.
func (r *Register) belonging(w token.Range, head int) int {
	first, last := r.NamesIn(w)
	for i := first; i < last; i++ {
		if n := r.names[i]; n.Last == head+1 || n.Last == w.Last && r.BreaksPhrase(n.First) {
			return r.ofBearer(r.Of[i]) // "our reporter jane roe", "her opponent, jane roe"
		}
	}
	return r.belongingTo(r.resolvePronoun(w.First), w, head)
}

// HearerOf resolves the words that name whom a speaker addresses: "told her
// supporters" are the speaker's own.
func (r *Register) HearerOf(w token.Range, speaker int) int {
	if w.Len() > 1 && speaker != NoParty {
		switch r.Fold(w.First) {
		case "his", "her", "its", "their":
			if first, last := r.NamesIn(w); first == last {
				return r.belongingTo(speaker, w, r.headOf(w))
			}
		}
	}
	return r.Resolve(w)
}

// belongingTo resolves a phrase with a possessive that stands for owner.
func (r *Register) belongingTo(owner int, w token.Range, head int) int {
	if owner == NoParty {
		return NoParty
	}
	if r.Fold(head) == "father" && r.BearerOf[owner] >= 0 {
		b := &r.Bearers[r.BearerOf[owner]]
		if elder, ok := r.elderOf(b.Core[len(b.Core)-1]); ok && b.suffix == "jr" {
			return r.ofBearer(elder)
		}
	}
	rest := token.Range{First: w.First + 1, Last: w.Last}
	return r.describedAs(r.Speakers[owner].Name+"'s "+r.Written(r.upToApposition(rest), false), owner, rest)
}

// withoutArticle drops a determiner at the head of a phrase.
func (r *Register) withoutArticle(w token.Range) token.Range {
	for w.First < w.Last {
		switch r.Fold(w.First) {
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
func (r *Register) headOf(w token.Range) int {
	for i := w.First + 1; i < w.Last; i++ {
		if r.BreaksPhrase(i) || lexicon.ClassOf(r.Fold(i)).Has(lexicon.Preposition|lexicon.Subject) && !r.insideName(i) {
			return i - 1
		}
	}
	return w.Last - 1
}

// insideName reports whether token i stands within a name: "Bank of England".
func (r *Register) insideName(i int) bool { return r.JoinsNames(i, i-1) }

// bearerNamed returns the bearer whom a phrase with names in it names itself,
// rather than one it belongs to: the wikileaks account, but not the lawyer of
// somebody.
func (r *Register) bearerNamed(w token.Range, head, first, last int) (int, bool) {
	n := r.names[first]
	start := min(n.First, n.Titles.First)
	if n.Titles.Empty() {
		start = n.First
	}
	owner := r.Fold(n.Last) == "s" && n.Last < w.Last
	role := lexicon.RoleOf(r.Fold(head))
	switch {
	case role == lexicon.AccountRole && !owner:
		return r.Of[first], true
	case start == w.First && !owner && (n.Last == w.Last || n.Last == head+1 || r.BreaksPhrase(n.Last)):
		return r.Of[first], true
	case start == w.First && !owner && r.isApposed(n, w, first, last):
		return r.Of[first], true
	case r.isGeneration(w.First) != "" && n.Last == w.Last:
		return r.ofGeneration(first, r.isGeneration(w.First))
	}
	for i := first; i < last; i++ {
		// "former inspector jane roe": the name that ends the phrase is its
		// head. "The judge, jane roe": the name in apposition is too.
		n := r.names[i]
		begin := n.First
		if !n.Titles.Empty() {
			begin = n.Titles.First
		}
		if begin > head && r.BreaksPhrase(begin) && r.Gap(begin).BareBut(token.GapComma|token.GapHyphen) && r.isApart(token.Range{First: w.First, Last: begin}) {
			return r.Of[i], true
		}
		if n.Last == head+1 && n.First > w.First && !r.Bearers[r.Of[i]].isHeadless() &&
			r.Fold(n.First-1) != "s" && !lexicon.ClassOf(r.Fold(n.First-1)).Has(lexicon.Preposition) {
			return r.Of[i], true
		}
	}
	return 0, false
}

// isApposed reports whether what follows the name n at the head of a phrase in
// flattened text only tells who that is: "jane roe senior analyst at the
// institute", "roe a retired teacher".
func (r *Register) isApposed(n article.Name, w token.Range, first, last int) bool {
	if r.Marked {
		return false
	}
	class := lexicon.ClassOf(r.Fold(n.Last))
	if class.Has(lexicon.Determiner) {
		return true
	}
	if n.Core().Len() < 2 || !r.Bearers[r.Of[first]].Person || class != 0 {
		return false
	}
	if end := r.names[last-1]; last-first > 1 && end.Last == w.Last && r.Bearers[r.Of[last-1]].Person {
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

// maxDescription is how far behind a name the noun may stand that tells who it
// is.
const maxDescription = 6

// isApart reports whether a description before a comma is one of a person, so
// that the name after the comma is that person's.
func (r *Register) isApart(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if lexicon.RoleOf(r.Fold(i)) == lexicon.PersonRole || strings.HasSuffix(r.Fold(i), "ing") {
			return true
		}
	}
	return false
}

// isHeadless reports whether a bearer is known by a single word that is no
// person's, so that a phrase which ends in it may only be near it by chance.
func (b *bearer) isHeadless() bool { return len(b.Core) == 1 && !b.Person }

// isGeneration returns the suffix that "the younger" and "the elder" stand for.
func (r *Register) isGeneration(i int) string {
	switch r.Fold(i) {
	case "younger":
		return "jr"
	case "elder", "older":
		return "sr"
	}
	return ""
}

// ofGeneration returns the bearer of the same surname and another generation.
func (r *Register) ofGeneration(name int, suffix string) (int, bool) {
	core := r.Bearers[r.Of[name]].Core
	surname := core[len(core)-1]
	if k, ok := r.namesake(surname, func(b *bearer) bool { return b.suffix == suffix }); ok || suffix != "sr" {
		return k, ok
	}
	return r.elderOf(surname)
}

// elderOf returns the bearer of a surname who is not called junior.
func (r *Register) elderOf(surname string) (int, bool) {
	return r.namesake(surname, func(b *bearer) bool { return b.suffix != "jr" })
}

// namesake returns the first bearer of a surname for whom is holds, among those
// that the article names first.
func (r *Register) namesake(surname string, is func(*bearer) bool) (int, bool) {
	for k := range r.Bearers[:min(len(r.Bearers), maxSalient)] {
		b := &r.Bearers[k]
		if b.Core[len(b.Core)-1] == surname && is(b) {
			return k, true
		}
	}
	return 0, false
}

// ofBearer returns the speaker that bearer k is.
func (r *Register) ofBearer(k int) int {
	if id, ok := r.byBearer[k]; ok {
		return id
	}
	id := r.enroll(r.nameOf(k), k)
	r.byBearer[k] = id
	return id
}

// enroll adds a speaker.
func (r *Register) enroll(name string, bearer int) int {
	id := len(r.Speakers)
	r.Speakers = append(r.Speakers, Speaker{ID: id, Name: name})
	r.BearerOf = append(r.BearerOf, bearer)
	return id
}

// Mention records that words name the speaker.
func (r *Register) Mention(id int, w token.Range) {
	s := &r.Speakers[id]
	s.Mentions = append(s.Mentions, w.Span(r.Tokens))
	bare := r.withoutArticle(w)
	if bare.Empty() {
		return
	}
	for bare.Len() > 1 && lexicon.IsTitle(r.Fold(bare.First)) {
		bare.First++
	}
	alias := r.Written(r.upToApposition(bare), r.BearerOf[id] >= 0)
	class := lexicon.ClassOf(r.Fold(w.First))
	pronoun := w.Len() == 1 && (class != 0 || lexicon.IsObjectPronoun(r.Fold(w.First)))
	if !pronoun && !class.Has(lexicon.Possessive) && alias != "" && !strings.EqualFold(alias, s.Name) && !slices.Contains(s.Aliases, alias) {
		s.Aliases = append(s.Aliases, alias)
	}
}

// Finish orders the mentions of every speaker and drops repetitions. One who
// was only looked up, as the owner of a campaign that speaks, is left out; the
// second result gives each speaker's new number.
func (r *Register) Finish() (speakers []Speaker, renumbered []int) {
	renumbered = make([]int, len(r.Speakers))
	for i, s := range r.Speakers {
		renumbered[i] = NoParty
		if len(s.Mentions) == 0 {
			continue
		}
		slices.SortFunc(s.Mentions, func(a, b token.Span) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		s.Mentions = slices.Compact(s.Mentions)
		s.ID = len(speakers)
		renumbered[i] = s.ID
		speakers = append(speakers, s)
	}
	return speakers, renumbered
}

package speaker

import (
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/roster"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Party is one whom words of the article mean: the bearer of a name, or one
// whom a description alone stands for. Two are equal if they are the same one;
// the zero Party is nobody.
type Party struct {
	bearer int           // 1 + the index of the bearer, or 0
	words  string        // the description, folded
	owner  string        // whom the description belongs to: the key of a party, or ""
	known  *roster.Entry // whom it stands for, of those whom the caller knows, or nil
}

// IsNobody reports whether the text does not tell who is meant.
func (p Party) IsNobody() bool { return p == Party{} }

// IsNamed reports whether the party bears a name.
func (p Party) IsNamed() bool { return p.bearer > 0 }

// Bearer returns which of the bearers of names the party is, an index below
// [Names.Bearers]; named is false for a party that bears none.
func (p Party) Bearer() (index int, named bool) { return p.bearer - 1, p.IsNamed() }

// Bearers returns how many the article names.
func (n *Names) Bearers() int { return len(n.bearers) }

// key returns what tells the party from others that a description may belong
// to.
func (p Party) key() string {
	if p.IsNamed() {
		return strconv.Itoa(p.bearer)
	}
	return p.words + "/" + p.owner
}

// A Meaning is who is meant by some words, with what is needed to speak of the
// one. The zero Meaning is nobody's.
type Meaning struct {
	Party
	Words token.Range // those that mean the party; empty for nobody alone
	name  string      // of one who bears no name: the description as it should be written
	alike bool        // the description is a single word, as only names are
	owned int8        // how many owners the description has, each of the next, at most maxOwners
	told  *told       // what the words tell besides, or nil
}

// told is the gender that a pronoun gives to a party of whom none was known.
type told struct {
	party  Party
	gender lexicon.Gender
}

// by returns the meaning as that of words. Nobody is meant by any, and by words
// that are nothing but fillers, "um uh".
func (m Meaning) by(w token.Range) Meaning {
	if m.IsNobody() || !m.IsNamed() && m.name == "" {
		return Meaning{}
	}
	m.Words = w
	return m
}

// ofBearer returns bearer k as the meaning of words.
func (n *Names) ofBearer(k int) Meaning { return Meaning{Party: Party{bearer: k + 1}} }

// IsPerson reports whether the party bears a name that is known to be a
// person's, by the name itself or by what was said so far.
func (n *Names) IsPerson(p Party, said *Said) bool {
	return p.IsNamed() && n.isPerson(p.bearer-1, said)
}

func (n *Names) isPerson(k int, said *Said) bool {
	return n.bearers[k].person || said.genders[Party{bearer: k + 1}] != lexicon.UnknownGender
}

// MayBe reports whether "he" or "she" may mean a party: one person who is not known to
// be of the other gender.
func (n *Names) MayBe(p Party, pronoun string, said *Said) bool {
	gender := lexicon.GenderOf(pronoun)
	if gender == lexicon.UnknownGender || p.IsNamed() && n.bearers[p.bearer-1].isOrgan() {
		return false
	}
	if !p.IsNamed() && lexicon.RoleOf(n.Head(p)) != lexicon.PersonRole && n.genderOf(p, said) == lexicon.UnknownGender {
		return false
	}
	known := n.genderOf(p, said)
	return known == gender || known == lexicon.UnknownGender
}

// genderOf returns the gender of a party.
func (n *Names) genderOf(p Party, said *Said) lexicon.Gender {
	gender := lexicon.UnknownGender
	if p.IsNamed() {
		gender = n.bearers[p.bearer-1].gender
	} else if p.known != nil {
		gender = p.known.Gender.Lexical()
	} else {
		gender = lexicon.GenderOf(n.Head(p))
	}
	if gender != lexicon.UnknownGender {
		return gender
	}
	return said.genders[p]
}

// IsFullName reports whether the party bears a name of more than a word.
func (n *Names) IsFullName(p Party) bool { return p.IsNamed() && len(n.bearers[p.bearer-1].core) > 1 }

// HasNameWord reports whether is holds for a word of the name that the party
// bears, folded and without accents.
func (n *Names) HasNameWord(p Party, is func(word string) bool) bool {
	if !p.IsNamed() {
		return false
	}
	for _, word := range n.bearers[p.bearer-1].core {
		if is(word) {
			return true
		}
	}
	return false
}

// IsNamedIn reports whether words hold a name of the party.
func (n *Names) IsNamedIn(p Party, w token.Range) bool { return n.nameIn(p, w) >= 0 }

// nameIn returns the number of the first name of the party in some words, or -1.
func (n *Names) nameIn(p Party, w token.Range) int {
	if !p.IsNamed() {
		return -1
	}
	first, last := n.namesIn(w)
	for k := first; k < last; k++ {
		if n.of[k] == p.bearer-1 {
			return k
		}
	}
	return -1
}

// PersonsNamedIn returns the persons whom words name, in their order, one again
// for each place. A surname alone is one's beside "and" and "with".
func (n *Names) PersonsNamedIn(w token.Range, said *Said) []Meaning {
	var named []Meaning
	first, last := n.namesIn(w)
	for k := first; k < last; k++ {
		before, after := n.article.Fold(n.names[k].First-1), n.article.Fold(n.names[k].Last)
		if n.isPerson(n.of[k], said) || before == "and" || before == "with" || after == "and" {
			named = append(named, n.ofBearer(n.of[k]).by(n.names[k].Range))
		}
	}
	return named
}

// namesBack is how many names before some words are looked through for the one
// that the words mean.
const namesBack = 512

// LastNamed returns the words that last named a party before token i, or those
// that name it in full where none do. The party must be a named one.
func (n *Names) LastNamed(p Party, i int) token.Range {
	last := n.namesBefore(i)
	for k := last - 1; k >= max(0, last-namesBack); k-- {
		if n.of[k] == p.bearer-1 {
			return n.names[k].Range
		}
	}
	return n.bearers[p.bearer-1].fullest
}

// Head returns the main noun of what the party is called, folded: "owner" of
// "gallery owner in Leith".
func (n *Names) Head(p Party) string {
	words := p.words
	if p.IsNamed() {
		words = n.article.Joined(n.bearers[p.bearer-1].fullest)
	}
	head := ""
	for word := range strings.FieldsSeq(words) {
		if lexicon.ClassOf(word).Has(lexicon.Preposition) {
			break
		}
		head = word
	}
	return head
}

// NameOf returns what the one who is meant should be called: the fullest name,
// or the description without its article.
func (n *Names) NameOf(m Meaning) string {
	if !m.IsNamed() {
		return m.name
	}
	if known := n.bearers[m.bearer-1].known; known != nil {
		return known.Name
	}
	w := n.bearers[m.bearer-1].fullest
	if !n.article.Cased {
		return n.flatName(w, n.bearers[m.bearer-1].person)
	}
	for i := w.First; i < w.Last; i++ {
		if n.article.Tokens[i].Shape != token.ShapeUpper || w.Len() == 1 && !n.bearers[m.bearer-1].person || lexicon.IsAcronym(n.article.Fold(i)) {
			return n.written(w, true)
		}
	}
	return article.NameOf(n.article.Text, n.article.Tokens[w.First:w.Last]) // the label of a transcript: "JANE ROE"
}

// flatName returns a name of a text without capitals. In the label of a transcript
// the tagger sees capitals alone, which a person's name has nowhere else.
func (n *Names) flatName(w token.Range, isPerson bool) string {
	name := n.written(w, true)
	if !isPerson {
		return name
	}
	for _, word := range strings.Fields(name) {
		if len(word) > maxInitials && word == lexicon.Upper(word) {
			return article.NameOf(n.article.Text, n.article.Tokens[w.First:w.Last])
		}
	}
	return name
}

// maxInitials is how many capitals a person may be called by: "J.D.", "AOC".
const maxInitials = 4

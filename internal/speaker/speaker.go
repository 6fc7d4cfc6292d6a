// Package speaker tells who is meant by a name, a description or a pronoun: the
// source of some words, or the one to whom they are addressed.
//
// An article and the reading of its attributions enter. [Read] gives back the
// names of the article and whose they are, and is done with them: a question put
// to [Names] changes nothing. What can only be told from what stands before, as
// who "she" is, is told from [Said], a value that whoever reads the article in
// order hands in and changes where a source is taken. A [List] makes [Speaker]s of
// those who turn out to be one end of a message, with what stands beside their
// names.
//
// The room knows given names, titles and the nouns for persons and organisations
// from package lexicon, and nothing of channels, times and recipients' reasons.
package speaker

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Speaker is a person, an organisation or a thing that speaks or is spoken
// to, with every mention that the article makes of it as such.
type Speaker struct {
	// Name is the fullest form that the article gives, with capitals where the
	// article or common usage supports them. For one who is never named it is
	// the description without its article: "lawyer for the family".
	Name string
	// Kind is what the speaker is; empty where the text does not tell.
	Kind Kind
	// Titles are those that stand before the name, as they stand there: "Sen.",
	// "Prime Minister". Roles are the descriptions beside it: "spokesman" before
	// it, "a lawyer for the family" in apposition. Each stands once, whatever its
	// capitals, in the order in which they first occur.
	Titles, Roles []string
	// Aliases are the other forms, in the order in which they first occur.
	Aliases []string
	// Mentions are the places that name the speaker, pronouns included, in
	// the order of the text; there is one at least.
	Mentions []token.Span
}

// A List collects the speakers of an article's messages.
type List struct {
	names   *Names
	entries []entry
	named   []int32        // by bearer 1 + the ID, or 0
	unnamed map[Party]int  // the IDs of others
	called  map[string]int // the IDs by name, in small letters
}

// An entry is a speaker of whom the mentions are being collected.
type entry struct {
	*Meaning
	name     string
	mentions []token.Range
	titles   phrases
	roles    phrases
	isPerson bool // by what stands beside the name
}

// NewList returns an empty list of those whom the article names.
func NewList(n *Names) *List {
	return &List{names: n, named: make([]int32, len(n.bearers)), unnamed: make(map[Party]int), called: make(map[string]int)}
}

// Nobody is the ID of a speaker or recipient that the text does not tell.
const Nobody = -1

// Add adds the one who is meant as an end of a message, with the words that
// mention it there, if any do. It returns the ID: the index in [List.Speakers],
// or [Nobody]. Parties that are called the same, whatever the capitals, are one
// speaker.
func (l *List) Add(m *Meaning, mention token.Range) int {
	if m.IsNobody() {
		return Nobody
	}
	id, listed := l.idOf(m.Party)
	if !listed {
		id = l.enter(m)
		if k, named := m.Bearer(); named {
			l.named[k] = int32(id) + 1
		} else {
			l.unnamed[m.Party] = id
		}
	}
	if !mention.Empty() {
		l.entries[id].mentions = append(l.entries[id].mentions, mention)
	}
	return id
}

// idOf returns the ID of a party, if it is listed.
func (l *List) idOf(p Party) (id int, listed bool) {
	if k, named := p.Bearer(); named {
		return int(l.named[k]) - 1, l.named[k] > 0
	}
	id, listed = l.unnamed[p]
	return id, listed
}

// enter returns the ID of a party that is new.
func (l *List) enter(m *Meaning) int {
	name := l.names.NameOf(*m)
	key := strings.ToLower(name)
	id, ok := l.called[key]
	if !ok {
		id = len(l.entries)
		l.called[key] = id
		l.entries = append(l.entries, entry{Meaning: m, name: name})
	}
	return id
}

// Speakers returns those who were added, in that order. One without a mention is
// mentioned where the words stand that mean it.
func (l *List) Speakers() []Speaker {
	l.describe()
	speakers := make([]Speaker, len(l.entries))
	seen := make(map[string]bool)
	for id := range l.entries {
		e := &l.entries[id]
		if len(e.mentions) == 0 {
			e.mentions = append(e.mentions, e.Words)
		}
		slices.SortFunc(e.mentions, func(a, b token.Range) int {
			return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last))
		})
		e.mentions = slices.Compact(e.mentions)
		s := Speaker{Name: e.name, Kind: l.kindOf(e), Titles: e.titles, Roles: e.roles, Mentions: token.Spans(l.names.article.Tokens, e.mentions)}
		clear(seen)
		seen[strings.ToLower(s.Name)] = true
		for _, w := range e.mentions {
			if alias := l.names.aliasAt(w, e.Party); alias != "" && !seen[strings.ToLower(alias)] {
				seen[strings.ToLower(alias)] = true
				s.Aliases = append(s.Aliases, alias)
			}
		}
		speakers[id] = s
	}
	return speakers
}

// aliasAt returns what a mention calls the party: the name that stands in it, or
// a description; "" for a pronoun and for what only says whose the party is.
func (n *Names) aliasAt(w token.Range, p Party) string {
	a := n.article
	if k := n.nameIn(p, w); k >= 0 {
		name := n.names[k].Range
		for name.First > w.First && lexicon.IsParticle(a.Fold(name.First-1)) {
			name.First-- // "de Clercq"
		}
		return n.written(name, true)
	}
	class := lexicon.ClassOf(a.Fold(w.First))
	if class.Has(lexicon.Possessive) || w.Len() == 1 && (class != 0 || lexicon.IsObjectPronoun(a.Fold(w.First))) {
		return ""
	}
	bare := n.withoutArticle(w)
	for bare.Len() > 1 && lexicon.IsTitle(a.Fold(bare.First)) {
		bare.First++
	}
	if p.IsNamed() && isAuthored(a.Fold(n.headOf(bare))) {
		return "" // "the report" is not what its author is called
	}
	return n.written(n.upToApposition(bare), p.IsNamed())
}

// written returns words as they would stand in a sentence, on one line and with
// one space between: a name may run over the end of a line.
func (n *Names) written(w token.Range, isName bool) string {
	text := n.article.Written(w, isName)
	if strings.ContainsFunc(text, isLayout) || strings.Contains(text, "  ") {
		return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || isLayout(r) }), " ")
	}
	return text
}

// isLayout reports whether a character is a space or control character other
// than the plain space.
func isLayout(r rune) bool { return r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r)) }

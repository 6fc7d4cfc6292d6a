// Package roster holds what a newsroom knows of those who are in the news: their
// names and the other forms in which articles name them, their gender and the
// offices they hold. Entries enter; questions about words of an article are
// answered with the index of an entry. A roster knows no article, and is final
// when [New] returns, so that any number of articles may be read with it at once.
package roster

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// An Entry is somebody or something known by name.
type Entry struct {
	Name    string   // in full, as it is written
	Aliases []string // other forms in which articles give the name
	Roles   []string // descriptions that stand for it where the article names no other holder: "mayor"
	Gender  Gender   // empty if unknown
	Kind    string   // what it is; empty if unknown
}

// A Gender is that of the pronouns that stand for a person.
type Gender string

const (
	Female Gender = "female"
	Male   Gender = "male"
)

// Lexical returns g as the lexicon has it.
func (g Gender) Lexical() lexicon.Gender {
	switch g {
	case Female:
		return lexicon.Female
	case Male:
		return lexicon.Male
	}
	return lexicon.UnknownGender
}

// A Roster finds entries by words. The nil Roster is empty.
type Roster struct {
	entries []Entry
	forms   node
	roles   map[string]int // by the folded words of a role; ambiguous where several hold it
}

// A node is one word of the forms that begin alike.
type node struct {
	next  map[string]*node
	entry int // of the form that ends here, or none or ambiguous
}

const (
	none      = -1
	ambiguous = -2
)

// New makes a roster of entries. A form or role that several entries share is
// nobody's.
func New(entries []Entry) *Roster {
	r := &Roster{entries: make([]Entry, len(entries)), forms: node{entry: none}, roles: make(map[string]int)}
	for n, e := range entries {
		r.entries[n] = Entry{Name: e.Name, Gender: e.Gender, Kind: e.Kind}
		r.enter(e.Name, n)
		for _, alias := range e.Aliases {
			r.enter(alias, n)
		}
		for _, role := range e.Roles {
			words, holder := strings.Join(wordsOf(role), " "), n
			if other, known := r.roles[words]; known && other != n {
				holder = ambiguous
			}
			r.roles[words] = holder
		}
	}
	return r
}

// enter adds a form of entry n.
func (r *Roster) enter(form string, n int) {
	at := &r.forms
	for _, word := range wordsOf(form) {
		next := at.next[word]
		if next == nil {
			next = &node{entry: none}
			if at.next == nil {
				at.next = make(map[string]*node)
			}
			at.next[word] = next
		}
		at = next
	}
	if at == &r.forms {
		return
	}
	if at.entry != none && at.entry != n {
		n = ambiguous
	}
	at.entry = n
}

// wordsOf returns the words of a form as tokens of an article are folded.
func wordsOf(form string) []string {
	tokens := token.Read(form).Tokens
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Fold
	}
	return words
}

// Entry returns the entry of an index, without its aliases and roles.
func (r *Roster) Entry(n int) *Entry { return &r.entries[n] }

// FormAt returns the token after the longest form that begins at token i, or i if
// none does.
func (r *Roster) FormAt(tokens []token.Token, i int) (end int) {
	end = i
	if r == nil {
		return end
	}
	for at, k := r.forms.next[tokens[i].Fold], i+1; at != nil; k++ {
		if at.entry != none {
			end = k
		}
		if k == len(tokens) {
			break
		}
		at = at.next[tokens[k].Fold]
	}
	return end
}

// Named returns the entry of which tokens, all of them, are a form.
func (r *Roster) Named(tokens []token.Token) (entry int, ok bool) {
	if r == nil {
		return 0, false
	}
	at := &r.forms
	for _, t := range tokens {
		if at = at.next[t.Fold]; at == nil {
			return 0, false
		}
	}
	return at.entry, at.entry >= 0
}

// Holder returns the only entry that holds a role, given in folded words with one
// space between.
func (r *Roster) Holder(role string) (entry int, ok bool) {
	if r == nil {
		return 0, false
	}
	entry, ok = r.roles[role]
	return entry, ok && entry >= 0
}

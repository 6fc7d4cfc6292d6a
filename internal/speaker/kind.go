package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Kind says what a speaker is. It is empty where the text does not tell.
type Kind string

const (
	Person       Kind = "person"
	Group        Kind = "group"        // several persons: voters, two officials
	Organisation Kind = "organisation" // a company, a court, a government
	Account      Kind = "account"      // on a platform, by whoever writes there
	Document     Kind = "document"     // a report, a poll, a lawsuit
)

// kindOf returns what a speaker is, by the name and what stands beside it or by
// the noun of a description, and by what the mentions are of.
func (l *List) kindOf(e *entry) Kind {
	if e.isPerson {
		return Person
	}
	if l.speaksAsAccount(e) {
		return Account
	}
	if !e.IsNamed() {
		if e.known != nil {
			return kindOfKnown(e.known)
		}
		return kindOfDescription(e.words, l.names.Head(e.Party))
	}
	b := &l.names.bearers[e.bearer-1]
	kind := kindOfNoun(b.noun())
	switch {
	case kind == Organisation && len(b.titles) == 0: // "Jane Street Bank"
		return Organisation
	case b.person:
		return Person
	case kind == Organisation, kind == Group && !l.isFirm(b):
		return kind
	}
	return kindOfKnown(b.known)
}

// isFirm reports whether a name joins its words as those of firms do: "Brindle &
// Daughters".
func (l *List) isFirm(b *bearer) bool {
	for i := b.fullest.First + 1; i < b.fullest.Last; i++ {
		if l.names.article.Gap(i).Has(token.GapOther) || l.names.article.Fold(i) == "and" {
			return true
		}
	}
	return false
}

// kindOfDescription returns the kind of one who is called by words with a noun.
func kindOfDescription(words, noun string) Kind {
	first, _, _ := strings.Cut(words, " ")
	switch first {
	case "every", "each", "any", "no", "neither", "either", "none":
		return ""
	}
	if noun == "group" && strings.Contains(words, "group of ") {
		return Group
	}
	return kindOfNoun(noun)
}

// kindOfNoun returns the kind of those who are called by a noun.
func kindOfNoun(noun string) Kind {
	switch lexicon.RoleOf(noun) {
	case lexicon.PersonRole:
		return Person
	case lexicon.GroupRole:
		return Group
	case lexicon.OrganRole:
		return Organisation
	case lexicon.AccountRole:
		if isAccountNoun(noun) {
			return Account
		}
	case lexicon.DocumentRole:
		return Document
	}
	if one, many := strings.CutSuffix(noun, "s"); many && lexicon.RoleOf(one) == lexicon.PersonRole {
		return Group
	}
	return ""
}

// noun returns the word of a name that tells what the bearer is: the last, or
// the one before "of".
func (b *bearer) noun() string {
	for i, word := range b.core {
		if i > 0 && (word == "of" || word == "for") {
			return b.core[i-1]
		}
	}
	return b.surname()
}

// speaksAsAccount reports whether every mention is of an account: "@selbyport",
// "the Selby Port account".
func (l *List) speaksAsAccount(e *entry) bool {
	for _, w := range e.mentions {
		if !l.isAccount(w) {
			return false
		}
	}
	return len(e.mentions) > 0
}

func (l *List) isAccount(w token.Range) bool {
	a := l.names.article
	start := a.Tokens[w.First].Start
	return start > 0 && a.Text[start-1] == '@' || isAccountNoun(a.Fold(l.names.headOf(w)))
}

func isAccountNoun(word string) bool { return word == "account" || word == "handle" }

package verbatim

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim/internal/roster"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A KnownName is somebody or something that the caller knows and that articles
// name. It settles what an article leaves open and never contradicts one.
type KnownName struct {
	// Name is the full name, as it is to be written: "Ottoline Marsh". It must
	// hold a letter or a digit.
	Name string `json:"name"`
	// Aliases are the other forms in which articles give the name: "Ottie Marsh",
	// "Marsh". A surname alone is taken for the one who has it here, if the
	// article gives nobody else of that surname.
	Aliases []string `json:"aliases,omitzero"`
	// Roles are descriptions that stand for the one where the article names no
	// other holder: "mayor", "bridge warden".
	Roles []string `json:"roles,omitzero"`
	// Gender tells whether "he" or "she" may mean a person; empty if unknown.
	Gender Gender `json:"gender,omitzero"`
	// Kind is what the one is; empty if unknown.
	Kind SpeakerKind `json:"kind,omitzero"`
}

// A Gender is that of the pronouns that stand for a person.
type Gender string

const (
	GenderFemale Gender = "female"
	GenderMale   Gender = "male"
)

// Valid reports whether g is one of the constants. The empty Gender is none: it
// stands for one that is not known.
func (g Gender) Valid() bool { return g == GenderFemale || g == GenderMale }

// Names are known names made ready for reading articles. They never change, and
// any number of parsers and goroutines may share them. The nil Names are none.
type Names struct {
	roster *roster.Roster
	sha256 string // of what they were made of, for the provenance of documents
}

// A NameError tells what is wrong with a known name.
type NameError struct {
	Index   int    // of the name among those given
	Problem string // such as "the name has no letters"
}

// Error returns index and problem in a line.
func (e *NameError) Error() string {
	return fmt.Sprintf("verbatim: known name %d: %s", e.Index, e.Problem)
}

// NewNames makes known names ready. It returns a [*NameError] for the first one
// whose name, or one of whose aliases or roles, has no letter or digit or holds a
// control character, or whose gender or kind is no known word. A form or role that
// two names share is taken for neither. The caller may change known afterwards.
func NewNames(known []KnownName) (*Names, error) {
	entries := make([]roster.Entry, len(known))
	for n, k := range known {
		if problem := k.problem(); problem != "" {
			return nil, &NameError{n, problem}
		}
		entries[n] = roster.Entry{
			Name: k.Name, Aliases: k.Aliases, Roles: k.Roles, Gender: roster.Gender(k.Gender), Kind: string(k.Kind),
		}
	}
	return &Names{roster.New(entries), sha256Of(fmt.Sprintf("%q", known))}, nil
}

// problem returns what is wrong with a known name, or "".
func (k *KnownName) problem() string {
	forms := append(append([]string{k.Name}, k.Aliases...), k.Roles...)
	for n, form := range forms {
		what := "the name"
		if n > 0 {
			what = fmt.Sprintf("%q", form)
		}
		switch {
		case len(token.Read(form).Tokens) == 0:
			return what + " has no letters"
		case strings.ContainsFunc(form, unicode.IsControl):
			return what + " holds a control character"
		}
	}
	switch {
	case k.Gender != "" && !k.Gender.Valid():
		return fmt.Sprintf("%q is no gender", k.Gender)
	case k.Kind != "" && !k.Kind.Valid():
		return fmt.Sprintf("%q is no kind of speaker", k.Kind)
	}
	return ""
}

// sum returns the SHA-256 of the names, empty for none.
func (n *Names) sum() string {
	if n == nil {
		return ""
	}
	return n.sha256
}

// known returns the roster of the names, nil for none.
func (n *Names) known() *roster.Roster {
	if n == nil {
		return nil
	}
	return n.roster
}

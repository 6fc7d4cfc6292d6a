package speaker

import (
	"slices"
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// speakerNamed returns the speaker of a text who is called by a name.
func speakerNamed(t *testing.T, text, name string) Speaker {
	t.Helper()
	speakers, _ := speakersOf(readingOf(text, 0))
	for _, s := range speakers {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("%q\nspeakers are %q, want %q", text, names(speakers), name)
	return Speaker{}
}

const safe = "“The cranes are safe,” said "

func TestTitles(t *testing.T) {
	tests := []struct{ name, text, who, want string }{
		{"a form of address", safe + "Ms. Olowe.", "Olowe", "Ms."},
		{"a form of address without a full stop", safe + "Ms Olowe.", "Olowe", "Ms"},
		{"an office", safe + "Senate Minority Leader Daniel Arden.", "Daniel Arden", "Senate Minority Leader"},
		{"an office with of", safe + "Secretary of State Daniel Arden.", "Daniel Arden", "Secretary of State"},
		{"a deputy is not the one", safe + "Vice President Daniel Arden.", "Daniel Arden", "Vice President"},
		{"an office held before", safe + "former Ohio Gov. Daniel Arden.", "Daniel Arden", "former Ohio Gov."},
		{"an office at the head of a sentence", "Former mayor Daniel Arden said the cranes were safe.", "Daniel Arden", "former mayor"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var want []string
			if tt.want != "" {
				want = []string{tt.want}
			}
			if got := speakerNamed(t, tt.text, tt.who).Titles; !slices.Equal(got, want) {
				t.Errorf("%q\ntitles are %q, want %q", tt.text, got, want)
			}
		})
	}
}

// TestFlatTitles reads titles in flattened text, which has neither the capitals
// nor the full stops of print.
func TestFlatTitles(t *testing.T) {
	tests := []struct {
		text, title, role string
	}{
		{"sen daniel brown", "Sen.", ""},
		{"former governor daniel brown", "former governor", ""},
		{"lt gov daniel brown", "Lt. Gov.", ""},
		{"white house spokesman daniel brown", "", "spokesman"},
		{"campaign manager daniel brown", "", "campaign manager"},
		{"activist rev daniel brown", "Rev.", "activist"},
	}
	for _, tt := range tests {
		a, reading := readingOf("the cranes are safe said "+tt.text+" on monday", 0)
		names := Read(a, reading)
		list := NewList(names)
		daniel := wordOf(t, a, "daniel")
		w := token.Range{First: daniel.First, Last: daniel.First + 2}
		m := names.Meant(w, new(Said))
		list.Add(&m, w)
		s := list.Speakers()[0]
		if s.Name != "Daniel Brown" || len(s.Titles) > 0 != (tt.title != "") || len(s.Roles) > 0 != (tt.role != "") ||
			tt.title != "" && s.Titles[0] != tt.title || tt.role != "" && s.Roles[0] != tt.role {
			t.Errorf("%q: %q has the titles %q and the roles %q, want %q and %q", tt.text, s.Name, s.Titles, s.Roles, tt.title, tt.role)
		}
	}
}

func TestRoles(t *testing.T) {
	const rest = " said the cranes were safe."
	tests := []struct{ name, text, want string }{
		{"before the name", safe + "spokesman Daniel Arden.", "spokesman"},
		{"before the name, with whose", safe + "Ferrybank campaign manager Daniel Arden.", "Ferrybank campaign manager"},
		{"before the name, at the head of a sentence", "Spokesman Daniel Arden" + rest, "spokesman"},
		{"after the name", "Daniel Arden, a lawyer for the port," + rest, "a lawyer for the port"},
		{"after the name, without an article", "Daniel Arden, chairman of the port," + rest, "chairman of the port"},
		{"after the name, at the end", safe + "Daniel Arden, a surveyor and councillor.", "a surveyor and councillor"},
		{"in chief", safe + "Daniel Arden. Its editor in chief Daniel Arden was glad.", "editor in chief"},
		{"after the name, and who", "Daniel Arden, a lawyer who works for the port," + rest, "a lawyer"},
		{"between commas before the name", "They met a lawyer for the port, Daniel Arden, on Monday. “The cranes are safe,” Daniel Arden said.", "a lawyer for the port"},
		{"what belongs to another clause", "As for Daniel Arden, a lawyer told reporters that he was away. “The cranes are safe,” Daniel Arden said.", ""},
		{"one of several", "They met the senator for Ohio, Daniel Arden, and a nurse. “The cranes are safe,” Daniel Arden said.", ""},
		{"whose relative, untold", safe + "brother Daniel Arden.", ""},
		{"a place", "In Ohio spokesman Daniel Arden" + rest, "spokesman"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var want []string
			if tt.want != "" {
				want = []string{tt.want}
			}
			if got := speakerNamed(t, tt.text, "Daniel Arden").Roles; !slices.Equal(got, want) {
				t.Errorf("%q\nroles are %q, want %q", tt.text, got, want)
			}
		})
	}
}

func TestKinds(t *testing.T) {
	tests := []struct {
		name, text, who string
		want            Kind
	}{
		{"by the given name", safe + "Daniel Arden.", "Daniel Arden", Person},
		{"by the title", safe + "Mr. Olowe.", "Olowe", Person},
		{"by the role", safe + "spokeswoman Sefu Olowe.", "Sefu Olowe", Person},
		{"by a pronoun alone", "Sefu Olowe came. “The cranes are safe,” he said.", "Sefu Olowe", ""},
		{"a description of a person", safe + "a lawyer for the port.", "lawyer for the port", Person},
		{"several persons", safe + "two lawyers for the port.", "two lawyers for the port", Group},
		{"officials", safe + "officials.", "officials", Group},
		{"a group of", safe + "a group of voters.", "group of voters", Group},
		{"nobody in particular", safe + "every lawyer.", "every lawyer", ""},
		{"an organisation", safe + "the company.", "company", Organisation},
		{"a named organisation", safe + "the Selby Council.", "Selby Council", Organisation},
		{"an organisation with of", safe + "the Department of Ferries.", "Department of Ferries", Organisation},
		{"an organisation called after somebody", safe + "the Daniel Arden School.", "Daniel Arden School", Organisation},
		{"a name that tells nothing", safe + "Ferrybank.", "Ferrybank", ""},
		{"an adjective", safe + "the conservative Ferry Trust.", "Ferry Trust", ""},
		{"a document", "The cranes were not safe, according to a report.", "report", Document},
		{"a handle", "“The cranes are safe,” tweeted @Portwatch on Monday.", "Portwatch", Account},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := speakerNamed(t, tt.text, tt.who).Kind; got != tt.want {
				t.Errorf("%q\n%s is of kind %q, want %q", tt.text, tt.who, got, tt.want)
			}
		})
	}
}

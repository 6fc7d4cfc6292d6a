package speaker

import (
	"slices"
	"testing"
)

func TestNamesWithoutOffices(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an office of several words", "“The cranes are safe,” said Senate Minority Leader Daniel Arden.", "Daniel Arden"},
		{"an office of a company", "“The cranes are safe,” said Ferrybank CEO Daniel Arden.", "Daniel Arden"},
		{"an office with of", "“The cranes are safe,” said Republican Secretary of State Daniel Arden.", "Daniel Arden"},
		{"an office with of whose last word is read with the name", "“The cranes are safe,” said Secretary of State Daniel Arden.", "Daniel Arden"},
		{"an office with of in small letters", "“The cranes are safe,” said secretary of state Daniel Arden.", "Daniel Arden"},
		{"an office with of and two words", "“The cranes are safe,” said Director of National Intelligence Daniel Arden.", "Daniel Arden"},
		{"a general of no army", "“The cranes are safe,” said the United Nations General Assembly.", "General Assembly"},
		{"two titles after a place", "“The cranes are safe,” said Minnesota Lt. Governor Daniel Arden.", "Daniel Arden"},
		{"a surname that somebody bears", "Daniel Arden came. “The cranes are safe,” said House Speaker Arden.", "Daniel Arden"},
		{"a surname that nobody is known to bear", "“The cranes are safe,” said House Speaker Arden.", "House Speaker Arden"},
		{"a surname that is an office", "“The cranes are safe,” said Daniel King. “The cranes are safe,” said Martin Daniel King Arden.", "Daniel King"},
		{"a party", "Jane Party came. “The cranes are safe,” said the Republican Party.", "Republican Party"},
		{"a film", "“The cranes are safe,” said the Star Wars crew.", "Star Wars crew"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			speakers, _ := speakersOf(readingOf(tt.text, 0))
			if got := names(speakers); !slices.Contains(got, tt.want) {
				t.Errorf("%q\nspeakers are %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

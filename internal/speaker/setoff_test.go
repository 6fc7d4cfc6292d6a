package speaker

import (
	"slices"
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// meantBy returns what the one is called whom some words of a text mean.
func meantBy(t *testing.T, text, words string) string {
	t.Helper()
	a, reading := readingOf(text, 0)
	w := token.Read(words).Tokens
	for i := range a.Tokens {
		if i+len(w) <= len(a.Tokens) && slices.EqualFunc(a.Tokens[i:i+len(w)], w, func(x, y token.Token) bool { return x.Fold == y.Fold }) {
			names := Read(a, reading)
			return names.NameOf(names.Meant(token.Range{First: i, Last: i + len(w)}, new(Said)))
		}
	}
	t.Fatalf("%q does not hold %q", text, words)
	return ""
}

// TestNameBesideDescription asks who is meant by a description with a name.
func TestNameBesideDescription(t *testing.T) {
	tests := []struct{ words, want string }{
		{"The mufti of Selby, Daniel Arden, who led the way", "Daniel Arden"},
		{"port master, Captain Daniel Arden", "Daniel Arden"},
		{"The Attorney General, Lord Arden", "Arden"},
		{"The former head of the Selby Coalition, Daniel Arden", "Daniel Arden"},
		{"the port's chief aide, radio reporter Daniel Arden", "Daniel Arden"},
		{"A former candidate for mayor -- Daniel Arden, who lost", "Daniel Arden"},
		{"Its chief executive, Sir Daniel Arden", "Daniel Arden"},
		{"Her interviewer, Selby Radio reporter Daniel Arden", "Daniel Arden"},
		{"A caller who identified himself as Daniel Arden", "Daniel Arden"},
		{"Two senior surveyors, Councillor Daniel Arden of Selby and union secretary Sarah Bell", "Daniel Arden and Sarah Bell"},
		{"His fellow members of the Ferry Board, Daniel Arden and Sarah Bell", "Daniel Arden and Sarah Bell"},
		{"The mayor of Selby, Ohio", "mayor of Selby"},
		{"The Selby actor, whose films include Harbour, Sarah Bell and Ferry Wars", "Selby actor"},
		{"Several surveyors, among them Daniel Arden and Sarah Bell", "Several surveyors"},
	}
	for _, tt := range tests {
		if got := meantBy(t, tt.words+", said the cranes were safe.", tt.words); got != tt.want {
			t.Errorf("%q mean %q, want %q", tt.words, got, tt.want)
		}
	}
}

// TestWhoseWords asks who is meant by words that belong to somebody.
func TestWhoseWords(t *testing.T) {
	tests := []struct{ words, want string }{
		{"Arden's statement", "Daniel Arden"},
		{"Arden’s May 18 resignation letter", "Daniel Arden"},
		{"Daniel Arden's letter to the Ferry Board", "Daniel Arden"},
		{"the Ferry Board's report", "Ferry Board"},
		{"a May 23 news release from the Ferry Board", "Ferry Board"},
		{"a letter from the Ferry Board when the cranes were sold", "Ferry Board"},
		{"Arden's lawyer's statement", "Arden's lawyer"},
		{"Arden's autopsy report", "Arden's autopsy report"},
		{"Arden's lawyer", "Arden's lawyer"},
		{"the statement", "statement"},
	}
	for _, tt := range tests {
		text := "Daniel Arden came to the Ferry Board. The cranes are safe, according to " + tt.words + "."
		if got := meantBy(t, text, tt.words); got != tt.want {
			t.Errorf("%q mean %q, want %q", tt.words, got, tt.want)
		}
	}
}

// TestItOfALetter asks who is meant by "it" after somebody's letter was quoted.
func TestItOfALetter(t *testing.T) {
	const text = "Daniel Arden’s letter said the cranes were safe. It said that the port was open."
	a, reading := readingOf(text, 0)
	names, said := Read(a, reading), new(Said)
	w := token.Range{Last: wordOf(t, a, "letter").Last}
	said.Take(names.Meant(w, said), w)
	if got := names.NameOf(names.Meant(wordOf(t, a, "it"), said)); got != "Daniel Arden" {
		t.Errorf("%q\nit is %q, want Daniel Arden", text, got)
	}
}

// TestUnnamedStay asks who is meant by a noun for somebody whom the article leaves
// without a name.
func TestUnnamedStay(t *testing.T) {
	tests := []struct{ words, want string }{
		{"the insider", "insider"},
		{"the spokesman", "spokesman"},
		{"the lawyer", "Daniel Arden"},
	}
	for _, tt := range tests {
		text := "Daniel Arden sold the cranes. Daniel Arden said so. The cranes are safe, according to " + tt.words + "."
		a, reading := readingOf(text, 0)
		names, said := Read(a, reading), new(Said)
		said.Take(names.Meant(token.Range{Last: 2}, said), token.Range{Last: 2})
		if got := names.NameOf(names.Meant(token.Range{First: len(a.Tokens) - 2, Last: len(a.Tokens)}, said)); got != tt.want {
			t.Errorf("%q\n%q mean %q, want %q", text, tt.words, got, tt.want)
		}
	}
}

package lexicon

import (
	"strings"
	"testing"
)

func TestCapitalName(t *testing.T) {
	for folded, want := range map[string]string{
		"nadia brandreth":         "Nadia Brandreth",
		"rowan o dell":            "Rowan O'Dell",
		"rowan d dell":            "Rowan D. Dell",
		"owen mc tallow":          "Owen McTallow",
		"o dell":                  "O'Dell",
		"june mctallow":           "June McTallow",
		"j k ashdale":             "J. K. Ashdale",
		"owen tallow jr":          "Owen Tallow Jr",
		"owen tallow iii":         "Owen Tallow III",
		"pieter van ashdale":      "Pieter Van Ashdale",
		"pieter van der ashdale":  "Pieter van der Ashdale",
		"éloïse brandreth":        "Éloïse Brandreth",
		"o":                       "O",
		"jean pierre de la croze": "Jean Pierre de la Croze",
	} {
		if got := CapitalName(strings.Fields(folded)); got != want {
			t.Errorf("CapitalName(%q) = %q, want %q", folded, got, want)
		}
	}
}

func TestShortNames(t *testing.T) {
	for _, pair := range [][2]string{{"mike", "michael"}, {"peggy", "margaret"}, {"bill", "william"}, {"jack", "john"}} {
		if short, long := pair[0], pair[1]; !IsShortName(short) || !IsShortNameFor(short, long) || IsShortNameFor(long, short) {
			t.Errorf("%q is not short for %q", short, long)
		}
	}
	for _, pair := range [][2]string{{"mike", "mark"}, {"michael", "michael"}, {"", ""}, {"jane", "janet"}} {
		if IsShortNameFor(pair[0], pair[1]) {
			t.Errorf("%q is short for %q", pair[0], pair[1])
		}
	}
	for long := range strings.Lines(shortFile) {
		if names := strings.Fields(long); len(names) < 2 {
			t.Errorf("%q has no shorter name", long)
		}
	}
}

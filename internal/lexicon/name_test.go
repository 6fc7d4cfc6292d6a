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

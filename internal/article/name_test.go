package article

import (
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// TestNameOf writes names as a byline may have them.
func TestNameOf(t *testing.T) {
	for text, want := range map[string]string{
		"nadia brandreth":  "Nadia Brandreth",
		"owen mc tavish":   "Owen McTavish",
		"CLARA ASHDALE":    "Clara Ashdale",
		"ROWAN O’DELL":     "Rowan O'Dell",
		"Rowan  O'Dell":    "Rowan O'Dell",
		"Owen\nMcTavish":   "Owen McTavish",
		"Éloïse d'Ashdale": "Éloïse d'Ashdale",
	} {
		if got := NameOf(text, token.Read(text).Tokens); got != want {
			t.Errorf("NameOf(%q) = %q, want %q", text, got, want)
		}
	}
}

package verbatim_test

import (
	"testing"

	"github.com/verbatim-news/verbatim"
)

// TestFlatSpeakers reads articles of two sentences or more that have lost their marks,
// and tells who speaks last.
func TestFlatSpeakers(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"behind party and state", "The vote pleased Rep. Ana Lopez (D-Ohio), who said the toll was a mistake.", "Ana Lopez"},
		{"behind party and letters", "The vote pleased Sen. Ana Lopez (R-N.C.), who said the toll was a mistake.", "Ana Lopez"},
		{"described behind party and state", "The bridge has closed. Rep. Ana Lopez (D-Ohio), chair of the transport committee, said the toll was a mistake.", "Ana Lopez"},
		{"another behind party and state", "The toll was set by Rep. Ana Lopez (D-Ohio). Mayor Ben Okafor said the toll was a mistake.", "Ben Okafor"},
		{"surname behind another name", "The toll was set by Ben Okafor. “It was a mistake,” said Ana Lopez. She has no love for Ben Okafor. Lopez said the toll was a mistake.", "Ana Lopez"},
		{"surname behind the whole name", "The board has thanked Tamsin Rolvaag. Rolvaag said the bridge was safe.", "Tamsin Rolvaag"},
		{"two who run together", "The crowd came for the Arden-Rolvaag campaign. Tom Arden spoke first. Ana Rolvaag followed him. Arden waved. Rolvaag said the toll was a mistake.", "Ana Rolvaag"},
		{"initial S", "David S. Okafor came to the bridge. Okafor said the toll was a mistake.", "David S. Okafor"},
		{"bill and a surname", "Ana Lopez is against the new bill. She has never liked such a bill. Lopez said the toll was a mistake.", "Ana Lopez"},
		{"noun of an agent", "Ana Lopez came to the bridge. Conservationist Lopez said the toll was a mistake.", "Ana Lopez"},
		{"officer of a body", "Commission for Harbour Safety chairman Ana Lopez said the toll was a mistake.", "Ana Lopez"},
		{"officer of a board", "State Board of Elections administrator Ana Lopez said the toll was a mistake.", "Ana Lopez"},
		{"holder of an office of a body", "Ana Lopez came to the bridge. The chairman of Selby Steel, Ana Lopez, said the toll was a mistake.", "Ana Lopez"},
		{"the mother of a holder", "Ana Lopez came to the bridge. The mother of the chairman of Selby Steel, Ana Lopez, said the toll was a mistake.", "mother of the chairman of Selby Steel Ana Lopez"},
		{"another's spokesman", "A spokesman for Ohio governor Ana Lopez said the toll was a mistake.", "spokesman for Ohio Governor Ana Lopez"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			flat := verbatim.Flatten(test.text).Text
			got := ""
			for _, m := range verbatim.Parse(flat).Messages {
				if got = ""; m.Speaker != nil {
					got = m.Speaker.Name
				}
			}
			if got != test.want {
				t.Errorf("%s\nspeaker %q, want %q", flat, got, test.want)
			}
		})
	}
}

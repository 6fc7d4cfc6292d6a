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

package page

import (
	"strings"
	"testing"
)

// TestPhrasesOfKinds finds a phrase of two kinds, which would be of whichever
// stands first.
func TestPhrasesOfKinds(t *testing.T) {
	for name, list := range map[string]func(kindPhrases) string{
		"anywhere": func(k kindPhrases) string { return k.anywhere },
		"opening":  func(k kindPhrases) string { return k.opening },
		"label":    func(k kindPhrases) string { return k.label },
	} {
		kinds := make(map[string]Kind)
		for _, k := range allPhrases {
			for row := range strings.SplitSeq(list(k), ";") {
				words := strings.Join(strings.Fields(row), " ")
				if before, taken := kinds[words]; taken && words != "" && before != k.kind {
					t.Errorf("%s: %q is of kind %s and of kind %s", name, words, before, k.kind)
				}
				kinds[words] = k.kind
			}
		}
	}
}

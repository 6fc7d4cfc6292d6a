package timex

import (
	"strings"
	"testing"
)

// The names with a common first word stand beside one another, and a name before
// any that it begins with: only so are all of them found.
func TestFeastsInOrder(t *testing.T) {
	seen := map[string]int{}
	for n := range feasts {
		words := feasts[n].words
		first := firstWord(words)
		if last, ok := seen[first]; ok && last != n-1 {
			t.Errorf("%q does not stand beside %q", words, feasts[last].words)
		}
		seen[first] = n
		for _, before := range feasts[:n] {
			if strings.HasPrefix(words+" ", before.words+" ") {
				t.Errorf("%q hides %q", before.words, words)
			}
		}
	}
}

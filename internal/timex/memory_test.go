package timex

import (
	"runtime"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// TestMemory bounds what the two steps allocate by what they find: a word costs
// its reading, an expression itself and its timestamp, and little for a list that
// grows where the text is much the same throughout.
func TestMemory(t *testing.T) {
	const perToken, perExpression, perUneven, once = 10, 375, 570, 1 << 14
	prose := "the mill is shut and the mayor said so but nobody asked her why the gates were locked "
	uneven := map[string]string{
		"prose":         strings.Repeat(prose, 4000),
		"dense head":    strings.Repeat("2016 ", 500) + strings.Repeat(prose, 4000),
		"dense tail":    strings.Repeat(prose, 4000) + strings.Repeat("2016 ", 20000),
		"by and by":     strings.Repeat(prose+"in 2016 ", 4000),
		"dense in part": strings.Repeat(strings.Repeat(prose, 40)+strings.Repeat("q1 ", 400), 50),
	}
	even := map[string]string{}
	for _, unit := range append([]string{"q1 ", "now ", "5pm ", "christmas day ", "2016 q1 3 may at 5pm est "}, hostile...) {
		even[unit] = strings.Repeat(unit, 1<<18/len(unit))
	}
	timeWords()
	check := func(name, text string, perExpression int) {
		tokens := token.Read(text).Tokens
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		expressions := Scan(tokens, nil)
		Resolve(expressions, nil, Options{Published: tuesday})
		runtime.ReadMemStats(&after)
		bound := perToken*len(tokens) + perExpression*len(expressions) + once
		if got := int(after.TotalAlloc - before.TotalAlloc); got > bound {
			t.Errorf("%q: %d bytes for %d tokens and %d expressions, want at most %d", name, got, len(tokens), len(expressions), bound)
		}
	}
	for name, text := range even {
		check(name, text, perExpression)
	}
	for name, text := range uneven {
		check(name, text, perUneven)
	}
}

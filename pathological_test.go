package verbatim_test

import (
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
)

// pathological are texts that invite work beyond measure, made of a piece that
// is repeated.
var pathological = []struct{ name, piece string }{
	{"said", "said "},
	{"he said", "he said "},
	{"told him", "told him "},
	{"according to", "according to "},
	{"adding that", "adding that "},
	{"one long word", "x"},
	{"one long word beyond ASCII", "é"},
	{"one long word of ideographs", "東"},
	{"combining marks", "\u0301"},
	{"joiners", "\u200d"},
	{"digits", "7"},
	{"numbers", "12 "},
	{"dates", "on monday 12 october 2016 at 9 30pm "},
	{"months", "may "},
	{"full stops", "."},
	{"full stops and spaces", ". "},
	{"dotted letters", "a."},
	{"hyphens", "a-"},
	{"slashes", "a/"},
	{"ats", "a@"},
	{"www", "www "},
	{"https", "https t co "},
	{"com", "example com "},
	{"spaces", " "},
	{"line feeds", "\n"},
	{"one word a line", "x\n"},
	{"paragraphs", "x\n\n"},
	{"NUL", "\x00"},
	{"invalid bytes", "\xff"},
	{"opening marks", "“"},
	{"closing marks", "”"},
	{"opening and closing marks", "“”"},
	{"straight marks", "\""},
	{"straight marks and words", "\" a "},
	{"apostrophes", "'"},
	{"single opening marks", "‘a "},
	{"owners", "s’ ‘a "},
	{"quotations left open", "he said “"},
	{"quotations left open before words", "“he said "},
	{"quotations left open in paragraphs", "“he said.\n\n"},
	{"quotations", "“We go,” he said. "},
	{"quotations that nobody says", "“We are here now and we stay here today.” "},
	{"nesting", "“a ‘b "},
	{"brackets", "((["},
	{"commas", "a, "},
	{"names", "Ana Lopez, "},
	{"many descriptions", "the chief of the head of "},
	{"flattened speech", "we go he said i told you "},
	{"interviews", "she told cnn in an interview on monday we are here "},
	{"occasions", "interview email letter court on fox news with jane roe said monday "},
	{"rallies", "Jane Roe said on Monday at a rally. Mr Roe told the crowd that "},
	{"by", "by ana lopez "},
	{"published", "published updated first published on "},
	{"capitals", "AN "},
	{"initials", "J. R. "},
}

// distinct makes a text in which every name is another one.
func distinct(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		name := ""
		for k := n; ; k /= 26 {
			name += string(rune('a' + k%26))
			if k < 26 {
				break
			}
		}
		b.WriteString("“We go,” said B" + name + " C" + name + " to D" + name + ". ")
	}
	return b.String()
}

// TestLinearTime reads every pathological text by the rules, and some by the
// tagger, which takes the same steps for every word.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("parses 128 KB of each of many texts")
	}
	light := &verbatim.Parser{Light: true}
	for _, p := range pathological {
		checkLinear(t, p.name, light, 8<<10, func(size int) string { return strings.Repeat(p.piece, size/len(p.piece)+1) })
	}
	checkLinear(t, "distinct names", light, 8<<10, distinct)
	for _, piece := range []string{"he said ", "we go he said i told you ", "“a ‘b ", "x\n\n", "x"} {
		checkLinear(t, "tagger "+strings.TrimSpace(piece), new(verbatim.Parser), 1<<10, func(size int) string { return strings.Repeat(piece, size/len(piece)) })
	}
}

// checkLinear compares the time that a text of small bytes takes with that of
// one sixteen times as long. Anything that grows with the square of the length
// takes 256 times as long; noise on a busy machine stays below the four-fold
// that is allowed here beyond the sixteen.
func checkLinear(t *testing.T, name string, parser *verbatim.Parser, small int, make func(size int) string) {
	const factor, slack = 16, 4
	t.Run(name, func(t *testing.T) {
		short, long := make(small), make(small*factor)
		// A ratio can only be too large by accident, so the best of a few
		// attempts counts.
		var before, after time.Duration
		for range 8 {
			before, after = parseTime(parser, short), parseTime(parser, long)
			if after <= slack*factor*max(before, 500*time.Microsecond) {
				return
			}
		}
		t.Errorf("%d bytes took %v, %d bytes %v: %.0f times as long", len(short), before, len(long), after, float64(after)/float64(before))
	})
}

// parseTime is how long parsing and flattening take: the least of two runs.
func parseTime(parser *verbatim.Parser, text string) time.Duration {
	least := time.Hour
	for range 2 {
		start := time.Now()
		parser.Parse(text)
		verbatim.Flatten(text)
		least = min(least, time.Since(start))
	}
	return least
}

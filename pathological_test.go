package verbatim_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/lineartest"
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

// crowds are sentences that are repeated with another name, for the %, each time.
var crowds = []struct{ name, sentence string }{
	{"distinct names", "“We go,” said B% C% to D%. "},
	{"a large family", "“We go,” said B% Roe. "},
}

// crowd makes a text in which every name is another one.
func crowd(sentence string, size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(strings.ReplaceAll(sentence, "%", letters(n)))
	}
	return b.String()
}

// letters writes a number in letters.
func letters(n int) string {
	name := ""
	for ; n >= 26; n /= 26 {
		name += string(rune('a' + n%26))
	}
	return name + string(rune('a'+n))
}

// pronouns makes a text in which a pronoun may mean any of many people.
func pronouns(size int) string {
	people := crowd("“We go,” said B% C%. ", size/2)
	return people + strings.Repeat("“We go,” she said. ", (size-len(people))/len("“We go,” she said. "))
}

// TestLinearTime reads every pathological text by the rules, and some by the
// tagger, which takes the same steps for every word.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("parses half a megabyte of each of many texts")
	}
	light := &verbatim.Parser{Light: true}
	for _, p := range pathological {
		checkLinear(t, p.name, light, 512<<10, func(size int) string { return strings.Repeat(p.piece, size/len(p.piece)+1) })
	}
	for _, c := range crowds {
		checkLinear(t, c.name, light, 512<<10, func(size int) string { return crowd(c.sentence, size) })
	}
	checkLinear(t, "pronouns after many names", light, 512<<10, pronouns)
	for _, piece := range []string{"he said ", "we go he said i told you ", "“a ‘b ", "x\n\n", "x"} {
		checkLinear(t, "tagger "+strings.TrimSpace(piece), new(verbatim.Parser), 16<<10, func(size int) string { return strings.Repeat(piece, size/len(piece)) })
	}
}

// checkLinear checks that parsing and flattening a text of so many bytes costs
// what its length makes it cost.
func checkLinear(t *testing.T, name string, parser *verbatim.Parser, size int, text func(size int) string) {
	t.Run(name, func(t *testing.T) {
		lineartest.Check(t, size, text, func(text string) {
			parser.Parse(text)
			verbatim.Flatten(text)
		})
	})
}

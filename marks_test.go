package verbatim_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// ownWords returns the words that FindQuotes takes for a speaker's own,
// flattened, with a bar between one quote and the next.
func ownWords(text string) string {
	var quotes []string
	for _, q := range verbatim.FindQuotes(text) {
		if len(q.Verbatim) > 0 {
			quotes = append(quotes, flatParts(text, q.Verbatim))
		}
	}
	return strings.Join(quotes, " | ")
}

func flatParts(text string, parts []verbatim.Span) string {
	words := make([]string, len(parts))
	for i, part := range parts {
		words[i] = verbatim.Flatten(part.In(text)).Text
	}
	return strings.Join(words, " ")
}

// TestQuotationMarks reads articles in which marks remain: what stands between
// them is the speaker's own, whichever marks they are.
func TestQuotationMarks(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // as ownWords gives it
		wrong      string // what is known to be wrong; the case fails once it is not
	}{
		{"curly", "“The road is open,” said Ana Lopez.", "the road is open", ""},
		{"straight", `"The road is open," said Ana Lopez.`, "the road is open", ""},
		{"low and high", "„The road is open“, said Ana Lopez.", "the road is open", ""},
		{"pointed outwards", "«The road is open», said Ana Lopez.", "the road is open", ""},
		{"pointed outwards with spaces", "« The road is open », said Ana Lopez.", "the road is open", ""},
		{"pointed inwards", "»The road is open«, said Ana Lopez.", "the road is open", ""},
		{"single curly", "‘The road is open,’ said Ana Lopez.", "the road is open", ""},
		{"single straight", "'The road is open,' said Ana Lopez.", "the road is open", ""},
		{"single pointed", "‹The road is open›, said Ana Lopez.", "the road is open", ""},
		{"doubled apostrophes", "''The road is open,'' said Ana Lopez.", "the road is open", ""},
		{"doubled grave and acute", "``The road is open,'' said Ana Lopez.", "the road is open", ""},
		{"straight, set off by spaces", `The works took a year . " The road is open , " said Ana Lopez .`, "the road is open", ""},
		{"straight, set off, in two parts", `" The road , " Ana Lopez said , " will open on time . "`, "the road will open on time", ""},
		{"straight, set off, after a colon", `Ana Lopez said : " The road is open . "`, "the road is open", ""},
		{"Penn Treebank", "The works took a year . `` The road is open , '' said Ana Lopez -LRB- 40 -RRB- .", "the road is open", ""},
		{"doubled curly single", "‘‘The road is open,’’ said Ana Lopez.", "the road is open", ""},
		{"straight against the cue", `"The road is open,"said Ana Lopez. "It held."`, "the road is open it held", ""},
		{"curly opened, straight closed", "“The road is open,\" said Ana Lopez.", "the road is open", ""},
		{"opened with a closing mark", "”The road is open,” said Ana Lopez.", "the road is open", ""},
		{"closed with an opening mark", "“The road is open,“ said Ana Lopez.", "the road is open", ""},
		{"after the cue", "Ana Lopez said: “The road is open.”", "the road is open", ""},
		{"in two parts", "“The road,” Ana Lopez said, “will open on time.”", "the road will open on time", ""},
		{"two sentences in one pair of marks", "“The road is open. Drive on,” said Ana Lopez.", "the road is open drive on", ""},
		{"part of a sentence", "Ana Lopez said the road was “as good as it has ever been”.", "as good as it has ever been", ""},

		{"apostrophe within curly single marks", "‘The road isn’t open,’ said Ana Lopez.", "the road isn t open", ""},
		{"apostrophe within straight single marks", "'The road isn't open,' said Ana Lopez.", "the road isn t open", ""},
		{"plural owner within single marks", "‘The drivers’ road is open,’ said Ana Lopez.", "the drivers road is open", ""},
		{"apostrophe at the beginning of a word", "“We built it in the ’90s,” said Ana Lopez.", "we built it in the 90s", ""},
		{"apostrophes without any quotation", "The drivers’ road isn’t the Lopezes’ road, said Ana Lopez.", "", ""},

		{"in a quotation", "“My father said ‘the road will kill you’ and he was right,” said Ana Lopez.", "my father said the road will kill you and he was right", ""},
		{"in a quotation, single marks outside", "‘My father said “the road will kill you” and he was right,’ said Ana Lopez.", "my father said the road will kill you and he was right", ""},
		{"over paragraphs, opened again", "“The road is open,” said Ana Lopez. “We worked hard.\n\n“Nobody was hurt.”\n\nThe works took a year.", "the road is open we worked hard nobody was hurt", ""},

		{"over paragraphs, opened twice again", "“The road is open,” said Ana Lopez.\n\n“We worked hard.\n\n“Nobody was hurt.\n\n“Nobody will be.”\n\nThe works took a year.", "the road is open we worked hard nobody was hurt nobody will be", ""},
		{"feet and inches", `Ana Lopez, who is 5'11" tall, said the 12" pipe "held for a day".`, "held for a day", ""},
		{"cross-heading", "“The road is open,” said Ana Lopez. “We worked hard.”\n\n'Long winter'\n\nThe works took a year.", "the road is open we worked hard", ""},

		{"scare quotes", "The so-called “road” opened a year late, in the rain.", "", ""},
		{"title", "The band played “Highway To Nowhere” at the opening of the road.", "", ""},
		{"nothing between the marks", "The road opened “” a year late.", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ownWords(test.text)
			if test.wrong == "" && got != test.want {
				t.Errorf("%s\nown words: got %q, want %q", test.text, got, test.want)
			}
			if test.wrong != "" && got == test.want {
				t.Errorf("%s\nis read right now: no longer %s; take the note out", test.text, test.wrong)
			}
		})
	}
}

// TestOwnWordsAlone reads quotations that the writer leads to: what the speaker
// said is the words within the marks, and no mark is left among them.
func TestOwnWordsAlone(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"behind that", "Ana Lopez wrote that, “The road is open and will stay open.”", "The road is open and will stay open."},
		{"behind the one told", "Asked by Ben Okafor, Ana Lopez told him, “The road is open.”", "The road is open."},
		{"two of them", "Ana Lopez said “we worked hard” and “nobody was hurt”.", "we worked hard nobody was hurt"},
		{"paragraphs", "Ana Lopez said: “The road is open.\n\n“We worked hard.”", "The road is open. We worked hard."},
		{"a letter in brackets", "“[T]he road is open (at last),” said Ana Lopez.", "[T]he road is open (at last)"},
		{"the cue says how", "“The road is open,” Ana Lopez, her voice breaking, said as she locked the hut.", "The road is open"},
		{"what was done next", "Ana Lopez said, “The road is open,” and left.", "The road is open"},
		{"how it was said, between", "“The road,” Ana Lopez said as she locked the hut, “is open.”", "The road, is open."},
		{"set off, the name behind the cue", `" The road is open , " said Lopez , " and it will stay open . "`, "The road is open, and it will stay open."},
		{"set off by spaces", `Ana Lopez said : " The road , they say , is open . "`, "The road, they say, is open."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, m := range verbatim.Parse(test.text).Messages {
				if m.Form == verbatim.FormDirect && m.Text == test.want {
					return
				}
			}
			t.Errorf("%s\nno direct message reads %q: %+v", test.text, test.want, verbatim.Parse(test.text).Messages)
		})
	}
	t.Run("the subject stands outside", func(t *testing.T) {
		const text = "Ana Lopez said the road “is the only one that has been safe for lorries, buses and everybody else since the great flood”."
		for _, m := range verbatim.Parse(text).Messages {
			if m.Form != verbatim.FormMixed {
				t.Errorf("%s\nis %s, want mixed", text, m.Form)
			}
		}
	})
}

// TestStrayMark checks that a mark without its partner costs at most the
// paragraph that it stands in.
func TestStrayMark(t *testing.T) {
	const after = "\n\nThe works took a year and went on through the winter.\n\n“We worked hard,” said Ana Lopez.\n\n“The road is open,” said Ben Okafor."
	const want = "we worked hard | the road is open"
	for name, stray := range map[string]string{
		"opened, never closed":    "The “road opened a year late.",
		"closed, never opened":    "The road” opened a year late.",
		"straight":                `The "road opened a year late.`,
		"an inch":                 `The 12" pipe under the road held.`,
		"single":                  "The ‘road opened a year late.",
		"low":                     "The „road opened a year late.",
		"pointed":                 "The «road opened a year late.",
		"three at once":           "The “““road opened a year late.",
		"two kinds":               "The “‘road opened a year late.",
		"at the end":              "The road opened a year late.“",
		"a paragraph of its own":  "“",
		"an open quotation, long": "“The road " + strings.Repeat("is open, and ", 200) + "closed.",
	} {
		t.Run(name, func(t *testing.T) {
			// The stray paragraph itself is open to reading.
			if got := ownWords(stray + after); !strings.HasSuffix(got, want) {
				t.Errorf("after %.40q: own words %q; want %q at the end", stray, got, want)
			}
		})
	}
}

// TestMarksAroundAddresses reads addresses in quotation marks: they are words of
// somebody's only where somebody says them.
func TestMarksAroundAddresses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Visit 'www.norvik.com' for more.", ""},
		{`Visit "www.norvik.com" for more.`, ""},
		{"Write to ‘tips@norvik.com’ today.", ""},
		{`Ana Lopez said: "www.norvik.com".`, "www norvik com"},
		{`"www.norvik.com," said Ana Lopez.`, "www norvik com"},
		{`The site "norvik.com" was shut. "It will open again," said Ana Lopez.`, "it will open again"},
	} {
		if got := ownWords(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

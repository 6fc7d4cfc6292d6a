package verbatim_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// ownWords lists the words that FindQuotes takes for a speaker's own, one part
// an entry.
func ownWords(text string) []string {
	var parts []string
	for _, q := range verbatim.FindQuotes(text) {
		for _, part := range q.Verbatim {
			parts = append(parts, part.In(text))
		}
	}
	return parts
}

// TestQuotationMarks reads articles in which marks remain: what stands between
// them is the speaker's own, whichever marks they are.
func TestQuotationMarks(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
		wrong      string // what is known to be wrong; the case fails once it is not
	}{
		{"curly", "“The road is open,” said Ana Lopez.", []string{"The road is open"}, ""},
		{"straight", `"The road is open," said Ana Lopez.`, []string{"The road is open"}, ""},
		{"low and high", "„The road is open“, said Ana Lopez.", []string{"The road is open"}, ""},
		{"pointed outwards", "«The road is open», said Ana Lopez.", []string{"The road is open"}, ""},
		{"pointed outwards with spaces", "« The road is open », said Ana Lopez.", []string{"The road is open"}, ""},
		{"pointed inwards", "»The road is open«, said Ana Lopez.", []string{"The road is open"}, ""},
		{"single curly", "‘The road is open,’ said Ana Lopez.", []string{"The road is open"}, ""},
		{"single straight", "'The road is open,' said Ana Lopez.", []string{"The road is open"}, ""},
		{"single pointed", "‹The road is open›, said Ana Lopez.", []string{"The road is open"}, ""},
		{"doubled apostrophes", "''The road is open,'' said Ana Lopez.", []string{"The road is open"}, ""},
		{"doubled grave and acute", "``The road is open,'' said Ana Lopez.", []string{"The road is open"}, ""},
		{"curly opened, straight closed", "“The road is open,\" said Ana Lopez.", []string{"The road is open"}, ""},
		{"opened with a closing mark", "”The road is open,” said Ana Lopez.", []string{"The road is open"}, ""},
		{"closed with an opening mark", "“The road is open,“ said Ana Lopez.", []string{"The road is open"}, ""},
		{"after the cue", "Ana Lopez said: “The road is open.”", []string{"The road is open"}, ""},
		{"in two parts", "“The road,” Ana Lopez said, “will open on time.”", []string{"The road", "will open on time"}, ""},
		{"two sentences in one pair of marks", "“The road is open. Drive on,” said Ana Lopez.", []string{"The road is open. Drive on"}, ""},
		{"part of a sentence", "Ana Lopez said the road was “as good as it has ever been”.", []string{"as good as it has ever been"}, "marks at the end alone do not make a text marked"},

		{"apostrophe within curly single marks", "‘The road isn’t open,’ said Ana Lopez.", []string{"The road isn’t open"}, ""},
		{"apostrophe within straight single marks", "'The road isn't open,' said Ana Lopez.", []string{"The road isn't open"}, ""},
		{"plural owner within single marks", "‘The drivers’ road is open,’ said Ana Lopez.", []string{"The drivers’ road is open"}, ""},
		{"apostrophe at the beginning of a word", "“We built it in the ’90s,” said Ana Lopez.", []string{"We built it in the ’90s"}, ""},
		{"apostrophes without any quotation", "The drivers’ road isn’t the Lopezes’ road, said Ana Lopez.", nil, ""},

		{"in a quotation", "“My father said ‘the road will kill you’ and he was right,” said Ana Lopez.",
			[]string{"My father said ‘the road will kill you’ and he was right"}, ""},
		{"in a quotation, single marks outside", "‘My father said “the road will kill you” and he was right,’ said Ana Lopez.",
			[]string{"My father said “the road will kill you” and he was right"}, "double marks are paired before the single ones around them"},
		{"over paragraphs, opened again", "“The road is open,” said Ana Lopez. “We worked hard.\n\n“Nobody was hurt.”\n\nThe works took a year.",
			[]string{"The road is open", "We worked hard", "Nobody was hurt"}, ""},

		{"scare quotes", "The so-called “road” opened a year late, in the rain.", nil, ""},
		{"title", "The band played “Highway To Nowhere” at the opening of the road.", nil, ""},
		{"nothing between the marks", "The road opened “” a year late.", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			diff := cmp.Diff(test.want, ownWords(test.text))
			if test.wrong == "" && diff != "" {
				t.Errorf("%s\nown words (-want +got):\n%s", test.text, diff)
			}
			if test.wrong != "" && diff == "" {
				t.Errorf("%s\nis read right now: no longer %s; take the note out", test.text, test.wrong)
			}
		})
	}
}

// TestStrayMark checks that a mark without its partner costs at most the
// paragraph that it stands in.
func TestStrayMark(t *testing.T) {
	const after = "\n\nThe works took a year and went on through the winter.\n\n“We worked hard,” said Ana Lopez.\n\n“The road is open,” said Ben Okafor."
	want := []string{"We worked hard", "The road is open"}
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
			got := ownWords(stray + after)
			if len(got) > len(want) {
				got = got[len(got)-len(want):] // the stray paragraph itself is open to reading
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("after %q: own words (-want +got):\n%s", stray, diff)
			}
		})
	}
}

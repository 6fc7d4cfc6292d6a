package verbatim_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// seeds are the texts that the fuzz tests start from: every golden case, and
// pieces that are hard to read.
func seeds(f *testing.F) []string {
	var texts []string
	for _, c := range readCases(f) {
		texts = append(texts, c.text)
	}
	return append(texts, hardTexts...)
}

var hardTexts = []string{
	"", " ", "\x00", "\xff\xfe\xfd", "\ufeff", "\u200d", "\u0301",
	"“", "”", "\"", "'", "‘’", "«»„“‹›", "''", "“‘“", "”said”",
	"“We go,” said Ana Lopez. “Now.”\n\n“And then",
	"'Twas the '90s, the Lopezes' 'last' word,' he said.",
	"e\u0301te\u0301 ＡＮＡ ０１２ 👩\u200d🚀 said שלום اب said 東京は said İIıi ﬁ ǅ",
	"she said he said they said it said you said i said",
	"according to according to according to",
	"told told told him that that that",
	"a\xffb said “c\xed\xa0\x80d” said e\xf0\x9f",
	"on monday 12 october 2016 at 9 30pm est https t co a1b2c3d4e5 www example org",
	"by ana lopez in new york wed 12 oct 2016 10 00 bst first published on tue 11 oct 2016",
}

// maxFuzzedByTagger is how many bytes a text may have for FuzzParse to have the
// tagger read it too, which takes most of the time.
const maxFuzzedByTagger = 512

func FuzzParse(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	published := time.Date(2016, 10, 12, 0, 0, 0, 0, time.UTC)
	names, err := verbatim.NewNames(append(newsroom, verbatim.KnownName{Name: "Ana Lopez", Aliases: []string{"said"}, Roles: []string{"ana"}}))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parsers := []verbatim.Parser{{Light: true, Published: published, Names: names, Explain: true}}
		if len(text) <= maxFuzzedByTagger {
			parsers = append(parsers, verbatim.Parser{Explain: true})
		}
		for _, parser := range parsers {
			doc := parser.Parse(text)
			for _, problem := range problemsOf(doc, text) {
				t.Error(problem)
			}
			if diff := cmp.Diff(doc, parser.Parse(text)); diff != "" {
				t.Errorf("the second answer differs from the first (-first +second):\n%s", diff)
			}
			encoded, err := json.Marshal(doc)
			if err != nil {
				t.Fatalf("the document has no JSON form: %v", err)
			}
			var decoded *verbatim.Document
			if err := json.Unmarshal(encoded, &decoded); err != nil {
				t.Fatalf("decoding %s: %v", encoded, err)
			}
			if !utf8.ValidString(text) {
				continue // JSON cannot hold the words
			}
			if diff := cmp.Diff(doc, decoded, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("the document changes on its way through JSON (-before +after):\n%s", diff)
			}
		}
	})
}

// TestInvariants checks the articles that are too long for FuzzParse to have
// the tagger read them.
func TestInvariants(t *testing.T) {
	for _, c := range readCases(t) {
		for _, problem := range problemsOf(c.document(), c.text) {
			t.Errorf("%s: %s", c.name, problem)
		}
	}
}

// problemsOf lists what is wrong with a document of any text at all.
func problemsOf(doc *verbatim.Document, text string) (problems []string) {
	if err := doc.Validate(text); err != nil {
		problems = append(problems, err.Error())
	}
	if !doc.Provenance.IsOf(text) {
		problems = append(problems, "the provenance is that of another text")
	}
	if doc.Messages == nil || doc.Speakers == nil || doc.Timestamps == nil || doc.URLs == nil {
		problems = append(problems, "a list that every document has is nil")
	}
	for i, m := range doc.Messages {
		var content []string
		for _, span := range m.Content {
			content = append(content, verbatim.Flatten(span.In(text)).Text)
		}
		if words := verbatim.Flatten(m.Text).Text; words == "" || words != strings.Join(content, " ") {
			problems = append(problems, fmt.Sprintf("message %d: the text %q has the words %q, and the content %q", i, m.Text, words, content))
		}
	}
	for i, u := range doc.URLs {
		if u.Host == "" {
			problems = append(problems, fmt.Sprintf("url %d has no host", i))
		}
	}
	return problems
}

func FuzzFlatten(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		flat := verbatim.Flatten(text)
		if !utf8.ValidString(flat.Text) {
			t.Errorf("%q is not valid UTF-8", flat.Text)
		}
		at := 0 // the end of the last word in text
		words := strings.Fields(flat.Text)
		for n, back := range originals(flat) {
			word := words[n]
			if back.Start < at || back.End > len(text) || back.Len() <= 0 {
				t.Fatalf("word %d of %q leads back to %v, after byte %d", n, flat.Text, back, at)
			}
			if again := verbatim.Flatten(back.In(text)).Text; again != word {
				t.Errorf("word %d is %q, and what it was made of flattens to %q", n, word, again)
			}
			at = back.End
		}
		// İ alone is lower-cased to a letter with a combining mark, which
		// separates words when it is flattened again.
		if again := verbatim.Flatten(flat.Text).Text; again != flat.Text && !strings.Contains(text, "İ") {
			t.Errorf("flattening %q gives %q", flat.Text, again)
		}
	})
}

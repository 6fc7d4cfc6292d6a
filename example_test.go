package verbatim_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim"
)

func ExampleParse() {
	const article = "“We cannot keep this quiet much longer,” Tomas Reyes wrote in a letter on 3 February 2024."
	doc := verbatim.Parse(article)
	for _, m := range doc.Messages {
		fmt.Println(m.Speaker.Name, m.Channel, m.Sent.Value)
		fmt.Println(m.Text)
	}
	// Output:
	// Tomas Reyes letter 2024-02-03
	// We cannot keep this quiet much longer
}

// Flattened text has neither marks nor capitals.
func ExampleParse_flattened() {
	const article = "greta holm told the orrin herald nobody put a letter on my desk"
	for _, m := range verbatim.Parse(article).Messages {
		fmt.Printf("%s → %s: %s\n", m.Speaker.Name, m.Recipient.Name, m.Text)
	}
	// Output:
	// Greta Holm → Orrin Herald: Nobody put a letter on my desk
}

// Relative times are reckoned from the day of publication.
func ExampleParser() {
	parser := verbatim.Parser{Published: time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC)}
	doc := parser.Parse("“I have the receipts,” Tomas Reyes said on Monday.")
	fmt.Println(doc.Messages[0].Sent.Value)
	// Output:
	// 2025-03-10
}

// A newsroom knows its mayor by heart.
func ExampleNewNames() {
	names, err := verbatim.NewNames([]verbatim.KnownName{
		{Name: "Greta Holm", Roles: []string{"mayor"}, Gender: verbatim.GenderFemale, Kind: verbatim.SpeakerPerson},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	parser := verbatim.Parser{Names: names}
	for _, m := range parser.Parse("“Nobody put a letter on my desk,” the mayor said. She left at once.").Messages {
		fmt.Println(m.Speaker.Name)
	}
	// Output:
	// Greta Holm
}

// Who checks a record asks what decided it.
func ExampleParser_explain() {
	const article = "“I have the receipts,” Tomas Reyes told the Orrin Herald. “All of them,” he said."
	parser := verbatim.Parser{Explain: true}
	for _, why := range parser.Parse(article).Messages[1].Why {
		if why.Field == verbatim.ReasonForSpeaker {
			fmt.Printf("%s by the %s, for %q was named last\n", why.Field, why.Kind, why.Span.In(article))
		}
	}
	// Output:
	// speaker by the pronoun, for "Tomas Reyes" was named last
}

func ExampleParser_ParseAll() {
	articles := []verbatim.Article{
		{ID: "a1", Text: "“Nobody put a letter on my desk,” said Greta Holm."},
		{ID: "a2", Text: "“I have the receipts,” said Tomas Reyes."},
	}
	for a, doc := range new(verbatim.Parser).ParseAll(slices.Values(articles)) {
		fmt.Println(a.ID, doc.Speakers[0].Name)
	}
	// Output:
	// a1 Greta Holm
	// a2 Tomas Reyes
}

func ExampleFindQuotes() {
	const text = "“I have the receipts,” said Tomas Reyes."
	for _, q := range verbatim.FindQuotes(text) {
		fmt.Printf("%s %s: %q\n", q.Form, q.Mode, q.Content[0].In(text))
		fmt.Printf("source %q, cue %q\n", q.Source.In(text), q.Cue[0].In(text))
	}
	// Output:
	// direct speech: "I have the receipts"
	// source "Tomas Reyes", cue "said"
}

func ExampleFindSpeakers() {
	const text = "“Nobody put a letter on my desk,” said Greta Holm. “I would have read it,” Holm said."
	for _, s := range verbatim.FindSpeakers(text) {
		fmt.Printf("%s, also %q, mentioned %d times\n", s.Name, s.Aliases, len(s.Mentions))
	}
	// Output:
	// Greta Holm, also ["Holm"], mentioned 2 times
}

func ExampleFlatten() {
	const text = "“I have the receipts,” said Tomás Reyes."
	flat := verbatim.Flatten(text)
	fmt.Println(flat.Text)
	// What the flattened text says, shown in the published one:
	for _, s := range verbatim.FindSpeakers(flat.Text) {
		fmt.Println(flat.Original(s.Mentions[0]).In(text))
	}
	// Output:
	// i have the receipts said tomás reyes
	// Tomás Reyes
}

func ExampleSpan_In() {
	const text = "“Été,” she said."
	span := verbatim.Span{Start: 3, End: 8} // bytes, not characters
	fmt.Println(span.In(text))
	// Output:
	// Été
}

// The record as JSON, as the command prints it.
func ExampleDocument() {
	doc := verbatim.Parse("said said")
	doc.ID = "a1"
	doc.Provenance = verbatim.Provenance{} // two digests, too long for a page
	json.NewEncoder(os.Stdout).Encode(doc)
	// Output:
	// {"id":"a1","messages":[],"speakers":[],"timestamps":[],"urls":[]}
}

package verbatim_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
)

func Example_whoSaidWhat() {
	const text = "“We cannot keep this quiet much longer,” Tomas Reyes wrote. Greta Holm denied that she had seen his letter."
	for _, m := range verbatim.Parse(text).Messages {
		if m.Speaker != nil { // nil where the text does not tell
			// The stance stands with the words: a denial is no statement.
			fmt.Printf("%s, %s %s, %s: %s\n", m.Speaker.Name, m.Form, m.Mode, m.Stance, m.Text)
		}
	}
	// Output:
	// Tomas Reyes, direct writing, asserted: We cannot keep this quiet much longer
	// Greta Holm, indirect speech, denied: that she had seen his letter
}

// What one person said, in their own words.
func Example_ownWords() {
	const text = "“I have the receipts,” said Tomas Reyes. “And the board,” Reyes added, “knows it.” He said that he was tired."
	doc := verbatim.Parse(text)
	if s, ok := doc.SpeakerNamed("reyes"); ok {
		for _, m := range doc.MessagesBy(s.ID) {
			if len(m.Verbatim) > 0 {
				fmt.Printf("%s: %s\n", m.Stance, verbatim.Excerpt(text, m.Verbatim...))
			}
		}
	}
	// Output:
	// asserted: I have the receipts
	// asserted: And the board … knows it
}

// What was said in the order in which it was said, whatever the order in which
// the text tells it.
func Example_orderOfEvents() {
	const text = "“I have the receipts,” Tomas Reyes said on Tuesday. “Nobody put a letter on my desk,” Greta Holm had said on Monday."
	parser := verbatim.Parser{Published: time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC)}
	for _, m := range parser.Parse(text).Timeline() {
		if m.Sent != nil {
			fmt.Printf("%s %s: %s\n", m.Sent.Value, m.Stance, m.Text)
		}
	}
	// Output:
	// 2025-03-10 asserted: Nobody put a letter on my desk
	// 2025-03-11 asserted: I have the receipts
}

// Many articles, read on all cores, to a record a line.
func Example_manyArticles() {
	articles := slices.Values([]verbatim.Article{
		{ID: "a1", Text: "“Nobody put a letter on my desk,” said Greta Holm.", Published: time.Date(2025, 3, 10, 0, 0, 0, 0, time.UTC)},
		{ID: "a2", Text: "“I have the receipts,” said Tomas Reyes."},
	})
	var records bytes.Buffer
	out := json.NewEncoder(&records)
	for a, doc := range new(verbatim.Parser).ParseAll(articles) {
		if err := out.Encode(doc); err != nil {
			fmt.Println(a.ID, err)
			break // leaving the loop stops the rest
		}
	}
	for line := range strings.Lines(records.String()) {
		fmt.Println(line[:10], "…")
	}
	// Output:
	// {"id":"a1" …
	// {"id":"a2" …
}

// What was found in a flattened text, shown on the published page in the UTF-16
// units that a browser counts in.
func Example_searchHit() {
	const page = "📬 “Nobody put a letter on my desk,” said Inés Holm."
	flat := verbatim.Flatten(page)
	doc := verbatim.Parse(flat.Text)
	units := verbatim.NewOffsets(page)
	for s := range doc.AllSpans() {
		*s = units.UTF16(flat.Original(*s))
	}
	for _, m := range doc.Messages {
		fmt.Printf("%d–%d %s: %s\n", m.Content[0].Start, m.Content[0].End, m.Stance, m.Text)
	}
	// Output:
	// 4–34 asserted: Nobody put a letter on my desk
}

// Who spoke how much.
func Example_shares() {
	doc := verbatim.Parse("“We have sent four letters and have the receipts for all of them,” said Tomas Reyes. “Nobody put a letter on my desk,” said Greta Holm.")
	for _, s := range doc.Shares() {
		fmt.Printf("%s %.0f %%\n", doc.Speakers[s.Speaker].Name, 100*s.Share)
	}
	// Output:
	// Tomas Reyes 65 %
	// Greta Holm 35 %
}

// Whether two records may be compared, and what they were made with.
func ExampleProvenance_Differences() {
	const text = "“I have the receipts,” said Tomas Reyes."
	one := verbatim.Parse(text).Provenance
	other := (&verbatim.Parser{Light: true, Published: time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC)}).Parse(text).Provenance
	fmt.Println(one.SameText(other), one.Differences(other))
	// Output:
	// true [model published publishedBy light]
}

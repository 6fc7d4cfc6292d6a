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
			fmt.Printf("%s, %s %s: %s\n", m.Speaker.Name, m.Form, m.Mode, m.Text)
		}
	}
	// Output:
	// Tomas Reyes, direct writing: We cannot keep this quiet much longer
	// Greta Holm, indirect speech: that she had seen his letter
}

// What one person said, in their own words.
func Example_ownWords() {
	const text = "“I have the receipts,” said Tomas Reyes. “And the board,” Reyes added, “knows it.” He said that he was tired."
	doc := verbatim.Parse(text)
	if s, ok := doc.SpeakerNamed("reyes"); ok {
		for _, m := range doc.MessagesBy(s.ID) {
			if len(m.Verbatim) > 0 {
				fmt.Println(verbatim.Excerpt(text, m.Verbatim...))
			}
		}
	}
	// Output:
	// I have the receipts
	// And the board … knows it
}

// What was said in the order in which it was said, whatever the order in which
// the text tells it.
func Example_orderOfEvents() {
	const text = "“I have the receipts,” Tomas Reyes said on Tuesday. “Nobody put a letter on my desk,” Greta Holm had said on Monday."
	parser := verbatim.Parser{Published: time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC)}
	for _, m := range parser.Parse(text).Timeline() {
		if m.Sent != nil {
			fmt.Println(m.Sent.Value, m.Text)
		}
	}
	// Output:
	// 2025-03-10 Nobody put a letter on my desk
	// 2025-03-11 I have the receipts
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
		fmt.Println(m.Content[0].Start, m.Content[0].End, m.Text)
	}
	// Output:
	// 4 34 Nobody put a letter on my desk
}

package verbatim_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
)

// TestFaultyRecords reads texts of kinds that once made a record that cannot be.
func TestFaultyRecords(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"an address that ends one part of a content and begins the next", "“We go there.” “www.example.com is where we meet,” Jane Roe said."},
		{"furniture within a quotation", "“The bridge at Lowmark will be shut until the spring and nobody knows why it was built there at all,\n\nAdvertisement\n\nand the ferry goes once a day,” Jane Roe said.\n"},
		{"furniture within a paragraph", "Jane Roe said “the bridge is shut Read more: The ferry and nobody knows” on Monday."},
		{"a subject that is a part of what is said", "The ferry at Orrin was safe, was quoted as saying."},
		{"a clause without a subject", "Jane Roe left the room on Tuesday, adding that it was good."},
		{"two messages that begin with the same word", "\"Well I am late,\" she told the \"The Harbour Hour\" show last week. \"Late people don't know they are late.\"\n"},
		{"a mark that is missing before the cue", "\"I could not bring myself to shut the bridge. We had enough of it,\" \"she wrote in her blog post. The text was put up on January 17, but began to go round on \"Friday."},
		{"a quotation that goes on in a caption", "The mill will shut a quarter of its sheds before the end of the week, according to Fenwick. \"Guarantee good weather\" Photo: \"Guarantee good weather\" Ana Lopez/Reuters\n\nIt said so."},
		{"a source that is a filler", "ottoline marsh said the bridge was safe um uh said the bridge was not safe"},
		{"labels that are glued to the words", "P:asking about the bridge\nQ:did he say so\nA:he did\n"},
		{"one who speaks to herself", "“You are late,” Jane Roe told Jane Roe. “I am late,” Roe told Roe."},
		{"two who give each other's words", "Roe: We will shut the bridge at noon\n\n“We will shut the bridge at noon today,” Roe said. “We will shut the bridge at noon,” Roe said."},
		{"messages whose first words are a time", "On Monday we go, Jane Roe said, and on Tuesday we stay, said Ana Lopez."},
		{"a role at the very beginning", "host Jane Roe said it was good"},
		{"capitals in a host", "See WWW.EXAMPLE.COM/Path and Mara@Example.COM."},
		{"a year beyond the calendar", "It was shut on 31 December 9999, Jane Roe said, and will open in the year 10000."},
		{"one day twice", "He left on 5/5/2017, Jane Roe said on 5/5/2017."},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, text := range []string{test.text, verbatim.Flatten(test.text).Text} {
				for _, parser := range []verbatim.Parser{{}, {Light: true}} {
					doc := parser.Parse(text)
					for _, problem := range problemsOf(doc, text) {
						t.Errorf("light %t, %q: %s", parser.Light, text, problem)
					}
				}
			}
		})
	}
}

// TestAddressOfTwoParts checks that a message is given an address once.
func TestAddressOfTwoParts(t *testing.T) {
	doc := verbatim.Parse("“We go there.” “www.example.com is where we meet,” Jane Roe said.")
	if len(doc.Messages) != 1 || len(doc.Messages[0].URLs) != 1 {
		t.Errorf("the messages are %+v", doc.Messages)
	}
}

// TestUnknownPublication checks that a text can be read and written whatever a
// database holds for a day that nobody knows.
func TestUnknownPublication(t *testing.T) {
	for _, published := range publications {
		parser := verbatim.Parser{Light: true, Published: published}
		doc := parser.Parse("“We go on Friday,” Jane Roe said yesterday. The fair starts next year.")
		if _, err := json.Marshal(doc); err != nil {
			t.Errorf("published on %v: %v", published.Format(time.RFC3339), err)
		}
	}
}

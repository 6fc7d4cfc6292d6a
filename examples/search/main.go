// Command search finds words in the flattened form of a page, as a search index
// holds it, and shows the message around them on the page as published, in the
// offsets that a browser counts in.
package main

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/verbatim-news/verbatim"
)

//go:embed page.txt
var page string

func main() {
	search("my desk")
	search("i ve kept")
}

// search prints the messages with these words, which are flattened ones.
func search(words string) {
	flat := verbatim.Flatten(page)
	doc := verbatim.Parse(flat.Text)
	var hits []*verbatim.Message
	for n := range doc.Messages {
		if m := &doc.Messages[n]; strings.Contains(verbatim.Excerpt(flat.Text, m.Content...), words) {
			hits = append(hits, m)
		}
	}
	// From here on the document speaks of the page, in UTF-16 units.
	units := verbatim.NewOffsets(page)
	for s := range doc.AllSpans() {
		*s = units.UTF16(flat.Original(*s))
	}
	for _, m := range hits {
		for _, s := range m.Content {
			fmt.Printf("%d–%d %s (%s): %s\n", s.Start, s.End, nameOf(m.Speaker), m.Stance, inBrowser(s))
		}
	}
}

func nameOf(speaker *verbatim.Party) string {
	if speaker == nil {
		return "somebody" // the page does not tell
	}
	return speaker.Name
}

// inBrowser is page.slice(start, end) of JavaScript.
func inBrowser(s verbatim.Span) string {
	return string(utf16.Decode(utf16.Encode([]rune(page))[s.Start:s.End]))
}

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
	// The same document of the page, in UTF-16 units.
	onPage := doc.MovedTo(page, flat.Original).MovedTo(page, verbatim.NewOffsets(page).UTF16)
	for n, m := range doc.Messages {
		if !strings.Contains(verbatim.Excerpt(flat.Text, m.Content...), words) {
			continue
		}
		for _, s := range onPage.Messages[n].Content {
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

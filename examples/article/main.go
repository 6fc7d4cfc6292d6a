// Command article parses one article and prints what the record says about
// each message.
package main

import (
	_ "embed"
	"fmt"

	"github.com/verbatim-news/verbatim"
)

//go:embed article.txt
var article string

func main() {
	doc := verbatim.Parse(article)
	for _, author := range doc.Byline {
		fmt.Println("by", author.Name)
	}
	for _, m := range doc.Messages {
		// The stance stands with the words: a denial must not read as a statement.
		fmt.Printf("\n%s %s, %s: %s\n", m.Form, m.Mode, m.Stance, m.Text)
		// A field that the article does not support is absent.
		if m.Speaker != nil {
			fmt.Println("  speaker:  ", m.Speaker.Name)
		}
		if m.Recipient != nil {
			fmt.Println("  recipient:", m.Recipient.Name)
		}
		if m.Channel != "" {
			fmt.Println("  channel:  ", m.Channel)
		}
		if m.Sent != nil {
			fmt.Println("  sent:     ", m.Sent.Value)
		}
		// Spans are byte ranges of the article.
		for _, cue := range m.Cue {
			fmt.Printf("  cue:       %q\n", cue.In(article))
		}
	}
}

// Command denials picks messages by what the speaker does with them and by their
// channel: what is denied, what is not told, what nobody has said yet, and what
// was posted.
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
	for n := range doc.Messages {
		m := &doc.Messages[n]
		switch m.Stance {
		case verbatim.StanceDenied, verbatim.StanceWithheld, verbatim.StanceConditional:
			show(m)
		}
	}
	for n := range doc.Messages {
		if m := &doc.Messages[n]; m.Channel == verbatim.ChannelPost {
			show(m)
		}
	}
}

// show prints the words with their stance: without it "that he had taken money"
// is a confession.
func show(m *verbatim.Message) {
	who := "somebody"
	if m.Speaker != nil {
		who = m.Speaker.Name
	}
	fmt.Printf("%s, %s: %s\n", who, m.Stance, m.Text)
}

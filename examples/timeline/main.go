// Command timeline prints what was said in the order in which it was said,
// whatever the order in which the article tells it.
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
	for _, m := range doc.Timeline() {
		if m.Sent == nil {
			continue // the article does not tell when
		}
		who := "somebody"
		if m.Speaker != nil {
			who = m.Speaker.Name
		}
		fmt.Printf("%s  %s (%s): %s\n", m.Sent.From.Format("2 Jan 2006"), who, m.Stance, m.Text)
	}
}

// Command timeline prints what was said in the order in which it was said,
// whatever the order in which the article tells it.
package main

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/verbatim-news/verbatim"
)

//go:embed article.txt
var article string

func main() {
	doc := verbatim.Parse(article)
	// Only messages whose time falls into the calendar can be ordered.
	dated := slices.DeleteFunc(doc.Messages, func(m verbatim.Message) bool {
		return m.Sent == nil || m.Sent.From.IsZero()
	})
	slices.SortStableFunc(dated, func(a, b verbatim.Message) int { return a.Sent.From.Compare(b.Sent.From) })
	for _, m := range dated {
		who := "somebody"
		if m.Speaker != nil {
			who = m.Speaker.Name
		}
		fmt.Printf("%s  %s: %s\n", m.Sent.From.Format("2 Jan 2006"), who, m.Text)
	}
}

// Command thread prints what two people wrote to each other, and which message
// answers which.
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
	for _, thread := range doc.Threads() {
		for k, n := range thread {
			m := &doc.Messages[n]
			answers := ""
			if k > 0 && doc.Messages[thread[k-1]].Speaker.ID != m.Speaker.ID {
				answers = fmt.Sprintf(", answers %d", thread[k-1])
			}
			fmt.Printf("%d %s → %s, %s (%s%s): %s\n", n, m.Speaker.Name, m.Recipient.Name, m.Channel, m.Stance, answers, m.Text)
		}
	}
}

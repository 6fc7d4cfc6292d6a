// Command shares prints who speaks how much in an article, and how much of that
// is word for word.
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
	for _, s := range doc.Shares() {
		fmt.Printf("%3.0f %%  %s: %d messages, %d words, %d of %d bytes verbatim\n",
			100*s.Share, doc.Speakers[s.Speaker].Name, s.Messages, s.Words, s.Verbatim, s.Bytes)
	}
}

// Command speaker prints what one person said, in their own words: those of
// direct quotes, and the quoted parts of mixed ones.
package main

import (
	_ "embed"
	"fmt"

	"github.com/verbatim-news/verbatim"
)

//go:embed article.txt
var article string

func main() {
	printWordsOf("reyes")
}

// printWordsOf prints the own words of the one who is called so, whatever the
// capitals.
func printWordsOf(name string) {
	doc := verbatim.Parse(article)
	speaker, ok := doc.SpeakerNamed(name)
	if !ok {
		fmt.Println("nobody is called", name)
		return
	}
	fmt.Println(speaker.Name)
	for _, m := range doc.MessagesBy(speaker.ID) {
		if len(m.Verbatim) > 0 {
			// The stance says whether they put it forward as so: a quoted question
			// or denial is no statement.
			fmt.Printf("  %s: “%s”\n", m.Stance, verbatim.Excerpt(article, m.Verbatim...))
		}
	}
}

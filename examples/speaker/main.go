// Command speaker prints the own words of one speaker: those of direct quotes,
// and the quoted parts of mixed ones.
package main

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/verbatim-news/verbatim"
)

//go:embed article.txt
var article string

func main() {
	wordsOf("reyes")
}

// wordsOf prints the own words of everybody whose name, or an alias of it,
// contains name.
func wordsOf(name string) {
	doc := verbatim.Parse(article)
	for _, m := range doc.Messages {
		if m.Speaker == nil || !named(doc.Speakers[m.Speaker.ID], name) {
			continue
		}
		for _, part := range m.Verbatim {
			fmt.Println(part.In(article))
		}
	}
}

func named(speaker verbatim.Speaker, name string) bool {
	for _, form := range append([]string{speaker.Name}, speaker.Aliases...) {
		if strings.Contains(strings.ToLower(form), name) {
			return true
		}
	}
	return false
}

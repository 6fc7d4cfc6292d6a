// Command many reads the articles of the files that it is given, on all cores,
// and prints the record of each as one line of JSON, in the order of the files:
//
//	go run ./examples/many examples/article/article.txt examples/timeline/article.txt
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/verbatim-news/verbatim"
)

func main() {
	if err := printRecords(os.Stdout, articles(os.Args[1:])); err != nil {
		fmt.Fprintln(os.Stderr, "many:", err)
		os.Exit(1)
	}
}

// articles gives one article after another, so that few are held at a time. A
// file that cannot be read is reported and left out.
func articles(files []string) iter.Seq[verbatim.Article] {
	return func(yield func(verbatim.Article) bool) {
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				fmt.Fprintln(os.Stderr, "many:", err)
				continue
			}
			if !yield(verbatim.Article{ID: name, Text: string(text)}) {
				return
			}
		}
	}
}

// printRecords writes a line for each article. An article that knows when it was
// published says so in Article.Published.
func printRecords(w io.Writer, articles iter.Seq[verbatim.Article]) error {
	out := json.NewEncoder(w)
	for a, doc := range new(verbatim.Parser).ParseAll(articles) {
		if err := out.Encode(doc); err != nil {
			return fmt.Errorf("%s: %w", a.ID, err) // leaving the loop stops the rest
		}
	}
	return nil
}

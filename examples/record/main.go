// Command record reads back a record that was stored, makes sure that it belongs
// to its article, and tells what another reading would differ in.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/verbatim-news/verbatim"
)

const article = "“I have the receipts,” said Tomas Reyes."

func main() {
	stored, err := json.Marshal(verbatim.Parse(article))
	if err == nil {
		err = check(stored, article)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

// check reads a stored record and prints what it says of an article.
func check(stored []byte, article string) error {
	var doc verbatim.Document
	if err := json.Unmarshal(stored, &doc); err != nil {
		return err
	}
	if !doc.Provenance.IsOf(article) {
		return errors.New("the record is of another text")
	}
	if err := doc.Validate(article); err != nil {
		return err // *verbatim.ValidationError: where, and what is wrong there
	}
	light := (&verbatim.Parser{Light: true}).Parse(article)
	fmt.Println("another reading differs in", doc.Provenance.Differences(light.Provenance))
	for _, m := range doc.Messages {
		fmt.Printf("%s: %s\n", m.Stance, verbatim.Excerpt(article, m.Content...))
	}
	return nil
}

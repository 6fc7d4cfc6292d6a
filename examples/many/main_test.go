package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
)

func Example() {
	var lines bytes.Buffer
	if err := printRecords(&lines, articles([]string{"../article/article.txt", "../timeline/article.txt"})); err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(lines.String()) {
		var doc verbatim.Document
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			fmt.Println(err)
		}
		fmt.Printf("%s: %d messages, the first by %s\n", doc.ID, len(doc.Messages), doc.Messages[0].Speaker.Name)
	}
	// Output:
	// ../article/article.txt: 5 messages, the first by Tomas Reyes
	// ../timeline/article.txt: 5 messages, the first by Tomas Reyes
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room left") }

func Example_error() {
	fmt.Println(printRecords(full{}, slices.Values([]verbatim.Article{{ID: "a1"}, {ID: "a2"}})))
	// Output:
	// a1: no room left
}

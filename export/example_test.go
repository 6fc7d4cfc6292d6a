package export_test

import (
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

const letter = "“We cannot keep this quiet,” Tomas Reyes wrote in a letter. He denied that he had sent it."

// One file of several articles.
func Example() {
	e := export.NewEncoder(os.Stdout, export.Text, export.Options{})
	for _, text := range []string{letter, "“Nobody asked us,” said Ana Lopez."} {
		doc := verbatim.Parse(text)
		for n := range doc.Messages {
			doc.Messages[n].Confidence = 0.9 // for the example: what it is changes with every model
		}
		if err := e.Encode(text, doc); err != nil {
			log.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		log.Fatal(err)
	}
	// Output:
	//  0  Tomas Reyes, letter, 90 %
	//     “We cannot keep this quiet”
	//
	//  1  Tomas Reyes [denied], letter, 90 %
	//     that he had sent it
	//
	//  0  Ana Lopez, 90 %
	//     “Nobody asked us”
}

// A table for a tool of one's own.
func ExampleRows() {
	doc := verbatim.Parse(letter)
	rows, err := export.Rows(letter, doc, export.Bytes)
	if err != nil {
		log.Fatal(err)
	}
	stance, speaker, text := slices.Index(export.Columns(), "stance"), slices.Index(export.Columns(), "speaker"), slices.Index(export.Columns(), "text")
	for _, row := range rows {
		fmt.Println(row[speaker], row[stance]+":", row[text])
	}
	// Output:
	// Tomas Reyes asserted: We cannot keep this quiet
	// Tomas Reyes denied: that he had sent it
}

// The spans of a record for JavaScript.
func ExampleRecount() {
	const text = "🦊 “We are here,” said Ana Lopez."
	doc := verbatim.Parse(text)
	fmt.Println(doc.Messages[0].Content[0], export.Recount(text, doc, export.UTF16).Messages[0].Content[0])
	// Output: {8 19} {4 15}
}

// A list of the formats, for a help page.
func ExampleFormats() {
	for _, f := range export.Formats()[:3] {
		fmt.Println(f, f.Extension(), f.MediaType())
	}
	// Output:
	// json .json application/json
	// ndjson .ndjson application/x-ndjson
	// csv .csv text/csv; charset=utf-8
}

package large_test

import (
	"fmt"
	"log"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/large"
)

func Example() {
	model, err := large.Load()
	if err != nil {
		log.Fatal(err)
	}
	parser := verbatim.Parser{Model: model}
	doc := parser.Parse("the harbour master lena ortmann said on monday we have never seen ice like this and no boat will go out")
	for _, m := range doc.Messages {
		fmt.Printf("%s: %s\n", m.Speaker.Name, m.Text)
	}
	// Output:
	// Lena Ortmann: We have never seen ice like this and no boat will go out
}

package main

import (
	"encoding/json"
	"fmt"

	"github.com/verbatim-news/verbatim"
)

func Example() {
	main()
	// Output:
	// another reading differs in [model light]
	// asserted: I have the receipts
}

func Example_otherText() {
	stored, err := json.Marshal(verbatim.Parse(article))
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(check(stored, article+" No."))
	fmt.Println(check([]byte(`{"messages": 3}`), article))
	// Output:
	// the record is of another text
	// json: cannot unmarshal number into Go struct field Document.messages of type []verbatim.Message
}

package verbatimtest_test

import (
	"fmt"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

// What a test says of a document, and no more: it holds over versions of the model.
func ExampleExpect() {
	test := func(t *testing.T) {
		doc := verbatim.Parse("Greta Holm denied that she had seen the letter.")
		verbatimtest.Expect(t, doc).Message("seen the letter").From("Greta Holm").Stance(verbatim.StanceDenied)
	}
	_ = test
}

func ExampleDiff() {
	want := verbatim.Parse("“I have the receipts,” said Tomas Reyes.")
	got := verbatim.Parse("“I have no receipts,” said Tomas Reyes.")
	fmt.Print(verbatimtest.Diff(want, got, verbatimtest.IgnoreConfidence(), verbatimtest.IgnoreOffsets()))
	// Output:
	// message 0 “I have no receipts”
	//     text  “I have the receipts” → “I have no receipts”
}

func ExampleArticles() {
	for _, a := range verbatimtest.Articles() {
		fmt.Println(a.Name, len(a.Document.Messages))
	}
	// Output:
	// captions 3
	// emails 3
	// interview 4
	// letter-flat 5
	// letter 5
	// post 2
	// stances 6
}

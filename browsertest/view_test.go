package browsertest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

// published is when the articles of these tests appeared.
var published = time.Date(2025, 3, 6, 0, 0, 0, 0, time.UTC)

// pageOf returns the page of an article.
func pageOf(t testing.TB, text string) []byte {
	t.Helper()
	parser := verbatim.Parser{Published: published, Explain: true}
	return pageOfDocument(t, text, parser.Parse(text))
}

func pageOfDocument(t testing.TB, text string, doc *verbatim.Document) []byte {
	t.Helper()
	var page bytes.Buffer
	if err := htmlview.Write(&page, text, doc, htmlview.Options{}); err != nil {
		t.Fatal(err)
	}
	return page.Bytes()
}

// golden returns an article of the golden cases.
func golden(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "testdata", "parse", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(content), "---\n")
	if !found {
		t.Fatalf("%s has no line of dashes", name)
	}
	return text
}

// sample returns the article of the examples.
func sample(t testing.TB) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "testdata", "sample.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

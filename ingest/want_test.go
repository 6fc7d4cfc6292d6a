package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim/internal/wordtest"
)

// A wanted is an article as it should come out, from testdata/articles.
type wanted struct {
	title, lead string
	authors     []string
	published   time.Time
	text        string
}

// want reads the article of that name.
func want(t *testing.T, name string) wanted {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "articles", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	head, text, _ := strings.Cut(string(content), "\n\n")
	w := wanted{text: text}
	for line := range strings.Lines(head) {
		field, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch field {
		case "title":
			w.title = value
		case "lead":
			w.lead = value
		case "author":
			w.authors = append(w.authors, value)
		case "published":
			if w.published, err = time.Parse(time.RFC3339, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	return w
}

// missing and surplus count the words of the article that are not in the text, in
// the same order, and those of the text that are not in the article.
func (w wanted) compare(text string) (missing, surplus, words int) {
	wantedWords, gotWords := wordtest.Words(w.text), wordtest.Words(text)
	common := wordtest.InCommon(wantedWords, gotWords)
	return len(wantedWords) - common, len(gotWords) - common, len(wantedWords)
}

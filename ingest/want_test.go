package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
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
	wantedWords, gotWords := splitWords(w.text), splitWords(text)
	common := inCommon(wantedWords, gotWords)
	return len(wantedWords) - common, len(gotWords) - common, len(wantedWords)
}

func splitWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// inCommon returns the length of the longest common subsequence.
func inCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

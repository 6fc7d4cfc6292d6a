package ingest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestPages reads thirty pages in the shapes that news sites have.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) < 30 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, file := range pages {
		name, site, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".html"), "-")
		t.Run(name+" "+site, func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := document{path: file, content: content, zone: time.UTC}
			a, err := d.readPage()
			if err != nil {
				t.Fatal(err)
			}
			w := want(t, name)
			if missing, surplus, words := w.compare(withoutNotes(a.Text, w)); missing*50 > words || surplus > 0 {
				t.Errorf("%d of %d words are missing, %d are not the article's:\n%s", missing, words, surplus, a.Text)
			}
			if a.Title != w.title {
				t.Errorf("title %q, want %q", a.Title, w.title)
			}
			if site == "mercury" { // which gives the day alone
				w.published = w.published.Truncate(24 * time.Hour)
			}
			if !a.Published.Equal(w.published) {
				t.Errorf("published %v (%s), want %v", a.Published, a.Dated, w.published)
			}
			if !slices.Equal(a.Byline, w.authors) {
				t.Errorf("byline %q, want %q", a.Byline, w.authors)
			}
		})
	}
}

// withoutNotes leaves out the paragraphs that a page may have around the article: the
// line below the headline, the note of a correction and the time of a post of a live page.
func withoutNotes(text string, w wanted) string {
	paragraphs := strings.Split(text, "\n\n")
	return strings.Join(slices.DeleteFunc(paragraphs, func(p string) bool {
		return p == w.lead || strings.HasPrefix(p, "• This article was amended") || len(p) == len("22.10") && p[2] == '.'
	}), "\n\n")
}

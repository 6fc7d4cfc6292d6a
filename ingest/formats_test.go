package ingest

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestFiles reads the files of every format. Words are compared, and what a format
// tells beside them.
func TestFiles(t *testing.T) {
	list, err := os.ReadFile("testdata/files.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(list)) {
		file, articles, listed := strings.Cut(line, ": ")
		if !listed || line[0] == '#' {
			continue
		}
		t.Run(file, func(t *testing.T) {
			read(t, new(Reader), file, strings.Fields(articles))
		})
	}
}

// read reads a file and compares its articles with those of the names.
func read(t *testing.T, r *Reader, file string, names []string) {
	t.Helper()
	in, err := os.Open(path.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	n := 0
	for a, err := range r.Open(in, Hint{Name: file}) {
		if err != nil {
			t.Errorf("error: %v", err)
			continue
		}
		if n == len(names) {
			t.Fatalf("another article %s: %.200q", a.Path, a.Text)
		}
		check(t, a, want(t, names[n]))
		n++
	}
	if n < len(names) {
		t.Errorf("%d articles, want %q", n, names)
	}
}

// check compares an article with what it should be.
func check(t *testing.T, a *Article, w wanted) {
	t.Helper()
	text := a.Text
	if a.Format == FormatSubRip || a.Format == FormatWebVTT {
		text = spokenWords(text)
	}
	if missing, surplus, words := w.compare(withoutNotes(text, w)); missing*50 > words || surplus > 0 {
		t.Errorf("%s: %d of %d words are missing, %d are not the article's:\n%s", a.Path, missing, words, surplus, a.Text)
	}
	switch a.Format {
	case FormatText, FormatSubRip, FormatWebVTT: // the words alone
		return
	}
	if a.Title != w.title {
		t.Errorf("%s: title %q, want %q", a.Path, a.Title, w.title)
	}
	if a.Format == FormatPDF { // which has the day in its byline
		y, m, d := w.published.Date()
		w.published = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	if !a.Published.Equal(w.published) {
		t.Errorf("%s: published %v (%s), want %v", a.Path, a.Published, a.Dated, w.published)
	}
	if !slices.Equal(a.Byline, w.authors) {
		t.Errorf("%s: byline %q, want %q", a.Path, a.Byline, w.authors)
	}
	if a.ID == "" || a.Path == "" || a.Format == "" {
		t.Errorf("id %q, path %q, format %q", a.ID, a.Path, a.Format)
	}
	for _, remark := range a.Remarks {
		t.Errorf("%s: %v", a.Path, remark)
	}
}

// spokenWords returns the words of captions without times, numbers and voices.
func spokenWords(captions string) string {
	var lines []string
	for l := range strings.Lines(captions) {
		l = strings.TrimSpace(l)
		if strings.Contains(l, "-->") || strings.Trim(l, "0123456789") == "" || strings.HasPrefix(l, "WEBVTT") || strings.HasPrefix(l, "Kind:") || strings.HasPrefix(l, "Language:") {
			continue
		}
		lines = append(lines, strings.TrimPrefix(l, "<v Newsreader>"))
	}
	return strings.Join(lines, " ")
}

func TestMappedFields(t *testing.T) {
	read(t, &Reader{Fields: Fields{Text: "body.content", Published: "meta.date", ID: "guid"}}, "lines/mapped.ndjson", []string{"school", "strike"})
	read(t, &Reader{Fields: Fields{Text: "body.content", Published: "meta.date", ID: "guid", Byline: "by"}}, "tables/mapped.csv", []string{"budget"})
}

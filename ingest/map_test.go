package ingest

import (
	"bytes"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/wordtest"
)

// mapped are files whose articles lead back to the bytes of one document, which is the file
// itself.
func mapped(t *testing.T) (paths []string) {
	for _, pattern := range []string{"pages/*.html", "ninjs/*.json", "nitf/*", "captions/*", "markdown/*", "text/*", "mail/harbour.eml"} {
		found, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		paths = append(paths, found...)
	}
	return paths
}

// TestWayBack fails where a letter leads to other bytes than those that it was made
// of, and where more than the marks of quotations has no origin.
func TestWayBack(t *testing.T) {
	for _, file := range mapped(t) {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range Open(bytes.NewReader(content), Hint{Name: file}) {
			if err != nil {
				t.Fatal(err)
			}
			wayBack(t, content, a)
		}
	}
}

func wayBack(t *testing.T, content []byte, a *Article) {
	t.Helper()
	origin := make([]bool, len(a.Text))
	end := 0
	for text, source := range a.Source.Pieces() {
		if text.Start < end || text.Len() == 0 || text.End > len(a.Text) || source.Start < 0 || source.End > len(content) || source.Len() == 0 {
			t.Fatalf("%s: piece %v of %v", a.Path, text, source)
		}
		end = text.End
		for i := text.Start; i < text.End; i++ {
			origin[i] = true
		}
		mark := content[:0]
		if bytes.HasPrefix(content, []byte("\xff\xfe")) {
			mark = content[:2:2]
		}
		if got, want := written(append(mark, content[source.Start:source.End]...)), text.In(a.Text); !alike(got, want) {
			t.Errorf("%s: %q at %v was made of %q", a.Path, want, text, got)
		}
	}
	for i, r := range a.Text {
		if !origin[i] && !strings.ContainsRune(" \n“”‘’", r) {
			t.Errorf("%s: byte %d of %q has no origin", a.Path, i, a.Text[max(0, i-20):min(len(a.Text), i+20)])
			return
		}
	}
}

// written returns what bytes of a document stand for.
func written(source []byte) string {
	text, _ := decode(source, "")
	switch string(source) {
	case `\u201c`, `\u201d`, `\u2018`, `\u2019`, `\u2014`, `\u00a3`, `\n`, `\"`, `\u0107`, `\u00e9`:
		text, _ = escaped(source)
	}
	return html.UnescapeString(text)
}

// alike reports whether the bytes stand for the text, but for double marks within
// marks, which are single ones in the text, and white space.
func alike(source, text string) bool {
	single := strings.NewReplacer("“", "‘", "”", "’", "\u00a0", " ", "\x00", "", "\r\n", "\n")
	return single.Replace(source) == single.Replace(text) || len(source) > 0 && source[0] >= 0x80
}

var tag = regexp.MustCompile(`<[^>]*>`)

// TestQuotationsLeadBack parses pages and looks for the words of each quotation in the
// bytes of the page to which its spans lead.
func TestQuotationsLeadBack(t *testing.T) {
	parser := verbatim.Parser{Light: true}
	quotations := 0
	for _, file := range mapped(t)[:30] {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range Open(bytes.NewReader(content), Hint{Name: file}) {
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range parser.FindQuotes(a.Text) {
				for _, s := range q.Verbatim {
					source, ok := a.Source.Original(s)
					if !ok {
						t.Errorf("%s: %q has no origin", file, s.In(a.Text))
						continue
					}
					raw, _ := decode(content[source.Start:source.End], "text/html; charset=windows-1252")
					got := wordtest.Words(html.UnescapeString(tag.ReplaceAllString(raw, "")))
					if want := wordtest.Words(s.In(a.Text)); strings.Join(got, " ") != strings.Join(want, " ") {
						t.Errorf("%s: %q leads to %q", file, want, got)
					}
					quotations++
				}
			}
		}
	}
	if quotations < 100 {
		t.Errorf("only %d quotations", quotations)
	}
}

// TestFlattenedLeadsBack goes from spans of the flattened text over the published one to
// the bytes of the file, for runs of words of every article.
func TestFlattenedLeadsBack(t *testing.T) {
	const words = 7
	for _, file := range mapped(t) {
		if strings.HasSuffix(file, "football.txt") || strings.HasSuffix(file, ".json") || strings.Contains(file, "captions") {
			continue // whose bytes are no words as they stand, or have times between them
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range Open(bytes.NewReader(content), Hint{Name: file}) {
			if err != nil {
				t.Fatal(err)
			}
			flat := verbatim.Flatten(a.Text)
			for start := 0; start < len(flat.Text); {
				end := start
				for range words {
					next := strings.IndexByte(flat.Text[min(end+1, len(flat.Text)):], ' ')
					if next < 0 {
						end = len(flat.Text)
						break
					}
					end += 1 + next
				}
				span := verbatim.Span{Start: start, End: end}
				source, ok := a.Source.Original(flat.Original(span))
				raw, _ := decode(content[source.Start:source.End], "text/html; charset=windows-1252")
				got := verbatim.Flatten(html.UnescapeString(tag.ReplaceAllString(raw, " "))).Text
				if inOrder := wordtest.InCommon(strings.Fields(got), strings.Fields(span.In(flat.Text))); !ok || inOrder < len(strings.Fields(span.In(flat.Text))) {
					t.Errorf("%s: %q leads to %q", file, span.In(flat.Text), raw)
				}
				start = end + 1
			}
		}
	}
}

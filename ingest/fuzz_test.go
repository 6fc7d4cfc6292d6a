package ingest

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// FuzzOpen holds what is true of any bytes at all: they are read to their end, an
// error is one of ours, text is UTF-8, and pieces lie in both texts, in order.
func FuzzOpen(f *testing.F) {
	for _, pattern := range []string{"pages/*-live.html", "pages/*-mercury.html", "ninjs/*", "nitf/*", "feeds/*", "warc/plain.warc", "captions/m*", "mail/*", "markdown/*", "lines/*", "tables/*", "archives/*.zip", "docx/merger.docx", "pdf/harbour.pdf", "malformed/*"} {
		paths, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(paths) == 0 {
			f.Fatalf("%s: %d files, %v", pattern, len(paths), err)
		}
		for _, path := range paths {
			content, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content, filepath.Base(path))
		}
	}
	f.Fuzz(func(t *testing.T, content []byte, name string) {
		r := Reader{Limits: Limits{Document: 1 << 20, Members: 100}}
		for a, err := range r.Open(bytes.NewReader(content), Hint{Name: name}) {
			if err != nil {
				var known *Error
				if !errors.As(err, &known) || a != nil {
					t.Errorf("%T with %v", err, a)
				}
				continue
			}
			if !utf8.ValidString(a.Text) || a.Text == "" {
				t.Errorf("%s: text %q", a.Path, a.Text)
			}
			end := 0
			for text, source := range a.Source.Pieces() {
				if text.Start < end || text.End > len(a.Text) || text.Len() <= 0 || source.Start < 0 || source.End < source.Start {
					t.Fatalf("%s: piece %v of %v", a.Path, text, source)
				}
				end = text.End
			}
		}
	})
}

package export_test

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// FuzzEncode writes every form of any text, and of a document with any strings: the
// file is whole, is UTF-8 and holds nothing that a terminal acts on.
func FuzzEncode(f *testing.F) {
	for _, trick := range tricks {
		f.Add(trick+" said “"+trick+"” on Monday. He denied it at t.co/a1b2c3", trick)
	}
	formats := export.Formats()
	parser := verbatim.Parser{Light: true}
	f.Fuzz(func(t *testing.T, text, name string) {
		doc := parser.Parse(text)
		doc.ID = name
		for _, c := range []testCase{{"parsed", text, doc}, {"made", name + " said it", documentOf(name, name+" said it")}} {
			for n, format := range formats {
				if format.Binary() || format == export.HTML {
					continue // archives hold files of the others, and pages have a fuzz test of their own
				}
				var out bytes.Buffer
				e := export.NewEncoder(&out, format, export.Options{Units: []export.Unit{export.Bytes, export.Runes, export.UTF16}[n%3]})
				if err := e.Encode(c.text, c.doc); err != nil {
					t.Fatalf("%s of %q: %v", format, c.text, err)
				}
				if err := e.Close(); err != nil {
					t.Fatal(err)
				}
				wholes[format](t, out.Bytes())
				if !utf8.Valid(out.Bytes()) {
					t.Errorf("%s of %q is not UTF-8", format, c.text)
				}
			}
		}
	})
}

// discarded is where a document is written to nothing.
func discarded(t *testing.T, format export.Format, text string, doc *verbatim.Document) {
	e := export.NewEncoder(io.Discard, format, export.Options{Units: export.UTF16})
	if err := errors.Join(e.Encode(text, doc), e.Close()); err != nil {
		t.Error(err)
	}
}

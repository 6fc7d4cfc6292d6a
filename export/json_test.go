package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// rangesOf writes spans as the forms do.
func rangesOf(spans ...verbatim.Span) string {
	parts := make([]string, len(spans))
	for n, s := range spans {
		parts[n] = fmt.Sprintf("%d-%d", s.Start, s.End)
	}
	return strings.Join(parts, " ")
}

// isHostile reports whether a terminal or a page does something on r.
func isHostile(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// TestJSON reads the records back as they were.
func TestJSON(t *testing.T) {
	all := cases(t)
	var array, lines []*verbatim.Document
	if err := json.Unmarshal(written(t, export.JSON, export.Options{}, all...), &array); err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(written(t, export.NDJSON, export.Options{}, all...)) {
		doc := new(verbatim.Document)
		if err := json.Unmarshal(line, doc); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, doc)
	}
	if diff := cmp.Diff(array, lines); diff != "" {
		t.Errorf("json and ndjson have other records (-json +ndjson):\n%s", diff)
	}
	if len(lines) != len(all) {
		t.Fatalf("%d records of %d documents", len(lines), len(all))
	}
	for n, c := range all {
		if strings.HasPrefix(c.name, "hostile") { // invalid bytes do not come back
			continue
		}
		if err := lines[n].Validate(c.text); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.doc, lines[n], cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s does not come back (-written +read):\n%s", c.name, diff)
		}
	}
}

// TestRecount counts in each unit what the spans cover.
func TestRecount(t *testing.T) {
	const text = "Ça va, dit-il. 🦊 “Nous sommes là,” said Élodie Ñandú on 3 February 2024."
	doc := verbatim.Parse(text)
	before, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []export.Unit{"", export.Bytes, export.Runes, export.UTF16} {
		recounted := export.Recount(text, doc, unit)
		spans := 0
		for s := range recounted.AllSpans() {
			spans++
			if s.Start == 0 && s.End == 0 {
				t.Errorf("%q: an empty span", unit)
			}
		}
		if spans == 0 {
			t.Fatal("the document has no spans")
		}
		m := recounted.Messages[0]
		if got, want := sliced(text, m.Content[0], unit), doc.Messages[0].Content[0].In(text); got != want {
			t.Errorf("%q: the content is %q; want %q", unit, got, want)
		}
	}
	after, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("Recount changes the document that it is given")
	}
}

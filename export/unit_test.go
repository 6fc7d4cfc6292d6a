package export_test

import (
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// sliced is what a span in unit covers, sliced as another language would.
func sliced(text string, s verbatim.Span, unit export.Unit) string {
	switch unit {
	case export.Runes:
		return string([]rune(text)[s.Start:s.End])
	case export.UTF16:
		return string(utf16.Decode(utf16.Encode([]rune(text))[s.Start:s.End]))
	}
	return s.In(text)
}

// TestUnits compares the spans of each form that leaves the unit open with those of
// the document recounted.
func TestUnits(t *testing.T) {
	const text = "🦊 “Nous sommes là,” said Élodie Ñandú. Ben Okafor denied that he – 🦊 – was there."
	c := testCase{"units", text, verbatim.Parse(text)}
	if len(c.doc.Messages) != 2 {
		t.Fatalf("%d messages; want 2", len(c.doc.Messages))
	}
	for _, unit := range []export.Unit{export.Bytes, export.Runes, export.UTF16} {
		options := export.Options{Units: unit}
		for format, read := range map[export.Format]func(*testing.T, []byte) []fact{
			export.CSV: readCSV, export.JSONLD: readJSONLD, export.CoNLL: readCoNLL,
		} {
			if diff := cmp.Diff(factsOf(c, unit), read(t, written(t, format, options, c))); diff != "" {
				t.Errorf("%s in %s (-document +read):\n%s", format, unit, diff)
			}
		}
	}
}

func TestUnitValid(t *testing.T) {
	for unit, want := range map[export.Unit]bool{export.Bytes: true, export.Runes: true, export.UTF16: true, "": false, "words": false} {
		if got := unit.Valid(); got != want {
			t.Errorf("Unit(%q).Valid() = %v", unit, got)
		}
	}
}

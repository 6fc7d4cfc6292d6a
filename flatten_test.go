package verbatim_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// TestFlattenTable compares with testdata/flatten.tsv: name, text, flattened
// text and byte offsets, tab-separated, the last three in JSON. The
// expectations were computed with Python 3.11 (Unicode 14) as
//
//	words = list(re.finditer(r'[^\W_]+', text))
//	flat = ' '.join(word.group().lower() for word in words)
//	offsets = [len(text[:word.start()].encode()) for word in words]
func TestFlattenTable(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("testdata", "flatten.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(table) {
		fields := bytes.Split(bytes.TrimSuffix(line, []byte("\n")), []byte("\t"))
		var (
			text, want  string
			wantOffsets []int
		)
		for i, target := range []any{&text, &want, &wantOffsets} {
			if err := json.Unmarshal(fields[i+1], target); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		t.Run(string(fields[0]), func(t *testing.T) {
			got := verbatim.Flatten(text)
			if got.Text != want {
				t.Errorf("Flatten(%+q)\n got %+q\nwant %+q", text, got.Text, want)
			}
			if diff := cmp.Diff(wantOffsets, startsOf(originals(got)), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("Flatten(%+q): words began at (-want +got):\n%s", text, diff)
			}
		})
	}
}

// Invalid UTF-8 has no counterpart in Python's text.
func TestFlattenInvalid(t *testing.T) {
	tests := []struct {
		text, want string
		offsets    []int
	}{
		{"a\xffb", "a b", []int{0, 2}},
		{"\xc3", "", nil},
		{"caf\xc3", "caf", []int{0}},
		{"caf\xc3\xa9\xa9s", "café s", []int{0, 6}},
		{"a\xed\xa0\x80b", "a b", []int{0, 4}}, // half of a surrogate pair
		{"x\xf0\x9f\x98", "x", []int{0}},
	}
	for _, test := range tests {
		got := verbatim.Flatten(test.text)
		if offsets := startsOf(originals(got)); got.Text != test.want || !cmp.Equal(test.offsets, offsets, cmpopts.EquateEmpty()) {
			t.Errorf("Flatten(%q) = %q, %v; want %q, %v", test.text, got.Text, offsets, test.want, test.offsets)
		}
	}
}

// TestFlattenThereAndBack makes texts of known words with marks between them:
// flattening gives the words, and the offsets lead back to where they stood.
func TestFlattenThereAndBack(t *testing.T) {
	words := []string{"a", "Ana", "LOPEZ", "été", "МОСКВА", "東京", "5", "３", "x86", "ﬁ", "שלום", "السلام", "𐐀", "Straße"}
	marks := []string{" ", ", ", "’", "-", "_", "\n\n", "“", " \x00 ", "\xff", "…", "👍", " — ", "\u0301", "\u200d"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2_000 {
		var text strings.Builder
		var written []string
		var offsets []int
		for range random.IntN(12) {
			text.WriteString(marks[random.IntN(len(marks))])
			offsets = append(offsets, text.Len())
			written = append(written, words[random.IntN(len(words))])
			text.WriteString(written[len(written)-1])
		}
		text.WriteString(marks[random.IntN(len(marks))])

		flat := verbatim.Flatten(text.String())
		got := originals(flat)
		if diff := cmp.Diff(offsets, startsOf(got), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("Flatten(%q): words began at (-want +got):\n%s", text.String(), diff)
		}
		flatWords := strings.Fields(flat.Text)
		for i, back := range got {
			if back.In(text.String()) != written[i] {
				t.Fatalf("Flatten(%q): word %d leads back to %q; want %q", text.String(), i, back.In(text.String()), written[i])
			}
			if lower := strings.ToLower(written[i]); flatWords[i] != lower {
				t.Fatalf("Flatten(%q): word %d is %q; want %q", text.String(), i, flatWords[i], lower)
			}
		}
	}
}

// originals leads every word of a flattened text back.
func originals(flat verbatim.FlatText) []verbatim.Span {
	var spans []verbatim.Span
	at := 0
	for _, word := range strings.Fields(flat.Text) {
		spans = append(spans, flat.Original(verbatim.Span{Start: at, End: at + len(word)}))
		at += len(word) + 1
	}
	return spans
}

func startsOf(spans []verbatim.Span) []int {
	starts := make([]int, len(spans))
	for i, s := range spans {
		starts[i] = s.Start
	}
	return starts
}

// TestOriginal leads pieces of a flattened text back that are no whole words.
func TestOriginal(t *testing.T) {
	const text = "“İzmir,” said ANA Lopez."
	flat := verbatim.Flatten(text)
	for _, test := range []struct{ piece, want string }{
		{"said ana", "said ANA"},
		{"aid an", "aid AN"},
		{"said", "said"},
		{flat.Text, "İzmir,” said ANA Lopez"},
		{"zmir said", "İzmir,” said"}, // the first word is longer flattened: taken whole
		{" ", ""},
	} {
		at := strings.Index(flat.Text, test.piece)
		got := flat.Original(verbatim.Span{Start: at, End: at + len(test.piece)})
		if got.In(text) != test.want {
			t.Errorf("%q leads back to %q; want %q", test.piece, got.In(text), test.want)
		}
	}
	if got := (verbatim.FlatText{}).Original(verbatim.Span{}); got != (verbatim.Span{}) {
		t.Errorf("the empty text leads back to %v", got)
	}
}

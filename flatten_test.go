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
			got, offsets := verbatim.Flatten(text)
			if got != want {
				t.Errorf("Flatten(%+q)\n got %+q\nwant %+q", text, got, want)
			}
			if diff := cmp.Diff(wantOffsets, offsets, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("Flatten(%+q): offsets (-want +got):\n%s", text, diff)
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
		got, offsets := verbatim.Flatten(test.text)
		if got != test.want || !cmp.Equal(test.offsets, offsets, cmpopts.EquateEmpty()) {
			t.Errorf("Flatten(%q) = %q, %v; want %q, %v", test.text, got, offsets, test.want, test.offsets)
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

		flat, got := verbatim.Flatten(text.String())
		if diff := cmp.Diff(offsets, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("Flatten(%q): offsets (-want +got):\n%s", text.String(), diff)
		}
		flatWords := strings.Fields(flat)
		for i, at := range got {
			if !strings.HasPrefix(text.String()[at:], written[i]) {
				t.Fatalf("Flatten(%q): word %d leads back to %q; want %q", text.String(), i, text.String()[at:], written[i])
			}
			if lower := strings.ToLower(written[i]); flatWords[i] != lower {
				t.Fatalf("Flatten(%q): word %d is %q; want %q", text.String(), i, flatWords[i], lower)
			}
		}
	}
}

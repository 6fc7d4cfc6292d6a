package lean

import (
	"bytes"
	"compress/flate"
	"encoding/hex"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/tagger"
)

// full is the file of the library's weights.
func full(t *testing.T) []byte {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("..", "..", "..", "internal", "tagger", "weights.bin"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestWeights checks that lean weights are less than half as large once they are
// compressed, and that the tagger finds with them what it finds with the others.
func TestWeights(t *testing.T) {
	file := full(t)
	lean, sum, err := Weights(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(lean) != len(file) {
		t.Errorf("%d bytes, want the %d of the file", len(lean), len(file))
	}
	if before, after := deflated(t, file), deflated(t, lean); after > before*42/100 {
		t.Errorf("compressed, %d bytes of %d are left", after, before)
	}
	again, sumAgain, _ := Weights(file)
	if !bytes.Equal(lean, again) || sum != sumAgain {
		t.Error("other bytes the second time")
	}
	words := words(t)
	want, got := read(t, file, words), read(t, lean, words)
	if len(want) < 5 || !slices.Equal(got, want) {
		t.Errorf("the tagger finds %v, with the full weights %v", got, want)
	}
}

func deflated(t *testing.T, file []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(file); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// words are those of a news text in short words, flattened.
func words(t *testing.T) []tagger.Word {
	t.Helper()
	const text = `the mayor said on monday that the bridge will stay closed until the spring
we will not open it before it is safe she told reporters
the union denied that its members had been asked to work at night
according to the report nobody had looked at the cables since 2009
i have never seen that letter mr holm wrote in an email to the council
the company said it would appeal`
	var words []tagger.Word
	for form := range strings.FieldsSeq(text) {
		words = append(words, tagger.Word{Form: form, Before: tagger.Unknown})
	}
	return words
}

// A found attribution, by the words it begins with.
type found struct{ source, content int }

func read(t *testing.T, weights []byte, words []tagger.Word) (all []found) {
	t.Helper()
	model, err := tagger.Decode(weights)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range model.Read(words, nil).Attributions {
		f := found{source: a.Source.First, content: -1}
		if len(a.Content) > 0 {
			f.content = a.Content[0].First
		}
		all = append(all, f)
	}
	return all
}

// TestRounded checks every number of every word against what it was.
func TestRounded(t *testing.T) {
	file := full(t)
	lean, _, err := Weights(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after := tables(t, file), tables(t, lean)
	where := map[string]int{}
	for k, word := range after.words {
		where[word] = k
	}
	for row, word := range before.words {
		to, ok := where[word]
		if !ok {
			t.Fatalf("%q is not there any more", word)
		}
		for j, was := range before.rows.row(row) {
			wasValue := float64(int8(was)) * float64(before.rows.scales[row])
			value := float64(int8(after.rows.row(to)[j])) * float64(after.rows.scales[to])
			if math.Abs(value-wasValue) > float64(stepOf(row))/2*1.001 {
				t.Fatalf("number %d of %q is %v, was %v", j, word, value, wasValue)
			}
		}
	}
}

type wordTable struct {
	words []string
	rows  section
}

func tables(t *testing.T, file []byte) (w wordTable) {
	t.Helper()
	sections, err := readSections(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		switch s.name {
		case vocabularySection:
			w.words = strings.Split(string(s.data), "\n")
		case wordsSection:
			w.rows = s
		}
	}
	return w
}

func TestBrokenFiles(t *testing.T) {
	file := full(t)
	damaged := slices.Clone(file)
	damaged[len(damaged)/2] ^= 1
	for name, file := range map[string][]byte{
		"nothing": nil, "a head": file[:16], "cut": file[:len(file)-1], "damaged": damaged,
		"no sections":   writeSections(nil),
		"other lengths": writeSections([]section{{name: vocabularySection, kind: kindText, rows: 1, columns: 1, data: []byte("a")}, {name: wordsSection, kind: kindBytes, rows: 2, columns: 1, scales: []float32{1, 1}, data: []byte{1, 2}}}),
	} {
		if _, _, err := Weights(file); !errors.Is(err, ErrForm) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The weights of gists go with whatever weights they are given for.
func TestGists(t *testing.T) {
	file := append(make([]byte, 32), "the rest"...)
	sum := strings.Repeat("ab", 32)
	got, err := Gists(file, sum)
	if err != nil || hex.EncodeToString(got[:32]) != sum || string(got[32:]) != "the rest" {
		t.Errorf("got %x, %v", got, err)
	}
	for _, bad := range []struct {
		file []byte
		sum  string
	}{{file[:32], sum}, {file, "ab"}, {file, "zz"}} {
		if _, err := Gists(bad.file, bad.sum); !errors.Is(err, ErrForm) {
			t.Errorf("%q with %q: %v", bad.file, bad.sum, err)
		}
	}
}

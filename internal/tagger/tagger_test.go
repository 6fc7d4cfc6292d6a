package tagger

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash/crc32"
	"math"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// model loads the embedded model or ends the test.
func model(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// split cuts a text into words; a flattened one has neither marks nor case.
func split(text string, flattened bool) []Word {
	var words []Word
	gap := 0
	for at := 0; at < len(text); {
		end := at
		for _, r := range text[at:] {
			if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
				break
			}
			end += len(string(r))
		}
		if end == at {
			_, size := firstRune(text[at:])
			at += size
			continue
		}
		word := Word{Form: strings.ToLower(text[at:end]), Before: Unknown}
		if !flattened {
			word.Shape, word.Before = ShapeOf(text[at:end]), MarksBetween(text[gap:at], len(words) == 0)
		}
		words = append(words, word)
		at, gap = end, end
	}
	return words
}

func firstRune(s string) (rune, int) {
	for k, r := range s {
		if k > 0 {
			return 0, k
		}
		_ = r
	}
	return 0, len(s)
}

// The training code's forward pass gives testdata/vectors.json; the run-time's
// gives the same numbers.
func TestScoresAreTheTrainingCodes(t *testing.T) {
	file, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Text      string
		Published bool
		Forms     []string
		Marks     []Marks
		Shapes    []int
		Scores    [][]float32
	}
	if err := json.Unmarshal(file, &vectors); err != nil {
		t.Fatal(err)
	}
	m := model(t)
	for _, v := range vectors {
		words := split(v.Text, !v.Published)
		if len(words) != len(v.Forms) {
			t.Fatalf("%q has %d words, want %d", v.Text, len(words), len(v.Forms))
		}
		for k, w := range words {
			if w.Form != v.Forms[k] || w.Before != v.Marks[k] || int(w.Shape) != v.Shapes[k] {
				t.Errorf("%q: word %d is %+v, want %q, marks %b, shape %d", v.Text, k, w, v.Forms[k], v.Marks[k], v.Shapes[k])
			}
		}
		eachScore(m, words, func(k int, row []float32) {
			for j, got := range row {
				if want := v.Scores[k][j]; math.Abs(float64(got-want)) > 1e-5 {
					t.Errorf("%q: word %d (%s), column %d: %v, want %v", v.Text, k, words[k].Form, j, got, want)
				}
			}
		})
	}
}

// eachScore calls use with every word's scores.
func eachScore(m *Model, words []Word, use func(k int, row []float32)) {
	m.scorer.eachBlock(words, func(first int, b *block) {
		for k := range b.rows {
			use(first+k, b.row(k))
		}
	})
}

func TestWrongWeightsAreTypedErrors(t *testing.T) {
	good := embedded
	bad := map[string][]byte{
		"empty":     nil,
		"other":     []byte(strings.Repeat("something else entirely ", 9)),
		"truncated": good[:len(good)/2],
		"no end":    good[:len(good)-1],
		"one bit":   append([]byte(nil), good...),
		"version":   append([]byte(nil), good...),
		"sections":  append([]byte(nil), good...),
	}
	bad["one bit"][len(good)/3] ^= 4
	binary.LittleEndian.PutUint32(bad["version"][len(magic):], version+1)
	binary.LittleEndian.PutUint32(bad["sections"][len(magic)+4:], 3)
	for _, name := range []string{"version", "sections"} {
		body := bad[name][:len(good)-checksumSize]
		binary.LittleEndian.PutUint32(bad[name][len(body):], crc32.ChecksumIEEE(body))
	}
	for name, file := range bad {
		m, err := Decode(file)
		var want *WeightsError
		if m != nil || !errors.As(err, &want) {
			t.Errorf("%s: got %v, %v; want a *WeightsError", name, m, err)
		}
	}
}

// Whatever the header says, a file with a valid checksum is refused or read,
// never a panic.
func TestMangledSectionsDoNotPanic(t *testing.T) {
	for at := len(magic); at < 400; at++ {
		file := append([]byte(nil), embedded[:4096]...)
		file[at] ^= 0xff
		body := file[:len(file)-checksumSize]
		binary.LittleEndian.PutUint32(file[len(body):], crc32.ChecksumIEEE(body))
		if _, err := Decode(file); err == nil {
			t.Errorf("byte %d changed: no error", at)
		}
	}
}

const said = "the harbour master peter lindqvist said on tuesday we have never seen ice like this and i will not send a boat out " +
	"until it breaks the ferry company said that passengers would be paid back "

func TestFlattenedSpeechIsFound(t *testing.T) {
	words := split(said, true)
	got := model(t).Read(words, nil)
	if len(got.Restored) != len(words) {
		t.Fatalf("%d restored words, want %d", len(got.Restored), len(words))
	}
	text := func(s Span) string {
		var out []string
		for _, w := range words[s.First:s.Last] {
			out = append(out, w.Form)
		}
		return strings.Join(out, " ")
	}
	if len(got.Attributions) != 2 {
		t.Fatalf("got %+v, want 2 attributions", got.Attributions)
	}
	a, b := got.Attributions[0], got.Attributions[1]
	if !strings.HasSuffix(text(a.Source), "peter lindqvist") || a.Form == Indirect || len(a.Cue) == 0 || text(a.Cue[0]) != "said" {
		t.Errorf("first attribution is %+v: source %q", a, text(a.Source))
	}
	if text(b.Source) != "the ferry company" || b.Form != Indirect || len(b.Verbatim) != 0 {
		t.Errorf("second attribution is %+v: source %q", b, text(b.Source))
	}
	for _, x := range got.Attributions {
		if !(x.Confidence > 0 && x.Confidence <= 1) {
			t.Errorf("confidence %v is no chance", x.Confidence)
		}
	}
}

func TestQuotationMarksAreObeyed(t *testing.T) {
	const text = `"The well is dry," said Amina Solheim. The council said that it would drill again.`
	words := split(text, false)
	got := model(t).Read(words, []Run{{0, 4}})
	if len(got.Attributions) == 0 || got.Attributions[0].Form != Direct || len(got.Attributions[0].Verbatim) != 1 {
		t.Fatalf("got %+v, want a direct attribution first", got.Attributions)
	}
	if v := got.Attributions[0].Verbatim[0]; v.First != 0 || v.Last != 4 {
		t.Errorf("verbatim is [%d, %d), want the quoted words [0, 4)", v.First, v.Last)
	}
	for _, a := range model(t).Read(words, []Run{}).Attributions {
		if a.Form != Indirect {
			t.Errorf("%+v has verbatim words though no quotation is known", a)
		}
	}
}

func TestSpansAreOrderedAndInBounds(t *testing.T) {
	odd := []Word{{}, {Form: "\xff"}, {Form: strings.Repeat("x", 1e5)}, {Form: "said", Before: ^Marks(0), Shape: 200}}
	texts := [][]Word{nil, odd, odd[3:], split(strings.Repeat("said ", 1000), true), split(strings.Repeat(said, 50), true)}
	for _, words := range texts {
		for _, quotes := range [][]Run{nil, {}, {{-5, 2}, {3, math.MaxInt32}, {9, 2}}} {
			end := -1
			for _, a := range model(t).Read(words, quotes).Attributions {
				for _, s := range append(append([]Span{a.Source}, a.Cue...), a.Content...) {
					if !s.Empty() && (s.First < 0 || s.Last > len(words)) {
						t.Fatalf("span %+v of %d words", s, len(words))
					}
				}
				for _, s := range a.Content {
					if s.First < end || s.Empty() {
						t.Fatalf("content %+v begins before %d, where the one before ends", s, end)
					}
					end = s.Last
				}
			}
		}
	}
}

// A long text gives what its parts give, exactly, away from where they were cut.
func TestALongTextGivesWhatItsPartsGive(t *testing.T) {
	const paragraph = "The harbour master, Peter Lindqvist, said on Tuesday: “We have never seen ice like this, and I will not send a boat out.” " +
		"The ferry company said that passengers would be paid back. Nobody else in the town of three thousand had anything to add.\n\n"
	m := model(t)
	columns := headColumns
	scores := func(words []Word) []float32 {
		var out []float32
		eachScore(m, words, func(_ int, row []float32) { out = append(out, row...) })
		return out
	}
	for _, flattened := range []bool{false, true} {
		words := split(strings.Repeat(paragraph, 60), flattened)
		whole := scores(words)
		for _, cut := range []int{windowWords, 2 * windowWords, 4 * windowWords} {
			first, rest := scores(words[:cut]), scores(words[cut:])
			if away := (cut - windowWords) * columns; !slices.Equal(first[:away], whole[:away]) {
				t.Errorf("flattened %v: the first %d words have other scores alone than in the whole", flattened, cut)
			}
			if away := windowWords * columns; !slices.Equal(rest[away:], whole[cut*columns+away:]) {
				t.Errorf("flattened %v: the words after %d have other scores alone than in the whole", flattened, cut)
			}
		}
	}
}

// Every kernel reads every text alike, to the last bit of every confidence.
func TestKernelsReadAlike(t *testing.T) {
	texts := [][]Word{
		split("Said", false), split(said, true), split(strings.Repeat(said, 12), true), split(strings.Repeat(said, 29), true),
		split(strings.Repeat("The well is “dry”, said Amina Solheim; nobody asked why.\n", 70), false), {{}, {Form: "\xff"}, {Form: "said"}},
	}
	read := func(k kernel.Kernel) (readings []Reading) {
		m, err := decodeEmbedded(k)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range texts {
			readings = append(readings, m.Read(words, nil))
		}
		return readings
	}
	want := read(kernel.Reference{})
	for _, k := range kernel.All()[1:] {
		for n, got := range read(k) {
			if !reflect.DeepEqual(got, want[n]) {
				t.Errorf("%s reads text %d, of %d words, in another way than plain Go", k.Name(), n, len(texts[n]))
			}
		}
	}
}

// A short text that is read after a long one finds nothing of it.
func TestReadingsLeaveNothingBehind(t *testing.T) {
	m := model(t)
	short, long := split(said, true), split(strings.Repeat("“No,” she said. ", 400), false)
	want := m.Read(short, nil)
	m.Read(long, []Run{{0, 1}})
	if got := m.Read(short, nil); !reflect.DeepEqual(got, want) {
		t.Error("a text is read in another way after a long one")
	}
}

// What a reading needs beside its answer is kept from one to the next.
func TestReadingAllocatesItsAnswer(t *testing.T) {
	m := model(t)
	words := split(strings.Repeat(said, 20), true)
	m.Read(words, nil)
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // or what is kept may be dropped
	least := uint64(math.MaxUint64)                  // the race detector drops some of it too
	for range 20 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		m.Read(words, nil)
		runtime.ReadMemStats(&after)
		least = min(least, after.TotalAlloc-before.TotalAlloc)
	}
	if most := uint64(80 * len(words)); least > most {
		t.Errorf("reading %d words allocates %d bytes, more than %d", len(words), least, most)
	}
}

func TestGoroutinesShareAModel(t *testing.T) {
	words := split(strings.Repeat(said, 5), true)
	want := model(t).Read(words, nil)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := model(t).Read(words, nil); !reflect.DeepEqual(got, want) {
				t.Error("two readings of one text differ")
			}
		})
	}
	group.Wait()
}

func BenchmarkRead(b *testing.B) {
	m := model(b)
	text := strings.Repeat(said, 40)
	words := split(text, true)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Read(words, nil)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestWeightsSHA256 holds the digest that records name against the weights.
func TestWeightsSHA256(t *testing.T) {
	sum := sha256.Sum256(embedded)
	if want := hex.EncodeToString(sum[:]); WeightsSHA256() != want {
		t.Errorf("weights.sha256 says %s; the weights have %s", WeightsSHA256(), want)
	}
}

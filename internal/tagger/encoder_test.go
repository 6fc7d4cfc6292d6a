package tagger

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// smallEncoder is the sections of an encoder of random numbers, two layers of three
// heads, that knows the words of said. The hotter it is, the farther from each other
// its numbers are.
func smallEncoder(heat float32) map[string]section {
	const width, layers, places = 96, 2, 200
	random := rand.New(rand.NewPCG(20, 21))
	sections := map[string]section{}
	floats := func(name string, rows, columns int, scale float64) {
		s := section{rows: rows, columns: columns, floats: make([]float32, rows*columns)}
		for k := range s.floats {
			s.floats[k] = float32(random.NormFloat64() * scale)
		}
		sections[name] = s
	}
	table := func(name string, rows, columns int) {
		s := section{rows: rows, columns: columns, floats: make([]float32, rows), bytes: make([]byte, rows*columns)}
		for k := range s.floats {
			s.floats[k] = 0.0006 * heat * (1 + random.Float32())
		}
		for k := range s.bytes {
			s.bytes[k] = byte(random.IntN(255) - 127)
		}
		sections[name] = s
	}
	norm := func(name string) {
		floats(name+" scale", 1, width, 1)
		floats(name+" shift", 1, width, 0.5)
	}
	text := func(name string, lines []string) {
		sections[name] = section{rows: 1, columns: len(strings.Join(lines, "\n")), text: strings.Join(lines, "\n")}
	}
	sections["encoder"] = section{rows: 1, columns: 3, floats: []float32{width, layers, places}}
	floats("places", places, width, 0.3)
	floats("shapes", shapes, width, 0.3)
	floats("quoted", 1, width, 0.3)
	norm("embedded")
	for k := range layers {
		name := fmt.Sprintf("layer %d ", k)
		table(name+"attention", 3*width, width)
		floats(name+"query bias", 1, width, 0.3)
		table(name+"mixed", width, width)
		floats(name+"mixed bias", 1, width, 0.3)
		norm(name + "attended")
		table(name+"wide", wideParts*width, width)
		floats(name+"wide bias", wideParts, width, 0.3)
		for part := range wideParts {
			table(fmt.Sprintf("%snarrow %d", name, part), width, width)
		}
		floats(name+"narrow bias", 1, width, 0.3)
		norm(name + "done")
	}
	table("heads", headColumns, width)
	floats("heads bias", 1, headColumns, 0.3)
	first := []string{"[UNK]", "[CLS]", "[SEP]", ",", ".", "“", "”", "lind", "x", "z", "日"}
	first = append(first, slices.Compact(slices.Sorted(slices.Values(strings.Fields(strings.ReplaceAll(said, "lindqvist", "")))))...)
	later := []string{"[PAD]", "q", "qvist", "x"}
	text("first pieces", first)
	text("later pieces", later)
	table("pieces", len(first)+len(later), width)
	sections["mark pieces"] = section{rows: 4, columns: 2, floats: []float32{2, 3, 3, 4, 11, 6, 10, 5}}
	floats("pairs", labels, labels, 0.5)
	sections["confidence"] = section{rows: 1, columns: 2, floats: []float32{-2, 4}}
	text("link features", []string{"pSCK"})
	sections["link weights"] = section{rows: 1, columns: 1, floats: []float32{1}}
	return sections
}

// encoderFor assembles the small encoder.
func encoderFor(t testing.TB, k kernel.Kernel, heat float32) *Model {
	t.Helper()
	m, err := assemble(k, smallEncoder(heat))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var encoderTexts = [][]Word{
	split("Said", false), split(said, true), split(strings.Repeat(said, 12), true),
	split(strings.Repeat("The well is “dry”, said Lindqvist; nobody asked why.\n", 70), false),
	{{}, {Form: "\xff"}, {Form: "said"}},
	{{}, {Form: strings.Repeat("x", 1e5)}, {Form: "said", Before: ^Marks(0), Shape: 200}},
	slices.Repeat([]Word{{Form: "xxxxxxxxxxxx", Before: ^Marks(0)}}, 200),
}

// Every kernel gives an encoder's words the same scores, to the bit and numbers all.
func TestEncodersReadAlike(t *testing.T) {
	for _, heat := range []float32{0, 0.1, 1, 4, 100} {
		scores := func(k kernel.Kernel, words []Word) (out []float32) {
			eachScore(encoderFor(t, k, heat), words, func(_ int, row []float32) { out = append(out, row...) })
			return out
		}
		for n, words := range encoderTexts {
			want := scores(kernel.Reference{}, words)
			if len(want) != len(words)*headColumns {
				t.Fatalf("text %d has %d words and %d scores", n, len(words), len(want))
			}
			for j, v := range want {
				if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
					t.Fatalf("heat %v, text %d, word %d, column %d: %v", heat, n, j/headColumns, j%headColumns, v)
				}
			}
			for _, k := range kernel.All()[1:] {
				got := scores(k, words)
				for j := range want {
					if math.Float32bits(got[j]) != math.Float32bits(want[j]) {
						t.Fatalf("%s: heat %v, text %d, word %d, column %d: %v, want %v", k.Name(), heat, n, j/headColumns, j%headColumns, got[j], want[j])
					}
				}
			}
		}
	}
}

// The scores are those of a transformer in the plainest floating point, but for what
// rounding costs.
func TestEncoderIsATransformer(t *testing.T) {
	m := encoderFor(t, kernel.Best(), 1)
	for _, words := range [][]Word{split(said, true), split("“The ferry,” said Lindqvist.", false)} {
		want := plainScores(m.scorer.(*encoder), smallEncoder(1), words)
		var worst, spread float64
		eachScore(m, words, func(k int, row []float32) {
			for j, got := range row {
				worst, spread = max(worst, math.Abs(float64(got)-want[k][j])), max(spread, math.Abs(want[k][j]))
			}
		})
		if worst > 0.06*spread {
			t.Errorf("a score is %v off, of %v at most", worst, spread)
		}
	}
}

// plainScores reads words that go into one window in float64.
func plainScores(e *encoder, sections map[string]section, words []Word) [][]float64 {
	w := &window{encoder: e}
	w.cut(words, 0)
	width := e.width
	matrix := func(name string) func(row []float64) []float64 {
		s := sections[name]
		return func(row []float64) (out []float64) {
			for r := range s.rows {
				sum := 0.0
				for c := range s.columns {
					sum += row[c] * float64(int8(s.bytes[r*s.columns+c])) * float64(s.floats[r])
				}
				out = append(out, sum)
			}
			return out
		}
	}
	add := func(row []float64, more []float32) {
		for k := range row {
			row[k] += float64(more[k])
		}
	}
	norm := func(row []float64, n layerNorm) {
		mean, variance := 0.0, 0.0
		for _, v := range row {
			mean += v / float64(width)
		}
		for _, v := range row {
			variance += (v - mean) * (v - mean) / float64(width)
		}
		for k, v := range row {
			row[k] = (v-mean)/math.Sqrt(variance)*float64(n.scale[k]) + float64(n.shift[k])
		}
	}
	states := make([][]float64, len(w.list))
	for k, piece := range w.list {
		row := make([]float64, width)
		add(row, e.places[k*width:])
		for c := range row {
			row[c] += float64(int8(e.words.values[int(piece)*width+c])) * float64(e.words.scale[piece])
		}
		if w.shape[k] > 0 {
			add(row, e.shapes[int(w.shape[k])*width:])
		}
		if w.inside[k] {
			add(row, e.quoted)
		}
		norm(row, e.embedded)
		states[k] = row
	}
	for at := range e.layers {
		l, name := &e.layers[at], fmt.Sprintf("layer %d ", at)
		projections := make([][]float64, len(states))
		for k, row := range states {
			projections[k] = matrix(name + "attention")(row)
			add(projections[k][:width], l.queryBias)
		}
		mixed, wide, next := matrix(name+"mixed"), matrix(name+"wide"), make([][]float64, len(states))
		for k := range states {
			found := make([]float64, width)
			for head := 0; head < width; head += headWidth {
				total, chances := 0.0, make([]float64, len(states))
				for j := range states {
					for c := range headWidth {
						chances[j] += projections[k][head+c] * projections[j][width+head+c]
					}
					chances[j] = math.Exp(chances[j])
					total += chances[j]
				}
				for j, chance := range chances {
					for c := range headWidth {
						found[head+c] += chance / total * projections[j][2*width+head+c]
					}
				}
			}
			row := mixed(found)
			add(row, l.mixedBias)
			for c := range row {
				row[c] += states[k][c]
			}
			norm(row, l.attended)
			middle := wide(row)
			add(middle, l.wideBias)
			for c, v := range middle {
				middle[c] = v * (1 + math.Erf(v/math.Sqrt2)) / 2
			}
			for part := range wideParts {
				for c, v := range matrix(fmt.Sprintf("%snarrow %d", name, part))(middle[part*width : (part+1)*width]) {
					row[c] += v
				}
			}
			add(row, l.narrowBias)
			norm(row, l.done)
			next[k] = row
		}
		// What the second product is added to is the row before it, which row still is.
		states = next
	}
	var out [][]float64
	for _, at := range w.firsts {
		row := matrix("heads")(states[at])
		add(row, e.headBias)
		out = append(out, row)
	}
	return out
}

// ensembleFor assembles the small encoder with the embedded network beside it.
func ensembleFor(t testing.TB, k kernel.Kernel, side, tags float32) *Model {
	t.Helper()
	sections := smallEncoder(1)
	sections["beside"] = section{rows: 1, columns: 64, text: WeightsSHA256()}
	sections["shares"] = section{rows: 1, columns: 2, floats: []float32{side, tags}}
	m, err := assemble(k, sections)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// An ensemble's scores are the means of its parts', whatever their windows, and the
// same with every kernel.
func TestEnsemble(t *testing.T) {
	scores := func(m *Model, words []Word) (out []float32) {
		eachScore(m, words, func(_ int, row []float32) { out = append(out, row...) })
		return out
	}
	for n, words := range append(encoderTexts, split(strings.Repeat(said, 40), true)) {
		large, own := scores(encoderFor(t, kernel.Best(), 1), words), scores(model(t), words)
		both := scores(ensembleFor(t, kernel.Best(), 0.25, 0.5), words)
		for j := range both {
			share := float32(0.25)
			if j%headColumns >= tagColumn {
				share = 0.5
			}
			if want := float32(share*large[j]) + float32((1-share)*own[j]); both[j] != want {
				t.Fatalf("text %d, word %d, column %d: %v, want %v", n, j/headColumns, j%headColumns, both[j], want)
			}
		}
		if plain := scores(ensembleFor(t, kernel.Reference{}, 0.25, 0.5), words); !slices.Equal(plain, both) {
			t.Errorf("text %d: the kernels differ", n)
		}
	}
}

// Weights that go with another network than the embedded one are refused.
func TestEnsembleOfAnotherVersion(t *testing.T) {
	sections := smallEncoder(1)
	sections["beside"] = section{rows: 1, columns: 1, text: "0"}
	sections["shares"] = section{rows: 1, columns: 2, floats: []float32{0.5, 0.5}}
	var want *WeightsError
	if m, err := assemble(kernel.Best(), sections); m != nil || !errors.As(err, &want) {
		t.Errorf("got %v, %v; want a *WeightsError", m, err)
	}
}

// What stands beyond a window has no effect on it.
func TestNothingBeyondAWindowHasAnEffect(t *testing.T) {
	m := encoderFor(t, kernel.Best(), 1)
	scores := func(words []Word) (out []float32) {
		eachScore(m, words, func(_ int, row []float32) { out = append(out, row...) })
		return out
	}
	long := split(strings.Repeat(said, 20), true)
	other := slices.Clone(long)
	for k := 200; k < len(other); k++ {
		other[k].Form = "x"
	}
	if a, b := scores(long), scores(other); !slices.Equal(a[:100*headColumns], b[:100*headColumns]) {
		t.Error("the first hundred words have other scores before another text")
	}
}

// A short text that is read after a long one finds nothing of it.
func TestEncodersLeaveNothingBehind(t *testing.T) {
	m := encoderFor(t, kernel.Best(), 1)
	want := m.Read(split(said, true), nil)
	for _, words := range encoderTexts {
		m.Read(words, []Run{{0, 1}})
	}
	if got := m.Read(split(said, true), nil); !reflect.DeepEqual(got, want) {
		t.Error("a text is read in another way after others")
	}
}

// Sections that are missing or of the wrong size are refused.
func TestWrongEncodersAreTypedErrors(t *testing.T) {
	for name := range smallEncoder(1) {
		sections := smallEncoder(1)
		delete(sections, name)
		if name != "encoder" { // without it, it is another kind of file
			if m, err := assemble(kernel.Best(), sections); m != nil || err == nil {
				t.Errorf("without %q: %v, %v", name, m, err)
			}
		}
		sections = smallEncoder(1)
		s := sections[name]
		s.rows, s.columns, s.floats, s.bytes, s.text = 1, 1, s.floats[:min(1, len(s.floats))], s.bytes[:min(1, len(s.bytes))], ""
		sections[name] = s
		if m, err := assemble(kernel.Best(), sections); err == nil && name != "link weights" && name != "link features" {
			t.Errorf("with a section %q of one number: %v", name, m)
		}
	}
	changed := func(name string, change func(s *section)) {
		sections := smallEncoder(1)
		s := sections[name]
		change(&s)
		sections[name] = s
		var fault *WeightsError
		if m, err := assemble(kernel.Best(), sections); m != nil || !errors.As(err, &fault) {
			t.Errorf("with another %q: %v, %v; want a *WeightsError", name, m, err)
		}
	}
	changed("link weights", func(s *section) { s.columns, s.floats = 2, []float32{1, 1} })
	changed("encoder", func(s *section) { s.floats = []float32{96, 1e9, 200} })
	for width := float32(headWidth); width <= kernel.MostInputs; width += headWidth {
		changed("encoder", func(s *section) { s.floats = []float32{width + 1, 2, 200} })
		if int(width)%wholeWidth != 0 {
			changed("encoder", func(s *section) { s.floats = []float32{width, 2, 200} })
		}
	}
	nan := float32(math.NaN())
	changed("confidence", func(s *section) { s.floats = []float32{nan, 4} })
	changed("heads bias", func(s *section) { s.floats[3] = float32(math.Inf(1)) })
	changed("heads", func(s *section) { s.floats[3] = 1e38 })
	changed("pairs", func(s *section) { s.floats[3] = 1e5 })
}

// A size that overflows is refused as any other.
func TestWrongShapesAreTypedErrors(t *testing.T) {
	sections, err := readSections(embedded)
	if err != nil {
		t.Fatal(err)
	}
	for _, shape := range [][]float32{{128, 1 << 62, 4, headColumns}, {128, 1 << 30, 4, headColumns}, {128, 160, 1e9, headColumns}} {
		s := sections["shape"]
		s.floats = shape
		sections["shape"] = s
		var fault *WeightsError
		if m, err := assemble(kernel.Best(), sections); m != nil || !errors.As(err, &fault) {
			t.Errorf("shape %v: %v, %v; want a *WeightsError", shape, m, err)
		}
	}
}

// The large weights, where the module that has them lies beside, give what the
// program that trained them gives, but for what rounding costs; and words are cut
// as it cuts them.
func TestLargeScoresAreTheTrainingCodes(t *testing.T) {
	weights, err := os.ReadFile("../../large/weights.bin")
	if os.IsNotExist(err) {
		t.Skip("the module large is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile("testdata/large_vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Words map[string][]string
		Texts []struct {
			Text      string
			Published bool
			Scores    [][]float64
		}
	}
	if err := json.Unmarshal(file, &vectors); err != nil {
		t.Fatal(err)
	}
	m, err := Decode(weights)
	if err != nil {
		t.Fatal(err)
	}
	e, ok := m.scorer.(*encoder)
	if !ok {
		e = m.scorer.(*ensemble).encoder
	}
	p := &e.pieces
	m = &Model{scorer: e, kernel: m.kernel} // the vectors are the encoder's own
	for word, want := range vectors.Words {
		var got []string
		for k, piece := range p.append(nil, word) {
			if k == 0 || int(piece) < p.first.rows() {
				got = append(got, p.first.word(int(piece)))
			} else {
				got = append(got, "##"+p.later.word(int(piece)-p.first.rows()))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("the pieces of %q are %q, want %q", word, got, want)
		}
	}
	for _, v := range vectors.Texts {
		var sum, count float64
		eachScore(m, split(v.Text, !v.Published), func(k int, row []float32) {
			for j, got := range row {
				sum += math.Abs(float64(got) - v.Scores[k][j])
				count++
			}
		})
		if count != float64(len(v.Scores)*headColumns) {
			t.Fatalf("%q has %v scores, want %d", v.Text, count, len(v.Scores)*headColumns)
		}
		if mean := sum / max(count, 1); mean > 0.15 {
			t.Errorf("%q: scores are %v off in the mean", v.Text, mean)
		}
	}
}

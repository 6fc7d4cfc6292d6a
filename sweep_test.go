package verbatim_test

import (
	"flag"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/lineartest"
)

// A sweep takes minutes.
var sweep = flag.Bool("sweep", false, "read megabytes of every hostile text, print what each costs, and hold it to its bounds")

const (
	// sweepFactor is how many times as long the longer of two texts is, and
	// sweepLimit how many times as much processor time it may cost.
	sweepFactor, sweepLimit = 4, 4.5
	// sweepAttempts is how often a text may cost too much before it is believed.
	sweepAttempts = 4
)

// Bounds in bytes for each byte of a text. The worst texts are those whose documents
// are large: a turn or a time every few bytes.
const (
	// heldPerByte bounds what is held at once, beyond the text itself.
	heldPerByte = 170
	// allocatedPerByte bounds all that is allocated, garbage included, which depends
	// on nothing but the text and the build.
	allocatedPerByte = 550
)

// TestHostileTexts reads every hostile text by the rules: what it costs grows with
// its length and no faster, and what is allocated stays within its bound.
func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads an eighth of a megabyte of each of many texts")
	}
	const size = 128 << 10
	light := &verbatim.Parser{Light: true}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			checkLinear(t, light, size, h.text)
			checkAllocated(t, light, h.text(size/4), h.text(size))
		})
	}
}

// TestHostileTextsTagged reads some by the tagger, which takes the same steps for
// every word, and thirty times as long.
func TestHostileTextsTagged(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the tagger for many words")
	}
	tagged := map[string]bool{"he said": true, "flattened speech": true, "marks that nest": true, "paragraphs": true, "one long word": true, "years": true, "labels": true}
	for _, h := range hostile {
		if tagged[h.name] {
			t.Run(h.name, func(t *testing.T) { checkLinear(t, new(verbatim.Parser), 16<<10, h.text) })
			delete(tagged, h.name)
		}
	}
	if len(tagged) > 0 {
		t.Errorf("no hostile texts are called %v", tagged)
	}
}

// checkLinear checks that parsing and flattening a text of so many bytes costs
// what its length makes it cost.
func checkLinear(t *testing.T, parser *verbatim.Parser, size int, text textMaker) {
	t.Helper()
	lineartest.Check(t, size, text, func(text string) {
		parser.Parse(text)
		verbatim.Flatten(text)
	})
}

// checkAllocated checks that a text of four times the length makes no more than
// that many allocations, and somewhat more for lists that grow by steps, and that
// their bytes stay within their bound. What is held at once is less, and is left to
// the sweep: on a busy machine collections come too late to tell it of a short text.
func checkAllocated(t *testing.T, parser *verbatim.Parser, short, long string) {
	t.Helper()
	const few, limit = 1000, 4.5
	least, _ := allocations(parser, short)
	most, size := allocations(parser, long)
	if most > few && float64(most)*float64(len(short)) > limit/4*float64(least)*float64(len(long)) {
		t.Errorf("%d bytes make %d allocations, %d bytes %d", len(short), least, len(long), most)
	}
	if size > allocatedPerByte*len(long) {
		t.Errorf("%d bytes are allocated for each of the text's %d", size/len(long), len(long))
	}
}

// allocations returns how many allocations reading a text makes, and of how many bytes.
func allocations(parser *verbatim.Parser, text string) (count, size int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	parser.Parse(text)
	runtime.ReadMemStats(&after)
	return int(after.Mallocs - before.Mallocs), int(after.TotalAlloc - before.TotalAlloc)
}

// TestSweep prints a row for each hostile text, by rules and with the tagger:
// what four times its length costs, and what it holds at once.
func TestSweep(t *testing.T) {
	if !*sweep {
		t.Skip("takes minutes: go test -run TestSweep -sweep -v -timeout 0 .")
	}
	for _, reader := range []struct {
		name   string
		parser *verbatim.Parser
		size   int
	}{{"rules", &verbatim.Parser{Light: true}, 2 << 20}, {"tagger", new(verbatim.Parser), 512 << 10}} {
		reader.parser.Parse("warm up")
		t.Run(reader.name, func(t *testing.T) {
			for _, h := range hostile {
				t.Run(h.name, func(t *testing.T) { sweepText(t, reader.parser, h.text, reader.size) })
			}
		})
	}
}

func sweepText(t *testing.T, parser *verbatim.Parser, text textMaker, size int) {
	short, long := text(size/sweepFactor), text(size)
	read := func(text string) { parser.Parse(text) }
	least, most := lineartest.Cost(short, read), lineartest.Cost(long, read)
	for n := 1; n < sweepAttempts && ratio(most, least, long, short) > sweepLimit; n++ {
		least, most = min(least, lineartest.Cost(short, read)), min(most, lineartest.Cost(long, read))
	}
	peak, kept := heldBy(parser, short) // collections are frequent then
	fmt.Printf("| %s | %.2f s | %.1f | %.0f | %.0f |\n", t.Name()[strings.Index(t.Name(), "/")+1:], most.Seconds(), ratio(most, least, long, short), peak, kept)
	if r := ratio(most, least, long, short); r > sweepLimit {
		t.Errorf("four times the text costs %.1f times as much", r)
	}
	if peak > heldPerByte {
		t.Errorf("%.0f bytes are held for each of the text", peak)
	}
}

// ratio is how many times as much the longer text costs, by a length of exactly
// sweepFactor times that of the shorter.
func ratio(most, least time.Duration, long, short string) float64 {
	return float64(most) / float64(least) * sweepFactor * float64(len(short)) / float64(len(long))
}

// heldBy returns how many bytes are held at most while a text is read, and how
// many are held by its document, for each byte of the text.
func heldBy(parser *verbatim.Parser, text string) (peak, kept float64) {
	var document *verbatim.Document
	most := lineartest.Peak(func() { document = parser.Parse(text) })
	rest := lineartest.Held(func() { document = nil })
	runtime.KeepAlive(document)
	return float64(most) / float64(len(text)), float64(-rest) / float64(len(text))
}

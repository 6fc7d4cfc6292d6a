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

// sweep takes minutes: every hostile text is read at half a megabyte and at two.
var sweep = flag.Bool("sweep", false, "read half a megabyte and two of every hostile text, print what each costs, and hold it to its bounds")

const (
	sweepBytes = 2 << 20
	// sweepFactor is how many times as long the longer of two texts is, and
	// sweepLimit how many times as much processor time it may cost.
	sweepFactor, sweepLimit = 4, 4.5
	// sweepAttempts is how often a text may cost too much before it is believed.
	sweepAttempts = 4
)

// TestSweep prints a row for each hostile text, by rules and with the tagger:
// what four times its length costs, and what it holds at once.
func TestSweep(t *testing.T) {
	if !*sweep {
		t.Skip("takes minutes: go test -run TestSweep -sweep -v -timeout 0 .")
	}
	for _, reader := range []struct {
		name   string
		parser *verbatim.Parser
	}{{"rules", &verbatim.Parser{Light: true}}, {"tagger", new(verbatim.Parser)}} {
		reader.parser.Parse("warm up")
		t.Run(reader.name, func(t *testing.T) {
			for _, h := range hostile {
				t.Run(h.name, func(t *testing.T) { sweepText(t, reader.parser, h.text) })
			}
		})
	}
}

func sweepText(t *testing.T, parser *verbatim.Parser, make textMaker) {
	short, long := make(sweepBytes/sweepFactor), make(sweepBytes)
	read := func(text string) { parser.Parse(text) }
	least, most := lineartest.Cost(short, read), lineartest.Cost(long, read)
	for n := 1; n < sweepAttempts && ratio(most, least, long, short) > sweepLimit; n++ {
		least, most = min(least, lineartest.Cost(short, read)), min(most, lineartest.Cost(long, read))
	}
	peak, kept := heldBy(parser, long)
	fmt.Printf("| %s | %.2f s | %.1f | %.0f | %.0f |\n", t.Name()[strings.Index(t.Name(), "/")+1:], most.Seconds(), ratio(most, least, long, short), peak, kept)
	if r := ratio(most, least, long, short); r > sweepLimit {
		t.Errorf("four times the text costs %.1f times as much", r)
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

package speaker

import (
	"bufio"
	"encoding/json"
	"flag"
	"io"
	"os"
	"testing"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

var salienceFile = flag.String("salience", "", "write to `file` what tells whom each pronoun and description means, for the articles on standard input")

// A weighedOption is one whom a source may mean; the first is whom rules read.
type weighedOption struct {
	Name     string // "" for nobody
	Evidence [salienceFeatures]float64
	Traits   uint
	Gists    []tagger.Gist `json:",omitempty"` // of the words that name one, or none
}

// A choiceRecord is a source that leaves open who is meant, with all who may be.
type choiceRecord struct {
	Content []token.Span
	Kind    choiceKind
	Gists   []tagger.Gist
	Options []weighedOption
}

// TestSalience writes what train/pronouns.py and train/choices.py learn from; without the flag it has
// nothing to do.
func TestSalience(t *testing.T) {
	if *salienceFile == "" {
		t.Skip("no file to write to; see train/README.md")
	}
	out, err := os.Create(*salienceFile)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	buffered := bufio.NewWriter(out)
	defer buffered.Flush()
	in, write := json.NewDecoder(os.Stdin), json.NewEncoder(buffered)
	for {
		var given struct{ ID, Text string }
		if err := in.Decode(&given); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		if err := write.Encode(map[string]any{"id": given.ID, "choices": choicesOf(given.Text)}); err != nil {
			t.Fatal(err)
		}
	}
}

// choicesOf reads an article by the steps that Parse takes.
func choicesOf(text string) []choiceRecord {
	words, addresses := token.Read(text), address.Find(text)
	expressions := timex.Scan(words.Tokens, address.Spans(addresses))
	layout := page.Read(words, expressions)
	times := timex.Resolve(expressions, layout.Stamps, timex.Options{})
	a := article.Read(text, words, layout, tagger.Embedded(), nil)
	reading := attribution.Read(a, addresses, times.Timestamps)
	names, said := Read(a, reading), new(Said)
	records := []choiceRecord{}
	for _, x := range reading.Attributions {
		if x.Source.Empty() {
			continue
		}
		r := resolver{a, names, said}
		if c := r.choiceOf(x.Source); c.kind != noChoice && x.Source != said.last.Words {
			records = append(records, r.recordOf(&c))
		}
		said.Take(names.Meant(x.Source, said), x.Source)
	}
	return records
}

func (r *resolver) recordOf(c *choice) choiceRecord {
	gists := func(places []int) []tagger.Gist {
		out := make([]tagger.Gist, len(places))
		for k, i := range places {
			if 0 <= i && i < len(r.Gists) {
				out[k] = r.Gists[i]
			}
		}
		return out
	}
	around := c.places()
	record := choiceRecord{Content: token.Spans(r.Tokens, c.content), Kind: c.kind, Gists: gists(around[:])}
	options := r.optionsOf(c)
	for n, o := range options {
		w := weighedOption{Evidence: o.evidence, Traits: r.traitsOf(c, options, n)}
		if !o.IsNobody() {
			w.Name = r.NameOf(o.Meaning)
		}
		if places := placesOf(o.nearest); !o.nearest.Empty() {
			w.Gists = gists(places[:])
		}
		record.Options = append(record.Options, w)
	}
	return record
}

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
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

var salienceFile = flag.String("salience", "", "write to `file` what tells whom each pronoun means, for the articles on standard input")

// A weighedCandidate is one whom a pronoun may mean.
type weighedCandidate struct {
	Name     string
	Evidence [salienceFeatures]float64
}

// A pronounRecord is a pronoun that is a source, with all whom it may mean.
type pronounRecord struct {
	Content    []token.Span
	Candidates []weighedCandidate
}

// TestSalience writes what train/pronouns.py learns from; without the flag it has
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
		if err := write.Encode(map[string]any{"id": given.ID, "pronouns": pronounsOf(given.Text)}); err != nil {
			t.Fatal(err)
		}
	}
}

// pronounsOf reads an article by the steps that Parse takes.
func pronounsOf(text string) []pronounRecord {
	words, addresses := token.Read(text), address.Find(text)
	expressions := timex.Scan(words.Tokens, address.Spans(addresses))
	layout := page.Read(words, expressions)
	times := timex.Resolve(expressions, layout.Stamps, timex.Options{})
	a := article.Read(text, words, layout, tagger.Embedded(), nil)
	reading := attribution.Read(a, addresses, times.Timestamps)
	names, said := Read(a, reading), new(Said)
	records := []pronounRecord{}
	for _, x := range reading.Attributions {
		if x.Source.Empty() {
			continue
		}
		if gender := lexicon.GenderOf(a.Fold(x.Source.First)); x.Source.Len() == 1 && gender != lexicon.UnknownGender {
			records = append(records, recordOf(a, names, said, x, gender))
		}
		said.Take(names.Meant(x.Source, said), x.Source)
	}
	return records
}

func recordOf(a *article.Article, names *Names, said *Said, x attribution.Attribution, gender lexicon.Gender) pronounRecord {
	r := resolver{a, names, said}
	record := pronounRecord{Content: token.Spans(a.Tokens, x.Content)}
	for _, c := range r.candidates(x.Source.First, gender) {
		record.Candidates = append(record.Candidates, weighedCandidate{names.NameOf(c.Meaning), c.evidence})
	}
	return record
}

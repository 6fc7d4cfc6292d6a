package occasion

import (
	"bufio"
	"encoding/json"
	"flag"
	"io"
	"os"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

var evidenceFile = flag.String("evidence", "", "write to `file` the reasons that weights are trained on, for the articles on standard input")

// TestEvidence writes what train/occasions.py learns from; without the flag it
// has nothing to do.
func TestEvidence(t *testing.T) {
	if *evidenceFile == "" {
		t.Skip("no file to write to; see train/README.md")
	}
	out, err := os.Create(*evidenceFile)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	buffered := bufio.NewWriter(out)
	defer buffered.Flush()
	in, write := json.NewDecoder(os.Stdin), json.NewEncoder(buffered)
	for {
		var given struct{ ID, Published, Text string }
		if err := in.Decode(&given); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		published, _ := time.Parse(time.DateOnly, given.Published)
		if err := write.Encode(map[string]any{"id": given.ID, "messages": evidenceOf(occasionsOf(given.Text, published))}); err != nil {
			t.Fatal(err)
		}
	}
}

// occasionsOf reads an article by the steps that Parse takes.
func occasionsOf(text string, published time.Time) *decider {
	words, addresses := token.Read(text), address.Find(text)
	expressions := timex.Scan(words.Tokens, address.Spans(addresses))
	layout := page.Read(words, expressions)
	times := timex.Resolve(expressions, layout.Stamps, timex.Options{Published: published})
	a := article.Read(text, words, layout, tagger.Embedded(), nil)
	reading := attribution.Read(a, addresses, times.Timestamps)
	contexts := channel.Read(a, reading, times.Timestamps)
	return newDecider(a, reading, speaker.Read(a, reading), contexts, times.Timestamps, times.Origin)
}

type weighed struct {
	Value   any
	Reasons []int
}

type evidenceRecord struct {
	Content, Source          []token.Span
	Speaker                  string
	Channel, Time, Recipient []weighed
	Reader                   float64 // the reader's own confidence
	Trust                    []int
}

func evidenceOf(d *decider) []evidenceRecord {
	d.decide()
	records := make([]evidenceRecord, len(d.drafts))
	for n := range d.drafts {
		r := &records[n]
		r.Content = token.Spans(d.Tokens, d.drafts[n].Content)
		if source := d.drafts[n].Source; !source.Empty() {
			r.Source = token.Spans(d.Tokens, []token.Range{source})
		}
		r.Speaker = d.NameOf(d.meanings[d.drafts[n].from])
		r.Reader, r.Trust = d.drafts[n].Confidence, d.trustEvidence(n).reasons()
		for k, e := range d.channelEvidence(n) {
			value := "unknown"
			if k < unknownChannel {
				value = string(channel.All[k])
			}
			r.Channel = append(r.Channel, weighed{value, e.reasons()})
		}
		for _, c := range d.timeEvidence(n, nil) {
			var value any
			if c.timestamp >= 0 {
				value = d.times[c.timestamp].Value
			}
			r.Time = append(r.Time, weighed{value, c.reasons()})
		}
		for _, c := range d.recipientEvidence(n, nil) {
			var value any
			if c.party != nobody {
				value = d.NameOf(d.meanings[c.party])
			}
			r.Recipient = append(r.Recipient, weighed{value, c.reasons()})
		}
	}
	return records
}

func (e evidence) reasons() []int {
	list := []int{}
	e.each(func(reason int) { list = append(list, reason) })
	return list
}

package occasion

import (
	"bufio"
	"encoding/binary"
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

var (
	evidenceFile = flag.String("evidence", "", "write to `file` the reasons that weights are trained on, for the articles on standard input")
	statesFile   = flag.String("states", "", "write to `file` what the tagger's network holds of each of their words, in 16-bit numbers of a thousandth's eighth")
)

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
	var states *stateWriter
	if *statesFile != "" {
		file, err := os.Create(*statesFile)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		states = &stateWriter{Model: tagger.Embedded(), to: bufio.NewWriterSize(file, 1<<20)}
		defer states.to.Flush()
	}
	in, write := json.NewDecoder(os.Stdin), json.NewEncoder(buffered)
	for {
		var given struct{ ID, Published, Text string }
		if err := in.Decode(&given); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		published, _ := time.Parse(time.DateOnly, given.Published)
		d := occasionsOf(given.Text, published, states)
		record := map[string]any{"id": given.ID, "messages": evidenceOf(d)}
		if states != nil {
			record["words"], record["heard"], record["at"] = len(d.Tokens), states.words, states.written-states.words
		}
		if err := write.Encode(record); err != nil {
			t.Fatal(err)
		}
	}
}

// A stateWriter is a tagger that writes down the states of the words that it reads.
type stateWriter struct {
	*tagger.Model
	to      *bufio.Writer
	words   int // of the last text
	written int // of all texts
}

func (w *stateWriter) Read(words []tagger.Word, quotes []tagger.Run) tagger.Reading {
	reading := w.Model.Read(words, quotes)
	var number [2]byte
	for _, v := range w.States(words, quotes) {
		binary.LittleEndian.PutUint16(number[:], uint16(int16(max(-32000, min(32000, 8000*v)))))
		w.to.Write(number[:])
	}
	w.words, w.written = len(words), w.written+len(words)
	return reading
}

// occasionsOf reads an article by the steps that Parse takes.
func occasionsOf(text string, published time.Time, states *stateWriter) *decider {
	words, addresses := token.Read(text), address.Find(text)
	expressions := timex.Scan(words.Tokens, address.Spans(addresses))
	layout := page.Read(words, expressions)
	times := timex.Resolve(expressions, layout.Stamps, timex.Options{Published: published})
	var reader article.Tagger = tagger.Embedded()
	if states != nil {
		reader = states
	}
	a := article.Read(text, words, layout, reader, nil)
	reading := attribution.Read(a, addresses, times.Timestamps)
	contexts := channel.Read(a, reading, times.Timestamps)
	return newDecider(a, reading, speaker.Read(a, reading), contexts, times.Timestamps, times.Origin)
}

type weighed struct {
	Value   any
	Reasons []int
	Weighed float32 // what the reasons count
	Barred  bool    `json:",omitempty"` // nothing in the text speaks for it
	Places  []int   `json:",omitempty"` // of the gists of its words
	Apart   int     // the kind of distance
}

type evidenceRecord struct {
	Content, Source          []token.Span
	Speaker                  string
	Channel, Time, Recipient []weighed
	Reader                   float64 // the reader's own confidence
	Trust                    []int
	Places                   [messagePlaces]int // of the gists around the message
	From                     int                // the number of the speaker
}

func evidenceOf(d *decider) []evidenceRecord {
	d.apart = true
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
		r.Places, r.From = d.placesOf(&d.drafts[n]), int(d.drafts[n].from)
		v := view{at: d.drafts[n].at}
		weights := &occasionWeights[d.form()]
		weigh := func(value any, e evidence, w token.Range, weights []float32) weighed {
			c := weighed{Value: value, Reasons: e.reasons(), Weighed: e.weigh(weights), Apart: v.distance(w)}
			if places := candidatePlacesOf(w); !w.Empty() {
				c.Places = places[:]
			}
			return c
		}
		mentions := d.nearestMentions(&d.drafts[n])
		for k, e := range d.channelEvidence(n) {
			value, words := "unknown", token.Range{}
			if k < unknownChannel {
				value, words = string(channel.All[k]), mentions[k]
			}
			c := weigh(value, e, words, weights.channel[k][:])
			c.Barred = k < unknownChannel && !e.supports()
			r.Channel = append(r.Channel, c)
		}
		for _, c := range d.timeEvidence(n, nil) {
			var value any
			var words token.Range
			if c.timestamp >= 0 {
				value, words = d.times[c.timestamp].Value, d.contexts.Times[c.timestamp]
			}
			r.Time = append(r.Time, weigh(value, c.evidence, words, weights.time[:]))
		}
		for _, c := range d.recipientEvidence(n, nil) {
			var value any
			if c.party != nobody {
				value = d.NameOf(d.meanings[c.party])
			}
			r.Recipient = append(r.Recipient, weigh(value, c.evidence, c.words, weights.recipient[:]))
		}
	}
	return records
}

func (e evidence) reasons() []int {
	list := []int{}
	e.each(func(reason int) { list = append(list, reason) })
	return list
}

package verbatim

import (
	"bufio"
	"encoding/json"
	"flag"
	"io"
	"os"
	"testing"
	"time"
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
		var article struct{ ID, Published, Text string }
		if err := in.Decode(&article); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		var parser Parser
		parser.Published, _ = time.Parse(time.DateOnly, article.Published)
		if err := write.Encode(map[string]any{"id": article.ID, "messages": evidenceOf(parser.assemble(article.Text).occasions())}); err != nil {
			t.Fatal(err)
		}
	}
}

type weighed struct {
	Value   any
	Reasons []int
}

type evidenceRecord struct {
	Content, Source          []Span
	Speaker                  string
	Channel, Time, Recipient []weighed
	Reader                   float64 // the reader's own confidence
	Trust                    []int
}

func evidenceOf(o *occasions) []evidenceRecord {
	o.decide()
	records := make([]evidenceRecord, len(o.tellings))
	for n := range o.tellings {
		r := &records[n]
		r.Content = spansOf(o.tokens, o.tellings[n].content)
		if source := o.tellings[n].source; !source.empty() {
			r.Source = spansOf(o.tokens, []words{source})
		}
		if id := o.tellings[n].speaker; id != noParty {
			r.Speaker = o.speakers[id].Name
		}
		r.Reader, r.Trust = o.tellings[n].confidence, o.trustEvidence(n).reasons()
		for k, e := range o.channelEvidence(n) {
			value := "unknown"
			if k < unknownChannel {
				value = string(channels[k])
			}
			r.Channel = append(r.Channel, weighed{value, e.reasons()})
		}
		for _, c := range o.timeEvidence(n, nil) {
			var value any
			if c.timestamp >= 0 {
				value = o.timestamps[c.timestamp].Value
			}
			r.Time = append(r.Time, weighed{value, c.reasons()})
		}
		for _, c := range o.hearerEvidence(n, nil) {
			var value any
			if c.party != noParty {
				value = o.speakers[c.party].Name
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

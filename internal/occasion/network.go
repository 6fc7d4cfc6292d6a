package occasion

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"math/bits"
	"sync"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What the reasons cannot tell, since they know no words but those of lists, a
// small network tells: of every candidate it sees the gists of the words around the
// message and around the candidate, the reasons, and how far apart they stand. What
// it gives is added to what the reasons weigh. Where the tagger makes no gists the
// reasons decide alone.

// hiddenUnits is how many hidden units the network of a field has.
const hiddenUnits = 32

// A hidden holds a number for each hidden unit.
type hidden [hiddenUnits]float32

// The places around a message and around the words of a candidate whose gists are
// read.
const (
	messagePlaces   = 6 // the cue's last word, those before and after it, the content's ends, the source's
	candidatePlaces = 4 // the first and the last word, and those before and after them
)

// distances is how many kinds of distances there are: none, and so many before and
// after the message.
const (
	distanceKinds = 9
	distances     = 1 + 2*distanceKinds
)

// A fieldNetwork is what decides one field: one layer of hidden units, rectified,
// and their sum. Each thing that is seen adds a row to the units.
type fieldNetwork struct {
	rows
	Out       hidden
	Agreement [2][2][agreements]float32 // what counts when all messages are decided together, by the form, and apart for what a gathering has in common
	None      [2]float32                // what counts for none then, by the form
}

// rows are what is added to the units.
type rows struct {
	Message   [messagePlaces][tagger.GistWidth]hidden
	Candidate [candidatePlaces][tagger.GistWidth]hidden
	Reason    [mostReasons]hidden
	Distance  [distances]hidden
	Kind      [unknownChannel + 1]hidden // of the channels; of other fields the first alone
	Form      [2]hidden                  // of flattened text, and of text with its marks
}

// rowCount is how many rows a network has.
const rowCount = (messagePlaces+candidatePlaces)*tagger.GistWidth + mostReasons + distances + unknownChannel + 1 + 2

// A packedNetwork is a fieldNetwork as network.bin has it, in little-endian order: its
// rows in 8 bits with a scale each.
type packedNetwork struct {
	Scale     [rowCount]float32
	Row       [rowCount][hiddenUnits]int8
	Out       hidden
	Agreement [2][2][agreements]float32
	None      [2]float32
}

// networks are those of channel, time and recipient.
type networks [fields]fieldNetwork

//go:embed network.bin
var networkFile []byte

// embeddedNetworks decodes the networks when the first article needs them.
var embeddedNetworks = sync.OnceValue(func() *networks {
	var packed [fields]packedNetwork
	n := new(networks)
	if err := binary.Read(bytes.NewReader(networkFile), binary.LittleEndian, &packed); err != nil {
		// A test reads the file: only a build that was tampered with comes here, and
		// reasons alone still answer.
		return n
	}
	for field := range packed {
		p, to := &packed[field], &n[field]
		to.Out, to.Agreement, to.None = p.Out, p.Agreement, p.None
		at := 0
		to.each(func(row *hidden) {
			for u, v := range p.Row[at] {
				row[u] = p.Scale[at] * float32(v)
			}
			at++
		})
	}
	return n
})

// each calls use with the rows in the order of the file.
func (r *rows) each(use func(*hidden)) {
	lists := make([][]hidden, 0, messagePlaces+candidatePlaces+4)
	for place := range r.Message {
		lists = append(lists, r.Message[place][:])
	}
	for place := range r.Candidate {
		lists = append(lists, r.Candidate[place][:])
	}
	for _, list := range append(lists, r.Reason[:], r.Distance[:], r.Kind[:], r.Form[:]) {
		for k := range list {
			use(&list[k])
		}
	}
}

// A view is what the network of a field sees of one message.
type view struct {
	network *fieldNetwork // nil where the tagger makes no gists
	article *article.Article
	kept    *keptParts
	at      int // the token of the message
	units   hidden
}

// keptParts keeps what candidates add to the units: the same times and people are
// candidates for one message after the other.
type keptParts [keptWords]struct {
	words token.Range
	units hidden
}

// keptWords is of how many words that is kept.
const keptWords = 64

// keptPool holds what no article uses.
var keptPool = sync.Pool{New: func() any { return new([fields]keptParts) }}

// letGo gives back what was kept for the candidates of the article.
func (d *decider) letGo() {
	if d.kept == nil {
		return
	}
	for field := range d.kept {
		for k := range d.kept[field] {
			d.kept[field][k].words = token.Range{}
		}
	}
	keptPool.Put(d.kept)
	d.kept = nil
}

// viewOf returns what the network of a field sees of message n.
func (d *decider) viewOf(n, field int) view {
	v := view{article: d.Article, at: d.drafts[n].at}
	if d.Gists == nil {
		return v
	}
	if d.kept == nil {
		d.kept = keptPool.Get().(*[fields]keptParts)
	}
	network := &d.networks[field]
	v.network, v.kept, v.units = network, &d.kept[field], network.Form[d.form()]
	for place, at := range d.placesOf(&d.drafts[n]) {
		v.add(&v.units, &network.Message[place], at)
	}
	return v
}

// placesOf returns the tokens whose gists are read of a message; -1 for none.
func (d *decider) placesOf(t *draft) [messagePlaces]int {
	cue := t.at
	if len(t.Cue) > 0 {
		cue = t.LastCue().Last - 1
	}
	return [messagePlaces]int{cue, cue - 1, cue + 1, t.Content[0].First, t.Content[len(t.Content)-1].Last - 1, t.Source.Last - 1}
}

// candidatePlacesOf returns the tokens whose gists are read of a candidate's words.
func candidatePlacesOf(w token.Range) [candidatePlaces]int {
	return [candidatePlaces]int{w.First - 1, w.First, w.Last - 1, w.Last}
}

// add adds what the gist of token i adds to the units, if there is such a token.
func (v *view) add(units *hidden, weights *[tagger.GistWidth]hidden, i int) {
	if i < 0 || i >= len(v.article.Gists) {
		return
	}
	gist := &v.article.Gists[i]
	for u := 0; u < hiddenUnits; u += lane {
		to := (*[lane]float32)(units[u:])
		sums := *to
		for k := range gist {
			scaled, row := float32(gist[k]), (*[lane]float32)(weights[k][u:])
			sums[0] += float32(scaled * row[0])
			sums[1] += float32(scaled * row[1])
			sums[2] += float32(scaled * row[2])
			sums[3] += float32(scaled * row[3])
			sums[4] += float32(scaled * row[4])
			sums[5] += float32(scaled * row[5])
			sums[6] += float32(scaled * row[6])
			sums[7] += float32(scaled * row[7])
		}
		*to = sums
	}
}

// lane is how many units are reckoned at once: as many as the processor's registers
// hold beside what is added to them.
const lane = 8

// score is what the network gives a candidate: of a kind, named by words, if any
// name it, with its reasons.
func (v *view) score(kind int, words token.Range, reasons evidence) float32 {
	if v.network == nil {
		return 0
	}
	var held [3 + mostReasons]*hidden
	rows := append(held[:0], &v.network.Kind[kind], &v.network.Distance[v.distance(words)])
	if !words.Empty() {
		rows = append(rows, v.partOf(words))
	}
	for rest := uint64(reasons); rest != 0; rest &= rest - 1 {
		rows = append(rows, &v.network.Reason[bits.TrailingZeros64(rest)])
	}
	var sum float32
	for u := 0; u < hiddenUnits; u += lane {
		sums := *(*[lane]float32)(v.units[u:])
		for _, row := range rows {
			more := (*[lane]float32)(row[u:])
			sums[0] += more[0]
			sums[1] += more[1]
			sums[2] += more[2]
			sums[3] += more[3]
			sums[4] += more[4]
			sums[5] += more[5]
			sums[6] += more[6]
			sums[7] += more[7]
		}
		for k, unit := range sums {
			sum += float32(max(unit, 0) * v.network.Out[u+k])
		}
	}
	return sum
}

// partOf returns what the words of a candidate add to the units.
func (v *view) partOf(words token.Range) *hidden {
	kept := &v.kept[uint(words.First)%uint(len(v.kept))]
	if kept.words != words {
		kept.words, kept.units = words, hidden{}
		for place, at := range candidatePlacesOf(words) {
			v.add(&kept.units, &v.network.Candidate[place], at)
		}
	}
	return &kept.units
}

// distance returns the kind of distance of a candidate's words from the message.
func (v *view) distance(words token.Range) int {
	if words.Empty() {
		return 0
	}
	if after := words.First - v.at; after > 0 {
		return 1 + distanceKinds + min(bits.Len(uint(after)), distanceKinds-1)
	}
	return 1 + min(bits.Len(uint(v.at-words.First)), distanceKinds-1)
}

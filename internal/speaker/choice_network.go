package speaker

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"math/bits"
	"sync"

	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Evidence knows no words but those of lists. The network of a choice sees the gists
// of the words around the source and around those who may be meant as well: one
// layer of hidden units, rectified, and their sum, beside what counts straight.

// choiceUnits is how many hidden units there are.
const choiceUnits = 16

type choiceRow [choiceUnits]float32

// The places whose gists are read.
const (
	sourcePlaces = 6 // the word before the source, its first, its noun, its last, the one behind, the first of the content
	optionPlaces = 4 // the first and the last word that name one, next before the source, and those beside them
)

// choiceFeatures is how many numbers count straight.
const choiceFeatures = salienceFeatures + traits

// A choiceNetwork adds a row to the units for each thing that is seen.
type choiceNetwork struct {
	Source  [sourcePlaces][tagger.GistWidth]choiceRow
	Option  [optionPlaces][tagger.GistWidth]choiceRow
	Feature [choiceFeatures]choiceRow
	Kind    [choiceKinds]choiceRow
	Form    [2]choiceRow // of flattened text, and of text with its marks
	choiceSums
}

// choiceSums is what is not a row.
type choiceSums struct {
	Out   choiceRow
	Plain [choiceKinds][choiceFeatures]float32
	Rules float32 // what counts besides for whom rules read: a wrong name is worse than none
}

const choiceRows = (sourcePlaces+optionPlaces)*tagger.GistWidth + choiceFeatures + int(choiceKinds) + 2

// choice.bin has the rows in 8 bits with a scale each, and the sums, in little-endian
// order.
type packedChoices struct {
	Beside [32]byte // SHA-256 of what gist.bin makes gists by: its bytes after the name of the weights
	Scale  [choiceRows]float32
	Row    [choiceRows][choiceUnits]int8
	choiceSums
}

//go:embed choice.bin
var choiceFile []byte

// embeddedChoices decodes the network when the first article needs it.
var embeddedChoices = sync.OnceValue(func() *choiceNetwork {
	var p packedChoices
	n := new(choiceNetwork)
	if err := binary.Read(bytes.NewReader(choiceFile), binary.LittleEndian, &p); err != nil {
		n.Rules = 1 // a test reads the file: only a build that was tampered with comes here
		return n
	}
	n.choiceSums = p.choiceSums
	at := 0
	fill := func(rows []choiceRow) {
		for k := range rows {
			for u, v := range p.Row[at] {
				rows[k][u] = p.Scale[at] * float32(v)
			}
			at++
		}
	}
	for place := range n.Source {
		fill(n.Source[place][:])
	}
	for place := range n.Option {
		fill(n.Option[place][:])
	}
	for _, rows := range [][]choiceRow{n.Feature[:], n.Kind[:], n.Form[:]} {
		fill(rows)
	}
	return n
})

// A choiceView is what the network sees of one choice.
type choiceView struct {
	*choiceNetwork
	gists []tagger.Gist
	plain *[choiceFeatures]float32
	units choiceRow // of the source
}

// viewOf returns what the network sees of a choice.
func (r *resolver) viewOf(c *choice) choiceView {
	n := embeddedChoices()
	form := 0
	if r.Marked {
		form = 1
	}
	v := choiceView{choiceNetwork: n, gists: r.Gists, plain: &n.Plain[c.kind], units: n.Kind[c.kind]}
	v.units.add(&n.Form[form], 1)
	for place, i := range c.places() {
		v.addGist(&v.units, &n.Source[place], i)
	}
	return v
}

// places returns the tokens of the source whose gists are read.
func (c *choice) places() [sourcePlaces]int {
	return [sourcePlaces]int{c.words.First - 1, c.words.First, c.head, c.words.Last - 1, c.words.Last, c.content[0].First}
}

// placesOf returns the tokens whose gists are read of words that name one.
func placesOf(w token.Range) [optionPlaces]int {
	return [optionPlaces]int{w.First - 1, w.First, w.Last - 1, w.Last}
}

func (to *choiceRow) add(row *choiceRow, times float32) {
	for u := range to {
		to[u] += float32(times * row[u])
	}
}

// addGist adds what the gist of token i adds, if there is such a token.
func (v *choiceView) addGist(units *choiceRow, rows *[tagger.GistWidth]choiceRow, i int) {
	if i < 0 || i >= len(v.gists) {
		return
	}
	for k, value := range v.gists[i] {
		units.add(&rows[k], float32(value))
	}
}

// score is what speaks for one who may be meant.
func (v *choiceView) score(c *candidate, has uint) float32 {
	units := v.units
	var sum float32
	if has&(1<<traitRules) != 0 {
		sum = v.Rules
	}
	count := func(feature int, times float32) {
		units.add(&v.Feature[feature], times)
		sum += float32(times * v.plain[feature])
	}
	for feature, value := range c.evidence {
		if value != 0 {
			count(feature, float32(value))
		}
	}
	for rest := has; rest != 0; rest &= rest - 1 {
		count(salienceFeatures+bits.TrailingZeros(rest), 1)
	}
	if !c.nearest.Empty() {
		for place, i := range placesOf(c.nearest) {
			v.addGist(&units, &v.Option[place], i)
		}
	}
	for u, unit := range units {
		sum += float32(max(unit, 0) * v.Out[u])
	}
	return sum
}

package tagger

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// GistWidth is how many numbers a gist has.
const GistWidth = 16

// A Gist is what the network holds of a word in its place, in few numbers: what of
// the words around it tells when, to whom and through what something was said.
// Internal/occasion weighs them; train/gists.py fits both sides.
type Gist [GistWidth]int8

//go:embed gist.bin
var gistFile []byte

// gistInputs is how many numbers a state of the embedded network has.
const gistInputs = 320

// gistWeights is the layout of gist.bin, in little-endian order.
type gistWeights struct {
	Beside  [32]byte // SHA-256 of the weights whose states they read
	Bias    [GistWidth]float32
	Scale   [GistWidth]float32
	Product [GistWidth][gistInputs]int8
}

// A gister makes the gists of words of their states.
type gister struct {
	product *kernel.Matrix
	bias    []float32
}

// newGister decodes the embedded weights of gists.
func newGister(k kernel.Kernel) (*gister, error) {
	var w gistWeights
	if _, err := binary.Decode(gistFile, binary.LittleEndian, &w); err != nil {
		return nil, &WeightsError{0, "gists: " + err.Error()}
	}
	if name := hex.EncodeToString(w.Beside[:]); name != WeightsSHA256() {
		return nil, &WeightsError{0, fmt.Sprintf("gists: they go with the weights %.8s…, and these are %.8s…", name, WeightsSHA256())}
	}
	product := make([]byte, 0, GistWidth*gistInputs)
	for _, row := range w.Product {
		for _, v := range row {
			product = append(product, byte(v))
		}
	}
	if bytes.IndexByte(product, 0x80) >= 0 {
		return nil, &WeightsError{0, "gists: a weight of -128"}
	}
	return &gister{product: k.Pack(nil, product, w.Scale[:], gistInputs, GistWidth, 1), bias: w.Bias[:]}, nil
}

// gists makes the gists of rows words of the products of their states, which are
// step numbers each.
func (g *gister) gists(to []Gist, sums []float32, step int) {
	for k := range to {
		row := sums[k*step:][:GistWidth]
		for c, bias := range g.bias {
			to[k][c] = roundGist(row[c] + bias)
		}
	}
}

// roundGist brings a number between -1 and 1 and rounds it.
func roundGist(v float32) int8 {
	v = float32(127 * min(max(v, -1), 1)) // rounded, so that no processor fuses it with what follows
	// Half with the sign of v: the sign is as good as random, and a branch would be guessed wrong.
	half := math.Float32frombits(math.Float32bits(0.5) | math.Float32bits(v)&(1<<31))
	return int8(v + half)
}

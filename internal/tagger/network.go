package tagger

import (
	"sync"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// A network turns words into scores: embeddings, a gated convolution over three
// words, layers of simple recurrent units (Lei et al. 2018) read in both
// directions, and one product for all heads.
type network struct {
	kernel          kernel.Kernel
	embed, hidden   int
	marks, shapes   []float32      // rows of embed
	convolution     *kernel.Matrix // embed -> the parts of the next, this and the last word, 2·hidden each
	convolutionBias []float32
	layers          []layer
	heads           *kernel.Matrix
	headBias        []float32
	gister          *gister // nil where no gists are made
	lexicon         *lexicon
}

// A layer is one recurrent layer: for each direction candidate, forget and
// reset gate from the product, then per channel the gates' weights of the state
// before and their biases.
type layer struct {
	product *kernel.Matrix
	gates   []float32 // [direction][forget weight, reset weight, forget bias, reset bias][hidden]
}

// A pass reads a text, window by window. What it holds is for one window.
type pass struct {
	*network
	words []Word

	convolved []float32 // first states of the words [from, to), hidden each
	rare      []bool    // whether each of them is none of the frequent ones
	from, to  int
	states    []float32 // of the same words, 2·hidden each
	quantised []byte
	scales    []float32
	sums      []float32 // products of blockWords words
	gistSums  []float32 // products of as many, for their gists
	gists     [blockWords]Gist
	embedding []float32 // rows of the words around a block
	state     []float32
	block     block

	recurrence kernel.Recurrence // the one going on
	gate       kernel.Convolution
}

// passes are kept, as what they hold is as large as a window at most.
var passes = sync.Pool{New: func() any { return new(pass) }}

// A text is read in windows, not much longer than those of the training: what a
// recurrent unit remembers over thousands of words does more harm than good. A
// window's words are read with some of those around them, and nothing beyond
// has any effect on their scores, so a long text's scores are its parts' exactly.
const (
	windowWords  = 512
	contextWords = 64
)

// eachBlock calls use with every word's scores, in order, some words at once.
func (n *network) eachBlock(words []Word, use func(first int, b *block)) {
	p := n.begin(words)
	defer p.end()
	for first := 0; first < len(words); {
		first = p.window(first, use)
	}
}

// window reads the words from first on that go into a window, and returns the
// first that does not.
func (p *pass) window(first int, use func(first int, b *block)) int {
	last := min(first+windowWords, len(p.words))
	p.scores(max(0, first-contextWords), first, last, min(last+contextWords, len(p.words)), use)
	return last
}

// resize gives a slice of n, of which the content does not matter but is kept.
func resize[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = append(make([]T, 0, n), *s...)
	}
	*s = (*s)[:n]
	return *s
}

// tiled is a number of rows that products can go on by.
func tiled(rows int) int { return (rows + kernel.Tile - 1) / kernel.Tile * kernel.Tile }

// begin gets a pass over words; end gives it back.
func (n *network) begin(words []Word) *pass {
	p := passes.Get().(*pass)
	p.network, p.words, p.from, p.to = n, words, 0, 0
	widest := max(3*n.convolution.Width, n.heads.Width)
	for _, l := range n.layers {
		widest = max(widest, l.product.Width)
	}
	resize(&p.sums, blockWords*widest)
	resize(&p.embedding, (blockWords+2)*n.embed)
	resize(&p.state, n.hidden)
	return p
}

func (p *pass) end() {
	p.network, p.words, p.recurrence, p.gate = nil, nil, kernel.Recurrence{}, kernel.Convolution{}
	passes.Put(p)
}

// scores calls use with the heads' scores of the words [first, last), read with
// those around them in [from, to), as if there were no others. The windows of a
// pass must go forward.
func (p *pass) scores(from, first, last, to int, use func(first int, b *block)) {
	p.convolveWindow(from, to)
	rows, width := to-from, 2*p.hidden
	resize(&p.states, rows*width)
	in, inputs := p.convolved, p.hidden
	for k, l := range p.layers {
		p.quantise(in, inputs, 0, rows)
		// What the last layer would give for the words around is not asked.
		forwardEnd, backwardEnd := rows, 0
		if k == len(p.layers)-1 {
			forwardEnd, backwardEnd = last-from, first-from
		}
		p.scanForward(l, in, inputs, forwardEnd)
		p.scanBackward(l, in, inputs, backwardEnd, rows)
		in, inputs = p.states, width
	}
	p.quantise(in, inputs, first-from, last-from)
	b := &p.block
	b.scores, b.width = p.sums, p.heads.Width
	for at := first; at < last; at += blockWords {
		b.rows = min(blockWords, last-at)
		p.multiply(p.heads, 0, b.scores, b.width, inputs, at-first, b.rows)
		for k := range b.rows {
			p.kernel.AddFloats(b.row(k), p.headBias)
		}
		b.states = in[(at-from)*inputs:][:b.rows*inputs]
		b.gists = p.gistsOf(at-first, b.rows, inputs)
		b.rare = p.rare[at-from:][:b.rows]
		use(at, b)
	}
}

// gistsOf makes the gists of some of the quantised rows, if the network makes any.
func (p *pass) gistsOf(first, rows, inputs int) []Gist {
	if p.gister == nil {
		return nil
	}
	width := p.gister.product.Width
	resize(&p.gistSums, blockWords*width)
	p.multiply(p.gister.product, 0, p.gistSums, width, inputs, first, rows)
	p.gister.gists(p.gists[:rows], p.gistSums, width)
	return p.gists[:rows]
}

// quantise makes the rows [first, last) of in ready for products, as rows from
// 0 on.
func (p *pass) quantise(in []float32, inputs, first, last int) {
	rows := last - first
	resize(&p.quantised, (tiled(rows)+kernel.Tile)*p.kernel.RowBytes(inputs))
	resize(&p.scales, tiled(rows)+kernel.Tile)
	p.kernel.Quantise(p.quantised, in[first*inputs:], inputs, p.scales[:rows])
}

// multiply computes a part of a matrix's outputs for some of the quantised rows.
func (p *pass) multiply(m *kernel.Matrix, part int, out []float32, step, inputs, first, rows int) {
	p.kernel.Multiply(m, part, out, step, p.quantised[first*p.kernel.RowBytes(inputs):], p.scales[first:first+rows])
}

// convolveWindow makes convolved that of the words [from, to). What the window
// before has of them is kept, but not where it or this one ends.
func (p *pass) convolveWindow(from, to int) {
	h := p.hidden
	done := from // words before have their states
	if kept := p.to - 1; kept > from+1 {
		copy(p.convolved[h:], p.convolved[(from+1-p.from)*h:(kept-p.from)*h])
		copy(p.rare[1:], p.rare[from+1-p.from:kept-p.from])
		done = kept
	}
	resize(&p.convolved, (to-from)*h)
	resize(&p.rare, to-from)
	p.from, p.to = from, to
	if done > from {
		p.convolve(from, from+1)
	}
	for first := done; first < to; first += blockWords {
		p.convolve(first, min(first+blockWords, to))
	}
}

// convolve writes the first states of the words [first, last), blockWords at
// most, into convolved. Words out of the window count as nothing.
func (p *pass) convolve(first, last int) {
	rows := last - first
	around := p.embedding[:(rows+2)*p.embed]
	for k := range rows + 2 {
		row := around[k*p.embed : (k+1)*p.embed]
		clear(row)
		if at := first - 1 + k; at >= p.from && at < p.to {
			p.rare[at-p.from] = !p.embedWord(row, p.words[at])
		}
	}
	p.quantise(around, p.embed, 0, rows+2)
	width := p.convolution.Width
	for part := range 3 { // the word before, the word, the word after
		p.multiply(p.convolution, part, p.sums[part*width:], 3*width, p.embed, part, rows)
	}
	p.gate = kernel.Convolution{
		Bias: p.convolutionBias,
		Sums: kernel.Walk{Values: p.sums, Step: 3 * width}, Part: width,
		Out:  kernel.Walk{Values: p.convolved, At: (first - p.from) * p.hidden, Step: p.hidden},
		Rows: rows,
	}
	p.kernel.Gate(&p.gate)
}

// embedWord adds all that is known of a word, and tells whether it is one of the
// frequent ones.
func (n *network) embedWord(to []float32, word Word) (isFrequent bool) {
	isFrequent = n.lexicon.embed(n.kernel, to, word.Form)
	for bit, marks := 0, word.Before; marks != 0; bit, marks = bit+1, marks>>1 {
		if marks&1 != 0 && bit < markBits {
			n.kernel.AddFloats(to, n.marks[bit*n.embed:(bit+1)*n.embed])
		}
	}
	shape := int(min(word.Shape, shapes-1))
	n.kernel.AddFloats(to, n.shapes[shape*n.embed:(shape+1)*n.embed])
	return isFrequent
}

// scanForward runs a layer from the first word on, up to last.
func (p *pass) scanForward(l layer, in []float32, inputs, last int) {
	clear(p.state)
	for first := 0; first < last; first += blockWords {
		p.scan(l, in, inputs, first, min(first+blockWords, last), 0)
	}
}

// scanBackward runs a layer from the last word before end back to first.
func (p *pass) scanBackward(l layer, in []float32, inputs, first, end int) {
	clear(p.state)
	for last := end; last > first; last -= blockWords {
		p.scan(l, in, inputs, max(last-blockWords, first), last, 1)
	}
}

// scan takes the steps of one direction of a layer over the words [first, last)
// and writes their states. In may be the states of the layer before: each is
// read before it is written.
func (p *pass) scan(l layer, in []float32, inputs, first, last, direction int) {
	h, rows, width := p.hidden, last-first, l.product.Width
	p.multiply(l.product, direction, p.sums, width, inputs, first, rows)
	half := 0 // of a row of in that goes past the unit
	if inputs == 2*h {
		half = direction * h
	}
	r := &p.recurrence
	*r = kernel.Recurrence{
		State: p.state, Gates: l.gates[direction*4*h : (direction+1)*4*h], Rows: rows,
		Sums: kernel.Walk{Values: p.sums, Step: width},
		In:   kernel.Walk{Values: in, At: first*inputs + half, Step: inputs},
		Out:  kernel.Walk{Values: p.states, At: first*2*h + direction*h, Step: 2 * h},
	}
	if direction == 1 {
		for _, w := range []*kernel.Walk{&r.Sums, &r.In, &r.Out} {
			w.At, w.Step = w.At+(rows-1)*w.Step, -w.Step
		}
	}
	p.kernel.Recur(r)
}

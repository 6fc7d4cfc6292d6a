package tagger

import "sync"

// A network turns words into scores: embeddings, a gated convolution over three
// words, layers of simple recurrent units (Lei et al. 2018) read in both
// directions, and one product for all heads.
type network struct {
	embed, hidden   int
	marks, shapes   []float32 // rows of embed
	convolution     *matrix   // embed -> the parts of the next, this and the last word, 2·hidden each
	convolutionBias []float32
	layers          []layer
	heads           *matrix
	headBias        []float32
	lexicon         *lexicon
}

// A layer is one recurrent layer: for each direction candidate, forget and
// reset gate from the product, then per channel the gates' weights of the state
// before and their biases.
type layer struct {
	product *matrix
	gates   []float32 // [direction][forget weight, reset weight, forget bias, reset bias][hidden]
}

const blockWords = 32 // words whose products are computed at once

// A workspace holds what one forward pass needs.
type workspace struct {
	x, y      []float32 // states of every word, 2·hidden
	quantised []int8
	scales    []float32
	block     []float32 // products of blockWords words
	sum       []float32 // the convolution of blockWords words
	embedding []float32
	state     []float32
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// resize gives a slice of n, of which the content does not matter.
func resize[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n)
	}
	*s = (*s)[:n]
	return *s
}

// scores writes the heads' scores of every word into out. Words past either end
// count as nothing.
func (n *network) scores(out []float32, words []Word) {
	if len(words) == 0 {
		return
	}
	w := workspaces.Get().(*workspace)
	defer workspaces.Put(w)
	width := 2 * n.hidden
	resize(&w.x, len(words)*width)
	resize(&w.y, len(words)*width)
	resize(&w.block, blockWords*max(3*n.hidden, n.heads.outputs))
	resize(&w.sum, blockWords*width)
	resize(&w.state, n.hidden)
	n.convolve(w, words)
	inputs := n.hidden
	for _, l := range n.layers {
		n.quantiseRows(w, len(words), inputs)
		n.scan(w, l, len(words), inputs, 0)
		n.scan(w, l, len(words), inputs, 1)
		w.x, w.y = w.y, w.x
		inputs = width
	}
	n.quantiseRows(w, len(words), inputs)
	n.heads.multiply(out, w.quantised, w.scales, 0, n.heads.outputs)
	for k := range words {
		row := out[k*n.heads.outputs : (k+1)*n.heads.outputs]
		for j, bias := range n.headBias {
			row[j] += bias
		}
	}
}

// quantiseRows quantises rows of x.
func (n *network) quantiseRows(w *workspace, rows, width int) {
	resize(&w.quantised, rows*width)
	resize(&w.scales, rows)
	for r := range rows {
		w.scales[r] = quantise(w.quantised[r*width:(r+1)*width], w.x[r*width:(r+1)*width])
	}
}

// convolve writes the first states, hidden a word, into x.
func (n *network) convolve(w *workspace, words []Word) {
	// A row of zeros stands on either side.
	resize(&w.quantised, (len(words)+2)*n.embed)
	resize(&w.scales, len(words)+2)
	resize(&w.embedding, n.embed)
	clear(w.quantised[:n.embed])
	clear(w.quantised[(len(words)+1)*n.embed:])
	w.scales[0], w.scales[len(words)+1] = 0, 0
	for k, word := range words {
		n.embedWord(w.embedding, word)
		w.scales[k+1] = quantise(w.quantised[(k+1)*n.embed:(k+2)*n.embed], w.embedding)
	}
	width := 2 * n.hidden
	for first := 0; first < len(words); first += blockWords {
		rows := min(blockWords, len(words)-first)
		sum := w.sum[:rows*width]
		for r := range rows {
			copy(sum[r*width:], n.convolutionBias)
		}
		for offset := range 3 { // the word before, the word, the word after
			from := first + offset
			n.convolution.multiply(w.block, w.quantised[from*n.embed:], w.scales[from:from+rows], offset*width, (offset+1)*width)
			for k, v := range w.block[:rows*width] {
				sum[k] += v
			}
		}
		for r := range rows {
			value, gate := sum[r*width:r*width+n.hidden], sum[r*width+n.hidden:(r+1)*width]
			to := w.x[(first+r)*n.hidden:]
			for j, v := range value {
				to[j] = v * sigmoid(gate[j])
			}
		}
	}
}

// embedWord writes the sum of what is known of a word.
func (n *network) embedWord(to []float32, word Word) {
	n.lexicon.embed(to, word.Form)
	for bit, marks := 0, word.Before; marks != 0; bit, marks = bit+1, marks>>1 {
		if marks&1 != 0 && bit < markBits {
			for j, v := range n.marks[bit*n.embed : (bit+1)*n.embed] {
				to[j] += v
			}
		}
	}
	shape := int(min(word.Shape, shapes-1))
	for j, v := range n.shapes[shape*n.embed : (shape+1)*n.embed] {
		to[j] += v
	}
}

// scan runs one direction of a layer over all words, from x into y.
func (n *network) scan(w *workspace, l layer, words, inputs, direction int) {
	h := n.hidden
	gates := l.gates[direction*4*h : (direction+1)*4*h]
	highway := 0
	if inputs == 2*h {
		highway = direction * h
	}
	clear(w.state)
	blocks := (words + blockWords - 1) / blockWords
	for b := range blocks {
		if direction == 1 {
			b = blocks - 1 - b
		}
		first := b * blockWords
		rows := min(blockWords, words-first)
		l.product.multiply(w.block, w.quantised[first*inputs:], w.scales[first:first+rows], direction*3*h, (direction+1)*3*h)
		for k := range rows {
			if direction == 1 {
				k = rows - 1 - k
			}
			at := first + k
			recur(w.y[at*2*h+direction*h:][:h], w.state, w.block[k*3*h:(k+1)*3*h], gates, w.x[at*inputs+highway:][:h])
		}
	}
}

// recur is one step of a recurrent unit.
func recur(out, state, product, gates, in []float32) {
	h := len(state)
	candidate, forget, reset := product[:h], product[h:][:h], product[2*h:][:h]
	forgetWeight, resetWeight := gates[:h], gates[h:][:h]
	forgetBias, resetBias := gates[2*h:][:h], gates[3*h:][:h]
	out, in = out[:h], in[:h]
	for j, before := range state {
		f := sigmoid(forget[j] + float32(forgetWeight[j]*before) + forgetBias[j])
		r := sigmoid(reset[j] + float32(resetWeight[j]*before) + resetBias[j])
		now := candidate[j] + float32(f*(before-candidate[j]))
		state[j] = now
		out[j] = in[j] + float32(r*(now-in[j]))
	}
}

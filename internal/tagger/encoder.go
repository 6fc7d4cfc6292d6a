package tagger

import (
	"math"
	"sync"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// An encoder turns words into scores by a transformer (Vaswani et al. 2017) in
// the form of BERT (Devlin et al. 2019): the pieces of words and marks, each with
// its place, go through layers of attention and of two products with a GELU
// between; the state of a word's first piece gives its scores.
//
// Products are in whole numbers, those of attention too: scores of queries and
// keys, their exponentials, and values are rounded to 8 bits. The sum of a
// query's exponentials, by which its answer is divided, is one more column of
// the product with the values, so that it is exact as well.
type encoder struct {
	kernel   kernel.Kernel
	width    int
	most     int // pieces of a window
	pieces   pieces
	marks    []markPiece
	start    int32 // the piece that a window begins with
	end      int32 // the piece that it ends with
	words    table // a row a piece
	places   []float32
	shapes   []float32
	quoted   []float32
	embedded layerNorm
	layers   []encoderLayer
	heads    *kernel.Matrix
	headBias []float32
}

const (
	headWidth  = 32 // numbers of an attention head
	wholeWidth = 96 // a state's numbers come in so many: whole heads, and whole panels on every processor
	wideParts  = 4  // how many times as wide as a state the middle of a layer is
)

// An encoderLayer is attention and two products, each added to what went in.
type encoderLayer struct {
	attention  *kernel.Matrix // queries, keys, values
	queryBias  []float32      // that of keys changes nothing, and that of values is in mixedBias
	mixed      *kernel.Matrix // what the heads have found
	mixedBias  []float32
	attended   layerNorm
	wide       *kernel.Matrix
	wideBias   []float32
	narrow     [wideParts]*kernel.Matrix // of each part of the wide
	narrowBias []float32
	done       layerNorm
}

// A layerNorm makes mean and variance of a row those of its scale and shift (Ba et al. 2016).
type layerNorm struct {
	scale, shift []float32
}

// A markPiece is the piece that stands for a mark before a word.
type markPiece struct {
	mark  Marks
	piece int32
}

// A text is read in windows of so many pieces, as those of the training. Those at
// either end are read for the others' sake alone, and nothing beyond a window has
// any effect on its scores.
const (
	mostWindowPieces = 288 // whole tiles and vectors on every processor
	contextPieces    = 28
	mostMarks        = markBits
	mostWordPieces   = mostMarks + mostPieces // of a word and the marks before it
)

// knows tells whether a lower-cased word is one of the frequent ones, which are in
// one piece.
func (e *encoder) knows(form string) bool {
	return e.pieces.first.row(withoutAccents(form)) != unknownPiece
}

// eachBlock calls use with every word's scores, in order, some words at once.
func (e *encoder) eachBlock(words []Word, use func(first int, b *block)) {
	w := windows.Get().(*window)
	w.encoder = e
	defer func() {
		w.encoder = nil // or a window that is kept would keep its weights
		windows.Put(w)
	}()
	for first := 0; first < len(words); {
		first = w.read(words, first, use)
	}
}

// A window is some words on their way through the layers. Rows are of the encoder's
// width each.
type window struct {
	*encoder
	list   []int32 // pieces
	shape  []Shape // of each piece's word; that of marks is NoCase
	inside []bool  // whether each piece stands in a quotation
	firsts []int   // the first piece of each word

	states  []float32 // of the pieces
	asked   []float32 // of those pieces whose scores are asked
	queries []float32
	keys    []float32
	values  []float32
	found   []float32 // by attention
	sums    []float32
	part    []float32 // of the wide

	ready     quantised // rows that products are asked of
	middle    quantised // parts of the wide
	attention attention
	block     block
	rare      [blockWords]bool // whether each word of the block is none of the frequent ones
}

// A quantised is rows of activations that are ready for products.
type quantised struct {
	bytes  []byte
	scales []float32
}

// take quantises rows.
func (q *quantised) take(k kernel.Kernel, rows []float32, width, count int) {
	resize(&q.bytes, tiled(count)*k.RowBytes(width))
	resize(&q.scales, tiled(count))
	k.Quantise(q.bytes, rows[:count*width], width, q.scales[:count])
}

// multiply computes a part of a matrix's outputs for the first rows.
func (q *quantised) multiply(k kernel.Kernel, m *kernel.Matrix, part int, out []float32, step, count int) {
	k.Multiply(m, part, out, step, q.bytes, q.scales[:count])
}

// windows are kept, as what they hold has one size.
var windows = sync.Pool{New: func() any { return new(window) }}

// read reads the words from first on, as many as go into a window, and returns the
// first that does not.
func (w *window) read(words []Word, first int, use func(first int, b *block)) int {
	from, to := w.cut(words, first)
	last := to
	if to < len(words) {
		last = from + w.lastAsked(first-from)
	}
	w.embed()
	rows := len(w.list)
	resize(&w.states, tiled(rows)*w.width)
	for k := range w.layers {
		if k < len(w.layers)-1 {
			w.layer(&w.layers[k], rows, w.states, rows)
			continue
		}
		w.gather(w.firsts[first-from : last-from])
		w.layer(&w.layers[k], rows, w.asked, last-first)
	}
	b := &w.block
	b.states, b.gists = nil, nil // an encoder has none of its own
	w.ready.take(w.kernel, w.asked, w.width, last-first)
	resize(&w.sums, tiled(last-first)*w.heads.Width)
	w.ready.multiply(w.kernel, w.heads, 0, w.sums, w.heads.Width, last-first)
	b.width = w.heads.Width
	for at := first; at < last; at += blockWords {
		b.rows, b.scores = min(blockWords, last-at), w.sums[(at-first)*b.width:]
		for k := range b.rows {
			w.kernel.AddFloats(b.row(k), w.headBias)
			w.rare[k] = !w.knows(words[at+k].Form)
		}
		b.rare = w.rare[:b.rows]
		use(at, b)
	}
	return last
}

// cut takes the pieces of the words [from, to): some before first, and what goes
// into a window.
func (w *window) cut(words []Word, first int) (from, to int) {
	from = first
	for room := contextPieces; from > 0; from-- {
		w.list, _ = w.appendWord(w.list[:0], words[from-1])
		if room -= len(w.list); room < 0 {
			break
		}
	}
	w.list, w.shape, w.inside, w.firsts = append(w.list[:0], w.start), append(w.shape[:0], NoCase), append(w.inside[:0], false), w.firsts[:0]
	for to = from; to < len(words); to++ {
		before, own := len(w.list), 0
		if w.list, own = w.appendWord(w.list, words[to]); len(w.list) >= w.most {
			w.list = w.list[:before]
			break
		}
		for k := before; k < len(w.list); k++ {
			shape, inside := NoCase, false
			if k >= own {
				shape, inside = min(words[to].Shape, shapes-1), words[to].Before&quoted != 0
			}
			w.shape, w.inside = append(w.shape, shape), append(w.inside, inside)
		}
		w.firsts = append(w.firsts, own)
	}
	w.list, w.shape, w.inside = append(w.list, w.end), append(w.shape, NoCase), append(w.inside, false)
	return from, to
}

// lastAsked is where the words of a window end of which enough stands behind, more
// than the first of those that are asked.
func (w *window) lastAsked(first int) int {
	last := len(w.firsts)
	for last > first+1 && len(w.list)-w.firsts[last-1] <= contextPieces {
		last--
	}
	return last
}

// appendWord adds the pieces of the marks before a word and its own, of which the
// first is at own.
func (w *window) appendWord(list []int32, word Word) (longer []int32, own int) {
	for _, m := range w.marks {
		if word.Before&m.mark != 0 {
			list = append(list, m.piece)
		}
	}
	own = len(list)
	if list = w.pieces.append(list, word.Form); len(list) == own {
		list = append(list, unknownPiece)
	}
	return list, own
}

// embed writes what is known of each piece into states.
func (w *window) embed() {
	resize(&w.states, tiled(len(w.list))*w.width)
	for k, piece := range w.list {
		row := w.states[k*w.width : (k+1)*w.width]
		copy(row, w.places[k*w.width:])
		w.words.add(w.kernel, row, int(piece))
		if s := int(w.shape[k]); s > 0 {
			w.kernel.AddFloats(row, w.shapes[s*w.width:(s+1)*w.width])
		}
		if w.inside[k] {
			w.kernel.AddFloats(row, w.quoted)
		}
		w.embedded.apply(row)
	}
}

// gather copies the states of some pieces.
func (w *window) gather(pieces []int) {
	resize(&w.asked, tiled(len(pieces))*w.width)
	for k, at := range pieces {
		copy(w.asked[k*w.width:(k+1)*w.width], w.states[at*w.width:])
	}
}

// layer takes asked, some of the rows, on through a layer. Where they are all,
// asked is states.
func (w *window) layer(l *encoderLayer, rows int, asked []float32, count int) {
	width, k := w.width, w.kernel
	for _, room := range []*[]float32{&w.queries, &w.keys, &w.values, &w.found, &w.sums, &w.part} {
		resize(room, tiled(rows)*width)
	}
	w.ready.take(k, w.states, width, rows)
	w.ready.multiply(k, l.attention, 1, w.keys, width, rows)
	w.ready.multiply(k, l.attention, 2, w.values, width, rows)
	if count != rows {
		w.ready.take(k, asked, width, count)
	}
	w.ready.multiply(k, l.attention, 0, w.queries, width, count)
	for q := range count {
		k.AddFloats(w.queries[q*width:(q+1)*width], l.queryBias)
	}
	w.attention.attend(k, w.found, w.queries, w.keys, w.values, width, rows, count)
	w.ready.take(k, w.found, width, count)
	w.ready.multiply(k, l.mixed, 0, w.sums, width, count)
	w.addSums(asked, l.mixedBias, l.attended, count)

	w.ready.take(k, asked, width, count)
	for part := range wideParts {
		w.ready.multiply(k, l.wide, part, w.part, width, count)
		k.Activate(w.part[:count*width], l.wideBias[part*width:(part+1)*width])
		w.middle.take(k, w.part, width, count)
		if part == 0 {
			w.middle.multiply(k, l.narrow[part], 0, w.sums, width, count)
			continue
		}
		w.middle.multiply(k, l.narrow[part], 0, w.found, width, count)
		k.AddFloats(w.sums[:count*width], w.found[:count*width])
	}
	w.addSums(asked, l.narrowBias, l.done, count)
}

// addSums adds the sums and a bias to rows, and makes them normal.
func (w *window) addSums(rows, bias []float32, n layerNorm, count int) {
	for k := range count {
		row := rows[k*w.width : (k+1)*w.width]
		w.kernel.AddFloats(row, w.sums[k*w.width:(k+1)*w.width])
		w.kernel.AddFloats(row, bias)
		n.apply(row)
	}
}

// apply makes a row normal. It adds eight numbers apart, in an order that is the
// same on every platform.
func (n layerNorm) apply(row []float32) {
	const epsilon = 1e-12
	mean := eightSums(row) / float32(len(row))
	variance := eightSquares(row, mean) / float32(len(row))
	inverse := float32(1 / math.Sqrt(float64(variance)+epsilon))
	scale, shift := n.scale[:len(row)], n.shift[:len(row)]
	for k, v := range row {
		row[k] = float32(float32((v-mean)*inverse)*scale[k]) + shift[k]
	}
}

func eightSums(row []float32) float32 {
	var s [8]float32
	for ; len(row) >= 8; row = row[8:] {
		s[0] += row[0]
		s[1] += row[1]
		s[2] += row[2]
		s[3] += row[3]
		s[4] += row[4]
		s[5] += row[5]
		s[6] += row[6]
		s[7] += row[7]
	}
	return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
}

// eightSquares sums the squares of the differences from the mean.
func eightSquares(row []float32, mean float32) float32 {
	var s [8]float32
	for ; len(row) >= 8; row = row[8:] {
		for k := range s {
			d := row[k] - mean
			s[k] += float32(d * d)
		}
	}
	return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
}

package kernel

// A Kernel is the arithmetic of a model's layers as one kind of processor does
// it. All kernels give the same bits for numbers that are finite. Any number of
// goroutines may use one.
//
// Rows of activations that are ready for a product lie RowBytes apart. A product
// works on [Tile] rows at once: its slices must have room for a number of rows
// that is a multiple of it, of which those too many may hold anything.
type Kernel interface {
	// Name is the name by which Named finds the kernel.
	Name() string
	// RowBytes is the number of bytes of a row of so many activations.
	RowBytes(width int) int
	// Pack puts weights, given output by output, in the order that Multiply
	// wants. The outputs fall into equal parts, each of which Multiply computes
	// by itself; scale has one number an output. No weight may be
	// -128, and there are MostInputs inputs at most. The matrix is m, whose room
	// is used again, or a new one if m is nil.
	Pack(m *Matrix, weights []byte, scale []float32, inputs, outputs, parts int) *Matrix
	// Multiply computes a part of a matrix's outputs: for each of the rows' scales
	// a row of m.Width, of which those past the part's outputs are zero. Rows of
	// out are step apart.
	Multiply(m *Matrix, part int, out []float32, step int, in []byte, scales []float32)
	// Quantise rounds each row of from, of so many numbers, to 8-bit numbers of
	// one scale: to the nearest, of two to the even one.
	Quantise(to []byte, from []float32, width int, scales []float32)
	// Gate ends a convolution.
	Gate(g *Convolution)
	// Recur takes the steps of a recurrent unit.
	Recur(r *Recurrence)
	// AddBytes adds a row of 8-bit numbers with a scale to a row.
	AddBytes(to []float32, row []byte, scale float32)
	// AddFloats adds a row to a row.
	AddFloats(to, row []float32)
	// Exponentiate makes each number of a row Exponential of itself.
	Exponentiate(row []float32)
	// Activate adds the bias to each of some rows as long as it, and makes each
	// number GELU of itself.
	Activate(rows, bias []float32)
}

// Tile is the number of rows by which products go on.
const Tile = 24

// MostInputs is the largest number of inputs that a matrix may have.
const MostInputs = 512

// A Matrix holds the weights of a product in the order that one kernel wants.
type Matrix struct {
	// Width is the number of floats of a row of one part's outputs.
	Width int

	inputs     int
	part       int       // elements of weights that a part takes
	weights    []uint64  // holds what the kernel reads, in little-endian order
	scale      []float32 // of each output of each part
	correction []int32   // what each sum begins with
}

// resized makes m, or a new matrix, one of so many outputs a part, width with
// those that fill up, and puts the scales in. All weights are zero.
func (m *Matrix) resized(scale []float32, inputs, outputs, parts, width, partWeights int) *Matrix {
	if m == nil {
		m = new(Matrix)
	}
	m.Width, m.inputs, m.part = width, inputs, partWeights
	m.weights, m.scale = zeros(m.weights, parts*partWeights), zeros(m.scale, parts*width)
	for p := range parts {
		copy(m.scale[p*width:], scale[p*outputs/parts:(p+1)*outputs/parts])
	}
	return m
}

// zeros gives a slice of n zeros, in the room of old where that suffices.
func zeros[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// A Walk is rows of numbers: row k begins at At + k·Step.
type Walk struct {
	Values   []float32
	At, Step int
}

// row gives so many numbers of one row.
func (w *Walk) row(k, width int) []float32 {
	at := w.At + k*w.Step
	return w.Values[at : at+width : at+width]
}

// A Recurrence is some steps of a recurrent unit, in whichever direction. Each
// takes the State on and writes a row of Out as wide as it.
type Recurrence struct {
	State []float32
	Gates []float32 // the forget and the reset gate's weights of the state before, and their biases
	Sums  Walk      // products: the candidates, the forget and the reset gates
	In    Walk
	Out   Walk
	Rows  int
}

// A Convolution is the sums of the three products of each word, a row of
// candidates and a row of gates each, and the bias of such a pair of rows. The
// candidates times the sigmoids of their gates are written to Out.
type Convolution struct {
	Bias []float32
	Sums Walk
	Part int // numbers from one product of a word to the next
	Out  Walk
	Rows int
}

// Best is the fastest kernel that this processor has.
func Best() Kernel {
	if k := Named(forced); k != nil {
		return k
	}
	list := All()
	return list[len(list)-1]
}

// forced is the name of the kernel to use instead of the best. Only the linker
// sets it, so that tests and measurements can look at each:
//
//	go test -ldflags=-X=github.com/verbatim-news/verbatim/internal/tagger/kernel.forced=avx2 ./...
var forced string

// All are the kernels that this processor has, the slowest first: that is the
// reference, in plain Go.
func All() []Kernel {
	return append([]Kernel{Reference{}}, ofProcessor()...)
}

// Named is the kernel of that name, or nil where this processor has none.
func Named(name string) Kernel {
	for _, k := range All() {
		if k.Name() == name {
			return k
		}
	}
	return nil
}

package kernel

import "math"

// Plain Go has no vector instructions, so two outputs share one multiplication
// of float64: a pair of weights is the second times 2²⁶ plus the first. Whole
// numbers below 2⁵³ are exact in a float64, and so is every sum of products here,
// fused or not: each of the two is less than MostInputs·128·127 < 2²³.

const (
	pairBits  = 26
	pairShift = 1 << pairBits
	rowBlock  = 6 // rows of activations multiplied at once
)

// RowBytes is one an activation.
func (Reference) RowBytes(width int) int { return width }

// Pack puts for each two outputs a pair of weights for each input.
func (Reference) Pack(m *Matrix, weights []byte, scale []float32, inputs, outputs, parts int) *Matrix {
	each := outputs / parts
	pairs := (each + 1) / 2
	m = m.resized(scale, inputs, outputs, parts, 2*pairs, pairs*inputs)
	for o := range outputs {
		part, within := o/each, o%each
		factor := 1.0
		if within%2 == 1 {
			factor = pairShift
		}
		pair := m.weights[part*m.part+within/2*inputs:][:inputs]
		for k, w := range weights[o*inputs : (o+1)*inputs] {
			pair[k] = math.Float64bits(math.Float64frombits(pair[k]) + factor*float64(int8(w)))
		}
	}
	return m
}

// Multiply sums each two outputs of some rows together.
func (Reference) Multiply(m *Matrix, part int, out []float32, step int, in []byte, scales []float32) {
	weights, scale := m.weights[part*m.part:(part+1)*m.part], m.scale[part*m.Width:(part+1)*m.Width]
	var held [MostInputs][rowBlock]float64
	block := held[:m.inputs]
	for r := 0; r < len(scales); r += rowBlock {
		rows := min(rowBlock, len(scales)-r)
		for b := range rows {
			for k, v := range in[(r+b)*m.inputs : (r+b+1)*m.inputs] {
				block[k][b] = float64(int8(v))
			}
		}
		for o := 0; o < m.Width; o += 2 {
			sums := dot(weights[o/2*m.inputs:(o/2+1)*m.inputs], block)
			for b, sum := range sums[:rows] {
				whole := int64(sum)
				second := (whole + pairShift/2) >> pairBits
				first := whole - second<<pairBits
				to := out[(r+b)*step+o:]
				to[0] = float32(float32(first) * float32(scales[r+b]*scale[o]))
				to[1] = float32(float32(second) * float32(scales[r+b]*scale[o+1]))
			}
		}
	}
}

// dot adds up the products of one row of pairs of weights with a block of rows.
func dot(weights []uint64, block [][rowBlock]float64) [rowBlock]float64 {
	block = block[:len(weights)]
	var a, b, c, d, e, f float64
	for k := range weights {
		w, row := math.Float64frombits(weights[k]), &block[k]
		a += w * row[0]
		b += w * row[1]
		c += w * row[2]
		d += w * row[3]
		e += w * row[4]
		f += w * row[5]
	}
	return [rowBlock]float64{a, b, c, d, e, f}
}

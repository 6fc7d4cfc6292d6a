package tagger

import "math"

// Matrix products in whole numbers. Weights are 8-bit with one scale an output,
// activations are 8-bit with one scale a word, and sums are exact, so the result
// is the same on every platform whatever the order of the sum.
//
// Plain Go has no vector instructions, so three outputs share one 64-bit
// multiplication: three weights stand 21 bits apart in one word of memory, and
// the sum of `lane` products of 8-bit numbers fits in 21 bits with its sign.

const (
	laneBits = 21
	lane     = 64 // products summed before a lane could overflow: 64·127·127 < 2²⁰
	rowBlock = 4  // rows of activations multiplied at once
)

// A matrix turns rows of inputs into rows of outputs.
type matrix struct {
	inputs, outputs int
	packed          []uint64  // for each three outputs, inputs words
	scale           []float32 // of each output
}

// newMatrix packs weights, which are given output by output.
func newMatrix(weights []int8, scale []float32, inputs, outputs int) *matrix {
	groups := (outputs + 2) / 3
	m := &matrix{inputs: inputs, outputs: outputs, packed: make([]uint64, groups*inputs), scale: scale}
	for o := range outputs {
		group, shift := o/3, laneBits*(o%3)
		for k := range inputs {
			m.packed[group*inputs+k] += uint64(int64(weights[o*inputs+k])) << shift
		}
	}
	return m
}

// quantise writes row as 8-bit numbers, the nearest (the even one of two), and
// returns their scale.
func quantise(into []int8, row []float32) float32 {
	var most uint32 // bits of numbers that are not negative are in the numbers' order
	for _, v := range row {
		most = max(most, math.Float32bits(v)&^(1<<31))
	}
	scale := math.Float32frombits(most) / 127
	if !(scale > 0) {
		clear(into)
		return 0
	}
	inverse := 1 / scale
	into = into[:len(row)]
	for k, v := range row {
		// At this magnitude a float32 counts in ones, its lowest bits.
		const ones = 3 << 22
		into[k] = int8(math.Float32bits(float32(v*inverse) + ones))
	}
	return scale
}

// multiply computes rows of outputs from rows of quantised inputs, the outputs
// [first, last) of the matrix only; first must be a multiple of three.
func (m *matrix) multiply(out []float32, in []int8, scales []float32, first, last int) {
	rows, width := len(scales), last-first
	for r := 0; r < rows; r += rowBlock {
		block := min(rowBlock, rows-r)
		var row [rowBlock][]int8
		for b := range row {
			// A block that is not full multiplies its last row again.
			at := (r + min(b, block-1)) * m.inputs
			row[b] = in[at : at+m.inputs]
		}
		for o := first; o < last; o += 3 {
			var sums [rowBlock][3]int32
			packed := m.packed[o/3*m.inputs : (o/3+1)*m.inputs]
			for k := 0; k < m.inputs; k += lane {
				end := min(k+lane, m.inputs)
				dot4(&sums, packed[k:end], row[0][k:end], row[1][k:end], row[2][k:end], row[3][k:end])
			}
			for b := range block {
				to := out[(r+b)*width+o-first:]
				for l := range min(3, last-o) {
					to[l] = float32(float32(sums[b][l]) * float32(scales[r+b]*m.scale[o+l]))
				}
			}
		}
	}
}

// dot4 adds the products of one group of weights with four rows.
func dot4(sums *[rowBlock][3]int32, weights []uint64, a, b, c, d []int8) {
	a, b, c, d = a[:len(weights)], b[:len(weights)], c[:len(weights)], d[:len(weights)]
	var sa, sb, sc, sd uint64
	for k, w := range weights {
		sa += w * uint64(int64(a[k]))
		sb += w * uint64(int64(b[k]))
		sc += w * uint64(int64(c[k]))
		sd += w * uint64(int64(d[k]))
	}
	unpack(&sums[0], sa)
	unpack(&sums[1], sb)
	unpack(&sums[2], sc)
	unpack(&sums[3], sd)
}

// unpack adds the three sums that one word of memory holds.
func unpack(sums *[3]int32, packed uint64) {
	const rest = 64 - laneBits
	low := int64(packed<<rest) >> rest
	packed = uint64(int64(packed)-low) >> laneBits
	middle := int64(packed<<rest) >> rest
	packed = (packed - uint64(middle)) >> laneBits
	high := int64(packed<<rest) >> rest
	sums[0] += int32(low)
	sums[1] += int32(middle)
	sums[2] += int32(high)
}

package kernel

// Plain Go has no vector instructions, so three outputs share one 64-bit
// multiplication: three weights stand 21 bits apart in one word of memory, and
// the sum of `lane` products of 8-bit numbers fits in 21 bits with its sign.

const (
	laneBits = 21
	lane     = 64 // products summed before a lane could overflow: 64·127·128 < 2²⁰
	rowBlock = 4  // rows of activations multiplied at once
)

// RowBytes is one an activation.
func (Reference) RowBytes(width int) int { return width }

// Pack puts for each three outputs a word for each input.
func (Reference) Pack(weights []byte, scale []float32, inputs, outputs, parts int) *Matrix {
	each := outputs / parts
	groups := (each + 2) / 3
	m := newMatrix(scale, inputs, outputs, parts, 3*groups, groups*inputs)
	for o := range outputs {
		part, within := o/each, o%each
		at := part*m.part + within/3*inputs
		for k := range inputs {
			m.weights[at+k] += uint64(int64(int8(weights[o*inputs+k]))) << (laneBits * (within % 3))
		}
	}
	return m
}

// Multiply sums each three outputs of four rows together.
func (Reference) Multiply(m *Matrix, part int, out []float32, step int, in []byte, scales []float32) {
	rows, weights, scale := len(scales), m.weights[part*m.part:(part+1)*m.part], m.scale[part*m.Width:(part+1)*m.Width]
	for r := 0; r < rows; r += rowBlock {
		block := min(rowBlock, rows-r)
		var row [rowBlock][]byte
		for b := range row {
			// A block that is not full multiplies its last row again.
			at := (r + min(b, block-1)) * m.inputs
			row[b] = in[at : at+m.inputs]
		}
		for o := 0; o < m.Width; o += 3 {
			var sums [rowBlock][3]int32
			packed := weights[o/3*m.inputs : (o/3+1)*m.inputs]
			for k := 0; k < m.inputs; k += lane {
				end := min(k+lane, m.inputs)
				dot4(&sums, packed[k:end], row[0][k:end], row[1][k:end], row[2][k:end], row[3][k:end])
			}
			for b := range block {
				to := out[(r+b)*step+o:]
				for l := range 3 {
					to[l] = float32(float32(sums[b][l]) * float32(scales[r+b]*scale[o+l]))
				}
			}
		}
	}
}

// dot4 adds the products of one group of weights with four rows.
func dot4(sums *[rowBlock][3]int32, weights []uint64, a, b, c, d []byte) {
	a, b, c, d = a[:len(weights)], b[:len(weights)], c[:len(weights)], d[:len(weights)]
	var sa, sb, sc, sd uint64
	for k, w := range weights {
		sa += w * uint64(int64(int8(a[k])))
		sb += w * uint64(int64(int8(b[k])))
		sc += w * uint64(int64(int8(c[k])))
		sd += w * uint64(int64(int8(d[k])))
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

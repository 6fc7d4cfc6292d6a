//go:build !purego && (amd64 || arm64)

package kernel

import "encoding/binary"

// An assembly is a kernel of machine instructions. It packs weights into panels
// of outputs; see the package's documentation.
type assembly struct {
	name    string
	group   int  // inputs of an output that stand together
	panel   int  // outputs of a panel
	cell    int  // bytes of an activation and of a weight
	rows    int  // rows that a product works on at once
	shifted bool // activations have 128 added to them, as the instruction takes no sign
	instructions
}

// Whole rows of floats are done in vectors of at most so many.
const vector = 16

// Name is the name of the processor's extension.
func (a *assembly) Name() string { return a.name }

// RowBytes is the room of whole groups.
func (a *assembly) RowBytes(width int) int { return roundUp(width, a.group) * a.cell }

func roundUp(n, to int) int { return (n + to - 1) / to * to }

// Pack lays out panel after panel: of each group of inputs all outputs' weights.
func (a *assembly) Pack(m *Matrix, weights []byte, scale []float32, inputs, outputs, parts int) *Matrix {
	each := outputs / parts
	width, depth := roundUp(each, a.panel), roundUp(inputs, a.group)
	m = m.resized(scale, depth, outputs, parts, width, width*depth*a.cell/8)
	m.correction = zeros(m.correction, parts*width)
	for o := range outputs {
		part, within := o/each, o%each
		row := weights[o*inputs : (o+1)*inputs]
		first := part*width*depth + within/a.panel*a.panel*depth + within%a.panel*a.group
		if a.group == 4 && a.cell == 1 {
			m.putGroups(first, 4*a.panel, row)
		} else {
			for k, w := range row {
				m.put((first+k/a.group*a.panel*a.group+k%a.group)*a.cell, int8(w), a.cell)
			}
		}
		if a.shifted {
			sum := int32(0)
			for _, w := range row {
				sum += int32(int8(w))
			}
			m.correction[part*width+within] = -128 * sum
		}
	}
	return m
}

// put writes a weight of one or two bytes.
func (m *Matrix) put(at int, w int8, size int) {
	bits := uint64(uint8(w))
	if size == 2 {
		bits = uint64(uint16(w))
	}
	m.weights[at/8] |= bits << (8 * (at % 8))
}

// putGroups writes the weights of an output, of one byte each, four at once.
func (m *Matrix) putGroups(at, step int, row []byte) {
	for ; len(row) >= 4; row = row[4:] {
		m.weights[at/8] |= uint64(binary.LittleEndian.Uint32(row)) << (8 * (at % 8))
		at += step
	}
	for k, w := range row {
		m.put(at+k, int8(w), 1)
	}
}

// The structures of arguments hold what a function of assembly reads, eight
// bytes a field; gen/arguments.go says where. Steps and widths are in bytes.
type product struct {
	out         *float32
	outStep     int
	in          *byte
	inStep      int
	rowScale    *float32
	weights     *uint64
	columnScale *float32
	correction  *int32
	groups      int
	panels      int
	tiles       int
}

type recurrence struct {
	out      *float32
	outStep  int
	in       *float32
	inStep   int
	sums     *float32
	sumsStep int
	gates    *float32
	state    *float32
	width    int
	rows     int
}

type convolution struct {
	out      *float32
	outStep  int
	sums     *float32
	sumsStep int
	partStep int
	bias     *float32
	width    int
	rows     int
}

type quantising struct {
	to     *byte
	toStep int
	from   *float32
	scales *float32
	width  int
	rows   int
}

type byteAddition struct {
	to    *float32
	row   *byte
	scale float32
	_     uint32
	width int
}

type floatAddition struct {
	to    *float32
	row   *float32
	_     uint64
	width int
}

type activation struct {
	to    *float32
	bias  *float32
	width int
	rows  int
}

// Multiply checks that all that is read and written is there.
func (a *assembly) Multiply(m *Matrix, part int, out []float32, step int, in []byte, scales []float32) {
	tiles := (len(scales) + a.rows - 1) / a.rows
	if tiles == 0 {
		return
	}
	rows, bytes := tiles*a.rows, m.inputs*a.cell
	scales = scales[:rows]
	out, in = out[:(rows-1)*step+m.Width], in[:rows*bytes]
	a.product(&product{
		out: &out[0], outStep: 4 * step, in: &in[0], inStep: bytes, rowScale: &scales[0],
		weights: &m.weights[part*m.part], columnScale: &m.scale[part*m.Width], correction: &m.correction[part*m.Width],
		groups: m.inputs / a.group, panels: m.Width / a.panel, tiles: tiles,
	})
}

// Quantise leaves rows that are not of whole vectors to the reference.
func (a *assembly) Quantise(to []byte, from []float32, width int, scales []float32) {
	rows, bytes := len(scales), a.RowBytes(width)
	if rows == 0 || width == 0 {
		return
	}
	to, from = to[:rows*bytes], from[:rows*width]
	if width%vector == 0 {
		a.quantise(&quantising{&to[0], bytes, &from[0], &scales[0], 4 * width, rows})
		return
	}
	for r := range rows {
		row := to[r*bytes : (r+1)*bytes]
		scales[r] = quantise(row, from[r*width:(r+1)*width])
		for k := width - 1; k >= 0; k-- {
			v := row[k]
			if a.shifted {
				v ^= 0x80
			}
			row[k*a.cell] = v
			if a.cell == 2 {
				row[2*k+1] = byte(int8(v) >> 7)
			}
		}
	}
}

// Gate leaves rows that are not of whole vectors to the reference.
func (a *assembly) Gate(g *Convolution) {
	width := len(g.Bias) / 2
	if g.Rows > 0 && width%vector == 0 {
		g.Sums.row(0, width)
		g.Sums.row(g.Rows-1, 2*g.Part+2*width)
		g.Out.row(g.Rows-1, width)
		a.gate(&convolution{
			&g.Out.row(0, width)[0], 4 * g.Out.Step, &g.Sums.row(0, width)[0], 4 * g.Sums.Step, 4 * g.Part,
			&g.Bias[0], 4 * width, g.Rows,
		})
		return
	}
	gate(g)
}

// Recur leaves rows that are not of whole vectors to the reference.
func (a *assembly) Recur(r *Recurrence) {
	h := len(r.State)
	if r.Rows > 0 && h%vector == 0 {
		last := r.Rows - 1
		r.Out.row(last, h)
		r.In.row(last, h)
		r.Sums.row(last, 3*h)
		a.recur(&recurrence{
			&r.Out.row(0, h)[0], 4 * r.Out.Step, &r.In.row(0, h)[0], 4 * r.In.Step, &r.Sums.row(0, 3*h)[0], 4 * r.Sums.Step,
			&r.Gates[:4*h][0], &r.State[0], 4 * h, r.Rows,
		})
		return
	}
	recur(r)
}

// AddBytes leaves to the reference what is less than a vector.
func (a *assembly) AddBytes(to []float32, row []byte, scale float32) {
	row = row[:len(to)]
	n := len(to) &^ (vector - 1)
	if n > 0 {
		a.addBytes(&byteAddition{to: &to[0], row: &row[0], scale: scale, width: 4 * n})
	}
	Reference{}.AddBytes(to[n:], row[n:], scale)
}

// AddFloats leaves to the reference what is less than a vector.
func (a *assembly) AddFloats(to, row []float32) {
	row = row[:len(to)]
	n := len(to) &^ (vector - 1)
	if n > 0 {
		a.addFloats(&floatAddition{to: &to[0], row: &row[0], width: 4 * n})
	}
	Reference{}.AddFloats(to[n:], row[n:])
}

// Exponentiate leaves to the reference what is less than a vector.
func (a *assembly) Exponentiate(row []float32) {
	n := len(row) &^ (vector - 1)
	if n > 0 {
		a.exponentiate(&floatAddition{to: &row[0], width: 4 * n})
	}
	Reference{}.Exponentiate(row[n:])
}

// Activate leaves rows that are not of whole vectors to the reference.
func (a *assembly) Activate(rows, bias []float32) {
	width := len(bias)
	if width == 0 || len(rows) < width {
		return
	}
	if width%vector != 0 {
		activate(rows, bias)
		return
	}
	a.activate(&activation{&rows[0], &bias[0], 4 * width, len(rows) / width})
}

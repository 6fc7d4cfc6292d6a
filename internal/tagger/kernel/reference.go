package kernel

import "math"

// Reference is the kernel in plain Go, which every platform has. Its functions
// convert every product before it is added, which forbids the compiler to fuse
// the two: the bits are the same on every platform. math.Exp is assembly on some
// and is not used.
type Reference struct{}

// Name is "go".
func (Reference) Name() string { return "go" }

// Exponential is e to the power x, right to about one part in ten million.
func Exponential(x float32) float32 {
	// Branches, as the processor foresees these and min and max are slower.
	if x < -87 {
		x = -87
	}
	if x > 88 {
		x = 88
	}
	const (
		half   = 0x3f000000 // the bits of 0.5
		log2e  = 1.44269504
		ln2    = 0.693359375
		ln2low = -2.12194440e-4
	)
	k := float32(x * log2e)
	k += math.Float32frombits(math.Float32bits(k)&(1<<31) | half) // with k's sign
	n := int32(k)
	f := float32(n)
	x -= float32(f * ln2)
	x -= float32(f * ln2low)
	y := float32(1.9875691500e-4)
	y = float32(y*x) + 1.3981999507e-3
	y = float32(y*x) + 8.3334519073e-3
	y = float32(y*x) + 4.1665795894e-2
	y = float32(y*x) + 1.6666665459e-1
	y = float32(y*x) + 5.0000001201e-1
	y = float32(y*float32(x*x)) + x
	y++
	return float32(y * math.Float32frombits(uint32(n+127)<<23))
}

// Sigmoid is the logistic function.
func Sigmoid(x float32) float32 {
	return 1 / (1 + Exponential(-x))
}

// GELU is the Gaussian error linear unit (Hendrycks and Gimpel 2016) by its
// authors' approximation, with the logistic function for the hyperbolic tangent.
func GELU(x float32) float32 {
	const (
		linear = 1.5957691216 // 2·√(2/π)
		cubic  = 0.0713548163 // 0.044715 of it
	)
	return float32(x * Sigmoid(float32(x*(linear+float32(cubic*float32(x*x))))))
}

// Quantise writes the numbers as int8.
func (Reference) Quantise(to []byte, from []float32, width int, scales []float32) {
	for r := range scales {
		scales[r] = quantise(to[r*width:(r+1)*width], from[r*width:(r+1)*width])
	}
}

// quantise rounds one row and returns its scale.
func quantise(to []byte, row []float32) float32 {
	var most uint32 // bits of numbers that are not negative are in the numbers' order
	for _, v := range row {
		most = max(most, math.Float32bits(v)&^(1<<31))
	}
	scale := math.Float32frombits(most) / 127
	if !(scale > 0) {
		clear(to)
		return 0
	}
	inverse := 1 / scale
	to = to[:len(row)]
	for k, v := range row {
		// At this magnitude a float32 counts in ones, its lowest bits.
		const ones = 3 << 22
		to[k] = byte(math.Float32bits(float32(v*inverse) + ones))
	}
	return scale
}

// Gate ends a convolution.
func (Reference) Gate(g *Convolution) { gate(g) }

// gate ends a convolution.
func gate(g *Convolution) {
	width := len(g.Bias) / 2
	for r := range g.Rows {
		out, sums := g.Out.row(r, width), g.Sums.row(r, 2*g.Part+2*width)
		for j := range width {
			value, part := g.Bias[j], g.Bias[width+j]
			for p := range 3 {
				value += sums[p*g.Part+j]
				part += sums[p*g.Part+width+j]
			}
			out[j] = value * Sigmoid(part)
		}
	}
}

// Recur takes the steps of a recurrent unit.
func (Reference) Recur(r *Recurrence) { recur(r) }

// recur takes the steps.
func recur(r *Recurrence) {
	h := len(r.State)
	gates, state := r.Gates[:4*h], r.State
	forgetWeight, resetWeight := gates[:h], gates[h:][:h]
	forgetBias, resetBias := gates[2*h:][:h], gates[3*h:][:h]
	for k := range r.Rows {
		out, in, sums := r.Out.row(k, h), r.In.row(k, h), r.Sums.row(k, 3*h)
		candidate, forget, reset := sums[:h], sums[h:][:h], sums[2*h:][:h]
		for j, before := range state {
			f := Sigmoid(forget[j] + float32(forgetWeight[j]*before) + forgetBias[j])
			r := Sigmoid(reset[j] + float32(resetWeight[j]*before) + resetBias[j])
			now := candidate[j] + float32(f*(before-candidate[j]))
			state[j] = now
			out[j] = in[j] + float32(r*(now-in[j]))
		}
	}
}

// AddBytes adds a row of 8-bit numbers with a scale.
func (Reference) AddBytes(to []float32, row []byte, scale float32) {
	row = row[:len(to)]
	for k, v := range row {
		to[k] += float32(float32(int8(v)) * scale)
	}
}

// AddFloats adds a row.
func (Reference) AddFloats(to, row []float32) {
	row = row[:len(to)]
	for k, v := range row {
		to[k] += v
	}
}

// Exponentiate makes each number Exponential of itself.
func (Reference) Exponentiate(row []float32) {
	for k, v := range row {
		row[k] = Exponential(v)
	}
}

// Activate adds the bias to each row and makes each number GELU of itself.
func (Reference) Activate(rows, bias []float32) { activate(rows, bias) }

// activate does it row by row.
func activate(rows, bias []float32) {
	for len(rows) >= len(bias) && len(bias) > 0 {
		row := rows[:len(bias)]
		for k, v := range row {
			row[k] = GELU(v + bias[k])
		}
		rows = rows[len(bias):]
	}
}

// Round writes a row as 8-bit numbers with a sign, whatever the kernel, and
// returns their scale.
func Round(to []byte, row []float32) float32 { return quantise(to, row) }

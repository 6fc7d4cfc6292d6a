package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// eachKernel runs a test of every kernel but the reference that this processor
// has.
func eachKernel(t *testing.T, test func(t *testing.T, k Kernel)) {
	for _, k := range All()[1:] {
		t.Run(k.Name(), func(t *testing.T) { test(t, k) })
	}
}

// A kernel that was asked for and is not there would be the best instead.
func TestForcedKernelIsThere(t *testing.T) {
	if forced != "" && Named(forced) == nil {
		t.Fatalf("this processor has no kernel %q", forced)
	}
	if forced != "" && Best().Name() != forced {
		t.Errorf("the kernel is %s, want %s", Best().Name(), forced)
	}
}

// A filling makes the numbers of a test: any, or those that sum up to the most.
var fillings = map[string]func(random *rand.Rand) (activation float32, weight int8){
	"random": func(random *rand.Rand) (float32, int8) {
		return float32(random.NormFloat64()), int8(random.IntN(255) - 127)
	},
	"highest":  func(*rand.Rand) (float32, int8) { return 5, 127 },
	"lowest":   func(*rand.Rand) (float32, int8) { return 5, -127 },
	"negative": func(*rand.Rand) (float32, int8) { return -5, -127 },
	"either": func(random *rand.Rand) (float32, int8) {
		return float32(random.IntN(2)*2 - 1), int8(random.IntN(2)*254 - 127)
	},
	"halves": func(random *rand.Rand) (float32, int8) {
		return float32(random.IntN(509)-254) / 2, int8(random.IntN(3) - 1)
	},
	"nothing": func(random *rand.Rand) (float32, int8) { return 0, int8(random.IntN(255) - 127) },
	"tiny": func(random *rand.Rand) (float32, int8) {
		return float32(random.NormFloat64()) * 1e-42, int8(random.IntN(255) - 127)
	},
	"huge": func(random *rand.Rand) (float32, int8) {
		return float32(random.NormFloat64()) * 1e30, int8(random.IntN(255) - 127)
	},
}

// sameBits fails unless two rows are the same to the bit.
func sameBits(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for k := range want {
		if math.Float32bits(got[k]) != math.Float32bits(want[k]) {
			t.Fatalf("%s: number %d is %v (%08x), want %v (%08x)", what, k, got[k], math.Float32bits(got[k]), want[k], math.Float32bits(want[k]))
		}
	}
}

// products quantises rows and multiplies them with the parts of a matrix.
func products(k Kernel, rows, inputs, outputs, parts int, values []float32, weights []byte, scale []float32) (sums, scales []float32) {
	full := (rows + Tile - 1) / Tile * Tile
	scales = make([]float32, rows, full)
	quantised := make([]byte, full*k.RowBytes(inputs))
	k.Quantise(quantised, values, inputs, scales)
	m := k.Pack(nil, weights, scale, inputs, outputs, parts)
	out := make([]float32, full*m.Width)
	for p := range parts {
		k.Multiply(m, p, out, m.Width, quantised, scales)
		for r := range rows {
			sums = append(sums, out[r*m.Width:][:outputs/parts]...)
		}
	}
	return sums, scales
}

func TestProductsAreTheReferences(t *testing.T) {
	shapes := []struct{ rows, inputs, outputs, parts int }{
		{1, 96, 576, 2}, {512, 192, 96, 2}, {640, 128, 99, 3}, {7, 192, 20, 1}, {1, 1, 1, 1}, {2, 3, 5, 1}, {25, 17, 33, 1},
		{23, 31, 98, 2}, {24, 16, 48, 1}, {49, 130, 99, 3}, {3, MostInputs, 7, 1},
	}
	eachKernel(t, func(t *testing.T, k Kernel) {
		for name, fill := range fillings {
			for _, s := range shapes {
				random := rand.New(rand.NewPCG(1, uint64(s.rows)))
				values, weights, scale := make([]float32, s.rows*s.inputs), make([]byte, s.outputs*s.inputs), make([]float32, s.outputs)
				for j := range values {
					values[j], _ = fill(random)
				}
				for j := range weights {
					_, w := fill(random)
					weights[j] = byte(w)
				}
				for j := range scale {
					scale[j] = random.Float32()
				}
				wantSums, wantScales := products(Reference{}, s.rows, s.inputs, s.outputs, s.parts, values, weights, scale)
				gotSums, gotScales := products(k, s.rows, s.inputs, s.outputs, s.parts, values, weights, scale)
				what := fmt.Sprintf("%s, %+v", name, s)
				sameBits(t, what+", scales", gotScales, wantScales)
				sameBits(t, what, gotSums, wantSums)
			}
		}
	})
}

// The reference's sums are those of the plainest loop.
func TestReferenceSumsProducts(t *testing.T) {
	const rows, inputs, outputs = 9, 131, 11
	for name, fill := range fillings {
		random := rand.New(rand.NewPCG(2, 3))
		values, weights, scale := make([]float32, rows*inputs), make([]byte, outputs*inputs), make([]float32, outputs)
		for j := range values {
			values[j], _ = fill(random)
		}
		for j := range weights {
			_, w := fill(random)
			weights[j] = byte(w)
		}
		for j := range scale {
			scale[j] = random.Float32()
		}
		got, scales := products(Reference{}, rows, inputs, outputs, 1, values, weights, scale)
		var want []float32
		quantised := make([]byte, inputs)
		for r := range rows {
			quantise(quantised, values[r*inputs:(r+1)*inputs])
			for o := range outputs {
				sum := 0
				for j, a := range quantised {
					sum += int(int8(a)) * int(int8(weights[o*inputs+j]))
				}
				want = append(want, float32(sum)*(scales[r]*scale[o]))
			}
		}
		sameBits(t, name, got, want)
	}
}

// numbers are of all sizes, so that sigmoids of them are near nought, near one
// and between.
func numbers(random *rand.Rand, n int) []float32 {
	list := make([]float32, n)
	for k := range list {
		list[k] = float32(random.NormFloat64() * math.Pow(10, float64(random.IntN(8)-4)))
		if random.IntN(50) == 0 {
			list[k] = []float32{0, float32(math.Copysign(0, -1)), 87, -87, 88, -88, 1000, -1000, 0.34657359, -0.34657359}[random.IntN(10)]
		}
	}
	return list
}

func TestRecurrenceIsTheReferences(t *testing.T) {
	eachKernel(t, func(t *testing.T, k Kernel) {
		for _, width := range []int{16, 96, 112, 5, 33} {
			for _, rows := range []int{1, 2, 48} {
				random := rand.New(rand.NewPCG(4, uint64(width)))
				in, sums, gates := numbers(random, rows*2*width), numbers(random, rows*(3*width+7)), numbers(random, 4*width)
				run := func(k Kernel, backwards bool) []float32 {
					out, state := make([]float32, rows*2*width), numbers(rand.New(rand.NewPCG(5, 6)), width)
					r := &Recurrence{
						State: state, Gates: gates, Rows: rows,
						Sums: Walk{sums, 0, 3*width + 7}, In: Walk{in, width, 2 * width}, Out: Walk{out, width, 2 * width},
					}
					if backwards {
						for _, w := range []*Walk{&r.Sums, &r.In, &r.Out} {
							w.At, w.Step = w.At+(rows-1)*w.Step, -w.Step
						}
					}
					k.Recur(r)
					return append(out, state...)
				}
				for _, backwards := range []bool{false, true} {
					sameBits(t, fmt.Sprintf("%d rows of %d, backwards %v", rows, width, backwards), run(k, backwards), run(Reference{}, backwards))
				}
			}
		}
	})
}

func TestGateIsTheReferences(t *testing.T) {
	eachKernel(t, func(t *testing.T, k Kernel) {
		for _, width := range []int{16, 96, 3, 40} {
			for _, rows := range []int{1, 50} {
				random := rand.New(rand.NewPCG(7, uint64(width)))
				part := 2*width + 9
				bias, sums := numbers(random, 2*width), numbers(random, rows*3*part)
				run := func(k Kernel) []float32 {
					out := make([]float32, rows*width)
					k.Gate(&Convolution{Bias: bias, Sums: Walk{sums, 0, 3 * part}, Part: part, Out: Walk{out, 0, width}, Rows: rows})
					return out
				}
				sameBits(t, fmt.Sprintf("%d rows of %d", rows, width), run(k), run(Reference{}))
			}
		}
	})
}

// Every sigmoid is the reference's, not only those of some rows.
func TestSigmoidsAreTheReferences(t *testing.T) {
	const width = 1024
	eachKernel(t, func(t *testing.T, k Kernel) {
		random := rand.New(rand.NewPCG(8, 9))
		bias := make([]float32, 2*width)
		for j := range width {
			bias[j] = 1
		}
		zeros, out := make([]float32, 6*width), make([]float32, width)
		for range 500 {
			for j := range width {
				bias[width+j] = math.Float32frombits(random.Uint32()&^(3<<29) | 1<<29<<random.IntN(2)) // to some 1e19 either way
			}
			k.Gate(&Convolution{Bias: bias, Sums: Walk{zeros, 0, 0}, Part: 2 * width, Out: Walk{out, 0, width}, Rows: 1})
			for j, got := range out {
				if want := Sigmoid(bias[width+j]); math.Float32bits(got) != math.Float32bits(want) {
					t.Fatalf("the sigmoid of %v is %v, want %v", bias[width+j], got, want)
				}
			}
		}
	})
}

func TestRowsAreTheReferences(t *testing.T) {
	eachKernel(t, func(t *testing.T, k Kernel) {
		for _, width := range []int{1, 15, 16, 128, 131} {
			random := rand.New(rand.NewPCG(10, uint64(width)))
			start, row, bytes := numbers(random, width), numbers(random, width), make([]byte, width)
			for j := range bytes {
				bytes[j] = byte(random.IntN(256))
			}
			run := func(k Kernel) []float32 {
				to := slices.Clone(start)
				k.AddBytes(to, bytes, 0.037)
				k.AddFloats(to, row)
				exponentials := slices.Clone(start)
				k.Exponentiate(exponentials)
				return append(to, exponentials...)
			}
			sameBits(t, fmt.Sprintf("%d numbers", width), run(k), run(Reference{}))
		}
	})
}

// The GELU is near the exact one, and every kernel has the reference's.
func TestActivationsAreTheReferences(t *testing.T) {
	for x := float32(-9); x < 9; x += 0.001 {
		exact := float64(x) * (1 + math.Erf(float64(x)/math.Sqrt2)) / 2
		if got := GELU(x); math.Abs(float64(got)-exact) > 6e-4 {
			t.Fatalf("GELU(%v) is %v, want %v", x, got, exact)
		}
	}
	eachKernel(t, func(t *testing.T, k Kernel) {
		for _, width := range []int{16, 384, 5, 40} {
			for _, rows := range []int{0, 1, 50} {
				random := rand.New(rand.NewPCG(12, uint64(width)))
				bias, values := numbers(random, width), numbers(random, rows*width)
				run := func(k Kernel) []float32 {
					to := slices.Clone(values)
					k.Activate(to, bias)
					return to
				}
				sameBits(t, fmt.Sprintf("%d rows of %d", rows, width), run(k), run(Reference{}))
			}
		}
	})
}

// A matrix packed into the room of another is as one of its own.
func TestPackingAgainLeavesNothingBehind(t *testing.T) {
	for _, k := range All() {
		random := rand.New(rand.NewPCG(13, 14))
		var used *Matrix
		for _, s := range []struct{ inputs, outputs int }{{48, 96}, {32, 48}, {64, 33}, {31, 7}, {96, 96}} {
			weights, scale, values := make([]byte, s.inputs*s.outputs), make([]float32, s.outputs), numbers(random, 3*s.inputs)
			for j := range weights {
				weights[j] = byte(random.IntN(255) - 127)
			}
			for j := range scale {
				scale[j] = random.Float32()
			}
			used = k.Pack(used, weights, scale, s.inputs, s.outputs, 1)
			quantised, scales := make([]byte, Tile*k.RowBytes(s.inputs)), make([]float32, 3, Tile)
			k.Quantise(quantised, values, s.inputs, scales)
			multiply := func(m *Matrix) []float32 {
				out := make([]float32, Tile*m.Width)
				k.Multiply(m, 0, out, m.Width, quantised, scales)
				return out[:3*m.Width]
			}
			sameBits(t, fmt.Sprintf("%s, %+v", k.Name(), s), multiply(used), multiply(k.Pack(nil, weights, scale, s.inputs, s.outputs, 1)))
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	for _, k := range All() {
		b.Run(k.Name(), func(b *testing.B) {
			const rows, inputs, outputs = 48, 192, 576
			random := rand.New(rand.NewPCG(1, 1))
			values, weights := numbers(random, rows*inputs), make([]byte, inputs*outputs)
			for j := range weights {
				weights[j] = byte(random.IntN(255) - 127)
			}
			m := k.Pack(nil, weights, make([]float32, outputs), inputs, outputs, 2)
			quantised, scales, out := make([]byte, rows*k.RowBytes(inputs)), make([]float32, rows), make([]float32, rows*m.Width)
			k.Quantise(quantised, values, inputs, scales)
			for b.Loop() {
				for p := range 2 {
					k.Multiply(m, p, out, m.Width, quantised, scales)
				}
			}
			b.ReportMetric(rows*inputs*outputs*float64(b.N)/b.Elapsed().Seconds()/1e9, "G/s")
		})
	}
}

// usual are numbers as a network has them.
func usual(random *rand.Rand, n int) []float32 {
	list := make([]float32, n)
	for k := range list {
		list[k] = float32(random.NormFloat64())
	}
	return list
}

func BenchmarkRecur(b *testing.B) {
	for _, k := range All() {
		b.Run(k.Name(), func(b *testing.B) {
			const rows, width = 48, 96
			random := rand.New(rand.NewPCG(1, 1))
			r := &Recurrence{
				State: make([]float32, width), Gates: usual(random, 4*width), Sums: Walk{usual(random, rows*3*width), 0, 3 * width},
				In: Walk{usual(random, rows*width), 0, width}, Out: Walk{make([]float32, rows*width), 0, width}, Rows: rows,
			}
			for b.Loop() {
				k.Recur(r)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/rows, "ns/row")
		})
	}
}

func BenchmarkQuantise(b *testing.B) {
	for _, k := range All() {
		b.Run(k.Name(), func(b *testing.B) {
			const rows, width = 48, 192
			values := numbers(rand.New(rand.NewPCG(1, 1)), rows*width)
			quantised, scales := make([]byte, rows*k.RowBytes(width)), make([]float32, rows)
			for b.Loop() {
				k.Quantise(quantised, values, width, scales)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/rows, "ns/row")
		})
	}
}

//go:build !purego

package kernel

// instructions says which functions of assembly a kernel is made of.
type instructions int

const (
	avx2 instructions = iota
	avxVNNI
	avx512VNNI
)

// ofProcessor are the kernels of assembly that this processor has, the slowest
// first.
func ofProcessor() []Kernel {
	var list []Kernel
	has := readFeatures()
	if has.avx2 {
		list = append(list, &assembly{name: "avx2", group: 2, panel: 16, cell: 2, rows: 6, instructions: avx2})
	}
	if has.avxVNNI {
		list = append(list, &assembly{name: "avxvnni", group: 4, panel: 16, cell: 1, rows: 6, shifted: true, instructions: avxVNNI})
	}
	if has.avx512VNNI {
		list = append(list, &assembly{name: "avx512vnni", group: 4, panel: 48, cell: 1, rows: 8, shifted: true, instructions: avx512VNNI})
	}
	return list
}

// features are what the processor has and the system keeps the registers of.
type features struct {
	avx2, avxVNNI, avx512VNNI bool
}

// readFeatures asks the processor.
func readFeatures() (has features) {
	highest, _, _, _ := cpuid(0, 0)
	_, _, bits, _ := cpuid(1, 0)
	const saved, avx = 1 << 27, 1 << 28
	if highest < 7 || bits&saved == 0 || bits&avx == 0 {
		return has
	}
	const (
		vectors = 1<<1 | 1<<2                  // the lower halves of the vector registers
		all     = vectors | 1<<5 | 1<<6 | 1<<7 // those of AVX-512 as well
	)
	kept := xgetbv()
	more, extended, vector, _ := cpuid(7, 0)
	if kept&vectors != vectors {
		return has
	}
	has.avx2 = extended&(1<<5) != 0
	if more >= 1 && has.avx2 {
		further, _, _, _ := cpuid(7, 1)
		has.avxVNNI = further&(1<<4) != 0
	}
	const foundation, quad, words, short = 1 << 16, 1 << 17, 1 << 30, 1 << 31
	const wanted = foundation | quad | words | short
	has.avx512VNNI = has.avx2 && kept&all == all && extended&wanted == wanted && vector&(1<<11) != 0
	return has
}

//go:noescape
func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)

//go:noescape
func xgetbv() uint32

// productVNNI512 and the functions below are described where they are made.
//
//go:noescape
func productVNNI512(arguments *product)

//go:noescape
func productVNNI256(arguments *product)

//go:noescape
func productAVX2(arguments *product)

//go:noescape
func quantiseVNNI512(arguments *quantising)

//go:noescape
func quantiseVNNI256(arguments *quantising)

//go:noescape
func quantiseAVX2(arguments *quantising)

//go:noescape
func recurAVX512(arguments *recurrence)

//go:noescape
func recurAVX2(arguments *recurrence)

//go:noescape
func gateAVX512(arguments *convolution)

//go:noescape
func gateAVX2(arguments *convolution)

//go:noescape
func addBytesAVX512(arguments *byteAddition)

//go:noescape
func addBytesAVX2(arguments *byteAddition)

//go:noescape
func addFloatsAVX512(arguments *floatAddition)

//go:noescape
func addFloatsAVX2(arguments *floatAddition)

//go:noescape
func exponentiateAVX512(arguments *floatAddition)

//go:noescape
func exponentiateAVX2(arguments *floatAddition)

//go:noescape
func activateAVX512(arguments *activation)

//go:noescape
func activateAVX2(arguments *activation)

func (i instructions) product(p *product) {
	switch i {
	case avx512VNNI:
		productVNNI512(p)
	case avxVNNI:
		productVNNI256(p)
	default:
		productAVX2(p)
	}
}

func (i instructions) quantise(q *quantising) {
	switch i {
	case avx512VNNI:
		quantiseVNNI512(q)
	case avxVNNI:
		quantiseVNNI256(q)
	default:
		quantiseAVX2(q)
	}
}

func (i instructions) recur(r *recurrence) {
	if i == avx512VNNI {
		recurAVX512(r)
	} else {
		recurAVX2(r)
	}
}

func (i instructions) gate(g *convolution) {
	if i == avx512VNNI {
		gateAVX512(g)
	} else {
		gateAVX2(g)
	}
}

func (i instructions) addBytes(a *byteAddition) {
	if i == avx512VNNI {
		addBytesAVX512(a)
	} else {
		addBytesAVX2(a)
	}
}

func (i instructions) addFloats(a *floatAddition) {
	if i == avx512VNNI {
		addFloatsAVX512(a)
	} else {
		addFloatsAVX2(a)
	}
}

func (i instructions) exponentiate(a *floatAddition) {
	if i == avx512VNNI {
		exponentiateAVX512(a)
	} else {
		exponentiateAVX2(a)
	}
}

func (i instructions) activate(a *activation) {
	if i == avx512VNNI {
		activateAVX512(a)
	} else {
		activateAVX2(a)
	}
}

//go:build !purego

package kernel

// instructions says which functions of assembly a kernel is made of.
type instructions int

const (
	neon instructions = iota
	sdot
)

// ofProcessor are the kernels of assembly that this processor has, the slowest
// first. Every one has NEON. A program cannot ask for SDOT itself, only the
// system can, and each in another way: it is used where the build says that it
// is there (hasSDOT).
func ofProcessor() []Kernel {
	list := []Kernel{&assembly{name: "neon", group: 16, panel: 4, cell: 1, rows: 4, instructions: neon}}
	if hasSDOT {
		list = append(list, &assembly{name: "sdot", group: 16, panel: 4, cell: 1, rows: 4, instructions: sdot})
	}
	return list
}

// productNEON and the functions below are described where they are made.
//
//go:noescape
func productNEON(arguments *product)

//go:noescape
func productSDOT(arguments *product)

//go:noescape
func quantiseNEON(arguments *quantising)

//go:noescape
func recurNEON(arguments *recurrence)

//go:noescape
func gateNEON(arguments *convolution)

//go:noescape
func addBytesNEON(arguments *byteAddition)

//go:noescape
func addFloatsNEON(arguments *floatAddition)

//go:noescape
func exponentiateNEON(arguments *floatAddition)

//go:noescape
func activateNEON(arguments *activation)

func (i instructions) product(p *product) {
	if i == sdot {
		productSDOT(p)
	} else {
		productNEON(p)
	}
}

func (instructions) quantise(q *quantising) { quantiseNEON(q) }

func (instructions) recur(r *recurrence) { recurNEON(r) }

func (instructions) gate(g *convolution) { gateNEON(g) }

func (instructions) addBytes(a *byteAddition) { addBytesNEON(a) }

func (instructions) addFloats(a *floatAddition) { addFloatsNEON(a) }

func (instructions) exponentiate(a *floatAddition) { exponentiateNEON(a) }

func (instructions) activate(a *activation) { activateNEON(a) }

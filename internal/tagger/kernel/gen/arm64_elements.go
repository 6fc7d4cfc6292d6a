package main

import "fmt"

// arm64 is NEON. Go's assembler lacks most of its vector operations, so they
// are written as numbers, with what they mean behind.
type arm64 struct {
	*source
	constants *constants
}

func elementsARM64(s *source) {
	c := new(constants)
	gelus(&arm64{newSource(), c}, 0, chain{}) // to know the constants
	m := &arm64{s, c}
	elements(m, "NEON")
	quantiserARM64(m)
}

// The registers of elements: R0 has the arguments, R1 to R5 the pointers, R6 to
// R8 one to three widths of a row, R9 what is left of it, R10 the rows that are
// left, and R11 anything.
func pointerARM64(p pointer) int { return 1 + p.place }

// word writes an instruction of up to three registers.
func (m *arm64) word(code uint32, second, first, to int, meaning string) {
	m.do("WORD $0x%08X // %s", code|uint32(second)<<16|uint32(first)<<5|uint32(to), meaning)
}

func (m *arm64) begin(name, comment string, f frame) {
	m.function(name, name+" "+comment, "MOVD", "R0")
	if f.constants {
		for k, bits := range m.constants.bits {
			m.fill(firstConstant+k, bits)
		}
	}
	m.do("MOVD %d(R0), R6", f.width)
	m.do("ADD R6, R6, R7")
	m.do("ADD R6, R7, R8")
	for _, p := range f.pointers {
		m.do("MOVD %d(R0), R%d", p.field, pointerARM64(p))
		for range p.times {
			m.do("MOVD %d(R0), R11", p.extra)
			m.do("ADD R11, R%d, R%d", pointerARM64(p), pointerARM64(p))
		}
	}
	if f.rows >= 0 {
		m.do("MOVD %d(R0), R10", f.rows)
		m.line("row:")
	}
	m.do("MOVD R6, R9")
	m.line("element:")
}

func (m *arm64) end(f frame) {
	for _, p := range f.pointers {
		m.do("ADD $%d, R%d, R%d", 4*p.size, pointerARM64(p), pointerARM64(p))
	}
	m.do("SUBS $16, R9, R9")
	m.do("BNE element")
	if f.rows >= 0 {
		for _, p := range f.pointers {
			m.do("SUB R6, R%d, R%d", pointerARM64(p), pointerARM64(p))
			if p.step >= 0 {
				m.do("MOVD %d(R0), R11", p.step)
				m.do("ADD R11, R%d, R%d", pointerARM64(p), pointerARM64(p))
			}
		}
		m.do("SUBS $1, R10, R10")
		m.do("BNE row")
	}
	m.do("RET")
}

// fill puts a constant into all lanes.
func (m *arm64) fill(register int, bits uint32) {
	m.do("MOVD $0x%08X, R11", bits)
	m.do("VDUP R11, V%d.S4", register)
}

func (m *arm64) load(to int, p pointer, widths int) {
	from := pointerARM64(p)
	if widths == 0 {
		m.word(0x3DC00000, 0, from, to, fmt.Sprintf("ldr q%d, [x%d]", to, from))
		return
	}
	m.word(0x3CE06800, 5+widths, from, to, fmt.Sprintf("ldr q%d, [x%d, x%d]", to, from, 5+widths))
}

func (m *arm64) loadBytes(to int, p pointer) {
	m.word(0xBD400000, 0, pointerARM64(p), to, fmt.Sprintf("ldr s%d, [x%d]", to, pointerARM64(p)))
	m.word(0x0F08A400, 0, to, to, fmt.Sprintf("sxtl v%d.8h, v%d.8b", to, to))
	m.word(0x0F10A400, 0, to, to, fmt.Sprintf("sxtl v%d.4s, v%d.4h", to, to))
}

func (m *arm64) store(from int, p pointer) {
	m.word(0x3D800000, 0, pointerARM64(p), from, fmt.Sprintf("str q%d, [x%d]", from, pointerARM64(p)))
}

func (m *arm64) spread(to, field int) {
	m.do("MOVWU %d(R0), R11", field)
	m.do("VDUP R11, V%d.S4", to)
}

var operationsARM64 = map[operation]struct {
	code uint32
	name string
	kind string
}{
	multiply:    {0x6E20DC00, "fmul", "4s"},
	add:         {0x4E20D400, "fadd", "4s"},
	subtract:    {0x4EA0D400, "fsub", "4s"},
	larger:      {0x4E20F400, "fmax", "4s"},
	smaller:     {0x4EA0F400, "fmin", "4s"},
	addWhole:    {0x4EA08400, "add", "4s"},
	and:         {0x4E201C00, "and", "16b"},
	or:          {0x4EA01C00, "orr", "16b"},
	exclusiveOr: {0x6E201C00, "eor", "16b"},
}

func (m *arm64) operate(o operation, a int, b operand, to int) {
	second := b.register
	if b.isConstant() {
		second = firstConstant + m.constants.place(b.constant)
	}
	x := operationsARM64[o]
	m.word(x.code, second, a, to, fmt.Sprintf("%s v%d.%s, v%d.%s, v%d.%s", x.name, to, x.kind, a, x.kind, second, x.kind))
}

func (m *arm64) truncate(from, to int) {
	m.word(0x4EA1B800, 0, from, to, fmt.Sprintf("fcvtzs v%d.4s, v%d.4s", to, from))
}

func (m *arm64) convert(from, to int) {
	m.word(0x4E21D800, 0, from, to, fmt.Sprintf("scvtf v%d.4s, v%d.4s", to, from))
}

func (m *arm64) shiftLeft(by, from, to int) {
	m.word(0x4F005400|uint32(32+by)<<16, 0, from, to, fmt.Sprintf("shl v%d.4s, v%d.4s, #%d", to, from, by))
}

func (m *arm64) inverse(of, to int) {
	one := firstConstant + m.constants.place(float(1).constant)
	m.word(0x6E20FC00, of, one, to, fmt.Sprintf("fdiv v%d.4s, v%d.4s, v%d.4s", to, one, of))
}

// quantiserARM64 writes the function that rounds rows of activations to bytes.
// A row's length is a multiple of 16.
func quantiserARM64(m *arm64) {
	const most, inverse, ones = 4, 4, 5
	loop := func(label string, body func()) {
		m.do("MOVD R3, R6")
		m.do("MOVD R4, R7")
		m.line("%s:", label)
		m.do("VLD1.P 64(R6), [V0.S4, V1.S4, V2.S4, V3.S4]")
		body()
		m.do("SUBS $64, R7, R7")
		m.do("BNE %s", label)
	}
	m.function("quantiseNEON", "quantiseNEON writes bytes.", "MOVD", "R0")
	m.do("MOVD %d(R0), R1", quantisingTo)
	m.do("MOVD %d(R0), R2", quantisingScales)
	m.do("MOVD %d(R0), R3", quantisingFrom)
	m.do("MOVD %d(R0), R4", quantisingWidth)
	m.do("MOVD %d(R0), R5", quantisingRows)
	m.do("MOVD %d(R0), R8", quantisingToStep)
	m.fill(ones, float(3<<22).constant)
	m.fill(6, float(127).constant)
	m.fill(7, float(1).constant)
	m.line("row:")
	m.fill(most, 0)
	loop("largest", func() {
		for k := range 4 {
			m.word(0x4EA0F800, 0, k, k, fmt.Sprintf("fabs v%d.4s, v%d.4s", k, k))
			m.operate(larger, most, in(k), most)
		}
	})
	m.word(0x6E30F800, 0, most, most, "fmaxv s4, v4.4s")
	m.do("FDIVS F6, F4, F4 // the scale")
	m.do("FCMPS $(0.0), F4")
	m.do("BLE zero")
	m.do("FMOVS F4, (R2)")
	m.do("FDIVS F4, F7, F4")
	m.line("spread:")
	m.word(0x4E040400, 0, inverse, inverse, "dup v4.4s, v4.s[0]")
	m.do("MOVD R1, R9")
	loop("element", func() {
		for k := range 4 {
			m.operate(multiply, k, in(inverse), k)
			m.operate(add, k, in(ones), k)
		}
		m.word(0x0E612800, 0, 0, 0, "xtn v0.4h, v0.4s")
		m.word(0x4E612800, 0, 1, 0, "xtn2 v0.8h, v1.4s")
		m.word(0x0E612800, 0, 2, 2, "xtn v2.4h, v2.4s")
		m.word(0x4E612800, 0, 3, 2, "xtn2 v2.8h, v3.4s")
		m.word(0x0E212800, 0, 0, 0, "xtn v0.8b, v0.8h")
		m.word(0x4E212800, 0, 2, 0, "xtn2 v0.16b, v2.8h")
		m.do("VST1.P [V0.B16], 16(R9)")
	})
	m.do("ADD R4, R3, R3")
	m.do("ADD R8, R1, R1")
	m.do("ADD $4, R2, R2")
	m.do("SUBS $1, R5, R5")
	m.do("BNE row")
	m.do("RET")
	m.line("zero:")
	m.do("FMOVS ZR, F4 // no number is anything")
	m.do("FMOVS F4, (R2)")
	m.do("JMP spread")
}

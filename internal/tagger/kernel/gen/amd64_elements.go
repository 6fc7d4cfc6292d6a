package main

import (
	"fmt"
	"slices"
)

// amd64 is AVX2 or AVX-512. AVX-512 has registers enough to keep the constants
// in; AVX2 reads them from memory.
type amd64 struct {
	*source
	letter    string
	bytes     int // of a vector
	constants *constants
}

// constants are the bits of the constants that were asked for.
type constants struct {
	bits []uint32
}

const firstConstant = 12 // register, in AVX-512

// place says where among the constants one stands.
func (c *constants) place(bits uint32) int {
	k := slices.Index(c.bits, bits)
	if k < 0 {
		k = len(c.bits)
		c.bits = append(c.bits, bits)
	}
	return k
}

func elementsAMD64(s *source) {
	c := new(constants)
	gelus(&amd64{newSource(), "Z", 64, c}, 0, chain{}) // to know the constants
	for _, m := range []*amd64{{s, "Z", 64, c}, {s, "Y", 32, c}} {
		elements(m, map[string]string{"Z": "AVX512", "Y": "AVX2"}[m.letter])
	}
	quantisersAMD64(s, c)
	for k, bits := range c.bits {
		s.line("")
		for lane := range 8 {
			s.line("DATA constants<>+%d(SB)/4, $0x%08X", 32*k+4*lane, bits)
		}
	}
	s.line("GLOBL constants<>(SB), RODATA|NOPTR, $%d", 32*len(c.bits))
}

var pointersAMD64 = [...]string{"AX", "BX", "DX", "SI", "R8"}

func (m *amd64) wide() bool               { return m.letter == "Z" }
func (m *amd64) name(register int) string { return fmt.Sprintf("%s%d", m.letter, register) }

func (m *amd64) constant(bits uint32) string {
	if k := m.constants.place(bits); !m.wide() {
		return fmt.Sprintf("constants<>+%d(SB)", 32*k)
	} else {
		return m.name(firstConstant + k)
	}
}

func (m *amd64) begin(name, comment string, f frame) {
	m.function(name, name+" "+comment, "MOVQ", "DI")
	if m.wide() && f.constants {
		for k := range m.constants.bits {
			m.do("VBROADCASTSS constants<>+%d(SB), %s", 32*k, m.name(firstConstant+k))
		}
	}
	m.do("MOVQ %d(DI), R9", f.width)
	if f.widths > 2 {
		m.do("LEAQ (R9)(R9*2), R10")
	}
	for _, p := range f.pointers {
		m.do("MOVQ %d(DI), %s", p.field, pointersAMD64[p.place])
		for range p.times {
			m.do("ADDQ %d(DI), %s", p.extra, pointersAMD64[p.place])
		}
	}
	if f.rows >= 0 {
		m.do("MOVQ %d(DI), R11", f.rows)
		m.line("row:")
	}
	m.do("MOVQ R9, CX")
	m.line("element:")
}

func (m *amd64) end(f frame) {
	for _, p := range f.pointers {
		m.do("ADDQ $%d, %s", m.bytes/4*p.size, pointersAMD64[p.place])
	}
	m.do("SUBQ $%d, CX", m.bytes)
	m.do("JNZ element")
	if f.rows >= 0 {
		for _, p := range f.pointers {
			m.do("SUBQ R9, %s", pointersAMD64[p.place])
			if p.step >= 0 {
				m.do("ADDQ %d(DI), %s", p.step, pointersAMD64[p.place])
			}
		}
		m.do("DECQ R11")
		m.do("JNZ row")
	}
	m.do("VZEROUPPER")
	m.do("RET")
}

func (m *amd64) load(to int, p pointer, widths int) {
	index := [...]string{"", "(R9*1)", "(R9*2)", "(R10*1)"}[widths]
	m.do("VMOVUPS (%s)%s, %s", pointersAMD64[p.place], index, m.name(to))
}

func (m *amd64) loadBytes(to int, p pointer) {
	m.do("VPMOVSXBD (%s), %s", pointersAMD64[p.place], m.name(to))
}

func (m *amd64) store(from int, p pointer) {
	m.do("VMOVUPS %s, (%s)", m.name(from), pointersAMD64[p.place])
}

func (m *amd64) spread(to, field int) {
	m.do("VBROADCASTSS %d(DI), %s", field, m.name(to))
}

var operationsAMD64 = map[operation]string{
	multiply: "VMULPS", add: "VADDPS", subtract: "VSUBPS", larger: "VMAXPS", smaller: "VMINPS", addWhole: "VPADDD",
	and: "VPAND", or: "VPOR", exclusiveOr: "VPXOR",
}

func (m *amd64) operate(o operation, a int, b operand, to int) {
	second := m.name(b.register)
	if b.isConstant() {
		second = m.constant(b.constant)
	}
	name := operationsAMD64[o]
	if m.wide() && (o == and || o == or || o == exclusiveOr) {
		name += "D"
	}
	m.do("%s %s, %s, %s", name, second, m.name(a), m.name(to))
}

func (m *amd64) truncate(from, to int) { m.do("VCVTTPS2DQ %s, %s", m.name(from), m.name(to)) }

func (m *amd64) convert(from, to int) { m.do("VCVTDQ2PS %s, %s", m.name(from), m.name(to)) }

func (m *amd64) shiftLeft(by, from, to int) {
	m.do("VPSLLD $%d, %s, %s", by, m.name(from), m.name(to))
}

func (m *amd64) inverse(of, to int) {
	one := float(1).constant
	if !m.wide() {
		m.do("VMOVUPS %s, %s", m.constant(one), m.name(to))
		m.do("VDIVPS %s, %s, %s", m.name(of), m.name(to), m.name(to))
		return
	}
	m.do("VDIVPS %s, %s, %s", m.name(of), m.constant(one), m.name(to))
}

// quantisersAMD64 writes the functions that round rows of activations.
func quantisersAMD64(s *source, c *constants) {
	flip := func(s *source) { s.do("VPXOR constants<>+%d(SB), X0, X0", 32*c.place(0x80808080)) }
	words := func(s *source) { // 16 words in Y0
		for _, register := range []string{"Y0", "Y1"} {
			s.do("VPSLLD $24, %s, %s", register, register)
			s.do("VPSRAD $24, %s, %s", register, register)
		}
		s.do("VPACKSSDW Y1, Y0, Y0")
		s.do("VPERMQ $0xD8, Y0, Y0")
	}
	quantiserAMD64(s, c, "quantiseVNNI512", "writes bytes with 128 added to them.", 16, func(s *source) {
		s.do("VPMOVDB Z0, X0")
		flip(s)
		s.do("VMOVUPS X0, (DX)")
	})
	quantiserAMD64(s, c, "quantiseVNNI256", "writes bytes with 128 added to them.", 16, func(s *source) {
		words(s)
		s.do("VEXTRACTI128 $1, Y0, X1")
		s.do("VPACKSSWB X1, X0, X0")
		flip(s)
		s.do("VMOVUPS X0, (DX)")
	})
	quantiserAMD64(s, c, "quantiseAVX2", "writes words of 16 bits.", 32, func(s *source) {
		words(s)
		s.do("VMOVUPS Y0, (DX)")
	})
}

// quantiserAMD64 writes one. A row's length is a multiple of 16; write narrows
// 16 numbers and writes them to DX, size bytes.
func quantiserAMD64(s *source, c *constants, name, comment string, size int, write func(s *source)) {
	m := &amd64{s, "Y", 32, c}
	if name == "quantiseVNNI512" {
		m = &amd64{s, "Z", 64, c}
	}
	vectors := 64 / m.bytes // in 16 numbers
	load := func() {
		for k := range vectors {
			s.do("VMOVUPS %d(SI), %s", k*m.bytes, m.name(k))
		}
	}
	memory := func(bits uint32) string { return fmt.Sprintf("constants<>+%d(SB)", 32*c.place(bits)) }
	spread := func(bits uint32, register int) { s.do("VBROADCASTSS %s, %s", memory(bits), m.name(register)) }
	loop := func(label string, body func()) {
		s.do("MOVQ R9, CX")
		s.line("%s:", label)
		body()
		s.do("ADDQ $64, SI")
		s.do("SUBQ $64, CX")
		s.do("JNZ %s", label)
		s.do("SUBQ R9, SI")
	}
	s.function(name, name+" "+comment, "MOVQ", "DI")
	s.do("MOVQ %d(DI), SI", quantisingFrom)
	s.do("MOVQ %d(DI), DX", quantisingTo)
	s.do("MOVQ %d(DI), R8", quantisingScales)
	s.do("MOVQ %d(DI), R9", quantisingWidth)
	s.do("MOVQ %d(DI), R11", quantisingRows)
	spread(1<<31-1, 4)
	spread(float(3<<22).constant, 5)
	s.line("row:")
	s.do("VXORPS X3, X3, X3")
	loop("largest", func() {
		load()
		for k := range vectors {
			m.operate(and, k, in(4), k)
			m.operate(larger, k, in(3), 3)
		}
	})
	if m.wide() {
		s.do("VEXTRACTF64X4 $1, Z3, Y0")
		s.do("VMAXPS Y0, Y3, Y3")
	}
	s.do("VEXTRACTF128 $1, Y3, X0")
	s.do("VMAXPS X0, X3, X3")
	s.do("VPERMILPS $0x4E, X3, X0")
	s.do("VMAXPS X0, X3, X3")
	s.do("VPERMILPS $0xB1, X3, X0")
	s.do("VMAXPS X0, X3, X3")
	s.do("VDIVSS %s, X3, X3 // the scale", memory(float(127).constant))
	s.do("VMOVSS X3, (R8)")
	s.do("VXORPS X0, X0, X0")
	s.do("VUCOMISS X0, X3")
	s.do("VMOVSS %s, X2", memory(float(1).constant))
	s.do("JLS zero")
	s.do("VDIVSS X3, X2, X3")
	s.line("spread:")
	s.do("VBROADCASTSS X3, %s", m.name(3))
	s.do("MOVQ DX, R10")
	loop("element", func() {
		load()
		for k := range vectors {
			m.operate(multiply, k, in(3), k)
			m.operate(add, k, in(5), k)
		}
		write(s)
		s.do("ADDQ $%d, DX", size)
	})
	s.do("MOVQ R10, DX")
	s.do("ADDQ %d(DI), DX", quantisingToStep)
	s.do("ADDQ R9, SI")
	s.do("ADDQ $4, R8")
	s.do("DECQ R11")
	s.do("JNZ row")
	s.do("VZEROUPPER")
	s.do("RET")
	s.line("zero:")
	s.do("VXORPS X3, X3, X3 // no number is anything")
	s.do("VMOVSS X3, (R8)")
	s.do("JMP spread")
}

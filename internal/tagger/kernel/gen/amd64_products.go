package main

import "fmt"

// A tiling says how many rows, and vectors of outputs, a product holds in
// registers at once.
type tiling struct {
	letter  string // of the vector registers
	bytes   int    // of a vector
	rows    int
	vectors int
}

// The vector registers: the sums come first, row by row, then the weights, then
// one for a group of activations and one to spare.
func (t tiling) sum(row, vector int) int { return row*t.vectors + vector }
func (t tiling) weight(vector int) int   { return t.rows*t.vectors + vector }
func (t tiling) activation() int         { return t.weight(t.vectors) }
func (t tiling) spare() int              { return t.activation() + 1 }
func (t tiling) name(register int) string {
	return fmt.Sprintf("%s%d", t.letter, register)
}

func productsAMD64(s *source) {
	wide := tiling{"Z", 64, 8, 3}
	productAMD64(s, wide, "productVNNI512", "multiplies groups of four bytes by VPDPBUSD of AVX-512, 8 rows and 48 outputs at once.", func(weight, activation, sum int) {
		s.do("VPDPBUSD Z%d, Z%d, Z%d", weight, activation, sum)
	})
	narrow := tiling{"Y", 32, 6, 2}
	productAMD64(s, narrow, "productVNNI256", "multiplies groups of four bytes by VPDPBUSD of AVX-VNNI, 6 rows and 16 outputs at once.", func(weight, activation, sum int) {
		dotVEX(s, weight, activation, sum)
	})
	productAMD64(s, narrow, "productAVX2", "multiplies pairs of 16 bits by VPMADDWD, 6 rows and 16 outputs at once.", func(weight, activation, sum int) {
		s.do("VPMADDWD Y%d, Y%d, %s", weight, activation, narrow.name(narrow.spare()))
		s.do("VPADDD %s, Y%d, Y%d", narrow.name(narrow.spare()), sum, sum)
	})
}

// dotVEX writes VPDPBUSD in its form without AVX-512, VEX.256.66.0F38.W0 50 /r,
// which Go's assembler does not have.
func dotVEX(s *source, weight, activation, sum int) {
	low := func(register int) int { return 1 - register>>3 } // the prefix holds the registers' high bits inverted
	second := low(sum)<<7 | 1<<6 | low(weight)<<5 | 0b00010
	third := (^activation&15)<<3 | 1<<2 | 0b01
	operands := 0b11<<6 | (sum&7)<<3 | weight&7
	s.do("LONG $0x50%02X%02XC4; BYTE $0x%02X // VPDPBUSD Y%d, Y%d, Y%d", third, second, operands, weight, activation, sum)
}

// rowAddresses are the addresses of the rows from SI on. They stand R9 bytes
// apart; R10, R11 and R12 hold three, five and seven times as much.
var rowAddresses = [...]string{"(SI)", "(SI)(R9*1)", "(SI)(R9*2)", "(SI)(R10*1)", "(SI)(R9*4)", "(SI)(R11*1)", "(SI)(R10*2)", "(SI)(R12*1)"}

// productAMD64 writes one product: for each panel of outputs all rows, so that
// the panel's weights stay in the nearest cache.
func productAMD64(s *source, t tiling, name, comment string, dot func(weight, activation, sum int)) {
	s.function(name, name+" "+comment, "MOVQ", "DI")
	s.do("MOVQ %d(DI), R9", productInStep)
	s.do("LEAQ (R9)(R9*2), R10")
	s.do("LEAQ (R9)(R9*4), R11")
	s.do("LEAQ (R10)(R9*4), R12")
	s.do("MOVQ %d(DI), BX // this panel's weights", productWeights)
	s.do("XORQ R15, R15 // bytes of the outputs before this panel")
	s.line("panel:")
	s.do("MOVQ %d(DI), R13", productGroups)
	s.do("IMULQ $%d, R13", t.vectors*t.bytes)
	s.do("ADDQ BX, R13 // the next panel's weights")
	s.do("MOVQ %d(DI), R8", productIn)
	s.do("MOVQ %d(DI), DX", productOut)
	s.do("ADDQ R15, DX")
	s.do("MOVQ %d(DI), R14", productRowScale)
	s.do("MOVQ %d(DI), CX", productTiles)
	s.line("tile:")
	s.sumTile(t, dot)
	s.writeTile(t)
	s.do("DECQ CX")
	s.do("JNZ tile")
	s.do("MOVQ R13, BX")
	s.do("ADDQ $%d, R15", t.vectors*t.bytes)
	s.do("DECQ %d(DI)", productPanels)
	s.do("JNZ panel")
	s.do("VZEROUPPER")
	s.do("RET")
}

// sumTile adds up the products of the rows from R8 on, and moves R8 past them.
func (s *source) sumTile(t tiling, dot func(weight, activation, sum int)) {
	s.do("MOVQ %d(DI), AX", productCorrection)
	for v := range t.vectors {
		s.do("VMOVUPS %d(AX)(R15*1), %s", v*t.bytes, t.name(t.sum(0, v)))
	}
	for row := 1; row < t.rows; row++ {
		for v := range t.vectors {
			s.do("VMOVAPS %s, %s", t.name(t.sum(0, v)), t.name(t.sum(row, v)))
		}
	}
	s.do("MOVQ R8, SI")
	s.do("MOVQ BX, AX")
	s.line("group:")
	for v := range t.vectors {
		s.do("VMOVUPS %d(AX), %s", v*t.bytes, t.name(t.weight(v)))
	}
	for row := range t.rows {
		s.do("VPBROADCASTD %s, %s", rowAddresses[row], t.name(t.activation()))
		for v := range t.vectors {
			dot(t.weight(v), t.activation(), t.sum(row, v))
		}
	}
	s.do("ADDQ $4, SI")
	s.do("ADDQ $%d, AX", t.vectors*t.bytes)
	s.do("CMPQ AX, R13")
	s.do("JB group")
	for rest := t.rows; rest > 0; rest &= rest - 1 {
		s.do("LEAQ (R8)(R9*%d), R8", rest&-rest)
	}
}

// writeTile scales the sums and writes them to DX, and moves DX and the rows'
// scales, R14, past them.
func (s *source) writeTile(t tiling) {
	s.do("MOVQ %d(DI), AX", productColumnScale)
	for v := range t.vectors {
		s.do("VMOVUPS %d(AX)(R15*1), %s", v*t.bytes, t.name(t.weight(v)))
	}
	for row := range t.rows {
		s.do("VBROADCASTSS %d(R14), %s", 4*row, t.name(t.activation()))
		for v := range t.vectors {
			sum, scale := t.name(t.sum(row, v)), t.name(t.spare())
			s.do("VMULPS %s, %s, %s", t.name(t.weight(v)), t.name(t.activation()), scale)
			s.do("VCVTDQ2PS %s, %s", sum, sum)
			s.do("VMULPS %s, %s, %s", scale, sum, sum)
			s.do("VMOVUPS %s, %d(DX)", sum, v*t.bytes)
		}
		s.do("ADDQ %d(DI), DX", productOutStep)
	}
	s.do("ADDQ $%d, R14", 4*t.rows)
}

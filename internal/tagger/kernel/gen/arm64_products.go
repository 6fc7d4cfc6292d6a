package main

import "fmt"

func productsARM64(s *source) {
	m := &arm64{source: s}
	productARM64(m, "productNEON", "multiplies bytes by SMULL and SMLAL2, 4 rows and 4 outputs at once.", func(weight, activation, sum, spare int) {
		m.word(0x0E20C000, weight, activation, spare, fmt.Sprintf("smull v%d.8h, v%d.8b, v%d.8b", spare, activation, weight))
		m.word(0x4E208000, weight, activation, spare, fmt.Sprintf("smlal2 v%d.8h, v%d.16b, v%d.16b", spare, activation, weight))
		m.word(0x4E606800, 0, spare, sum, fmt.Sprintf("sadalp v%d.4s, v%d.8h", sum, spare))
	})
	productARM64(m, "productSDOT", "multiplies bytes by SDOT, 4 rows and 4 outputs at once.", func(weight, activation, sum, _ int) {
		m.word(0x4E809400, weight, activation, sum, fmt.Sprintf("sdot v%d.4s, v%d.16b, v%d.16b", sum, activation, weight))
	})
}

// productARM64 writes one product. A sum is spread over the lanes of a register
// until all groups of 16 inputs have been added: V0 to V15 are those of four
// rows, V16 to V19 the weights, V20 to V23 the activations, the rest is to spare.
func productARM64(m *arm64, name, comment string, dot func(weight, activation, sum, spare int)) {
	m.function(name, name+" "+comment, "MOVD", "R0")
	m.do("MOVD %d(R0), R1 // this panel's weights", productWeights)
	m.do("MOVD %d(R0), R7", productInStep)
	m.do("MOVD %d(R0), R14", productPanels)
	m.do("MOVD %d(R0), R16", productOutStep)
	m.do("MOVD %d(R0), R19", productColumnScale)
	m.do("MOVD %d(R0), R20", productOut)
	m.line("panel:")
	m.do("MOVD R20, R4")
	m.do("MOVD %d(R0), R3", productIn)
	m.do("MOVD %d(R0), R5", productRowScale)
	m.do("MOVD %d(R0), R6", productTiles)
	m.line("tile:")
	m.do("MOVD R3, R8")
	for row := 1; row < 4; row++ {
		m.do("ADD R7, R%d, R%d", 7+row, 8+row)
	}
	m.do("ADD R7, R11, R3")
	for sum := range 16 {
		m.do("VEOR V%d.B16, V%d.B16, V%d.B16", sum, sum, sum)
	}
	m.do("MOVD R1, R12")
	m.do("MOVD %d(R0), R13", productGroups)
	m.line("group:")
	m.do("VLD1.P 64(R12), [V16.B16, V17.B16, V18.B16, V19.B16]")
	for row := range 4 {
		m.do("VLD1.P 16(R%d), [V%d.B16]", 8+row, 20+row)
	}
	for row := range 4 {
		for output := range 4 {
			dot(16+output, 20+row, 4*row+output, 24+(4*row+output)%8)
		}
	}
	m.do("SUBS $1, R13, R13")
	m.do("BNE group")
	writeTileARM64(m)
	m.do("SUBS $1, R6, R6")
	m.do("BNE tile")
	m.do("MOVD R12, R1")
	m.do("ADD $16, R19, R19")
	m.do("ADD $16, R20, R20")
	m.do("SUBS $1, R14, R14")
	m.do("BNE panel")
	m.do("RET")
}

// writeTileARM64 adds up the lanes of the sums, scales them and writes them.
func writeTileARM64(m *arm64) {
	m.do("VLD1 (R19), [V16.S4]")
	addPairs := func(a, b int) {
		m.word(0x4EA0BC00, b, a, a, fmt.Sprintf("addp v%d.4s, v%d.4s, v%d.4s", a, a, b))
	}
	for row := range 4 {
		sum := 4 * row
		addPairs(sum, sum+1)
		addPairs(sum+2, sum+3)
		addPairs(sum, sum+2)
		m.do("MOVWU.P 4(R5), R15")
		m.do("VDUP R15, V17.S4")
		m.operate(multiply, 16, in(17), 17)
		m.convert(sum, sum)
		m.operate(multiply, sum, in(17), sum)
		m.do("VST1 [V%d.S4], (R4)", sum)
		m.do("ADD R16, R4, R4")
	}
}

// Package kernel does the arithmetic of the tagger's layers: products in whole
// numbers, and the few steps on floats that stand between them. A [Kernel] is
// one way to do it, [Reference] that of plain Go. [Best] is the fastest that the
// processor has:
//
//	name         processor                         products
//	avx512vnni   AVX-512 with F, DQ, BW, VL, VNNI  VPDPBUSD, 64 at once
//	avxvnni      AVX2 and AVX-VNNI                 VPDPBUSD, 32 at once
//	avx2         AVX2                              VPMADDWD, 16 at once
//	sdot         arm64 of Apple or from v8.4 on    SDOT, 16 at once
//	neon         arm64                             SMULL and SMLAL2, 16 at once
//	go           any                               float64, 2 at once
//
// The build tag purego leaves all but the last out. On arm64 nothing but the
// system can tell what the processor has, each in another way, so SDOT is used
// where the build promises it: for Apple's systems, and by GOARM64=v8.4.
//
// # The same bits
//
// Weights are whole numbers of -127 to 127 with one scale an output, activations
// of -128 to 127 with one scale a word. Their sums are exact, so that the order
// in which a kernel adds them does not matter:
//
//   - VPDPBUSD multiplies bytes without sign by bytes with one. The activations
//     have 128 added to them, and each sum begins with -128 times the sum of its
//     weights, which takes that off again. It adds to 32 bits and does not saturate.
//   - VPMADDWD multiplies 16-bit numbers and adds two products to 32 bits.
//     Its cousin for bytes, VPMADDUBSW, saturates at 16 bits, which two products
//     of 255 and 127 pass, so it is not used: AVX2 holds 16 bits an activation and
//     a weight.
//   - SMULL and SMLAL2 add two products of bytes to 16 bits: at most 2·128·127,
//     which is less than 2¹⁵. SADALP then adds pairs of these to 32 bits.
//   - In plain Go two outputs share a multiplication; see reference_product.go.
//
// A sum becomes a float only at the end, times the product of both scales. All
// steps on floats are single operations in the reference's order, none fused,
// and gen/elements.go writes them once for all processors. The tests compare
// every kernel that the machine has with the reference.
//
// # How weights lie
//
// A matrix's outputs fall into parts, which are computed by themselves: the two
// directions of a recurrent layer, the three words of the convolution. A part is
// cut into panels of outputs, and a panel into groups of inputs. The panels of a
// part stand one behind the other, in a panel its groups, and in a group the
// weights of its inputs, output by output:
//
//	name         panel  group  tile      registers for sums
//	avx512vnni   48     4      8 rows    24 of 32
//	avxvnni      16     4      6 rows    12 of 16
//	avx2         16     2      6 rows    12 of 16
//	sdot, neon   4      16     4 rows    16 of 32
//
// On amd64 a vector of weights has one group of as many outputs as a register
// has lanes of 32 bits. The same group of a row's activations, four bytes, is
// spread over all lanes, and one instruction multiplies and adds. A tile of rows
// goes through a panel together, so that a vector is loaded once for all of them
// and the sums stay in registers until they are done. On arm64 a vector has 16
// inputs of one output, the sum is spread over the lanes, and they are added up
// at the end.
//
// A panel takes all rows of a block before the next one comes: 192 inputs of 48
// outputs are 9 KB, and 48 rows of activations the same, which fit into the
// nearest cache together. Weights are read in the order in which they stand. What
// fills up the last panel or group is zero. The weights of the file are packed
// when it is decoded, for one kernel, and are held in no other form.
package kernel

//go:generate go run ./gen

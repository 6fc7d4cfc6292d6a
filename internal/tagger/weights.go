package tagger

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"sync"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

//go:embed weights.bin
var embedded []byte

// Load decodes the embedded model, once; every caller gets the same one, which
// any number of goroutines may use.
func Load() (*Model, error) { return load() }

var load func() (*Model, error)

// Decoding may ask for the embedded model itself, which the initialisation of a
// variable may not. The embedded file never asks for one beside it.
func init() {
	load = sync.OnceValues(func() (*Model, error) { return decodeEmbedded(kernel.Best()) })
}

// decodeEmbedded reads the embedded model for one kernel, with its gists.
func decodeEmbedded(k kernel.Kernel) (*Model, error) {
	m, err := decodeFor(k, embedded)
	if err != nil {
		return nil, err
	}
	m.scorer.(*network).gister, err = newGister(k)
	return m, err
}

// A WeightsError tells why a weights file was not accepted.
type WeightsError struct {
	Offset int    // where in the file; 0 for no place in particular
	Reason string // what is wrong there
}

func (e *WeightsError) Error() string {
	if e.Offset == 0 {
		return "weights: " + e.Reason
	}
	return fmt.Sprintf("weights: offset %d: %s", e.Offset, e.Reason)
}

// The file: the magic, the version, the number of sections, the sections, and
// the CRC-32 of all before it. A section is its name (a length byte and the
// name), its kind, its numbers of rows and columns, and its data. Numbers are
// little-endian.
const (
	magic        = "verbatim"
	version      = 1
	checksumSize = 4

	kindFloat = 0 // rows·columns float32
	kindBytes = 1 // rows float32 scales, then rows·columns int8
	kindText  = 2 // columns bytes: lines of text
)

// A section is one named table of a weights file.
type section struct {
	rows, columns int
	floats        []float32 // values of kindFloat, scales of kindBytes
	bytes         []byte    // int8 each, in the file
	text          string
}

// Decode reads a weights file, which the model keeps: it must not be changed.
// Its errors are of type *WeightsError.
func Decode(file []byte) (*Model, error) {
	return decodeFor(kernel.Best(), file)
}

// decodeFor reads a weights file for one kernel.
func decodeFor(k kernel.Kernel, file []byte) (*Model, error) {
	sections, err := readSections(file)
	if err != nil {
		return nil, err
	}
	return assemble(k, sections)
}

func readSections(file []byte) (map[string]section, error) {
	if len(file) < len(magic)+8+checksumSize || string(file[:len(magic)]) != magic {
		return nil, &WeightsError{0, "not a weights file"}
	}
	body, sum := file[:len(file)-checksumSize], binary.LittleEndian.Uint32(file[len(file)-checksumSize:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, &WeightsError{len(body), "the checksum does not match"}
	}
	r := reader{file: body, at: len(magic)}
	if v := r.uint32(); v != version {
		return nil, &WeightsError{len(magic), fmt.Sprintf("version %d, not %d", v, version)}
	}
	sections := map[string]section{}
	for count := r.uint32(); count > 0 && r.err == nil; count-- {
		name := string(r.take(int(r.byte())))
		kind := r.byte()
		s := section{rows: int(r.uint32()), columns: int(r.uint32())}
		switch kind {
		case kindFloat:
			s.floats = r.floats(s.rows, s.columns)
		case kindBytes:
			s.floats = r.floats(s.rows, 1)
			s.bytes = r.table(s.rows, s.columns, 1)
		case kindText:
			s.text = string(r.take(s.columns))
		default:
			r.fail(fmt.Sprintf("section %q is of unknown kind %d", name, kind))
		}
		sections[name] = s
	}
	if r.err == nil && r.at != len(body) {
		r.fail("bytes are left over")
	}
	return sections, r.error()
}

// A reader takes values from a file until there is an error.
type reader struct {
	file []byte
	at   int
	err  *WeightsError
}

func (r *reader) error() error {
	if r.err == nil {
		return nil
	}
	return r.err
}

func (r *reader) fail(reason string) {
	if r.err == nil {
		r.err = &WeightsError{r.at, reason}
	}
}

// take gives the next n bytes, or nil and an error.
func (r *reader) take(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.file)-r.at) {
		r.fail("the file ends too early")
	}
	if r.err != nil {
		return nil
	}
	r.at += n
	return r.file[r.at-n : r.at]
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) uint32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// table gives the bytes of rows·columns values.
func (r *reader) table(rows, columns, size int) []byte {
	if columns > 0 && rows > len(r.file)/columns {
		r.fail("the file ends too early")
		return nil
	}
	return r.take(rows * columns * size)
}

func (r *reader) floats(rows, columns int) []float32 {
	raw := r.table(rows, columns, 4)
	out := make([]float32, len(raw)/4)
	for k := range out {
		out[k] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*k:]))
	}
	return out
}

// assemble builds a model of a file's sections and checks that they fit.
func assemble(k kernel.Kernel, sections map[string]section) (*Model, error) {
	p := parts{kernel: k, sections: sections}
	m := &Model{kernel: k}
	if _, ok := sections["encoder"]; ok {
		m.scorer = p.encoderScorer()
	} else {
		m.scorer = p.network()
	}
	pairs := p.floats("pairs", labels, labels)
	p.bounded("pairs", pairs, largestPair)
	m.chain, m.linker = newChain(pairs), p.linker()
	confidence := p.floats("confidence", 1, 2)
	if p.err != nil {
		return nil, p.err
	}
	m.confidenceBase, m.confidenceSlope = confidence[0], confidence[1]
	return m, nil
}

// network builds the network of recurrent layers.
func (p *parts) network() *network {
	shape := p.floats("shape", 1, 4) // embed, hidden, layers, heads
	if p.err != nil {
		return nil
	}
	embed, hidden, layers, heads := int(shape[0]), int(shape[1]), int(shape[2]), int(shape[3])
	if embed < 1 || hidden < 1 || embed > kernel.MostInputs || hidden > kernel.MostInputs/2 || layers < 1 || heads != headColumns {
		p.err = &WeightsError{0, "the shape is not one this program knows"}
		return nil
	}
	n := &network{kernel: p.kernel, embed: embed, hidden: hidden}
	n.marks, n.shapes = p.floats("marks", markBits, embed), p.floats("shapes", shapes, embed)
	n.convolution, n.convolutionBias = p.matrix("convolution", embed, 6*hidden, 3), p.floats("convolution bias", 1, 2*hidden)
	inputs := hidden
	for at := 0; at < layers && p.err == nil; at++ {
		name := fmt.Sprintf("layer %d", at)
		n.layers = append(n.layers, layer{p.matrix(name, inputs, 6*hidden, 2), p.floats(name+" gates", 8, hidden)})
		inputs = 2 * hidden
	}
	n.heads, n.headBias = p.matrix("heads", inputs, heads, 1), p.floats("heads bias", 1, heads)
	n.lexicon = p.lexicon(embed)
	return n
}

// encoderScorer builds the transformer, with the embedded network beside it if the
// file asks for it: it names the weights that it was fitted with.
func (p *parts) encoderScorer() scorer {
	e := p.encoder()
	if _, ok := p.sections["beside"]; p.err != nil || !ok {
		return e
	}
	shares := p.floats("shares", 1, 2) // of the side tasks, of the labels
	if p.err == nil && (min(shares[0], shares[1]) < 0 || max(shares[0], shares[1]) > 1) {
		p.err = &WeightsError{0, "a share is not between 0 and 1"}
	}
	if name := p.get("beside", 1, -1).text; p.err == nil && name != WeightsSHA256() {
		p.err = &WeightsError{0, fmt.Sprintf("it goes with the weights %.8s…, and this version has %.8s…: take the one of this version", name, WeightsSHA256())}
	}
	if p.err != nil {
		return e
	}
	own, err := embeddedFor(p.kernel)
	if err != nil {
		p.err = err
		return e
	}
	return newEnsemble(e, own.scorer.(*network), shares[0], shares[1])
}

// embeddedFor is the embedded model for a kernel.
func embeddedFor(k kernel.Kernel) (*Model, error) {
	if k.Name() == kernel.Best().Name() {
		return Load()
	}
	return decodeEmbedded(k)
}

// encoder builds the transformer.
func (p *parts) encoder() *encoder {
	shape := p.floats("encoder", 1, 3) // width, layers, places
	if p.err != nil {
		return nil
	}
	width, layers, places := int(shape[0]), int(shape[1]), int(shape[2])
	if width < wholeWidth || width > kernel.MostInputs || width%wholeWidth != 0 || layers < 1 || places < 2*contextPieces+mostWordPieces+2 {
		p.err = &WeightsError{0, "the encoder is not one this program knows"}
		return nil
	}
	e := &encoder{kernel: p.kernel, width: width, most: min(places, mostWindowPieces)}
	e.places, e.shapes, e.quoted = p.floats("places", places, width), p.floats("shapes", shapes, width), p.floats("quoted", 1, width)
	e.embedded = p.layerNorm("embedded", width)
	for at := 0; at < layers && p.err == nil; at++ {
		name := fmt.Sprintf("layer %d ", at)
		e.layers = append(e.layers, encoderLayer{
			attention: p.matrix(name+"attention", width, 3*width, 3), queryBias: p.floats(name+"query bias", 1, width),
			mixed: p.matrix(name+"mixed", width, width, 1), mixedBias: p.floats(name+"mixed bias", 1, width),
			attended: p.layerNorm(name+"attended", width),
			wide:     p.matrix(name+"wide", width, wideParts*width, wideParts), wideBias: p.floats(name+"wide bias", wideParts, width),
			narrow: p.narrow(name+"narrow", width), narrowBias: p.floats(name+"narrow bias", 1, width),
			done: p.layerNorm(name+"done", width),
		})
	}
	e.heads, e.headBias = p.matrix("heads", width, headColumns, 1), p.floats("heads bias", 1, headColumns)
	e.pieces = pieces{newVocabulary(p.get("first pieces", 1, -1).text), newVocabulary(p.get("later pieces", 1, -1).text)}
	first, later := e.pieces.first.rows(), e.pieces.later.rows()
	if p.err == nil && (first > mostRows || later > mostRows) {
		p.err = &WeightsError{0, "the vocabulary is too large"}
	}
	e.words = p.table("pieces", first+later, width)
	e.start, e.end = p.piece(e, "[CLS]"), p.piece(e, "[SEP]")
	marks := p.floats("mark pieces", -1, 2) // bit of Marks, piece; in the order in which they are read
	for k := 0; p.err == nil && k < len(marks)/2; k++ {
		bit, piece := int(marks[2*k]), int(marks[2*k+1])
		if bit < 0 || bit >= markBits || piece < 0 || piece >= first || k >= mostMarks {
			p.err = &WeightsError{0, "a mark is not one this program knows"}
			break
		}
		e.marks = append(e.marks, markPiece{1 << bit, int32(piece)})
	}
	return e
}

// narrow gives the parts of a matrix whose inputs come in parts.
func (p *parts) narrow(name string, width int) (list [wideParts]*kernel.Matrix) {
	for k := range list {
		list[k] = p.matrix(fmt.Sprintf("%s %d", name, k), width, width, 1)
	}
	return list
}

func (p *parts) layerNorm(name string, width int) layerNorm {
	return layerNorm{p.floats(name+" scale", 1, width), p.floats(name+" shift", 1, width)}
}

// piece finds a piece that must be there.
func (p *parts) piece(e *encoder, name string) int32 {
	row := e.pieces.first.row(name)
	if p.err == nil && row == 0 {
		p.err = &WeightsError{0, fmt.Sprintf("there is no piece %q", name)}
	}
	return int32(row)
}

// parts takes sections by name until one is missing or of the wrong size.
type parts struct {
	kernel   kernel.Kernel
	sections map[string]section
	err      error
}

func (p *parts) get(name string, rows, columns int) section {
	s, ok := p.sections[name]
	switch {
	case p.err != nil:
	case !ok:
		p.err = &WeightsError{0, fmt.Sprintf("there is no section %q", name)}
	case rows >= 0 && s.rows != rows || columns >= 0 && s.columns != columns:
		p.err = &WeightsError{0, fmt.Sprintf("section %q is %d by %d, not %d by %d", name, s.rows, s.columns, rows, columns)}
	}
	return s
}

func (p *parts) floats(name string, rows, columns int) []float32 {
	s := p.get(name, rows, columns)
	if rows < 0 {
		rows = s.rows
	}
	if p.err == nil && len(s.floats) != rows*columns {
		p.err = &WeightsError{0, fmt.Sprintf("section %q is not of numbers", name)}
	}
	p.bounded(name, s.floats, largestNumber)
	return s.floats
}

// Numbers of a file are less, so that what is made of them is finite: a confidence
// has to be a number.
const (
	largestNumber = 1e6
	largestPair   = 64 // of which the exponential is taken
)

// bounded checks that numbers are no farther from zero than most.
func (p *parts) bounded(name string, numbers []float32, most float32) {
	for _, v := range numbers {
		if p.err == nil && !(v >= -most && v <= most) {
			p.err = &WeightsError{0, fmt.Sprintf("section %q has the number %v", name, v)}
		}
	}
}

func (p *parts) table(name string, rows, columns int) table {
	s := p.get(name, rows, columns)
	if p.err == nil && (len(s.bytes) != s.rows*s.columns || s.rows < 2) {
		p.err = &WeightsError{0, fmt.Sprintf("section %q is not of small numbers", name)}
	}
	p.bounded(name, s.floats, largestNumber)
	return table{s.bytes, s.floats}
}

func (p *parts) matrix(name string, inputs, outputs, parts int) *kernel.Matrix {
	t := p.table(name, outputs, inputs)
	if p.err == nil && bytes.IndexByte(t.values, 0x80) >= 0 {
		p.err = &WeightsError{0, fmt.Sprintf("section %q has a weight of -128", name)}
	}
	if p.err != nil {
		return nil
	}
	return p.kernel.Pack(nil, t.values, t.scale, inputs, outputs, parts)
}

func (p *parts) lexicon(embed int) *lexicon {
	words := newVocabulary(p.get("vocabulary", 1, -1).text)
	if p.err == nil && words.rows() > mostRows {
		p.err = &WeightsError{0, "the vocabulary is too large"}
	}
	return &lexicon{words: words, word: p.table("words", words.rows(), embed), affix: p.table("affixes", -1, embed)}
}

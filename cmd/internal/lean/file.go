package lean

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
)

// The file of the weights, as internal/tagger/weights.go describes it.
const (
	magic   = "verbatim"
	version = 1

	kindFloat = 0 // rows·columns float32
	kindBytes = 1 // rows float32 scales, then rows·columns int8
	kindText  = 2 // columns bytes: lines of text
)

// ErrForm says that a file is no file of weights of the form that this package
// knows.
var ErrForm = errors.New("lean: no weights of a known form")

// A section is one named table of a file.
type section struct {
	name          string
	kind          byte
	rows, columns int
	scales        []float32 // of the rows of kindBytes
	data          []byte    // the numbers of kindBytes, or all of another kind
}

// row returns the numbers of a row of kindBytes.
func (s section) row(k int) []byte { return s.data[k*s.columns : (k+1)*s.columns] }

// readSections takes a file apart. The sections share its bytes.
func readSections(file []byte) ([]section, error) {
	const head, sum = len(magic) + 8, 4
	if len(file) < head+sum || string(file[:len(magic)]) != magic {
		return nil, ErrForm
	}
	body := file[:len(file)-sum]
	if crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(file[len(body):]) || binary.LittleEndian.Uint32(body[len(magic):]) != version {
		return nil, ErrForm
	}
	r := reader{rest: body[head:]}
	var sections []section
	for count := binary.LittleEndian.Uint32(body[len(magic)+4:]); count > 0 && !r.short; count-- {
		sections = append(sections, r.section())
	}
	if r.short || len(r.rest) > 0 {
		return nil, ErrForm
	}
	return sections, nil
}

// A reader takes values from a file until there are too few.
type reader struct {
	rest  []byte
	short bool
}

// take returns the next n bytes, or nil.
func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.short = true
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) number() int {
	if b := r.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (r *reader) section() section {
	s := section{name: string(r.take(int(r.byte()))), kind: r.byte(), rows: r.number(), columns: r.number()}
	if s.columns > 0 && s.rows > len(r.rest)/s.columns {
		r.short = true
		return s
	}
	switch s.kind {
	case kindFloat:
		s.data = r.take(4 * s.rows * s.columns)
	case kindBytes:
		s.scales = make([]float32, s.rows)
		for k := range s.scales {
			s.scales[k] = math.Float32frombits(uint32(r.number()))
		}
		s.data = r.take(s.rows * s.columns)
	case kindText:
		s.data = r.take(s.columns)
	default:
		r.short = true
	}
	return s
}

// writeSections puts a file together.
func writeSections(sections []section) []byte {
	file := binary.LittleEndian.AppendUint32([]byte(magic), version)
	file = binary.LittleEndian.AppendUint32(file, uint32(len(sections)))
	for _, s := range sections {
		file = append(append(append(file, byte(len(s.name))), s.name...), s.kind)
		file = binary.LittleEndian.AppendUint32(file, uint32(s.rows))
		file = binary.LittleEndian.AppendUint32(file, uint32(s.columns))
		for _, scale := range s.scales {
			file = binary.LittleEndian.AppendUint32(file, math.Float32bits(scale))
		}
		file = append(file, s.data...)
	}
	return binary.LittleEndian.AppendUint32(file, crc32.ChecksumIEEE(file))
}

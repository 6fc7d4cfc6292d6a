package line

import (
	"bufio"
	"errors"
	"hash/crc64"
	"io"
)

// MaxBytes is how many bytes a line may have where nobody says otherwise: many
// times the longest article, and little enough that reading a hostile one fits into
// memory.
const MaxBytes = 16 << 20

// A Reader reads lines and keeps count of them and a sum of all bytes.
type Reader struct {
	Number int    // of the last line read, from 1
	Size   int    // its bytes
	Sum    uint64 // of the input to its end
	in     *bufio.Reader
	limit  int
}

// NewReader returns a reader of lines of at most limit bytes.
func NewReader(in io.Reader, limit int) *Reader {
	return &Reader{in: bufio.NewReaderSize(in, 1<<16), limit: limit}
}

// Sums is the table of the sum: one that tells inputs apart that differ by
// accident, at a small part of the time that reading takes.
var Sums = crc64.MakeTable(crc64.ECMA)

// Next reads up to and including the next line feed. A line of more bytes than
// the limit is passed over without being kept. The error is io.EOF at the end of
// the input, also when a last line without line feed was read.
func (r *Reader) Next() (line []byte, tooLong bool, err error) {
	r.Number++
	r.Size = 0
	for {
		part, err := r.in.ReadSlice('\n')
		r.Size += len(part)
		r.Sum = crc64.Update(r.Sum, Sums, part)
		if !tooLong && r.Size > r.limit+1 {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

// IsBlank reports whether line is nothing but white space.
func IsBlank(line []byte) bool {
	for _, b := range line {
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return false
		}
	}
	return true
}

package command

import (
	"bufio"
	"errors"
	"hash/crc64"
	"io"
)

// A lineReader reads lines and keeps count of them and a sum of all bytes.
type lineReader struct {
	in    *bufio.Reader
	limit int    // bytes that a line may have
	line  int    // number of the last one read, from 1
	size  int    // its bytes
	sum   uint64 // of the input to its end
}

func newLineReader(in io.Reader, limit int) *lineReader {
	return &lineReader{in: bufio.NewReaderSize(in, 1<<16), limit: limit}
}

// sums is the table of the sum: one that tells inputs apart that differ by
// accident, at a small part of the time that reading takes.
var sums = crc64.MakeTable(crc64.ECMA)

// next reads up to and including the next line feed. A line of more bytes than
// the limit is passed over without being kept. The error is io.EOF at the end of
// the input, also when a last line without line feed was read.
func (r *lineReader) next() (line []byte, tooLong bool, err error) {
	r.line++
	r.size = 0
	for {
		part, err := r.in.ReadSlice('\n')
		r.size += len(part)
		r.sum = crc64.Update(r.sum, sums, part)
		if !tooLong && r.size > r.limit+1 {
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

// blank reports whether line is nothing but white space.
func blank(line []byte) bool {
	for _, b := range line {
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return false
		}
	}
	return true
}

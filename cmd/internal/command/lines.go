package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// readLines hands each line of in to use. A line of more than limit bytes is
// passed over without being kept.
func readLines(in io.Reader, limit int, use func(*job)) error {
	reader := bufio.NewReaderSize(in, 1<<16)
	for number := 1; ; number++ {
		line, tooLong, err := readLine(reader, limit)
		j := &job{number: number, line: line, size: len(line), done: make(chan struct{})}
		if tooLong {
			j.err = fmt.Errorf("longer than %d bytes", limit)
		}
		if tooLong || !blank(line) {
			use(j)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// readLine reads up to and including the next line feed. The error is io.EOF
// at the end of the input, also when a last line without line feed was read.
func readLine(reader *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := reader.ReadSlice('\n')
		if !tooLong && len(line)+len(part) > limit+1 {
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

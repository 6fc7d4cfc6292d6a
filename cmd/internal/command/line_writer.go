package command

import (
	"bytes"
	"io"
	"os"
)

// A lineWriter gathers lines and writes them so that no two writes of the system
// share one: what ends the process leaves whole lines behind.
type lineWriter struct {
	out   io.Writer
	lines []byte
}

const (
	// gathered is how many bytes of lines are written at once.
	gathered = 64 << 10
	// keptBuffer is how large the buffer may stay after a long line.
	keptBuffer = 1 << 20
)

// isFull reports whether line has to wait for a flush.
func (w *lineWriter) isFull(line []byte) bool {
	return len(w.lines) > 0 && len(w.lines)+len(line) > gathered
}

func (w *lineWriter) add(line []byte) { w.lines = append(w.lines, line...) }

// flush writes what was gathered, and returns how many of its bytes are out. After
// an error they end with a line wherever the output can be cut.
func (w *lineWriter) flush() (written int, err error) {
	if len(w.lines) == 0 {
		return 0, nil
	}
	written, err = w.out.Write(w.lines)
	if err != nil {
		whole := bytes.LastIndexByte(w.lines[:written], '\n') + 1
		if file, ok := w.out.(*os.File); ok && whole < written {
			cut(file, written-whole)
		}
		return whole, err
	}
	w.lines = w.lines[:0]
	if cap(w.lines) > keptBuffer {
		w.lines = nil
	}
	return written, nil
}

// cut takes the last bytes off a regular file that ends where it is written. What
// cannot be cut stays: the error that led here is the one to report.
func cut(file *os.File, bytes int) {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	end, err := file.Seek(0, io.SeekCurrent)
	if err != nil || end != info.Size() {
		return
	}
	_ = file.Truncate(end - int64(bytes))
	_, _ = file.Seek(end-int64(bytes), io.SeekStart)
}

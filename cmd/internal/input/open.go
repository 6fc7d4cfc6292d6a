package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow is how far back a zstd stream may refer, in bytes: what "zstd
// --long" writes, and no more, since a reader keeps that much in memory.
const maxWindow = 128 << 20

// A Stream is an input that is being read.
type Stream struct {
	io.Reader // the content, decompressed
	stored    *counter
	closers   []func() error
}

// Open opens a file, or takes stdin where the file is standard input. What
// begins as gzip or zstd does is decompressed, whatever its name; several
// members or frames, one after the other, are one content.
func Open(file File, stdin io.Reader) (*Stream, error) {
	stream := &Stream{stored: &counter{in: stdin}}
	if file.Name != StandardInput {
		opened, err := os.Open(file.Name)
		if err != nil {
			return nil, err
		}
		stream.stored.in = opened
		stream.closers = append(stream.closers, opened.Close)
	}
	if err := stream.decompress(); err != nil {
		_ = stream.Close() // the first error tells more
		return nil, err
	}
	return stream, nil
}

// Stored returns how many bytes have been read as they are stored, for a stream
// that one goroutine reads and another asks about.
func (s *Stream) Stored() int64 { return s.stored.n.Load() }

// Close closes what Open opened; standard input stays open.
func (s *Stream) Close() (err error) {
	for _, closer := range s.closers {
		err = errors.Join(err, closer())
	}
	return err
}

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
	// A frame that a reader of zstd skips, as parallel writers begin with; the
	// lower half of the first byte is any.
	skippedMagic = []byte{0x50, 0x2a, 0x4d, 0x18}
)

func (s *Stream) decompress() error {
	buffered := bufio.NewReaderSize(s.stored, 1<<16)
	s.Reader = buffered
	switch {
	case begins(buffered, gzipMagic, 0xff):
		reader, err := gzip.NewReader(buffered)
		if err != nil {
			return err
		}
		s.Reader = reader
	case begins(buffered, zstdMagic, 0xff), begins(buffered, skippedMagic, 0xf0):
		reader, err := zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return err
		}
		s.Reader = reader
		s.closers = append([]func() error{func() error { reader.Close(); return nil }}, s.closers...)
	}
	return nil
}

// begins reports whether the input begins with magic, of whose first byte the
// bits of mask count. It waits for one byte alone, unless that fits: an answer
// to a short line must not wait for the next.
func begins(in *bufio.Reader, magic []byte, mask byte) bool {
	first, err := in.Peek(1)
	if err != nil || first[0]&mask != magic[0] {
		return false
	}
	start, _ := in.Peek(len(magic))
	return len(start) == len(magic) && bytes.Equal(start[1:], magic[1:])
}

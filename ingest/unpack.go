package ingest

import (
	"bufio"
	"compress/bzip2"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

// An unpacker makes the bytes of a compressed stream readable. done ends what runs
// behind it.
type unpacker func(in io.Reader) (out io.Reader, done func(), err error)

var unpackers = map[sniff.Kind]unpacker{
	sniff.Gzip: func(in io.Reader) (io.Reader, func(), error) {
		out, err := gzip.NewReader(in)
		return out, func() {}, err
	},
	sniff.Bzip2: func(in io.Reader) (io.Reader, func(), error) { return bzip2.NewReader(in), func() {}, nil },
	sniff.Zstandard: func(in io.Reader) (io.Reader, func(), error) {
		out, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, nil, err
		}
		return out, out.Close, nil
	},
	sniff.XZ: func(in io.Reader) (io.Reader, func(), error) {
		head := bufio.NewReader(in)
		if err := checkDictionary(head); err != nil {
			return nil, nil, err
		}
		out, err := xz.NewReader(head)
		return out, func() {}, err
	},
}

// maxWindow is how many bytes a compressed stream may look back, which is memory
// that its reader takes whatever the stream has. It is what the programs themselves
// grant: 128 MiB is that of zstd without --long=31, and more than that of xz -9.
const maxWindow = 128 << 20

// checkDictionary looks at the size of the dictionary that the first block of an
// xz stream asks for, before its reader makes room for it.
func checkDictionary(in *bufio.Reader) error {
	const (
		blockAt   = 12 // where the first block begins, behind the header of the stream
		lzma2     = 0x21
		manyBytes = 64
	)
	head, _ := in.Peek(manyBytes)
	// A block with one filter: size, flags, and the filter's number, size and value,
	// after two sizes that may be left out.
	for at := blockAt + 2; at+2 < len(head); at++ {
		if head[at] == lzma2 && head[at+1] == 1 {
			exponent := head[at+2]
			if exponent > 40 || exponent/2+12 > 27 {
				return &LimitError{"bytes of dictionary", maxWindow}
			}
			return nil
		}
	}
	return nil
}

// unpack reads what is compressed here.
func (w *walk) unpack(in io.Reader, at place, kind sniff.Kind, open unpacker) {
	at.depth++
	if at.depth > w.limits.Depth {
		w.fail(at, string(kind), &LimitError{"containers in one another", int64(w.limits.Depth)})
		return
	}
	packed := &counter{in: in}
	out, done, err := open(packed)
	if err != nil {
		w.fail(at, string(kind), unpacking(err))
		return
	}
	defer done()
	at.name = withoutEnding(at.name)
	w.source(&bounded{out: out, packed: packed, ratio: w.limits.Ratio}, at)
}

// unpacking gives the end of a stream that goes on a name of its own.
func unpacking(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errTruncated
	}
	return err
}

var errTruncated = errors.New("it is cut off: the end is missing")

// A counter counts the bytes that are read through it.
type counter struct {
	in    io.Reader
	bytes int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.bytes += int64(n)
	return n, err
}

// A bounded stream ends with an error where it gives too much for what it has.
type bounded struct {
	out    io.Reader
	packed *counter
	ratio  int64
	given  int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.out.Read(p)
	b.given += int64(n)
	if b.given > freeBytes && b.given/b.ratio > b.packed.bytes {
		return 0, &LimitError{"times as many bytes as the compressed ones", b.ratio}
	}
	if err != nil && err != io.EOF {
		err = unpacking(err)
	}
	return n, err
}

package build

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// Qualities of brotli. The best takes minutes for the program, and gives a tenth
// less than the quick one, which takes seconds.
const (
	QuickBrotli = 9
	BestBrotli  = brotli.BestCompression
)

// brotliWindow holds all of the program but its beginning: 2²⁴ bytes, the most
// that browsers take.
const brotliWindow = 24

// A compressor is a form that browsers take files in.
type compressor struct {
	extension string
	setting   string // tells the ways to compress apart that a cache may hold
	open      func(io.Writer) (io.WriteCloser, error)
}

func compressors(quality int) []compressor {
	return []compressor{
		{".br", fmt.Sprint(quality), func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: quality, LGWin: brotliWindow}), nil
		}},
		{".gz", "", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) }},
	}
}

// compress returns content in a form. What was compressed before is taken from
// the folder of the cache, if there is one.
func (c compressor) compress(content []byte, cache string) ([]byte, error) {
	sum := sha256.Sum256(content)
	kept := filepath.Join(cache, hex.EncodeToString(sum[:])+c.setting+c.extension)
	if cache != "" {
		if packed, err := os.ReadFile(kept); err == nil {
			return packed, nil
		}
	}
	var packed bytes.Buffer
	w, err := c.open(&packed)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if cache != "" {
		keep(kept, packed.Bytes())
	}
	return packed.Bytes(), nil
}

// keep writes a file of the cache, whole or not at all. Without it the next run
// takes longer, no more.
func keep(path string, content []byte) {
	if os.MkdirAll(filepath.Dir(path), 0o777) != nil {
		return
	}
	file, err := os.CreateTemp(filepath.Dir(path), "new-*")
	if err != nil {
		return
	}
	_, err = file.Write(content)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil || os.Rename(file.Name(), path) != nil {
		os.Remove(file.Name())
	}
}

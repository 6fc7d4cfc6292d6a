package input

import (
	"io"
	"sync/atomic"
)

// A counter counts the bytes that are read through it.
type counter struct {
	in io.Reader
	n  atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n.Add(int64(n))
	return n, err
}

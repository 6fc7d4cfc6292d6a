package lineartest

import (
	"testing"
	"time"
)

// TestDisproportion checks that the limit lies between linear and quadratic
// work, and that neither one jump of the costs nor a busy moment is taken for the
// latter. The costs are made up: measured ones would differ by machine.
func TestDisproportion(t *testing.T) {
	const size = 1 << 16
	busy := 0
	for _, c := range []struct {
		name string
		cost func(size int) time.Duration
		fair bool
	}{
		{"linear work", func(n int) time.Duration { return time.Duration(n) }, true},
		{"linear work that leaves the caches", func(n int) time.Duration {
			if n >= size {
				n *= 2
			}
			return time.Duration(n)
		}, true},
		{"linear work with a jump", func(n int) time.Duration {
			if n >= size {
				n *= 10
			}
			return time.Duration(n)
		}, true},
		{"linear work at a busy moment", func(n int) time.Duration {
			if busy++; busy == 2 {
				n *= 10
			}
			return time.Duration(n)
		}, true},
		{"quadratic work", func(n int) time.Duration { return time.Duration(n * n) }, false},
	} {
		if fault := disproportion(size, c.cost); (fault == "") != c.fair {
			t.Errorf("%s: %q", c.name, fault)
		}
	}
}

// TestCheck reads real texts, if next to no work is real.
func TestCheck(t *testing.T) {
	sum := 0
	Check(t, 1<<16, func(size int) []byte { return make([]byte, size) }, func(text []byte) {
		for _, b := range text {
			sum += int(b)
		}
	})
}

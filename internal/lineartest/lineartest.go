// Package lineartest checks that what a text costs grows with its length and no
// faster. Only tests import it; it is a package because the tests of several
// packages do.
//
// It compares the processor time that the process has used, which, unlike the
// time on the wall, is much the same on a busy machine. Tests that use it must
// not run in parallel with others of their package.
package lineartest

import (
	"testing"
	"time"
)

const (
	// factor is how many times as long the second of two texts is.
	factor = 4
	// limit is how many times as much it may cost. Linear work costs four times
	// as much, eight where the longer text no longer fits the caches; quadratic
	// work sixteen times.
	limit = 12
	// attempts is how often a text may cost too much before it is believed.
	attempts = 5
	// shortest is how long a measurement lasts at least.
	shortest = 5 * time.Millisecond
)

// Check marks t as failed if the second of two texts, of a quarter of size and
// of size bytes, costs out of proportion. prepare makes what read is given of a
// text of about so many bytes; its work does not count. Check skips the test
// where the system does not tell the processor time.
func Check[T any](t *testing.T, size int, prepare func(size int) T, read func(T)) {
	t.Helper()
	if _, known := processorTime(); !known {
		t.Skip("the system does not tell the processor time")
	}
	if small, large := compare(size, prepare, read); large >= limit*small {
		t.Errorf("%d bytes cost %v and %d bytes %v, %.1f times as much", size/factor, small, size, large, float64(large)/float64(small))
	}
}

// compare returns the least that either text has cost, once the larger of them
// stays below the limit or has been given every chance to.
func compare[T any](size int, prepare func(size int) T, read func(T)) (small, large time.Duration) {
	read(prepare(size / factor / factor)) // what is made on first use is made now
	shorter, longer := prepare(size/factor), prepare(size)
	small, large = cost(shorter, read), cost(longer, read)
	for n := 1; n < attempts && large >= limit*small; n++ {
		small, large = min(small, cost(shorter, read)), min(large, cost(longer, read))
	}
	return small, large
}

// cost is the processor time of one reading.
func cost[T any](text T, read func(T)) time.Duration {
	start, _ := processorTime()
	for n := time.Duration(1); ; n++ {
		read(text)
		if now, _ := processorTime(); now-start >= shortest {
			return (now - start) / n
		}
	}
}

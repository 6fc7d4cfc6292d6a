// Package lineartest checks that what a text costs grows with its length and no
// faster. Only tests import it; it is a package because the tests of several
// packages do.
//
// It compares the processor time that the process has used, which, unlike the
// time on the wall, is much the same on a busy machine. Tests that use it must
// not run in parallel with others of their package.
package lineartest

import (
	"fmt"
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

// Check marks t as failed if texts of a quarter of size, of size and of four
// times size bytes cost out of proportion, each of the next. prepare makes what
// read is given of a text of about so many bytes; its work does not count.
// Check skips the test where the system does not tell the processor time.
func Check[T any](t *testing.T, size int, prepare func(size int) T, read func(T)) {
	t.Helper()
	if _, known := processorTime(); !known {
		t.Skip("the system does not tell the processor time")
	}
	read(prepare(size / factor / factor)) // what is made on first use is made now
	fault := disproportion(size, func(size int) time.Duration { return Cost(prepare(size), read) })
	if fault != "" {
		t.Error(fault)
	}
}

// disproportion says by how much the costs of three texts, of a quarter of
// size, of size and of four times size bytes, grow too fast, or nothing. cost
// measures that of a text of about so many bytes.
func disproportion(size int, cost func(size int) time.Duration) string {
	small, large := compare(size, cost)
	if large < limit*small {
		return ""
	}
	// The larger text may be the first for which the process wants more memory
	// of the system, once. Work that is not linear goes on growing.
	next, largest := compare(factor*size, cost)
	if largest < limit*next {
		return ""
	}
	return fmt.Sprintf("%d bytes cost %v, %d bytes %v, %.1f times as much, and %d bytes %v, %.1f times as much again",
		size/factor, small, size, large, float64(large)/float64(small), factor*size, largest, float64(largest)/float64(next))
}

// compare returns the least that either of two texts has cost, of a quarter of
// size and of size bytes, once the larger of them stays below the limit or has
// been given every chance to.
func compare(size int, cost func(size int) time.Duration) (small, large time.Duration) {
	small, large = cost(size/factor), cost(size)
	for n := 1; n < attempts && large >= limit*small; n++ {
		small, large = min(small, cost(size/factor)), min(large, cost(size))
	}
	return small, large
}

// Cost is the processor time of one reading of a text.
func Cost[T any](text T, read func(T)) time.Duration {
	start, _ := processorTime()
	for n := time.Duration(1); ; n++ {
		read(text)
		if now, _ := processorTime(); now-start >= shortest {
			return (now - start) / n
		}
	}
}

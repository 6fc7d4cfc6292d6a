package lineartest

import "testing"

// TestCompare checks that the limit lies between linear and quadratic work.
func TestCompare(t *testing.T) {
	if _, known := processorTime(); !known {
		t.Skip("the system does not tell the processor time")
	}
	itself := func(size int) int { return size }
	counted := 0
	count := func(n int) {
		for range n {
			counted++
		}
	}
	if small, large := compare(1<<20, itself, count); large >= limit*small {
		t.Errorf("linear work costs %v, and four times of it %v", small, large)
	}
	if small, large := compare(1<<13, itself, func(n int) { count(n * n) }); large < limit*small {
		t.Errorf("quadratic work costs %v, and for four times the size %v", small, large)
	}
}

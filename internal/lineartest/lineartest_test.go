package lineartest

import "testing"

// TestDisproportion checks that the limit lies between linear and quadratic
// work, and that one jump of the costs is not taken for the latter.
func TestDisproportion(t *testing.T) {
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
	linear := func(n int) { count(64 * n) }
	jump := func(n int) {
		if n >= 1<<16 {
			n *= 10
		}
		linear(n)
	}
	quadratic := func(n int) { count(n * n) }
	for name, read := range map[string]func(int){"linear work": linear, "linear work with a jump": jump} {
		if fault := disproportion(1<<16, itself, read); fault != "" {
			t.Errorf("%s: %s", name, fault)
		}
	}
	if disproportion(1<<11, itself, quadratic) == "" {
		t.Error("quadratic work passes")
	}
}

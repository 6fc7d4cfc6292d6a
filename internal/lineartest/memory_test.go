package lineartest

import (
	"runtime"
	"testing"
)

// TestPeak checks that what is held for a while counts, and garbage does not.
func TestPeak(t *testing.T) {
	const held, piece = 8 << 20, 64 << 10
	var kept [][]byte
	peak := Peak(func() {
		for range held / piece {
			kept = append(kept, make([]byte, piece))
		}
		var garbage []byte
		for n := range 64 * held / piece {
			if n == 48*held/piece {
				kept = nil
			}
			garbage = make([]byte, piece)
		}
		runtime.KeepAlive(garbage)
	})
	runtime.KeepAlive(kept)
	if peak < held*9/10 || peak > held*5/4 {
		t.Errorf("%d bytes were held at once, and %d are found", held, peak)
	}
}

// TestHeld checks that what is given up is told from what is taken.
func TestHeld(t *testing.T) {
	const size = 1 << 20
	var kept []byte
	if more := Held(func() { kept = make([]byte, size) }); more < size*9/10 || more > size*11/10 {
		t.Errorf("%d bytes are held more, want %d", more, size)
	}
	runtime.KeepAlive(kept)
	if more := Held(func() { kept = nil }); more > -size*9/10 {
		t.Errorf("%d bytes are held more, want %d", more, -size)
	}
	runtime.KeepAlive(kept)
}

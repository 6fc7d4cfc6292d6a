package lexicon

import "testing"

func TestIsPlaceName(t *testing.T) {
	for name, want := range map[string]bool{"turkey": true, "new york": true, "selby": false, "georgia": false, "york": false, "ma": false, "": false} {
		if got := IsPlaceName(name); got != want {
			t.Errorf("IsPlaceName(%q) = %v", name, got)
		}
	}
}

func TestIsPeople(t *testing.T) {
	for name, want := range map[string]bool{"cuban": true, "americans": true, "democrats": true, "north korean": true, "roe": false, "s": false, "": false} {
		if got := IsPeople(name); got != want {
			t.Errorf("IsPeople(%q) = %v", name, got)
		}
	}
}

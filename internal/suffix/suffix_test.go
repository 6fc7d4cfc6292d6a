package suffix

import (
	"slices"
	"strings"
	"testing"
)

func TestIsTopLevel(t *testing.T) {
	for label, want := range map[string]bool{
		"com": true, "uk": true, "tk": true, "ck": true, "za": true, "zz": false, "c": false, "museum": true, "рф": true, "xn--p1ai": true, "みんな": true, "zw": true, "aaa": true,
		"": false, "co.uk": false, "invalid": false, "coma": false, "co": true, "COM": false, "jpg": false, "*": false, "\n": false, "!": false,
	} {
		if got := IsTopLevel(label); got != want {
			t.Errorf("IsTopLevel(%q) = %v, want %v", label, got, want)
		}
	}
}

func TestIsPublic(t *testing.T) {
	for _, c := range []struct {
		second, top string
		want        bool
	}{
		{"co", "uk", true}, {"gov", "uk", true}, {"com", "au", true}, {"ac", "jp", true},
		{"anything", "ck", true}, {"www", "ck", false},
		{"bbc", "uk", false}, {"example", "com", false}, {"", "uk", false}, {"co", "", false},
	} {
		if got := IsPublic(c.second, c.top); got != c.want {
			t.Errorf("IsPublic(%q, %q) = %v, want %v", c.second, c.top, got, c.want)
		}
	}
}

// The bisection must find every line, and the lines must be in its order.
func TestEveryRuleIsFound(t *testing.T) {
	lines := strings.Split(strings.Trim(rules, "\n"), "\n")
	if !slices.IsSorted(lines) {
		t.Fatal("the table is not sorted")
	}
	for _, line := range lines {
		if !listed(line) {
			t.Errorf("listed(%q) = false", line)
		}
		if listed(line + "?") {
			t.Errorf("listed(%q) = true", line+"?")
		}
		if top, _, _ := strings.Cut(strings.TrimPrefix(line, "!"), "."); !IsTopLevel(top) {
			t.Errorf("IsTopLevel(%q) = false", top)
		}
	}
}

func BenchmarkIsTopLevel(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		IsTopLevel("org")
		IsTopLevel("nonsense")
	}
}

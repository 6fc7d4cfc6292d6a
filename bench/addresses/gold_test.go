package main

import (
	"maps"
	"testing"
)

func TestGoldIsTheSameInBothForms(t *testing.T) {
	published := "See Norvik.com, www.alder.org/a_b. Write to desk@norvik.com; https://t.co/aB3!"
	flat := "see norvik com www alder org a b write to desk norvik com https t co ab3"
	want := map[wordRange]bool{{1, 2}: true, {3, 7}: true, {13, 16}: true}
	if got := gold(published); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	in := wordsOf(flat)
	if r, ok := in.covered(4, 14); !ok || r != (wordRange{1, 2}) {
		t.Errorf("bytes 4 to 14: got %v, %v", r, ok)
	}
	if r, ok := in.covered(3, 4); ok {
		t.Errorf("a space covers %v", r)
	}
}

func TestScore(t *testing.T) {
	var s score
	in := wordsOf("a b com and c com")
	s.add([][]int{{2, 7}, {0, 1}}, in, map[wordRange]bool{{1, 2}: true, {4, 5}: true})
	if s != (score{right: 1, found: 2, wanted: 2}) {
		t.Errorf("got %+v", s)
	}
	if got, want := s.String(), "50.0 / 50.0 / 50.0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

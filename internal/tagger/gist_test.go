package tagger

import (
	"reflect"
	"strings"
	"testing"
)

// Every word of a text has a gist, which depends on the words around it.
func TestGists(t *testing.T) {
	words := split(strings.Repeat(said, 20), true)
	reading := model(t).Read(words, nil)
	if len(reading.Gists) != len(words) {
		t.Fatalf("%d words have %d gists", len(words), len(reading.Gists))
	}
	different := map[Gist]bool{}
	for k, w := range words {
		if w.Form == words[0].Form {
			different[reading.Gists[k]] = true
		}
	}
	if len(different) < 2 {
		t.Errorf("%q has the same gist in all its places", words[0].Form)
	}
}

// A file of other weights has none: they belong to the embedded network.
func TestGistsOfOtherWeights(t *testing.T) {
	m, err := Decode(embedded)
	if err != nil {
		t.Fatal(err)
	}
	words := split(said, true)
	reading := m.Read(words, nil)
	if reading.Gists != nil {
		t.Error("a network without weights for gists makes some")
	}
	want := model(t).Read(words, nil)
	if reading.Gists, want.Gists = nil, nil; !reflect.DeepEqual(reading, want) {
		t.Error("gists change what else is read")
	}
}

func TestRoundGist(t *testing.T) {
	for v, want := range map[float32]int8{-7: -127, -1: -127, -0.004: -1, -0.003: 0, 0: 0, 0.5: 64, 1: 127, 9: 127} {
		if got := roundGist(v); got != want {
			t.Errorf("%v rounds to %d, not %d", v, got, want)
		}
	}
}

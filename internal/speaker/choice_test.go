package speaker

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"os"
	"testing"

	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

func TestChoiceFile(t *testing.T) {
	if want := binary.Size(new(packedChoices)); len(choiceFile) != want {
		t.Fatalf("choice.bin has %d bytes, not %d", len(choiceFile), want)
	}
	gist, err := os.ReadFile("../tagger/gist.bin")
	if err != nil {
		t.Fatal(err)
	}
	if made := sha256.Sum256(gist[32:]); !bytes.Equal(choiceFile[:len(made)], made[:]) {
		t.Error("choice.bin was fitted to other gists than gist.bin makes: run train/choices.py")
	}
	var most float32
	for _, v := range embeddedChoices().Out {
		if v != v || math.IsInf(float64(v), 0) {
			t.Fatalf("a unit has the weight %v", v)
		}
		most = max(most, v, -v)
	}
	if most == 0 {
		t.Error("the network says nothing")
	}
}

// TestChoiceOf asks which sources leave open who is meant.
func TestChoiceOf(t *testing.T) {
	tests := []struct {
		text string
		want choiceKind
	}{
		{"“It never stops,” he said.", chooseHe},
		{"“It never stops,” she said.", chooseShe},
		{"They said that it never stops.", chooseThey},
		{"The lawyer said that it never stops.", choosePerson},
		{"The officials said that it never stops.", chooseGroup},
		{"The agency said that it never stops.", chooseOrgan},
		{"The report said that it never stops.", chooseDocument},
		{"A lawyer said that it never stops.", noChoice},
		{"Ruth Bell said that it never stops.", noChoice},
	}
	for _, tt := range tests {
		a, reading := readingOf(tt.text, 0)
		x := reading.Attributions[0]
		r := resolver{a, Read(a, reading), new(Said)}
		if got := r.choiceOf(x.Source); got.kind != noChoice {
			t.Errorf("%q: without gists the kind is %d", tt.text, got.kind)
		}
		a.Gists = make([]tagger.Gist, len(a.Tokens))
		if got := r.choiceOf(x.Source); got.kind != tt.want {
			t.Errorf("%q: the kind is %d, want %d", tt.text, got.kind, tt.want)
		}
		if beside := x.Source; beside.First > 0 {
			beside.First--
			if got := r.choiceOf(beside); got.kind != noChoice {
				t.Errorf("%q: words that are no source leave the choice %d", tt.text, got.kind)
			}
		}
	}
}

// TestChoiceScore reckons with a network in which all that is seen adds one to the
// first unit.
func TestChoiceScore(t *testing.T) {
	n := &choiceNetwork{}
	n.Out[0], n.Out[1] = 1, -1
	for place := range n.Option {
		for k := range n.Option[place] {
			n.Option[place][k][0] = 1
		}
	}
	n.Feature[salienceFeatures+traitNamed][0], n.Feature[salienceFeatures+traitPlace][1] = 10, 10
	n.Plain[chooseHe][nearAny], n.Rules = 4, 100
	v := choiceView{choiceNetwork: n, gists: make([]tagger.Gist, 50), plain: &n.Plain[chooseHe]}
	for k := range v.gists {
		v.gists[k][0] = int8(k)
	}
	near := candidate{nearest: token.Range{First: 2, Last: 4}}
	near.evidence[nearAny] = 0.5
	tests := []struct {
		name string
		c    candidate
		has  uint
		want float32
	}{
		{"nobody", candidate{}, 1 << traitNobody, 0},
		{"whom rules read", candidate{}, 1 << traitRules, 100},
		{"a name", candidate{}, 1 << traitNamed, 10},
		{"a place", candidate{}, 1 << traitPlace, -10},
		{"words near by", near, 0, 1 + 2 + 3 + 4 + 4*0.5},
		{"words at the beginning", candidate{nearest: token.Range{First: 0, Last: 1}}, 0, 1},
	}
	for _, tt := range tests {
		if got := v.score(&tt.c, tt.has); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

package occasion

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

func TestNetworkFile(t *testing.T) {
	if want := binary.Size(new([fields]packedNetwork)); len(networkFile) != want {
		t.Fatalf("network.bin has %d bytes, not %d", len(networkFile), want)
	}
	count := 0
	new(fieldNetwork).each(func(*hidden) { count++ })
	if count != rowCount {
		t.Errorf("a network has %d rows, and the file %d", count, rowCount)
	}
	for field := range embeddedNetworks() {
		var most float32
		for _, v := range embeddedNetworks()[field].Out {
			if v != v || math.IsInf(float64(v), 0) {
				t.Fatalf("field %d has the weight %v", field, v)
			}
			most = max(most, v, -v)
		}
		if most == 0 {
			t.Errorf("the network of field %d says nothing", field)
		}
	}
}

// seen is a view of a text of words with gists, for a network in which all that is
// seen adds one to the first unit.
func seen(words int) *view {
	network := new(fieldNetwork)
	network.Out[0], network.Out[1] = 1, -1
	for place := range network.Candidate {
		for k := range network.Candidate[place] {
			network.Candidate[place][k][0] = 1
		}
	}
	network.Reason[3][0], network.Reason[4][1] = 10, 10
	a := &article.Article{Gists: make([]tagger.Gist, words)}
	for k := range a.Gists {
		a.Gists[k][0] = int8(k)
	}
	return &view{network: network, article: a, kept: new(keptParts), at: 5}
}

func TestScore(t *testing.T) {
	tests := []struct {
		name    string
		words   token.Range
		reasons evidence
		want    float32
	}{
		{"nothing", token.Range{}, 0, 0},
		{"words and those beside them", token.Range{First: 2, Last: 4}, 0, 1 + 2 + 3 + 4},
		{"at the end of the text", token.Range{First: 98, Last: 100}, 0, 97 + 98 + 99},
		{"at its beginning", token.Range{First: 0, Last: 1}, 0, 1},
		{"a reason for it", token.Range{}, 1 << 3, 10},
		{"a reason against it", token.Range{}, 1 << 4, -10},
	}
	v := seen(100)
	for range 2 { // what is kept gives the same
		for _, test := range tests {
			if got := v.score(0, test.words, test.reasons); got != test.want {
				t.Errorf("%s: %v, not %v", test.name, got, test.want)
			}
		}
		if a, b := v.score(0, token.Range{First: 3, Last: 4}, 0), v.score(0, token.Range{First: 3 + len(v.kept), Last: 4 + len(v.kept)}, 0); a == b {
			t.Errorf("words that are kept in one place score %v alike", a)
		}
	}
	if got := (&view{article: v.article}).score(0, token.Range{First: 2, Last: 4}, 1<<3); got != 0 {
		t.Errorf("without a network the score is %v", got)
	}
}

func TestDistance(t *testing.T) {
	v := &view{at: 1000}
	kinds := map[int]bool{}
	for _, at := range []int{0, 900, 999, 1000, 1001, 1100, 5000} {
		kind := v.distance(token.Range{First: at, Last: at + 1})
		if kind < 1 || kind >= distances {
			t.Errorf("words at %d have the distance %d", at, kind)
		}
		kinds[kind] = true
	}
	if len(kinds) != 7 || v.distance(token.Range{}) != 0 {
		t.Errorf("the distances are of %d kinds, not 7, or not told from none", len(kinds))
	}
}

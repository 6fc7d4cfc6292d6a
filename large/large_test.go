package large

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// article is invented.
const article = "the council of halvard bay has put off the sale of the old ferry terminal after a heated meeting on tuesday night " +
	"mayor ingrid solheim told the meeting that nobody had read the contract and i will not sign what i have not read " +
	"the buyer northmark holdings said in a statement that it was surprised and that its offer would stand until friday " +
	"councillor peter achterberg asked whether the terminal had been valued at all"

// parser returns one that reads with the large weights.
func parser(t testing.TB) *verbatim.Parser {
	t.Helper()
	model, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return &verbatim.Parser{Model: model}
}

// TestParse reads flattened text with the large weights: who speaks is found, and the
// record names the weights.
func TestParse(t *testing.T) {
	p := parser(t)
	doc := p.Parse(article)
	if err := doc.Validate(article); err != nil {
		t.Fatal(err)
	}
	var speakers []string
	for _, m := range doc.Messages {
		if m.Speaker != nil {
			speakers = append(speakers, m.Speaker.Name)
		}
	}
	for _, want := range []string{"Ingrid Solheim", "Northmark Holdings", "Peter Achterberg"} {
		found := false
		for _, s := range speakers {
			found = found || strings.EqualFold(s, want)
		}
		if !found {
			t.Errorf("%s is not among the speakers %q", want, speakers)
		}
	}
	if own := verbatim.Parse(article).Provenance.Model; doc.Provenance.Model == own || doc.Provenance.Model != p.Model.SHA256() {
		t.Errorf("the provenance names the model %s", doc.Provenance.Model)
	}
}

// TestGoroutines share the weights.
func TestGoroutines(t *testing.T) {
	p := parser(t)
	want := p.Parse(article)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if got := p.Parse(article); !reflect.DeepEqual(got, want) {
				t.Error("two readings of one text differ")
			}
		})
	}
	group.Wait()
}

func BenchmarkParse(b *testing.B) {
	p, text := parser(b), strings.Repeat(article+" ", 12)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(text)
	}
}

package verbatim_test

import (
	"errors"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// The library's own weights, read as a file, read as the library does.
func TestReadModel(t *testing.T) {
	weights, err := os.ReadFile("internal/tagger/weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	model, err := verbatim.ReadModel(weights)
	if err != nil {
		t.Fatal(err)
	}
	const text = "the harbour master lena ortmann said on monday we have never seen ice like this and no boat will go out"
	want := verbatim.Parse(text)
	got := (&verbatim.Parser{Model: model}).Parse(text)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the same weights read in another way (-own +file):\n%s", diff)
	}
	if got.Provenance.Model != model.SHA256() || len(model.SHA256()) != 64 {
		t.Errorf("the provenance names the model %q, its digest is %q", got.Provenance.Model, model.SHA256())
	}
	if light := (&verbatim.Parser{Model: model, Light: true}).Parse(text); light.Provenance.Model != "" {
		t.Errorf("a light reading names the model %q", light.Provenance.Model)
	}
	if got := (&verbatim.Parser{Model: new(verbatim.Model)}).Parse(text); got.Provenance.Model != want.Provenance.Model {
		t.Errorf("a Model that was never read gives the provenance %q, want the library's own", got.Provenance.Model)
	}
}

func TestReadModelRefuses(t *testing.T) {
	for name, weights := range map[string][]byte{"nothing": nil, "text": []byte("the mayor said no"), "a head alone": []byte("verbatim\x01\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00")} {
		model, err := verbatim.ReadModel(weights)
		var fault *verbatim.ModelError
		if model != nil || !errors.As(err, &fault) || fault.Reason == "" {
			t.Errorf("%s: ReadModel gives %v, %v; want a *ModelError with a reason", name, model, err)
		}
	}
}

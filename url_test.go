package verbatim_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

func TestURLJSON(t *testing.T) {
	found := verbatim.FindURLs("https t co ab3de5fg7h")
	got, err := json.Marshal(found)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"start":0,"end":21,"url":"https://t.co/ab3de5fg7h","host":"t.co","kind":"shortener","lossy":["case"],"confidence":0.97}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var back []verbatim.URL
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(found, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

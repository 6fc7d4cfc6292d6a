package verbatim_test

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// TestReadme parses the sentence of the README and compares with the record
// that stands below it. How confident the reader is changes with every model.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?s)\nFrom (“[^\n]*) it is this:\n\n```json\n(.*?)```\n").FindSubmatch(readme)
	if found == nil {
		t.Fatal("README.md shows no record")
	}
	var want verbatim.Document
	if err := json.Unmarshal(found[2], &want); err != nil {
		t.Fatal(err)
	}
	got := verbatim.Parse(string(found[1]))
	if diff := cmp.Diff(&want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(verbatim.Message{}, "Confidence")); diff != "" {
		t.Errorf("README.md shows another record (-README +got):\n%s", diff)
	}
}

package verbatim_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRequirements holds go.mod to the modules that whoever imports the library
// gets with it. What needs more is a module of its own.
func TestRequirements(t *testing.T) {
	file, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var required []string
	for _, found := range regexp.MustCompile(`(?m)^\s*(?:require )?(\S+) v\d`).FindAllSubmatch(file, -1) {
		required = append(required, string(found[1]))
	}
	slices.Sort(required)
	want := []string{"github.com/google/go-cmp", "github.com/rivo/uniseg", "golang.org/x/text"}
	if diff := cmp.Diff(want, required); diff != "" {
		t.Errorf("go.mod requires (-want +got):\n%s", diff)
	}
}

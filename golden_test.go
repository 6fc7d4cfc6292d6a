package verbatim_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

// verbatimtest.Golden looks this flag up.
var update = flag.Bool("update", false, "write the golden files of testdata and raise the counts of its wants instead of comparing with them")

// updating reports whether golden files are to be written.
func updating() bool { return *update }

const howToUpdate = "to accept what changed in every case: go test -run 'TestGolden|TestWants' -update . && git diff testdata"

// jsonCases are the cases whose golden file stands there in JSON too: one as
// published, one flattened, and one with addresses.
var jsonCases = []string{"ap-mine-published", "committee-testimony-flat", "direct-messages-published"}

func TestGolden(t *testing.T) {
	for _, c := range readCases(t) {
		t.Run(c.name, func(t *testing.T) {
			compareListing(t, verbatimtest.List(c.document(), c.text), c.path(".golden"))
			if slices.Contains(jsonCases, c.name) {
				verbatimtest.Golden(t, c.document(), c.path(".golden.json"))
			}
			if t.Failed() {
				t.Log(howToUpdate)
			}
		})
	}
}

// compareListing compares a listing with the golden file at path, or writes it.
func compareListing(t *testing.T, got, path string) {
	t.Helper()
	if updating() {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Error(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the document differs from %s (-golden +got):\n%s", path, diff)
	}
}

// TestGoldenFiles finds files in testdata/parse that belong to no case.
func TestGoldenFiles(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("testdata", "parse"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"README.md": true}
	for _, c := range readCases(t) {
		for _, extension := range []string{".txt", ".golden", ".want"} {
			known[c.name+extension] = true
		}
	}
	for _, name := range jsonCases {
		known[name+".golden.json"] = true
	}
	for _, entry := range entries {
		if !known[entry.Name()] {
			t.Errorf("testdata/parse/%s belongs to no case", entry.Name())
		}
	}
}

// TestFlatCases checks that an article that stands in both forms is the same
// article, so that the two documents can be compared.
func TestFlatCases(t *testing.T) {
	cases := map[string]parseCase{}
	for _, c := range readCases(t) {
		cases[c.name] = c
	}
	for name, flat := range cases {
		published, both := cases[strings.TrimSuffix(name, "-flat")+"-published"]
		if !strings.HasSuffix(name, "-flat") || !both {
			continue
		}
		if want := verbatim.Flatten(published.text).Text; flat.text != want+"\n" {
			t.Errorf("%s.txt is not the flattened %s.txt", name, published.name)
		}
		if !flat.parser.Published.Equal(published.parser.Published) {
			t.Errorf("%s.txt has other options than %s.txt", name, published.name)
		}
	}
}

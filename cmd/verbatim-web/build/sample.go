package build

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// A sample is an article that the page offers, one of those that the library is
// tested with.
type sample struct {
	Name      string // of its file in the site
	Title     string
	Published string // YYYY-MM-DD where the article does not say
	source    string // its file in testdata
	flatten   bool
}

var samples = []sample{
	{"messages.txt", "Leaked messages, as published", "", "parse/direct-messages-published.txt", false},
	{"messages-flat.txt", "The same, flattened", "", "parse/direct-messages-published.txt", true},
	{"denials.txt", "A denial and an accusation", "2021-11-12", "parse/harbour-denials-published.txt", false},
	{"hearing.txt", "A hearing before a committee", "", "parse/committee-testimony-published.txt", false},
	{"barrage-flat.txt", "An exchange of messages, flattened", "", "sample.txt", false},
}

// addSamples adds the samples, under samples/.
func addSamples(files map[string][]byte, testdata string) error {
	for _, s := range samples {
		content, err := os.ReadFile(filepath.Join(testdata, filepath.FromSlash(s.source)))
		if err != nil {
			return err
		}
		if strings.HasPrefix(s.source, "parse/") {
			// The options of the case stand before the article.
			_, article, found := bytes.Cut(content, []byte("---\n"))
			if !found {
				return fmt.Errorf("%s has no line of options", s.source)
			}
			content = article
		}
		if s.flatten {
			content = []byte(verbatim.Flatten(string(content)).Text + "\n")
		}
		files["samples/"+s.Name] = content
	}
	return nil
}

// sorted returns the names of files in order.
func sorted(files map[string][]byte) []string { return slices.Sorted(maps.Keys(files)) }

package verbatim_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
)

// A parseCase is one article of testdata/parse with the options to read it.
// testdata/parse/README.md describes the format.
type parseCase struct {
	name   string // of the file, without extension
	parser verbatim.Parser
	text   string
}

// path is that of a file of the case: the article's, with another extension.
func (c parseCase) path(extension string) string {
	return filepath.Join("testdata", "parse", c.name+extension)
}

// documents are those of the cases that a test has asked for.
var documents = map[string]*verbatim.Document{}

// document reads the article, once for all tests; none may change it.
func (c parseCase) document() *verbatim.Document {
	if documents[c.name] == nil {
		documents[c.name] = c.parser.Parse(c.text)
	}
	return documents[c.name]
}

// readCases reads all articles of testdata/parse.
func readCases(t testing.TB) []parseCase {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "parse", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatal("testdata/parse holds no case")
	}
	cases := make([]parseCase, len(paths))
	for i, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if cases[i], err = readCase(string(content)); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		cases[i].name = strings.TrimSuffix(filepath.Base(path), ".txt")
	}
	return cases
}

// readCase reads "key: value" lines up to a line "---" and the article after it.
func readCase(content string) (parseCase, error) {
	var c parseCase
	for number := 1; ; number++ {
		line, rest, found := strings.Cut(content, "\n")
		if !found {
			return c, fmt.Errorf("no line --- ends the options")
		}
		content = rest
		if line == "---" {
			c.text = content
			return c, nil
		}
		key, value, _ := strings.Cut(line, ":")
		switch key {
		case "published":
			published, err := time.Parse(time.DateOnly, strings.TrimSpace(value))
			if err != nil {
				published, err = time.Parse(time.RFC3339, strings.TrimSpace(value))
			}
			if err != nil {
				return c, fmt.Errorf("line %d: %w", number, err)
			}
			c.parser.Published = published
		default:
			return c, fmt.Errorf("line %d: unknown option %q", number, key)
		}
	}
}

func TestReadCase(t *testing.T) {
	got, err := readCase("published: 2016-10-12\n---\nOne.\n---\nTwo.\n")
	if err != nil || got.text != "One.\n---\nTwo.\n" || got.parser.Published.Format(time.DateOnly) != "2016-10-12" {
		t.Errorf("readCase = %+v, %v", got, err)
	}
	for _, bad := range []string{"", "no rule", "published: soon\n---\n", "mood: fine\n---\n"} {
		if got, err := readCase(bad); err == nil {
			t.Errorf("readCase(%q) = %+v; want an error", bad, got)
		}
	}
}

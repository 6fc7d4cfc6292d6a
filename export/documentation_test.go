package export_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// changing matches what a new model changes in the examples: chances, and its
// hash.
var changing = regexp.MustCompile(`\b0\.\d+|\d+ %|[0-9a-f]{64}`)

// TestDocumentation makes the examples of docs/exports.md anew. A line with … stands
// for lines that are left out.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "exports.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?sm)^```[a-z]*\n(.*?)^```$")
	headings := regexp.MustCompile(`(?m)^## ([a-z]+)$`).FindAllSubmatchIndex(page, -1)
	if len(headings) == 0 {
		t.Fatal("docs/exports.md has no sections")
	}
	found := blocks.FindAllStringSubmatch(string(page[:headings[0][0]]), -1)
	c := testCase{"reyes.txt", found[len(found)-1][1], nil}
	c.doc = verbatim.Parse(c.text)
	c.doc.ID = c.name
	documented := map[export.Format]bool{export.TimeMLZip: true, export.BratZip: true, export.HTMLZip: true} // shown by others
	for n, heading := range headings {
		end := len(page)
		if n+1 < len(headings) {
			end = headings[n+1][0]
		}
		format, body := export.Format(page[heading[2]:heading[3]]), string(page[heading[1]:end])
		documented[format] = true
		if !format.Valid() || format == export.NDJSON || format == export.HTML { // of the full command, which has tests of its own; as json; too long
			continue
		}
		examples := blocks.FindAllStringSubmatch(body, -1)
		checkExample(t, format, examples[0][1], c)
		if format == export.Brat {
			checkArchive(t, examples[1][1], c)
		}
	}
	for _, format := range export.Formats() {
		if !documented[format] {
			t.Errorf("docs/exports.md does not show %s", format)
		}
	}
}

// checkExample compares what stands there with what is written.
func checkExample(t *testing.T, format export.Format, example string, c testCase) {
	t.Helper()
	made := strings.ReplaceAll(string(written(t, format, export.Options{}, c)), "\r\n", "\n")
	if format == export.JSON { // of one article, as the command prints it
		made = strings.TrimPrefix(made, "[\n")
	}
	rest := changing.ReplaceAllString(made, "…")
	for n, piece := range strings.Split("\n"+example, "\n…\n") {
		piece = strings.TrimPrefix(changing.ReplaceAllString(piece, "…"), "\n")
		at := strings.Index(rest, strings.TrimRight(piece, "\n"))
		if at < 0 || n == 0 && at > 0 {
			t.Errorf("docs/exports.md shows of %s\n%s\nwhich does not come there in\n%s", format, piece, made)
			return
		}
		rest = rest[at+len(strings.TrimRight(piece, "\n")):]
	}
}

func checkArchive(t *testing.T, example string, c testCase) {
	t.Helper()
	var names []string
	for name := range unzipped(t, written(t, export.BratZip, export.Options{}, c)) {
		names = append(names, name)
	}
	shown := strings.Fields(example)
	slices.Sort(names)
	slices.Sort(shown)
	if !slices.Equal(names, shown) {
		t.Errorf("docs/exports.md shows the files %v; want %v", shown, names)
	}
}

// TestReadme makes the list of README.md anew from the sentences in front of it.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?s)\nThe list, from (“[^\n]*)\n\n```\n(.*?)```\n").FindStringSubmatch(string(page))
	if found == nil {
		t.Fatal("README.md shows no list")
	}
	made := string(written(t, export.Text, export.Options{}, testCase{"", found[1], verbatim.Parse(found[1])}))
	if got, want := changing.ReplaceAllString(made, "…"), changing.ReplaceAllString(found[2], "…")+"\n"; got != want {
		t.Errorf("README.md shows another list than\n%s", made)
	}
}

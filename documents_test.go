package verbatim_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

var linkPattern = regexp.MustCompile(`\]\(([^)#\s]*)(#[^)\s]*)?\)`)

// TestLinks follows every link within the documents: each leads to a file or folder
// that is there, and to a heading of a document if it names one.
func TestLinks(t *testing.T) {
	pages := map[string]string{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && path != "." {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, ".md") {
			content, err := os.ReadFile(path)
			pages[path] = string(content)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	followed := 0
	for path, page := range pages {
		for _, link := range linkPattern.FindAllStringSubmatch(page, -1) {
			target, heading := link[1], strings.TrimPrefix(link[2], "#")
			if strings.Contains(target, ":") {
				continue // a page elsewhere
			}
			followed++
			file := path
			if target != "" {
				file = filepath.Join(filepath.Dir(path), target)
			}
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s links to %s, which is not there", path, target)
			} else if heading != "" && !hasHeading(pages[file], heading) {
				t.Errorf("%s links to a heading %q, which %s has not", path, heading, file)
			}
		}
	}
	if followed < 20 {
		t.Errorf("%d links were followed", followed)
	}
}

// hasHeading reports whether a page has a heading of that anchor, as GitHub makes
// them.
func hasHeading(page, anchor string) bool {
	for line := range strings.Lines(page) {
		if title := strings.TrimLeft(line, "#"); title != line {
			words := regexp.MustCompile(`[^\w\s-]`).ReplaceAllString(strings.ToLower(strings.TrimSpace(title)), "")
			if strings.ReplaceAll(words, " ", "-") == anchor {
				return true
			}
		}
	}
	return false
}

// TestCitation holds the version that is cited to that of the module.
func TestCitation(t *testing.T) {
	citation, err := os.ReadFile("CITATION.cff")
	if err != nil {
		t.Fatal(err)
	}
	if want := "\nversion: " + strings.TrimPrefix(verbatim.Version, "v") + "\n"; !strings.Contains(string(citation), want) {
		t.Errorf("CITATION.cff does not cite %s", verbatim.Version)
	}
}

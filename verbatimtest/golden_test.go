package verbatimtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// A recorder is a testing.TB that remembers failures instead of failing.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// golden runs Golden and returns what it reported.
func golden(t *testing.T, doc *verbatim.Document, path string, options ...Option) []string {
	r := &recorder{TB: t}
	Golden(r, doc, path, options...)
	return r.failures
}

func document() *verbatim.Document {
	return &verbatim.Document{
		Messages: []verbatim.Message{{
			Quote:   verbatim.Quote{Form: verbatim.FormDirect, Mode: verbatim.ModeWriting, Content: []verbatim.Span{{Start: 3, End: 9}}},
			Text:    "<Come> & see",
			Speaker: &verbatim.Party{Name: "Ana Lopez"}, Confidence: 0.5,
		}},
		Speakers: []verbatim.Speaker{{Name: "Ana Lopez", Mentions: []verbatim.Span{{Start: 20, End: 29}}}},
	}
}

func TestGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "case.golden.json")
	if failures := golden(t, document(), path); len(failures) != 1 || !strings.Contains(failures[0], path) || !strings.Contains(failures[0], UpdateVariable) {
		t.Errorf("without a golden file: %q; want its path and how to write it", failures)
	}
	t.Setenv(UpdateVariable, "1")
	if failures := golden(t, document(), path); failures != nil {
		t.Fatalf("updating: %q", failures)
	}
	t.Setenv(UpdateVariable, "")
	if failures := golden(t, document(), path); failures != nil {
		t.Errorf("right after updating: %q", failures)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(content), "<Come> & see") {
		t.Errorf("the golden file escapes what JSON need not:\n%s", content)
	}

	changed := document()
	changed.Messages[0].Speaker.Name = "Ben Okafor"
	failures := golden(t, changed, path)
	if len(failures) != 1 {
		t.Fatalf("a changed document: %q; want one failure", failures)
	}
	for _, want := range []string{path, "Ana Lopez", "Ben Okafor", UpdateVariable} {
		if !strings.Contains(failures[0], want) {
			t.Errorf("the failure does not mention %q:\n%s", want, failures[0])
		}
	}
	if want := "\nmessage 0 “<Come> & see”\n    speaker  “Ana Lopez” → “Ben Okafor”\n"; !strings.Contains(failures[0], want) {
		t.Errorf("the failure does not tell in words what differs:\n%s", failures[0])
	}
	if failures := golden(t, changed, path, Only("stance")); failures != nil {
		t.Errorf("a changed speaker fails a comparison of stances: %q", failures)
	}
	if failures := golden(t, changed, path, Only("stanse")); len(failures) != 1 || !strings.Contains(failures[0], `"stanse"`) {
		t.Errorf("a comparison of a field that there is not: %q; want one failure", failures)
	}
	if after, _ := os.ReadFile(path); string(after) != string(content) {
		t.Error("a failing comparison changed the golden file")
	}
}

func TestGoldenEmptyLists(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.golden.json")
	write(path, []byte(`{"messages": [], "speakers": null}`))
	if failures := golden(t, &verbatim.Document{URLs: []verbatim.URL{}}, path); failures != nil {
		t.Errorf("empty and absent lists differ: %q", failures)
	}
	if failures := golden(t, document(), path); len(failures) != 1 {
		t.Errorf("a document with messages equals an empty one: %q", failures)
	}
}

func TestGoldenUnreadable(t *testing.T) {
	for name, content := range map[string]string{
		"no JSON":       "{",
		"unknown field": `{"messages": [], "mood": "fine"}`,
		"two documents": `{"messages": []} {"messages": []}`,
	} {
		path := filepath.Join(t.TempDir(), "case.golden.json")
		write(path, []byte(content))
		if failures := golden(t, &verbatim.Document{}, path); len(failures) != 1 || !strings.Contains(failures[0], path) {
			t.Errorf("%s: %q; want one failure that names the file", name, failures)
		}
	}
}

func TestUpdateFlag(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.golden.json")
	set := flag.CommandLine
	t.Cleanup(func() { flag.CommandLine = set })
	flag.CommandLine = flag.NewFlagSet("importer", flag.ContinueOnError)
	flag.Bool("update", false, "")
	if failures := golden(t, document(), path); len(failures) != 1 {
		t.Errorf("with the flag not set: %q; want a failure", failures)
	}
	flag.Set("update", "true")
	if failures := golden(t, document(), path); failures != nil {
		t.Errorf("with the flag set: %q", failures)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("with the flag set nothing was written: %v", err)
	}
}

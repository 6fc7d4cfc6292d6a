package verbatim_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

// verbatimtest.Golden looks this flag up.
var update = flag.Bool("update", false, "write the golden files of testdata instead of comparing with them")

// updating reports whether golden files are to be written.
func updating() bool { return *update }

func TestGolden(t *testing.T) {
	for _, c := range readCases(t) {
		t.Run(c.name, func(t *testing.T) {
			verbatimtest.Golden(t, c.parser.Parse(c.text), c.golden())
			if t.Failed() {
				t.Logf("to accept what changed in every case: go test -run TestGolden -update . && git diff testdata")
			}
		})
	}
}

// TestGoldenFiles finds golden files that no case belongs to.
func TestGoldenFiles(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "parse", "*.golden.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if _, err := os.Stat(strings.TrimSuffix(path, ".golden.json") + ".txt"); err != nil {
			t.Errorf("%s belongs to no case", path)
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

// A defect is one line of testdata/known-wrong.txt: what a field of a
// message should be and is not.
type defect struct {
	line                      int
	name, words, field, right string
}

// TestKnownWrong goes through the defects that the golden files hold. It fails
// for one that is mended, so that the list only ever tells what is wrong.
func TestKnownWrong(t *testing.T) {
	cases := map[string]parseCase{}
	for _, c := range readCases(t) {
		cases[c.name] = c
	}
	for _, d := range readDefects(t, filepath.Join("testdata", "known-wrong.txt")) {
		c, ok := cases[d.name]
		at := strings.Index(c.text, d.words)
		if !ok || at < 0 {
			t.Errorf("line %d: no case %q with the words %q", d.line, d.name, d.words)
			continue
		}
		got, err := d.read(c.parser.Parse(c.text), c.text, verbatim.Span{Start: at, End: at + len(d.words)})
		if err != nil {
			t.Errorf("line %d: %v", d.line, err)
		}
		if got == d.right {
			t.Errorf("line %d: the %s of %q in %s is right now: %q; take the line out of known-wrong.txt", d.line, d.field, d.words, d.name, got)
		}
	}
}

// read returns the field of the message whose content holds most of words.
func (d defect) read(doc *verbatim.Document, text string, words verbatim.Span) (string, error) {
	var message *verbatim.Message
	most := 0
	for i, m := range doc.Messages {
		for _, span := range m.Content {
			if shared := min(span.End, words.End) - max(span.Start, words.Start); shared > most {
				message, most = &doc.Messages[i], shared
			}
		}
	}
	if message == nil {
		return "no message", nil
	}
	switch d.field {
	case "content":
		return partsOf(text, message.Content), nil
	case "form":
		return string(message.Form), nil
	case "mode":
		return string(message.Mode), nil
	case "channel":
		return string(message.Channel), nil
	case "speaker":
		return nameOf(message.Speaker), nil
	case "recipient":
		return nameOf(message.Recipient), nil
	case "sent":
		if message.Sent == nil {
			return "", nil
		}
		return message.Sent.Value, nil
	}
	return "", fmt.Errorf("unknown field %q", d.field)
}

func partsOf(text string, spans []verbatim.Span) string {
	parts := make([]string, len(spans))
	for i, span := range spans {
		parts[i] = span.In(text)
	}
	return strings.Join(parts, " … ")
}

func nameOf(party *verbatim.Party) string {
	if party == nil {
		return ""
	}
	return party.Name
}

// readDefects reads lines of the form "case | words | field | right value".
// Empty lines and lines that begin with # are passed over.
func readDefects(t *testing.T, path string) []defect {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var defects []defect
	for i, line := range strings.Split(string(content), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 4 {
			t.Errorf("%s:%d: %d parts; want case | words | field | right value", path, i+1, len(parts))
			continue
		}
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		defects = append(defects, defect{i + 1, parts[0], parts[1], parts[2], parts[3]})
	}
	return defects
}

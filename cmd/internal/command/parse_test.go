package command

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// decode reads records: one, one a line, or an array of them.
func decode(t *testing.T, from string) []verbatim.Document {
	t.Helper()
	var docs []verbatim.Document
	if strings.HasPrefix(from, "[") {
		if err := json.Unmarshal([]byte(from), &docs); err != nil {
			t.Fatalf("decoding %q: %v", from, err)
		}
		return docs
	}
	for decoder := json.NewDecoder(strings.NewReader(from)); decoder.More(); {
		var doc verbatim.Document
		if err := decoder.Decode(&doc); err != nil {
			t.Fatalf("decoding %q: %v", from, err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// withoutProvenance leaves the provenance out of records, which another version
// changes.
func withoutProvenance(records string) string {
	return regexp.MustCompile(`"provenance":{[^}]*},`).ReplaceAllString(records, "")
}

// parseOrPanic fails on one text as no text should make the parser fail.
func parseOrPanic(p *verbatim.Parser, text string) *verbatim.Document {
	if text == "panic" {
		panic("fault")
	}
	return p.Parse(text)
}

func TestParseFault(t *testing.T) {
	a, b, c := writeFile(t, "a", ""), writeFile(t, "b", "panic"), writeFile(t, "c", "")
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	faulty := parsing{terminal: isTerminal, reader: new(Tool).newReader(flags), form: newForm(flags, nil, "")}
	faulty.reader.parse = parseOrPanic
	var stdout, stderr bytes.Buffer
	status := faulty.run([]string{a, b, c}, Streams{nil, &stdout, &stderr})
	docs := decode(t, stdout.String())
	if status != 1 || len(docs) != 2 || docs[0].ID != a || docs[1].ID != c || stderr.String() != "verbatim: "+b+": internal error: fault\n" {
		t.Errorf("status %d, output %q, reported %q; want a and c answered and the fault reported", status, stdout.String(), stderr.String())
	}
}

// TestParserFlags gives each flag to a text that reads otherwise with it.
func TestParserFlags(t *testing.T) {
	const text = "The harbour on Friday."
	tests := []struct {
		name string
		args []string
		want string // which Friday
	}{
		{"without a date", nil, "XXXX-WXX-5"},
		{"with one", []string{"-published", "2016-10-12"}, "2016-10-07"},
		{"past", []string{"-published", "2016-10-12", "-prefer", "past"}, "2016-10-07"},
		{"future", []string{"-published", "2016-10-12", "-prefer", "future"}, "2016-10-14"},
		{"nearest", []string{"-published", "2016-10-12", "-prefer", "nearest"}, "2016-10-14"},
	}
	for _, test := range tests {
		for command, input := range map[string]string{"parse": text, "batch": `{"text":"` + text + `"}`} {
			t.Run(command+" "+test.name, func(t *testing.T) {
				got := runWith(input, append([]string{command, "-light"}, test.args...)...)
				docs := decode(t, got.Stdout)
				if got.Status != 0 || len(docs) != 1 || len(docs[0].Timestamps) != 1 {
					t.Fatalf("status %d, output %q, reported %q", got.Status, got.Stdout, got.Stderr)
				}
				if value := docs[0].Timestamps[0].Value; value != test.want {
					t.Errorf("Friday is %q; want %q", value, test.want)
				}
			})
		}
	}
	for args, want := range map[string]string{"parse": "2024-03-04", "parse -day-first": "2024-04-03"} {
		got := runWith("Signed on 3/4/2024.", strings.Fields(args)...)
		if docs := decode(t, got.Stdout); len(docs) != 1 || len(docs[0].Timestamps) != 1 || docs[0].Timestamps[0].Value != want {
			t.Errorf("%s: 3/4/2024 is read in %q; want %s", args, got.Stdout, want)
		}
	}
	dated := runWith(`{"text":"`+text+`","published":"2017-03-01"}`, "batch", "-light", "-published", "2016-10-12")
	if docs := decode(t, dated.Stdout); len(docs) != 1 || docs[0].Timestamps[0].Value != "2017-02-24" {
		t.Errorf("the date of a line does not come before that of the flag: %q", dated.Stdout)
	}
}

func TestParseFiles(t *testing.T) {
	const article = "“We are here,” said Ana Lopez."
	one, two := writeFile(t, "one.txt", article), writeFile(t, "two.txt", "")
	got := runWith("piped", "parse", one, "absent.txt", two, "-")
	if got.Status != 1 || len(got.stderrLines) != 1 || !strings.Contains(got.Stderr, "absent.txt") {
		t.Errorf("status %d, reported %q; want 1 and the absent file", got.Status, got.Stderr)
	}
	docs := decode(t, got.Stdout)
	if len(docs) != 3 {
		t.Fatalf("%d documents; want those of the three files that exist", len(docs))
	}
	if docs[0].ID != one || docs[1].ID != two || docs[2].ID != "" {
		t.Errorf("ids %q, %q, %q; want the names of the files, and none for standard input", docs[0].ID, docs[1].ID, docs[2].ID)
	}
	if n := len(docs[0].Messages); n != 1 {
		t.Fatalf("%d messages in %q; want 1", n, article)
	}
	if words := docs[0].Messages[0].Content[0].In(article); words != "We are here" {
		t.Errorf("content %q; want %q", words, "We are here")
	}
}

func TestParseEmpty(t *testing.T) {
	for name, text := range map[string]string{"empty": "", "white space": " \n\t", "control bytes": "\x00\x01\xff"} {
		t.Run(name, func(t *testing.T) {
			got := runWith(text, "parse")
			const want = `{"messages":[],"speakers":[],"timestamps":[],"urls":[]}`
			if packed := withoutProvenance(strings.Join(strings.Fields(got.Stdout), "")); got.Status != 0 || packed != want {
				t.Errorf("status %d, output %s; want 0 and %s", got.Status, packed, want)
			}
			if listing := runWith(text, "parse", "-format", "text"); listing.Status != 0 || listing.Stdout != "" {
				t.Errorf("as text: status %d, output %q; want 0 and nothing", listing.Status, listing.Stdout)
			}
		})
	}
}

func TestParseKnownNames(t *testing.T) {
	file := filepath.Join(t.TempDir(), "names.json")
	write := func(content string) {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(`[{"name": "Ottoline Marsh", "roles": ["mayor"], "gender": "female"}]`)
	got := runWith("“The bridge is safe,” the mayor said.", "parse", "-names", file)
	if got.Status != 0 || !strings.Contains(got.Stdout, `"name": "Ottoline Marsh"`) {
		t.Errorf("status %d, output\n%s%s", got.Status, got.Stdout, got.Stderr)
	}
	for _, content := range []string{``, `{}`, `[{"nmae": "Marsh"}]`, `[{"name": ""}]`, `[] []`} {
		write(content)
		if got := runWith("text", "parse", "-names", file); got.Status != 2 || got.Stdout != "" {
			t.Errorf("%s: status %d, output %q", content, got.Status, got.Stdout)
		}
	}
}

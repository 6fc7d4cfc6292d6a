package command

import (
	"encoding/csv"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

const saidTwice = "“We are here,” said Ana Lopez. Ben Okafor denied that he was there."

// A speakerFile is a format of a program: the names of the speakers, a line each.
type speakerFile struct {
	*os.File
	fail error
}

func (s speakerFile) Encode(_ string, doc *verbatim.Document) error {
	for n := range doc.Speakers {
		if _, err := s.WriteString(doc.Speakers[n].Name + "\n"); err != nil {
			return err
		}
	}
	return s.fail
}

// speakerFormat is that format; it fails with an error, unless that is nil.
func speakerFormat(fail error) Format {
	return Format{Name: "speakers", Summary: "names", Create: func(file string, _ export.Options) (Encoder, error) {
		f, err := os.OpenFile(file, os.O_WRONLY, 0)
		return speakerFile{f, fail}, err
	}}
}

// runTool runs a program with that format.
func runTool(format Format, stdin string, args ...string) result {
	var stdout, stderr strings.Builder
	tool := Tool{Formats: []Format{format}}
	status := tool.Run(args, Streams{strings.NewReader(stdin), &stdout, &stderr})
	return result{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// TestFormats has both commands write every format, as package export does.
func TestFormats(t *testing.T) {
	doc := verbatim.Parse(saidTwice)
	doc.ID = "a"
	file := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(file, []byte(saidTwice), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range export.Formats() {
		var want strings.Builder
		e := export.NewEncoder(&want, format, export.Options{Units: export.Runes})
		if err := e.Encode(saidTwice, doc); err != nil {
			t.Fatal(err)
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		got := runWith(`{"id":"a","text":"`+saidTwice+`"}`, "batch", "-units", "runes", "-format", string(format))
		if got.Status != 0 || got.Stdout != want.String() {
			t.Errorf("batch as %s: status %d, reported %q, output\n%s\nwant\n%s", format, got.Status, got.Stderr, got.Stdout, want.String())
		}
		t.Chdir(filepath.Dir(file))
		got = runWith("", "parse", "-units", "runes", "-format", string(format), "a")
		if format == export.JSON { // of one article, the record alone
			got.Stdout = "[\n" + got.Stdout + "]\n"
		}
		if got.Status != 0 || got.Stdout != want.String() {
			t.Errorf("parse as %s: status %d, reported %q, output\n%s\nwant\n%s", format, got.Status, got.Stderr, got.Stdout, want.String())
		}
	}
}

// TestParseDefault prints JSON where the output is no terminal.
func TestParseDefault(t *testing.T) {
	if plain, asked := runWith(saidTwice, "parse"), runWith(saidTwice, "parse", "-format", "json"); plain.Stdout != asked.Stdout || !strings.HasPrefix(plain.Stdout, "{\n") {
		t.Errorf("without -format, parse prints\n%s", plain.Stdout)
	}
}

// TestBatchFailures reports lines that are none, and leaves them out of a table.
func TestBatchFailures(t *testing.T) {
	got := runWith(`{"id":1,"text":"“We are here,” said Ana Lopez."}`+"\n{bad\n"+`{"id":2,"text":"Ben Okafor denied that he was there."}`, "batch", "-format", "csv")
	rows, err := csv.NewReader(strings.NewReader(got.Stdout)).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][0] != "1" || rows[2][0] != "2" || rows[2][6] != "denied" {
		t.Errorf("the table is %q, %v", rows, err)
	}
	if got.Status != 1 || !strings.Contains(got.Stderr, "line 2") {
		t.Errorf("status %d, reported %q; want 1 and line 2", got.Status, got.Stderr)
	}
}

// TestSingleFormats reports what does not fit into a file of one article.
func TestSingleFormats(t *testing.T) {
	one, two := writeFile(t, "one", saidTwice), writeFile(t, "two", saidTwice)
	for _, got := range []result{
		runWith("", "parse", "-format", "brat", one, two),
		runWith(`{"text":"`+saidTwice+`"}`+"\n"+`{"text":""}`, "batch", "-format", "brat"),
	} {
		if got.Status != 1 || !strings.Contains(got.Stderr, "brat-zip holds many") || strings.Count(got.Stdout, "\nE1\t") != 1 {
			t.Errorf("status %d, reported %q, output\n%s", got.Status, got.Stderr, got.Stdout)
		}
	}
}

// folderOf lists what stands in a folder.
func folderOf(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}

// TestOutputFile writes a file that is whole or none.
func TestOutputFile(t *testing.T) {
	for name, args := range map[string][]string{
		"parse": {"parse", "-format", "csv"}, "batch": {"batch", "-format", "csv"},
		"parse, a format of the program": {"parse", "-format", "speakers"}, "batch, a format of the program": {"batch", "-format", "speakers"},
	} {
		t.Run(name, func(t *testing.T) {
			line := saidTwice
			if args[0] == "batch" {
				line = `{"id":"a","text":"` + saidTwice + `"}`
			}
			dir := t.TempDir()
			file := filepath.Join(dir, "out")
			if err := os.WriteFile(file, []byte("before"), 0o640); err != nil {
				t.Fatal(err)
			}
			args := append(args, "-o", file)
			if got := runTool(speakerFormat(errors.New("disk full")), line, args...); strings.HasSuffix(name, "program") {
				content, err := os.ReadFile(file)
				if got.Status == 0 || !strings.Contains(got.Stderr, "disk full") || string(content) != "before" || err != nil || folderOf(t, dir) != "out" {
					t.Errorf("after an error: status %d, reported %q, file %q, folder %q", got.Status, got.Stderr, content, folderOf(t, dir))
				}
			}
			got := runTool(speakerFormat(nil), line, args...)
			content, err := os.ReadFile(file)
			if got.Status != 0 || got.Stdout != "" || err != nil || !strings.Contains(string(content), "Ana Lopez") || folderOf(t, dir) != "out" {
				t.Errorf("status %d, reported %q, file %q, folder %q", got.Status, got.Stderr, content, folderOf(t, dir))
			}
			if got := runTool(speakerFormat(nil), line, append(args[:len(args)-1], filepath.Join(dir, "absent", "out"))...); got.Status == 0 || got.Stderr == "" {
				t.Errorf("into a folder that is not there: status %d, reported %q", got.Status, got.Stderr)
			}
		})
	}
}

// TestFileIsNeeded refuses what cannot be done, before anything is read.
func TestFileIsNeeded(t *testing.T) {
	for want, args := range map[string][]string{
		"name it with -o":               {"parse", "-format", "speakers"},
		"speakers is a file of its own": {"batch", "-format", "speakers"},
		"-resume goes on with ndjson":   {"batch", "-format", "csv", "-o", filepath.Join(t.TempDir(), "x"), "-resume"},
		"is none of bytes, runes and":   {"parse", "-units", "words"},
	} {
		if got := runTool(speakerFormat(nil), saidTwice, args...); got.Status != exitUsage || got.Stdout != "" || !strings.Contains(got.Stderr, want) {
			t.Errorf("%q: status %d, output %q, reported %q; want %q", args, got.Status, got.Stdout, got.Stderr, want)
		}
	}
}

// TestFormatsInHelp lists the formats, those of the program too.
func TestFormatsInHelp(t *testing.T) {
	for _, command := range []string{"parse", "batch"} {
		help := runTool(speakerFormat(nil), "", "help", command).Stdout
		for _, name := range append([]string{"speakers"}, "csv", "jsonld", "brat-zip") {
			if !strings.Contains(help, "\t"+name+" ") {
				t.Errorf("help of %s does not list %s", command, name)
			}
		}
	}
}

// TestParseOnTerminal prints a list, in colours, and how to have more.
func TestParseOnTerminal(t *testing.T) {
	file := writeFile(t, "a.txt", saidTwice)
	print := func(view bool, args ...string) string {
		flags := flag.NewFlagSet("", flag.ContinueOnError)
		p := parsing{reader: new(Tool).newReader(flags), form: newForm(flags, nil, ""), view: view, terminal: func(io.Writer) bool { return true }}
		if err := flags.Parse(args); err != nil {
			t.Fatal(err)
		}
		var out, errs strings.Builder
		if status := p.run([]string{file}, Streams{nil, &out, &errs}); status != 0 || errs.Len() > 0 {
			t.Errorf("parse %q: status %d, reported %q", args, status, errs.String())
		}
		return out.String()
	}
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "")
	list := print(true)
	for _, want := range []string{"\x1b[1mBen Okafor\x1b[0m [\x1b[1;33mdenied\x1b[0m]", "verbatim parse -format json " + file, "verbatim view " + file + " > page.html"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list has no %q:\n%q", want, list)
		}
	}
	if list := print(false); strings.Contains(list, "view") {
		t.Errorf("without the command view, the list names it:\n%s", list)
	}
	if list := print(true, "-format", "text"); strings.Contains(list, "parse -format") {
		t.Errorf("what was asked for is explained:\n%s", list)
	}
	t.Setenv("NO_COLOR", "1")
	if list := print(false); strings.Contains(list, "\x1b") || !strings.Contains(list, "Ben Okafor [denied]") {
		t.Errorf("with NO_COLOR, the list is\n%q", list)
	}
}

// TestBinaryOnTerminal keeps an archive from a terminal.
func TestBinaryOnTerminal(t *testing.T) {
	f := form{name: string(export.BratZip)}
	if reason := f.needsFile(true); !strings.Contains(reason, "-o") {
		t.Errorf("an archive on a terminal: %q", reason)
	}
	if reason := f.needsFile(false); reason != "" {
		t.Errorf("an archive in a pipe: %q", reason)
	}
}

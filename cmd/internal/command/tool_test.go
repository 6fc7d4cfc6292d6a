package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// asCommand is the environment variable that makes the test binary be the
// command itself.
const asCommand = "VERBATIM_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		new(Tool).Main()
	}
	os.Exit(m.Run())
}

// A result is what one run of the command did.
type result struct {
	Status      int
	Stdout      string
	Stderr      string
	stderrLines []string
}

// runWith runs the command in this process.
func runWith(stdin string, args ...string) result {
	var stdout, stderr bytes.Buffer
	status := new(Tool).Run(args, Streams{strings.NewReader(stdin), &stdout, &stderr})
	return result{Status: status, Stdout: stdout.String(), Stderr: stderr.String(), stderrLines: strings.Split(strings.TrimSpace(stderr.String()), "\n")}
}

// writeFile makes a file for the test and returns its name.
func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUsageErrors(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string // on standard error
	}{
		{"nothing", nil, "usage: verbatim <command>"},
		{"unknown command", []string{"prase"}, `unknown command "prase"`},
		{"unknown flag", []string{"parse", "-colour"}, "flag provided but not defined: -colour"},
		{"unknown format", []string{"parse", "-format", "xml"}, `"xml" is none of json, ndjson, csv`},
		{"no date", []string{"parse", "-published", "yesterday"}, `"yesterday" is no date`},
		{"unknown direction", []string{"batch", "-prefer", "left"}, `"left" is none of past, future and nearest`},
		{"no worker", []string{"batch", "-j", "0"}, `"0" is no number from 1`},
		{"argument of version", []string{"version", "2"}, `unexpected argument "2"`},
		{"help on nothing known", []string{"help", "prase"}, `unknown command "prase"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := runWith("text", test.args...)
			if got.Status != 2 || got.Stdout != "" {
				t.Errorf("verbatim %q: status %d, output %q; want status 2 and no output", test.args, got.Status, got.Stdout)
			}
			if !strings.Contains(got.Stderr, test.want) || !strings.Contains(got.Stderr, "usage: verbatim") {
				t.Errorf("verbatim %q reported:\n%s\nwant %q and a usage line", test.args, got.Stderr, test.want)
			}
			if lines := len(got.stderrLines); lines > 36 {
				t.Errorf("verbatim %q printed %d lines of usage", test.args, lines)
			}
		})
	}
}

// TestFullCommands names the command that has what this one has not.
func TestFullCommands(t *testing.T) {
	for _, name := range fullCommands {
		if got := runWith("", name, "-listen", ":1"); got.Status != 2 || got.Stdout != "" || got.Stderr != "verbatim: "+name+" is a subcommand of the full command, which go install -C cmd/full ./verbatim builds from a clone\n" {
			t.Errorf("verbatim %s: status %d, reported %q", name, got.Status, got.Stderr)
		}
	}
}

// TestReportsAreHarmless gives what would trick a terminal where it is reported.
func TestReportsAreHarmless(t *testing.T) {
	const trick = "\x1b[2J\u009b1m\u202e\u2066\u200bname\nverbatim: all is well"
	for name, args := range map[string][]string{
		"file": {"parse", trick}, "flag": {"parse", "-" + trick}, "value": {"parse", "-format", trick}, "command": {trick}, "argument": {"version", trick},
	} {
		t.Run(name, func(t *testing.T) {
			report, _, _ := strings.Cut(runWith("", args...).Stderr, "\n")
			if !strings.Contains(report, "all is well") {
				t.Errorf("reported on more than one line: %q", report)
			}
			if report != export.Inert(report) {
				t.Errorf("reported as it is: %q", report)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	overview := runWith("", "help")
	for _, c := range new(Tool).commands() {
		if !strings.Contains(overview.Stdout, "  "+c.Name+" ") {
			t.Errorf("verbatim help does not list %s", c.Name)
		}
		long, short := runWith("", "help", c.Name), runWith("", c.Name, "-h")
		if long.Status != 0 || short.Status != 0 || long.Stderr != "" || short.Stderr != "" {
			t.Errorf("help of %s: status %d and %d, errors %q and %q", c.Name, long.Status, short.Status, long.Stderr, short.Stderr)
		}
		usage := "usage: verbatim " + c.Name
		if !strings.HasPrefix(short.Stdout, usage) || !strings.HasPrefix(long.Stdout, short.Stdout) || len(long.Stdout) <= len(short.Stdout) {
			t.Errorf("help of %s: got %q and %q; want %q, and more in the first", c.Name, long.Stdout, short.Stdout, usage)
		}
	}
}

func TestVersions(t *testing.T) {
	for _, test := range []struct{ library, command, want string }{
		{"v1.2.0", "v1.2.0", "v1.2.0"}, {"v1.2.0", "", "v1.2.0"}, {"v1.2.0", "v1.3.0", "v1.2.0 (command v1.3.0)"},
	} {
		if got := versions(test.library, test.command); got != test.want {
			t.Errorf("versions(%q, %q) = %q; want %q", test.library, test.command, got, test.want)
		}
	}
}

func TestVersion(t *testing.T) {
	got := runWith("", "version")
	if got.Status != 0 || !strings.HasPrefix(got.Stdout, "verbatim "+verbatim.Version) || strings.Count(got.Stdout, "\n") != 1 {
		t.Errorf("verbatim version: status %d, output %q", got.Status, got.Stdout)
	}
	if dashed := runWith("", "--version"); dashed.Stdout != got.Stdout {
		t.Errorf("verbatim --version prints %q, verbatim version %q", dashed.Stdout, got.Stdout)
	}
}

func TestFlatten(t *testing.T) {
	one := writeFile(t, "one.txt", "“I’m here,” said\n\nAna LÓPEZ.")
	two := writeFile(t, "two.txt", "")
	tests := []struct {
		name  string
		args  []string
		stdin string
		want  result
	}{
		{"standard input", []string{"flatten"}, "One, TWO.\n", result{Stdout: "one two\n"}},
		{"files, a line each", []string{"flatten", one, two, "-"}, "x-ray", result{Stdout: "i m here said ana lópez\n\nx ray\n"}},
		{"binary", []string{"flatten"}, "a\x00B\xff\xfeC", result{Stdout: "a b c\n"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := runWith(test.stdin, test.args...)
			if diff := cmp.Diff(test.want, result{Status: got.Status, Stdout: got.Stdout, Stderr: got.Stderr}, cmp.AllowUnexported(result{})); diff != "" {
				t.Errorf("verbatim %q (-want +got):\n%s", test.args, diff)
			}
		})
	}
}

// failingWriter takes n bytes and then fails.
type failingWriter struct {
	n   int
	err error
}

func (w *failingWriter) Write(p []byte) (int, error) {
	if len(p) > w.n {
		return w.n, w.err
	}
	w.n -= len(p)
	return len(p), nil
}

func TestWritingFails(t *testing.T) {
	line := `{"text": "“We are here,” said Ana Lopez."}` + "\n"
	for name, args := range map[string][]string{
		"parse": {"parse"}, "parse text": {"parse", "-format", "text"}, "batch": {"batch"}, "flatten": {"flatten"}, "version": {"version"},
		"help": {"help"}, "help parse": {"help", "parse"}, "parse -h": {"parse", "-h"},
	} {
		t.Run(name, func(t *testing.T) {
			var stderr bytes.Buffer
			line := line
			if args[0] != "batch" {
				line = "“We are here,” said Ana Lopez.\n"
			}
			full := &failingWriter{err: io.ErrShortWrite}
			wantFull, wantClosed, wantReport := exitInput, exitInput, ""
			if args[0] == "batch" {
				wantFull, wantClosed, wantReport = exitOutput, exitClosed, "verbatim: nobody reads the output any more: stopped before the first line\n"
			}
			if status := new(Tool).Run(args, Streams{strings.NewReader(line), full, &stderr}); status != wantFull || !strings.Contains(stderr.String(), "short write") {
				t.Errorf("a full disk: status %d, reported %q; want %d and the error", status, stderr.String(), wantFull)
			}
			stderr.Reset()
			closed := &failingWriter{err: io.ErrClosedPipe}
			if status := new(Tool).Run(args, Streams{strings.NewReader(line), closed, &stderr}); status != wantClosed || stderr.String() != wantReport {
				t.Errorf("a closed pipe: status %d, reported %q; want %d and %q", status, stderr.String(), wantClosed, wantReport)
			}
		})
	}
}

// TestBrokenPipe runs the real command with a reader that closes its end at
// once, as head does.
func TestBrokenPipe(t *testing.T) {
	if runtime.GOOS == "js" || runtime.GOOS == "wasip1" {
		t.Skip("no processes here")
	}
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	command := exec.Command(executable, "batch")
	command.Env = append(os.Environ(), asCommand+"=1")
	command.Stdin = strings.NewReader(strings.Repeat(`{"text": "“We are here,” said Ana Lopez."}`+"\n", 50_000))
	command.Stdout, command.Stderr = writer, &stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	writer.Close()
	if _, err := io.ReadFull(reader, make([]byte, 10)); err != nil {
		t.Errorf("reading the first bytes: %v", err)
	}
	reader.Close()
	var exit *exec.ExitError
	if err := command.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitClosed {
		t.Errorf("the command ended with %v; want status %d", err, exitClosed)
	}
	if !strings.HasPrefix(stderr.String(), "verbatim: nobody reads the output any more: stopped after line ") {
		t.Errorf("reported %q; want where it stopped", stderr.String())
	}
}

package command

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
)

// mixedInputs makes files for a batch, in forms of all kinds and with lines that
// cannot be read, and returns their names.
func mixedInputs(t *testing.T, articles int) []string {
	t.Helper()
	bad := `{"id":"no text"}` + "\n\n" + `{"id":"half a pair","text":"\ud83d"}` + "\n{\n"
	writeFiles(t, map[string]string{
		"1.ndjson": articleLines("a", articles) + bad + articleLines("b", articles), "2.gz": compressed(t, "gzip", articleLines("c", articles)+bad),
		"3": "", "4.zst": compressed(t, "zstd", articleLines("d", articles)), "5.gz": "\x1f\x8b", "6.ndjson": strings.TrimSpace(articleLines("e", articles)),
	})
	return []string{"1.ndjson", "2.gz", "3", "4.zst", "5.gz", "6.ndjson"}
}

// quietly returns streams of which nothing is read, and what is reported there.
func quietly() (Streams, *bytes.Buffer) {
	var stderr bytes.Buffer
	return Streams{strings.NewReader(""), &stderr, &stderr}, &stderr
}

// TestLineInputsFromAnywhere goes on behind each line of the inputs.
func TestLineInputsFromAnywhere(t *testing.T) {
	files, err := input.Find(mixedInputs(t, 3))
	if err != nil {
		t.Fatal(err)
	}
	read := func(from journal.Position) (jobs []*job) {
		in := &lineInputs{files: files, limit: 150, from: from} // which some of the lines are longer than
		if err := in.emit(func(j *job) bool { jobs = append(jobs, j); return true }); err != nil {
			t.Fatalf("from %+v: %v", from, err)
		}
		return jobs
	}
	all := read(journal.Position{})
	if len(all) < 20 {
		t.Fatalf("%d lines", len(all))
	}
	for i, last := range all {
		rest := read(journal.Position{Input: last.place.input, Line: last.place.line, Sum: last.sum})
		if len(rest) != len(all)-i-1 {
			t.Fatalf("behind %v: %d lines; want %d", last.place, len(rest), len(all)-i-1)
		}
		for k, j := range rest {
			if want := all[i+1+k]; j.place != want.place || j.sum != want.sum || string(j.line) != string(want.line) {
				t.Fatalf("behind %v: %v %q; want %v %q", last.place, j.place, j.line, want.place, want.line)
			}
		}
	}
}

// TestBatchResumes stops a run after each number of articles, softly or at once,
// and goes on: the output is that of a run that was not stopped.
func TestBatchResumes(t *testing.T) {
	files := mixedInputs(t, 5)
	if got := runWith("", append([]string{"batch", "-light", "-o", "whole"}, files...)...); got.Status != 3 {
		t.Fatalf("status %d, reported %q", got.Status, got.Stderr)
	}
	whole := readFileOf(t, "whole")
	for _, hard := range []bool{false, true} {
		for stopAfter := int64(1); stopAfter <= 27; stopAfter++ {
			name := fmt.Sprintf("part-%v-%d", hard, stopAfter)
			flags := flag.NewFlagSet("batch", flag.ContinueOnError)
			b := new(Tool).defineBatch(flags)
			if err := flags.Parse([]string{"-light", "-resume", "-sync", "0", "-o", name}); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			stop := &stopper{soft: make(chan struct{}), hard: ctx, signal: syscall.SIGTERM}
			var read atomic.Int64
			b.reader.parse = func(p *verbatim.Parser, text string) *verbatim.Document {
				if text != "" && read.Add(1) == stopAfter {
					close(stop.soft)
					if hard {
						cancel()
					}
				}
				return p.Parse(text)
			}
			streams, stderr := quietly()
			if status := b.run(files, streams, stop); status != stopStatus(syscall.SIGTERM) || !strings.Contains(stderr.String(), syscall.SIGTERM.String()+": stopped ") || !strings.Contains(stderr.String(), "; the same command with -resume goes on from there") {
				t.Fatalf("%s: status %d, reported %q; want that of a signal, and where it stopped", name, status, stderr)
			}
			cancel()
			part := readFileOf(t, name)
			if !strings.HasPrefix(whole, part) || part != "" && !strings.HasSuffix(part, "\n") {
				t.Fatalf("%s: the output is no part of the whole:\n%s", name, part)
			}
			got := runWith("", append([]string{"batch", "-light", "-resume", "-o", name}, files...)...)
			if got.Status != 3 || readFileOf(t, name) != whole {
				t.Fatalf("%s: status %d, reported %q, output:\n%s\nwant:\n%s", name, got.Status, got.Stderr, readFileOf(t, name), whole)
			}
		}
	}
	again := runWith("", append([]string{"batch", "-light", "-resume", "-o", "whole"}, files...)...)
	if again.Status != 3 || readFileOf(t, "whole") != whole {
		t.Errorf("resumed when it was done: status %d, reported %q", again.Status, again.Stderr)
	}
}

func readFileOf(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// stoppedOutput is an output that has stopped within the named input.
func stoppedOutput(t *testing.T, stdin string, args ...string) {
	t.Helper()
	flags := flag.NewFlagSet("batch", flag.ContinueOnError)
	b := new(Tool).defineBatch(flags)
	if err := flags.Parse(append([]string{"-light", "-o", "out"}, args...)); err != nil {
		t.Fatal(err)
	}
	stop := neverStopped()
	stop.signal = syscall.SIGINT
	var read atomic.Int64
	b.reader.parse = func(p *verbatim.Parser, text string) *verbatim.Document {
		if text != "" && read.Add(1) == 3 {
			close(stop.soft)
		}
		return p.Parse(text)
	}
	var stderr bytes.Buffer
	if status := b.run(flags.Args(), Streams{strings.NewReader(stdin), &stderr, &stderr}, stop); status != stopStatus(syscall.SIGINT) {
		t.Fatalf("status %d, reported %q; want that of a signal", status, stderr.String())
	}
}

// TestBatchResumesStandardInput is given the same input again, and then another.
func TestBatchResumesStandardInput(t *testing.T) {
	t.Chdir(t.TempDir())
	input := articleLines("a", 200)
	want := runWith(input, "batch", "-light").Stdout
	stoppedOutput(t, input)
	other := runWith(articleLines("b", 200), "batch", "-light", "-resume", "-o", "out")
	if other.Status != 2 || !strings.Contains(other.Stderr, "standard input: its first ") {
		t.Errorf("another input: status %d, reported %q; want 2 and that it is another", other.Status, other.Stderr)
	}
	short := runWith(articleLines("a", 1), "batch", "-light", "-resume", "-o", "out")
	if short.Status != 2 || !strings.Contains(short.Stderr, "standard input: its first ") {
		t.Errorf("a shorter input: status %d, reported %q; want 2 and that it is another", short.Status, short.Stderr)
	}
	if got := runWith(input, "batch", "-light", "-resume", "-o", "out"); got.Status != 0 || readFileOf(t, "out") != want {
		t.Errorf("the same input: status %d, reported %q, output %q", got.Status, got.Stderr, readFileOf(t, "out"))
	}
}

// TestBatchResumeRefuses goes on with other options and inputs than the run began
// with.
func TestBatchResumeRefuses(t *testing.T) {
	writeFiles(t, map[string]string{"a": articleLines("a", 200), "b": "", "names.json": `[{"name": "Ana Lopez"}]`, "others.json": `[{"name": "Ben Moss"}]`})
	stoppedOutput(t, "", "-names", "names.json", "a", "b")
	before := readFileOf(t, "out")
	for name, test := range map[string]struct {
		args []string
		want string
	}{
		"without -resume": {[]string{"-o", "out", "-light", "-names", "names.json", "a", "b"}, "-resume goes on with it"},
		"an option":       {[]string{"-resume", "-o", "out", "-names", "names.json", "a", "b"}, "-light was true and is false"},
		"a date":          {[]string{"-resume", "-o", "out", "-light", "-names", "names.json", "-published", "2016-10-12", "a", "b"}, "-published was none and is 2016-10-12"},
		"other names":     {[]string{"-resume", "-o", "out", "-light", "-names", "others.json", "a", "b"}, "-names was sha256:"},
		"other inputs":    {[]string{"-resume", "-o", "out", "-light", "-names", "names.json", "a"}, "the number of inputs was 2 and is 1"},
		"another order":   {[]string{"-resume", "-o", "out", "-light", "-names", "names.json", "b", "a"}, "input 1 was a and is b"},
	} {
		t.Run(name, func(t *testing.T) {
			got := runWith("", append([]string{"batch"}, test.args...)...)
			if got.Status != 2 || !strings.Contains(got.Stderr, test.want) || readFileOf(t, "out") != before {
				t.Errorf("status %d, reported %q; want 2 and %q", got.Status, got.Stderr, test.want)
			}
		})
	}
	if got := runWith("", "batch", "-resume", "-o", "out", "-j", "1", "-timeout", "1h", "-light", "-names", "names.json", "a", "b"); got.Status != 0 {
		t.Errorf("with another number of workers: status %d, reported %q; want that it goes on", got.Status, got.Stderr)
	}
}

// TestOptionsAreTold makes sure that a journal knows every option of batch that
// decides what is written.
func TestOptionsAreTold(t *testing.T) {
	flags := flag.NewFlagSet("batch", flag.ContinueOnError)
	b := new(Tool).defineBatch(flags)
	names := writeFile(t, "names.json", `[{"name": "Ana Lopez"}]`)
	others := map[string]string{"published": "2016-10-12", "prefer": "future", "names": names, "format": "csv", "units": "runes", "zone": "+01:00", "model": ownWeights}
	before := b.options()
	flags.VisitAll(func(f *flag.Flag) {
		value, known := others[f.Name]
		switch {
		case howFlags[f.Name]:
			return
		case known:
		case f.Value.String() == "false":
			value = "true"
		default:
			value = "7"
		}
		if err := flags.Set(f.Name, value); err != nil {
			t.Fatalf("-%s: %v; give it a value in this test", f.Name, err)
		}
		if after := b.options(); after[f.Name] == before[f.Name] {
			t.Errorf("-%s is %q in the journal, whatever it is given", f.Name, after[f.Name])
		}
	})
	if len(before) < 7 {
		t.Errorf("options %q", before)
	}
}

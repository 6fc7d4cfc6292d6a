package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// articleLines is NDJSON of n articles whose ids begin with prefix.
func articleLines(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%s%d","text":"“The harbour is open,” Ana Lopez told The Orrin Herald. Number %d."}`+"\n", prefix, i, i)
	}
	return b.String()
}

// compressed is text as gzip or zstd.
func compressed(t *testing.T, how, text string) string {
	t.Helper()
	var (
		b bytes.Buffer
		w io.WriteCloser
	)
	switch how {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zstd":
		encoder, err := zstd.NewWriter(&b)
		if err != nil {
			t.Fatal(err)
		}
		w = encoder
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// writeFiles makes files in a new folder, goes there, and returns it.
func writeFiles(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range contents {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

// TestBatchInputs reads the same lines from wherever they may come.
func TestBatchInputs(t *testing.T) {
	a, b := articleLines("a", 3), articleLines("b", 2)
	want := runWith(a+b, "batch", "-light")
	if want.Status != 0 {
		t.Fatalf("status %d, reported %q", want.Status, want.Stderr)
	}
	writeFiles(t, map[string]string{
		"x/a.ndjson": a, "x/b.ndjson": b, "a.gz": compressed(t, "gzip", a), "b.zst": compressed(t, "zstd", b),
		"without end.ndjson": strings.TrimSuffix(a, "\n"), "both.gz": compressed(t, "gzip", a) + compressed(t, "gzip", b),
	})
	for name, test := range map[string]struct {
		stdin string
		args  []string
	}{
		"files":                   {"", []string{"x/a.ndjson", "x/b.ndjson"}},
		"a pattern":               {"", []string{"**/?.ndjson"}},
		"compressed files":        {"", []string{"a.gz", "b.zst"}},
		"a file and a pipe":       {b, []string{"x/a.ndjson", "-"}},
		"a compressed pipe":       {compressed(t, "zstd", a+b), nil},
		"two members":             {"", []string{"both.gz"}},
		"a last line without end": {"", []string{"without end.ndjson", "x/b.ndjson"}},
		"one worker":              {"", []string{"-j", "1", "x/a.ndjson", "x/b.ndjson"}},
		"more workers than lines": {"", []string{"-j", "40", "x/a.ndjson", "x/b.ndjson"}},
		"with time for each":      {"", []string{"-timeout", "1h", "x/a.ndjson", "x/b.ndjson"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := runWith(test.stdin, append([]string{"batch", "-light"}, test.args...)...)
			if got.Status != 0 || got.Stderr != "" || got.Stdout != want.Stdout {
				t.Errorf("status %d, reported %q, output:\n%s\nwant:\n%s", got.Status, got.Stderr, got.Stdout, want.Stdout)
			}
		})
	}
}

// TestBatchBrokenInputs answers what can be read, and says what cannot.
func TestBatchBrokenInputs(t *testing.T) {
	a, b := articleLines("a", 4000), articleLines("b", 2)
	cutShort := func(stored string) string { return stored[:len(stored)*3/4] }
	writeFiles(t, map[string]string{
		"cut.gz": cutShort(compressed(t, "gzip", a)), "cut.zst": cutShort(compressed(t, "zstd", a)), "b.ndjson": b,
		"no.gz": "\x1f\x8b\x08not at all", "bad.ndjson": `{"id":"x"}` + "\n" + b,
	})
	for _, file := range []string{"cut.gz", "cut.zst", "no.gz"} {
		t.Run(file, func(t *testing.T) {
			got := runWith("", "batch", "-light", file, "b.ndjson")
			documents, failures := parted(t, got.Stdout)
			if got.Status != 3 || len(failures) != 1 || !strings.HasPrefix(failures[0].Error, "reading: ") || failures[0].File != file {
				t.Fatalf("status %d, errors %+v; want 3 and that %s cannot be read", got.Status, failures, file)
			}
			answered := failures[0].Line - 1
			if want := fmt.Sprintf("verbatim: %s: line %d: %s\n", file, failures[0].Line, failures[0].Error); got.Stderr != want {
				t.Errorf("reported %q; want %q", got.Stderr, want)
			}
			if n := strings.Count(documents, "\n"); n != answered+2 || strings.HasPrefix(file, "cut") && answered == 0 {
				t.Errorf("%d documents; want the %d before the end of %s and those of the next file", n, answered, file)
			}
		})
	}
	got := runWith("", "batch", "-light", "bad.ndjson", "b.ndjson")
	if _, failures := parted(t, got.Stdout); got.Status != 1 || len(failures) != 1 || failures[0] != (failure{ID: "x", File: "bad.ndjson", Line: 1, Error: `no "text"`}) {
		t.Errorf("status %d, errors %+v", got.Status, failures)
	}
}

// TestBatchRefusesToBegin finds on Friday what would be missing on Monday.
func TestBatchRefusesToBegin(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.ndjson": articleLines("a", 1), "sub/x": ""})
	for name, test := range map[string]struct {
		args   []string
		status int
		want   []string // a word of each line reported
	}{
		"a file that is missing":        {[]string{"a.ndjson", "absent", "lost"}, 3, []string{"absent", "lost"}},
		"a pattern that nothing fits":   {[]string{"a.ndjson", "*.gz"}, 3, []string{"*.gz: no file matches"}},
		"a folder":                      {[]string{"sub"}, 3, []string{"sub: is a directory"}},
		"flags behind files":            {[]string{"a.ndjson", "-light"}, 3, []string{"stat -light", "flags stand before the names of files"}},
		"an input as the output":        {[]string{"-o", filepath.Join(dir, "a.ndjson"), "a.ndjson"}, 2, []string{"a.ndjson is read"}},
		"an input as the summary":       {[]string{"-summary", "a.ndjson", "*.ndjson"}, 2, []string{"a.ndjson is read"}},
		"a folder as the output":        {[]string{"-o", "sub", "a.ndjson"}, 2, []string{"it is a folder"}},
		"an output in no folder":        {[]string{"-o", "no/out", "a.ndjson"}, 4, []string{"no/out"}},
		"a summary in no folder":        {[]string{"-summary", "no/s", "a.ndjson"}, 4, []string{"no/s"}},
		"nothing to resume":             {[]string{"-resume", "a.ndjson"}, 2, []string{"-resume goes on with the file of -o"}},
		"time that runs backwards":      {[]string{"-timeout", "-1s", "a.ndjson"}, 2, []string{"a time is not negative"}},
		"an output that is not its own": {[]string{"-resume", "-o", "sub/y", "a.ndjson"}, 2, []string{"there is no y.journal beside it"}},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile("sub/y", []byte("mine\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			got := runWith("", append([]string{"batch"}, test.args...)...)
			if got.Status != test.status || got.Stdout != "" || len(got.stderrLines) != len(test.want) {
				t.Fatalf("status %d, output %q, reported %q; want status %d and %d reports", got.Status, got.Stdout, got.Stderr, test.status, len(test.want))
			}
			for i, want := range test.want {
				if !strings.Contains(filepath.ToSlash(got.stderrLines[i]), want) {
					t.Errorf("reported %q; want %q in it", got.stderrLines[i], want)
				}
			}
		})
	}
}

func TestBatchSummary(t *testing.T) {
	writeFiles(t, map[string]string{"a.ndjson": articleLines("a", 3) + "\n[]\n" + `{"text":"","published":"soon"}`, "b": "\x1f\x8b"})
	got := runWith("", "batch", "-light", "-summary", "s.json", "a.ndjson", "b")
	content, err := os.ReadFile("s.json")
	if err != nil {
		t.Fatal(err)
	}
	var s summary
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&s); err != nil {
		t.Fatalf("%s: %v", content, err)
	}
	if s.Seconds <= 0 || s.ArticlesPerSecond <= 0 || s.BytesRead == 0 || s.BytesWritten != int64(len(got.Stdout)) || s.Version == "" {
		t.Errorf("summary %s", content)
	}
	s.Seconds, s.ArticlesPerSecond, s.MegabytesPerSec, s.BytesRead, s.BytesWritten, s.Version = 0, 0, 0, 0, 0, ""
	if want := (summary{Status: 3, Done: true, Inputs: 2, BrokenInputs: 1, Articles: 4, Failed: 1, Remarked: 1}); s != want {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
	s.Seconds, s.ArticlesPerSecond, s.MegabytesPerSec = 61.26, 0.5, 0.25
	if words, want := s.String(), "4 articles read from 2 inputs in 1m1.3s (0.5 a second, 0.25 MB/s), 1 article with a remark, 1 line not read, 1 input not read to the end"; words != want {
		t.Errorf("in words:\n%s\nwant:\n%s", words, want)
	}
}

// TestBatchDiskFull writes to a device that is always full.
func TestBatchDiskFull(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	got := runWith(articleLines("a", 3), "batch", "-light", "-o", "/dev/full")
	if got.Status != 4 || !strings.HasPrefix(got.Stderr, "verbatim: writing: ") || !strings.Contains(got.Stderr, "no space left on device: stopped before the first line") {
		t.Errorf("status %d, reported %q; want 4 and that the disk is full", got.Status, got.Stderr)
	}
}

// TestLineWriterCuts has a write end within a line, as on a disk that has become
// full.
func TestLineWriterCuts(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteString("one\ntwo\nthr"); err != nil {
		t.Fatal(err)
	}
	cut(file, 3)
	if _, err := file.WriteString("three\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(file.Name()); err != nil || string(got) != "one\ntwo\nthree\n" {
		t.Errorf("the file has %q, %v", got, err)
	}
	if _, err := file.Seek(4, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	cut(file, 2) // not where it ends: somebody else writes it too
	if got, err := os.ReadFile(file.Name()); err != nil || len(got) != 14 {
		t.Errorf("the file has %q, %v", got, err)
	}

	full := &failingWriter{n: 0, err: io.ErrShortWrite}
	w := lineWriter{out: full}
	w.add([]byte("one\ntwo\n"))
	full.n = 6
	if written, err := w.flush(); written != 4 || err == nil {
		// failingWriter takes part of a write.
		t.Errorf("%d bytes of whole lines, %v; want 4", written, err)
	}
}

// TestBatchHugeLine has a line of 100 MB among short ones: it is refused with a
// record of its own, and the memory for it is given back.
func TestBatchHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 MB")
	}
	short := articleLines("a", 5)
	input := func() io.Reader {
		return io.MultiReader(strings.NewReader(short+`{"id":"huge","text":"`), &repeating{text: strings.Repeat("word ", 1<<18), n: 80}, strings.NewReader("\"}\n"+short))
	}
	var watcher heapWatcher
	var stderr bytes.Buffer
	status := new(Tool).Run([]string{"batch", "-light"}, Streams{input(), &watcher, &stderr})
	if status != 1 || stderr.String() != "verbatim: line 6: longer than 16777216 bytes\n" {
		t.Errorf("status %d, reported %q", status, stderr.String())
	}
	runtime.GC()
	var after runtime.MemStats
	runtime.ReadMemStats(&after)
	if after.HeapAlloc > 64<<20 {
		t.Errorf("the heap has %d bytes afterwards", after.HeapAlloc)
	}
}

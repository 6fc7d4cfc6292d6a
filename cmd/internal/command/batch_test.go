package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/export"
)

func TestBatchOrder(t *testing.T) {
	const n = 500
	var input, want strings.Builder
	for i := range n {
		// Long and short articles in turn, so that the short ones are ready first.
		text := strings.Repeat("“We are here,” said Ana Lopez. ", 1+i%7*40)
		line, err := json.Marshal(map[string]any{"id": i, "text": text, "section": "news"})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&input, "%s\n", line)
		fmt.Fprintln(&want, i)
	}
	got := runWith(input.String(), "batch", "-light")
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("status %d, reported %q", got.Status, got.Stderr)
	}
	if lines := strings.Count(got.Stdout, "\n"); lines != n {
		t.Errorf("%d lines of output; want %d", lines, n)
	}
	var ids strings.Builder
	for _, doc := range decode(t, got.Stdout) {
		fmt.Fprintln(&ids, doc.ID)
	}
	if ids.String() != want.String() {
		t.Errorf("the documents are out of order: %q", ids.String())
	}
}

// A batchCase is an input of batch with what it prints and reports. For each line
// of the input there is one of output: a document, or one of the errors.
type batchCase struct {
	name   string
	input  string
	output []string // the documents, without provenance
	errors []string // one a line of standard error
}

// empty is the record of an empty text, but for its ID.
const empty = `"messages":[],"speakers":[],"timestamps":[],"urls":[]}`

func TestBatchLines(t *testing.T) {
	testBatch(t, []batchCase{
		{"nothing", "", nil, nil},
		{"string id", `{"id":"a1","text":""}`, []string{`{"id":"a1",` + empty}, nil},
		{
			"number ids as they are written", `{"id":7,"text":""}` + "\n" + `{"id":-1.50e3,"text":""}`,
			[]string{`{"id":"7",` + empty, `{"id":"-1.50e3",` + empty},
			nil,
		},
		{"a number too large for a float", `{"id":12345678901234567890,"text":""}`, []string{`{"id":"12345678901234567890",` + empty}, nil},
		{"no id", `{"text":""}` + "\n" + `{"id":null,"text":""}`, []string{"{" + empty, "{" + empty}, nil},
		{"no escapes but those of JSON", `{"id":"<&>","text":""}`, []string{`{"id":"<&>",` + empty}, nil},
		{
			"unknown fields, empty lines, Windows line ends, byte order mark", "\ufeff" + `{"id":1,"text":"","author":{"name":"x"}}` + "\r\n\r\n \n\n" + `{"id":2,"text":""}` + "\r\n",
			[]string{`{"id":"1",` + empty, `{"id":"2",` + empty},
			nil,
		},
		{"unknown fields given twice", `{"id":1,"x":1,"text":"","x":[2]}`, []string{`{"id":"1",` + empty}, nil},
		{
			"empty dates", `{"id":1,"text":"","published":""}` + "\n" + `{"id":2,"text":"","published":null}`,
			[]string{`{"id":"1",` + empty, `{"id":"2",` + empty},
			nil,
		},
		{"NUL and control characters", `{"id":1,"text":"\u0000\u0001"}`, []string{`{"id":"1",` + empty}, nil},
		{"escapes of all kinds", `{"id":"\u00e9\\ud83d\ud83d\ude00","text":"\n\\"}`, []string{`{"id":"é\\ud83d😀",` + empty}, nil},
		{
			"the last day of the calendar", `{"id":1,"text":"","published":"9999-12-31"}` + "\n" + `{"id":2,"text":"","published":"9999-12-31T23:59:59-12:00"}`,
			[]string{`{"id":"1",` + empty, `{"id":"2",` + empty},
			nil,
		},
	})
}

func TestBatchBadLines(t *testing.T) {
	testBatch(t, []batchCase{
		{
			"among good ones", `{"id":1,"text":""}` + "\n{\"id\":2,\"text\":\"\n" + `{"id":3,"text":""}` + "\n\x00\n" + `{"id":5,"text":""}`,
			[]string{`{"id":"1",` + empty, `{"id":"3",` + empty, `{"id":"5",` + empty},
			[]string{`line 2 (id "2"): the line ends within the object`, "line 4: invalid character '\\x00' looking for beginning of value"},
		},
		{"JSON that is no article", "[]\n\"text\"\nnull\ntrue\n{}\n{\"text\":5,\"id\":\"a\"}\n{\"id\":[],\"text\":\"\"}\n{\"text\":{}}", nil, []string{
			"line 1: an array is no article", "line 2: a string is no article", "line 3: null is no article", "line 4: a boolean is no article", `line 5: no "text"`,
			`line 6 (id "a"): text is a number, not a string`, "line 7: id is an array, neither a string nor a number", "line 8: text is an object, not a string",
		}},
		{"broken objects", `{"id":1,"text":"" "x":2}` + "\n" + `{"id":2,}` + "\n" + `{"id":3`, nil, []string{
			`line 1 (id "1"): invalid character '"' after object key:value pair`, `line 2 (id "2"): invalid character '}' looking for beginning of object key string`,
			`line 3 (id "3"): the line ends within the object`,
		}},
		{"two objects on one line", `{"id":1,"text":""} {"id":2,"text":""}`, nil, []string{`line 1 (id "1"): something follows the object`}},
		{"names in another case", `{"ID":1,"Text":"lost"}` + "\n" + `{"id":2,"text":"","TEXT":"ignored"}`, []string{`{"id":"2",` + empty}, []string{`line 1: no "text", though "Text"`}},
		{
			"fields given twice", `{"id":1,"text":"a","text":"b"}` + "\n" + `{"id":1,"text":"","id":2}` + "\n" + `{"id":3,"text":"","published":"","published":""}`, nil,
			[]string{`line 1 (id "1"): text is given more than once`, "line 2: id is given more than once", `line 3 (id "3"): published is given more than once`},
		},
		{"Latin-1", "{\"id\":1,\"text\":\"caf\xe9\"}\n{\"id\":\"caf\xe9\",\"text\":\"\"}", nil, []string{`line 1 (id "1"): byte 19 is not UTF-8`, "line 2: byte 10 is not UTF-8"}},
		{
			"half an emoji", `{"id":1,"text":"\ud83d"}` + "\n" + `{"id":"\ude00\ud83d","text":""}` + "\n" + `{"id":3,"text":"\ud83d\n"}`,
			[]string{`{"id":"1",` + empty, `{"id":"3",` + empty},
			[]string{`line 1 (id "1"): text: half of a pair of \u escapes is read as U+FFFD`, `line 2: id holds half of a pair of \u escapes`, `line 3 (id "3"): text: half of a pair of \u escapes is read as U+FFFD`},
		},
		{
			"dates that are none", `{"id":1,"text":"","published":"soon"}` + "\n" + `{"id":2,"text":"","published":7}` + "\n" + `{"id":3,"text":"","published":{}}` + "\n" + `{"id":4,"text":"","published":"2016-10-12"}`,
			[]string{`{"id":"1",` + empty, `{"id":"2",` + empty, `{"id":"3",` + empty, `{"id":"4",` + empty},
			[]string{`line 1 (id "1"): published: "soon" is no date; 2024-02-03, 3 Feb 2024 14:05, RFC 3339 and seconds since 1970 are`, `line 2 (id "2"): published: "7" is a number too small to be seconds since 1970`, `line 3 (id "3"): published is an object, neither a string nor a number`},
		},
		{
			"two remarks on one line", `{"id":1,"text":"\ud83d","published":"soon"}`,
			[]string{`{"id":"1",` + empty},
			[]string{`line 1 (id "1"): published: "soon" is no date; 2024-02-03, 3 Feb 2024 14:05, RFC 3339 and seconds since 1970 are; text: half of a pair of \u escapes is read as U+FFFD`},
		},
		{
			"ids that are long or no plain words", `{"id":"` + strings.Repeat("x", 1000) + `"}` + "\n" + `{"id":"a\u001b[2J\u202e"}`, nil,
			[]string{`line 1 (id "` + strings.Repeat("x", 100) + `"): no "text"`, `line 2 (id "a\x1b[2J\u202e"): no "text"`},
		},
	})
}

func testBatch(t *testing.T, tests []batchCase) {
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := runWith(test.input, "batch")
			want := result{Stdout: joinLines("", test.output), Stderr: joinLines("verbatim: ", test.errors)}
			if len(test.errors) > 0 {
				want.Status = 1
			}
			documents, failures := parted(t, withoutProvenance(got.Stdout))
			if got.Status != want.Status || documents != want.Stdout || got.Stderr != want.Stderr {
				t.Errorf("input:\n%s\ngot status %d, output:\n%s\nreported:\n%s\nwant status %d, output:\n%s\nreported:\n%s",
					test.input, got.Status, got.Stdout, got.Stderr, want.Status, want.Stdout, want.Stderr)
			}
			for _, f := range failures {
				if reported := (place{line: f.Line, id: f.ID}).String() + ": " + f.Error; !slices.Contains(test.errors, reported) {
					t.Errorf("input:\n%s\nthe output has the error %q, which is not reported", test.input, reported)
				}
			}
			if lines := len(strings.FieldsFunc(strings.TrimPrefix(test.input, "\ufeff"), isLineBreak)) - strings.Count(test.input, "\n \n"); strings.Count(got.Stdout, "\n") != lines {
				t.Errorf("input:\n%s\nhas %d lines, the output:\n%s", test.input, lines, got.Stdout)
			}
		})
	}
}

func isLineBreak(r rune) bool { return r == '\n' || r == '\r' }

// parted parts the documents of an output from the errors, which come in the
// order of the input.
func parted(t *testing.T, output string) (documents string, failures []failure) {
	t.Helper()
	for line := range strings.Lines(output) {
		if !strings.Contains(line, `"error":`) {
			documents += line
			continue
		}
		var f failure
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&f); err != nil {
			t.Fatalf("decoding %q: %v", line, err)
		}
		if n := len(failures); f.Error == "" || f.Line < 1 || n > 0 && failures[n-1].Line >= f.Line {
			t.Errorf("%q is out of order, or says nothing", line)
		}
		failures = append(failures, f)
	}
	return documents, failures
}

// TestBatchLastDay reads what names days near the end of the calendar.
func TestBatchLastDay(t *testing.T) {
	got := runWith(`{"id":1,"text":"“It is late,” Ana Lopez said on Friday. He left tomorrow, next week and two years later.","published":"9999-12-31"}`, "batch", "-light")
	if docs := decode(t, got.Stdout); got.Status != 0 || len(docs) != 1 || len(docs[0].Timestamps) < 3 {
		t.Errorf("status %d, output %q, reported %q; want a record with its times", got.Status, got.Stdout, got.Stderr)
	}
}

func TestBatchFault(t *testing.T) {
	b := new(Tool).defineBatch(flag.NewFlagSet("", flag.ContinueOnError))
	b.reader.parse = parseOrPanic
	got := runBatch(b, `{"id":"a","text":""}`+"\n"+`{"id":"b","text":"panic"}`+"\n"+`{"id":"c","text":""}`)
	if got.Status != 1 || got.Stderr != "verbatim: line 2 (id \"b\"): internal error: fault\n" {
		t.Errorf("status %d, reported %q; want 1 and the fault", got.Status, got.Stderr)
	}
	want := joinLines("", []string{`{"id":"a",` + empty, `{"id":"b","line":2,"error":"internal error: fault"}`, `{"id":"c",` + empty})
	if output := withoutProvenance(got.Stdout); output != want {
		t.Errorf("output:\n%s\nwant:\n%s", output, want)
	}
}

// runBatch runs batch as it was set up, on standard input.
func runBatch(b *batch, stdin string) result {
	var stdout, stderr bytes.Buffer
	status := b.run(nil, Streams{strings.NewReader(stdin), &stdout, &stderr}, neverStopped())
	return result{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// neverStopped is the stopper of a run that no signal reaches.
func neverStopped() *stopper { return &stopper{soft: make(chan struct{}), hard: context.Background()} }

// FuzzBatchLine gives batch any bytes as its input: every line has one of output,
// what is wrong is reported, and what is printed is JSON.
func FuzzBatchLine(f *testing.F) {
	for _, line := range []string{`{"id":"a","text":"“No,” said Ana Lopez.","published":"2016-10-12"}`, `{"id":1,"text":"\ud83d","x":[{}]}`, `{"id":1,"id":2}`, "{\"text\":\"\xff\"}", "[]", "{"} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		line = bytes.ReplaceAll(line, []byte("\n"), []byte(" "))
		got := runWith(string(line), "batch", "-light")
		answered, reported := strings.Count(got.Stdout, "\n"), strings.Count(got.Stderr, "\n")
		if answered == 0 && len(bytes.TrimSpace(line)) > 0 || answered > 1 || reported > 1 || (got.Status == 0) != (reported == 0) {
			t.Errorf("%q: status %d, output %q, reported %q", line, got.Status, got.Stdout, got.Stderr)
		}
		decode(t, got.Stdout)
		if export.Inert(got.Stderr) != strings.ReplaceAll(got.Stderr, "\n", "\ufffd") {
			t.Errorf("%q reported %q", line, got.Stderr)
		}
	})
}

func joinLines(prefix string, lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(prefix + line + "\n")
	}
	return b.String()
}

func TestBatchLineLimit(t *testing.T) {
	fits := `{"id":"fits","text":""}`
	line := func(n int) string { return fits + strings.Repeat(" ", n-len(fits)) + "\n" }
	const limit = 200_000 // more than the reader's buffer
	got := runWith(line(limit)+line(limit+1)+line(10*limit)+fits, "batch", "-max-bytes", fmt.Sprint(limit))
	refused := []string{`{"line":2,"error":"longer than 200000 bytes"}`, `{"line":3,"error":"longer than 200000 bytes"}`}
	want := joinLines("", []string{`{"id":"fits",` + empty, refused[0], refused[1], `{"id":"fits",` + empty})
	if output := withoutProvenance(got.Stdout); output != want || got.Status != 1 {
		t.Errorf("status %d, output:\n%s\nwant 1 and:\n%s", got.Status, output, want)
	}
	want = joinLines("verbatim: ", []string{"line 2: longer than 200000 bytes", "line 3: longer than 200000 bytes"})
	if got.Stderr != want {
		t.Errorf("reported:\n%s\nwant:\n%s", got.Stderr, want)
	}
}

// repeating reads the same text n times over.
type repeating struct {
	text string
	at   int
	n    int
}

func (r *repeating) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.text[r.at:])
	if r.at += n; r.at == len(r.text) {
		r.at = 0
		r.n--
	}
	return n, nil
}

// heapWatcher discards what is written and remembers the largest heap seen.
type heapWatcher struct{ most uint64 }

func (w *heapWatcher) Write(p []byte) (int, error) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	w.most = max(w.most, stats.HeapAlloc)
	return len(p), nil
}

func TestBatchMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 24 MB")
	}
	article := `{"id":1,"text":"` + strings.Repeat("word ", 2_000) + `"}` + "\n"
	var short, long heapWatcher
	for watcher, n := range map[*heapWatcher]int{&short: 150, &long: 2_400} {
		runtime.GC()
		if status := new(Tool).Run([]string{"batch", "-light"}, Streams{&repeating{text: article, n: n}, watcher, io.Discard}); status != 0 {
			t.Fatalf("status %d", status)
		}
	}
	// A batch of everything at once would take more than sixteen times as much.
	if long.most > 3*short.most+32<<20 {
		t.Errorf("the heap grew to %d bytes on 16 times the input of one that took %d", long.most, short.most)
	}
}

func TestBatchSkipsHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1 GB")
	}
	input := io.MultiReader(&repeating{text: strings.Repeat("x", 1<<20), n: 1 << 10}, strings.NewReader("\n"+`{"id":"after","text":""}`))
	var stdout, stderr bytes.Buffer
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	status := new(Tool).Run([]string{"batch"}, Streams{input, &stdout, &stderr})
	runtime.ReadMemStats(&after)
	if status != 1 || !strings.Contains(stderr.String(), "line 1: longer than") || !strings.Contains(stdout.String(), `"after"`) {
		t.Errorf("status %d, output %q, reported %q; want the line after answered", status, stdout.String(), stderr.String())
	}
	if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 512<<20 {
		t.Errorf("%d bytes were allocated to pass over a line of 1 GB", allocated)
	}
}

// TestBatchAnswersAtOnce sends one line and waits for its answer before the
// next, as a program that keeps the command running does.
func TestBatchAnswersAtOnce(t *testing.T) {
	inReader, inWriter := io.Pipe()
	outReader, outWriter := io.Pipe()
	done := make(chan int)
	go func() {
		done <- new(Tool).Run([]string{"batch"}, Streams{inReader, outWriter, io.Discard})
	}()
	answers := bufio.NewScanner(outReader)
	for i := range 3 {
		fmt.Fprintf(inWriter, `{"id":%d,"text":"x"}`+"\n", i)
		if want := fmt.Sprintf(`{"id":"%d",`, i); !answers.Scan() || !strings.HasPrefix(answers.Text(), want) {
			t.Errorf("answer %q; want one that begins %q", answers.Text(), want)
		}
	}
	inWriter.Close()
	if status := <-done; status != 0 {
		t.Errorf("status %d", status)
	}
}

func TestBatchReadingFails(t *testing.T) {
	var stdout, stderr bytes.Buffer
	input := io.MultiReader(strings.NewReader(`{"id":1,"text":""}`+"\n"), failingReader{})
	status := new(Tool).Run([]string{"batch"}, Streams{input, &stdout, &stderr})
	want := joinLines("", []string{`{"id":"1",` + empty, `{"line":2,"error":"reading: cable pulled"}`})
	if output := withoutProvenance(stdout.String()); status != 3 || output != want || stderr.String() != "verbatim: line 2: reading: cable pulled\n" {
		t.Errorf("status %d, output %q, reported %q; want 3 and the error in both", status, output, stderr.String())
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("cable pulled") }

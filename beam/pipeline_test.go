package verbatimbeam_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	verbatimbeam "github.com/verbatim-news/verbatim/beam"
)

func TestMain(m *testing.M) {
	beam.Init()
	os.Exit(m.Run())
}

// pipe runs a pipeline over the files that match a pattern, and returns the sorted
// lines of its records and of its failures, and what it counted.
func pipe(t *testing.T, pattern string, source verbatimbeam.Source, options verbatimbeam.Options) (records, failures []string, counts map[string]int64) {
	t.Helper()
	out := t.TempDir()
	pipeline, s := beam.NewPipelineWithRoot()
	articles, unreadable := verbatimbeam.Read(s, pattern, source)
	read, unread := verbatimbeam.Parse(s, articles, options)
	verbatimbeam.Write(s, filepath.Join(out, "records"), 3, read)
	verbatimbeam.WriteFailures(s, filepath.Join(out, "failures"), 1, beam.Flatten(s, unreadable, unread))
	result, err := beam.Run(context.Background(), runner, pipeline)
	if err != nil {
		t.Fatal(err)
	}
	counts = counted(result)
	return linesIn(t, out, "records-?????-of-00003.ndjson"), linesIn(t, out, "failures-00000-of-00001.ndjson"), counts
}

func counted(result beam.PipelineResult) map[string]int64 {
	counts := map[string]int64{}
	for _, count := range result.Metrics().AllMetrics().Counters() {
		if count.Key.Namespace == "verbatim" {
			counts[count.Key.Name] += count.Result()
		}
	}
	return counts
}

// linesIn returns the sorted lines of the files that match.
func linesIn(t *testing.T, folder, pattern string) (lines []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasSuffix(content, []byte("\n")) {
			t.Errorf("%s ends within a line", file)
		}
		lines = append(lines, strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")...)
	}
	slices.Sort(lines)
	return lines
}

func write(t *testing.T, file string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestDocument takes records up in a pipeline of its own, over articles that no file
// had.
func TestDocument(t *testing.T) {
	pipeline, s := beam.NewPipelineWithRoot()
	articles := beam.Create(s,
		verbatimbeam.Article{ID: "bridge", Text: "“The bridge is safe,” Mara Quill said on Friday.", Published: "Sat, 03 Feb 2024 14:05:00 GMT"},
		verbatimbeam.Article{ID: "ferry", Text: "“We sail at noon,” Tomas Reyes said on Friday.", Published: "the other day"},
		verbatimbeam.Article{ID: "empty"},
	)
	records, failures := verbatimbeam.Parse(s, articles, verbatimbeam.Options{Light: true, Published: time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC)})
	said := beam.ParDo(s, saidFn, records)
	passert.Equals(s, said, "bridge: Mara Quill, 2024-02-02", "ferry: Tomas Reyes, 2024-03-08")
	passert.Empty(s, failures)
	result, err := beam.Run(context.Background(), runner, pipeline)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int64{"articles": 3, "remarks": 1, "bytes": 102, "messages": 2}
	if diff := cmp.Diff(want, counted(result)); diff != "" {
		t.Errorf("counted (-want +got):\n%s", diff)
	}
}

func init() {
	register.Function2x1[verbatimbeam.Record, func(string), error](saidFn)
	register.Emitter1[string]()
}

// saidFn tells of each message who sent it and when.
func saidFn(r verbatimbeam.Record, said func(string)) error {
	doc, err := r.Document()
	if err != nil {
		return err
	}
	for _, message := range doc.Messages {
		said(doc.ID + ": " + doc.Speakers[message.Speaker.ID].Name + ", " + message.Sent.Value)
	}
	return nil
}

func TestOptions(t *testing.T) {
	for _, wrong := range []verbatimbeam.Options{{Zone: "Nowhere"}, {Prefer: "sideways"}, {Names: []verbatim.KnownName{{}}}} {
		if wrong.Validate() == nil {
			t.Errorf("nothing is wrong with %+v", wrong)
		}
	}
	in := t.TempDir()
	long := `{"id":1,"text":"` + strings.Repeat("a", 200) + `","published":""}`
	ours := `{"id":2,"text":"Robin said: “The fair is on 3/4/2024.”"}`
	write(t, filepath.Join(in, "a.ndjson"), []byte(long+"\n"+ours+"\n"))
	records, failures, _ := pipe(t, filepath.Join(in, "a.ndjson"), verbatimbeam.Source{MaxBytes: 150}, verbatimbeam.Options{
		Light: true, DayFirst: true, Explain: true, Names: []verbatim.KnownName{{Name: "Robin Vale", Aliases: []string{"Robin"}}},
	})
	if len(records) != 1 || !strings.Contains(records[0], `"2024-04-03"`) || !strings.Contains(records[0], `"Robin Vale"`) || !strings.Contains(records[0], `"why"`) {
		t.Errorf("records %s", records)
	}
	if len(failures) != 1 || !strings.Contains(failures[0], `"line":1,"error":"longer than 150 bytes"`) {
		t.Errorf("failures %s", failures)
	}
}

// TestNothingToRead fails a pipeline for files that are not there, and not one whose
// pattern matches a folder besides.
func TestNothingToRead(t *testing.T) {
	in := t.TempDir()
	pipeline, s := beam.NewPipelineWithRoot()
	verbatimbeam.Read(s, filepath.Join(in, "*.ndjson"), verbatimbeam.Source{})
	if _, err := beam.Run(context.Background(), runner, pipeline); err == nil {
		t.Error("no error where no file matches")
	}
	if err := os.Mkdir(filepath.Join(in, "old.ndjson"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(in, "new.ndjson"), []byte(`{"id":1,"text":""}`))
	records, failures, _ := pipe(t, filepath.Join(in, "*.ndjson"), verbatimbeam.Source{}, verbatimbeam.Options{})
	if len(records) != 1 || len(failures) != 0 {
		t.Errorf("records %s, failures %s", records, failures)
	}
}

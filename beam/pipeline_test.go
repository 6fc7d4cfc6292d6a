package verbatimbeam_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

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
	result, err := beam.Run(context.Background(), "prism", pipeline)
	if err != nil {
		t.Fatal(err)
	}
	counts = map[string]int64{}
	for _, count := range result.Metrics().AllMetrics().Counters() {
		if count.Key.Namespace == "verbatim" {
			counts[count.Key.Name] += count.Result()
		}
	}
	return linesIn(t, out, "records-?????-of-00003.ndjson"), linesIn(t, out, "failures-00000-of-00001.ndjson"), counts
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

// goldenArticles are the articles of the golden cases, as lines of batch.
func goldenArticles(t *testing.T) []byte {
	t.Helper()
	files, err := filepath.Glob("../testdata/parse/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden cases: %v", err)
	}
	var out bytes.Buffer
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, text, _ := strings.Cut(string(content), "---\n")
		article := map[string]string{"id": filepath.Base(file), "text": text}
		if _, day, ok := strings.Cut(head, "published: "); ok {
			article["published"] = strings.TrimSpace(day)
		}
		if err := json.NewEncoder(&out).Encode(article); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func zipped(t *testing.T, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	packer := gzip.NewWriter(&out)
	if _, err := packer.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := packer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func write(t *testing.T, file string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestFirst(t *testing.T) {
	in := t.TempDir()
	write(t, filepath.Join(in, "a.ndjson.gz"), zipped(t, goldenArticles(t)))
	records, failures, counts := pipe(t, filepath.Join(in, "*.gz"), verbatimbeam.Source{}, verbatimbeam.Options{Light: true})
	t.Log(len(records), failures, counts)
	if len(records) == 0 || len(failures) != 0 {
		t.Error(failures)
	}
}

package verbatimbeam_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	verbatimbeam "github.com/verbatim-news/verbatim/beam"
)

// badLines are what is no article, or an odd one.
const badLines = "\ufeff" + `{"id":1,"text":"“We are here,” said Ana Lopez on Monday.","published":"3 Feb 2024 00:30"}` + "\r\n\r\n" +
	`{"id":2,"text":"` + "\n" + `[]` + "\n" + `{"id":4,"text":5}` + "\n" + `{"id":"<5>","text":"a","text":"b"}` + "\n{\"id\":6,\"text\":\"caf\xe9\"}\n" +
	`{"id":7,"text":"\ud83d"}` + "\n" + `{"id":8,"text":"“No,” he said on Friday.","published":"soon"}` + "\n" +
	`{"id":9,"text":"“No,” he said on Friday.","published":"2024-02-03T23:30:00-05:00"}` + "\n" + `{"text":"“No,” he said.","published":1706969100}`

// TestSameAsBatch compares the lines of a pipeline with those of "verbatim batch" over
// the same files.
func TestSameAsBatch(t *testing.T) {
	in := t.TempDir()
	golden := goldenArticles(t)
	half := bytes.IndexByte(golden[len(golden)/2:], '\n') + len(golden)/2 + 1
	write(t, filepath.Join(in, "a.ndjson"), golden[:half])
	write(t, filepath.Join(in, "b.ndjson"), gzipped(t, golden[half:])) // whatever its name
	write(t, filepath.Join(in, "c.ndjson"), zstandard(t, []byte(badLines)))
	cut := gzipped(t, golden)
	write(t, filepath.Join(in, "d.ndjson"), cut[:len(cut)/2])
	write(t, filepath.Join(in, "e.ndjson"), nil)
	pattern := filepath.Join(in, "*.ndjson")
	records, failures, counts := pipe(t, pattern, verbatimbeam.Source{Zone: "+01:00"}, verbatimbeam.Options{Zone: "+01:00"})
	sameAsBatch(t, records, failures, "-zone", "+01:00", pattern)
	if counts["articles"] != int64(len(records)) || counts["failures"] != int64(len(failures)) || counts["remarks"] != 2 {
		t.Errorf("counted %v with %d records and %d failures", counts, len(records), len(failures))
	}
}

// TestManySameAsBatch does the same for the files that the pattern ARTICLES matches, by
// rules alone where LIGHT is set.
func TestManySameAsBatch(t *testing.T) {
	pattern, light := os.Getenv("ARTICLES"), os.Getenv("LIGHT") != ""
	if pattern == "" {
		t.Skip("ARTICLES names no files")
	}
	records, failures, counts := pipe(t, pattern, verbatimbeam.Source{}, verbatimbeam.Options{Light: light})
	arguments := []string{pattern}
	if light {
		arguments = []string{"-light", pattern}
	}
	sameAsBatch(t, records, failures, arguments...)
	t.Logf("%d records, %d failures, %v", len(records), len(failures), counts)
}

// sameAsBatch compares sorted lines with those of batch.
func sameAsBatch(t *testing.T, records, failures []string, arguments ...string) {
	t.Helper()
	var wantRecords, wantFailures []string
	for _, line := range batch(t, arguments...) {
		var failure struct{ Error string }
		if err := json.Unmarshal([]byte(line), &failure); err != nil {
			t.Fatal(err)
		}
		if failure.Error != "" {
			wantFailures = append(wantFailures, line)
		} else {
			wantRecords = append(wantRecords, line)
		}
	}
	slices.Sort(wantRecords)
	slices.Sort(wantFailures)
	if len(wantRecords) == 0 {
		t.Fatal("batch has no records")
	}
	if !slices.Equal(wantRecords, records) {
		t.Errorf("records (-batch +pipeline):\n%s", cmp.Diff(wantRecords, records))
	}
	if !slices.Equal(wantFailures, failures) {
		t.Errorf("failures (-batch +pipeline):\n%s", cmp.Diff(wantFailures, failures))
	}
}

// batch returns the lines that "verbatim batch" prints.
func batch(t *testing.T, arguments ...string) []string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "verbatim")
	if out, err := exec.Command("go", "build", "-C", "../cmd", "-o", program, "./verbatim").CombinedOutput(); err != nil {
		t.Fatalf("building batch: %v\n%s", err, out)
	}
	var out, reports bytes.Buffer
	command := exec.Command(program, append([]string{"batch"}, arguments...)...)
	command.Stdout, command.Stderr = &out, &reports
	var exit *exec.ExitError
	if err := command.Run(); err != nil && !(errors.As(err, &exit) && (exit.ExitCode() == 1 || exit.ExitCode() == 3)) { // of lines and files that could not be read
		t.Fatalf("batch: %v\n%s", err, reports.String())
	}
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
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

func gzipped(t *testing.T, content []byte) []byte {
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

func zstandard(t *testing.T, content []byte) []byte {
	t.Helper()
	packer, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return packer.EncodeAll(content, nil)
}

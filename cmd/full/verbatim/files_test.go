package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
	"github.com/verbatim-news/verbatim/internal/wordtest"
)

// testdata are files of all formats, with the articles that they hold.
const testdata = "../../../ingest/testdata"

// run runs a subcommand with arguments and returns what it wrote.
func run(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = full.Run(args, command.Streams{In: strings.NewReader(""), Out: &out, Err: &err})
	return status, out.String(), err.String()
}

// An article is one as extract prints it.
type article struct {
	ID, Text, Path string
	Published      time.Time
}

// A record is as much of one as tells which text it was made of.
type record struct {
	ID         string
	Provenance struct{ SHA256 string }
}

// decodeLines decodes lines of JSON.
func decodeLines[T any](t *testing.T, lines string) (all []T) {
	t.Helper()
	for line := range strings.Lines(lines) {
		var value T
		if err := json.Unmarshal([]byte(line), &value); err != nil {
			t.Fatal(err)
		}
		all = append(all, value)
	}
	return all
}

// listed returns the files of testdata, and the names of all their articles in order.
func listed(t *testing.T) (files, names []string) {
	list, err := os.ReadFile(filepath.Join(testdata, "files.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(list)) {
		if file, articles, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			files = append(files, filepath.Join(testdata, file))
			names = append(names, strings.Fields(articles)...)
		}
	}
	return files, names
}

// TestFilesThroughBatch has batch read more than fifty files in more than twelve
// formats: no article is missing, of each at least 98 percent of the words are
// read and nothing else of the page, and the date is right.
func TestFilesThroughBatch(t *testing.T) {
	files, names := listed(t)
	if len(files) < 50 {
		t.Fatalf("%d files", len(files))
	}
	status, lines, reported := run(append([]string{"extract"}, files...)...)
	if status != 0 || reported != "" {
		t.Errorf("extract: status %d, reported %s", status, reported)
	}
	articles := decodeLines[article](t, lines)
	status, lines, reported = run(append([]string{"batch", "-light"}, files...)...)
	if status != 0 || reported != "" {
		t.Errorf("batch: status %d, reported %s", status, reported)
	}
	records := decodeLines[record](t, lines)
	if len(articles) != len(names) || len(records) != len(names) {
		t.Fatalf("%d articles and %d records of %d", len(articles), len(records), len(names))
	}
	for i, a := range articles {
		sum := sha256.Sum256([]byte(a.Text))
		if records[i].ID != a.ID || records[i].Provenance.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: the record %s is one of another text", a.Path, records[i].ID)
		}
		checkArticle(t, a, names[i])
	}
}

// checkArticle compares an article with the one of that name.
func checkArticle(t *testing.T, a article, name string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(testdata, "articles", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	head, text, _ := strings.Cut(string(content), "\n\n")
	_, lead, _ := strings.Cut(head, "lead: ")
	_, published, _ := strings.Cut(head, "published: ")
	published, _, _ = strings.Cut(published, "\n")
	want, err := time.Parse(time.RFC3339, published)
	if err != nil {
		t.Fatal(err)
	}
	wanted, got := wordtest.Words(text), wordtest.Words(withoutTimes(a.Text, lead))
	common := wordtest.InCommon(wanted, got)
	if common*100 < len(wanted)*98 || len(got) > common {
		t.Errorf("%s: %d of %d words, and %d others", a.Path, common, len(wanted), len(got)-common)
	}
	day := want.Format(time.DateOnly)
	switch filepath.Ext(a.Path) {
	case ".srt", ".vtt", ".txt": // which have no date
	default:
		if !a.Published.Equal(want) && a.Published.Format(time.DateOnly) != day {
			t.Errorf("%s: published %v, want %v", a.Path, a.Published, want)
		}
	}
}

// withoutTimes leaves out what captions have beside words, and what a page may have beside
// its article: the line below the headline, and the note of a correction.
func withoutTimes(text, lead string) string {
	var kept []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.Contains(line, "-->"), strings.Trim(line, "0123456789.") == "", line == lead, strings.HasPrefix(line, "• This article was amended"):
		case strings.HasPrefix(line, "WEBVTT"), strings.HasPrefix(line, "Kind:"), strings.HasPrefix(line, "Language:"):
		default:
			kept = append(kept, strings.TrimPrefix(line, "<v Newsreader>"))
		}
	}
	return strings.Join(kept, " ")
}

// TestBrokenFiles names what cannot be read, and answers the rest.
func TestBrokenFiles(t *testing.T) {
	file := func(name string) string { return filepath.Join(testdata, name) }
	for _, subcommand := range []string{"batch", "parse", "flatten", "extract"} {
		args := []string{subcommand, file("malformed/cut.warc.gz"), file("malformed/picture.png"), file("archives/week.zip"), file("text/school.txt")}
		if subcommand == "batch" || subcommand == "parse" {
			args = append([]string{subcommand, "-light"}, args[1:]...)
		}
		status, stdout, stderr := run(args...)
		if status == 0 {
			t.Errorf("%s: status 0", subcommand)
		}
		for _, told := range []string{"cut.warc.gz", "it is cut off", "picture.png: ", "week.zip!week/broken.json: it is cut off"} {
			if !strings.Contains(stderr, told) {
				t.Errorf("%s reported %q; want %q", subcommand, stderr, told)
			}
		}
		for _, name := range []string{"tolland", "holmqvist", "keane"} {
			if !strings.Contains(strings.ToLower(stdout), name) {
				t.Errorf("%s: the article with %s is not answered", subcommand, name)
			}
		}
	}
}

// TestFields maps the fields of records, and tells of a record that has none of them.
func TestFields(t *testing.T) {
	mapped := filepath.Join(testdata, "lines/mapped.ndjson")
	status, stdout, stderr := run("batch", "-light", "-text", "body.content", "-published", "meta.date", "-id", "guid", mapped)
	if status != 0 || !strings.Contains(stdout, `"id":"x-school"`) || !strings.Contains(stdout, `"id":"x-strike"`) || !strings.Contains(stdout, "2024-03-18") {
		t.Errorf("status %d, reported %q, printed %s", status, stderr, stdout)
	}
	status, _, stderr = run("batch", "-light", "-text", "body.words", mapped)
	if status == 0 || !strings.Contains(stderr, `has no field "body.words" with text`) {
		t.Errorf("status %d, reported %q", status, stderr)
	}
	status, _, stderr = run("batch", "-light", "-published", "meta.day", "-text", "body.content", mapped)
	if status == 0 || !strings.Contains(stderr, `has no field "meta.day"`) {
		t.Errorf("status %d, reported %q", status, stderr)
	}
}

// TestZones needs no database of time zones on this machine.
func TestZones(t *testing.T) {
	t.Setenv("ZONEINFO", "/nowhere")
	page := filepath.Join(testdata, "markdown/science.md")
	if status, stdout, stderr := run("extract", "-zone", "Europe/London", page); status != 0 || !strings.Contains(stdout, `"published":"2024-07-30T12:00:00+01:00"`) {
		t.Errorf("status %d, reported %q, printed %.300s", status, stderr, stdout)
	}
}

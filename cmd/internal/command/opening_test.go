package command

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// foreign are inputs that are no plain text, with what a reader is told of each.
var foreign = map[string]struct{ content, told string }{
	"page.html":   {"<!DOCTYPE html><html><body><p>“Go,” she said.</p></body></html>", "a web page"},
	"saved":       {"<!-- saved from -->\n<html><head>", "a web page"},
	"page.gz":     {"\x1f\x8b\x08\x00\x00\x00\x00\x00", "compressed with gzip"},
	"feed.xml":    {`<?xml version="1.0"?><rss version="2.0"><channel>`, "an RSS feed"},
	"week.zip":    {"PK\x03\x04\x14\x00\x00\x00", "a ZIP archive"},
	"report.pdf":  {"%PDF-1.7\n", "a PDF document"},
	"item.json":   {"{\n \"uri\": \"x\",\n \"body_html\": \"<p>\"\n}", "an article in ninjs"},
	"crawl.warc":  {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a web archive"},
	"utf16.txt":   {"\xff\xfeG\x00o\x00", "text in UTF-16"},
	"table.csv":   {"id,text\n1,Go\n", "a table in CSV"},
	"letter.eml":  {"Received: x\nMIME-Version: 1.0\nSubject: y\n\nGo.\n", "an e-mail"},
	"picture.png": {"\x89PNG\r\n\x1a\n\x00\x00", "no text"},
}

// TestSmallRefuses fails where the small command reads something else as prose, and
// where it does not say what to do.
func TestSmallRefuses(t *testing.T) {
	contents := map[string]string{"note.txt": onFriday}
	for name, f := range foreign {
		contents[name] = f.content
	}
	inFolder(t, contents)
	for name, f := range foreign {
		for _, subcommand := range []string{"parse", "flatten", "batch"} {
			if subcommand == "batch" && name == "page.gz" {
				continue // which batch unpacks, and finds cut off
			}
			got := runWith("", subcommand, name, "note.txt")
			if got.Status != exitInput || !strings.Contains(got.Stderr, name+": it is "+f.told) {
				t.Errorf("%s %s: status %d, reported %q; want that it is %s", subcommand, name, got.Status, got.Stderr, f.told)
			}
			if f.told != "no text" && !strings.Contains(got.Stderr, "go install") {
				t.Errorf("%s %s: reported %q; want how to read it", subcommand, name, got.Stderr)
			}
			if !strings.Contains(strings.ToLower(got.Stdout), "mara") {
				t.Errorf("%s %s: the other file is not answered: %q", subcommand, name, got.Stdout)
			}
		}
		if got := runWith(f.content, "parse"); name != "table.csv" && (got.Status != exitInput || !strings.Contains(got.Stderr, "standard input: it is "+f.told)) {
			t.Errorf("%s on standard input: status %d, reported %q", name, got.Status, got.Stderr)
		}
	}
}

// TestSmallReads fails where the small command refuses text.
func TestSmallReads(t *testing.T) {
	for name, content := range map[string]string{
		"tag.txt":      "<html> is the tag that she wrote first. " + onFriday,
		"brace.txt":    "{ This is how it began, he said. } " + onFriday,
		"readme.md":    "# Bridge\n\n" + onFriday,
		"captions.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\n" + onFriday,
		"captions.srt": "1\n00:00:01,000 --> 00:00:04,000\n" + onFriday,
		"latin1.txt":   "Ren\xe9e was there. " + onFriday,
		"marked.txt":   "\ufeff" + onFriday,
	} {
		inFolder(t, map[string]string{name: content})
		if got := runWith("", "parse", name); got.Status != 0 || !strings.Contains(got.Stdout, "Mara Quill") {
			t.Errorf("%s: status %d, reported %q", name, got.Status, got.Stderr)
		}
	}
}

// openTwo is an opener that finds two articles in anything, and cannot read what
// stands between them.
func openTwo(_ io.Reader, from Source) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		article := func(id string) Article {
			return Article{Article: verbatim.Article{ID: id, Text: onFriday}, Path: from.Name + "!" + id}
		}
		odd := article("c")
		odd.Remarks = []error{errors.New("the date is none")}
		_ = yield(article("a"), nil) && yield(Article{}, &OpenError{from.Name + "!b", errors.New("it is cut off")}) && yield(odd, nil)
	}
}

// TestOpener has every subcommand read what an opener finds.
func TestOpener(t *testing.T) {
	tool := &Tool{Open: openTwo}
	inFolder(t, map[string]string{"week.zip": foreign["week.zip"].content, "note.txt": onFriday, "lines.ndjson": `{"id":"n","text":"Go."}` + "\n"})
	for subcommand, want := range map[string]int{"parse": 3, "flatten": 3, "batch": 3} {
		got := runOpener(tool, subcommand, "week.zip", "note.txt")
		if got.Status != exitInput || !strings.Contains(got.Stderr, "week.zip!b: it is cut off") || !strings.Contains(got.Stderr, "week.zip!c") || !strings.Contains(got.Stderr, "the date is none") {
			t.Errorf("%s: status %d, reported %q", subcommand, got.Status, got.Stderr)
		}
		if n := strings.Count(strings.ToLower(got.Stdout), "the bridge is safe"); n < want {
			t.Errorf("%s: %d articles, want %d: %s", subcommand, n, want, got.Stdout)
		}
	}
	got := runOpener(tool, "batch", "-light", "week.zip", "lines.ndjson")
	if n := strings.Count(got.Stdout, "\n"); n != 4 || !strings.Contains(got.Stdout, `{"file":"week.zip","line":2,"path":"week.zip!b","error":"it is cut off"}`) {
		t.Errorf("%d lines: %s", n, got.Stdout)
	}
}

// TestOpenerGoesOn stops a run after the first article of an archive, and goes on.
func TestOpenerGoesOn(t *testing.T) {
	tool := &Tool{Open: openTwo}
	dir := inFolder(t, map[string]string{"week.zip": foreign["week.zip"].content})
	whole := runOpener(tool, "batch", "-light", "-o", "whole.ndjson", "week.zip")
	if whole.Status != exitInput {
		t.Fatalf("status %d, reported %q", whole.Status, whole.Stderr)
	}
	again := runOpener(tool, "batch", "-light", "-o", "whole.ndjson", "-resume", "week.zip")
	if again.Status != exitInput {
		t.Errorf("status %d, reported %q", again.Status, again.Stderr)
	}
	content, err := os.ReadFile(filepath.Join(dir, "whole.ndjson"))
	if err != nil || strings.Count(string(content), "\n") != 3 {
		t.Errorf("%q, %v", content, err)
	}
}

// inFolder makes files in a new folder, goes there, and returns it.
func inFolder(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range contents {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

// runOpener is runWith without input, for a program that opens more than plain text.
func runOpener(tool *Tool, args ...string) result {
	var stdout, stderr bytes.Buffer
	status := tool.Run(args, Streams{strings.NewReader(""), &stdout, &stderr})
	return result{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

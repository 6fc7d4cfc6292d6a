package ingest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// TestMalformed holds for each format a file that is none, or is cut off: what can be
// read is given, and the error says which part cannot.
func TestMalformed(t *testing.T) {
	for _, c := range []struct{ file, articles, fault string }{
		{"list.html", "", "list.html: no article is found in the page"},
		{"cut.json", "", "cut.json: it is cut off: the end is missing"},
		{"cut.nitf", "", "cut.nitf: it is cut off: the end is missing"},
		{"cut.rss", "", "cut.rss: the feed cannot be read"},
		{"cut.warc.gz", "cut.warc.gz#4", "cut.warc.gz#8: it is cut off"},
		{"cut.srt", "", "cut.srt: there is no text in it"},
		{"empty.vtt", "", "empty.vtt: there is no text in it"},
		{"cut.eml", "", "cut.eml: "},
		{"empty.md", "", "empty.md: there is no text in it"},
		{"cut.docx", "", "cut.docx: it is cut off"},
		{"cut.pdf", "", "cut.pdf: the PDF cannot be read"},
		{"noheader.csv", "", "noheader.csv: the table has no column text"},
		{"mixed.jsonl", "a d", "mixed.jsonl#2: it is cut off"},
		{"cut.zip", "", "cut.zip: it is cut off"},
		{"cut.tar.gz", "cut.tar.gz!site/strike.html", "cut.tar.gz!site/election.html: it is cut off"},
		{"cut.html.gz", "", "cut.html.gz: it is cut off"},
		{"cut.xz", "", "cut.xz: it is cut off"},
		{"cut.zst", "", "cut.zst: it is cut off"},
		{"cut.bz2", "", "cut.bz2: it is cut off"},
		{"picture.png", "", "picture.png: cannot be read as an article: it is no text"},
		{"data.json", "", "data.json: cannot be read as an article: it is a JSON object without a field of text"},
		{"sitemap.xml", "", "sitemap.xml: cannot be read as an article: it is an XML document"},
		{"empty.txt", "", "empty.txt: there is no text in it"},
		{"../archives/week.zip", "week.zip!week/harbour.html week.zip!week/notes/court.txt", "week.zip!week/broken.json: it is cut off"},
		{"../archives/mixed.tar.xz", "mixed.tar.xz!science.md mixed.tar.xz!inner.zip!week/harbour.html mixed.tar.xz!inner.zip!week/notes/court.txt", "mixed.tar.xz!inner.zip!week/broken.json: it is cut off"},
	} {
		t.Run(c.file, func(t *testing.T) {
			in, err := os.Open(filepath.Join("testdata", "malformed", c.file))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			var ids, faults []string
			for a, err := range Open(in, Hint{Name: path.Base(c.file)}) {
				var known *Error
				switch {
				case err == nil && strings.Contains(a.ID, "://"):
					ids = append(ids, a.Path)
				case err == nil:
					ids = append(ids, a.ID)
				case !errors.As(err, &known):
					t.Errorf("%T, want *Error", err)
				default:
					faults = append(faults, err.Error())
				}
			}
			if got := strings.Join(ids, " "); got != c.articles {
				t.Errorf("articles %q, want %q", got, c.articles)
			}
			if len(faults) == 0 || !strings.HasPrefix(faults[0], c.fault) {
				t.Errorf("errors %q, want one that begins %q", faults, c.fault)
			}
		})
	}
}

// TestRemarks gives articles of which something could not be read.
func TestRemarks(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/court-gazette.html")
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string][]byte{
		"cut.html":  page[:bytes.Index(page, []byte("saddest"))],
		"date.json": []byte(`{"text": "A sentence.", "published": "the other day"}`),
		"date.eml":  []byte("MIME-Version: 1.0\nSubject: Water\nFrom: a@b.example\nDate: Sat, 3 Feb 2024 14:05:00 IST\n\nDo not drink it.\n"),
		"front.md":  []byte("---\ntitle: [\n---\nA sentence.\n"),
	} {
		n := 0
		for a, err := range Open(bytes.NewReader(source), Hint{Name: name}) {
			if err != nil || len(a.Remarks) != 1 || a.Text == "" {
				t.Errorf("%s: %+v, %v", name, a, err)
			}
			n++
		}
		if n != 1 {
			t.Errorf("%s: %d articles", name, n)
		}
	}
}

// TestLimits holds sources that ask for too much.
func TestLimits(t *testing.T) {
	zip := func(content []byte) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
		w.Close()
		return b.Bytes()
	}
	nested := []byte("A sentence.")
	for range 8 {
		nested = zip(nested)
	}
	deep := strings.Repeat("<div>", 5000) + "A sentence." + strings.Repeat("</div>", 5000)
	for name, source := range map[string]io.Reader{
		"large.txt":  io.LimitReader(letters{}, 1<<20+1),
		"large.gz":   bytes.NewReader(zip(bytes.Repeat([]byte("a "), 1<<20))),
		"nested.gz":  bytes.NewReader(nested),
		"large.json": strings.NewReader(`{"text": "` + strings.Repeat("a", 1<<20) + `"}`),
		"many.html":  strings.NewReader("<html><body>" + strings.Repeat("<p>A", maxElements)),
		"deep.xml":   strings.NewReader(`<nitf>` + strings.Repeat("<p>", 1000)),
	} {
		r := Reader{Limits: Limits{Document: 1 << 20}}
		var found error
		for _, err := range r.Open(source, Hint{Name: name}) {
			found = err
		}
		var limit *LimitError
		if !errors.As(found, &limit) {
			t.Errorf("%s: %v, want a LimitError", name, found)
		}
	}
	for a, err := range Open(strings.NewReader("<html><body>"+deep), Hint{Name: "deep.html"}) {
		if err == nil {
			t.Errorf("5,000 elements in one another: %q", a.Text)
		}
	}
}

// letters are an endless text.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "a "[i%2]
	}
	return len(p), nil
}

// TestRatio ends a stream that gives too much for what it has, and reads one that gives
// much.
func TestRatio(t *testing.T) {
	for ratio, want := range map[int64]bool{1: true, 100_000: false} {
		given := int64(freeBytes + 1<<20)
		b := &bounded{out: io.LimitReader(letters{}, given), packed: &counter{bytes: 1 << 10}, ratio: ratio}
		_, err := io.Copy(io.Discard, b)
		var limit *LimitError
		if errors.As(err, &limit) != want {
			t.Errorf("ratio %d: %v", ratio, err)
		}
	}
}

// TestLoopLeft stops in the midst of an archive.
func TestLoopLeft(t *testing.T) {
	for _, file := range []string{"archives/pages.tar.gz", "archives/week.zip", "warc/crawl.warc.gz", "feeds/gazette.rss", "tables/week.csv", "lines/plain.jsonl"} {
		in, err := os.Open(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for range Open(in, Hint{Name: file}) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d", file, n)
		}
		in.Close()
	}
}

// TestStream reads a ZIP archive that comes through a pipe.
func TestStream(t *testing.T) {
	content, err := os.ReadFile("testdata/archives/week.zip")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range Open(io.MultiReader(bytes.NewReader(content)), Hint{}) {
		if err == nil {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d articles, want 2", n)
	}
}

// ExampleReader_Open reads a feed of which one item has no text.
func ExampleReader_Open() {
	feed := strings.NewReader(`<rss version="2.0"><channel>
<item><guid>n1</guid><title>Fair opens</title><pubDate>Sat, 3 Feb 2024 14:05:00 GMT</pubDate><description>“It will rain,” Mara Quill said.</description></item>
<item><guid>n2</guid><title>Only a headline</title></item></channel></rss>`)
	var r Reader
	for a, err := range r.Open(feed, Hint{Name: "fair.rss"}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s, %s (%s): %s\n", a.ID, a.Published.Format("2 Jan 15:04"), a.Dated, a.Text)
	}
	// Output:
	// n1, 3 Feb 14:05 (published in the feed): “It will rain,” Mara Quill said.
	// fair.rss#2: the item has no text, only a headline and a link
}

package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// wholes say of each format whether a file is valid as a whole.
var wholes = map[export.Format]func(t *testing.T, data []byte){
	export.JSON:        isJSON,
	export.JSONLD:      isJSON,
	export.Annotations: isJSON,
	export.NDJSON: func(t *testing.T, data []byte) {
		for line := range bytes.Lines(data) {
			isJSON(t, line)
		}
	},
	export.CSV: func(t *testing.T, data []byte) {
		if _, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil || !bytes.HasPrefix(data, []byte("article,")) {
			t.Errorf("no table: %v", err)
		}
	},
	export.TimeML: func(t *testing.T, data []byte) {
		var file struct{ XMLName xml.Name }
		if err := xml.Unmarshal(data, &file); err != nil || file.XMLName.Local != "TimeML" {
			t.Errorf("no TimeML: %v", err)
		}
	},
	export.TimeMLZip: func(t *testing.T, data []byte) { unzipped(t, data) },
	export.BratZip:   func(t *testing.T, data []byte) { unzipped(t, data) },
	export.Brat:      func(*testing.T, []byte) {},
	export.CoNLL: func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("# global.columns = ")) || bytes.Count(data, []byte("global.columns")) != 1 {
			t.Error("the columns are not named once")
		}
	},
	export.HTMLZip: func(t *testing.T, data []byte) { unzipped(t, data) },
	export.HTML: func(t *testing.T, data []byte) {
		if page := string(data); !strings.HasPrefix(strings.ToLower(page), "<!doctype html>") || strings.Count(page, "</html>") != 1 {
			t.Error("no page")
		}
	},
	export.Markdown: func(*testing.T, []byte) {},
	export.Text:     func(*testing.T, []byte) {},
}

func isJSON(t *testing.T, data []byte) {
	if !json.Valid(data) {
		t.Errorf("no JSON: %.300s", data)
	}
}

// TestWholeFiles writes no document, one and several, with some that add nothing.
func TestWholeFiles(t *testing.T) {
	silent := testCase{"silent", "", verbatim.Parse("")}
	said := testCase{"said", "“We are here,” said Ana Lopez on Monday.", verbatim.Parse("“We are here,” said Ana Lopez on Monday.")}
	for _, format := range export.Formats() {
		whole, known := wholes[format]
		if !known {
			t.Errorf("nobody says when %s is whole", format)
			continue
		}
		for _, list := range [][]testCase{{}, {silent}, {said}, {silent, silent}, {silent, said, said}, {said, silent, said, silent}} {
			if len(list) < 2 || !format.Single() {
				whole(t, written(t, format, export.Options{}, list...))
			}
		}
	}
}

// TestSecondArticle refuses what a format cannot hold, and leaves the file whole.
func TestSecondArticle(t *testing.T) {
	for _, format := range export.Formats() {
		var out bytes.Buffer
		e := export.NewEncoder(&out, format, export.Options{})
		if err := e.Encode("", verbatim.Parse("")); err != nil {
			t.Fatal(err)
		}
		err := e.Encode("", verbatim.Parse(""))
		var second *export.SecondError
		if got := errors.As(err, &second); got != format.Single() {
			t.Errorf("%s: the error of a second article is %v", format, err)
		}
		if err := e.Close(); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		wholes[format](t, out.Bytes())
	}
}

// TestRecords makes the records on many goroutines: the file is the same.
func TestRecords(t *testing.T) {
	all := cases(t)[:20]
	for _, format := range export.Formats() {
		if format.Single() {
			continue
		}
		var out bytes.Buffer
		e := export.NewEncoder(&out, format, export.Options{})
		records := make([][]byte, len(all))
		var group sync.WaitGroup
		for n, c := range all {
			group.Go(func() {
				record, err := e.Record(c.text, c.doc)
				if err != nil {
					t.Error(err)
				}
				records[n] = record
			})
		}
		group.Wait()
		for _, record := range records {
			if err := e.WriteRecord(record); err != nil {
				t.Fatal(err)
			}
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), written(t, format, export.Options{}, all...)) {
			t.Errorf("%s: the file is another one", format)
		}
	}
}

// TestMismatch gives documents of other texts.
func TestMismatch(t *testing.T) {
	far, negative, one := verbatim.Span{Start: 1, End: 90}, verbatim.Span{Start: -1, End: 2}, 1
	for name, doc := range map[string]*verbatim.Document{
		"span":      {URLs: []verbatim.URL{{Span: far}}},
		"negative":  {Messages: []verbatim.Message{{Quote: verbatim.Quote{Content: []verbatim.Span{negative}}}}},
		"speaker":   {Messages: []verbatim.Message{{Speaker: &verbatim.Party{ID: 3}}}},
		"recipient": {Messages: []verbatim.Message{{Recipient: &verbatim.Party{ID: -1}}}},
		"address":   {Messages: []verbatim.Message{{URLs: []int{0}}}},
		"repeats":   {Messages: []verbatim.Message{{Repeats: &one}}},
		"time":      {Messages: []verbatim.Message{{Sent: &verbatim.MessageTime{Timestamp: &one}}}},
	} {
		for _, format := range export.Formats() {
			e := export.NewEncoder(io.Discard, format, export.Options{})
			var mismatch *export.MismatchError
			if err := e.Encode("a text", doc); !errors.As(err, &mismatch) {
				t.Errorf("%s as %s: %v", name, format, err)
			}
			if err := e.Encode("“We go,” said Ana.", verbatim.Parse("“We go,” said Ana.")); err != nil {
				t.Errorf("after it, %s does not go on: %v", format, err)
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, e := range []*export.Encoder{
		export.NewEncoder(io.Discard, "pdf", export.Options{}), export.NewEncoder(io.Discard, export.CSV, export.Options{Units: "words"}),
	} {
		var unknown *export.UnknownError
		if err := e.Encode("", verbatim.Parse("")); !errors.As(err, &unknown) {
			t.Errorf("Encode returns %v", err)
		}
		if err := e.Close(); !errors.As(err, &unknown) {
			t.Errorf("Close returns %v", err)
		}
	}
	if export.Format("pdf").Valid() || export.Format("pdf").Extension() != "" {
		t.Error("pdf is a format")
	}
}

// TestFormats has every format say what it is.
func TestFormats(t *testing.T) {
	for _, f := range export.Formats() {
		if !f.Valid() || !strings.HasPrefix(f.Extension(), ".") || f.MediaType() == "" || f.Summary() == "" {
			t.Errorf("%s: %q %q %q", f, f.Extension(), f.MediaType(), f.Summary())
		}
	}
}

// A fullWriter takes n bytes.
type fullWriter struct{ n int }

var errFull = errors.New("full")

func (w *fullWriter) Write(p []byte) (int, error) {
	if w.n -= len(p); w.n < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestWritingFails has the error of writing come out, at the latest with Close.
func TestWritingFails(t *testing.T) {
	const text = "“We are here,” said Ana Lopez on Monday."
	for _, format := range export.Formats() {
		for _, n := range []int{0, 10, 30} {
			e := export.NewEncoder(&fullWriter{n}, format, export.Options{})
			err := e.Encode(text, verbatim.Parse(text))
			if closed := e.Close(); err == nil {
				err = closed
			}
			if !errors.Is(err, errFull) {
				t.Errorf("%s into %d bytes: %v", format, n, err)
			}
		}
	}
}

// TestUnread gives each form the document of a text that was too long: an empty file
// would say that nobody speaks in it.
func TestUnread(t *testing.T) {
	const text = "“We go at noon,” said Ana Lopez."
	parser := verbatim.Parser{MaxBytes: 9}
	doc := parser.Parse(text)
	for _, format := range export.Formats() {
		var file bytes.Buffer
		err := export.NewEncoder(&file, format, export.Options{}).Encode(text, doc)
		var tooLong *verbatim.TooLongError
		switch refused := errors.As(err, &tooLong); format {
		case export.JSON, export.NDJSON:
			if err != nil || !strings.Contains(file.String(), `"unread"`) {
				t.Errorf("%s: %v, %s", format, err, file.String())
			}
		default:
			if !refused || file.Len() > 0 {
				t.Errorf("%s: %v, %q; want a *TooLongError and no file", format, err, file.String())
			}
		}
	}
}

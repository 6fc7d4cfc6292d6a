package workbook

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// written makes a workbook of the documents and opens it.
func written(t *testing.T, texts []string, docs []*verbatim.Document) *excelize.File {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.part")
	w, err := Create(file, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n, doc := range docs {
		if err := w.Encode(texts[n], doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// TestGoldenArticles reads back what CSV has too.
func TestGoldenArticles(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "testdata", "parse", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d golden articles: %v", len(paths), err)
	}
	var texts []string
	var docs []*verbatim.Document
	want, speakers := [][]string{export.Columns()}, 1
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(content), "---\n")
		doc := (&verbatim.Parser{Light: true}).Parse(text)
		doc.ID = filepath.Base(path)
		rows, err := export.Rows(text, doc, export.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		texts, docs, want, speakers = append(texts, text), append(docs, doc), append(want, rows...), speakers+len(doc.Speakers)
	}
	book := written(t, texts, docs)
	got, err := book.GetRows("messages")
	if err != nil {
		t.Fatal(err)
	}
	for n := range got { // cells at the end that are empty are left out
		got[n] = append(got[n], make([]string, len(want[0])-len(got[n]))...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the messages do not come back (-rows +read):\n%s", diff)
	}
	if got, err := book.GetRows("speakers"); err != nil || len(got) != speakers {
		t.Errorf("%d rows of speakers, error %v; want %d", len(got), err, speakers)
	}
	confidence, err := book.GetCellType("messages", "R2")
	if err != nil || confidence != excelize.CellTypeUnset && confidence != excelize.CellTypeNumber {
		t.Errorf("confidence is of type %v, error %v; want a number", confidence, err)
	}
}

// TestHostileText writes what a spreadsheet would run, and what XML cannot hold.
func TestHostileText(t *testing.T) {
	texts := []string{"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "<b>&amp;]]>", "_x0041_", "\x1b[31m\x00\u202e\xff", "a\nb\tc", strings.Repeat("🦊", 40000)}
	var docs []*verbatim.Document
	for _, text := range texts {
		docs = append(docs, &verbatim.Document{ID: text, Messages: []verbatim.Message{{Text: text}}, Speakers: []verbatim.Speaker{{Name: text}}})
	}
	book := written(t, texts, docs)
	for n, text := range texts {
		row := strconv.Itoa(n + 2)
		for _, cell := range []string{"A" + row, "Q" + row} {
			got, err := book.GetCellValue("messages", cell)
			want := shortened(export.Visible(text))
			if err != nil || got != want {
				t.Errorf("%s is %.40q, error %v; want %.40q", cell, got, err, want)
			}
			if formula, err := book.GetCellFormula("messages", cell); err != nil || formula != "" {
				t.Errorf("%s runs %q, error %v", cell, formula, err)
			}
		}
	}
}

func TestFull(t *testing.T) {
	w, err := Create(filepath.Join(t.TempDir(), "a.xlsx"), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w.messages.rows = maxRows
	var full *FullError
	if err := w.Encode("", &verbatim.Document{Messages: make([]verbatim.Message, 1)}); !errors.As(err, &full) {
		t.Errorf("a row too many: %v", err)
	}
	if err := w.Close(); !errors.As(err, &full) {
		t.Errorf("Close returns %v", err)
	}
}

// TestDocumentation compares the sheet of speakers with that of docs/exports.md.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "docs", "exports.md"))
	if err != nil {
		t.Fatal(err)
	}
	article := regexp.MustCompile("(?s)`reyes.txt`:\n\n```\n(.*?)```").FindStringSubmatch(string(page))
	sheet := regexp.MustCompile("(?s)\n## xlsx\n.*?```csv\n(.*?)```").FindStringSubmatch(string(page))
	if article == nil || sheet == nil {
		t.Fatal("docs/exports.md shows no sheet, or no article")
	}
	doc := verbatim.Parse(article[1])
	doc.ID = "reyes.txt"
	got, err := written(t, []string{article[1]}, []*verbatim.Document{doc}).GetRows("speakers")
	if err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(strings.NewReader(sheet[1])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/exports.md shows another sheet (-shown +written):\n%s", diff)
	}
}

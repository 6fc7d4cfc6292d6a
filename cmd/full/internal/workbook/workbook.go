// Package workbook writes documents as an Excel workbook: a sheet of messages with
// the columns of CSV, and one of speakers.
package workbook

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// maxRows is how many rows a sheet has, and maxCell how many UTF-16 units a cell
// (Excel specifications and limits).
const (
	maxRows = 1 << 20
	maxCell = 32767
)

// speakerColumns are the columns of the second sheet.
var speakerColumns = []string{"article", "speaker_id", "name", "kind", "titles", "roles", "aliases", "mentions"}

// A Writer writes one workbook.
type Writer struct {
	name               string
	unit               export.Unit
	book               *excelize.File
	messages, speakers *sheet
	err                error // what keeps the writer from going on
}

// A FullError tells that a sheet has no room for an article: Excel has 1,048,576
// rows a sheet.
type FullError struct{ Sheet string }

func (e *FullError) Error() string {
	return fmt.Sprintf("the sheet %s is full: Excel has no more than %d rows", e.Sheet, maxRows)
}

// Create begins the workbook, which is written to file when it is closed. Until
// then its rows are kept in a temporary file of the system's.
func Create(file string, options export.Options) (*Writer, error) {
	w := &Writer{name: file, unit: options.Units, book: excelize.NewFile()}
	var err error
	if err = w.book.SetSheetName("Sheet1", "messages"); err == nil {
		_, err = w.book.NewSheet("speakers")
	}
	bold, styleErr := w.book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err = errors.Join(err, styleErr); err == nil {
		w.messages, err = newSheet(w.book, "messages", bold, export.Columns())
	}
	if err == nil {
		w.speakers, err = newSheet(w.book, "speakers", bold, speakerColumns)
	}
	if err != nil {
		return nil, errors.Join(err, w.book.Close())
	}
	return w, nil
}

// Encode adds the document of a text. Its error is an [*export.MismatchError], after
// which the workbook goes on without the document, a [*FullError], or one of
// writing.
func (w *Writer) Encode(text string, doc *verbatim.Document) error {
	if w.err != nil {
		return w.err
	}
	rows, err := export.Rows(text, doc, w.unit)
	if err != nil {
		return err
	}
	for n, row := range rows {
		if w.err == nil {
			w.err = w.messages.add(cellsOf(&doc.Messages[n], row))
		}
	}
	for n := range doc.Speakers {
		if w.err == nil {
			w.err = w.speakers.add(speakerCells(doc.ID, n, &doc.Speakers[n]))
		}
	}
	return w.err
}

// cellsOf makes cells of the strings of a row; what is a number in it becomes one.
func cellsOf(m *verbatim.Message, row []string) []any {
	cells := make([]any, len(row))
	for k, column := range export.Columns() {
		cells[k] = row[k]
		if column == "confidence" {
			cells[k] = m.Confidence
		}
	}
	return cells
}

func speakerCells(article string, n int, s *verbatim.Speaker) []any {
	cells := []any{article, n, s.Name, string(s.Kind), strings.Join(s.Titles, "; "), strings.Join(s.Roles, "; "), strings.Join(s.Aliases, "; "), len(s.Mentions)}
	for k, cell := range cells {
		if text, is := cell.(string); is {
			cells[k] = export.Visible(text)
		}
	}
	return cells
}

// Close writes the file.
func (w *Writer) Close() error {
	err := w.err
	if err == nil {
		err = w.messages.stream.Flush()
	}
	if err == nil {
		err = w.speakers.stream.Flush()
	}
	if err == nil {
		err = w.save()
	}
	return errors.Join(err, w.book.Close())
}

// save writes the file, whatever the ending of its name, on which SaveAs insists.
func (w *Writer) save() error {
	file, err := os.Create(w.name)
	if err != nil {
		return err
	}
	_, err = w.book.WriteTo(file)
	return errors.Join(err, file.Close())
}

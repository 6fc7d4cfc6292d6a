package workbook

import (
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// A sheet is written row by row.
type sheet struct {
	name   string
	stream *excelize.StreamWriter
	rows   int
}

// newSheet begins a sheet with a row of headings that stays in view.
func newSheet(book *excelize.File, name string, heading int, columns []string) (*sheet, error) {
	stream, err := book.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for n, column := range columns {
		if err := stream.SetColWidth(n+1, n+1, width(column)); err != nil {
			return nil, err
		}
	}
	err = stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return nil, err
	}
	s := &sheet{name: name, stream: stream}
	cells := make([]any, len(columns))
	for n, column := range columns {
		cells[n] = excelize.Cell{StyleID: heading, Value: column}
	}
	return s, s.add(cells)
}

// width is how many characters of a column are shown.
func width(column string) float64 {
	switch column {
	case "text":
		return 80
	case "article", "speaker", "recipient", "name", "urls", "roles", "aliases":
		return 28
	}
	return 14
}

// add adds a row. A string is text, whatever it begins with; one that is longer than a
// cell may be ends with an ellipsis.
func (s *sheet) add(cells []any) error {
	if s.rows == maxRows {
		return &FullError{s.name}
	}
	s.rows++
	for n, cell := range cells {
		if text, is := cell.(string); is {
			cells[n] = shortened(text)
		}
	}
	at, err := excelize.CoordinatesToCellName(1, s.rows)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, cells)
}

// shortened is text, as far as it fits into a cell.
func shortened(text string) string {
	if len(text) <= maxCell {
		return text
	}
	units := 0
	for at, r := range text {
		if units += utf16.RuneLen(r); units >= maxCell {
			return text[:at] + "…"
		}
	}
	return text
}

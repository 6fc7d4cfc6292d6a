package verbatimbeam

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/verbatim-news/verbatim/internal/published"
)

// parquetMagic is what a Parquet file begins with.
const parquetMagic = "PAR1"

// readParquet reads a file of rows. Such a file is read from its end: one of a storage
// that gives bytes in their order alone is copied to a temporary file. head gives all
// bytes of stored, of which some have been read.
func (f *finding) readParquet(stored, head io.Reader) error {
	local, ok := stored.(*os.File)
	if !ok {
		copied, err := os.CreateTemp("", "verbatim-*.parquet")
		if err != nil {
			return err
		}
		defer func() {
			_ = copied.Close() // it was written to be read, and is read
			_ = os.Remove(copied.Name())
		}()
		if _, err := io.Copy(copied, head); err != nil {
			return err
		}
		local = copied
	}
	info, err := local.Stat()
	if err != nil {
		return err
	}
	row := 0
	if err := f.readRows(local, info.Size(), &row); err != nil {
		f.fail("", row+1, fmt.Errorf("reading: %w", err))
	}
	return nil
}

// readRows reads all rows, and counts them in row. A fault of the library, as broken
// files may bring about, is an error.
func (f *finding) readRows(in io.ReaderAt, size int64, row *int) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("internal error: %v", fault)
		}
	}()
	file, err := parquet.OpenFile(in, size)
	if err != nil {
		return err
	}
	columns, err := columnsOf(file.Schema())
	if err != nil {
		return err
	}
	for _, group := range file.RowGroups() {
		if err := f.readGroup(group, columns, row); err != nil {
			return err
		}
	}
	return nil
}

// rowsAtOnce is how many rows are held in memory.
const rowsAtOnce = 64

func (f *finding) readGroup(group parquet.RowGroup, columns *columns, row *int) (err error) {
	rows := parquet.ConvertRowGroup(group, columns.conversion).Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, rowsAtOnce)
	for {
		n, err := rows.ReadRows(buffer)
		for _, values := range buffer[:n] {
			*row++
			f.giveRow(columns, values, *row)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// giveRow hands out the article of a row, or a failure.
func (f *finding) giveRow(columns *columns, values parquet.Row, row int) {
	article := Article{Line: row}
	var (
		text  parquet.Value
		found bool
		odd   error
	)
	for _, value := range values {
		switch column := columns.at(value.Column()); {
		case value.IsNull() || column == nil:
		case column.name == "id":
			article.ID = column.number(value)
		case column.name == "text":
			text, found = value, true
		default:
			article.Published, odd = column.date(value, f.zone)
		}
	}
	switch {
	case !utf8.ValidString(article.ID):
		f.fail("", row, errors.New("id is not UTF-8"))
	case !found:
		f.fail(article.ID, row, errors.New(`no "text"`))
	case len(text.ByteArray()) > f.limit:
		f.fail(article.ID, row, fmt.Errorf("longer than %d bytes", f.limit))
	case !utf8.Valid(text.ByteArray()):
		f.fail(article.ID, row, errors.New("text is not UTF-8"))
	default:
		article.Text = string(text.ByteArray())
		f.give(article, odd)
	}
}

// columns are those of a file that make an article.
type columns struct {
	conversion parquet.Conversion // to rows of these alone
	list       []column
}

// A column is one of them.
type column struct {
	name string
	kind parquet.Kind
	form *format.LogicalType // nil where a file has the kind alone
	at   int
}

// columnsOf finds the columns of a file.
func columnsOf(file *parquet.Schema) (*columns, error) {
	wanted := parquet.Group{}
	for _, name := range []string{"id", "text", "published"} {
		leaf, ok := file.Lookup(name)
		if !ok {
			continue
		}
		if leaf.Node.Repeated() {
			return nil, fmt.Errorf("the column %s is a list", name)
		}
		if kind := leaf.Node.Type().Kind(); !takes(name, kind) {
			return nil, fmt.Errorf("the column %s is %s", name, leaf.Node.Type())
		}
		wanted[name] = leaf.Node
	}
	if wanted["text"] == nil {
		return nil, errors.New("there is no column text")
	}
	schema := parquet.NewSchema("article", wanted)
	conversion, err := parquet.Convert(schema, file)
	if err != nil {
		return nil, err
	}
	found := &columns{conversion: conversion}
	for name, node := range wanted {
		leaf, _ := schema.Lookup(name)
		found.list = append(found.list, column{name: name, kind: node.Type().Kind(), form: node.Type().LogicalType(), at: leaf.ColumnIndex})
	}
	return found, nil
}

// takes reports whether a column may have values of a kind.
func takes(name string, kind parquet.Kind) bool {
	switch kind {
	case parquet.ByteArray:
		return true
	case parquet.Int32, parquet.Int64:
		return name != "text"
	case parquet.Int96, parquet.Double:
		return name == "published"
	}
	return false
}

func (c *columns) at(index int) *column {
	for i := range c.list {
		if c.list[i].at == index {
			return &c.list[i]
		}
	}
	return nil
}

// number is the value of a text, or of a whole number, as it would be written.
func (c *column) number(value parquet.Value) string {
	if c.kind == parquet.ByteArray {
		return string(value.ByteArray())
	}
	return strconv.FormatInt(value.Int64(), 10)
}

// date is the value of a time in a form that [Article] takes, or what is wrong with it.
func (c *column) date(value parquet.Value, zone *time.Location) (string, error) {
	text := ""
	switch {
	case c.kind == parquet.Int96:
		return written(timeOf96(value)), nil
	case c.timestamp() != nil:
		return written(timeOf(value.Int64(), c.timestamp(), zone)), nil
	case c.isDay():
		return time.Unix(0, 0).UTC().AddDate(0, 0, int(value.Int32())).Format(time.DateOnly), nil
	case c.kind == parquet.Double:
		text = strconv.FormatFloat(value.Double(), 'f', -1, 64)
	default:
		text = c.number(value)
	}
	when, err := published.Parse(text, zone)
	if err != nil {
		return "", fmt.Errorf("published: %w", err)
	}
	return written(when), nil
}

// timestamp is the form of a column of timestamps, or nil.
func (c *column) timestamp() *format.TimestampType {
	if c.form == nil {
		return nil
	}
	form, _ := c.form.Value.(*format.TimestampType)
	return form
}

// isDay reports whether the values are days since 1970.
func (c *column) isDay() bool {
	if c.form == nil {
		return false
	}
	_, ok := c.form.Value.(*format.DateType)
	return ok
}

// timeOf is the time of a timestamp. One that is not adjusted to UTC is what a clock
// of the zone showed.
func timeOf(count int64, form *format.TimestampType, zone *time.Location) time.Time {
	var when time.Time
	switch form.Unit.Value.(type) {
	case *format.MilliSeconds:
		when = time.UnixMilli(count)
	case *format.MicroSeconds:
		when = time.UnixMicro(count)
	default:
		when = time.Unix(0, count)
	}
	when = when.UTC()
	if form.IsAdjustedToUTC {
		return when
	}
	return time.Date(when.Year(), when.Month(), when.Day(), when.Hour(), when.Minute(), when.Second(), when.Nanosecond(), zone)
}

// timeOf96 is the time of the twelve bytes that Hive and Spark write: nanoseconds of
// the day, and the Julian day.
func timeOf96(value parquet.Value) time.Time {
	const julianDay = 2440588 // of 1 January 1970
	stored := value.Int96()
	nanoseconds := uint64(stored[1])<<32 | uint64(stored[0])
	day := int64(stored[2]) - julianDay
	return time.Unix(day*int64(24*time.Hour/time.Second), int64(min(nanoseconds, math.MaxInt64))).UTC()
}

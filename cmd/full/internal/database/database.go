// Package database writes documents as a SQLite database: tables of articles,
// messages, speakers, times and addresses, with full-text search over the words of the
// messages, as Datasette and SQL read them. schema.sql describes the tables.
package database

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"

	_ "modernc.org/sqlite"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

//go:embed schema.sql
var schema string

//go:embed indexes.sql
var indexes string

// A Writer writes one database.
type Writer struct {
	database *sql.DB
	rows     *rows // of the transaction under way
	unit     export.Unit
	err      error // what keeps the writer from going on
}

// Create begins the database in an empty or absent file. Spans count runes, as
// SQL's substr does, unless options say otherwise. What is written is of use once
// it is closed without an error: until then there is no journal that would keep
// a half-written file in order.
func Create(file string, options export.Options) (*Writer, error) {
	w := &Writer{unit: options.Units}
	if w.unit == "" {
		w.unit = export.Runes
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	source := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: "_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)"}
	if w.database, err = sql.Open("sqlite", source.String()); err != nil {
		return nil, err
	}
	w.database.SetMaxOpenConns(1) // pragmas and transaction are those of a connection
	if _, err = w.database.Exec(schema); err == nil {
		w.rows, err = begin(w.database)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", file, err), w.database.Close())
	}
	return w, nil
}

// Encode writes the document of a text. Its error is an [*export.MismatchError],
// after which the database goes on without the document, or one of writing.
func (w *Writer) Encode(text string, doc *verbatim.Document) error {
	if w.err != nil {
		return w.err
	}
	if err := export.Check(text, doc); err != nil {
		return err
	}
	w.err = w.rows.add(text, doc, w.unit)
	return w.err
}

// Close ends the database: its indexes and the search are made now.
func (w *Writer) Close() error {
	err := w.err
	if err == nil {
		err = w.rows.commit()
	}
	if err == nil {
		_, err = w.database.Exec(indexes)
	}
	return errors.Join(err, w.database.Close())
}

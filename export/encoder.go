package export

import (
	"fmt"
	"io"

	"github.com/verbatim-news/verbatim"
)

// Options are the choices that a format leaves open. Its zero value counts
// bytes and uses no colours.
type Options struct {
	// Units is what spans count, where a format has spans and its standard does
	// not say what they count: those of [Annotations], [Brat] and [BratZip] are
	// always [Runes].
	Units Unit
	// Color has [Text] mark with colours what a reader looks for first. It is
	// for terminals.
	Color bool
}

// An Encoder writes documents as one file.
type Encoder struct {
	w       io.Writer
	form    *form
	options Options
	given   int      // articles
	records int      // of those, what has added something
	archive *archive // for formats that are archives
	invalid error    // what is wrong with format or options
	err     error    // what keeps the encoder from going on
}

// An UnknownError tells of a [Format] or a [Unit] that is none.
type UnknownError struct{ Name string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("export: %q is no format and no unit", e.Name)
}

// A SecondError tells that a second article was given to a format that holds one
// a file.
type SecondError struct{ Format Format }

func (e *SecondError) Error() string {
	return fmt.Sprintf("export: a file in the format %s holds one article; %s-zip holds many", e.Format, e.Format)
}

// NewEncoder returns an encoder that writes to w, which it never closes. A format
// or unit that is none is the error of whatever is called first.
func NewEncoder(w io.Writer, format Format, options Options) *Encoder {
	e := &Encoder{w: w, form: format.known(), options: options}
	switch {
	case !format.Valid():
		e.invalid = &UnknownError{string(format)}
	case options.Units != "" && !options.Units.Valid():
		e.invalid = &UnknownError{string(options.Units)}
	case e.form.archive:
		e.archive = newArchive(w)
	}
	e.err = e.invalid
	return e
}

// Encode writes the document of a text. The error is one of writing, a
// [*MismatchError], a [*SecondError], of [HTML] a [*verbatim.ValidationError], and of
// all but [JSON] and [NDJSON], which tell of it, the [verbatim.Document.Err] of a text
// that was not read; after one of writing the file is of no use, after another it goes on without this document.
func (e *Encoder) Encode(text string, doc *verbatim.Document) error {
	record, err := e.Record(text, doc)
	if err != nil {
		return err
	}
	return e.WriteRecord(record)
}

// Record returns what the document of a text adds to the file, for
// [Encoder.WriteRecord]. It writes nothing and may be called by many goroutines
// at once. The record of [JSON] is by itself what a file of this one document
// would be to those who want no array.
func (e *Encoder) Record(text string, doc *verbatim.Document) ([]byte, error) {
	if e.invalid != nil {
		return nil, e.invalid
	}
	if err := Check(text, doc); err != nil {
		return nil, err
	}
	if err := doc.Err(); err != nil && e.form.format != JSON && e.form.format != NDJSON {
		return nil, err // an article that nobody has read is none in which nobody speaks
	}
	return e.form.record(newArticle(text, doc, e.form, e.options))
}

// WriteRecord writes a record that [Encoder.Record] of the same encoder has made.
// Records are written in the order of the calls, each with one Write to the
// writer.
func (e *Encoder) WriteRecord(record []byte) error {
	switch {
	case e.err != nil:
		return e.err
	case e.form.single && e.given > 0:
		return &SecondError{e.form.format}
	}
	e.given++
	if len(record) == 0 { // of an article that adds nothing
		return nil
	}
	before := e.form.between
	if e.records == 0 {
		before = e.form.head
	}
	e.records++
	if e.archive != nil {
		e.err = e.archive.add(record)
		return e.err
	}
	if before != "" {
		record = append([]byte(before), record...)
	}
	_, e.err = e.w.Write(record)
	return e.err
}

// Close writes what stands at the end of the file. It does not close the
// writer. The encoder is of no further use.
func (e *Encoder) Close() error {
	if e.err != nil {
		return e.err
	}
	if e.archive != nil {
		return e.archive.close(e.form.beside...)
	}
	rest := e.form.foot
	if e.records == 0 {
		if rest = e.form.none; rest == "" {
			rest = e.form.head + e.form.foot
		}
	}
	if rest == "" {
		return nil
	}
	_, err := io.WriteString(e.w, rest)
	return err
}

package command

import (
	"io"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// A record is a document made ready to be written: its bytes, or, for a format
// that makes none, the document itself.
type record struct {
	bytes []byte
	text  string
	doc   *verbatim.Document
}

// A renderer makes the record of the document of a text.
type renderer func(text string, doc *verbatim.Document) (record, error)

// renderLine is the renderer of NDJSON.
func renderLine(text string, doc *verbatim.Document) (record, error) {
	bytes, err := export.NewEncoder(io.Discard, export.NDJSON, export.Options{}).Record(text, doc)
	return record{bytes: bytes}, err
}

// documents puts records, in order, into one output.
type documents struct {
	encoder *export.Encoder // nil for a format that the program has added
	bare    io.Writer       // in place of all that stands around the records; nil for none
	added   Encoder
	file    *wholeFile // nil where the output is not a file of this writer
}

// documentsTo begins an output that goes to out.
func (f *form) documentsTo(out io.Writer) *documents {
	if format := export.Format(f.name); format != formatJSONBare {
		return &documents{encoder: export.NewEncoder(out, format, f.options)}
	}
	return &documents{encoder: export.NewEncoder(out, export.JSON, f.options), bare: out}
}

// documentsIn begins an output that is a file, which appears under its name when
// it is whole.
func (f *form) documentsIn(name string) (*documents, error) {
	file, err := createWhole(name)
	if err != nil {
		return nil, err
	}
	format, added := f.addedFormat()
	if !added {
		d := f.documentsTo(file)
		d.file = file
		return d, nil
	}
	path, err := file.path()
	if err != nil {
		file.abandon()
		return nil, err
	}
	encoder, err := format.Create(path, f.options)
	if err != nil {
		file.abandon()
		return nil, err
	}
	return &documents{added: encoder, file: file}, nil
}

// render makes a record ready. Any number of goroutines may call it at once.
func (d *documents) render(text string, doc *verbatim.Document) (record, error) {
	if d.encoder == nil {
		return record{text: text, doc: doc}, nil
	}
	bytes, err := d.encoder.Record(text, doc)
	return record{bytes: bytes}, err
}

// write writes a record.
func (d *documents) write(r record) (err error) {
	switch {
	case d.bare != nil:
		_, err = d.bare.Write(r.bytes)
	case d.encoder != nil:
		err = d.encoder.WriteRecord(r.bytes)
	default:
		err = d.added.Encode(r.text, r.doc)
	}
	return err
}

// close ends the output. A file appears under its name.
func (d *documents) close() error {
	switch {
	case d.bare != nil:
	case d.encoder != nil:
		if err := d.encoder.Close(); err != nil {
			d.abandonFile()
			return err
		}
	default:
		if err := d.added.Close(); err != nil {
			d.abandonFile()
			return err
		}
	}
	if d.file == nil {
		return nil
	}
	return d.file.commit()
}

// abandon leaves no file behind.
func (d *documents) abandon() {
	if d.added != nil {
		_ = d.added.Close() // whatever ended the work has been reported
	}
	d.abandonFile()
}

func (d *documents) abandonFile() {
	if d.file != nil {
		d.file.abandon()
	}
}

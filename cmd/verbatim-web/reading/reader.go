package reading

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

// A Reader reads articles. It keeps the last one with its document, so that who
// asks for the page of an article and then for its record waits once. Its zero
// value is ready to use, by one goroutine at a time.
type Reader struct {
	text, options string // of the document, as they were given
	document      *verbatim.Document
}

// Parse returns the record of a text as JSON in one line, its spans in the units
// of the options. An error is of type [*OptionError], or a fault of the library.
func (r *Reader) Parse(text, options string) (record string, err error) {
	defer recovered(&err)
	o, err := r.read(text, options)
	if err != nil {
		return "", err
	}
	if count := o.Units.of(text); count != nil {
		// What is kept counts bytes.
		var kept []verbatim.Span
		for span := range r.document.AllSpans() {
			kept = append(kept, *span)
			*span = count(*span)
		}
		defer func() {
			for span := range r.document.AllSpans() {
				*span, kept = kept[0], kept[1:]
			}
		}()
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r.document); err != nil {
		return "", err
	}
	return strings.TrimSuffix(out.String(), "\n"), nil
}

// Page returns the HTML of the page that shows a text with its record.
func (r *Reader) Page(text, options string) (html string, err error) {
	defer recovered(&err)
	o, err := r.read(text, options)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	if err := htmlview.Write(&out, text, r.document, htmlview.Options{Title: o.Title}); err != nil {
		return "", err
	}
	return out.String(), nil
}

// Flatten returns a text without its marks and capitals.
func (r *Reader) Flatten(text string) (flat string, err error) {
	defer recovered(&err)
	return verbatim.Flatten(text).Text, nil
}

// Version returns the version of the library.
func (r *Reader) Version() string { return verbatim.Version }

// read has the document of a text in r.
func (r *Reader) read(text, options string) (Options, error) {
	o, err := readOptions(options)
	if err != nil {
		return o, err
	}
	key, err := o.key()
	if err != nil {
		return o, err
	}
	if r.document != nil && r.text == text && r.options == key {
		r.document.ID = o.ID
		return o, nil
	}
	parser, err := o.parser()
	if err != nil {
		return o, err
	}
	r.document = nil // what is left of it if the library fails
	doc := parser.Parse(text)
	doc.ID = o.ID
	r.text, r.options, r.document = text, key, doc
	return o, nil
}

// key returns what of the options a document depends on.
func (o Options) key() (string, error) {
	o.ID, o.Units, o.Title = "", "", ""
	key, err := json.Marshal(o)
	return string(key), err
}

// recovered makes a fault of the library an error.
func recovered(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("internal error: %v", fault)
	}
}

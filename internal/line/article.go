// Package line reads lines of JSON, each of which is an article: what verbatim batch
// takes, and what a pipeline that is to give the same answers has to take.
package line

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/published"
)

// An Article is what a line says.
type Article struct {
	ID        string
	Text      string
	Published time.Time // zero where it is not known
}

// Parse reads one line, with or without its end. Of a line that cannot be answered
// it returns the error, and an article with the ID alone, if that could be read.
// A remark is about a line that is answered all the same. A date without a zone is
// one of the zone given, or of UTC.
func Parse(line []byte, zone *time.Location) (article Article, remark, err error) {
	var f fields
	err = f.read(bytes.TrimRight(bytes.TrimPrefix(line, []byte("\ufeff")), "\r\n"))
	if f.id.isName() {
		article.ID = f.id.value
	}
	if at := invalidByte(line); at < len(line) {
		err = fmt.Errorf("byte %d is not UTF-8", at)
	}
	if err == nil {
		err = f.fault()
	}
	if err != nil {
		return article, nil, err
	}
	article.Text = f.text.value
	article.Published, remark = publishedField(&f.published, zone)
	if f.text.halved {
		remark = errors.Join(remark, errors.New(`text: half of a pair of \u escapes is read as U+FFFD`))
	}
	return article, remark, nil
}

// IsArticle reports whether a line is an object of JSON with a text.
func IsArticle(line []byte) bool {
	var f fields
	return bytes.Contains(line, []byte(`"text"`)) && f.read(bytes.TrimPrefix(line, []byte("\ufeff"))) == nil && f.text.kind == kindString
}

// invalidByte returns where the first byte stands that is not UTF-8, or the
// length of line.
func invalidByte(line []byte) int {
	if utf8.Valid(line) {
		return len(line)
	}
	at := 0
	for {
		r, size := utf8.DecodeRune(line[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
}

// The fields of a line. A name counts letter by letter, as in JSON itself:
// "Text" is another one than "text". Others are ignored.
type fields struct {
	id, text, published field
	almostText          string // a name that is "text" but for its capitals
}

// read reads the object of a line. The error is about its grammar; whether the
// values are what they should be is left to fault and date.
func (f *fields) read(line []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(line))
	start, err := decoder.Token()
	switch {
	case err != nil:
		return inLine(err)
	case start != json.Delim('{'):
		return fmt.Errorf("%s is no article", kindOf(bytes.TrimLeft(line, " \t")))
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return inLine(err)
		}
		if err := decoder.Decode(f.named(name.(string))); err != nil {
			return inLine(err)
		}
	}
	if _, err := decoder.Token(); err != nil {
		return inLine(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("something follows the object")
	}
	return nil
}

// inLine says of the end of the input that it is that of the line.
func inLine(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the line ends within the object")
	}
	return err
}

// named returns where the value of that name goes.
func (f *fields) named(name string) *field {
	switch name {
	case "id":
		return &f.id
	case "text":
		return &f.text
	case "published":
		return &f.published
	}
	if strings.EqualFold(name, "text") {
		f.almostText = name
	}
	return new(field)
}

// fault returns what keeps the line from being answered.
func (f *fields) fault() error {
	switch {
	case f.id.count > 1:
		return errors.New("id is given more than once")
	case f.text.count > 1:
		return errors.New("text is given more than once")
	case f.published.count > 1:
		return errors.New("published is given more than once")
	case !f.id.isAbsent() && f.id.kind != kindString && f.id.kind != kindNumber:
		return fmt.Errorf("id is %s, neither a string nor a number", f.id.kind)
	case f.id.halved:
		return errors.New(`id holds half of a pair of \u escapes`)
	case f.text.isAbsent() && f.almostText != "":
		return fmt.Errorf(`no "text", though %q`, f.almostText)
	case f.text.isAbsent():
		return errors.New(`no "text"`)
	case f.text.kind != kindString:
		return fmt.Errorf("text is %s, not a string", f.text.kind)
	}
	return nil
}

// publishedField reads the date in a field: a string, or a number of seconds or
// milliseconds since 1970.
func publishedField(f *field, zone *time.Location) (time.Time, error) {
	if !f.isAbsent() && f.kind != kindString && f.kind != kindNumber {
		return time.Time{}, fmt.Errorf("published is %s, neither a string nor a number", f.kind)
	}
	when, err := published.Parse(f.value, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("published: %w", err)
	}
	return when, nil
}

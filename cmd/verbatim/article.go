package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/verbatim-news/verbatim"
)

// An articleLine is one line of batch input.
type articleLine struct {
	ID        articleID       `json:"id"`
	Text      *string         `json:"text"`
	Published json.RawMessage `json:"published"`
}

// An articleID is the caller's name for an article: a string, or a number that
// is kept as it was written.
type articleID string

func (id *articleID) UnmarshalJSON(data []byte) error {
	switch {
	case data[0] == '"':
		return json.Unmarshal(data, (*string)(id))
	case data[0] == '-' || '0' <= data[0] && data[0] <= '9':
		*id = articleID(data)
	case string(data) != "null":
		return errors.New("id is neither a string nor a number")
	}
	return nil
}

// answer parses the article of the line. A fault of the parser costs this
// article alone.
func (j *job) answer(parser verbatim.Parser) {
	defer func() {
		if fault := recover(); fault != nil {
			j.output, j.err = nil, fmt.Errorf("internal error: %v", fault)
		}
	}()
	var article articleLine
	if err := json.Unmarshal(bytes.TrimPrefix(j.line, []byte("\ufeff")), &article); err != nil {
		j.err = plainError(err)
		return
	}
	j.line = nil
	if article.Text == nil {
		j.err = errors.New(`no "text"`)
		return
	}
	if article.Published != nil {
		var published string
		err := json.Unmarshal(article.Published, &published)
		if err == nil {
			parser.Published, err = parsePublished(published)
		}
		if err != nil {
			j.err = fmt.Errorf("published: %w", plainError(err))
		}
	}
	doc := parser.Parse(*article.Text)
	doc.ID = string(article.ID)
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(doc); err != nil {
		j.err = err
		return
	}
	j.output = out.Bytes()
}

// plainError says in the words of the input what encoding/json says in those
// of Go.
func plainError(err error) error {
	var wrong *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &wrong):
		return err
	case wrong.Field != "":
		return fmt.Errorf("%s is a %s, not a string", wrong.Field, wrong.Value)
	case wrong.Type.Kind() == reflect.String:
		return fmt.Errorf("a %s is no string", wrong.Value)
	}
	return fmt.Errorf("a JSON %s is no article", wrong.Value)
}

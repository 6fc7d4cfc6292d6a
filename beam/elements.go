package verbatimbeam

import (
	"encoding/json"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/verbatim-news/verbatim"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Article]())
	beam.RegisterType(reflect.TypeFor[Record]())
	beam.RegisterType(reflect.TypeFor[Failure]())
	register.Emitter1[Article]()
	register.Emitter1[Record]()
	register.Emitter1[Failure]()
	register.Iter1[string]()
}

// An Article is an element of a collection that [Parse] takes. Text alone is needed.
type Article struct {
	ID   string // the caller's name for it
	Text string // UTF-8; spans of the record count its bytes
	// Published is when it was published, as "verbatim batch" takes it: RFC 3339, "3 Feb
	// 2024 14:05", seconds since 1970 and others. Empty is not known.
	Published string
	File      string // where it was found, for a [Failure]
	Line      int    // in that file, from 1: the line, or the row; 0 is not known
}

// A Record is what was read of an article.
type Record struct {
	ID   string // that of the article
	JSON string // a line of docs/document.schema.json, without its line feed
}

// Document returns the record as a value. The error is one of [json.Unmarshal] and says
// that JSON is none of this package's.
func (r Record) Document() (*verbatim.Document, error) {
	doc := new(verbatim.Document)
	if err := json.Unmarshal([]byte(r.JSON), doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// A Failure stands for an article that could not be read, or for the rest of a file.
// Its JSON is the failure of docs/batch.schema.json.
type Failure struct {
	ID    string `json:"id,omitzero"`   // of the article, if it could be read
	File  string `json:"file,omitzero"` // where it stands
	Line  int    `json:"line"`          // in that file, from 1: the line, or the row
	Error string `json:"error"`         // why, in words for people
}

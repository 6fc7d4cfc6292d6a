package ingest

import "fmt"

// An Error tells what could not be read. The rest of the source is read all the same,
// unless nothing can be found behind the fault.
type Error struct {
	Path   string // as in Article
	Format string // what it is or was taken for, such as "gzip" or "html"; empty if unknown
	Err    error
}

func (e *Error) Error() string {
	if e.Path == "" {
		return e.Err.Error()
	}
	return e.Path + ": " + e.Err.Error()
}

func (e *Error) Unwrap() error { return e.Err }

// A LimitError tells that a source holds more than the Limits allow.
type LimitError struct {
	What  string // what there is too much of, such as "bytes of one document"
	Limit int64
}

func (e *LimitError) Error() string { return fmt.Sprintf("more than %d %s", e.Limit, e.What) }

// An UnknownError tells that a source is of a kind that no reader takes: a picture,
// a spreadsheet.
type UnknownError struct {
	Kind string // for the end of a sentence: "a JSON object without a field text"
}

func (e *UnknownError) Error() string { return "cannot be read as an article: it is " + e.Kind }

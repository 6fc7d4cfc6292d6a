package command

import (
	"errors"
	"runtime/debug"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
	"github.com/verbatim-news/verbatim/export"
)

// largeLine is from how many bytes of a line the memory that reading it took is
// given back to the system at once, and not when it turns out not to be needed.
const largeLine = 2 << 20

// recordLines is the sink of batch: it writes the record of each job, reports what
// was wrong, and knows how far the output has come.
type recordLines struct {
	lines    lineWriter
	records  *documents
	failures bool            // what could not be read has a line in the output
	added    int64           // bytes that the job under way has added
	output   *journal.Output // nil for standard output
	streams  Streams
	files    []input.File // the inputs
	progress *progress
	large    bool             // among the lines gathered is the answer to a large one
	at       journal.Position // of the lines gathered
	written  journal.Position // of the lines written
}

func (r *recordLines) deliver(j *job) error {
	r.added = 0
	fault := j.err
	if fault == nil {
		if fault = r.records.write(j.output); !isOfArticle(fault) {
			return written(fault)
		}
	}
	at := r.at
	at.Input, at.Line, at.Sum = j.place.input, j.place.line, j.sum
	at.Read += int64(j.size)
	for _, fault := range []error{j.remark, fault} {
		if fault != nil {
			r.streams.report("%s: %s", j.place, oneLine(fault))
		}
	}
	switch {
	case j.broken:
		at.Broken++
	case fault != nil:
		at.Failed++
	case j.remark != nil:
		at.Remarked++
	}
	switch {
	case fault == nil:
		at.Articles++
	case r.failures:
		line, err := failureLine(j.place, len(r.files) > 1, fault)
		if err != nil {
			return err
		}
		if _, err := r.Write(line); err != nil {
			return err
		}
	}
	at.Written += r.added
	r.at = at
	r.large = r.large || j.size > largeLine
	r.progress.answered(at)
	return nil
}

// Write gathers what the job under way adds to the output.
func (r *recordLines) Write(line []byte) (int, error) {
	if r.lines.isFull(line) {
		if err := r.flush(); err != nil {
			return 0, err
		}
	}
	r.lines.add(line)
	r.added += int64(len(line))
	return len(line), nil
}

// close ends an output that is whole.
func (r *recordLines) close() error {
	r.added = 0
	if err := r.records.close(); err != nil {
		return written(err)
	}
	r.at.Written += r.added
	if file := r.records.file; file != nil {
		r.at.Written = file.size
	}
	r.at.Done = r.written.Done
	return r.flush()
}

func (r *recordLines) flush() error {
	if r.written == r.at {
		return nil
	}
	if _, err := r.lines.flush(); err != nil {
		return &writeError{err}
	}
	r.written = r.at
	if r.large {
		r.large = false
		debug.FreeOSMemory()
	}
	if r.output != nil {
		r.output.Note(r.written)
	}
	return nil
}

// place returns the place of a position.
func (r *recordLines) place(at journal.Position) place {
	return place{input: at.Input, file: fileName(r.files[at.Input].Name), line: at.Line}
}

// A writeError is an error of writing the output.
type writeError struct{ error }

func (e *writeError) Unwrap() error { return e.error }

// written says of an error of writing that it is one, unless it is one of the
// article alone; nil stays nil.
func written(err error) error {
	var already *writeError
	if isOfArticle(err) || errors.As(err, &already) {
		return err
	}
	return &writeError{err}
}

// isOfArticle reports whether the output goes on after an error of adding an article
// to it, as it does without one.
func isOfArticle(err error) bool {
	var (
		second   *export.SecondError
		mismatch *export.MismatchError
	)
	return err == nil || errors.As(err, &second) || errors.As(err, &mismatch)
}

package command

import (
	"runtime/debug"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
)

// largeLine is from how many bytes of a line the memory that reading it took is
// given back to the system at once, and not when it turns out not to be needed.
const largeLine = 2 << 20

// recordLines is the sink of batch: it writes a line for each job, reports what was
// wrong, and knows how far the output has come.
type recordLines struct {
	lines    lineWriter
	output   *journal.Output // nil for standard output
	streams  Streams
	files    []input.File // the inputs
	progress *progress
	large    bool             // among the lines gathered is the answer to a large one
	at       journal.Position // of the lines gathered
	written  journal.Position // of the lines written
}

func (r *recordLines) deliver(j *job) error {
	for _, fault := range []error{j.remark, j.err} {
		if fault != nil {
			r.streams.report("%s: %s", j.place, oneLine(fault))
		}
	}
	line := j.output
	if j.err != nil {
		var err error
		if line, err = failureLine(j.place, len(r.files) > 1, j.err); err != nil {
			return err
		}
	}
	if r.lines.isFull(line) {
		if err := r.flush(); err != nil {
			return err
		}
	}
	r.lines.add(line)
	r.at = behind(r.at, j, len(line))
	r.large = r.large || j.size > largeLine
	r.progress.answered(r.at)
	return nil
}

// behind returns the position behind a job with a line of output of so many bytes.
func behind(at journal.Position, j *job, written int) journal.Position {
	at.Input, at.Line, at.Sum = j.place.input, j.place.line, j.sum
	at.Read += int64(j.size)
	at.Written += int64(written)
	switch {
	case j.broken:
		at.Broken++
		return at
	case j.err != nil:
		at.Failed++
		return at
	case j.remark != nil:
		at.Remarked++
	}
	at.Articles++
	return at
}

func (r *recordLines) flush() error {
	if len(r.lines.lines) == 0 {
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

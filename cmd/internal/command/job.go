package command

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
)

// A job is one line on its way through a pipeline.
type job struct {
	place  place
	sum    uint64 // of the input to the end of the line
	size   int    // bytes of the line
	held   int    // bytes of it that are held in memory
	line   []byte // nil once it is answered, and of a line that is too long
	output record // if it was answered
	remark error  // what is odd about a line that was answered
	err    error  // why it was not
	broken bool   // the input cannot be read on
	done   chan struct{}
}

// A place says where a line stands.
type place struct {
	input int    // index of the input
	file  string // its name; empty for standard input
	line  int    // from 1
	id    string // of the article, if it could be read
}

// String names the place for a report.
func (p place) String() string {
	var b strings.Builder
	if p.file != "" {
		b.WriteString(p.file + ": ")
	}
	fmt.Fprintf(&b, "line %d", p.line)
	if p.id != "" {
		fmt.Fprintf(&b, " (id %.100q)", p.id)
	}
	return b.String()
}

// weight is what the job counts for against maxInFlight.
func (j *job) weight() int64 { return int64(min(j.held, maxInFlight)) }

// finish says that the job is answered. Nothing in it changes after that.
func (j *job) finish() { close(j.done) }

// answer makes the output of the line, with render, and finishes the job. If that takes longer
// than timeout, unless timeout is 0, the job is finished without an answer; what
// reads the article cannot be interrupted and ends before answer returns.
func (j *job) answer(reader *reader, render func(string, *verbatim.Document) (record, error), timeout time.Duration) {
	article, remark, err := readArticle(j.line)
	j.line = nil
	j.place.id, j.remark, j.err = article.ID, remark, err
	read := func() (made record, err error) {
		err = reader.read(article, func(text string, doc *verbatim.Document) (err error) {
			made, err = render(text, doc)
			return err
		})
		return made, err
	}
	switch {
	case err != nil:
		j.finish()
	case timeout == 0:
		j.output, j.err = read()
		j.finish()
	default:
		j.answerWithin(timeout, read)
	}
}

func (j *job) answerWithin(timeout time.Duration, read func() (record, error)) {
	var (
		output record
		fault  error
		ended  = make(chan struct{})
	)
	go func() {
		defer close(ended)
		output, fault = read()
	}()
	select {
	case <-ended:
		j.output, j.err = output, fault
		j.finish()
	case <-time.After(timeout):
		j.err = fmt.Errorf("not read within %v", timeout)
		j.finish()
		<-ended
	}
}

// A failure stands in the output for a line that could not be read.
type failure struct {
	ID    string `json:"id,omitzero"`
	File  string `json:"file,omitzero"` // of several
	Line  int    `json:"line"`
	Error string `json:"error"`
}

// failureLine is the line of output for a job without an answer.
func failureLine(at place, several bool, err error) ([]byte, error) {
	f := failure{ID: at.id, Line: at.line, Error: oneLine(err)}
	if several {
		f.File = at.file
	}
	var line bytes.Buffer
	err = encode(&line, f, "")
	return line.Bytes(), err
}

// oneLine is the message of an error, or of several joined.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

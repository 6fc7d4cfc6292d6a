package command

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/line"
)

// A job is one line on its way through a pipeline.
type job struct {
	place   place
	sum     uint64   // of the input to the end of the line
	size    int      // bytes of the line
	held    int      // bytes of it that are held in memory
	line    []byte   // nil once it is answered, and of a line that is too long
	article *Article // in place of a line; nil once it is answered
	output  record   // if it was answered
	remark  error    // what is odd about a line that was answered
	err     error    // why it was not
	broken  bool     // the input cannot be read on
	done    chan struct{}
}

// A place says where a line stands.
type place struct {
	input int    // index of the input
	file  string // its name; empty for standard input
	line  int    // from 1
	path  string // of an article within the file; empty for a line
	id    string // of the article, if it could be read
}

// String names the place for a report.
func (p place) String() string {
	var b strings.Builder
	switch {
	case p.path != "":
		b.WriteString(p.path)
	case p.file != "":
		fmt.Fprintf(&b, "%s: line %d", p.file, p.line)
	default:
		fmt.Fprintf(&b, "line %d", p.line)
	}
	if p.id != "" && p.id != p.path {
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
func (j *job) answer(reader *reader, render renderer, timeout time.Duration) {
	article, remark, err := j.read(reader)
	j.line, j.article = nil, nil
	j.place.id, j.remark, j.err = article.ID, remark, err
	switch {
	case err != nil:
		j.finish()
	case timeout == 0:
		j.output, j.err = reader.read(article, render)
		j.finish()
	default:
		j.answerWithin(timeout, func() (record, error) { return reader.read(article, render) })
	}
}

// read returns the article of the job.
func (j *job) read(reader *reader) (article verbatim.Article, remark, err error) {
	if j.article != nil {
		return j.article.Article, j.article.remark(), nil
	}
	read, remark, err := line.Parse(j.line, reader.zone)
	return verbatim.Article(read), remark, err
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
	Path  string `json:"path,omitzero"` // of an article within the file
	Error string `json:"error"`
}

// failureLine is the line of output for a job without an answer.
func failureLine(at place, several bool, err error) ([]byte, error) {
	f := failure{ID: at.id, Line: at.line, Path: at.path, Error: oneLine(err)}
	if several {
		f.File = at.file
	}
	var line bytes.Buffer
	err = encode(&line, f, "")
	return line.Bytes(), err
}

// oneLine is the message of an error, or of several joined.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

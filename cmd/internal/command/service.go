package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/internal/line"
)

// A Reader reads articles with the options that its flags were given. It may be
// used by many goroutines at once.
type Reader struct{ reader *reader }

// NewReader declares the flags for the options of reading; models are what -model
// may name besides files.
func NewReader(flags *flag.FlagSet, models Models) *Reader {
	return &Reader{reader: (&Tool{Models: models}).newReader(flags)}
}

// requestOptions are the flags that a request may set: not those that name a file
// of the machine.
var requestOptions = []string{"light", "published", "prefer", "day-first", "explain"}

// With returns a reader with some options changed: light, published, prefer,
// day-first and explain, each with the value that its flag takes. Others, and
// values that none may have, are errors that say so.
func (r *Reader) With(options map[string][]string) (*Reader, error) {
	if len(options) == 0 {
		return r, nil
	}
	changed := *r.reader
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	changed.declare(flags)
	for name, values := range options {
		switch {
		case !slices.Contains(requestOptions, name):
			return nil, fmt.Errorf("there is no option %.100q", name)
		case len(values) != 1:
			return nil, fmt.Errorf("%s is given more than once", name)
		}
		if err := flags.Set(name, values[0]); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return &Reader{reader: &changed}, nil
}

// An Answer is what was made of one article.
type Answer struct {
	ID     string // of the article, if it could be read
	Record []byte // JSON with a line feed, unless there is an error
	Remark error  // what is odd about an article that was read all the same
	Err    error  // why there is no record
}

// ReadJSON reads an article as batch reads a line: an object with id, text and
// published.
func (r *Reader) ReadJSON(object []byte) Answer {
	article, remark, err := line.Parse(object, r.reader.zone)
	if err != nil {
		return Answer{ID: article.ID, Err: err}
	}
	answer := r.Read(verbatim.Article(article))
	answer.Remark = remark
	return answer
}

// Read reads an article.
func (r *Reader) Read(article verbatim.Article) Answer {
	record, err := r.reader.read(article, renderLine)
	return Answer{ID: article.ID, Record: record.bytes, Err: err}
}

// ErrStopped says in the output of [Lines] that the lines from there on are not
// read, because the service stops.
var ErrStopped = errors.New("the service stops: lines from here on are not read")

// Lines are the answers to a stream of lines, as batch gives them: a line of output
// for each line of input that is not empty, in order.
type Lines struct {
	Reader   *Reader
	Workers  int           // articles that are read at a time
	MaxBytes int           // of a line
	Timeout  time.Duration // for an article; 0 is none
	// Turn waits for the right to read one article and returns what gives it back.
	Turn func(context.Context) (done func(), err error)
	// Stop, once it is closed, ends the stream: what is under way is answered, and
	// a last line has [ErrStopped].
	Stop <-chan struct{}
	// Answered is called for each line, in order, with its bytes.
	Answered func(answer Answer, bytes int)
}

// Answer answers the lines of in, and returns at the end of the input or when
// writing fails or ctx is done, with that error. What is written is flushed whenever
// no more is ready. interrupt has to make a read of in return, which is waited
// for.
func (l *Lines) Answer(ctx context.Context, in io.Reader, out io.Writer, flush func() error, interrupt func()) error {
	inputs := &lineInputs{files: []input.File{{Name: input.StandardInput}}, stdin: in, limit: l.MaxBytes}
	to := &answerLines{lines: lineWriter{out: out}, after: flush, answered: l.Answered}
	p := &pipeline{workers: l.Workers, answer: func(j *job) { l.answer(ctx, j) }}
	ended := make(chan struct{})
	err := p.run(ctx, l.Stop, func(emit func(*job) bool) error {
		defer close(ended)
		return inputs.emit(emit)
	}, to)
	select {
	case <-ended:
	default:
		if err == nil { // stopped
			err = to.deliver(&job{place: place{line: to.line + 1}, err: ErrStopped})
			err = errors.Join(err, to.flush())
		}
		interrupt()
		<-ended
	}
	return err
}

func (l *Lines) answer(ctx context.Context, j *job) {
	done, err := l.Turn(ctx)
	if err != nil {
		j.err = err
		j.finish()
		return
	}
	defer done()
	j.answer(l.Reader.reader, renderLine, l.Timeout)
}

// answerLines is the sink of Lines.
type answerLines struct {
	lines    lineWriter
	after    func() error // flushes what was written
	answered func(Answer, int)
	line     int // the last one answered
}

func (a *answerLines) deliver(j *job) (err error) {
	line := j.output.bytes
	if j.err != nil {
		if line, err = failureLine(j.place, false, j.err); err != nil {
			return err
		}
	}
	if a.answered != nil {
		a.answered(Answer{ID: j.place.id, Record: line, Remark: j.remark, Err: j.err}, j.size)
	}
	a.line = j.place.line
	if a.lines.isFull(line) {
		if err := a.flush(); err != nil {
			return err
		}
	}
	a.lines.add(line)
	return nil
}

func (a *answerLines) flush() error {
	if len(a.lines.lines) == 0 {
		return nil
	}
	if _, err := a.lines.flush(); err != nil {
		return err
	}
	return a.after()
}

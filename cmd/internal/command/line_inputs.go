package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
	"github.com/verbatim-news/verbatim/internal/line"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

// lineInputs are the inputs of batch, whose lines become jobs. The articles of an input
// that is no lines of JSON count as its lines.
type lineInputs struct {
	files    []input.File
	stdin    io.Reader
	opening  opening
	limit    int              // bytes that a line may have
	from     journal.Position // what is answered already
	progress *progress
}

// emit hands a job for each line to use. Empty lines are passed over. An input that
// cannot be opened or read to its end gets a last job that says so.
func (in *lineInputs) emit(use func(*job) bool) error {
	for i := in.from.Input; i < len(in.files); i++ {
		stream, err := input.Open(in.files[i], in.stdin)
		if err != nil {
			switch more, err := in.emitClosed(i, err, use); {
			case err != nil:
				return err
			case !more:
				return nil
			}
			continue
		}
		in.progress.reads(stream)
		more, err := in.emitInput(i, bufio.NewReaderSize(stream, sniff.Window), use)
		if err := errors.Join(err, stream.Close()); err != nil || !more {
			return err
		}
	}
	return nil
}

// emitInput hands the lines of one input to use, or the articles that are in it.
func (in *lineInputs) emitInput(i int, stream *bufio.Reader, use func(*job) bool) (more bool, err error) {
	if in.opening.readsLines(stream, fileName(in.files[i].Name)) {
		return in.emitLines(i, line.NewReader(stream, in.limit), use)
	}
	return in.emitArticles(i, stream, use)
}

// emitClosed hands a job to use for an input that cannot be opened, unless that
// was done before.
func (in *lineInputs) emitClosed(i int, fault error, use func(*job) bool) (more bool, err error) {
	j := in.brokenJob(i, &line.Reader{Number: 1}, fault)
	switch {
	case i != in.from.Input || in.from.Line == 0:
		return use(j), nil
	case in.from.Line == j.place.line && in.from.Sum == j.sum:
		return true, nil
	}
	return false, &unlikeError{file: in.files[i].Name, line: in.from.Line}
}

// emitLines hands the lines of one input to use, and reports whether that wants
// those of the next.
func (in *lineInputs) emitLines(i int, lines *line.Reader, use func(*job) bool) (more bool, err error) {
	if i == in.from.Input && in.from.Line > 0 {
		if ended, err := in.skip(i, lines); ended || err != nil {
			return err == nil, err
		}
	}
	for {
		content, tooLong, err := lines.Next()
		ended := errors.Is(err, io.EOF)
		var j *job
		switch {
		case err != nil && !ended:
			return use(in.brokenJob(i, lines, err)), nil
		case tooLong:
			j = in.job(i, lines, nil)
			j.err = fmt.Errorf("longer than %d bytes", in.limit)
		case !line.IsBlank(content):
			j = in.job(i, lines, content)
		}
		if j != nil && !use(j) {
			return false, nil
		}
		if ended {
			return true, nil
		}
	}
}

// skip passes over the lines that are answered, and makes sure that they are
// those that were. It reports whether the input ends with them.
func (in *lineInputs) skip(i int, lines *line.Reader) (ended bool, err error) {
	for lines.Number < in.from.Line && err == nil {
		_, _, err = lines.Next()
	}
	if lines.Number < in.from.Line || lines.Sum != in.from.Sum {
		return false, &unlikeError{file: in.files[i].Name, line: in.from.Line}
	}
	return err != nil, nil
}

// An unlikeError says that an input does not begin with the lines that were
// answered before.
type unlikeError struct {
	file string
	line int
}

func (e *unlikeError) Error() string {
	return fmt.Sprintf("%s: its first %d lines are not those that the output answers", orStandardInput(fileName(e.file)), e.line)
}

func (in *lineInputs) job(i int, lines *line.Reader, content []byte) *job {
	return &job{
		place: place{input: i, file: fileName(in.files[i].Name), line: lines.Number},
		sum:   lines.Sum, line: content, size: lines.Size, held: len(content), done: make(chan struct{}),
	}
}

func (in *lineInputs) brokenJob(i int, lines *line.Reader, err error) *job {
	j := in.job(i, lines, nil)
	j.broken, j.err = true, fmt.Errorf("reading: %w", err)
	return j
}

// fileName is the name of an input, which standard input has none of.
func fileName(name string) string {
	if name == input.StandardInput {
		return ""
	}
	return name
}

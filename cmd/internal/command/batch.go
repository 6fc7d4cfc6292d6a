package command

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

const (
	// maxLine is how many bytes one line of batch input may have.
	maxLine = 64 << 20
	// maxInFlight is how many bytes of input may be read ahead of the output.
	// One line is always let through, so nothing waits for ever.
	maxInFlight = 8 << 20
	// aheadPerCore is how many lines may be read ahead of the output for each
	// core, so that one long article does not keep the other cores waiting.
	aheadPerCore = 16
)

var batchCommand = Command{
	Name:    "batch",
	Summary: "read articles as lines of JSON and print a record for each",
	About: `Batch reads one JSON object a line from standard input,

	{"id": "a1", "text": "…", "published": "2016-10-12"}

and prints the record of each on one line, in the same order, using all cores
and a bounded amount of memory. id is a string or a number and is given back as
a string; published is YYYY-MM-DD or an RFC 3339 time and may be left out, and
comes before that of the flag. Other fields are ignored, and so are empty lines.
Spans are byte offsets into text as decoded from JSON.

A line that is no such object, gives a field twice, is not UTF-8 or is longer
than 64 MiB is reported on standard error with its number and its id; every other
line is answered. A date that is none is reported too, and the article is read
without it; so is half of a pair of \u escapes in text, which is read as U+FFFD.
In each of these cases the exit status is 1.`,
	Define: func(flags *flag.FlagSet) func([]string, Streams) int {
		reader := newReader(flags)
		return func(_ []string, streams Streams) int {
			return batch(streams, maxLine, reader)
		}
	},
}

// A job is one line on its way through batch.
type job struct {
	number int    // of the line, from 1
	line   []byte // the input; nil once it is answered
	size   int    // bytes of the input
	id     string // of the article, if it could be read
	output []byte // a line of output, if there is one
	err    error  // what is wrong with the line, if anything
	done   chan struct{}
}

// answer makes the output of the line.
func (j *job) answer(reader *reader) {
	article, remark, err := readArticle(j.line)
	j.line = nil
	j.id = article.ID
	if err == nil {
		j.output, err = reader.read(article, writeLine)
	}
	j.err = errors.Join(remark, err)
}

// place says which line it is, for a report.
func (j *job) place() string {
	if j.id == "" {
		return fmt.Sprintf("line %d", j.number)
	}
	return fmt.Sprintf("line %d (id %.100q)", j.number, j.id)
}

// batch answers the lines of standard input in order. One goroutine reads, one
// a core parses, and this one writes; what is between them is bounded by lines
// and by bytes. verbatim.Parser.ParseAll is not used, because it holds a finished
// document back until the input goes on.
func batch(streams Streams, limit int, reader *reader) int {
	cores := runtime.GOMAXPROCS(0)
	var (
		work    = make(chan *job)                     // for the parsers
		order   = make(chan *job, aheadPerCore*cores) // for the writer
		flight  = newBudget(maxInFlight)
		readErr error
		all     sync.WaitGroup
	)
	all.Go(func() {
		defer close(order)
		defer close(work)
		readErr = readLines(streams.In, limit, func(j *job) {
			flight.take(j.size)
			order <- j
			if j.err != nil {
				close(j.done)
				return
			}
			work <- j
		})
	})
	for range cores {
		all.Go(func() {
			for j := range work {
				j.answer(reader)
				close(j.done)
			}
		})
	}
	status, err := writeJobs(order, flight, streams)
	if err != nil {
		return streams.written(err) // the process ends, whatever is still to be read
	}
	all.Wait()
	if readErr != nil {
		streams.report("reading: %v", readErr)
		return exitInput
	}
	return status
}

// writeJobs writes the output of each job in order and reports what was wrong,
// until order is closed or an error of writing.
func writeJobs(order <-chan *job, flight *budget, streams Streams) (status int, err error) {
	out := bufio.NewWriterSize(streams.Out, 1<<16)
	for {
		j, ok, err := receive(order, out)
		if err != nil {
			return status, err
		}
		if !ok {
			return status, out.Flush()
		}
		if _, _, err := receive(j.done, out); err != nil {
			return status, err
		}
		if j.err != nil {
			streams.report("%s: %s", j.place(), strings.ReplaceAll(j.err.Error(), "\n", "; "))
			status = exitInput
		}
		if err := writeWhole(out, j.output); err != nil {
			return status, err
		}
		flight.give(j.size)
	}
}

// writeWhole writes a line so that no two writes of the system share it: what
// ends the process leaves whole lines behind.
func writeWhole(out *bufio.Writer, line []byte) error {
	if len(line) > out.Available() {
		if err := out.Flush(); err != nil {
			return err
		}
	}
	_, err := out.Write(line)
	return err
}

// receive receives from c and flushes out first if it has to wait, so that a
// program that sends one line and waits for its answer gets it.
func receive[T any](c <-chan T, out *bufio.Writer) (value T, ok bool, err error) {
	select {
	case value, ok = <-c:
	default:
		if err = out.Flush(); err == nil {
			value, ok = <-c
		}
	}
	return value, ok, err
}

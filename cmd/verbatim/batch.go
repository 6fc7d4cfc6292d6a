package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/verbatim-news/verbatim"
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

var batchCommand = command{
	name:    "batch",
	summary: "read articles as lines of JSON and print a record for each",
	about: `Batch reads one JSON object a line from standard input,

	{"id": "a1", "text": "…", "published": "2016-10-12"}

and prints the record of each on one line, in the same order, using all cores
and a bounded amount of memory. id is a string or a number and is given back as
a string; published is YYYY-MM-DD or an RFC 3339 time and may be left out; other
fields are ignored, and so are empty lines. Spans are byte offsets into text as
decoded from JSON.

A line that is no such object, or is longer than 64 MiB, is reported on standard
error with its number; every other line is answered. A date that is none is
reported too, and the article is read without it. In either case the exit status
is 1.`,
	define: func(flags *flag.FlagSet) func([]string, stdio) int {
		light := lightFlag(flags)
		return func(_ []string, streams stdio) int {
			return batch(streams, maxLine, verbatim.Parser{Light: *light})
		}
	},
}

// A job is one line on its way through batch.
type job struct {
	number int    // of the line, from 1
	line   []byte // the input; nil once it is answered
	size   int    // bytes of the input
	output []byte // a line of output, if there is one
	err    error  // what is wrong with the line, if anything
	done   chan struct{}
}

// batch answers the lines of standard input in order, each with the options of
// parser and its own date. One goroutine reads, one
// a core parses, and this one writes; what is between them is bounded by lines
// and by bytes.
func batch(streams stdio, limit int, parser verbatim.Parser) int {
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
		readErr = readLines(streams.in, limit, func(j *job) {
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
				j.answer(parser)
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
func writeJobs(order <-chan *job, flight *budget, streams stdio) (status int, err error) {
	out := bufio.NewWriterSize(streams.out, 1<<16)
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
			streams.report("line %d: %v", j.number, j.err)
			status = exitInput
		}
		if _, err := out.Write(j.output); err != nil {
			return status, err
		}
		flight.give(j.size)
	}
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

// readLines hands each line of in to use. A line of more than limit bytes is
// passed over without being kept.
func readLines(in io.Reader, limit int, use func(*job)) error {
	reader := bufio.NewReaderSize(in, 1<<16)
	for number := 1; ; number++ {
		line, tooLong, err := readLine(reader, limit)
		j := &job{number: number, line: line, size: len(line), done: make(chan struct{})}
		if tooLong {
			j.err = fmt.Errorf("longer than %d bytes", limit)
		}
		if tooLong || !blank(line) {
			use(j)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// readLine reads up to and including the next line feed. The error is io.EOF
// at the end of the input, also when a last line without line feed was read.
func readLine(reader *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := reader.ReadSlice('\n')
		if !tooLong && len(line)+len(part) > limit+1 {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, tooLong, err
		}
	}
}

// blank reports whether line is nothing but white space.
func blank(line []byte) bool {
	for _, b := range line {
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return false
		}
	}
	return true
}

// A budget bounds the bytes of input that are in memory.
type budget struct {
	mutex sync.Mutex
	freed sync.Cond
	used  int
	limit int
}

func newBudget(limit int) *budget {
	b := &budget{limit: limit}
	b.freed.L = &b.mutex
	return b
}

// take waits until size bytes fit within the limit or nothing else is in use.
func (b *budget) take(size int) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for b.used > 0 && b.used+size > b.limit {
		b.freed.Wait()
	}
	b.used += size
}

func (b *budget) give(size int) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.used -= size
	b.freed.Signal()
}

package command

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"time"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/export"
	"github.com/verbatim-news/verbatim/internal/line"
)

// batch is the subcommand of that name.
func (t *Tool) batch() Command {
	return Command{
		Name:    "batch",
		Args:    "[file…]",
		Summary: "read articles as lines of JSON and print a record for each",
		About: `Batch reads one JSON object a line,

	{"id": "a1", "text": "…", "published": "2016-10-12"}

and prints the record of each on one line, in the same order, using all cores
and a bounded amount of memory. id is a string or a number and is given back as
a string; published is a date as -published takes it, or a number of seconds or
milliseconds since 1970, and may be left out, and comes before that of the flag. Other fields are ignored, and so are empty lines.
Spans are byte offsets into text as decoded from JSON.

The lines are those of the files, one after the other; of the files that match,
by name, for a quoted pattern such as 'archive/**/*.ndjson.gz'; and of standard
input for - and where no file is named. What begins as gzip or zstd does is
decompressed, whatever its name. A file that is not there, or no file, ends the
run before it has begun.

The full command reads the articles of web pages, feeds, archives and documents
among the files too, a record for each, and with -text, -id and -published other
fields of JSON and of CSV than those above. The path of an article that cannot be
read stands in the line for it.

A line that is no such object, gives a field twice, is not UTF-8 or is longer
than -max-bytes, an article that is not read within -timeout, and a file that
cannot be read to its end, is reported on standard error and has a line of its
own in the output:

	{"id": "a1", "file": "…", "line": 12, "error": "…"}

with id where it could be read and file where there are several. So the output
has a line for every line of the input that is not empty, and every other line is
answered. A date that is none is reported too, and the article is read without
it; so is half of a pair of \u escapes in text, which is read as U+FFFD.

With -format, the records are written in another form, as one file, without lines
for what could not be read:

` + formatList(t.Formats) + `

docs/exports.md shows each of them. With -o, such a file appears when it is whole.

With -o, lines of JSON are written to a file, and a journal beside it, FILE.journal,
says which options and inputs made it and how far it has come. What has ended
before, whatever ended it, goes on with the same command and -resume, with
nothing lost and nothing twice; what was finished is left as it is. Standard
input has to be given again from its beginning.

SIGINT, SIGTERM and SIGHUP have what is under way finished and say where the run
stopped; a second one ends it at once. The output has whole lines either way.

On a terminal, standard error shows how far the run has come, and at the end what
it did; -summary writes that to a file, as JSON.

The exit status is 0, or 1 if a line could not be read or was read with a remark,
2 if the command line is wrong or -resume refuses to go on, 3 if a file could not
be read, 4 if the output could not be written, 5 if nobody reads standard output
any more, or 128 and the number of the signal that stopped the run.`,
		Define: func(flags *flag.FlagSet) func([]string, Streams) int {
			b := t.defineBatch(flags)
			return func(arguments []string, streams Streams) int {
				stop, release := onSignals()
				defer release()
				return b.run(arguments, streams, stop)
			}
		},
	}
}

// A batch is a run of the command of that name.
type batch struct {
	reader  *reader
	form    *form
	options func() map[string]string // that decide what is written
	workers int
	limit   int           // bytes of a line
	timeout time.Duration // for an article; 0 is none
	output  string        // name of a file; empty for standard output
	resume  bool
	every   time.Duration // between syncs of the output
	summary string        // name of a file, or empty
}

// defineBatch declares the flags of batch.
func (t *Tool) defineBatch(flags *flag.FlagSet) *batch {
	b := &batch{reader: t.newReader(flags), form: newForm(flags, t.Formats, string(export.NDJSON)), workers: runtime.GOMAXPROCS(0), limit: line.MaxBytes}
	flags.Var(&positive{&b.workers}, "j", "read `n` articles at a time")
	flags.Var(&positive{&b.limit}, "max-bytes", "refuse lines of more than `n` bytes")
	flags.DurationVar(&b.timeout, "timeout", 0, "give up on an article after this `time`, such as 30s; 0 is never")
	flags.StringVar(&b.output, "o", "", "write to a `file`, with a journal beside it")
	flags.BoolVar(&b.resume, "resume", false, "go on with the file of -o where a run before has stopped")
	flags.DurationVar(&b.every, "sync", 2*time.Second, "how long at most the file of -o may be behind on the disk, as a `time`")
	flags.StringVar(&b.summary, "summary", "", "write what the run did to a `file`, as JSON")
	b.options = func() map[string]string { return optionValues(flags) }
	return b
}

// howFlags are the flags that say how batch works and not what it writes.
var howFlags = map[string]bool{"j": true, "timeout": true, "o": true, "resume": true, "sync": true, "summary": true}

// optionValues returns the values of the flags that decide what is written.
func optionValues(flags *flag.FlagSet) map[string]string {
	values := map[string]string{}
	flags.VisitAll(func(f *flag.Flag) {
		if !howFlags[f.Name] {
			values[f.Name] = f.Value.String()
		}
	})
	return values
}

// A positive is the value of a flag that is a number from 1.
type positive struct{ number *int }

func (p *positive) String() string {
	if p.number == nil {
		return ""
	}
	return strconv.Itoa(*p.number)
}

// Set makes a positive the value of a flag.
func (p *positive) Set(argument string) error {
	number, err := strconv.Atoi(argument)
	if err != nil || number < 1 {
		return fmt.Errorf("%q is no number from 1", argument)
	}
	*p.number = number
	return nil
}

// run reads the inputs that arguments name.
func (b *batch) run(arguments []string, streams Streams, stop *stopper) int {
	if b.resume && b.output == "" {
		streams.report("batch: -resume goes on with the file of -o, which is missing")
		return exitUsage
	}
	if b.form.name == "" {
		b.form.name = string(export.NDJSON)
	}
	if b.resume && !b.hasJournal() {
		streams.report("batch: -resume goes on with ndjson, and not with %s", b.form.name)
		return exitUsage
	}
	if reason := b.form.needsFile(isTerminal(streams.Out)); reason != "" && b.output == "" {
		streams.report("batch: %s", reason)
		return exitUsage
	}
	if b.timeout < 0 || b.every < 0 {
		streams.report("batch: a time is not negative")
		return exitUsage
	}
	files, err := input.Find(arguments)
	if err != nil {
		streams.reportEach(err)
		if slices.ContainsFunc(arguments, func(name string) bool { return len(name) > 1 && name[0] == '-' }) {
			streams.report("batch: flags stand before the names of files")
		}
		return exitFile
	}
	if name := writtenOver(files, b.output, b.summary); name != "" {
		streams.report("batch: %s is read, and cannot be written at the same time", name)
		return exitUsage
	}
	var summaryFile *os.File
	if b.summary != "" {
		if summaryFile, err = os.Create(b.summary); err != nil {
			streams.report("%v", err)
			return exitOutput
		}
	}
	s := b.read(files, streams, stop)
	if summaryFile == nil {
		return s.Status
	}
	if err := s.write(summaryFile); err != nil {
		streams.report("writing: %v", err)
		if s.Status <= exitInput {
			return exitOutput
		}
	}
	return s.Status
}

// writesLines reports whether the output has a line of JSON for each line of the
// input.
func (b *batch) writesLines() bool { return b.form.name == string(export.NDJSON) }

// hasJournal reports whether the output is gone on with where a run has stopped.
func (b *batch) hasJournal() bool { return b.output != "" && b.writesLines() }

// writtenOver returns the name of an input that is one of the outputs, or "".
func writtenOver(files []input.File, outputs ...string) string {
	for _, output := range outputs {
		written, err := os.Stat(output)
		if err != nil || !written.Mode().IsRegular() {
			continue
		}
		for _, file := range files {
			if read, err := os.Stat(file.Name); err == nil && os.SameFile(read, written) {
				return file.Name
			}
		}
	}
	return ""
}

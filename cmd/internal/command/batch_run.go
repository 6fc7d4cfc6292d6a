package command

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
)

// read reads the files, writes their records, and returns what was done.
func (b *batch) read(files []input.File, streams Streams, stop *stopper) *summary {
	made := b.reader.parser.Parse("").Provenance
	s := &summary{Version: verbatim.Version, Model: made.Model, Inputs: len(files)}
	to := &recordLines{lines: lineWriter{out: streams.Out}, failures: b.writesLines(), files: files}
	if err := b.open(to, journal.Run{Version: made.Version, Model: made.Model, Options: b.options(), Inputs: files}); err != nil {
		streams.report("%v", err)
		s.Error, s.Status = oneLine(err), openStatus(err)
		return s
	}
	from, output := to.written, to.output
	var shown *progress
	// A bar and records do not go together.
	during, terminal := streams, isTerminal(streams.Err) && (b.output != "" || !isTerminal(streams.Out))
	if terminal {
		shown = showProgress(streams.Err, files)
		during.Err = shown
	}
	to.streams, to.progress = during, shown
	began := time.Now()
	var err error
	if !from.Done {
		err = b.pipe(&lineInputs{files: files, stdin: streams.In, opening: b.reader.opening, limit: b.limit, from: from, progress: shown}, to, stop)
	}
	if err == nil && (to.written.Done || to.records.file == nil) {
		err = to.close()
	} else {
		to.records.abandon()
	}
	if output != nil {
		if closeErr := output.Close(to.written); closeErr != nil && err == nil {
			err = &writeError{closeErr}
		}
	}
	shown.end()
	s.count(from, to.written, time.Since(began))
	conclude(s, to, stop.stopped(), err, streams)
	if terminal {
		streams.note("%s", s)
	}
	return s
}

// open opens the output of to: a file with a journal, a file that is whole or not there,
// or standard output.
func (b *batch) open(to *recordLines, run journal.Run) (err error) {
	to.records = b.form.documentsTo(to)
	switch {
	case b.hasJournal():
		if to.output, to.at, err = journal.Open(b.output, run, b.resume, b.every); err != nil {
			return err
		}
		to.lines.out, to.written = to.output, to.at
	case b.output != "":
		to.records, err = b.form.documentsIn(b.output)
	}
	return err
}

// pipe has the lines of the inputs answered. A run that is stopped has no error.
func (b *batch) pipe(in *lineInputs, to *recordLines, stop *stopper) error {
	p := &pipeline{workers: b.workers, answer: func(j *job) { j.answer(b.reader, to.records.render, b.timeout) }}
	err := p.run(stop.hard, stop.soft, in.emit, to)
	if errors.Is(err, context.Canceled) {
		return to.flush()
	}
	if err == nil && stop.stopped() == nil {
		to.written.Done = true
	}
	return err
}

// conclude reports how the run ended, and sets the exit status.
func conclude(s *summary, to *recordLines, stopped os.Signal, err error, streams Streams) {
	var unlike *unlikeError
	if err != nil {
		s.Error = oneLine(err)
	}
	switch {
	case errors.As(err, &unlike):
		streams.report("%v", err)
		s.Status = exitUsage
	case isClosedPipe(err):
		streams.report("nobody reads the output any more: stopped %s", where(to))
		s.Status = exitClosed
	case err != nil:
		streams.report("writing: %v: stopped %s", err, where(to))
		s.Status = exitOutput
	case stopped != nil:
		s.Stopped = stopped.String()
		streams.report("%v: stopped %s", stopped, where(to))
		s.Status = stopStatus(stopped)
	case to.written.Broken > 0:
		s.Status = exitFile
	case to.written.Failed+to.written.Remarked > 0:
		s.Status = exitInput
	}
}

// where says in words how far the output has come, and how to go on.
func where(to *recordLines) string {
	if to.written.Done {
		return "at the end of the input"
	}
	words := "before the first line"
	if at := to.written; at.Line > 0 {
		words = "after " + to.place(at).String()
	}
	switch {
	case to.output != nil && to.output.HasJournal():
		words += "; the same command with -resume goes on from there"
	case to.records.file != nil:
		words += "; " + to.records.file.name + " is not written"
	}
	return words
}

// openStatus is the exit status where the output cannot be opened.
func openStatus(err error) int {
	var refused *journal.RefusedError
	if errors.As(err, &refused) {
		return exitUsage
	}
	return exitOutput
}

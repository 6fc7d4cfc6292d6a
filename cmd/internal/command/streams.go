package command

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"syscall"

	"github.com/verbatim-news/verbatim/export"
)

// Streams are the standard streams of a run.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Report prints one line about something that went wrong, harmless for a terminal
// whatever stands in it.
func (s Streams) Report(format string, args ...any) { s.report(format, args...) }

func (s Streams) report(format string, args ...any) {
	fmt.Fprintln(s.Err, "verbatim: "+export.Inert(fmt.Sprintf(format, args...)))
}

// note prints one line that is no report of anything wrong.
func (s Streams) note(format string, args ...any) {
	fmt.Fprintln(s.Err, export.Inert(fmt.Sprintf(format, args...)))
}

// reportEach reports each of the errors that were joined, on a line of its own.
func (s Streams) reportEach(joined error) {
	if errs, ok := joined.(interface{ Unwrap() []error }); ok {
		for _, err := range errs.Unwrap() {
			s.reportEach(err)
		}
		return
	}
	s.report("%v", joined)
}

// misused reports what is wrong with the command line, and how it should be.
func (s Streams) misused(usage, format string, args ...any) int {
	s.report(format, args...)
	fmt.Fprint(s.Err, usage)
	return exitUsage
}

// print writes text to standard output and returns the exit status.
func (s Streams) print(text string) int {
	_, err := io.WriteString(s.Out, text)
	return s.written(err)
}

// written turns the error of writing to standard output into an exit status. A
// reader that has seen enough, as in "verbatim parse | head", is no failure to
// speak of.
func (s Streams) written(err error) int {
	switch {
	case err == nil:
		return exitOK
	case !isClosedPipe(err):
		s.report("writing: %v", err)
	}
	return exitInput
}

// isClosedPipe reports whether err comes from a pipe that nobody reads.
func isClosedPipe(err error) bool {
	if runtime.GOOS == "windows" {
		const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // ERROR_BROKEN_PIPE, ERROR_NO_DATA
		if errors.Is(err, brokenPipe) || errors.Is(err, noData) {
			return true
		}
	}
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

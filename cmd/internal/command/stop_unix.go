//go:build unix

package command

import (
	"os"
	"os/signal"
	"syscall"
)

// endings are the signals that ask a process to end.
var endings = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}

// isIgnored reports whether the process was started with a signal ignored.
func isIgnored(ending os.Signal) bool { return signal.Ignored(ending) }

// ignoreClosedPipes has writing to a closed pipe fail, in place of ending the
// process, until restore is called.
func ignoreClosedPipes() (restore func()) {
	signal.Ignore(syscall.SIGPIPE)
	return func() { signal.Reset(syscall.SIGPIPE) }
}

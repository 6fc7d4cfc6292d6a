//go:build unix

package command

import (
	"os"
	"os/signal"
	"syscall"
)

// endings are the signals that ask a process to end.
var endings = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}

// ignoreClosedPipes has writing to a closed pipe fail, in place of ending the
// process, until restore is called.
func ignoreClosedPipes() (restore func()) {
	signal.Ignore(syscall.SIGPIPE)
	return func() { signal.Reset(syscall.SIGPIPE) }
}

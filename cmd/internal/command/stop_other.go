//go:build !unix

package command

import (
	"os"
	"syscall"
)

// endings are the signals that ask a process to end.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM}

// ignoreClosedPipes does nothing: here, writing to a closed pipe fails anyway.
func ignoreClosedPipes() (restore func()) { return func() {} }

//go:build !unix

package command

import (
	"os"
	"syscall"
)

// endings are the signals that ask a process to end.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM}

// isIgnored reports that no signal is: signal.Ignored panics under js/wasm in Go 1.26.
func isIgnored(os.Signal) bool { return false }

// ignoreClosedPipes does nothing: here, writing to a closed pipe fails anyway.
func ignoreClosedPipes() (restore func()) { return func() {} }

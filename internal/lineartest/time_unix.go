//go:build unix

package lineartest

import (
	"syscall"
	"time"
)

// processorTime is how long the processors have worked for this process.
func processorTime() (used time.Duration, known bool) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0, false
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()), true
}

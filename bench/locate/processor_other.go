//go:build !unix

package main

import "time"

var started = time.Now()

// processorTime is the time on the wall, where the system does not tell how long the
// processors have worked.
func processorTime() time.Duration { return time.Since(started) }

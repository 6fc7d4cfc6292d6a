package tagger

import (
	"sync"
)

// Embedded is the embedded tagger, decoded when the first article needs it.
var Embedded = sync.OnceValue(func() *Model {
	m, err := Load()
	if err != nil {
		// The weights are part of the program and a test reads them: only a
		// build that was tampered with comes here. Rules still answer.
		return nil
	}
	return m
})

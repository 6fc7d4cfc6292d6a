package tagger

import (
	_ "embed"
	"strings"
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

//go:embed weights.sha256
var weightsSHA256 string

// WeightsSHA256 returns the SHA-256 of the embedded weights in hexadecimal, as
// train/export.py wrote it beside them.
func WeightsSHA256() string { return strings.TrimSpace(weightsSHA256) }

//go:build inprocess

package main

//lint:ignore SA1019 its successor needs all that the tag leaves out
import _ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct"

// ownRunner runs a pipeline within the process.
const ownRunner = "direct"

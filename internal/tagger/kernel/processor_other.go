//go:build purego || (!amd64 && !arm64)

package kernel

// ofProcessor is none: there is no assembly for this processor, or the build
// does not want it.
func ofProcessor() []Kernel { return nil }

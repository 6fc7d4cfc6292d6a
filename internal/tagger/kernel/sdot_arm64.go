//go:build !purego && (darwin || arm64.v8.4)

package kernel

// hasSDOT: all of Apple's processors that Go runs on have it, and so has every
// one of the architecture's version 8.4, which GOARM64 can promise.
const hasSDOT = true

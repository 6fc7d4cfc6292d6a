//go:build !purego && !darwin && !arm64.v8.4

package kernel

// hasSDOT: nobody promises it.
const hasSDOT = false

package tagger

import "math"

// The functions here and in this package's sums convert every product before it
// is added, which forbids the compiler to fuse the two: the bits are the same on
// every platform. math.Exp is assembly on some and is not used.

// exponential is e to the power x, right to about one part in ten million.
func exponential(x float32) float32 {
	x = min(max(x, -87), 88)
	const (
		log2e  = 1.44269504
		ln2    = 0.693359375
		ln2low = -2.12194440e-4
	)
	k := float32(x * log2e)
	if k < 0 {
		k -= 0.5
	} else {
		k += 0.5
	}
	n := int32(k)
	f := float32(n)
	x -= float32(f * ln2)
	x -= float32(f * ln2low)
	y := float32(1.9875691500e-4)
	y = float32(y*x) + 1.3981999507e-3
	y = float32(y*x) + 8.3334519073e-3
	y = float32(y*x) + 4.1665795894e-2
	y = float32(y*x) + 1.6666665459e-1
	y = float32(y*x) + 5.0000001201e-1
	y = float32(y*float32(x*x)) + x
	y++
	return float32(y * math.Float32frombits(uint32(n+127)<<23))
}

func sigmoid(x float32) float32 {
	return 1 / (1 + exponential(-x))
}

package lineartest

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// eagerness is the GC percentage under which memory is measured: a collection for
// every so many percent by which the heap has grown, so that what is held between
// two of them cannot be much more than what was held at either.
const eagerness = 5

// Peak returns the most bytes that were held at once while read ran, beyond those
// that were held before. What read leaves behind counts as long as the caller
// holds it. It is the greatest live heap that any collection found, whereby
// collections are frequent: garbage does not count, and neither do stacks and
// what the system keeps back. What is held for no longer than from one collection
// to the next may be missed.
func Peak(read func()) int {
	defer debug.SetGCPercent(debug.SetGCPercent(eagerness))
	runtime.GC()
	before := liveHeap()
	var most atomic.Int64
	watch(&most)
	read()
	runtime.GC()
	return int(max(most.Swap(watchEnded), liveHeap()) - before)
}

// Held returns by how many bytes change makes what is held more, or, below 0,
// less.
func Held(change func()) int {
	runtime.GC()
	before := liveHeap()
	change()
	runtime.GC()
	return int(liveHeap() - before)
}

// watchEnded stands for the most bytes once nobody wants to know them.
const watchEnded = -1

// watch keeps in most the greatest live heap that collections find, until most
// is set to watchEnded.
func watch(most *atomic.Int64) {
	// The runtime cleans up after an object of no use at the end of each
	// collection; the cleaning makes the next one.
	type mark struct{ _ [64]byte }
	runtime.AddCleanup(new(mark), func(most *atomic.Int64) {
		live := liveHeap()
		for {
			known := most.Load()
			if known == watchEnded {
				return
			}
			if known >= live || most.CompareAndSwap(known, live) {
				break
			}
		}
		watch(most)
	}, most)
}

// liveHeap is how many bytes the last collection found to be held.
func liveHeap() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

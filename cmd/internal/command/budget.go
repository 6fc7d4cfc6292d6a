package command

import "sync"

// A budget bounds the bytes of input that are in memory.
type budget struct {
	mutex sync.Mutex
	freed sync.Cond
	used  int
	limit int
}

func newBudget(limit int) *budget {
	b := &budget{limit: limit}
	b.freed.L = &b.mutex
	return b
}

// take waits until size bytes fit within the limit or nothing else is in use.
func (b *budget) take(size int) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for b.used > 0 && b.used+size > b.limit {
		b.freed.Wait()
	}
	b.used += size
}

func (b *budget) give(size int) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.used -= size
	b.freed.Signal()
}

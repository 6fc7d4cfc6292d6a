package command

import (
	"context"

	"golang.org/x/sync/semaphore"
)

const (
	// maxInFlight is how many bytes of input may be read ahead of the output.
	// One line is always let through, so nothing waits for ever.
	maxInFlight = 8 << 20
	// aheadPerWorker is how many lines may be read ahead of the output for each
	// worker, so that one long article does not keep the others waiting.
	aheadPerWorker = 16
)

// A pipeline answers jobs on several goroutines and delivers them in order. What
// is in it is bounded by lines and by bytes.
type pipeline struct {
	workers int
	// answer answers a job and calls its finish; it may go on after that, and
	// keeps its worker from other jobs as long.
	answer func(*job)
}

// A source hands jobs to emit, in order, until emit returns false.
type source func(emit func(*job) bool) error

// A sink takes jobs that are answered, in order. What it holds back is flushed
// before the pipeline waits for anything, so that a program that sends one line
// and waits for its answer gets it.
type sink interface {
	deliver(*job) error
	flush() error
}

// run runs the pipeline until the source ends, and returns its error or that of
// the sink. Once stop is closed no more jobs are taken, and run returns when those
// taken are delivered. It returns at once, with the context's error, when ctx is
// done. The source may still be running after both.
func (p *pipeline) run(ctx context.Context, stop <-chan struct{}, from source, to sink) error {
	ctx, leave := context.WithCancel(ctx)
	defer leave()
	var (
		work    = make(chan *job)                           // for the workers
		order   = make(chan *job, aheadPerWorker*p.workers) // for the sink
		flight  = semaphore.NewWeighted(maxInFlight)
		readErr error // once order is closed
	)
	go func() {
		defer close(order)
		defer close(work)
		readErr = from(func(j *job) bool {
			return flight.Acquire(ctx, j.weight()) == nil && queue(ctx, stop, j, order, work)
		})
	}()
	for range p.workers {
		go func() {
			for j := range work {
				p.answer(j)
			}
		}()
	}
	for {
		j, err := next(ctx, stop, order, to)
		switch {
		case err != nil:
			return err
		case j == nil && isClosed(stop): // the source may still be reading
			return to.flush()
		case j == nil:
			return errorOr(to.flush(), readErr)
		}
		if err := to.deliver(j); err != nil {
			return err
		}
		flight.Release(j.weight())
	}
}

// queue hands a job to the sink and, if there is something to do, to a worker.
func queue(ctx context.Context, stop <-chan struct{}, j *job, order, work chan<- *job) bool {
	if isClosed(stop) {
		return false
	}
	select {
	case order <- j:
	case <-stop:
		return false
	case <-ctx.Done():
		return false
	}
	if j.err != nil {
		j.finish()
		return true
	}
	select {
	case work <- j: // whatever stop says: the sink waits for it
		return true
	case <-ctx.Done():
		return false
	}
}

// next returns the next job once it is answered, or nil when there are no more.
func next(ctx context.Context, stop <-chan struct{}, order <-chan *job, to sink) (j *job, err error) {
	select {
	case j = <-order:
	default:
		if err := to.flush(); err != nil {
			return nil, err
		}
		select {
		case j = <-order:
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-stop:
			select {
			case j = <-order:
			default:
			}
		}
	}
	if j == nil || isClosed(j.done) {
		return j, nil
	}
	if err := to.flush(); err != nil {
		return nil, err
	}
	select {
	case <-j.done:
		return j, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// errorOr returns the first error that is one.
func errorOr(first, second error) error {
	if first != nil {
		return first
	}
	return second
}

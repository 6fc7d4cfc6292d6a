package command

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A gatherer is a sink that keeps the numbers of the lines, and what was flushed.
type gatherer struct {
	lines   []int
	flushed int          // how many lines
	at      func(n int)  // called after each
	fault   func() error // of delivering
}

func (g *gatherer) deliver(j *job) error {
	if g.fault != nil {
		if err := g.fault(); err != nil {
			return err
		}
	}
	g.lines = append(g.lines, j.place.line)
	if g.at != nil {
		g.at(len(g.lines))
	}
	return nil
}

func (g *gatherer) flush() error {
	g.flushed = len(g.lines)
	return nil
}

// numbered is a source of n jobs, or without end, of some bytes each.
func numbered(n, size int) source {
	return func(emit func(*job) bool) error {
		for i := 1; n == 0 || i <= n; i++ {
			if !emit(&job{place: place{line: i}, held: size, done: make(chan struct{})}) {
				return nil
			}
		}
		return nil
	}
}

// inOrder reports whether lines are 1, 2, 3…
func inOrder(lines []int) bool {
	for i, line := range lines {
		if line != i+1 {
			return false
		}
	}
	return true
}

// slowFirst answers the first of each ten jobs last.
func slowFirst(j *job) {
	if j.place.line%10 == 1 {
		time.Sleep(time.Minute)
	}
	j.finish()
}

func TestPipelineOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var g gatherer
				err := (&pipeline{workers: workers, answer: slowFirst}).run(t.Context(), nil, numbered(500, 1), &g)
				if err != nil || len(g.lines) != 500 || !inOrder(g.lines) || g.flushed != 500 {
					t.Errorf("%d lines, %d flushed, in order: %v, error %v; want 500 in order", len(g.lines), g.flushed, inOrder(g.lines), err)
				}
			})
		})
	}
}

// TestPipelineIsBounded looks at how much is under way while the first job is not
// answered.
func TestPipelineIsBounded(t *testing.T) {
	const workers = 4
	for _, test := range []struct{ size, most int }{
		{1, workers*aheadPerWorker + 2},
		{maxInFlight / 8, 8 + 1},
		{2 * maxInFlight, 1 + 1},
	} {
		t.Run(fmt.Sprint(test.size), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				first, emitted := make(chan struct{}), 0
				from := numbered(1000, test.size)
				counting := func(emit func(*job) bool) error {
					return from(func(j *job) bool { emitted++; return emit(j) })
				}
				answer := func(j *job) {
					if j.place.line == 1 {
						<-first
					}
					j.finish()
				}
				var g gatherer
				go (&pipeline{workers: workers, answer: answer}).run(t.Context(), nil, counting, &g)
				synctest.Wait()
				if emitted > test.most {
					t.Errorf("%d jobs were read while the first was not answered; want %d at most", emitted, test.most)
				}
				close(first)
				synctest.Wait()
				if len(g.lines) != 1000 || !inOrder(g.lines) {
					t.Errorf("%d lines; want 1000 in order", len(g.lines))
				}
			})
		})
	}
}

// TestPipelineStops stops after some lines: what is under way is delivered, and
// nothing is left out before the last.
func TestPipelineStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stop := make(chan struct{})
		g := gatherer{at: func(n int) {
			if n == 20 {
				close(stop)
			}
		}}
		err := (&pipeline{workers: 2, answer: slowFirst}).run(t.Context(), stop, numbered(0, 1), &g)
		if most := 20 + 2*aheadPerWorker + 2; err != nil || len(g.lines) < 20 || len(g.lines) > most || !inOrder(g.lines) || g.flushed != len(g.lines) {
			t.Errorf("%d lines, %d flushed, in order: %v, error %v; want 20 to %d", len(g.lines), g.flushed, inOrder(g.lines), err, most)
		}
	})
}

// TestPipelineStopsWaiting stops while the source waits for more input, as on a
// pipe that stays open.
func TestPipelineStopsWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stop, more := make(chan struct{}), make(chan struct{})
		waiting := func(emit func(*job) bool) error {
			defer func() { <-more }()
			return numbered(3, 1)(emit)
		}
		var g gatherer
		ended := make(chan error)
		go func() {
			ended <- (&pipeline{workers: 2, answer: (*job).finish}).run(t.Context(), stop, waiting, &g)
		}()
		synctest.Wait()
		if g.flushed != 3 {
			t.Errorf("%d lines are flushed while the source waits; want 3", g.flushed)
		}
		close(stop)
		if err := <-ended; err != nil || len(g.lines) != 3 {
			t.Errorf("%d lines, error %v; want 3", len(g.lines), err)
		}
		close(more)
	})
}

// TestPipelineEndsAtOnce cancels while a job is not answered.
func TestPipelineEndsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		never := make(chan struct{})
		answer := func(j *job) {
			if j.place.line == 8 {
				<-never
			}
			j.finish()
		}
		var g gatherer
		ended := make(chan error)
		go func() {
			ended <- (&pipeline{workers: 2, answer: answer}).run(ctx, nil, numbered(0, 1), &g)
		}()
		synctest.Wait()
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) || len(g.lines) != 7 || !inOrder(g.lines) {
			t.Errorf("%d lines, error %v; want 7 and that it was cancelled", len(g.lines), err)
		}
		close(never)
	})
}

func TestPipelineErrors(t *testing.T) {
	broken := errors.New("broken")
	synctest.Test(t, func(t *testing.T) {
		g := gatherer{fault: func() error { return broken }}
		if err := (&pipeline{workers: 2, answer: slowFirst}).run(t.Context(), nil, numbered(0, 1), &g); !errors.Is(err, broken) {
			t.Errorf("error %v; want that of the sink", err)
		}
		var fine gatherer
		from := func(emit func(*job) bool) error { return errors.Join(numbered(5, 1)(emit), broken) }
		if err := (&pipeline{workers: 2, answer: slowFirst}).run(t.Context(), nil, from, &fine); !errors.Is(err, broken) || len(fine.lines) != 5 {
			t.Errorf("%d lines, error %v; want 5 and that of the source", len(fine.lines), err)
		}
	})
}

// TestTimeout gives up on an article that is not read in time, and answers the
// others meanwhile; the worker that reads it takes no other until it has ended.
func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		inTime, late := &job{done: make(chan struct{})}, &job{done: make(chan struct{})}
		read := func(takes time.Duration) func() (record, error) {
			return func() (record, error) {
				time.Sleep(takes)
				return record{bytes: []byte("record")}, nil
			}
		}
		began := time.Now()
		inTime.answerWithin(2*time.Second, read(time.Second))
		if string(inTime.output.bytes) != "record" || inTime.err != nil || time.Since(began) != time.Second {
			t.Errorf("output %q, error %v after %v", inTime.output.bytes, inTime.err, time.Since(began))
		}
		began = time.Now()
		go func() {
			<-late.done
			if waited := time.Since(began); waited != 2*time.Second || late.output.bytes != nil || late.err == nil || !strings.Contains(late.err.Error(), "not read within 2s") {
				t.Errorf("output %q, error %v after %v; want that it took too long", late.output.bytes, late.err, waited)
			}
		}()
		late.answerWithin(2*time.Second, read(time.Hour))
		if took := time.Since(began); took != time.Hour {
			t.Errorf("the worker was free after %v, with the article still being read", took)
		}
	})
}

package command

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// A stopper tells a run to come to an end: soft, with what is under way finished,
// or hard.
type stopper struct {
	soft   chan struct{} // closed at the first signal
	hard   context.Context
	signal os.Signal // the first; set before soft is closed
}

// onSignals returns a stopper for the signals that ask a process to end, as far as
// they are not ignored, as by nohup. The first is soft and the second hard; a third
// ends the process as if nobody listened. So does every signal after release.
func onSignals() (s *stopper, release func()) {
	arrived := make(chan os.Signal, 2)
	for _, ending := range endings {
		if !signal.Ignored(ending) {
			signal.Notify(arrived, ending)
		}
	}
	ignored := ignoreClosedPipes()
	s = &stopper{soft: make(chan struct{})}
	hard, end := context.WithCancel(context.Background())
	s.hard = hard
	go s.listen(arrived, end)
	return s, func() {
		signal.Stop(arrived)
		end()
		ignored()
	}
}

// listen waits for two signals, or until the run has ended.
func (s *stopper) listen(arrived chan os.Signal, end context.CancelFunc) {
	select {
	case s.signal = <-arrived:
		close(s.soft)
	case <-s.hard.Done():
		return
	}
	select {
	case <-arrived:
		signal.Stop(arrived)
		end()
	case <-s.hard.Done():
	}
}

// stopped returns the signal that stopped the run, if one did.
func (s *stopper) stopped() os.Signal {
	if isClosed(s.soft) {
		return s.signal
	}
	return nil
}

// stopStatus is the exit status of a run that a signal stopped: 128 and its number,
// as the shell has it.
func stopStatus(stopped os.Signal) int {
	if number, ok := stopped.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return exitInput
}

package command

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
)

// progressEvery is how often the progress on a terminal is drawn anew.
const progressEvery = 200 * time.Millisecond

// A progress shows how far a run has come, on the last line of a terminal. A nil
// progress shows nothing.
type progress struct {
	mutex    sync.Mutex // for the terminal
	terminal io.Writer
	bar      *progressbar.ProgressBar
	total    int64 // bytes of all inputs as stored; -1 where that is not known
	stream   atomic.Pointer[openInput]
	articles atomic.Int64
	failed   atomic.Int64
	ended    chan struct{}
	stopped  sync.WaitGroup
}

// An openInput is an input under way, with the bytes of those before it.
type openInput struct {
	*input.Stream
	before int64
}

// isTerminal reports whether w is one.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// showProgress begins to show the progress of reading files. What is written to
// the terminal meanwhile has to go through the progress.
func showProgress(terminal io.Writer, files []input.File) *progress {
	p := &progress{terminal: terminal, total: -1, ended: make(chan struct{})}
	if size, known := input.TotalSize(files); known && size > 0 {
		p.total = size
	}
	p.bar = progressbar.NewOptions64(p.total,
		progressbar.OptionSetWriter(terminal),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetWidth(20),
		progressbar.OptionClearOnFinish(),
	)
	p.stopped.Go(p.draw)
	return p
}

// reads says that the run reads the next input.
func (p *progress) reads(stream *input.Stream) {
	if p == nil {
		return
	}
	next := &openInput{Stream: stream}
	if last := p.stream.Load(); last != nil {
		next.before = last.before + last.Stored()
	}
	p.stream.Store(next)
}

// answered says how far the output has come.
func (p *progress) answered(at journal.Position) {
	if p == nil {
		return
	}
	p.articles.Store(int64(at.Articles))
	p.failed.Store(int64(at.Failed))
}

// draw draws the bar now and then.
func (p *progress) draw() {
	ticker := time.NewTicker(progressEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			p.mutex.Lock()
			p.bar.Describe(p.words())
			_ = p.bar.Set64(p.stored()) // a terminal that is gone is no reason to stop
			p.mutex.Unlock()
		case <-p.ended:
			return
		}
	}
}

func (p *progress) words() string {
	words := fmt.Sprintf("%d articles", p.articles.Load())
	if failed := p.failed.Load(); failed > 0 {
		words += fmt.Sprintf(", %d failed", failed)
	}
	return words
}

// stored returns how many bytes were read, below the total until the run has ended,
// since what is read is not answered yet.
func (p *progress) stored() int64 {
	stream := p.stream.Load()
	if stream == nil {
		return 0
	}
	read := stream.before + stream.Stored()
	if p.total > 0 {
		read = min(read, p.total-1)
	}
	return read
}

// Write writes to the terminal, in place of the bar.
func (p *progress) Write(text []byte) (int, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	_ = p.bar.Clear()
	return p.terminal.Write(text)
}

// end takes the bar away.
func (p *progress) end() {
	if p == nil {
		return
	}
	close(p.ended)
	p.stopped.Wait()
	_ = p.bar.Clear()
}

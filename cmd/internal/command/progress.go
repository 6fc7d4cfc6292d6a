package command

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
	"github.com/verbatim-news/verbatim/cmd/internal/journal"
)

// progressEvery is how often the progress on a terminal is drawn anew.
const progressEvery = 200 * time.Millisecond

// A progress shows how far a run has come, on the last line of a terminal: articles,
// bytes of the inputs as they are stored, and the time that is left. A nil progress
// shows nothing.
type progress struct {
	shown    *mpb.Progress
	bar      *mpb.Bar
	total    int64 // bytes of all inputs; 0 where that is not known
	stream   atomic.Pointer[openInput]
	articles atomic.Int64
	failed   atomic.Int64
	ended    chan struct{}
	updates  sync.WaitGroup
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
	p := &progress{ended: make(chan struct{})}
	p.shown = mpb.New(mpb.WithOutput(terminal), mpb.WithRefreshRate(progressEvery), mpb.WithWidth(64))
	counts := mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.words() }))
	if size, known := input.TotalSize(files); known && size > 0 {
		p.total = size
		p.bar = p.shown.AddBar(p.total, counts, mpb.AppendDecorators(
			decor.CountersKiloByte("% .1f of % .1f"), decor.AverageSpeed(decor.SizeB1000(0), "  % .2f  "), decor.AverageETA(decor.ET_STYLE_HHMMSS), decor.Name(" left"),
		))
	} else {
		p.bar = p.shown.AddSpinner(0, counts, mpb.AppendDecorators(
			decor.CurrentKiloByte("% .1f"), decor.AverageSpeed(decor.SizeB1000(0), "  % .2f  "), decor.Elapsed(decor.ET_STYLE_HHMMSS),
		))
	}
	p.updates.Go(p.update)
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

// update tells the bar now and then how much was read.
func (p *progress) update() {
	ticker := time.NewTicker(progressEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			p.bar.SetCurrent(p.stored())
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
	return words + " "
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

// Write writes to the terminal, above the bar.
func (p *progress) Write(text []byte) (int, error) { return p.shown.Write(text) }

// end takes the bar away. Nothing may be written to the progress after that.
func (p *progress) end() {
	if p == nil {
		return
	}
	close(p.ended)
	p.updates.Wait()
	p.bar.Abort(true)
	p.shown.Wait()
}

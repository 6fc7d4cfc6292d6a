package verbatim

import (
	"iter"
	"runtime"
	"sync"
	"time"
)

// An Article is one text of many, with what the caller knows of it.
type Article struct {
	ID        string    `json:"id,omitzero"` // the caller's name for it
	Text      string    `json:"text"`
	Published time.Time `json:"published,omitzero"` // if known, comes before that of the parser
}

// aheadPerCore is how many articles a core are read ahead of the loop, so that a
// long one does not keep the other cores waiting.
const aheadPerCore = 2

// ParseAll reads many articles on all cores (GOMAXPROCS) and gives each with its
// document, in the order of articles; the document's ID is the article's. One that
// is longer than MaxBytes has a document that says so, in its place. It
// reads ahead of the loop by a few articles a core and holds no more than those.
// articles is called by the goroutine of the loop, and leaving the loop waits
// for the articles being read: nothing runs on after it.
func (p *Parser) ParseAll(articles iter.Seq[Article]) iter.Seq2[Article, *Document] {
	return func(yield func(Article, *Document) bool) {
		workers := startWorkers(*p, runtime.GOMAXPROCS(0))
		defer workers.stop()
		var queue []*task // in the order of the articles
		for a := range articles {
			t := &task{article: a, done: make(chan struct{})}
			queue = append(queue, t)
			workers.tasks <- t
			if len(queue) <= aheadPerCore*workers.size {
				continue
			}
			t, queue[0], queue = queue[0], nil, queue[1:]
			if !yield(t.answer()) {
				return
			}
		}
		for _, t := range queue {
			if !yield(t.answer()) {
				return
			}
		}
	}
}

// A task is one article on its way.
type task struct {
	article  Article
	document *Document
	fault    any // what the reading panicked with
	done     chan struct{}
}

// answer waits for the document. A fault of the reading is the loop's.
func (t *task) answer() (Article, *Document) {
	<-t.done
	if t.fault != nil {
		panic(t.fault)
	}
	return t.article, t.document
}

// A workforce reads articles on several goroutines.
type workforce struct {
	size    int
	tasks   chan *task
	stopped chan struct{}
	all     sync.WaitGroup
}

func startWorkers(p Parser, size int) *workforce {
	w := &workforce{size: size, tasks: make(chan *task, aheadPerCore*size), stopped: make(chan struct{})}
	for range size {
		w.all.Go(func() {
			for t := range w.tasks {
				select {
				case <-w.stopped: // nobody wants it any more
				default:
					t.read(p)
				}
				close(t.done)
			}
		})
	}
	return w
}

// stop waits for the articles being read and leaves out the others.
func (w *workforce) stop() {
	close(w.stopped)
	close(w.tasks)
	w.all.Wait()
}

// read makes the document. The parser is the task's own.
func (t *task) read(p Parser) {
	defer func() { t.fault = recover() }()
	if !t.article.Published.IsZero() {
		p.Published = t.article.Published
	}
	t.document = p.Parse(t.article.Text)
	t.document.ID = t.article.ID
}

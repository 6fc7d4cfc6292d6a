package serve

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// readFirst is how long a body may be that is read before the first record is
// written. Simple clients send all of a request before they read the response, and
// would wait for ever for a server that writes and does not read on.
const readFirst = 1 << 20

// The trailers of a stream of records, which count its lines.
const (
	articlesTrailer = "Verbatim-Articles"
	remarkedTrailer = "Verbatim-Remarked"
	failedTrailer   = "Verbatim-Failed"
)

// batch answers a request for many articles, a line of JSON each, with a line for
// each.
func (s *Server) batch(w http.ResponseWriter, r *http.Request) {
	_, reader, refusal := s.accept(r, s.limits.StreamBytes, "application/x-ndjson", "application/jsonl", "application/json")
	if refusal != nil {
		refusal.write(w)
		return
	}
	control := http.NewResponseController(w)
	in := io.Reader(&pacedBody{http.MaxBytesReader(w, r.Body, s.limits.StreamBytes), control, s.limits.Idle})
	if r.ContentLength >= 0 && r.ContentLength <= readFirst {
		body, err := io.ReadAll(in)
		if err != nil {
			readProblem(err, s.limits.StreamBytes).write(w)
			return
		}
		in = bytes.NewReader(body)
	} else {
		_ = control.EnableFullDuplex() // HTTP/2 is
		// net/http of Go 1.26 panics when such a handler leaves a part of the body
		// and the connection is used again.
		w.Header().Set("Connection", "close")
	}
	// The context of the request is done as soon as the client is silent for too
	// long, and could not be told so. That it has gone shows when it is written to.
	s.stream(context.WithoutCancel(r.Context()), w, reader, in, control)
}

// stream writes the records of the lines of in.
func (s *Server) stream(ctx context.Context, w http.ResponseWriter, reader *command.Reader, in io.Reader, control *http.ResponseController) {
	var articles, remarked, failed int
	lines := &command.Lines{
		Reader: reader, Workers: s.limits.Workers, MaxBytes: s.limits.ArticleBytes, Timeout: s.limits.Timeout,
		Turn: s.turn, Stop: s.stop,
		Answered: func(answer command.Answer, bytes int) {
			s.metrics.answered(answer, bytes)
			switch {
			case answer.Err != nil:
				failed++
				return
			case answer.Remark != nil:
				remarked++
			}
			articles++
		},
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	w.Header().Set("Trailer", articlesTrailer+", "+remarkedTrailer+", "+failedTrailer)
	interrupt := func() { _ = control.SetReadDeadline(time.Now()) }
	if err := lines.Answer(ctx, in, &pacedWriter{w, control, s.limits.Idle}, control.Flush, interrupt); err != nil {
		// The client has gone, or takes nothing: it is to see that the response
		// is no whole one.
		panic(http.ErrAbortHandler)
	}
	for name, count := range map[string]int{articlesTrailer: articles, remarkedTrailer: remarked, failedTrailer: failed} {
		w.Header().Set(name, strconv.Itoa(count))
	}
}

// turn waits for the right to read an article of a stream.
func (s *Server) turn(ctx context.Context) (done func(), err error) {
	if err := s.turns.Acquire(ctx, 1); err != nil {
		return nil, fmt.Errorf("not read: %w", err)
	}
	return func() { s.turns.Release(1) }, nil
}

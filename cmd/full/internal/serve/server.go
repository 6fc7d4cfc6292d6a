// Package serve is the subcommand serve: articles in by HTTP, records out.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"runtime"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// Limits bound what a server takes on.
type Limits struct {
	Workers      int           // articles that are read at a time
	Requests     int           // requests for articles that are answered at a time
	PerClient    int           // of one address at a time; 0 is any number
	ArticleBytes int           // of one article: the body of a request, or a line
	StreamBytes  int64         // of the body of a request for many
	Timeout      time.Duration // for an article, and for the wait until it is read
	Idle         time.Duration // for which a client may send or take nothing
}

// DefaultLimits are for a machine that does nothing else.
func DefaultLimits() Limits {
	return Limits{
		Workers: runtime.GOMAXPROCS(0), Requests: 256, ArticleBytes: 4 << 20, StreamBytes: 1 << 30,
		Timeout: 30 * time.Second, Idle: time.Minute,
	}
}

const (
	// maxHeld is how many bytes of articles and streams may wait in memory.
	maxHeld = 256 << 20
	// maxHeaderTime and maxHeaderBytes bound the head of a request.
	maxHeaderTime  = 10 * time.Second
	maxHeaderBytes = 32 << 10
)

// A Server answers requests for articles.
type Server struct {
	reader   *command.Reader
	limits   Limits
	requests *admission
	turns    *semaphore.Weighted // for reading an article
	held     *semaphore.Weighted // bytes
	metrics  *metrics
	stop     chan struct{} // closed when the server is to come to an end
}

// New returns a server that reads with the options of a reader.
func New(reader *command.Reader, limits Limits) *Server {
	return &Server{
		reader: reader, limits: limits,
		requests: newAdmission(limits.Requests, limits.PerClient),
		turns:    semaphore.NewWeighted(int64(limits.Workers)),
		held:     semaphore.NewWeighted(maxHeld),
		metrics:  newMetrics(),
		stop:     make(chan struct{}),
	}
}

// Handler returns what answers the requests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /v1/parse", s.admitted("/v1/parse", s.parse))
	mux.Handle("POST /v1/batch", s.admitted("/v1/batch", s.batch))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { writeText(w, "ok\n") })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.HandleFunc("GET /openapi.json", describe)
	for _, path := range []string{"/v1/parse", "/v1/batch"} {
		mux.HandleFunc(path, notAllowed("POST"))
	}
	for _, path := range []string{"/healthz", "/readyz", "/metrics", "/openapi.json"} {
		mux.HandleFunc(path, notAllowed("GET, HEAD"))
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		problem{http.StatusNotFound, "there is nothing here: /openapi.json says what there is"}.write(w)
	})
	return mux
}

func notAllowed(methods string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Allow", methods)
		problem{http.StatusMethodNotAllowed, "this takes " + methods}.write(w)
	}
}

func (s *Server) ready(w http.ResponseWriter, _ *http.Request) {
	if s.isStopping() {
		problem{http.StatusServiceUnavailable, "the service stops"}.write(w)
		return
	}
	writeText(w, "ok\n")
}

func writeText(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(text)) // whoever asked has gone
}

// isStopping reports whether Stop was called.
func (s *Server) isStopping() bool {
	select {
	case <-s.stop:
		return true
	default:
		return false
	}
}

// Serve answers the requests that arrive at listener until ctx is done, and then
// those that are under way for grace at most. It returns nil if all of them were
// answered.
func (s *Server) Serve(ctx context.Context, listener net.Listener, grace time.Duration) error {
	server := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: maxHeaderTime,
		// Of every answer that does not set its own, from the head of its request.
		WriteTimeout:   s.limits.Timeout + 2*s.limits.Idle,
		IdleTimeout:    2 * s.limits.Idle,
		MaxHeaderBytes: maxHeaderBytes,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	close(s.stop)
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

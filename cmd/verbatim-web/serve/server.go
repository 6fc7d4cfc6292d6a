package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// leave is how long requests may take to end when the server is stopped.
const leave = 3 * time.Second

// Until serves on a listener until the context is done, and then lets the
// requests that are under way come to their end for a moment. It closes the
// listener. The error is nil where the server was stopped.
func Until(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute, // the program, over a slow line
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 14,
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		ending, cancel := context.WithTimeout(context.Background(), leave)
		defer cancel()
		err := server.Shutdown(ending)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close()
		}
		stopped <- err
	})
	err := server.Serve(listener)
	if !stop() {
		return <-stopped
	}
	return err
}

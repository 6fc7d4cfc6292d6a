package serve

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"time"
)

// mediaType returns the type of the body, or a problem if it is none of accepted.
func mediaType(r *http.Request, accepted ...string) (string, *problem) {
	given := r.Header.Get("Content-Type")
	kind, parameters, err := mime.ParseMediaType(given)
	if charset := parameters["charset"]; err == nil && charset != "" && charset != "utf-8" && charset != "UTF-8" {
		return "", &problem{http.StatusUnsupportedMediaType, fmt.Sprintf("the text is to be UTF-8, not %.100q", charset)}
	}
	for _, a := range accepted {
		if err == nil && kind == a {
			return kind, nil
		}
	}
	return "", &problem{http.StatusUnsupportedMediaType, fmt.Sprintf("the Content-Type is %.100q; send one of %q", given, accepted)}
}

// A pacedBody is the body of a request whose client may not stay silent for longer
// than idle.
type pacedBody struct {
	body    io.Reader
	control *http.ResponseController
	idle    time.Duration
}

func (b *pacedBody) Read(p []byte) (int, error) {
	if err := b.control.SetReadDeadline(time.Now().Add(b.idle)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return 0, err
	}
	n, err := b.body.Read(p)
	if errors.Is(err, io.EOF) {
		// From here on the server waits for the client to go, which may take as
		// long as the answer does.
		_ = b.control.SetReadDeadline(time.Time{})
	}
	return n, err
}

// A pacedWriter writes a response to a client that may not take longer than idle for
// a piece.
type pacedWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	idle    time.Duration
}

func (w *pacedWriter) Write(p []byte) (int, error) {
	if err := w.control.SetWriteDeadline(time.Now().Add(w.idle)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return 0, err
	}
	return w.ResponseWriter.Write(p)
}

func tooLargeProblem(limit int64) problem {
	return problem{http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is longer than %d bytes", limit)}
}

// readProblem says why the body of a request could not be read.
func readProblem(err error, limit int64) problem {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return tooLargeProblem(limit)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return problem{http.StatusRequestTimeout, "the body did not arrive in time"}
	}
	return problem{http.StatusBadRequest, "the body cannot be read: " + err.Error()}
}

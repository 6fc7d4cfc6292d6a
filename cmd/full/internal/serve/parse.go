package serve

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// accept reads what a request says before its body: of which kind that is, one of
// kinds, and with which options it is to be read. It refuses what is none of these, and
// a body that is said to be longer than limit bytes.
func (s *Server) accept(r *http.Request, limit int64, kinds ...string) (kind string, reader *command.Reader, refusal *problem) {
	kind, refusal = mediaType(r, kinds...)
	if refusal != nil {
		return "", nil, refusal
	}
	reader, err := s.reader.With(r.URL.Query())
	switch {
	case err != nil:
		return "", nil, &problem{http.StatusBadRequest, err.Error()}
	case r.ContentLength > limit:
		tooLarge := tooLargeProblem(limit)
		return "", nil, &tooLarge
	}
	return kind, reader, nil
}

// parse answers a request for one article.
func (s *Server) parse(w http.ResponseWriter, r *http.Request) {
	limit := int64(s.limits.ArticleBytes)
	kind, reader, refusal := s.accept(r, limit, "application/json", "text/plain")
	if refusal != nil {
		refusal.write(w)
		return
	}
	size := r.ContentLength
	if size < 0 {
		size = limit
	}
	if !s.held.TryAcquire(size) {
		problem{http.StatusServiceUnavailable, "too many articles are under way"}.write(w)
		return
	}
	defer s.held.Release(size)
	control := http.NewResponseController(w)
	body, err := io.ReadAll(&pacedBody{http.MaxBytesReader(w, r.Body, limit), control, s.limits.Idle})
	if err != nil {
		readProblem(err, limit).write(w)
		return
	}
	answer, refusal := s.answer(r.Context(), func() command.Answer {
		if kind == "text/plain" {
			return reader.Read(verbatim.Article{Text: string(body)})
		}
		return reader.ReadJSON(body)
	})
	if refusal != nil {
		refusal.write(w)
		return
	}
	s.metrics.answered(answer, len(body))
	if answer.Err != nil {
		problem{http.StatusBadRequest, oneLine(answer.Err)}.write(w)
		return
	}
	if answer.Remark != nil {
		w.Header().Set(remarkHeader, oneLine(answer.Remark))
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = io.Copy(&pacedWriter{w, control, s.limits.Idle}, bytes.NewReader(answer.Record)) // whoever asked has gone
}

// remarkHeader says what is odd about an article that was read all the same.
const remarkHeader = "Verbatim-Remark"

// oneLine is the message of an error, or of several joined, for a header or a detail.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

// answer reads an article when its turn has come, within the time that there is for
// both. What cannot be read in time keeps its turn until it is read.
func (s *Server) answer(ctx context.Context, read func() command.Answer) (command.Answer, *problem) {
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, s.limits.Timeout)
	defer cancel()
	if err := s.turns.Acquire(ctx, 1); err != nil {
		return command.Answer{}, &problem{http.StatusServiceUnavailable, "too many articles were before this one"}
	}
	answers := make(chan command.Answer, 1)
	go func() {
		defer s.turns.Release(1)
		answers <- read()
	}()
	select {
	case answer := <-answers:
		s.metrics.reading.Observe(time.Since(began).Seconds())
		return answer, nil
	case <-ctx.Done():
		return command.Answer{}, &problem{http.StatusServiceUnavailable, "the article was not read within " + s.limits.Timeout.String()}
	}
}

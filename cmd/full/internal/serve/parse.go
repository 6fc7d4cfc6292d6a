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

// parse answers a request for one article.
func (s *Server) parse(w http.ResponseWriter, r *http.Request) {
	kind, refusal := mediaType(r, "application/json", "text/plain")
	if refusal != nil {
		refusal.write(w)
		return
	}
	reader, err := s.reader.With(r.URL.Query())
	if err != nil {
		problem{http.StatusBadRequest, err.Error()}.write(w)
		return
	}
	limit := int64(s.limits.ArticleBytes)
	if r.ContentLength > limit {
		tooLargeProblem(limit).write(w)
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

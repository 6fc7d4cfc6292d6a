package serve

import (
	"encoding/json"
	"net/http"
)

// A problem is an error as RFC 9457 has it. Its type is "about:blank": the status
// tells the kind.
type problem struct {
	status int
	detail string
}

// retryAfter is after how many seconds a client may try again that was sent away
// because the server had too much to do.
const retryAfter = "1"

// write answers a request with the problem.
func (p problem) write(w http.ResponseWriter) {
	body, err := json.Marshal(struct {
		Type   string `json:"type"`
		Title  string `json:"title"`
		Status int    `json:"status"`
		Detail string `json:"detail"`
	}{"about:blank", http.StatusText(p.status), p.status, p.detail})
	if err != nil {
		panic(err) // of strings and a number
	}
	if p.status == http.StatusTooManyRequests || p.status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", retryAfter)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.status)
	_, _ = w.Write(append(body, '\n')) // whoever asked has gone
}

package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// A network is in memory, so that the clock of synctest stands still while its
// goroutines have something to do.
type network struct {
	connections chan net.Conn
	closed      chan struct{}
}

func newNetwork() *network {
	return &network{make(chan net.Conn), make(chan struct{})}
}

func (n *network) Accept() (net.Conn, error) {
	select {
	case c := <-n.connections:
		return c, nil
	case <-n.closed:
		return nil, net.ErrClosed
	}
}

func (n *network) Close() error {
	close(n.closed)
	return nil
}

func (n *network) Addr() net.Addr { return &net.UnixAddr{Name: "memory"} }

func (n *network) dial(context.Context, string, string) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case n.connections <- server:
		return client, nil
	case <-n.closed:
		return nil, errors.New("connection refused")
	}
}

// A service is a server under test, and a client of it.
type service struct {
	*Server
	client *http.Client
	stop   func()     // asks the server to stop
	ended  chan error // of Serve
}

// start starts a server within a bubble of synctest. It ends with the test.
func start(t *testing.T, limits Limits) *service {
	reader := command.NewReader(flag.NewFlagSet("", flag.ContinueOnError), nil)
	light, err := reader.With(map[string][]string{"light": {"true"}})
	if err != nil {
		t.Fatal(err)
	}
	net := newNetwork()
	ctx, stop := context.WithCancel(context.Background())
	transport := &http.Transport{DialContext: net.dial}
	s := &service{Server: New(light, limits), client: &http.Client{Transport: transport}, stop: stop, ended: make(chan error, 1)}
	go func() { s.ended <- s.Serve(ctx, net, time.Minute) }()
	t.Cleanup(func() {
		stop()
		transport.CloseIdleConnections()
		select {
		case err := <-s.ended:
			if err != nil {
				t.Errorf("the server ended with %v", err)
			}
		case <-time.After(time.Hour):
			t.Error("the server does not end")
		}
	})
	return s
}

func fewLimits() Limits {
	l := DefaultLimits()
	l.Workers = 2
	return l
}

// post sends a body and returns the answer with its body read.
func (s *service) post(t *testing.T, path, kind string, body io.Reader) (*http.Response, string) {
	t.Helper()
	response, err := s.client.Post("http://verbatim"+path, kind, body)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatalf("reading the answer: %v", err)
	}
	return response, string(content)
}

// isProblem checks an answer that is an error.
func isProblem(t *testing.T, response *http.Response, body string, status int, detail string) {
	t.Helper()
	var p struct {
		Type, Title, Detail string
		Status              int
	}
	if err := json.Unmarshal([]byte(body), &p); err != nil {
		t.Fatalf("%q: %v", body, err)
	}
	if response.StatusCode != status || p.Status != status || p.Title != http.StatusText(status) || p.Type != "about:blank" || !strings.Contains(p.Detail, detail) {
		t.Errorf("status %d, %+v; want %d and %q", response.StatusCode, p, status, detail)
	}
	if kind := response.Header.Get("Content-Type"); kind != "application/problem+json" {
		t.Errorf("Content-Type %q", kind)
	}
	if again := response.Header.Get("Retry-After"); (again != "") != (status == 429 || status == 503) {
		t.Errorf("status %d with Retry-After %q", status, again)
	}
}

const line = `{"id":"a","text":"“The harbour is open,” said Ana Lopez."}` + "\n"

func TestParse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		tests := []struct {
			name, path, kind, body string
			status                 int
			want                   string // in the record or the detail
		}{
			{"JSON", "/v1/parse", "application/json", line, 200, `"name":"Ana Lopez"`},
			{"over lines", "/v1/parse", "application/json; charset=utf-8", "{\n\"text\":\n\"\"}", 200, `"messages":[]`},
			{"text", "/v1/parse", "text/plain", "“The harbour is open,” said Ana Lopez.", 200, `"name":"Ana Lopez"`},
			{"an option", "/v1/parse?published=2016-10-12&light=true", "text/plain", "The harbour on Friday.", 200, `"value":"2016-10-07"`},
			{"another option", "/v1/parse?published=2016-10-12&prefer=future", "text/plain", "The harbour on Friday.", 200, `"value":"2016-10-14"`},
			{"no such option", "/v1/parse?colour=red", "text/plain", "", 400, `there is no option "colour"`},
			{"a file of the machine", "/v1/parse?names=/etc/passwd", "text/plain", "", 400, `there is no option "names"`},
			{"an option without sense", "/v1/parse?prefer=left", "text/plain", "", 400, `"left" is none of past, future and nearest`},
			{"an option twice", "/v1/parse?light=true&light=false", "text/plain", "", 400, "light is given more than once"},
			{"no article", "/v1/parse", "application/json", `{"id":1}`, 400, `no "text"`},
			{"no JSON", "/v1/parse", "application/json", `{"text"`, 400, "ends within the object"},
			{"a form", "/v1/parse", "application/x-www-form-urlencoded", line, 415, "send one of"},
			{"Latin-1", "/v1/parse", "text/plain; charset=iso-8859-1", "", 415, "is to be UTF-8"},
			{"elsewhere", "/v2/parse", "text/plain", "", 404, "/openapi.json"},
		}
		for _, test := range tests {
			response, body := s.post(t, test.path, test.kind, strings.NewReader(test.body))
			if test.status != 200 {
				isProblem(t, response, body, test.status, test.want)
			} else if response.StatusCode != 200 || !strings.Contains(body, test.want) {
				t.Errorf("%s: status %d, %s; want %s", test.name, response.StatusCode, body, test.want)
			}
		}
		response, body := s.post(t, "/v1/parse", "application/json", strings.NewReader(`{"text":"","published":"soon"}`))
		if response.StatusCode != 200 || !strings.Contains(response.Header.Get(remarkHeader), `"soon" is no date`) {
			t.Errorf("an odd date: status %d, %v, %s", response.StatusCode, response.Header, body)
		}
		response, err := s.client.Get("http://verbatim/v1/parse")
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		if response.StatusCode != 405 || response.Header.Get("Allow") != "POST" {
			t.Errorf("GET: status %d, allowed %q", response.StatusCode, response.Header.Get("Allow"))
		}
	})
}

func TestBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		input := strings.Repeat(line, 100) + "\n{}\n" + `{"text":"","published":"soon"}`
		for name, body := range map[string]io.Reader{"known length": strings.NewReader(input), "stream": io.MultiReader(strings.NewReader(input))} {
			response, output := s.post(t, "/v1/batch", "application/x-ndjson", body)
			lines := strings.Split(strings.TrimSuffix(output, "\n"), "\n")
			if response.StatusCode != 200 || len(lines) != 102 || lines[100] != `{"line":102,"error":"no \"text\""}` || !strings.Contains(lines[0], `"id":"a"`) {
				t.Errorf("%s: status %d, output:\n%s", name, response.StatusCode, output)
			}
			if got := [3]string{response.Trailer.Get(articlesTrailer), response.Trailer.Get(remarkedTrailer), response.Trailer.Get(failedTrailer)}; got != [3]string{"101", "1", "1"} {
				t.Errorf("%s: trailers %q; want 101 articles, 1 with a remark, 1 failed", name, got)
			}
		}
	})
}

// TestBatchAnswersAtOnce sends a line and waits for its answer before the next.
func TestBatchAnswersAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		body, send := io.Pipe()
		go io.WriteString(send, line)
		response, err := s.client.Post("http://verbatim/v1/batch", "application/x-ndjson", body)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		answers := bufio.NewReader(response.Body)
		for range 3 {
			if answer, err := answers.ReadString('\n'); err != nil || !strings.HasPrefix(answer, `{"id":"a",`) {
				t.Fatalf("answer %q, %v", answer, err)
			}
			time.Sleep(50 * time.Second) // less than a client may be silent
			go io.WriteString(send, line)
		}
		if _, err := answers.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		send.Close()
		if rest, err := io.ReadAll(answers); err != nil || len(rest) > 0 {
			t.Errorf("the rest is %q, %v", rest, err)
		}
	})
}

func TestTooLarge(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limits := fewLimits()
		limits.ArticleBytes, limits.StreamBytes = 100, 400
		s := start(t, limits)
		long := strings.Repeat("word ", 30)
		for _, body := range []io.Reader{strings.NewReader(long), io.MultiReader(strings.NewReader(long))} {
			response, answer := s.post(t, "/v1/parse", "text/plain", body)
			isProblem(t, response, answer, 413, "the body is longer than 100 bytes")
		}
		stream := strings.Repeat(line, 10)
		response, answer := s.post(t, "/v1/batch", "application/x-ndjson", strings.NewReader(stream))
		isProblem(t, response, answer, 413, "the body is longer than 400 bytes")
		response, answer = s.post(t, "/v1/batch", "application/x-ndjson", io.MultiReader(strings.NewReader(stream)))
		if lines := strings.Split(answer, "\n"); response.StatusCode != 200 || len(lines) != 8 || !strings.Contains(lines[6], `{"line":7,"error":"reading: http: request body too large"}`) {
			t.Errorf("a stream that grows too long: status %d, %s", response.StatusCode, answer)
		}
		response, answer = s.post(t, "/v1/batch", "application/x-ndjson", strings.NewReader(`{"text":"`+long+`"}`+"\n"+line))
		if response.StatusCode != 200 || !strings.HasPrefix(answer, `{"line":1,"error":"longer than 100 bytes"}`+"\n"+`{"id":"a"`) {
			t.Errorf("a line that is too long: status %d, %s", response.StatusCode, answer)
		}
	})
}

// hold begins a request and does not end its body until finish is called.
func (s *service) hold(t *testing.T, path string) (finish func(body string) (*http.Response, string)) {
	body, send := io.Pipe()
	type answer struct {
		response *http.Response
		body     string
	}
	answers := make(chan answer, 1)
	go func() {
		kind := "text/plain"
		if path == "/v1/batch" {
			kind = "application/x-ndjson"
		}
		response, content := s.post(t, path, kind, body)
		answers <- answer{response, content}
	}()
	synctest.Wait()
	return func(rest string) (*http.Response, string) {
		if rest != "" {
			if _, err := io.WriteString(send, rest); err != nil {
				t.Error(err)
			}
			send.Close()
		}
		a := <-answers
		send.Close()
		return a.response, a.body
	}
}

func TestTooMany(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Limits)
		status int
		detail string
	}{
		{"of a client", func(l *Limits) { l.PerClient = 1 }, 429, "of this client"},
		{"in all", func(l *Limits) { l.Requests = 1 }, 503, "too many requests are under way"},
		{"bytes", func(l *Limits) { l.ArticleBytes = maxHeld * 3 / 4 }, 503, "too many articles are under way"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				limits := fewLimits()
				test.change(&limits)
				s := start(t, limits)
				finish := s.hold(t, "/v1/parse")
				response, body := s.post(t, "/v1/parse", "text/plain", io.MultiReader(strings.NewReader("x")))
				isProblem(t, response, body, test.status, test.detail)
				if response, body := finish("“The harbour is open,” said Ana Lopez."); response.StatusCode != 200 || !strings.Contains(body, "Ana Lopez") {
					t.Errorf("the first: status %d, %s", response.StatusCode, body)
				}
				if response, body := s.post(t, "/v1/parse", "text/plain", strings.NewReader("x")); response.StatusCode != 200 {
					t.Errorf("after the first: status %d, %s", response.StatusCode, body)
				}
			})
		})
	}
}

// TestArticleTakesTooLong answers in time and keeps the turn until the article is
// read.
func TestArticleTakesTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limits := fewLimits()
		limits.Workers, limits.Timeout = 1, time.Second
		s := New(command.NewReader(flag.NewFlagSet("", flag.ContinueOnError), nil), limits)
		slow := func() command.Answer { time.Sleep(time.Hour); return command.Answer{} }
		began := time.Now()
		if _, refusal := s.answer(t.Context(), slow); refusal == nil || refusal.status != 503 || time.Since(began) != time.Second {
			t.Errorf("after %v: %+v; want 503 after a second", time.Since(began), refusal)
		}
		if _, refusal := s.answer(t.Context(), slow); refusal == nil || refusal.detail != "too many articles were before this one" || time.Since(began) != 2*time.Second {
			t.Errorf("after %v: %+v; want that the first still has its turn", time.Since(began), refusal)
		}
		time.Sleep(time.Hour)
		if _, refusal := s.answer(t.Context(), func() command.Answer { return command.Answer{} }); refusal != nil {
			t.Errorf("when the first has been read: %+v", refusal)
		}
	})
}

func TestSlowBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		began := time.Now()
		response, body := s.hold(t, "/v1/parse")("")
		isProblem(t, response, body, 408, "did not arrive in time")
		if waited := time.Since(began); waited != DefaultLimits().Idle {
			t.Errorf("answered after %v", waited)
		}
		response, body = s.hold(t, "/v1/batch")("")
		if response.StatusCode != 200 || !strings.HasPrefix(body, `{"line":1,"error":"reading: `) {
			t.Errorf("a stream that stands still: status %d, %q", response.StatusCode, body)
		}
	})
}

// TestClientGone leaves in the middle of a stream, and once without reading the
// answers: nothing of the request goes on.
func TestClientGone(t *testing.T) {
	for _, reads := range []bool{true, false} {
		synctest.Test(t, func(t *testing.T) {
			s := start(t, fewLimits())
			body, send := io.Pipe()
			ctx, leave := context.WithCancel(t.Context())
			request, err := http.NewRequestWithContext(ctx, "POST", "http://verbatim/v1/batch", body)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", "application/x-ndjson")
			go func() {
				for { // as much as is taken
					if _, err := io.WriteString(send, line); err != nil {
						return
					}
				}
			}()
			response, err := s.client.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			if reads {
				if _, err := io.ReadFull(response.Body, make([]byte, 10_000)); err != nil {
					t.Error(err)
				}
			}
			synctest.Wait()
			leave()
			send.CloseWithError(ctx.Err())
			response.Body.Close()
			synctest.Wait()
			s.requests.mutex.Lock()
			defer s.requests.mutex.Unlock()
			if s.requests.all != 0 || !s.turns.TryAcquire(int64(s.limits.Workers)) {
				t.Errorf("%d requests are under way after the client has gone", s.requests.all)
			}
			s.turns.Release(int64(s.limits.Workers))
		})
	}
}

// TestSilentReader takes none of the answers: it is given up.
func TestSilentReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		response, err := s.client.Post("http://verbatim/v1/batch", "application/x-ndjson", strings.NewReader(strings.Repeat(line, 5000)))
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(DefaultLimits().Idle + time.Second)
		synctest.Wait()
		s.requests.mutex.Lock()
		if s.requests.all != 0 {
			t.Errorf("%d requests are under way", s.requests.all)
		}
		s.requests.mutex.Unlock()
		if _, err := io.Copy(io.Discard, response.Body); err == nil {
			t.Error("the response that was given up looks whole")
		}
		response.Body.Close()
	})
}

// TestStop finishes what is under way, ends streams where they are, and takes
// nothing new.
func TestStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		finish := s.hold(t, "/v1/parse")
		body, send := io.Pipe()
		go io.WriteString(send, line)
		stream, err := s.client.Post("http://verbatim/v1/batch", "application/x-ndjson", body)
		if err != nil {
			t.Fatal(err)
		}
		defer stream.Body.Close()
		synctest.Wait()
		s.stop()
		synctest.Wait()
		output, err := io.ReadAll(stream.Body)
		if lines := strings.Split(string(output), "\n"); err != nil || len(lines) != 3 || lines[1] != `{"line":2,"error":"`+command.ErrStopped.Error()+`"}` {
			t.Errorf("the stream: %s, %v", output, err)
		}
		send.Close()
		if _, err := s.client.Post("http://verbatim/v1/parse", "text/plain", strings.NewReader("x")); err == nil {
			t.Error("a new request is answered")
		}
		if response, body := finish("“The harbour is open,” said Ana Lopez."); response.StatusCode != 200 || !strings.Contains(body, "Ana Lopez") {
			t.Errorf("what was under way: status %d, %s", response.StatusCode, body)
		}
	})
}

// TestStopHasAnEnd gives up a request that does not end within the grace.
func TestStopHasAnEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limits := fewLimits()
		limits.Idle = time.Hour
		s := start(t, limits)
		body, send := io.Pipe()
		failed := make(chan error)
		go func() {
			_, err := s.client.Post("http://verbatim/v1/parse", "text/plain", body)
			failed <- err
		}()
		synctest.Wait()
		s.stop()
		began := time.Now()
		err := <-s.ended
		if waited := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || waited != time.Minute {
			t.Errorf("ended after %v with %v", waited, err)
		}
		s.ended <- nil
		send.Close()
		if err := <-failed; err == nil {
			t.Error("the request was answered")
		}
	})
}

func TestHealthAndMetrics(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, fewLimits())
		get := func(path string) (int, string) {
			response, err := s.client.Get("http://verbatim" + path)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			body, err := io.ReadAll(response.Body)
			if err != nil {
				t.Fatal(err)
			}
			return response.StatusCode, string(body)
		}
		for _, path := range []string{"/healthz", "/readyz"} {
			if status, body := get(path); status != 200 || body != "ok\n" {
				t.Errorf("%s: %d, %q", path, status, body)
			}
		}
		s.post(t, "/v1/parse", "application/json", strings.NewReader(line))
		s.post(t, "/v1/parse", "application/json", strings.NewReader("{}"))
		s.post(t, "/v1/batch", "application/x-ndjson", strings.NewReader(line+line))
		_, counts := get("/metrics")
		for _, want := range []string{
			`verbatim_requests_total{path="/v1/parse",status="200"} 1`, `verbatim_requests_total{path="/v1/parse",status="400"} 1`,
			`verbatim_requests_total{path="/v1/batch",status="200"} 1`, `verbatim_articles_total{result="read"} 3`, `verbatim_articles_total{result="failed"} 1`,
			`verbatim_request_seconds_count{path="/v1/parse"} 2`, `verbatim_requests_under_way 0`, "go_goroutines ",
		} {
			if !strings.Contains(counts, want) {
				t.Errorf("the metrics lack %s", want)
			}
		}
		close(s.Server.stop)
		if status, _ := get("/readyz"); status != 503 {
			t.Errorf("/readyz while stopping: %d", status)
		}
		s.Server.stop = make(chan struct{}) // to be closed by the end of the test
	})
}

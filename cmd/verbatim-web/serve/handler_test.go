package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

var files = map[string][]byte{
	"index.html":    []byte("<!DOCTYPE html><title>site</title>"),
	"a.wasm":        []byte("\x00asm, whole"),
	"a.wasm.br":     []byte("brotli"),
	"a.wasm.gz":     []byte("gzip"),
	"plain.js":      []byte("export {}"),
	"types.d.ts":    []byte("export {}"),
	"samples/a.txt": []byte("an article"),
	"LICENSE":       []byte("licence"),
}

func ask(t *testing.T, method, path string, header http.Header) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for name, values := range header {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	Handler(files, "default-src 'none'").ServeHTTP(w, r)
	return w.Result()
}

func TestFiles(t *testing.T) {
	for _, c := range []struct{ path, accepted, contentType, coding, body string }{
		{"/", "", "text/html; charset=utf-8", "", "<!DOCTYPE html><title>site</title>"},
		{"/index.html", "gzip, br", "text/html; charset=utf-8", "", "<!DOCTYPE html><title>site</title>"},
		{"/a.wasm", "", "application/wasm", "", "\x00asm, whole"},
		{"/a.wasm?v=1", "gzip, deflate, br, zstd", "application/wasm", "br", "brotli"},
		{"/a.wasm", "gzip", "application/wasm", "gzip", "gzip"},
		{"/a.wasm", "br;q=0, gzip;q=0.5", "application/wasm", "gzip", "gzip"},
		{"/a.wasm", "br;q=0, gzip; q=0", "application/wasm", "", "\x00asm, whole"},
		{"/a.wasm.gz", "gzip", "application/gzip", "", "gzip"},
		{"/plain.js", "br", "text/javascript; charset=utf-8", "", "export {}"},
		{"/types.d.ts", "br", "text/plain; charset=utf-8", "", "export {}"},
		{"/samples/a.txt", "", "text/plain; charset=utf-8", "", "an article"},
		{"/LICENSE", "", "application/octet-stream", "", "licence"},
	} {
		header := http.Header{}
		if c.accepted != "" {
			header.Set("Accept-Encoding", c.accepted)
		}
		response := ask(t, "GET", c.path, header)
		body, _ := io.ReadAll(response.Body)
		if response.StatusCode != http.StatusOK || string(body) != c.body {
			t.Errorf("%s: %d %q", c.path, response.StatusCode, body)
		}
		if got := response.Header.Get("Content-Type"); got != c.contentType {
			t.Errorf("%s is %s, want %s", c.path, got, c.contentType)
		}
		if got := response.Header.Get("Content-Encoding"); got != c.coding {
			t.Errorf("%s for %q comes as %q, want %q", c.path, c.accepted, got, c.coding)
		}
		if response.ContentLength != int64(len(c.body)) {
			t.Errorf("%s: the length is %d", c.path, response.ContentLength)
		}
		if head := ask(t, "HEAD", c.path, header); head.StatusCode != http.StatusOK || head.ContentLength != int64(len(c.body)) {
			t.Errorf("HEAD %s: %d, %d bytes", c.path, head.StatusCode, head.ContentLength)
		}
		// The tag is that of the form: a cache must not take one for the other.
		again := ask(t, "GET", c.path, http.Header{"If-None-Match": {response.Header.Get("ETag")}, "Accept-Encoding": header["Accept-Encoding"]})
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("%s again: %d", c.path, again.StatusCode)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Vary": "Accept-Encoding"} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", c.path, name, got)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH"} {
		response := ask(t, method, "/", nil)
		if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, allowed %q", method, response.StatusCode, response.Header.Get("Allow"))
		}
	}
	for _, path := range []string{"/nothing", "/samples", "/samples/", "/../handler.go", "/%2e%2e/go.mod", "/a.wasm/"} {
		if response := ask(t, "GET", path, nil); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, response.StatusCode)
		}
	}
}

// TestUntil serves until it is told to stop.
func TestUntil(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skipf("there is no loopback: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- Until(ctx, listener, Handler(files, "")) }()
	response, err := http.Get("http://" + listener.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || !strings.Contains(string(body), "site") {
		t.Errorf("%q (%v)", body, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("stopped: %v", err)
	}
	if _, err := net.Dial("tcp", listener.Addr().String()); err == nil {
		t.Error("it still listens")
	}
}

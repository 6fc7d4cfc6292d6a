package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// A handler hands out the files of a site.
type handler struct {
	files  map[string][]byte
	tags   map[string]string // entity tags, by name
	policy string
}

// Handler returns a handler for the files of a site, by name. A file NAME.br or
// NAME.gz is taken for NAME compressed; a folder is its index.html. The policy is
// sent along as the content security policy of each. The handler takes GET and
// HEAD and nothing else. Nobody may change the files afterwards.
func Handler(files map[string][]byte, policy string) http.Handler {
	h := &handler{files, map[string]string{}, policy}
	for name, content := range files {
		sum := sha256.Sum256(content)
		h.tags[name] = `"` + hex.EncodeToString(sum[:16]) + `"`
	}
	return h
}

// types are those that systems know by other names, or not at all.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".gz":   "application/gzip",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".md":   "text/markdown; charset=utf-8",
	".ts":   "text/plain; charset=utf-8", // or systems take it for a video
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", h.policy+"; frame-ancestors 'none'")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	if _, ok := h.files[name]; !ok {
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	h.serveFile(w, r, name)
}

func (h *handler) serveFile(w http.ResponseWriter, r *http.Request, name string) {
	header := w.Header()
	contentType := types[path.Ext(name)]
	if contentType == "" {
		contentType = mime.TypeByExtension(path.Ext(name))
	}
	if contentType == "" {
		contentType = "application/octet-stream"
	}
	header.Set("Content-Type", contentType)
	// A browser asks each time whether the file is still the same.
	header.Set("Cache-Control", "no-cache")
	header.Set("Vary", "Accept-Encoding")
	sent := name
	for _, form := range []struct{ coding, extension string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if _, ok := h.files[name+form.extension]; ok && accepts(r, form.coding) {
			header.Set("Content-Encoding", form.coding)
			sent = name + form.extension
			break
		}
	}
	header.Set("ETag", h.tags[sent])
	if sent != name {
		// ServeContent leaves the length out where there is a coding.
		header.Set("Content-Length", strconv.Itoa(len(h.files[sent])))
		r.Header.Del("Range") // of a compressed file it is of no use to anybody
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(h.files[sent]))
}

// accepts reports whether a client takes a coding: one of those named in its
// Accept-Encoding without a weight of nothing (RFC 9110, section 12.5.3).
func accepts(r *http.Request, coding string) bool {
	for _, line := range r.Header.Values("Accept-Encoding") {
		for offer := range strings.SplitSeq(line, ",") {
			name, weight, weighted := strings.Cut(offer, ";")
			if !strings.EqualFold(strings.TrimSpace(name), coding) {
				continue
			}
			if !weighted {
				return true
			}
			q, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(weight), "q="), 64)
			return err == nil && q > 0
		}
	}
	return false
}

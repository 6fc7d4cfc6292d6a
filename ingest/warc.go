package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/nlnwa/gowarc/v3"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

// warc reads the pages of a web archive, one record after the other.
//
// The archive comes here unpacked. gowarc unpacks gzip itself, but takes an archive
// that was compressed as a whole for one record and passes over all the others
// without an error (version 3.1.0).
func (w *walk) warc(in io.Reader, at place) {
	if at.depth++; at.depth > w.limits.Depth {
		w.fail(at, "warc", &LimitError{"containers in one another", int64(w.limits.Depth)})
		return
	}
	const inMemory = 1 << 20 // bytes of a record; larger ones go through a temporary file
	// The options that leave validation out would give records without content.
	archive, err := gowarc.NewWarcFileReaderFromStream(in, 0, gowarc.WithBufferMaxMemBytes(inMemory))
	if err != nil {
		w.fail(at, "warc", err)
		return
	}
	defer archive.Close()
	for number := 1; !w.stopped; number++ {
		record, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF) && record.WarcRecord == nil && !errors.Is(err, io.ErrUnexpectedEOF):
			return
		case err != nil:
			w.fail(recordPlace(at, number, ""), "warc", unpacking(err))
			return
		}
		w.record(record.WarcRecord, at, number)
		record.Close()
	}
}

func recordPlace(at place, number int, address string) place {
	return place{path: join(at.path, fmt.Sprintf("#%d", number)), url: address, depth: at.depth}
}

// record reads the page of one record, if it holds one.
func (w *walk) record(record gowarc.WarcRecord, at place, number int) {
	header := record.WarcHeader()
	address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	here := recordPlace(at, number, address)
	content, err := record.Block().RawBytes()
	if err != nil {
		w.fail(here, "warc", err)
		return
	}
	if declared, err := record.ContentLength(); err == nil && record.Block().Size() < declared {
		w.fail(here, "warc", errTruncated)
		return
	}
	switch record.Type() {
	case gowarc.Response:
		w.response(content, here)
	case gowarc.Resource, gowarc.Conversion:
		here.mediaType = header.Get("Content-Type")
		w.archived(content, here)
	}
}

// response reads what a server answered. Errors of the server and redirections
// are no articles.
func (w *walk) response(in io.Reader, at place) {
	response, err := http.ReadResponse(bufio.NewReader(in), nil)
	if err != nil {
		w.fail(at, "warc", fmt.Errorf("the answer of the server cannot be read: %w", err))
		return
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return
	}
	at.mediaType = response.Header.Get("Content-Type")
	w.archived(response.Body, at)
}

// archived reads an archived page, feed or document. Pictures, scripts and
// robots.txt are passed over. A compressed body is unpacked by its content, whatever the header says of it,
// as some crawlers keep the header and store the body unpacked.
func (w *walk) archived(in io.Reader, at place) {
	head := bufio.NewReaderSize(in, sniff.Window)
	first, _ := head.Peek(sniff.Window)
	mediaType := strings.ToLower(at.mediaType)
	switch kind := w.kind(first, at); {
	case kind == sniff.Binary, kind == sniff.XML, kind == sniff.JSON,
		kind == sniff.Prose && !strings.HasPrefix(mediaType, "text/plain"),
		strings.HasSuffix(at.url, "/robots.txt"), strings.HasPrefix(mediaType, "image/"), strings.HasPrefix(mediaType, "text/css"), strings.Contains(mediaType, "javascript"):
		return
	}
	w.source(head, at)
}

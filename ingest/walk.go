package ingest

import (
	"bufio"
	"errors"
	"io"
	"mime"
	"path"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/internal/sniff"
)

// A walk goes through one source, into its containers and to its articles.
type walk struct {
	fields  Fields
	zone    *time.Location
	limits  Limits
	yield   func(*Article, error) bool
	stopped bool // the loop wants no more
}

// A place is where the walk is, with what is known of the bytes there.
type place struct {
	path      string
	name      string // of the file, without what has been unpacked
	url       string
	mediaType string
	depth     int
}

// within returns the place of a member of the container here.
func (p place) within(name string) place {
	return place{path: join(p.path, "!"+name), name: name, depth: p.depth}
}

// join puts a member behind the path to its container, which may have no name.
func join(path, member string) string {
	if path == "" {
		return strings.TrimPrefix(member, "!")
	}
	return path + member
}

// give hands an article to the loop.
func (w *walk) give(a *Article) {
	if !w.stopped {
		w.stopped = !w.yield(a, nil)
	}
}

// fail tells the loop what could not be read.
func (w *walk) fail(at place, format string, err error) {
	if w.stopped {
		return
	}
	var known *Error
	if !errors.As(err, &known) {
		err = &Error{Path: at.path, Format: format, Err: err}
	}
	w.stopped = !w.yield(nil, err)
}

// source reads whatever is here.
func (w *walk) source(in io.Reader, at place) {
	head := bufio.NewReaderSize(in, sniff.Window)
	first, err := head.Peek(sniff.Window)
	if err != nil && err != io.EOF {
		w.fail(at, "", err)
		return
	}
	kind := w.kind(first, at)
	if unpacker, ok := unpackers[kind]; ok {
		w.unpack(head, at, kind, unpacker)
		return
	}
	switch kind {
	case sniff.ZIP, sniff.DOCX:
		w.zip(in, head, at)
	case sniff.Tar:
		w.tar(head, at)
	case sniff.WARC:
		w.warc(head, at)
	case sniff.CSV:
		w.table(head, at)
	case sniff.JSONLines:
		w.lines(head, at)
	default:
		w.document(head, at, kind)
	}
}

// kind tells what is here: by content, and where that leaves it open, by the fields
// that the caller has named, the media type and the name.
func (w *walk) kind(head []byte, at place) sniff.Kind {
	kind := sniff.Content(head)
	named := sniff.Named(withoutEnding(at.name))
	declared, _, _ := mime.ParseMediaType(at.mediaType)
	switch kind {
	case sniff.JSON, sniff.NINJS:
		if w.fields != (Fields{}) || named == sniff.JSONLines {
			return sniff.JSONLines
		}
	case sniff.Prose, sniff.UTF16:
		switch {
		case kind == sniff.Prose && sniff.IsBinary(head):
			return sniff.Binary
		case declared == "text/csv" || declared == "text/tab-separated-values" || named == sniff.CSV:
			return sniff.CSV
		case kind == sniff.UTF16:
			return kind
		case declared == "text/html" || declared == "application/xhtml+xml":
			return sniff.HTML
		case declared == "text/markdown" || named == sniff.Markdown:
			return sniff.Markdown
		case declared == "message/rfc822" || strings.HasSuffix(strings.ToLower(at.name), ".eml"):
			return sniff.EMail
		case named == sniff.JSONLines:
			return sniff.JSONLines
		}
	}
	return kind
}

// document reads the one file here, of one format.
func (w *walk) document(in io.Reader, at place, kind sniff.Kind) {
	content, err := w.readAll(in)
	if err != nil {
		w.fail(at, string(kind), err)
		return
	}
	d := &document{path: at.path, name: at.name, url: at.url, mediaType: at.mediaType, zone: w.zone, content: content}
	if kind == sniff.UTF16 {
		kind = d.decodedKind()
	}
	switch kind {
	case sniff.RSS, sniff.Atom, sniff.JSONFeed:
		w.feed(d, at, kind)
		return
	case sniff.JSON:
		w.objects(d, at)
		return
	}
	read, ok := readers[kind]
	if !ok {
		w.fail(at, string(kind), &UnknownError{kind.Name()})
		return
	}
	a, err := protect(func() (*Article, error) { return read(d) })
	if err != nil {
		w.fail(at, string(kind), err)
		return
	}
	if strings.TrimSpace(a.Text) == "" {
		w.fail(at, string(kind), errNoText)
		return
	}
	w.give(a)
}

var errNoText = errors.New("there is no text in it")

// readers read a document that holds one article.
var readers = map[sniff.Kind]func(*document) (*Article, error){
	sniff.HTML:     (*document).readPage,
	sniff.NITF:     (*document).readNITF,
	sniff.NINJS:    (*document).readNINJS,
	sniff.SubRip:   func(d *document) (*Article, error) { return d.readCaptions(FormatSubRip) },
	sniff.WebVTT:   func(d *document) (*Article, error) { return d.readCaptions(FormatWebVTT) },
	sniff.EMail:    (*document).readMail,
	sniff.Markdown: (*document).readMarkdown,
	sniff.PDF:      (*document).readPDF,
	sniff.Prose:    (*document).readText,
	sniff.DOCX:     (*document).readDOCX,
}

// decodedKind tells what the text is that stands in UTF-16.
func (d *document) decodedKind() sniff.Kind {
	text, _ := decode(d.content, "")
	kind := sniff.Content([]byte(text[:min(len(text), sniff.Window)]))
	if kind == sniff.Prose && sniff.Named(d.name) == sniff.Markdown {
		return sniff.Markdown
	}
	return kind
}

// readText reads a file of plain text.
func (d *document) readText() (*Article, error) {
	a := d.article(FormatText)
	text, origin := decode(d.content, d.mediaType)
	a.Text, a.Source = text, origin
	if origin == nil {
		a.Source = whole(text)
	}
	return a, nil
}

// readAll reads one document.
func (w *walk) readAll(in io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(in, w.limits.Document+1))
	if int64(len(content)) > w.limits.Document {
		return nil, &LimitError{"bytes in one document", w.limits.Document}
	}
	return content, err
}

// A faultError is a panic of a library that a document has led to.
type faultError struct{ fault any }

func (e *faultError) Error() string { return "the reader of this format failed on it" }

// protect calls a reader, whose faults cost this document alone: the libraries for
// formats are many, and files from outside are strange.
func protect[T any](read func() (T, error)) (value T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &faultError{fault}
		}
	}()
	return read()
}

// withoutEnding takes the ending of a compressed file from its name.
func withoutEnding(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".gz", ".zst", ".bz2", ".xz", ".gzip", ".zstd":
		return name[:len(name)-len(ext)]
	case ".tgz", ".tbz", ".txz":
		return name[:len(name)-len(ext)] + ".tar"
	}
	return name
}

package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"hash/crc64"
	"io"
	"path"
	"strings"

	"github.com/verbatim-news/verbatim/internal/line"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

// readsLines reports whether an input of batch is lines of JSON of its own form, which
// everything is that looks like nothing else. It waits for one byte alone: an
// answer to a short line must not wait for the next.
func (o *opening) readsLines(in *bufio.Reader, name string) bool {
	if o.fields != (Fields{}) {
		return false
	}
	if _, err := in.Peek(1); err != nil {
		return true // there is nothing, or the reader of lines reports the error
	}
	head, _ := in.Peek(in.Buffered())
	if first, _, _ := bytes.Cut(head, []byte("\n")); line.IsArticle(first) {
		return true // whatever stands in the next
	}
	switch kind := sniff.Content(head); kind {
	case sniff.JSONLines:
		return true
	case sniff.JSON:
		return isLine(head)
	case sniff.Prose:
		switch strings.ToLower(path.Ext(name)) {
		case ".txt", ".text", ".html", ".htm":
			return false
		}
		named := sniff.Named(name)
		return named != sniff.CSV && named != sniff.Markdown
	}
	return false
}

// isLine reports whether an object of JSON stands on one line, as far as can be seen.
func isLine(head []byte) bool {
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))), []byte("[")) {
		return false
	}
	line, _, ended := bytes.Cut(head, []byte("\n"))
	return !ended || json.Valid(bytes.TrimPrefix(line, []byte("\ufeff"))) || len(bytes.TrimSpace(line)) > len("{")
}

// emitArticles hands a job for each article of one input to use, and reports whether
// that wants those of the next. Articles count as lines do.
func (in *lineInputs) emitArticles(i int, stream io.Reader, use func(*job) bool) (more bool, err error) {
	name := fileName(in.files[i].Name)
	passed := 0 // articles that are answered already
	if i == in.from.Input {
		passed = in.from.Line
	}
	opening := in.opening
	opening.limit = int64(in.limit)
	number, sum := 0, uint64(0)
	for a, err := range opening.articles(stream, name) {
		number++
		sum = crc64.Update(sum, line.Sums, []byte(a.ID))
		sum = crc64.Update(sum, line.Sums, []byte(a.Text))
		if number == passed && sum != in.from.Sum {
			return false, &unlikeError{file: in.files[i].Name, line: passed}
		}
		if number > passed && !use(in.articleJob(place{input: i, file: name, line: number}, sum, a, err)) {
			return false, nil
		}
	}
	if number < passed {
		return false, &unlikeError{file: in.files[i].Name, line: passed}
	}
	return true, nil
}

// articleJob returns the job of an article, or of the error that stands in its place.
func (in *lineInputs) articleJob(at place, sum uint64, a Article, err error) *job {
	at.path, at.id = a.Path, a.ID
	var fault *OpenError
	if errors.As(err, &fault) {
		at.path, err = fault.Path, fault.Err
	}
	return &job{place: at, sum: sum, article: &a, size: len(a.Text), held: len(a.Text), err: err, done: make(chan struct{})}
}

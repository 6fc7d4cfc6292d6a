package command

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

// An Opener gives the articles of a source that is more than plain text: a web
// page, a feed, an archive. For what it cannot read it gives an error, an
// [*OpenError] if it knows which part of the source that is, and goes on.
type Opener func(in io.Reader, from Source) iter.Seq2[Article, error]

// A Source is what is known of the bytes that an [Opener] reads.
type Source struct {
	Name   string         // of the file; empty for standard input
	Fields Fields         // of records
	Zone   *time.Location // of times without one; nil for UTC
	Limit  int64          // bytes that one document may have; 0 for the opener's own limit
}

// Fields name the fields of a record that hold an article's id, its text and when it
// was published. The opener knows the usual names of what is empty.
type Fields struct{ ID, Text, Published string }

// An Article is one that was found in a source, with what the source says of it.
type Article struct {
	verbatim.Article
	Path     string // leads to it from the file, as "week.zip!harbour.html"
	Title    string
	Byline   []string
	Dated    string // where Published came from
	URL      string
	Language string
	Remarks  []error // what could not be read of it
	// Pieces gives the spans of Text with the bytes of the document at Path that they
	// were made of; nil where that is not known.
	Pieces iter.Seq2[verbatim.Span, verbatim.Span]
}

// remark joins what could not be read of the article.
func (a *Article) remark() error { return errors.Join(a.Remarks...) }

// An OpenError says which part of a source could not be read.
type OpenError struct {
	Path string
	Err  error
}

func (e *OpenError) Error() string { return e.Path + ": " + e.Err.Error() }

func (e *OpenError) Unwrap() error { return e.Err }

// An opening is how the files of a command line become articles.
type opening struct {
	open   Opener // nil where the program reads plain text alone
	fields Fields
	zone   *time.Location
	limit  int64
}

// defineFields declares the flags for the fields of records, if there is an opener of
// them.
func (o *opening) defineFields(flags *flag.FlagSet) {
	if o.open != nil {
		flags.StringVar(&o.fields.Text, "text", "", "the `field` of CSV and JSON that holds the text, such as body.content")
		flags.StringVar(&o.fields.ID, "id", "", "the `field` of CSV and JSON that holds the id, such as guid")
	}
}

// articles gives the articles of a file, which is one itself if it is text.
func (o *opening) articles(in io.Reader, name string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		head := bufio.NewReaderSize(in, sniff.Window)
		first, err := head.Peek(sniff.Window)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(Article{}, fileError(name, err))
			return
		}
		kind := kindOfFile(first, name)
		switch {
		case kind == sniff.Prose && (o.open == nil || utf8.Valid(whole(first))) && o.fields.Text == "", o.open == nil && kind.IsText():
			text, err := io.ReadAll(head)
			if err != nil {
				err = fileError(name, err)
			}
			yield(Article{Article: verbatim.Article{ID: name, Text: string(text)}, Path: name}, err)
		case o.open == nil:
			yield(Article{}, &OpenError{orStandardInput(name), &refusedError{kind}})
		default:
			o.opened(in, head, name)(yield)
		}
	}
}

// opened gives what the opener finds in a file, of which head has begun to read.
func (o *opening) opened(file, head io.Reader, name string) iter.Seq2[Article, error] {
	in := head
	if f, ok := file.(*os.File); ok { // archives are read in place
		if _, err := f.Seek(0, io.SeekStart); err == nil {
			in = f
		}
	}
	return o.open(in, Source{Name: name, Fields: o.fields, Zone: o.zone, Limit: o.limit})
}

// fileError says of which file an error is, unless it says so itself.
func fileError(name string, err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return err
	}
	return &OpenError{orStandardInput(name), err}
}

// kindOfFile tells what a file holds by its first bytes, and by its name where these
// leave it open.
func kindOfFile(first []byte, name string) sniff.Kind {
	kind := sniff.Content(first)
	if named := sniff.Named(name); kind == sniff.Prose && named != sniff.DOCX {
		return named
	}
	return kind
}

// whole returns the text without a last letter that the window has cut.
func whole(first []byte) []byte {
	for cut := 1; cut < utf8.UTFMax && cut <= len(first); cut++ {
		if utf8.RuneStart(first[len(first)-cut]) {
			if !utf8.FullRune(first[len(first)-cut:]) {
				return first[:len(first)-cut]
			}
			break
		}
	}
	return first
}

// A refusedError says what a file holds that this program does not read.
type refusedError struct{ kind sniff.Kind }

func (e *refusedError) Error() string {
	switch e.kind {
	case sniff.Binary:
		return "it is no text"
	case sniff.JSONLines, sniff.JSON:
		return fmt.Sprintf("it is %s; verbatim batch reads lines of JSON, and the full command other JSON: %s", e.kind.Name(), installFull)
	}
	return fmt.Sprintf("it is %s, and this is the small command, which reads plain text and captions; the full one reads it: %s", e.kind.Name(), installFull)
}

const installFull = "go install github.com/verbatim-news/verbatim/cmd/full/verbatim@latest"

// isFieldName reports whether a value may be the name of a field: "meta.date" is one, and
// no date begins with a letter and has no space.
func isFieldName(value string) bool {
	if value == "" || !(value[0]|0x20 >= 'a' && value[0]|0x20 <= 'z' || value[0] == '_') {
		return false
	}
	return strings.IndexFunc(value, func(r rune) bool {
		return !(r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("._-:", r))
	}) < 0
}

package htmlview

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/verbatim-news/verbatim"
)

// Options are what a page has besides the article and its record. The zero
// value is ready to use.
type Options struct {
	// Title is the title of the page. Without one it is the headline, where the
	// record has it, or else the ID of the document.
	Title string
}

// Write writes the page of doc, which is the document of text. The page is a
// complete HTML document in UTF-8; it grows with the lengths of text and record
// and is written in time linear in them, but for the sorting of the spans.
//
// Write changes neither. It returns the [*verbatim.ValidationError] of a document
// that is not one of text and the [verbatim.Document.Err] of one whose text was not
// read, in which cases nothing is written, or the error of w.
func Write(w io.Writer, text string, doc *verbatim.Document, options Options) error {
	if err := doc.Validate(text); err != nil {
		return err
	}
	if err := doc.Err(); err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := layout().Execute(out, newPage(text, doc, options)); err != nil {
		return err
	}
	return out.Flush()
}

// Policy returns the content security policy of every page that Write writes, as
// the value of a Content-Security-Policy header. The pages hold it themselves;
// whoever serves one, or shows it in a frame by srcdoc or blob:, has to allow as
// much.
func Policy() string {
	return "default-src 'none'; script-src " + sourceOf(script) + "; style-src " + sourceOf(style) + "; base-uri 'none'; form-action 'none'"
}

//go:embed page.gohtml page.css page.js
var files embed.FS

var (
	script = read("page.js")
	style  = read("page.css")
	layout = sync.OnceValue(func() *template.Template {
		return template.Must(template.New("page.gohtml").Funcs(template.FuncMap{"lower": strings.ToLower}).ParseFS(files, "page.gohtml"))
	})
)

// read returns an embedded file as it stands between the tags of the page, where
// a browser takes every line to end in a line feed.
func read(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return strings.ReplaceAll(string(content), "\r\n", "\n")
}

// sourceOf allows one inline script or style, by its hash.
func sourceOf(inline string) string {
	sum := sha256.Sum256([]byte(inline))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/verbatim-news/verbatim"
)

var parseCommand = command{
	name:    "parse",
	args:    "[file…]",
	summary: "read articles and print their records",
	about: `Parse reads each file, or standard input, as one article and prints its record:
as JSON, described by docs/document.schema.json, or with -format text as a list
of what was said. The id of a record is the name of its file. All spans are
byte offsets into the file. A file that cannot be read is reported, the others
are still answered, and the exit status is 1.`,
	define: func(flags *flag.FlagSet) func([]string, stdio) int {
		format := formatJSON
		var published time.Time
		light := lightFlag(flags)
		flags.TextVar(&format, "format", formatJSON, "print `json|text`")
		flags.Func("published", "the `date` of publication, YYYY-MM-DD or RFC 3339, for articles that do not say", func(value string) (err error) {
			published, err = parsePublished(value)
			return err
		})
		return func(names []string, streams stdio) int {
			out := bufio.NewWriter(streams.out)
			parser := verbatim.Parser{Published: published, Light: *light}
			return eachFile(names, streams, func(name, text string) error {
				doc := parser.Parse(text)
				doc.ID = name
				if err := format.print(out, doc); err != nil {
					return err
				}
				return out.Flush()
			})
		}
	},
}

// A format is a way to print a document.
type format string

const (
	formatJSON format = "json"
	formatText format = "text"
)

// MarshalText and UnmarshalText make a format the value of a flag.
func (f format) MarshalText() ([]byte, error) { return []byte(f), nil }

func (f *format) UnmarshalText(text []byte) error {
	switch value := format(text); value {
	case formatJSON, formatText:
		*f = value
		return nil
	}
	return fmt.Errorf("%q is neither json nor text", text)
}

// print writes the document.
func (f format) print(w io.Writer, doc *verbatim.Document) error {
	if f == formatText {
		return printListing(w, doc)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(doc)
}

package command

import (
	"flag"
	"fmt"
	"io"

	"github.com/verbatim-news/verbatim"
)

var parseCommand = Command{
	Name:    "parse",
	Args:    "[file…]",
	Summary: "read articles and print their records",
	About: `Parse reads each file, or standard input, as one article and prints its record:
as JSON, described by docs/document.schema.json, or with -format text as a list
of what was said. The id of a record is the name of its file. All spans are
byte offsets into the file. A file that cannot be read is reported, the others
are still answered, and the exit status is 1.`,
	Define: func(flags *flag.FlagSet) func([]string, Streams) int {
		reader := newReader(flags)
		format := formatJSON
		flags.TextVar(&format, "format", formatJSON, "print `json|text`")
		return func(names []string, streams Streams) int {
			return parseFiles(names, streams, reader, format)
		}
	},
}

func parseFiles(names []string, streams Streams, reader *reader, format format) int {
	return eachFile(names, streams, func(name, text string) ([]byte, error) {
		return reader.read(verbatim.Article{ID: name, Text: text}, format.print)
	})
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

// print writes the document of a text.
func (f format) print(w io.Writer, text string, doc *verbatim.Document) error {
	if f == formatText {
		return printListing(w, text, doc)
	}
	return writeIndented(w, text, doc)
}

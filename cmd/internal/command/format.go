package command

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// A Format is a form of output that a program adds to those of package export:
// one that needs a library, and a file of its own.
type Format struct {
	Name    string // as -format has it
	Summary string // a few words for the help
	// Create begins the file of that name, which is there and empty.
	Create func(file string, options export.Options) (Encoder, error)
}

// An Encoder writes documents, one after another, as one file.
type Encoder interface {
	Encode(text string, doc *verbatim.Document) error
	// Close ends the file. An encoder that has failed is closed too.
	Close() error
}

// formatJSONBare is JSON for one article alone: the record, without an array
// around it.
const formatJSONBare export.Format = "json of one article"

// A form is what the flags -format and -units say.
type form struct {
	added   []Format // by the program
	name    string   // of the format; empty where the flag was not given
	options export.Options
}

// newForm declares the flags. usual is what is written without -format.
func newForm(flags *flag.FlagSet, added []Format, usual string) *form {
	f := &form{added: added}
	flags.Var(&given{set: func(value string) (string, error) {
		if !slices.Contains(f.names(), value) {
			return "", fmt.Errorf("%q is none of %s", value, strings.Join(f.names(), ", "))
		}
		f.name = value
		return value, nil
	}}, "format", "write `form`: "+strings.Join(f.names(), ", ")+" (default "+usual+")")
	flags.Var(&given{set: func(value string) (string, error) {
		f.options.Units = export.Unit(value)
		if !f.options.Units.Valid() {
			return "", fmt.Errorf("%q is none of bytes, runes and utf16", value)
		}
		return value, nil
	}}, "units", "count spans in `bytes|runes|utf16`: for Go and Rust, for Python, for JavaScript and Java (default bytes)")
	return f
}

// names are those of all formats.
func (f *form) names() []string {
	var names []string
	for _, format := range export.Formats() {
		names = append(names, string(format))
	}
	for _, format := range f.added {
		names = append(names, format.Name)
	}
	return names
}

// addedFormat returns the format of that name that the program has added, if it is
// one.
func (f *form) addedFormat() (Format, bool) {
	n := slices.IndexFunc(f.added, func(format Format) bool { return format.Name == f.name })
	if n < 0 {
		return Format{}, false
	}
	return f.added[n], true
}

// needsFile says why the output has to go to a file, or is empty.
func (f *form) needsFile(terminal bool) string {
	switch _, added := f.addedFormat(); {
	case added:
		return f.name + " is a file of its own: name it with -o"
	case terminal && export.Format(f.name).Binary():
		return f.name + " is nothing for a terminal: name a file with -o"
	}
	return ""
}

// formatList lists the formats for the help, a line each.
func formatList(added []Format) string {
	var b strings.Builder
	for _, format := range export.Formats() {
		fmt.Fprintf(&b, "\t%-11s  %s\n", format, format.Summary())
	}
	for _, format := range added {
		fmt.Fprintf(&b, "\t%-11s  %s\n", format.Name, format.Summary)
	}
	return strings.TrimRight(b.String(), "\n")
}

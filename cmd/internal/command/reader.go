package command

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/verbatim-news/verbatim"
)

// A reader reads articles with the options of the command line.
type reader struct {
	opening
	models Models
	parser verbatim.Parser
	// parse is the parser's Parse, but where a test has it fail.
	parse func(*verbatim.Parser, string) *verbatim.Document
}

// newReader declares the flags for the options of the parser and for what files hold.
func (t *Tool) newReader(flags *flag.FlagSet) *reader {
	r := &reader{opening: opening{open: t.Open}, models: t.Models, parse: (*verbatim.Parser).Parse}
	r.defineFields(flags)
	r.declare(flags)
	return r
}

// declare declares the flags for the options of the parser, with the present ones as
// those that hold where a flag is not given.
func (r *reader) declare(flags *flag.FlagSet) {
	flags.BoolVar(&r.parser.Light, "light", r.parser.Light, "read by rules alone: much faster, much less accurate in flattened text")
	flags.Var(&given{set: func(name string) (sum string, err error) {
		if r.parser.Model, err = r.models.read(name); err != nil {
			return "", err
		}
		return "sha256:" + r.parser.Model.SHA256(), nil
	}}, "model", "unless -light, read with the weights of a `file`"+r.models.names())
	r.defineDates(flags)
	flags.Var(&given{set: func(value string) (string, error) {
		r.parser.Prefer = verbatim.Direction(value)
		if !r.parser.Prefer.Valid() {
			return "", fmt.Errorf("%q is none of past, future and nearest", value)
		}
		return value, nil
	}}, "prefer", "read a day that the article leaves open as `past|future|nearest` (default past)")
	flags.BoolVar(&r.parser.DayFirst, "day-first", r.parser.DayFirst, "read 3/4/2024 as 3 April where the article does not tell")
	flags.Var(&given{set: func(file string) (sum string, err error) {
		r.parser.Names, sum, err = readNames(file)
		return sum, err
	}}, "names", "a JSON `file` of those whom you know: a list of {\"name\", \"aliases\", \"roles\", \"gender\", \"kind\"}")
	flags.BoolVar(&r.parser.Explain, "explain", r.parser.Explain, "say what decided who said it, to whom, how and when")
}

// A given is the value of a flag that tells afterwards what it was given: of two
// equal values, the options are equal too.
type given struct {
	value string // as set returns it
	set   func(argument string) (value string, err error)
}

func (g *given) String() string { return g.value }

// Set makes a given the value of a flag.
func (g *given) Set(argument string) (err error) {
	g.value, err = g.set(argument)
	return err
}

// read reads an article and has its record made. A fault in either costs this
// article alone.
func (r *reader) read(a verbatim.Article, render renderer) (made record, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			made, err = record{}, fmt.Errorf("internal error: %v", fault)
		}
	}()
	parser := r.parser
	if !a.Published.IsZero() {
		parser.Published = a.Published
	}
	doc := r.parse(&parser, a.Text)
	doc.ID = a.ID
	return render(a.Text, doc)
}

func encode(w io.Writer, value any, indent string) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	return encoder.Encode(value)
}

// readNames reads a JSON list of known names, and returns a sum of its bytes with
// them.
func readNames(file string) (names *verbatim.Names, sum string, err error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, "", err
	}
	var known []verbatim.KnownName
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&known); err != nil {
		return nil, "", fmt.Errorf("%s: %w", file, err)
	}
	if decoder.More() {
		return nil, "", fmt.Errorf("%s: more than one list", file)
	}
	names, err = verbatim.NewNames(known)
	return names, fmt.Sprintf("sha256:%x", sha256.Sum256(content)), err
}

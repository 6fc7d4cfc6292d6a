package command

import (
	"flag"
	"io"
	"os"

	"github.com/verbatim-news/verbatim/export"
)

// parse is the subcommand of that name.
func (t *Tool) parse() Command {
	return Command{
		Name:    "parse",
		Args:    "[file…]",
		Summary: "read articles and print who said what to whom",
		About: `Parse reads each file, or standard input, as one article and prints what was
said: on a terminal as a list for people, and else as JSON, described by
docs/document.schema.json: a record for one article, an array for several. The
id of a record is the name of its file. All spans are byte offsets into the file
unless -units says otherwise. A file that cannot be read is reported, the others
are still answered, and the exit status is 1.

The full command reads the articles of web pages, feeds, archives and documents as
well, and gives spans in the text that extract prints. The small one says what
such a file is, and does not read it as prose.

With -format it writes another form, as one file:

` + formatList(t.Formats) + `

docs/exports.md shows each of them. With -o the output is written to a file, which
appears when it is whole. On a terminal the list has colours, unless NO_COLOR is
set.`,
		Define: func(flags *flag.FlagSet) func([]string, Streams) int {
			p := parsing{terminal: isTerminal, reader: t.newReader(flags), form: newForm(flags, t.Formats, "text on a terminal, else json")}
			flags.StringVar(&p.file, "o", "", "write to a `file` in place of standard output")
			_, p.view = t.command("view")
			return p.run
		},
	}
}

// A parsing is a run of parse.
type parsing struct {
	reader *reader
	form   *form
	file   string // to write to; empty for standard output
	view   bool   // there is a command that shows an article as a page
	// terminal is isTerminal, but where a test has it say otherwise.
	terminal func(io.Writer) bool
}

func (p *parsing) run(names []string, streams Streams) int {
	terminal := p.file == "" && p.terminal(streams.Out)
	hint := terminal && p.form.name == ""
	switch {
	case hint:
		p.form.name = string(export.Text)
	case p.form.name == "", p.form.name == string(export.JSON):
		p.form.name = string(export.JSON)
		if len(names) <= 1 {
			p.form.name = string(formatJSONBare)
		}
	}
	p.form.options.Color = terminal && hasColors()
	if reason := p.form.needsFile(terminal); reason != "" && p.file == "" {
		streams.report("parse: %s", reason)
		return exitUsage
	}
	out := p.form.documentsTo(streams.Out)
	if p.file != "" {
		var err error
		if out, err = p.form.documentsIn(p.file); err != nil {
			streams.report("%v", err)
			return exitInput
		}
	}
	status := p.answer(names, streams, out)
	if hint && status == exitOK {
		return streams.print(p.hint(names))
	}
	return status
}

// answer writes the documents of the files to out, and closes it.
func (p *parsing) answer(names []string, streams Streams, out *documents) int {
	status, err := p.reader.eachArticle(names, streams, func(a Article) error {
		made, err := p.reader.read(a.Article, out.render)
		if err != nil {
			return err
		}
		return written(out.write(made))
	})
	if err != nil {
		out.abandon()
		return streams.written(err)
	}
	if err := out.close(); err != nil {
		return streams.written(err)
	}
	return status
}

// hint says on a terminal how to have more than the list.
func (p *parsing) hint(names []string) string {
	file := "FILE"
	if len(names) == 1 {
		file = export.Inert(names[0])
	}
	hint := "For every field as JSON: verbatim parse -format json " + file
	if p.view {
		hint += "\nFor a page: verbatim view " + file + " > page.html"
	}
	return hint + "\n"
}

// hasColors reports whether a terminal is to be written to with colours
// (no-color.org).
func hasColors() bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

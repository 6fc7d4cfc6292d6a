package command

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// locate is the subcommand of that name.
func (t *Tool) locate() Command {
	return Command{
		Name:    "locate",
		Args:    "file [words…]",
		Summary: "find quotations in an article and say what was altered",
		About: `Locate looks in an article, published or flattened, for each quotation that is
given: as an argument, one argument each, or as a line of the file of -quotations.
"-" is standard input, for one of the two. For each it says where the words stand and
how far they are word for word: exact; form, if marks, capitals or spelling differ;
edited, if words differ where an ellipsis, brackets or the article's own words
between two quotations say so; altered, if words differ; and what differs, word by
word, with a negation that was left out or put in, numbers and names.
With -format json that is an object a line, {"quotation", "found"} and, where it
was found, the place: byte offsets, "match", "agreement", "differences", "others".
The exit status is 0 if all quotations were found and none was altered, 1 if not or
if a file could not be read.`,
		Define: func(flags *flag.FlagSet) func([]string, Streams) int {
			l := quotationCheck{tool: t, opening: opening{open: t.Open}}
			l.opening.defineFields(flags)
			flags.StringVar(&l.file, "quotations", "", "a `file` with a quotation a line")
			flags.Func("format", "print `text|json` (default text)", func(value string) error {
				if value != "text" && value != "json" {
					return fmt.Errorf("%q is neither text nor json", value)
				}
				l.json = value == "json"
				return nil
			})
			return func(args []string, streams Streams) int { return l.run(args, streams) }
		},
	}
}

// A quotationCheck is one run of locate.
type quotationCheck struct {
	tool    *Tool
	opening opening
	file    string // of quotations
	json    bool
}

func (l *quotationCheck) run(args []string, streams Streams) int {
	switch {
	case len(args) == 0:
		return streams.misused(l.tool.locate().usage(), "locate: no file")
	case len(args) == 1 && l.file == "":
		return streams.misused(l.tool.locate().usage(), "locate: no quotation")
	case args[0] == "-" && l.file == "-":
		return streams.misused(l.tool.locate().usage(), "locate: the article and the quotations are both on standard input")
	}
	quotations := args[1:]
	if l.file != "" {
		more, err := readQuotations(l.file, streams)
		if err != nil {
			streams.report("%v", err)
			return exitInput
		}
		quotations = append(quotations, more...)
	}
	var articles []Article
	status, _ := l.opening.eachArticle(args[:1], streams, func(a Article) error {
		articles = append(articles, a)
		return nil
	})
	switch {
	case len(articles) > 1:
		streams.report("%s: %d articles, and quotations are looked for in one", orStandardInput(args[0]), len(articles))
		return exitInput
	case len(articles) == 0:
		return max(status, exitInput)
	}
	return max(status, l.check(articles[0].Text, quotations, streams))
}

// readQuotations reads a file with a quotation a line.
func readQuotations(name string, streams Streams) ([]string, error) {
	in, err := openFile(name, streams.In)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	content, err := io.ReadAll(in)
	if err != nil {
		return nil, fileError(name, err)
	}
	var quotations []string
	for line := range strings.Lines(string(content)) {
		if line = strings.TrimSpace(line); line != "" {
			quotations = append(quotations, line)
		}
	}
	return quotations, nil
}

// check looks for each quotation and prints what was found.
func (l *quotationCheck) check(article string, quotations []string, streams Streams) int {
	status := exitOK
	locator := verbatim.NewLocator(article)
	for _, quotation := range quotations {
		found, ok := locator.Locate(quotation)
		if !ok || !found.Unaltered() {
			status = exitInput
		}
		line := ""
		if l.json {
			line = locatedJSON(quotation, found, ok)
		} else {
			line = locatedText(article, quotation, found, ok)
		}
		if written := streams.print(line); written != exitOK {
			return written
		}
	}
	return status
}

// locatedJSON writes a quotation and its place as an object on a line.
func locatedJSON(quotation string, found verbatim.Located, ok bool) string {
	record := struct {
		Quotation string `json:"quotation"`
		Found     bool   `json:"found"`
		*verbatim.Located
	}{Quotation: quotation, Found: ok}
	if ok {
		record.Located = &found
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(record); err != nil {
		panic(err) // a string builder and plain fields cannot fail
	}
	return b.String()
}

// locatedText writes a quotation and its place for people to read.
func locatedText(article, quotation string, found verbatim.Located, ok bool) string {
	var b strings.Builder
	if !ok {
		b.WriteString("not in the article\n")
		b.WriteString(export.Wrap("“" + quotation + "”"))
		return b.String() + "\n"
	}
	fmt.Fprintf(&b, "%s, bytes %d–%d", found.Match, found.Start, found.End)
	if n := len(found.Others); n > 0 {
		fmt.Fprintf(&b, ", and %d more", n)
	}
	b.WriteByte('\n')
	b.WriteString(export.Wrap("“" + verbatim.Excerpt(article, found.Pieces...) + "”"))
	for _, d := range found.Differences {
		b.WriteString("    " + export.Inert(strings.Join(strings.Fields(differenceLine(d, article, quotation)), " ")) + "\n")
	}
	return b.String() + "\n"
}

// differenceLine says what differs: "replaced: “harbour” by “bridge”", "omitted: “not”,
// a negation".
func differenceLine(d verbatim.Difference, article, quotation string) string {
	was, now := "“"+d.Text.In(article)+"”", "“"+d.Quotation.In(quotation)+"”"
	line := string(d.Kind) + ": "
	switch {
	case d.Quotation.Len() == 0:
		line += was
	case d.Text.Len() == 0:
		line += now
	case d.Kind == verbatim.DifferenceReplaced:
		line += was + " by " + now
	default:
		line += was + " as " + now
	}
	for _, flag := range []struct {
		set  bool
		what string
	}{{d.Negation, "a negation"}, {d.Number, "a number"}, {d.Name, "a name"}} {
		if flag.set {
			line += ", " + flag.what
		}
	}
	return line
}

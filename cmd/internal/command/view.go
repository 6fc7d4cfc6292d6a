package command

import (
	"bytes"
	"flag"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

// view is the subcommand of that name.
func (t *Tool) view() Command {
	return Command{
		Name:    "view",
		Args:    oneFile,
		Summary: "show an article as a web page",
		About: `View reads one file, or standard input, as an article and prints it as a web page,
with all that was said marked and listed beside it:

	verbatim view article.txt > page.html

The page is one file that loads nothing. Its title is the headline, or else the
name of the file, unless -title gives another.`,
		Define: func(flags *flag.FlagSet) func([]string, Streams) int {
			v := viewing{reader: t.newReader(flags)}
			flags.StringVar(&v.options.Title, "title", "", "the `words` of the title")
			return v.run
		},
	}
}

// A viewing is a run of view.
type viewing struct {
	reader  *reader
	options htmlview.Options
}

func (v *viewing) run(names []string, streams Streams) int {
	status, err := v.reader.eachArticle(names, streams, func(a Article) error {
		page, err := v.page(a)
		if err != nil {
			return err
		}
		_, err = streams.Out.Write(page)
		return written(err)
	})
	if err != nil {
		return streams.written(err)
	}
	return status
}

// page returns the page of an article. What its source calls it is the title, where the
// command line gives none.
func (v *viewing) page(a Article) ([]byte, error) {
	options := v.options
	options.Title = first(options.Title, a.Title)
	page, err := v.reader.read(a.Article, func(text string, doc *verbatim.Document) (record, error) {
		var page bytes.Buffer
		err := htmlview.Write(&page, text, doc, options)
		return record{bytes: page.Bytes()}, err
	})
	return page.bytes, err
}

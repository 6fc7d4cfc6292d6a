package command

import (
	"bytes"
	"flag"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

var viewCommand = Command{
	Name:    "view",
	Args:    oneFile,
	Summary: "show an article as a web page",
	About: `View reads one file, or standard input, as an article and prints it as a web page,
with all that was said marked and listed beside it:

	verbatim view article.txt > page.html

The page is one file that loads nothing. Its title is the headline, or else the
name of the file, unless -title gives another.`,
	Define: func(flags *flag.FlagSet) func([]string, Streams) int {
		reader := newReader(flags)
		var options htmlview.Options
		flags.StringVar(&options.Title, "title", "", "the `words` of the title")
		return func(names []string, streams Streams) int {
			return eachFile(names, streams, func(name, text string) ([]byte, error) {
				page, err := reader.read(verbatim.Article{ID: name, Text: text}, func(text string, doc *verbatim.Document) (record, error) {
					var page bytes.Buffer
					err := htmlview.Write(&page, text, doc, options)
					return record{bytes: page.Bytes()}, err
				})
				return page.bytes, err
			})
		}
	},
}

package command

import (
	"flag"
	"io"

	"github.com/verbatim-news/verbatim"
)

// flatten is the subcommand of that name.
func (t *Tool) flatten() Command {
	return Command{
		Name:    "flatten",
		Args:    "[file…]",
		Summary: "print articles without marks and capitals",
		About: `Flatten prints each file, or standard input, on one line: lower-cased, with one
space in place of everything that is no letter or number.`,
		Define: func(flags *flag.FlagSet) func([]string, Streams) int {
			opening := opening{open: t.Open}
			opening.defineFields(flags)
			return func(names []string, streams Streams) int {
				status, err := opening.eachArticle(names, streams, func(a Article) error {
					_, err := io.WriteString(streams.Out, verbatim.Flatten(a.Text).Text+"\n")
					return written(err)
				})
				if err != nil {
					return streams.written(err)
				}
				return status
			}
		},
	}
}

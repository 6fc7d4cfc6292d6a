package command

import (
	"flag"
	"io"

	"github.com/verbatim-news/verbatim"
)

var flattenCommand = Command{
	Name:    "flatten",
	Args:    "[file…]",
	Summary: "print articles without marks and capitals",
	About: `Flatten prints each file, or standard input, on one line: lower-cased, with one
space in place of everything that is no letter or number.`,
	Define: func(*flag.FlagSet) func([]string, Streams) int {
		return func(names []string, streams Streams) int {
			status, err := eachFile(names, streams, func(_, text string) error {
				_, err := io.WriteString(streams.Out, verbatim.Flatten(text).Text+"\n")
				return written(err)
			})
			if err != nil {
				return streams.written(err)
			}
			return status
		}
	},
}

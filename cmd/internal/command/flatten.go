package command

import (
	"flag"

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
			return eachFile(names, streams, func(_, text string) ([]byte, error) {
				return []byte(verbatim.Flatten(text).Text + "\n"), nil
			})
		}
	},
}

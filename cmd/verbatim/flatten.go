package main

import (
	"flag"

	"github.com/verbatim-news/verbatim"
)

var flattenCommand = command{
	name:    "flatten",
	args:    "[file…]",
	summary: "print articles without marks and capitals",
	about: `Flatten prints each file, or standard input, on one line: lower-cased, with one
space in place of everything that is no letter or number.`,
	define: func(*flag.FlagSet) func([]string, stdio) int {
		return func(names []string, streams stdio) int {
			return eachFile(names, streams, func(_, text string) ([]byte, error) {
				return []byte(verbatim.Flatten(text).Text + "\n"), nil
			})
		}
	},
}

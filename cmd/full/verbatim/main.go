// Command verbatim, with all that it can do: the command of the module above and
// what needs more than the library.
//
// Run "verbatim help" for its subcommands.
package main

import (
	_ "time/tzdata" // -zone knows Europe/London on machines without a database of zones

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// full is the command with all that this program adds to it.
var full = command.Tool{Open: open}

func main() { full.Main() }

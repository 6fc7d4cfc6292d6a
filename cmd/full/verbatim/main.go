// Command verbatim, with all that it can do: the command of the module above and
// what needs more than the library.
//
// Run "verbatim help" for its subcommands.
package main

import (
	"github.com/verbatim-news/verbatim/cmd/full/internal/serve"
	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

func main() { (&command.Tool{Commands: []command.Command{serve.Command}}).Main() }

// Command verbatim, with all that it can do: the command of the module above and
// what needs more than the library.
//
// Run "verbatim help" for its subcommands.
package main

import "github.com/verbatim-news/verbatim/cmd/internal/command"

func main() { new(command.Tool).Main() }

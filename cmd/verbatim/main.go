// Command verbatim reads news articles and prints who said what to whom, when,
// and through which channel.
//
// Run "verbatim help" for its subcommands.
package main

import "github.com/verbatim-news/verbatim/cmd/internal/command"

func main() { new(command.Tool).Main() }

// Command verbatim, with all that it can do: the command of the module above and
// what needs more than the library.
//
// Run "verbatim help" for its subcommands.
package main

import (
	_ "time/tzdata" // -zone knows Europe/London on machines without a database of zones

	"github.com/verbatim-news/verbatim/cmd/full/internal/database"
	"github.com/verbatim-news/verbatim/cmd/full/internal/serve"
	"github.com/verbatim-news/verbatim/cmd/full/internal/workbook"
	"github.com/verbatim-news/verbatim/cmd/internal/command"
	"github.com/verbatim-news/verbatim/export"
	"github.com/verbatim-news/verbatim/large"
)

// models, commands and formats are what the full command has besides.
var (
	models   = command.Models{"large": large.Load}
	commands = []command.Command{serve.Command(models)}
	formats  = []command.Format{
		{Name: "xlsx", Summary: "an Excel workbook; needs -o", Create: func(file string, options export.Options) (command.Encoder, error) {
			return workbook.Create(file, options)
		}},
		{Name: "sqlite", Summary: "a database for SQL and Datasette; needs -o", Create: func(file string, options export.Options) (command.Encoder, error) {
			return database.Create(file, options)
		}},
	}
)

// full is the command with all that this program adds to it.
var full = command.Tool{Commands: commands, Formats: formats, Open: open, Models: models}

func main() { full.Main() }

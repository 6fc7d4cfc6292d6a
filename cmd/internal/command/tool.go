// Package command is the command verbatim: its subcommands, their flags, and how
// they read and write. The programs that are built of it choose what else there
// is: the small one has what needs the library alone, the full one adds what
// needs more.
package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// The exit statuses. Those from exitFile on are batch's, which tells apart what
// the others call exitInput; a run that a signal stopped has that of stopStatus.
const (
	exitOK     = 0
	exitInput  = 1 // some input could not be read, or some output not written
	exitUsage  = 2 // the command line is wrong
	exitFile   = 3 // an input file could not be opened, or not read to its end
	exitOutput = 4 // the output could not be written
	exitClosed = 5 // nobody reads standard output any more
)

// A Tool is the command with what a program adds to it. Its zero value has what
// needs the library alone.
type Tool struct {
	Commands []Command // further subcommands, listed after the others
	Formats  []Format  // further forms of output of parse and batch
	Open     Opener    // reads what is more than plain text; nil refuses it
	Models   Models    // what -model may name besides files
}

// Models are models by name, each read when it is asked for.
type Models map[string]func() (*verbatim.Model, error)

// read returns the model of a name, or of the file of that name.
func (m Models) read(name string) (*verbatim.Model, error) {
	if read := m[name]; read != nil {
		return read()
	}
	weights, err := os.ReadFile(name)
	if err != nil && len(m) > 0 {
		return nil, fmt.Errorf("no model has that name, only %s, and as a file: %w", m.list(), err)
	}
	if err != nil {
		return nil, fmt.Errorf("%w (models by name, as large, are the full command's)", err)
	}
	return verbatim.ReadModel(weights)
}

// names lists the names for the help.
func (m Models) names() string {
	if len(m) == 0 {
		return ""
	}
	return ", or " + m.list()
}

func (m Models) list() string { return strings.Join(slices.Sorted(maps.Keys(m)), ", ") }

// A Command is one subcommand.
type Command struct {
	Name    string
	Args    string // as shown in the usage line; without it, no arguments are taken, and with oneFile at most one
	Summary string // a line for the overview
	About   string // more for "help name"
	// Define declares the flags of the command and returns what is to be done
	// once they are parsed; args are the arguments after the flags.
	Define func(flags *flag.FlagSet) func(args []string, streams Streams) (status int)
}

// oneFile are the arguments of a command that takes a file or standard input.
const oneFile = "[file]"

// fullCommands are the subcommands that the full command has and the small one has
// not.
var fullCommands = []string{"extract", "serve"}

func (t *Tool) commands() []Command {
	commands := []Command{t.parse(), t.batch(), diffCommand, t.view(), t.flatten(), t.locate(), versionCommand}
	if t.Open != nil {
		commands = append(commands, t.extract())
	}
	return append(commands, t.Commands...)
}

// command returns the subcommand of that name.
func (t *Tool) command(name string) (Command, bool) {
	for _, c := range t.commands() {
		if c.Name == name {
			return c, true
		}
	}
	return Command{}, false
}

// Main runs the command line of the process and ends it.
func (t *Tool) Main() {
	os.Exit(t.Run(os.Args[1:], Streams{os.Stdin, os.Stdout, os.Stderr}))
}

// Run runs the command line args, which begins with the name of a subcommand, and
// returns the exit status: 0, 1 if some input could not be read or some output not
// written, 2 if the command line is wrong.
func (t *Tool) Run(args []string, streams Streams) (status int) {
	if len(args) == 0 {
		return streams.misused(t.overview(), "no command")
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		return t.help(args[1:], streams)
	case "-version", "--version":
		return versionCommand.run(args[1:], streams)
	}
	if c, found := t.command(args[0]); found {
		return c.run(args[1:], streams)
	}
	if slices.Contains(fullCommands, args[0]) {
		streams.report("%s is a subcommand of the full command, which go install -C cmd/full ./verbatim builds from a clone", args[0])
		return exitUsage
	}
	return streams.misused(t.overview(), "unknown command %q", args[0])
}

// run parses the flags of c and runs it.
func (c Command) run(args []string, streams Streams) int {
	flags := flag.NewFlagSet(c.Name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are reported below, in one form
	do := c.Define(flags)
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return streams.print(c.usage())
	case err != nil:
		return streams.misused(c.usage(), "%s: %v", c.Name, err)
	case c.Args == "" && flags.NArg() > 0:
		return streams.misused(c.usage(), "%s: unexpected argument %q", c.Name, flags.Arg(0))
	case c.Args == oneFile && flags.NArg() > 1:
		return streams.misused(c.usage(), "%s: unexpected argument %q after the file", c.Name, flags.Arg(1))
	}
	return do(flags.Args(), streams)
}

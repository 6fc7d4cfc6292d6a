// Command verbatim reads news articles and prints who said what to whom, when,
// and through which channel.
//
// Run "verbatim help" for its subcommands.
package main

import (
	"errors"
	"flag"
	"io"
	"os"
)

// The exit statuses.
const (
	exitOK    = 0
	exitInput = 1 // some input could not be read, or some output not written
	exitUsage = 2 // the command line is wrong
)

func main() {
	os.Exit(run(os.Args[1:], stdio{os.Stdin, os.Stdout, os.Stderr}))
}

// A command is one subcommand. define declares its flags and returns what is
// to be done once they are parsed; args are the arguments after the flags.
type command struct {
	name    string
	args    string // as shown in the usage line
	summary string
	about   string // more for "help name"
	define  func(flags *flag.FlagSet) func(args []string, streams stdio) (status int)
}

func commands() []command {
	return []command{parseCommand, batchCommand, flattenCommand, versionCommand}
}

// run runs the command line args and returns the exit status.
func run(args []string, streams stdio) int {
	if len(args) == 0 {
		return streams.misused(overview(), "no command")
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		return help(args[1:], streams)
	case "-version", "--version":
		return versionCommand.run(args[1:], streams)
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(args[1:], streams)
		}
	}
	return streams.misused(overview(), "unknown command %q", args[0])
}

// run parses the flags of c and runs it.
func (c command) run(args []string, streams stdio) int {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are reported below, in one form
	do := c.define(flags)
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return streams.print(c.usage())
	case err != nil:
		return streams.misused(c.usage(), "%s: %v", c.name, err)
	case c.args == "" && flags.NArg() > 0:
		return streams.misused(c.usage(), "%s: unexpected argument %q", c.name, flags.Arg(0))
	}
	return do(flags.Args(), streams)
}

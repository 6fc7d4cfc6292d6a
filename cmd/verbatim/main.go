// Command verbatim reads news articles and prints who said what to whom, when,
// and through which channel.
//
// Run "verbatim help" for its subcommands.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"
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

// stdio are the three standard streams.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// report prints one line about something that went wrong.
func (s stdio) report(format string, args ...any) {
	fmt.Fprintf(s.err, "verbatim: "+format+"\n", args...)
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
		printOverview(streams.err)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		return help(args[1:], streams)
	case "-version", "--version":
		args[0] = "version"
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(args[1:], streams)
		}
	}
	streams.report("unknown command %q", args[0])
	printOverview(streams.err)
	return exitUsage
}

// run parses the flags of c and runs it.
func (c command) run(args []string, streams stdio) int {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are reported below, in one form
	do := c.define(flags)
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		c.printUsage(streams.out)
		return exitOK
	case err != nil:
		streams.report("%s: %v", c.name, err)
		c.printUsage(streams.err)
		return exitUsage
	case c.args == "" && flags.NArg() > 0:
		streams.report("%s: unexpected argument %q", c.name, flags.Arg(0))
		c.printUsage(streams.err)
		return exitUsage
	}
	return do(flags.Args(), streams)
}

// printUsage prints how c is called, with its flags.
func (c command) printUsage(w io.Writer) {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(w)
	c.define(flags)
	line := "usage: verbatim " + c.name
	flags.VisitAll(func(f *flag.Flag) {
		value, _ := flag.UnquoteUsage(f)
		line += " [" + strings.TrimSpace("-"+f.Name+" "+value) + "]"
	})
	if c.args != "" {
		line += " " + c.args
	}
	fmt.Fprintln(w, line)
	flags.PrintDefaults()
}

// help prints the overview, or what there is to know about one command.
func help(args []string, streams stdio) int {
	if len(args) == 0 {
		printOverview(streams.out)
		return exitOK
	}
	for _, c := range commands() {
		if c.name == args[0] {
			c.printUsage(streams.out)
			fmt.Fprintf(streams.out, "\n%s\n", c.about)
			return exitOK
		}
	}
	streams.report("help: unknown command %q", args[0])
	printOverview(streams.err)
	return exitUsage
}

func printOverview(w io.Writer) {
	fmt.Fprint(w, "usage: verbatim <command> [flags] [file…]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-8s  %s\n", c.name, c.summary)
	}
	fmt.Fprintf(w, "  %-8s  %s\n", "help", "explain a command: verbatim help parse")
}

// written turns the error of writing to standard output into an exit status. A
// reader that has seen enough, as in "verbatim parse | head", is no failure to
// speak of.
func (s stdio) written(err error) int {
	switch {
	case err == nil:
		return exitOK
	case !isClosedPipe(err):
		s.report("writing: %v", err)
	}
	return exitInput
}

// isClosedPipe reports whether err comes from a pipe that nobody reads.
func isClosedPipe(err error) bool {
	if runtime.GOOS == "windows" {
		const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // ERROR_BROKEN_PIPE, ERROR_NO_DATA
		if errors.Is(err, brokenPipe) || errors.Is(err, noData) {
			return true
		}
	}
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

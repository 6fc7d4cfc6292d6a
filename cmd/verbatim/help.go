package main

import (
	"flag"
	"fmt"
	"strings"
)

// help prints the overview, or what there is to know about one command.
func help(args []string, streams stdio) int {
	if len(args) == 0 {
		return streams.print(overview())
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return streams.print(c.usage() + "\n" + c.about + "\n")
		}
	}
	return streams.misused(overview(), "help: unknown command %q", args[0])
}

// overview lists the commands.
func overview() string {
	var b strings.Builder
	b.WriteString("usage: verbatim <command> [flags] [file…]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-8s  %s\n", c.name, c.summary)
	}
	fmt.Fprintf(&b, "  %-8s  %s\n", "help", "explain a command: verbatim help parse")
	return b.String()
}

// usage says how c is called, with its flags.
func (c command) usage() string {
	var b strings.Builder
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(&b)
	c.define(flags)
	b.WriteString("usage: verbatim " + c.name)
	flags.VisitAll(func(f *flag.Flag) {
		value, _ := flag.UnquoteUsage(f)
		b.WriteString(" [" + strings.TrimSpace("-"+f.Name+" "+value) + "]")
	})
	if c.args != "" {
		b.WriteString(" " + c.args)
	}
	b.WriteByte('\n')
	flags.PrintDefaults()
	return b.String()
}

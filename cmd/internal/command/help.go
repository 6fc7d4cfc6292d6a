package command

import (
	"flag"
	"fmt"
	"strings"
)

// help prints the overview, or what there is to know about one command.
func (t *Tool) help(args []string, streams Streams) int {
	if len(args) == 0 {
		return streams.print(t.overview())
	}
	for _, c := range t.commands() {
		if c.Name == args[0] {
			return streams.print(c.usage() + "\n" + c.About + "\n")
		}
	}
	return streams.misused(t.overview(), "help: unknown command %q", args[0])
}

// overview lists the commands.
func (t *Tool) overview() string {
	var b strings.Builder
	b.WriteString("usage: verbatim <command> [flags] [file…]\n\n")
	for _, c := range t.commands() {
		fmt.Fprintf(&b, "  %-8s  %s\n", c.Name, c.Summary)
	}
	fmt.Fprintf(&b, "  %-8s  %s\n", "help", "explain a command: verbatim help parse")
	return b.String()
}

// usage says how c is called, with its flags.
func (c Command) usage() string {
	var b strings.Builder
	flags := flag.NewFlagSet(c.Name, flag.ContinueOnError)
	flags.SetOutput(&b)
	c.Define(flags)
	b.WriteString("usage: verbatim " + c.Name)
	flags.VisitAll(func(f *flag.Flag) {
		value, _ := flag.UnquoteUsage(f)
		b.WriteString(" [" + strings.TrimSpace("-"+f.Name+" "+value) + "]")
	})
	if c.Args != "" {
		b.WriteString(" " + c.Args)
	}
	b.WriteByte('\n')
	flags.PrintDefaults()
	return b.String()
}

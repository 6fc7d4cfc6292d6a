package main

import (
	"flag"
	"fmt"
	"runtime/debug"
)

var versionCommand = command{
	name:    "version",
	summary: "print the version of this command",
	about:   `Version prints the version of the module that the command was built from.`,
	define: func(*flag.FlagSet) func([]string, stdio) int {
		return func(_ []string, streams stdio) int {
			_, err := fmt.Fprintln(streams.out, "verbatim", moduleVersion())
			return streams.written(err)
		}
	},
}

// moduleVersion is the version that the Go toolchain recorded in the binary.
func moduleVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

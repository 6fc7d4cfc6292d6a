package command

import (
	"flag"
	"runtime/debug"

	"github.com/verbatim-news/verbatim"
)

var versionCommand = Command{
	Name:    "version",
	Summary: "print the version",
	About: `Version prints the version of the library, which stands in every record too, and
that of the command where it is another: of a build from a checkout it names the
commit.`,
	Define: func(*flag.FlagSet) func([]string, Streams) int {
		return func(_ []string, streams Streams) int {
			return streams.print("verbatim " + versions(verbatim.Version, commandVersion()) + "\n")
		}
	},
}

// versions joins the two versions; that of the command may be unknown.
func versions(library, command string) string {
	if command == "" || command == library {
		return library
	}
	return library + " (command " + command + ")"
}

// commandVersion is the version that the Go toolchain recorded in the binary.
func commandVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}

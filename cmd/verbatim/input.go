package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

// eachFile reads the named files, or standard input where there are none, and
// hands them to use one by one. "-" is standard input, which has no name. A
// file that cannot be read is reported and the rest is still read; an error of
// use is one of writing and ends the work.
func eachFile(names []string, streams stdio, use func(name, text string) error) int {
	if len(names) == 0 {
		names = []string{"-"}
	}
	status := exitOK
	for _, name := range names {
		content, err := readFile(name, streams.in)
		if err != nil {
			streams.report("%v", err)
			status = exitInput
			continue
		}
		if name == "-" {
			name = ""
		}
		if err := use(name, string(content)); err != nil {
			return streams.written(err)
		}
	}
	return status
}

func readFile(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(name)
}

// lightFlag declares the flag for Parser.Light.
func lightFlag(flags *flag.FlagSet) *bool {
	return flags.Bool("light", false, "read by rules alone: much faster, much less accurate in flattened text")
}

// parsePublished reads a time of publication, in RFC 3339 or as YYYY-MM-DD. The
// empty string is the zero time: not known.
func parsePublished(value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, value); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is neither YYYY-MM-DD nor an RFC 3339 time", value)
}

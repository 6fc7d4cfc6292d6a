// Command bench compares verbatim with other Go packages on the same texts and
// prints a table for docs/performance.md:
//
//	go run . timestamps
//	go run . articles
//	go run . length ../docs/length.svg
//
// the last of which draws a plot too. It also draws a table of docs/accuracy.md:
//
//	go run . accuracy ../docs/accuracy.svg
//
// It is a module of its own, so that no importer of verbatim gets the packages
// that it is compared with.
package main

import (
	"fmt"
	"os"
)

func main() {
	comparisons := map[string]func() error{
		"timestamps": compareTimestamps,
		"articles":   compareArticles,
		"length":     plotLength,
		"accuracy":   plotAccuracy,
		// What the programs that articles builds are called with:
		"read":       func() error { return readArticles(false) },
		"read-light": func() error { return readArticles(true) },
	}
	if len(os.Args) == 2 || len(os.Args) == 3 && (os.Args[1] == "length" || os.Args[1] == "accuracy") {
		if compare, ok := comparisons[os.Args[1]]; ok {
			if err := compare(); err != nil {
				fmt.Fprintln(os.Stderr, "bench:", err)
				os.Exit(1)
			}
			return
		}
	}
	fmt.Fprintln(os.Stderr, "usage: go run . timestamps | articles | length FILE | accuracy FILE")
	os.Exit(2)
}

// Command bench compares verbatim with other Go packages on the same texts and
// prints a table for docs/performance.md:
//
//	go run . timestamps
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
	}
	if len(os.Args) == 2 {
		if compare, ok := comparisons[os.Args[1]]; ok {
			if err := compare(); err != nil {
				fmt.Fprintln(os.Stderr, "bench:", err)
				os.Exit(1)
			}
			return
		}
	}
	fmt.Fprintln(os.Stderr, "usage: go run . timestamps")
	os.Exit(2)
}

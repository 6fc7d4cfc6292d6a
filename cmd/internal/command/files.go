package command

import (
	"errors"
	"io"
	"os"
)

// eachFile has use answer each named file, or standard input where there are none. "-" is
// standard input, which has no name. A file that cannot be read or answered is
// reported, and the rest is still answered; a [*writeError] ends the work, and is
// returned.
func eachFile(names []string, streams Streams, use func(name, text string) error) (status int, err error) {
	if len(names) == 0 {
		names = []string{"-"}
	}
	for _, name := range names {
		content, err := readFile(name, streams.In)
		if err != nil {
			streams.report("%v", err)
			status = exitInput
			continue
		}
		if name == "-" {
			name = ""
		}
		err = use(name, string(content))
		var unwritten *writeError
		switch {
		case errors.As(err, &unwritten):
			return exitInput, unwritten.error
		case err != nil:
			streams.report("%s: %v", orStandardInput(name), err)
			status = exitInput
		}
	}
	return status, nil
}

func readFile(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(name)
}

func orStandardInput(name string) string {
	if name == "" {
		return "standard input"
	}
	return name
}

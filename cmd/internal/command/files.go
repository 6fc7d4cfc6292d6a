package command

import (
	"errors"
	"io"
	"os"
)

// eachFile reads the named files, or standard input where there are none, and
// writes what answer makes of each to standard output.
func eachFile(names []string, streams Streams, answer func(name, text string) ([]byte, error)) int {
	status, err := useEachFile(names, streams, func(name, text string) error {
		output, err := answer(name, text)
		if err != nil {
			return err
		}
		_, err = streams.Out.Write(output)
		return written(err)
	})
	if err != nil {
		return streams.written(err)
	}
	return status
}

// useEachFile hands the named files, or standard input where there are none, to
// use. "-" is standard input, which has no name. A file that cannot be read or used is
// reported, and the rest is still used; a [*writeError] ends the work, and what it
// was is returned.
func useEachFile(names []string, streams Streams, use func(name, text string) error) (status int, err error) {
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

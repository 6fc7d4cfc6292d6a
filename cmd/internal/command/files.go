package command

import (
	"io"
	"os"
)

// eachFile reads the named files, or standard input where there are none, and
// writes what answer makes of each to standard output. "-" is standard input,
// which has no name. A file that cannot be read or answered is reported, and the
// rest is still answered; an error of writing ends the work.
func eachFile(names []string, streams Streams, answer func(name, text string) ([]byte, error)) int {
	if len(names) == 0 {
		names = []string{"-"}
	}
	status := exitOK
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
		output, err := answer(name, string(content))
		if err != nil {
			streams.report("%s: %v", orStandardInput(name), err)
			status = exitInput
			continue
		}
		if _, err := streams.Out.Write(output); err != nil {
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

func orStandardInput(name string) string {
	if name == "" {
		return "standard input"
	}
	return name
}

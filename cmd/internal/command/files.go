package command

import (
	"errors"
	"io"
	"os"
)

// eachArticle has use answer each article of the named files, or of standard input where
// there are none. "-" is standard input, which has no name. What cannot be read
// or answered is reported, and the rest is still answered; a [*writeError] ends
// the work, and is returned.
func (o *opening) eachArticle(names []string, streams Streams, use func(Article) error) (status int, err error) {
	if len(names) == 0 {
		names = []string{"-"}
	}
	for _, name := range names {
		in, err := openFile(name, streams.In)
		if err != nil {
			streams.report("%v", err)
			status = exitInput
			continue
		}
		if name == "-" {
			name = ""
		}
		ofFile, err := o.eachOf(in, name, streams, use)
		_ = in.Close() // it was read
		status = max(status, ofFile)
		if err != nil {
			return exitInput, err
		}
	}
	return status, nil
}

// eachOf has use answer each article of one file.
func (o *opening) eachOf(in io.Reader, name string, streams Streams, use func(Article) error) (status int, err error) {
	for a, err := range o.articles(in, name) {
		if err != nil {
			streams.report("%v", err)
			status = exitInput
			continue
		}
		place := orStandardInput(first(a.Path, a.ID))
		for _, remark := range a.Remarks {
			streams.report("%s: %v", place, remark)
			status = exitInput
		}
		err = use(a)
		var unwritten *writeError
		switch {
		case errors.As(err, &unwritten):
			return exitInput, unwritten.error
		case err != nil:
			streams.report("%s: %v", place, err)
			status = exitInput
		}
	}
	return status, nil
}

// openFile opens a file, or takes standard input.
func openFile(name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(stdin), nil
	}
	return os.Open(name)
}

func orStandardInput(name string) string { return first(name, "standard input") }

// first returns the first value that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

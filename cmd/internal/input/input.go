// Package input finds the files that a command line names and opens them for
// reading, decompressed where they are compressed.
package input

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/bmatcuk/doublestar/v4"
)

// StandardInput is the argument that stands for standard input.
const StandardInput = "-"

// A File is one input. Standard input has the name [StandardInput], and nothing
// else of it is known.
type File struct {
	Name     string    `json:"name"`
	Size     int64     `json:"size,omitzero"` // in bytes, as it is stored; 0 where that is not known
	Modified time.Time `json:"modified,omitzero"`
}

// Find returns the files that arguments name, in their order: each is the name
// of a file, a pattern as the shell has it, in which ** stands for any number of
// folders, or [StandardInput]. A file whose name looks like a pattern is taken
// for itself. What a pattern matches comes sorted by name, and folders that it
// matches are left out. Without arguments, standard input is read.
//
// The error joins one for each argument that names nothing to be read.
func Find(arguments []string) ([]File, error) {
	if len(arguments) == 0 {
		arguments = []string{StandardInput}
	}
	var (
		files  []File
		faults []error
	)
	for _, argument := range arguments {
		found, err := find(argument)
		files = append(files, found...)
		faults = append(faults, err)
	}
	return files, errors.Join(faults...)
}

func find(argument string) ([]File, error) {
	if argument == StandardInput {
		return []File{{Name: argument}}, nil
	}
	file, err := look(argument)
	if err == nil || !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(argument, "*?[{") {
		return []File{file}, err
	}
	names, err := doublestar.FilepathGlob(argument, doublestar.WithFilesOnly())
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", argument, err)
	case len(names) == 0:
		return nil, fmt.Errorf("%s: no file matches", argument)
	}
	slices.Sort(names)
	var (
		files  []File
		faults []error
	)
	for _, name := range names {
		file, err := look(name)
		files = append(files, file)
		faults = append(faults, err)
	}
	return files, errors.Join(faults...)
}

// look makes sure that a file can be opened. A pipe is not opened, because that
// would wait for whoever writes to it.
func look(name string) (File, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return File{}, err
	case info.IsDir():
		return File{}, &fs.PathError{Op: "read", Path: name, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return File{Name: name}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return File{}, err
	}
	return File{Name: name, Size: info.Size(), Modified: info.ModTime().UTC()}, file.Close()
}

// TotalSize returns how many bytes the files have in all, or false where that of
// one is not known.
func TotalSize(files []File) (size int64, known bool) {
	known = true
	for _, f := range files {
		size += f.Size
		known = known && !f.Modified.IsZero()
	}
	return size, known
}

package command

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// A wholeFile is a file that appears under its name once it is whole: until then it
// has another name in the same folder. What is no regular file, such as a device
// or a pipe, is written as it is.
type wholeFile struct {
	*os.File
	name    string
	regular bool
	size    int64 // bytes, once it is whole
}

func createWhole(name string) (*wholeFile, error) {
	switch info, err := os.Stat(name); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s is a folder", name)
	case err == nil && !info.Mode().IsRegular():
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		return &wholeFile{File: file, name: name}, err
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // the link stays
	}
	folder, base := filepath.Split(name)
	for {
		file, err := os.OpenFile(fmt.Sprintf("%s.%s.%08x.part", folder, base, rand.Uint32()), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return &wholeFile{File: file, name: name, regular: true}, err
		}
	}
}

// path closes the file, which is empty, and returns its name for now, for those who
// open it themselves.
func (f *wholeFile) path() (string, error) {
	if !f.regular {
		return "", fmt.Errorf("%s is no regular file", f.name)
	}
	return f.File.Name(), f.File.Close()
}

// commit gives the file its name.
func (f *wholeFile) commit() error {
	err := f.File.Close()
	if errors.Is(err, os.ErrClosed) {
		err = nil // by path
	}
	if err == nil && f.regular {
		err = os.Rename(f.File.Name(), f.name)
	}
	if info, statErr := os.Stat(f.name); err == nil && statErr == nil {
		f.size = info.Size()
	}
	if err != nil {
		f.abandon()
	}
	return err
}

// abandon takes the file away.
func (f *wholeFile) abandon() {
	_ = f.File.Close() // it may be closed
	if f.regular {
		_ = os.Remove(f.File.Name()) // what cannot be removed stays under a name that says so
	}
}

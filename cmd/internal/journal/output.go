// Package journal keeps the output of a run that may be killed at any moment: a
// file of whole lines, and beside it a journal that says what makes the output
// and how far it has come.
//
// The journal is a file of JSON lines with the name of the output and ".journal"
// behind it: the [Run] first, then a [Position] for each time that the output was
// synced. A position is written after what it speaks of has reached the disk; so
// the last whole line of the journal is true whatever ended the run, and going on
// means to cut the output there and to read on from there.
package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// An Output is the file that a run writes. Only one goroutine may use it.
type Output struct {
	file    *os.File
	journal *os.File // nil where the output is no regular file
	end     int64    // of what is whole in the journal
	lock    *flock.Flock
	every   time.Duration
	last    time.Time // when the last position was handed to the syncer

	positions chan Position // for the syncer
	synced    chan error    // the syncer's end
}

// Open opens the output of a run, which is the named file, and returns from
// where the run is to go on: the zero Position unless resume is set and there is
// something to go on with. Positions noted are kept no more often than every so
// often.
//
// Without resume, an output that a run has not finished is refused, and any other
// is begun anew. With resume, it is refused if it was not begun by an equal run.
// Refusals are of type [*RefusedError], and leave everything as it was. A file
// that is no regular one, such as a device or a pipe, has no journal and cannot be
// gone on with.
func Open(name string, run Run, resume bool, every time.Duration) (*Output, Position, error) {
	run.Form = form
	info, err := os.Stat(name)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, Position{}, err
	case err == nil && info.IsDir():
		return nil, Position{}, refuse(name, "it is a folder")
	case err == nil && !info.Mode().IsRegular():
		if resume {
			return nil, Position{}, refuse(name, "it is no regular file, which cannot be gone on with")
		}
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		return &Output{file: file}, Position{}, err
	}
	size := int64(0)
	if err == nil {
		size = info.Size()
	}
	o := &Output{every: every}
	from, err := o.begin(name, size, run, resume)
	if err != nil {
		_ = o.closeJournal() // the first error tells more
		return nil, Position{}, err
	}
	o.last = time.Now()
	o.positions, o.synced = make(chan Position, 1), make(chan error, 1)
	go o.sync()
	return o, from, nil
}

// begin opens and locks the journal, decides whether and where to go on, and
// opens the output there.
func (o *Output) begin(name string, size int64, run Run, resume bool) (Position, error) {
	path := name + ".journal"
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && resume && size > 0 {
		return Position{}, refuse(name, "there is no "+filepath.Base(path)+" beside it, so nobody can tell what made it")
	}
	switch err := o.openJournal(path); {
	case errors.Is(err, errInUse):
		return Position{}, refuse(name, err.Error())
	case err != nil:
		return Position{}, err
	}
	begun, from, end, err := read(o.journal)
	if err != nil {
		return Position{}, refuse(name, err.Error())
	}
	switch {
	case begun == nil: // no run has come as far as to write anything
		return Position{}, o.anew(name, run)
	case !resume && !from.Done:
		return Position{}, refuse(name, "the run that writes it is not finished: -resume goes on with it; to begin anew, remove "+path)
	case !resume:
		return Position{}, o.anew(name, run)
	}
	if reasons := run.differences(*begun); len(reasons) > 0 {
		return Position{}, refuse(name, reasons...)
	}
	if size < from.Written {
		return Position{}, refuse(name, fmt.Sprintf("it has %d bytes, fewer than the %d that were written", size, from.Written))
	}
	o.end = end
	return from, o.goOn(name, from.Written)
}

// errInUse says that another run has the journal.
var errInUse = errors.New("another run is writing it")

// openJournal opens the journal and, where the system can, keeps other runs away
// from it until it is closed or the process ends.
func (o *Output) openJournal(path string) (err error) {
	o.journal, err = os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" { // where a locked file cannot be written through another handle
		path += ".lock"
	}
	o.lock = flock.New(path)
	locked, err := o.lock.TryLock()
	switch {
	case errors.Is(err, errors.ErrUnsupported):
		return nil
	case err == nil && !locked:
		return errInUse
	}
	return err
}

func (o *Output) closeJournal() (err error) {
	if o.journal != nil {
		err = o.journal.Close()
	}
	if o.lock != nil {
		err = errors.Join(err, o.lock.Close())
	}
	return err
}

// anew begins the journal and then the output: whatever is killed in between
// leaves a journal that says that nothing is written.
func (o *Output) anew(name string, run Run) error {
	line, err := json.Marshal(run)
	if err != nil {
		return err
	}
	if err := o.append(line); err != nil {
		return err
	}
	return o.goOn(name, 0)
}

// goOn opens the output and cuts it and the journal where they are whole.
func (o *Output) goOn(name string, size int64) (err error) {
	o.file, err = os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, seekErr := o.file.Seek(size, io.SeekStart)
	err = errors.Join(cut(o.file, size), seekErr, cut(o.journal, o.end))
	if runtime.GOOS != "windows" { // which has no way to sync a folder
		err = errors.Join(err, syncFolder(filepath.Dir(name)))
	}
	return err
}

// Write writes to the output. It does not sync.
func (o *Output) Write(p []byte) (int, error) { return o.file.Write(p) }

// Note says how far the run has come, after all of it was written. Now and then
// the output is synced and the position kept, while the run goes on.
func (o *Output) Note(at Position) {
	if o.journal == nil || time.Since(o.last) < o.every {
		return
	}
	select {
	case o.positions <- at:
		o.last = time.Now()
	default: // the disk is not done with the one before
	}
}

// sync keeps the positions that it is handed.
func (o *Output) sync() {
	var fault error
	for at := range o.positions {
		if fault == nil {
			fault = o.keep(at)
		}
	}
	o.synced <- fault
}

// keep makes the output durable, and then the position.
func (o *Output) keep(at Position) error {
	if err := o.file.Sync(); err != nil {
		return err
	}
	line, err := json.Marshal(at)
	if err != nil {
		return err
	}
	return o.append(line)
}

// append appends a line to the journal, in place of what a failure has left
// there of another.
func (o *Output) append(line []byte) error {
	line = append(line, '\n')
	if _, err := o.journal.WriteAt(line, o.end); err != nil {
		return err
	}
	o.end += int64(len(line))
	return o.journal.Sync()
}

// Close cuts the output at the position that the run has come to, which is where
// the last write ended that succeeded, keeps that position, and closes both files.
func (o *Output) Close(at Position) error {
	if o.journal == nil {
		return o.file.Close()
	}
	close(o.positions)
	err := errors.Join(<-o.synced, cut(o.file, at.Written), o.keep(at))
	return errors.Join(err, o.file.Close(), o.closeJournal())
}

// read reads a journal: its run, its last position and where the last whole line
// ends. Without a whole line the run is nil.
func read(journal io.Reader) (run *Run, at Position, end int64, err error) {
	content, err := io.ReadAll(journal)
	if err != nil {
		return nil, Position{}, 0, err
	}
	content = content[:bytes.LastIndexByte(content, '\n')+1]
	if len(content) == 0 {
		return nil, Position{}, 0, nil
	}
	end = int64(len(content))
	lines := bytes.Split(content[:len(content)-1], []byte("\n"))
	run = new(Run)
	if err := json.Unmarshal(lines[0], run); err != nil || run.Form == 0 {
		return nil, Position{}, 0, errors.New("the journal beside it is none")
	}
	if len(lines) > 1 {
		if err := json.Unmarshal(lines[len(lines)-1], &at); err != nil {
			return nil, Position{}, 0, fmt.Errorf("the journal beside it is damaged in line %d", len(lines))
		}
	}
	return run, at, end, nil
}

// cut cuts a file that is longer than size.
func cut(file *os.File, size int64) error {
	info, err := file.Stat()
	if err != nil || info.Size() <= size {
		return err
	}
	return file.Truncate(size)
}

func syncFolder(name string) error {
	folder, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

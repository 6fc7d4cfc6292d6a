package ingest

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// tar reads the files of a tar archive one after the other.
func (w *walk) tar(in io.Reader, at place) {
	if at.depth++; at.depth > w.limits.Depth {
		w.fail(at, "tar", &LimitError{"containers in one another", int64(w.limits.Depth)})
		return
	}
	archive := tar.NewReader(in)
	for members := 0; !w.stopped; {
		header, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			w.fail(at, "tar", unpacking(err))
			return
		case header.Typeflag != tar.TypeReg || isBeside(header.Name):
			continue
		}
		if members++; members > w.limits.Members {
			w.fail(at, "tar", &LimitError{"files in an archive", int64(w.limits.Members)})
			return
		}
		w.source(archive, at.within(header.Name))
	}
}

// isBeside reports whether a file of an archive belongs to a program and not to its
// reader: those of macOS, hidden ones, and what a page is shown with.
func isBeside(name string) bool {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(name, "__MACOSX/") || strings.HasSuffix(name, "/") {
		return true
	}
	switch strings.ToLower(path.Ext(base)) {
	case ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".woff", ".woff2", ".ttf", ".mp3", ".mp4", ".webm":
		return true
	}
	return false
}

// zip reads the files of a ZIP archive, or the document that is kept as one. source
// is what buffered reads from.
func (w *walk) zip(source, buffered io.Reader, at place) {
	if at.depth++; at.depth > w.limits.Depth {
		w.fail(at, "zip", &LimitError{"containers in one another", int64(w.limits.Depth)})
		return
	}
	file, size, done, err := w.inPlace(source, buffered)
	if err != nil {
		w.fail(at, "zip", err)
		return
	}
	defer done()
	archive, err := zip.NewReader(file, size)
	if err != nil {
		w.fail(at, "zip", zipError(err))
		return
	}
	if len(archive.File) > w.limits.Members {
		w.fail(at, "zip", &LimitError{"files in an archive", int64(w.limits.Members)})
		return
	}
	if office := officeKind(archive); office != "" {
		w.office(archive, at, office)
		return
	}
	for _, f := range archive.File {
		if w.stopped {
			return
		}
		if f.FileInfo().IsDir() || isBeside(f.Name) {
			continue
		}
		w.zipped(f, at.within(f.Name))
	}
}

// zipped reads one file of a ZIP archive.
func (w *walk) zipped(f *zip.File, at place) {
	if f.Flags&1 != 0 {
		w.fail(at, "zip", errors.New("it is encrypted"))
		return
	}
	in, err := f.Open()
	if err != nil {
		w.fail(at, "zip", zipError(err))
		return
	}
	defer in.Close()
	packed := &counter{bytes: int64(f.CompressedSize64)}
	w.source(&bounded{out: in, packed: packed, ratio: w.limits.Ratio}, at)
}

func zipError(err error) error {
	if errors.Is(err, zip.ErrFormat) {
		return errors.New("it is cut off, or no ZIP archive: its directory is missing")
	}
	return unpacking(err)
}

// maxSpool is how many bytes of a ZIP archive that comes as a stream are kept in a
// temporary file.
const maxSpool = 16 << 30

// inPlace returns the archive as a file that can be read anywhere: the source itself if it
// can be, or a temporary file.
func (w *walk) inPlace(source, buffered io.Reader) (file io.ReaderAt, size int64, done func(), err error) {
	if at, ok := source.(interface {
		io.ReaderAt
		io.Seeker
	}); ok {
		if size, err := at.Seek(0, io.SeekEnd); err == nil {
			return at, size, func() {}, nil
		}
	}
	spool, err := os.CreateTemp("", "verbatim-*.zip")
	if err != nil {
		return nil, 0, nil, fmt.Errorf("no temporary file for the archive: %w", err)
	}
	done = func() {
		spool.Close()
		os.Remove(spool.Name())
	}
	size, err = io.Copy(spool, io.LimitReader(buffered, maxSpool+1))
	if err == nil && size > maxSpool {
		err = &LimitError{"bytes of an archive", maxSpool}
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return spool, size, done, nil
}

// officeKind says which document of an office program a ZIP archive is: docx, another
// one by the name of its kind, or none.
func officeKind(archive *zip.Reader) string {
	for _, f := range archive.File {
		switch f.Name {
		case "word/document.xml":
			return "docx"
		case "xl/workbook.xml":
			return "a spreadsheet"
		case "ppt/presentation.xml":
			return "a presentation"
		case "mimetype":
			return "an OpenDocument or EPUB file"
		}
	}
	return ""
}

// office reads a document of an office program.
func (w *walk) office(archive *zip.Reader, at place, kind string) {
	if kind != "docx" {
		w.fail(at, "zip", &UnknownError{kind})
		return
	}
	a, err := protect(func() (*Article, error) {
		d := &document{path: at.path, name: at.name, url: at.url, zone: w.zone}
		return d.readWord(archive, w.limits)
	})
	switch {
	case err != nil:
		w.fail(at, "docx", err)
	case strings.TrimSpace(a.Text) == "":
		w.fail(at, "docx", errNoText)
	default:
		w.give(a)
	}
}

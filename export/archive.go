package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
	"time"
	"unicode"
)

// An archive writes a zip file of the little zip files that are its records, so
// that what costs time, the packing, is done where the records are made.
type archive struct {
	zip   *zip.Writer
	names map[string]int // how many articles have each name, small letters only
}

func newArchive(w io.Writer) *archive { return &archive{zip.NewWriter(w), map[string]int{}} }

// add copies the files of a record. An article whose name another one has gets a
// number behind it.
func (a *archive) add(record []byte) error {
	r, err := zip.NewReader(bytes.NewReader(record), int64(len(record)))
	if err != nil {
		return err
	}
	renamed := ""
	for _, f := range r.File {
		extension := path.Ext(f.Name)
		if renamed == "" {
			renamed = a.unique(strings.TrimSuffix(f.Name, extension))
		}
		f.Name = renamed + extension
		if err := a.zip.Copy(f); err != nil {
			return err
		}
	}
	return nil
}

// unique returns name, or name with a number, so that no two are alike even where
// capitals do not count.
func (a *archive) unique(name string) string {
	for {
		key := strings.ToLower(name)
		a.names[key]++
		if a.names[key] == 1 {
			return name
		}
		name = fmt.Sprintf("%s-%d", name, a.names[key])
	}
}

// close adds what stands beside the articles and ends the archive.
func (a *archive) close(beside ...archiveFile) error {
	for _, f := range beside {
		if err := f.pack(a.zip, ""); err != nil {
			return err
		}
	}
	return a.zip.Close()
}

// An archiveFile is a file of an archive. That of an article is named by its
// extension.
type archiveFile struct {
	name    string
	content []byte
}

// archiveTime stands for the time of every file, so that the same documents make
// the same bytes: the earliest that zip can note.
var archiveTime = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// pack writes the file with base in front of its name.
func (f *archiveFile) pack(w *zip.Writer, base string) error {
	file, err := w.CreateHeader(&zip.FileHeader{Name: base + f.name, Method: zip.Deflate, Modified: archiveTime})
	if err != nil {
		return err
	}
	_, err = file.Write(f.content)
	return err
}

// archived packs the files of an article.
func archived(id string, files ...archiveFile) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		if err := f.pack(w, fileName(id)); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// maxFileName is how many characters of an ID a file name has.
const maxFileName = 80

// fileName makes of an ID the name of a file that every system takes and that
// leads nowhere else: letters, digits and - . _ of what stands after the last slash,
// without ".txt". What begins with a dot, or is the name of a device, has an
// underscore in front.
func fileName(id string) string {
	id = id[strings.LastIndexAny(id, `/\`)+1:]
	id = strings.TrimSuffix(id, ".txt")
	var b strings.Builder
	length := 0
	for _, r := range id {
		if length++; length > maxFileName {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-._", r) {
			r = '_'
		}
		b.WriteRune(r)
	}
	name := strings.TrimRight(b.String(), ".")
	device, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch {
	case name == "":
		return "article"
	case name[0] == '.', isDevice(device):
		return "_" + name
	}
	return name
}

// isDevice reports whether Windows takes a name for that of a device.
func isDevice(name string) bool {
	switch name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(name) == 4 && (name[:3] == "COM" || name[:3] == "LPT") && '0' <= name[3] && name[3] <= '9'
}

package verbatimtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// UpdateVariable is the environment variable that makes [Golden] write golden
// files instead of comparing with them, if its value is 1.
const UpdateVariable = "VERBATIM_UPDATE"

// Golden compares doc with the golden file at path and marks the test as
// failed, with the differences, unless they say the same. The file holds the
// document as JSON, in the form that "verbatim parse" prints but for its
// provenance, which another version changes though it reads the same; an empty
// list and an absent one are the same. Options leave out of the comparison what
// does not matter to the test; the file has it all the same. If updating is asked
// for, Golden writes the file, with any folder that its path needs, and the test
// goes on.
func Golden(t testing.TB, doc *verbatim.Document, path string, options ...Option) {
	t.Helper()
	got, err := encode(doc)
	if err != nil {
		t.Errorf("verbatimtest: the document has no JSON form: %v", err)
		return
	}
	if updating() {
		if err := write(path, got); err != nil {
			t.Errorf("verbatimtest: %v", err)
		}
		return
	}
	difference, err := compare(got, path, options)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Errorf("verbatimtest: there is no golden file %s; %s", path, howToUpdate)
	case err != nil:
		t.Errorf("verbatimtest: %s: %v; %s", path, err, howToUpdate)
	case difference != "":
		t.Errorf("the document differs from %s (golden → got):\n%s%s", path, difference, howToUpdate)
	}
}

const howToUpdate = "to write it, run the tests with " + UpdateVariable + "=1 and read what changed"

// updating reports whether golden files are to be written.
func updating() bool {
	if os.Getenv(UpdateVariable) == "1" {
		return true
	}
	update := flag.Lookup("update")
	if update == nil {
		return false
	}
	getter, ok := update.Value.(flag.Getter)
	return ok && getter.Get() == true
}

// encode gives the golden form of doc.
func encode(doc *verbatim.Document) ([]byte, error) {
	if doc != nil {
		golden := *doc
		golden.Provenance = verbatim.Provenance{}
		doc = &golden
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(doc)
	return b.Bytes(), err
}

// decode reads the golden form. A field that no document has is an error: the
// file was written for another version.
func decode(data []byte) (*verbatim.Document, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var doc *verbatim.Document
	if err := decoder.Decode(&doc); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("something follows the document")
	}
	return doc, nil
}

// compare returns the differences between the golden file at path and got.
// Both are read back from JSON, so that only what the record says counts.
func compare(got []byte, path string, options []Option) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	wanted, err := decode(data)
	if err != nil {
		return "", err
	}
	given, err := decode(got)
	if err != nil {
		return "", fmt.Errorf("the document does not survive JSON: %w", err)
	}
	return Diff(wanted, given, options...), nil
}

func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}

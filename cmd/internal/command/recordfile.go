package command

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/line"
)

// A recordFile reads the records of one file, one after the other.
type recordFile struct {
	name    string
	streams Streams
	decoder *json.Decoder // of records over several lines; nil for one a line
	lines   *line.Reader
	place   int // the number of the line, or of the record where they are no lines
	ended   bool
	faults  int
	unknown map[string]bool // fields reported as unknown to this version
	close   func() error
}

// maxRecordLine is how many bytes the record of one line may have.
const maxRecordLine = 1 << 30

// openRecords opens a file of records: a JSON object a line, or, where the first
// line is none, one after the other.
func openRecords(name string, streams Streams) (*recordFile, error) {
	f := &recordFile{name: name, streams: streams, unknown: make(map[string]bool), close: func() error { return nil }}
	in := streams.In
	if name == "-" {
		f.name = "standard input"
	} else {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		in, f.close = file, file.Close
	}
	buffered := bufio.NewReaderSize(in, 1<<16)
	if begin, _ := buffered.Peek(2); string(begin) == "{\n" || string(begin) == "{\r" {
		f.decoder = json.NewDecoder(buffered)
	} else {
		f.lines = line.NewReader(buffered, maxRecordLine)
	}
	return f, nil
}

// next returns the next record, or nil at the end. What is no record is reported
// and passed over.
func (f *recordFile) next() *verbatim.Document {
	for !f.ended {
		record, err := f.read()
		if errors.Is(err, io.EOF) {
			f.ended = true
		} else if err != nil {
			f.fault(err)
			f.ended = true
		}
		if len(record) == 0 {
			continue
		}
		doc, err := f.decode(record)
		if err != nil {
			f.fault(err)
			continue
		}
		return doc
	}
	return nil
}

// read returns the JSON of the next record; nothing for an empty line.
func (f *recordFile) read() ([]byte, error) {
	f.place++
	if f.decoder != nil {
		var record json.RawMessage
		err := f.decoder.Decode(&record)
		return record, err
	}
	content, tooLong, err := f.lines.Next()
	if tooLong {
		f.fault(fmt.Errorf("longer than %d bytes", maxRecordLine))
		return nil, err
	}
	if line.IsBlank(content) {
		return nil, err
	}
	return content, err
}

// decode reads one record. Fields that this version does not know are named once:
// they are not compared.
func (f *recordFile) decode(record []byte) (*verbatim.Document, error) {
	strict := json.NewDecoder(strings.NewReader(string(record)))
	strict.DisallowUnknownFields()
	doc := new(verbatim.Document)
	err := strict.Decode(doc)
	if err == nil && strict.More() {
		return nil, errors.New("something follows the record")
	}
	if err == nil {
		return doc, nil
	}
	_, field, isUnknown := strings.Cut(err.Error(), "unknown field ")
	if !isUnknown {
		return nil, fmt.Errorf("no record: %w", err)
	}
	doc = new(verbatim.Document)
	if err := json.Unmarshal(record, doc); err != nil {
		return nil, fmt.Errorf("no record: %w", err)
	}
	if !f.unknown[field] {
		f.unknown[field] = true
		f.streams.report("%s: the field %s is unknown to this version and not compared", f.name, field)
	}
	return doc, nil
}

// fault reports what is wrong with a record, or with the rest of the file.
func (f *recordFile) fault(err error) {
	f.faults++
	unit := "line"
	if f.decoder != nil {
		unit = "record"
	}
	f.streams.report("%s: %s %d: %v", f.name, unit, f.place, err)
}

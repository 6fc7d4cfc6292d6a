package ingest

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// The names that a field of a record may have where the caller names none.
var (
	idNames        = []string{"id", "guid", "uri", "url"}
	textNames      = []string{"text", "body", "content", "body_text", "articleBody", "body_html"}
	titleNames     = []string{"title", "headline"}
	bylineNamesOf  = []string{"byline", "author", "authors"}
	publishedNames = []string{"published", "date", "published_at", "datePublished", "pubDate", "versioncreated"}
	urlNames       = []string{"url", "link"}
	languageNames  = []string{"language", "lang"}
)

// named returns the names to look for: the caller's, or the usual ones.
func named(name string, usual []string) []string {
	if name != "" {
		return []string{name}
	}
	return usual
}

// noFieldError tells of a record that has no text.
func noFieldError(names []string) error {
	if len(names) == 1 {
		return fmt.Errorf("the record has no field %q with text", names[0])
	}
	return fmt.Errorf("the record has none of the fields %s with text", strings.Join(names, ", "))
}

// lines reads JSON, an object a line.
func (w *walk) lines(in io.Reader, at place) {
	reader := bufio.NewReader(in)
	for number := 1; !w.stopped; number++ {
		l, tooLong, err := readLine(reader, w.limits.Document)
		here := recordPlace(at, number, "")
		switch {
		case tooLong:
			w.fail(here, "jsonl", &LimitError{"bytes in one document", w.limits.Document})
		case len(bytes.TrimSpace(l)) > 0:
			w.object(jsonValue{raw: bytes.TrimSpace(bytes.TrimPrefix(l, []byte("\ufeff")))}, here)
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				w.fail(at, "jsonl", err)
			}
			return
		}
	}
}

// readLine reads a line, or passes over one that is longer than limit.
func readLine(in *bufio.Reader, limit int64) (l []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(l)+len(part)) > limit {
			l, tooLong = nil, true
		}
		if !tooLong {
			l = append(l, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return l, tooLong, err
		}
	}
}

// objects reads a document of JSON: one object, or a list of them.
func (w *walk) objects(d *document, at place) {
	text, _ := decode(d.content, d.mediaType)
	content := bytes.TrimSpace([]byte(text))
	if !json.Valid(content) {
		w.fail(at, "json", invalidJSON(content))
		return
	}
	value := jsonValue{raw: content}
	if content[0] == '[' {
		for i, element := range value.elements() {
			if w.stopped {
				return
			}
			w.object(element, recordPlace(at, i+1, ""))
		}
		return
	}
	if _, name := value.findAny(named(w.fields.Text, textNames)...); name == "" {
		w.fail(at, "json", &UnknownError{"a JSON object without a field of text"})
		return
	}
	w.object(value, at)
}

// object reads the article of one object. The map of its text leads to the bytes of
// the object, from its first brace.
func (w *walk) object(value jsonValue, at place) {
	if !json.Valid(value.raw) {
		w.fail(at, "jsonl", invalidJSON(value.raw))
		return
	}
	value.at = 0
	a := &Article{Path: at.path, Format: FormatJSONLines}
	names := named(w.fields.Text, textNames)
	text, _ := value.findAny(names...)
	if err := a.readField(text); err != nil {
		w.fail(at, "jsonl", err)
		return
	}
	if strings.TrimSpace(a.Text) == "" {
		w.fail(at, "jsonl", noFieldError(names))
		return
	}
	get := func(name string, usual []string) jsonValue {
		found, _ := value.findAny(named(name, usual)...)
		return found
	}
	a.ID = first(get(w.fields.ID, idNames).string(), at.path)
	a.Title = plain(get(w.fields.Title, titleNames).string())
	for _, name := range get(w.fields.Byline, bylineNamesOf).strings() {
		a.Byline = append(a.Byline, people(name)...)
	}
	a.URL = get(w.fields.URL, urlNames).string()
	a.Language = get(w.fields.Language, languageNames).string()
	when, name := value.findAny(named(w.fields.Published, publishedNames)...)
	a.dateOfRecord(when.string(), name, w)
	w.give(a)
}

// table reads a table in CSV, or with tabs between its cells: a record a row, with the
// names of the fields in the first one.
func (w *walk) table(in io.Reader, at place) {
	text, err := w.decoded(in, at)
	if err != nil {
		w.fail(at, "csv", err)
		return
	}
	records := csv.NewReader(text)
	records.ReuseRecord = true
	records.LazyQuotes = true
	records.FieldsPerRecord = -1
	if strings.EqualFold(path.Ext(at.name), ".tsv") || strings.Contains(at.mediaType, "tab-separated") {
		records.Comma = '\t'
	}
	header, err := records.Read()
	if err != nil {
		w.fail(at, "csv", fmt.Errorf("the table has no first row: %w", unpacking(err)))
		return
	}
	columns := map[string]int{}
	for i, name := range header {
		if _, given := columns[strings.TrimSpace(name)]; !given {
			columns[strings.TrimSpace(name)] = i
		}
	}
	names := named(w.fields.Text, textNames)
	if !has(columns, names) {
		w.fail(at, "csv", fmt.Errorf("the table has no column %s", strings.Join(names, ", ")))
		return
	}
	for number := 1; !w.stopped; number++ {
		row, err := records.Read()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			w.fail(recordPlace(at, number, ""), "csv", err)
			return
		}
		w.row(row, columns, recordPlace(at, number, ""), names)
	}
}

func has(columns map[string]int, names []string) bool {
	for _, name := range names {
		if _, ok := columns[name]; ok {
			return true
		}
	}
	return false
}

// row reads the article of one row.
func (w *walk) row(row []string, columns map[string]int, at place, names []string) {
	get := func(name string, usual []string) (value, from string) {
		for _, n := range named(name, usual) {
			if i, ok := columns[n]; ok && i < len(row) && strings.TrimSpace(row[i]) != "" {
				return strings.Clone(row[i]), n
			}
		}
		return "", ""
	}
	a := &Article{Path: at.path, Format: FormatCSV}
	text, _ := get(w.fields.Text, textNames)
	a.Text = text
	if looksLikeHTML(text) {
		var err error
		if a.Text, _, err = fragment(text); err != nil {
			w.fail(at, "csv", err)
			return
		}
	}
	if strings.TrimSpace(a.Text) == "" {
		w.fail(at, "csv", noFieldError(names))
		return
	}
	id, _ := get(w.fields.ID, idNames)
	a.ID = first(id, at.path)
	title, _ := get(w.fields.Title, titleNames)
	a.Title = plain(title)
	byline, _ := get(w.fields.Byline, bylineNamesOf)
	a.Byline = people(byline)
	a.URL, _ = get(w.fields.URL, urlNames)
	a.Language, _ = get(w.fields.Language, languageNames)
	when, from := get(w.fields.Published, publishedNames)
	a.dateOfRecord(when, from, w)
	w.give(a)
}

// dateOfRecord reads the date of a record. That there is no field of the name that the
// caller gave is remarked upon: the name may be wrong.
func (a *Article) dateOfRecord(value, from string, w *walk) {
	if value == "" && w.fields.Published != "" {
		a.Remarks = append(a.Remarks, fmt.Errorf("the record has no field %q with a date", w.fields.Published))
		return
	}
	a.date([]declaration{{value, from}}, w.zone)
}

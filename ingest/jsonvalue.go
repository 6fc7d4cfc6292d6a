package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// A jsonValue is a value of JSON with the place where it stands.
type jsonValue struct {
	raw []byte
	at  int // the byte of the document at which it begins
}

// fields returns the values of an object by their names. Of a name that is given twice, the
// first counts.
func (v jsonValue) fields() (map[string]jsonValue, error) {
	decoder := json.NewDecoder(bytes.NewReader(v.raw))
	if start, err := decoder.Token(); err != nil || start != json.Delim('{') {
		return nil, errors.Join(errNoObject, err)
	}
	fields := map[string]jsonValue{}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		value, err := v.next(decoder)
		if err != nil {
			return nil, err
		}
		if _, given := fields[name.(string)]; !given {
			fields[name.(string)] = value
		}
	}
	return fields, nil
}

var errNoObject = errors.New("it is no JSON object")

// elements returns the values of a list.
func (v jsonValue) elements() (elements []jsonValue) {
	decoder := json.NewDecoder(bytes.NewReader(v.raw))
	if start, err := decoder.Token(); err != nil || start != json.Delim('[') {
		return nil
	}
	for decoder.More() {
		value, err := v.next(decoder)
		if err != nil {
			return elements
		}
		elements = append(elements, value)
	}
	return elements
}

// next reads a value of the object or list v.
func (v jsonValue) next(decoder *json.Decoder) (jsonValue, error) {
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		return jsonValue{}, err
	}
	return jsonValue{raw, v.at + int(decoder.InputOffset()) - len(raw)}, nil
}

// find returns the value that a name leads to, which may stand within objects and lists.
func (v jsonValue) find(name string) (found jsonValue, ok bool) {
	switch {
	case len(v.raw) == 0:
	case v.raw[0] == '{':
		fields, _ := v.fields()
		if found, ok = fields[name]; ok {
			return found, !found.isNull()
		}
		for at := strings.IndexByte(name, '.'); at >= 0; {
			if inner, ok := fields[name[:at]]; ok {
				return inner.find(name[at+1:])
			}
			next := strings.IndexByte(name[at+1:], '.')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	case v.raw[0] == '[':
		index, rest, more := strings.Cut(name, ".")
		elements := v.elements()
		if i, err := strconv.Atoi(index); err == nil && i >= 0 && i < len(elements) {
			if !more {
				return elements[i], true
			}
			return elements[i].find(rest)
		}
	}
	return jsonValue{}, false
}

// findAny returns the value of the first name that there is.
func (v jsonValue) findAny(names ...string) (found jsonValue, name string) {
	for _, name := range names {
		if found, ok := v.find(name); ok {
			return found, name
		}
	}
	return jsonValue{}, ""
}

func (v jsonValue) isNull() bool { return string(v.raw) == "null" }

// text returns a string or number as text, with the map to its bytes, which is nil for
// anything but a string.
func (v jsonValue) text() (string, *Map) {
	switch {
	case len(v.raw) == 0:
		return "", nil
	case v.raw[0] == '"':
		return v.unquote()
	case v.raw[0] == '-' || v.raw[0] >= '0' && v.raw[0] <= '9':
		return string(v.raw), nil
	}
	return "", nil
}

// string returns a string or number without the way back.
func (v jsonValue) string() string {
	text, _ := v.text()
	return text
}

// strings returns the strings of a list, of objects their names, or the one string.
func (v jsonValue) strings() (all []string) {
	if len(v.raw) > 0 && v.raw[0] == '[' {
		for _, e := range v.elements() {
			all = append(all, e.strings()...)
		}
		return all
	}
	if len(v.raw) > 0 && v.raw[0] == '{' {
		named, _ := v.findAny("name", "fullname", "displayName", "value")
		v = named
	}
	if text := clean(v.string()); text != "" {
		all = append(all, text)
	}
	return all
}

// unquote undoes the escapes of a string.
func (v jsonValue) unquote() (string, *Map) {
	literal := v.raw[1 : len(v.raw)-1]
	base := v.at + 1
	var p prose
	for at := 0; at < len(literal); {
		end := bytes.IndexByte(literal[at:], '\\')
		if end < 0 {
			end = len(literal) - at
		}
		if end > 0 {
			p.addUTF8(literal[at:at+end], base+at)
			at += end
			continue
		}
		text, size := escaped(literal[at:])
		p.add(text, verbatim.Span{Start: base + at, End: base + at + size})
		at += size
	}
	return string(p.text), p.origin()
}

// addUTF8 adds text as it stands, with U+FFFD for bytes that are no UTF-8.
func (p *prose) addUTF8(text []byte, at int) {
	if utf8.Valid(text) {
		p.add(string(text), verbatim.Span{Start: at, End: at + len(text)})
		return
	}
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		p.add(string(r), verbatim.Span{Start: at, End: at + size})
		at, text = at+size, text[size:]
	}
}

// escaped returns what the escape stands for with which literal begins, and its length.
func escaped(literal []byte) (text string, size int) {
	if len(literal) < 2 {
		return "\ufffd", len(literal)
	}
	switch literal[1] {
	case 'n':
		return "\n", 2
	case 't':
		return "\t", 2
	case 'r':
		return "\r", 2
	case 'b':
		return "\b", 2
	case 'f':
		return "\f", 2
	case 'u':
		const length = len(`\u0000`)
		unit := func(at int) rune {
			if len(literal) < at+length || literal[at] != '\\' || literal[at+1] != 'u' {
				return -1
			}
			n, err := strconv.ParseUint(string(literal[at+2:at+length]), 16, 16)
			if err != nil {
				return -1
			}
			return rune(n)
		}
		letter := unit(0)
		if letter < 0 {
			return "\ufffd", 2
		}
		if utf16.IsSurrogate(letter) {
			if pair := utf16.DecodeRune(letter, unit(length)); pair != utf8.RuneError {
				return string(pair), 2 * length
			}
			letter = utf8.RuneError
		}
		return string(letter), length
	}
	return string(literal[1:2]), 2
}

// invalidJSON says what is wrong with JSON that is none.
func invalidJSON(content []byte) error {
	var value json.RawMessage
	err := json.Unmarshal(content, &value)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Offset >= int64(len(content)) {
		return errTruncated
	}
	return err
}

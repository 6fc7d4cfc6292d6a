package line

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// A kind says what a JSON value is, in the words of a message.
type kind string

const (
	kindString  kind = "a string"
	kindNumber  kind = "a number"
	kindBoolean kind = "a boolean"
	kindArray   kind = "an array"
	kindObject  kind = "an object"
	kindNull    kind = "null"
)

// kindOf tells by the first byte what a JSON value is.
func kindOf(value []byte) kind {
	switch value[0] {
	case '"':
		return kindString
	case '[':
		return kindArray
	case '{':
		return kindObject
	case 't', 'f':
		return kindBoolean
	case 'n':
		return kindNull
	}
	return kindNumber
}

// A field is one value of an object, as far as an article needs it.
type field struct {
	count  int    // how often the object has it
	kind   kind   // empty where it has none
	value  string // of a string or, as it was written, of a number
	halved bool   // a \u escape stands for half a character; value has U+FFFD there
	broken bool   // the string is not UTF-8; value has U+FFFD there
}

// UnmarshalJSON takes any value.
func (f *field) UnmarshalJSON(data []byte) error {
	f.count++
	f.kind = kindOf(data)
	switch f.kind {
	case kindString:
		f.halved, f.broken = hasHalfPair(data), !utf8.Valid(data)
		return json.Unmarshal(data, &f.value)
	case kindNumber:
		f.value = string(data)
	}
	return nil
}

// isAbsent reports whether there is no value, or null.
func (f *field) isAbsent() bool { return f.kind == "" || f.kind == kindNull }

// isName reports whether the value names an article without doubt.
func (f *field) isName() bool {
	return f.count == 1 && (f.kind == kindString || f.kind == kindNumber) && !f.halved && !f.broken
}

// hasHalfPair reports whether a JSON string has a \u escape for one half of a
// UTF-16 pair without the other, which is what is left where a program has cut
// a text in the middle of a character.
func hasHalfPair(literal []byte) bool {
	for {
		at := bytes.IndexByte(literal, '\\')
		if at < 0 {
			return false
		}
		first, size := escape(literal[at:])
		literal = literal[at+size:]
		if !utf16.IsSurrogate(first) {
			continue
		}
		second, size := escape(literal)
		if utf16.DecodeRune(first, second) == utf8.RuneError {
			return true
		}
		literal = literal[size:]
	}
}

// escape returns the unit that the \u escape stands for with which literal
// begins, or -1 if it begins otherwise, and how many bytes an escape there has.
func escape(literal []byte) (unit rune, size int) {
	const length = len(`\u0000`)
	if !bytes.HasPrefix(literal, []byte(`\u`)) || len(literal) < length {
		return -1, len(`\n`)
	}
	number, err := strconv.ParseUint(string(literal[2:length]), 16, 16)
	if err != nil {
		return -1, len(`\n`)
	}
	return rune(number), length
}

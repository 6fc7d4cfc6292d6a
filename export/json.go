package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// indentedRecord and lineRecord make the record of docs/document.schema.json.
func indentedRecord(a *article) ([]byte, error) {
	return encoded(Recount(a.text, a.Document, a.unit), "  ")
}

func lineRecord(a *article) ([]byte, error) { return encoded(Recount(a.text, a.Document, a.unit), "") }

// encoded returns a value as JSON that ends with a line feed.
func encoded(value any, indent string) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return escapedActive(out.Bytes()), nil
}

// escapedActive writes as \u escapes what encoding/json leaves as it is and a
// terminal would act on. In JSON such characters stand within strings alone, and
// mean the same either way.
func escapedActive(data []byte) []byte {
	// The first bytes of DEL and of what is beyond ASCII among the active ones.
	if bytes.IndexByte(data, 0x7F) < 0 && bytes.IndexByte(data, 0xC2) < 0 && bytes.IndexByte(data, 0xD8) < 0 && bytes.IndexByte(data, 0xE2) < 0 {
		return data
	}
	var out []byte // nil until there is something to escape
	kept := 0
	for at := 0; at < len(data); {
		r, size := rune(data[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(data[at:])
		}
		if r >= 0x7F && isActive(r) {
			out = fmt.Appendf(append(out, data[kept:at]...), `\u%04x`, r)
			kept = at + size
		}
		at += size
	}
	if kept == 0 {
		return data
	}
	return append(out, data[kept:]...)
}

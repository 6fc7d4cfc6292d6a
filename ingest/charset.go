package ingest

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// decode returns the content in UTF-8, with the map to its bytes, which is nil where
// they are the same.
//
// What the content is comes before what is declared, by a mark of the order of
// bytes, a header or the page: text that is UTF-8 and has more than ASCII is
// UTF-8, whatever is said of it. charset.DetermineEncoding alone looks at the first
// 1,024 bytes, and takes a page for windows-1252 whose first letter beyond ASCII
// comes after them.
func decode(content []byte, mediaType string) (text string, origin *Map) {
	if marked, enc := byOrder(content); enc != nil {
		return transcode(content, marked, enc)
	}
	if utf8.Valid(content) {
		return withoutMark(content)
	}
	enc, name, _ := charset.DetermineEncoding(content, mediaType)
	if name == "utf-8" && mostlyUTF8(content) {
		return replaced(content)
	}
	if name == "utf-8" || name == "replacement" {
		enc, _ = charset.Lookup("windows-1252")
	}
	return transcode(content, 0, enc)
}

// byOrder returns the encoding that a mark at the beginning tells, or zeros
// in every other byte, and the length of the mark.
func byOrder(content []byte) (marked int, enc encoding.Encoding) {
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe, 0, 0}):
		return 4, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case bytes.HasPrefix(content, []byte{0, 0, 0xfe, 0xff}):
		return 4, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}):
		return 2, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		return 2, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case len(content) >= 8 && content[1] == 0 && content[3] == 0 && content[0] != 0:
		return 0, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case len(content) >= 8 && content[0] == 0 && content[2] == 0 && content[1] != 0:
		return 0, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return 0, nil
}

// withoutMark returns text in UTF-8 without the mark that may stand before it.
func withoutMark(content []byte) (string, *Map) {
	rest, ok := bytes.CutPrefix(content, []byte("\ufeff"))
	if !ok {
		return string(content), nil
	}
	return string(rest), whole(string(rest)).shifted(len(content) - len(rest))
}

// mostlyUTF8 reports whether more letters beyond ASCII are UTF-8 than are not: a
// page of it with one broken letter is still one.
func mostlyUTF8(content []byte) bool {
	good, bad := 0, 0
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		content = content[size:]
	}
	return good > bad
}

// replaced returns UTF-8 with U+FFFD in place of bytes that are none.
func replaced(content []byte) (string, *Map) {
	var p prose
	for at := 0; at < len(content); {
		r, size := utf8.DecodeRune(content[at:])
		p.add(string(r), verbatim.Span{Start: at, End: at + size})
		at += size
	}
	return string(p.text), p.origin()
}

// transcode decodes letter by letter, so that the way back is known for each.
func transcode(content []byte, from int, enc encoding.Encoding) (string, *Map) {
	var (
		p       prose
		decoder = enc.NewDecoder()
		letters [64]byte
	)
	for at := from; at < len(content); {
		written, read := step(decoder, letters[:], content[at:])
		p.add(string(letters[:written]), verbatim.Span{Start: at, End: at + read})
		at += read
	}
	return string(p.text), p.origin()
}

// step decodes the fewest bytes that stand for something.
func step(decoder transform.Transformer, to, from []byte) (written, read int) {
	const longest = 8 // bytes of one letter, with the change of a character set before it
	for n := 1; n <= min(longest, len(from)); n++ {
		written, read, _ = decoder.Transform(to, from[:n], n == len(from))
		if read > 0 {
			return written, read
		}
	}
	return copy(to, "\ufffd"), 1
}

// decoded returns a stream in UTF-8 of one that may be in another encoding. Which it
// is, the beginning tells.
func (w *walk) decoded(in io.Reader, at place) (io.Reader, error) {
	const window = 64 << 10
	head := bufio.NewReaderSize(in, window)
	first, err := head.Peek(window)
	if err != nil && err != io.EOF {
		return nil, err
	}
	marked, enc := byOrder(first)
	switch {
	case enc != nil:
		_, _ = head.Discard(marked)
		return transform.NewReader(head, enc.NewDecoder()), nil
	case bytes.HasPrefix(first, []byte("\ufeff")), utf8.Valid(first), mostlyUTF8(first):
		return transform.NewReader(head, unicode.UTF8BOM.NewDecoder()), nil
	}
	enc, name, _ := charset.DetermineEncoding(first, at.mediaType)
	if name == "utf-8" || name == "replacement" {
		enc, _ = charset.Lookup("windows-1252")
	}
	return transform.NewReader(head, enc.NewDecoder()), nil
}

// Package sniff tells by the first bytes what a file holds, so that a web page or
// an archive is never read as prose, and prose never taken for either.
package sniff

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"unicode/utf8"
)

// A Kind says what a file holds.
type Kind string

// The kinds. Prose is also what looks like nothing else.
const (
	Prose     Kind = "prose"
	HTML      Kind = "html"
	RSS       Kind = "rss"
	Atom      Kind = "atom"
	NITF      Kind = "nitf"
	XML       Kind = "xml" // some other XML
	JSON      Kind = "json"
	JSONLines Kind = "jsonl"
	NINJS     Kind = "ninjs"
	JSONFeed  Kind = "jsonfeed"
	CSV       Kind = "csv" // by name alone: any prose has commas
	Markdown  Kind = "markdown"
	SubRip    Kind = "subrip"
	WebVTT    Kind = "webvtt"
	EMail     Kind = "email"
	PDF       Kind = "pdf"
	DOCX      Kind = "docx" // by name alone: by content it is ZIP
	ZIP       Kind = "zip"
	Tar       Kind = "tar"
	WARC      Kind = "warc"
	Gzip      Kind = "gzip"
	Zstandard Kind = "zstd"
	Bzip2     Kind = "bzip2"
	XZ        Kind = "xz"
	UTF16     Kind = "utf16" // text in UTF-16 or UTF-32
	Binary    Kind = "binary"
)

// Window is how many bytes of a file Content wants to see, if it has as many.
const Window = 8 << 10

// names says for a reader what each kind is.
var names = map[Kind]string{
	Prose: "plain text", HTML: "a web page", RSS: "an RSS feed", Atom: "an Atom feed", NITF: "an article in NITF", XML: "an XML document",
	JSON: "a JSON object", JSONLines: "lines of JSON", NINJS: "an article in ninjs", JSONFeed: "a JSON feed", CSV: "a table in CSV", Markdown: "Markdown",
	SubRip: "captions in SubRip", WebVTT: "captions in WebVTT", EMail: "an e-mail", PDF: "a PDF document", DOCX: "a Word document",
	ZIP: "a ZIP archive or a document of an office program", Tar: "a tar archive", WARC: "a web archive (WARC)",
	Gzip: "compressed with gzip", Zstandard: "compressed with Zstandard", Bzip2: "compressed with bzip2", XZ: "compressed with xz",
	UTF16: "text in UTF-16", Binary: "no text",
}

// Name says what k is, for the end of a sentence that begins with a file's name
// and "is".
func (k Kind) Name() string { return names[k] }

// IsText reports whether the library reads such a file as it is: prose, Markdown
// and captions.
func (k Kind) IsText() bool {
	switch k {
	case Prose, Markdown, SubRip, WebVTT:
		return true
	}
	return false
}

// signatures are the bytes that a file of a kind begins with.
var signatures = []struct {
	bytes string
	kind  Kind
}{
	{"\x1f\x8b", Gzip},
	{"\x28\xb5\x2f\xfd", Zstandard},
	{"BZh", Bzip2},
	{"\xfd7zXZ\x00", XZ},
	{"PK\x03\x04", ZIP},
	{"PK\x05\x06", ZIP},
	{"%PDF-", PDF},
	{"WARC/1.", WARC},
	{"WARC/0.", WARC},
	{"\xff\xfe", UTF16},
	{"\xfe\xff", UTF16},
	{"\x00\x00\xfe\xff", UTF16},
	{"\x89PNG\r\n\x1a\n", Binary},
	{"\xff\xd8\xff", Binary}, // JPEG
	{"GIF87a", Binary}, {"GIF89a", Binary},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Binary}, // documents of office programs before 2007
	{"ID3\x03", Binary}, {"ID3\x04", Binary},     // sound
	{"\x1aE\xdf\xa3", Binary}, {"\x7fELF", Binary}, // film, program
	{"SQLite format 3\x00", Binary}, {"wOF2", Binary}, {"wOFF", Binary},
}

// Content tells by the first bytes of a file, some Window of them, what it holds.
// An article that speaks of <html> or opens with a brace is prose.
func Content(head []byte) Kind {
	if len(head) > Window {
		head = head[:Window]
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.bytes)) && (s.kind != Bzip2 || isBzip2(head)) {
			return s.kind
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return Tar
	}
	if kind := utf16(head); kind != Prose {
		return kind
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case len(text) == 0:
		return Prose
	case text[0] == '<':
		return markup(text)
	case text[0] == '{' || text[0] == '[':
		return object(text)
	}
	if kind := captions(text); kind != Prose {
		return kind
	}
	if isMail(text) {
		return EMail
	}
	return Prose
}

// isBzip2 reports whether the head goes on as that of bzip2 does: "BZh" alone may
// open a word.
func isBzip2(head []byte) bool {
	return len(head) >= 10 && head[3] >= '1' && head[3] <= '9' &&
		(string(head[4:10]) == "1AY&SY" || string(head[4:10]) == "\x17\x72\x45\x38\x50\x90")
}

// utf16 tells text in UTF-16 without a mark of the order of its bytes by the zeros
// that every Latin letter has there.
func utf16(head []byte) Kind {
	if len(head) < 8 {
		return Prose
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	if zeros[0]*10 > half*7 && zeros[1] == 0 || zeros[1]*10 > half*7 && zeros[0] == 0 {
		return UTF16
	}
	return Prose
}

// IsBinary reports whether the first bytes of a file look like no text of any
// encoding: a zero, or more than one control character in thirty. The library reads such
// bytes all the same; a file of an archive is rather none of its articles.
func IsBinary(head []byte) bool {
	controls := 0
	for _, b := range head {
		switch {
		case b == 0:
			return true
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b != '\v':
			controls++
		}
	}
	return controls*30 > len(head)
}

// Named tells by the name of a file, or of a page, what it holds, where its
// content cannot: a table, Markdown, a Word document. It is Prose for all other names.
func Named(name string) Kind {
	name, _, _ = strings.Cut(strings.ToLower(name), "?")
	switch path.Ext(name) {
	case ".csv", ".tsv":
		return CSV
	case ".md", ".markdown", ".mdown":
		return Markdown
	case ".docx":
		return DOCX
	case ".jsonl", ".ndjson":
		return JSONLines
	}
	return Prose
}

// object tells what kind of JSON begins here. A brace or bracket alone is prose:
// "[Music] Good evening" is.
func object(text []byte) Kind {
	if text[0] == '[' {
		rest := bytes.TrimLeft(text[1:], " \t\r\n")
		if len(rest) > 0 && rest[0] == '{' && isObject(rest) {
			return JSON
		}
		return Prose
	}
	if !isObject(text) {
		return Prose
	}
	line, rest, more := bytes.Cut(text, []byte("\n"))
	if more && json.Valid(line) && isObject(bytes.TrimLeft(rest, " \t\r\n")) {
		return JSONLines
	}
	has := func(name string) bool { return bytes.Contains(text, []byte(`"`+name+`"`)) }
	switch {
	case bytes.Contains(text, []byte("jsonfeed.org/version")):
		return JSONFeed
	case has("body_html") || has("body_text") || has("body_xhtml") || has("contentstr") && has("bodies"),
		has("uri") && has("type") && (has("versioncreated") || has("versionCreated") || has("headline") || has("headlines") || has("pubstatus") || has("bodies")):
		return NINJS
	}
	return JSON
}

// isObject reports whether an object begins here: a brace, a name, a colon.
func isObject(text []byte) bool {
	if len(text) == 0 || text[0] != '{' {
		return false
	}
	rest := bytes.TrimLeft(text[1:], " \t\r\n")
	if len(rest) == 0 || rest[0] != '"' {
		return len(rest) > 0 && rest[0] == '}' && len(bytes.TrimSpace(rest[1:])) == 0
	}
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '\n':
			return false
		case '"':
			rest = bytes.TrimLeft(rest[i+1:], " \t\r\n")
			return len(rest) > 0 && rest[0] == ':'
		}
	}
	return false
}

// captions tells captions by their first line or cue.
func captions(text []byte) Kind {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	first = bytes.TrimRight(first, "\r \t")
	if bytes.Equal(first, []byte("WEBVTT")) || bytes.HasPrefix(first, []byte("WEBVTT ")) || bytes.HasPrefix(first, []byte("WEBVTT\t")) {
		return WebVTT
	}
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	if isDigits(first) && isCueTime(second) || isCueTime(first) {
		return SubRip
	}
	return Prose
}

func isDigits(text []byte) bool {
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
	}
	return len(text) > 0
}

// isCueTime reports whether the line is "00:00:01,000 --> 00:00:02,500".
func isCueTime(line []byte) bool {
	from, _, ok := bytes.Cut(line, []byte("-->"))
	from = bytes.TrimSpace(from)
	return ok && len(from) >= len("00:00.0") && from[0] >= '0' && from[0] <= '9' && bytes.ContainsRune(from, ':')
}

// isMail reports whether the text begins with the header of a message: several
// fields, of which one is never written by hand. A press release that opens with
// "From:" and "To:" is prose.
func isMail(text []byte) bool {
	fields, certain := 0, false
	if bytes.HasPrefix(text, []byte("From ")) { // the line of a mailbox
		_, text, _ = bytes.Cut(text, []byte("\n"))
	}
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if fields == 0 {
				return false
			}
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || !isFieldName(name) {
			return false
		}
		fields++
		switch strings.ToLower(string(name)) {
		case "message-id", "mime-version", "received", "return-path", "content-type", "dkim-signature", "delivered-to":
			certain = true
		}
	}
	return certain && fields > 2
}

func isFieldName(name []byte) bool {
	for _, b := range name {
		if b <= ' ' || b > '~' {
			return false
		}
	}
	return len(name) > 0 && utf8.Valid(name)
}

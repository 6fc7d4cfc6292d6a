package sniff

import (
	"bytes"
	"strings"
)

// markup tells by its first element what a text is that begins with "<".
// Comments, declarations and processing instructions before it are passed over.
func markup(text []byte) Kind {
	isXML := false
	for {
		text = bytes.TrimLeft(text, " \t\r\n")
		switch {
		case hasPrefixFold(text, "<!doctype"):
			kind := doctype(text)
			if kind != XML {
				return kind
			}
			isXML, text = true, after(text, ">")
		case bytes.HasPrefix(text, []byte("<?xml")):
			isXML, text = true, after(text, "?>")
		case bytes.HasPrefix(text, []byte("<!--")):
			if !bytes.Contains(text, []byte("-->")) {
				return HTML // a comment that goes on and on; prose has none
			}
			text = after(text, "-->")
		default:
			return element(text, isXML)
		}
	}
}

// doctype returns the kind that a declaration of the document's type names.
func doctype(text []byte) Kind {
	declaration, _, _ := bytes.Cut(text, []byte(">"))
	declared := strings.Fields(strings.ToLower(string(declaration)))
	if len(declared) < 2 {
		return Prose
	}
	switch declared[1] {
	case "html":
		return HTML
	case "nitf":
		return NITF
	}
	return XML
}

// roots are the elements by which a document is known.
var roots = map[string]Kind{
	"html": HTML, "head": HTML, "body": HTML, "meta": HTML, "title": HTML, "article": HTML, "main": HTML, "div": HTML, "section": HTML, "script": HTML, "style": HTML, "link": HTML, "table": HTML, "p": HTML, "h1": HTML, "base": HTML, "header": HTML,
	"rss": RSS, "rdf": RSS, "feed": Atom, "nitf": NITF,
}

// element returns the kind of a document by its first element. A tag such as
// "<i>" or "<sarcasm>" may open prose.
func element(text []byte, isXML bool) Kind {
	name := tagName(text)
	_, local, prefixed := strings.Cut(name, ":")
	if !prefixed {
		local = name
	}
	kind, known := roots[local]
	switch {
	case known && kind == HTML && !isXML && !isTag(text, name):
		return Prose
	case known:
		return kind
	case isXML:
		return XML
	case name != "" && bytes.Contains(text, []byte("xmlns")) && bytes.Contains(text[:min(len(text), 600)], []byte(`="http`)):
		return XML
	}
	return Prose
}

// isTag reports whether the tag of that name ends as one does, and what follows is
// markup: prose may begin with "<html>" too.
func isTag(text []byte, name string) bool {
	rest := text[1+len(name):]
	if len(rest) == 0 || !bytes.ContainsRune([]byte("> \t\r\n/"), rune(rest[0])) {
		return false
	}
	_, rest, closed := bytes.Cut(rest, []byte(">"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if name == "html" || name == "head" {
		return closed && (len(rest) == 0 || rest[0] == '<')
	}
	return closed && (name == "meta" || name == "link" || bytes.Contains(rest, []byte("</")))
}

// tagName returns the name of the tag that begins here, in small letters.
func tagName(text []byte) string {
	if len(text) == 0 || text[0] != '<' {
		return ""
	}
	end := 1
	for end < len(text) && (text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z' || end > 1 && (text[end] >= '0' && text[end] <= '9' || text[end] == ':' || text[end] == '-')) {
		end++
	}
	return strings.ToLower(string(text[1:end]))
}

func hasPrefixFold(text []byte, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(string(text[:len(prefix)]), prefix)
}

// after returns what follows the first mark.
func after(text []byte, mark string) []byte {
	_, rest, _ := bytes.Cut(text, []byte(mark))
	return rest
}

package ingest

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readNITF reads an article in NITF, the XML of the IPTC for news: https://iptc.org/std/NITF/
func (d *document) readNITF() (*Article, error) {
	content, encoding := decode(d.content, d.mediaType)
	t, err := parseXML(content, nitfElements)
	if err != nil {
		return nil, err
	}
	a := d.article(FormatNITF)
	var dates []declaration
	var body *html.Node
	for n := range t.root.Descendants() {
		switch n.Data {
		case "title", "hl1":
			if text := clean(textOf(n)); text != "" && (a.Title == "" || n.Data == "hl1") {
				a.Title = text
			}
		case "byline":
			if n.Parent.Data == "body.head" {
				a.Byline = append(a.Byline, people(bylineNames(n))...)
			}
		case "doc-id":
			a.ID = first(attribute(n, "id-string"), a.ID)
		case "pubdata":
			dates = append([]declaration{{attribute(n, "date.publication"), "NITF date.publication"}}, dates...)
			a.URL = first(attribute(n, "ex-ref"), a.URL)
		case "date.issue", "date.release", "story.date":
			dates = append(dates, declaration{attribute(n, "norm"), "NITF " + n.Data})
		case "nitf":
			a.Language = first(attribute(n, "xml:lang"), attribute(n, "lang"))
		case "body.content":
			body = n
		}
	}
	if body == nil {
		return nil, errors.New("the article has no body.content")
	}
	a.date(dates, d.zone)
	a.Byline = distinct(a.Byline)
	a.Text, a.Source = t.compose(body)
	a.Source = a.Source.through(encoding)
	return a, nil
}

// bylineNames returns the names of a byline, without the office below them.
func bylineNames(byline *html.Node) string {
	var names, rest []string
	for n := range byline.Descendants() {
		switch {
		case n.Data == "person":
			names = append(names, clean(textOf(n)))
		case n.Type == html.TextNode && n.Parent == byline:
			rest = append(rest, n.Data)
		}
	}
	if len(names) > 0 {
		return strings.Join(names, ", ")
	}
	return clean(strings.Join(rest, " "))
}

// nitfElements are the elements of HTML that those of NITF are set as. Others are
// parts of a sentence, such as person and org, and keep their names.
var nitfElements = map[string]atom.Atom{
	"hl2": atom.H2, "p": atom.P, "bq": atom.Blockquote, "q": atom.Q, "block": atom.Div, "br": atom.Br, "ul": atom.Ul, "ol": atom.Ol, "li": atom.Li,
	"pre": atom.Pre, "table": atom.Table, "tr": atom.Tr, "td": atom.Td, "th": atom.Th, "credit": atom.Cite, "note": atom.Template, "media": atom.Template, "hr": atom.Hr,
}

// maxXML is how many elements of XML may stand in one another.
const maxXML = 512

// parseXML reads XML into a tree as of HTML, so that its prose is composed alike. Elements
// are renamed as the table says.
func parseXML(content string, rename map[string]atom.Atom) (*tree, error) {
	decoder := xml.NewDecoder(strings.NewReader(content))
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	t := &tree{root: &html.Node{Type: html.DocumentNode}}
	here, depth := t.root, 0
	for {
		start := int(decoder.InputOffset())
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the XML cannot be read: %w", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxXML {
				return nil, &LimitError{"elements in one another", maxXML}
			}
			n := element(token, rename)
			here.AppendChild(n)
			here = n
		case xml.EndElement:
			if here.Parent == nil {
				return nil, errors.New("the XML cannot be read: an element ends that has not begun")
			}
			here, depth = here.Parent, depth-1
		case xml.CharData:
			t.addText(here, string(token), content[start:int(decoder.InputOffset())], start)
		}
	}
	if depth > 0 {
		return nil, errTruncated
	}
	return t, nil
}

func element(token xml.StartElement, rename map[string]atom.Atom) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: token.Name.Local}
	if known, ok := rename[token.Name.Local]; ok {
		n.Data, n.DataAtom = known.String(), known
	}
	for _, a := range token.Attr {
		name := a.Name.Local
		if a.Name.Space != "" {
			name = a.Name.Space + ":" + name
		}
		n.Attr = append(n.Attr, html.Attribute{Key: name, Val: a.Value})
	}
	return n
}

// addText adds a text to a tree, with where it stood and how it was written there.
func (t *tree) addText(parent *html.Node, text, raw string, at int) {
	if inner, ok := strings.CutPrefix(raw, "<![CDATA["); ok {
		at += len(raw) - len(inner)
		raw = strings.TrimSuffix(inner, "]]>")
	}
	n := &html.Node{Type: html.TextNode, Data: text}
	n.Attr = []html.Attribute{{Key: numberKey, Val: strconv.Itoa(len(t.texts))}}
	t.texts = append(t.texts, []run{{text, verbatim.Span{Start: at, End: at + len(raw)}, raw}})
	parent.AppendChild(n)
}

package ingest

import (
	"archive/zip"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readDOCX reads what is called a Word document by its name and is none.
func (d *document) readDOCX() (*Article, error) { return nil, errors.New("it is no Word document") }

// readWord reads a Word document (ISO/IEC 29500-1, WordprocessingML): the words of its
// body as they stand after all changes that are marked in it, without notes,
// comments, headers and footers.
func (d *document) readWord(archive *zip.Reader, limits Limits) (*Article, error) {
	body, err := zipMember(archive, "word/document.xml", limits)
	if err != nil {
		return nil, err
	}
	t, err := parseXML(body, map[string]atom.Atom{"tbl": atom.Table, "tr": atom.Tr, "tc": atom.Td})
	if err != nil {
		return nil, err
	}
	a := d.article(FormatDOCX)
	dates := a.aboutWord(archive, limits)
	word := &wordDocument{tree: t, article: a}
	word.prepare(t.root)
	a.Text, _ = t.compose(t.root)
	a.readOpening(d.zone)
	if a.Published.IsZero() {
		a.date(dates, d.zone)
	}
	return a, nil
}

// zipMember reads a part of an office document.
func zipMember(archive *zip.Reader, name string, limits Limits) (string, error) {
	in, err := archive.Open(name)
	if err != nil {
		return "", err
	}
	defer in.Close()
	content, err := io.ReadAll(io.LimitReader(in, limits.Document+1))
	if int64(len(content)) > limits.Document {
		return "", &LimitError{"bytes in one document", limits.Document}
	}
	if err != nil {
		return "", unpacking(err)
	}
	text, _ := decode(content, "application/xml")
	return text, nil
}

// aboutWord reads the properties of the document. Who made the file is not always
// who wrote the article, but no other name is in it.
//
// The date is that of the last change: documents are made of templates, and keep the
// day on which those were made.
func (a *Article) aboutWord(archive *zip.Reader, limits Limits) (dates []declaration) {
	properties, err := zipMember(archive, "docProps/core.xml", limits)
	if err != nil {
		return nil
	}
	t, err := parseXML(properties, nil)
	if err != nil {
		return nil
	}
	for n := range t.root.Descendants() {
		text := clean(textOf(n))
		switch {
		case n.Type != html.ElementNode || text == "":
		case n.Data == "title":
			a.Title = text
		case n.Data == "creator":
			a.Byline = people(text)
		case n.Data == "language":
			a.Language = text
		case n.Data == "created":
			dates = append(dates, declaration{text, "created in the properties"})
		case n.Data == "modified":
			dates = append([]declaration{{text, "modified in the properties"}}, dates...)
		}
	}
	return dates
}

// A wordDocument makes a tree of WordprocessingML one as of HTML.
type wordDocument struct {
	tree    *tree
	article *Article
	titled  bool
}

// prepare renames the elements below n and takes out what is not read.
func (w *wordDocument) prepare(n *html.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if child.Type == html.ElementNode {
			w.prepareElement(child)
		} else if n.Data != "t" {
			n.RemoveChild(child) // white space between elements is no text
		}
		child = next
	}
}

func (w *wordDocument) prepareElement(n *html.Node) {
	switch n.Data {
	case "del", "moveFrom", "delText", "instrText", "footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object", "sectPr", "Fallback":
		n.Parent.RemoveChild(n)
		return
	case "rPr":
		n.Parent.RemoveChild(n)
		return
	case "tab":
		w.tree.put(n, " ")
		return
	case "br", "cr":
		n.Data = "br"
		return
	case "noBreakHyphen":
		w.tree.put(n, "‑")
		return
	case "p":
		switch style := paragraphStyle(n); {
		case style == "Title" && !w.titled:
			w.titled = true
			w.article.Title = clean(textOf(n))
			n.Parent.RemoveChild(n)
			return
		case strings.HasPrefix(style, "Heading"):
			n.Data = "h2"
		case strings.Contains(style, "Quote"):
			w.quote(n)
		}
	}
	w.prepare(n)
}

// quote puts a paragraph in the style of a quotation into a <blockquote>.
func (w *wordDocument) quote(n *html.Node) {
	quotation := &html.Node{Type: html.ElementNode, Data: "blockquote", DataAtom: atom.Blockquote}
	n.Parent.InsertBefore(quotation, n)
	n.Parent.RemoveChild(n)
	quotation.AppendChild(n)
}

// paragraphStyle returns the style of a paragraph.
func paragraphStyle(p *html.Node) string {
	for n := p.FirstChild; n != nil; n = n.NextSibling {
		if n.Data != "pPr" {
			continue
		}
		for style := n.FirstChild; style != nil; style = style.NextSibling {
			if style.Data == "pStyle" {
				return attribute(style, "w:val")
			}
		}
	}
	return ""
}

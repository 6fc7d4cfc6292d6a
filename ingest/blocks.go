package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A composer writes a tree of HTML as prose: white space as a browser shows it, an
// empty line between blocks, and quotation marks for elements that quote.
type composer struct {
	tree  *tree
	prose prose
	// What is due before the next letter.
	space   bool   // white space
	breaks  int    // line feeds
	opening string // the quotation mark that opens a paragraph of a quotation
	quoted  int    // how many quotations the text stands in that have marks of ours
	literal int    // how many elements the text stands in that keep their white space
}

// compose returns the text below a node.
func (t *tree) compose(n *html.Node) (string, *Map) {
	c := &composer{tree: t}
	c.children(n)
	return string(c.prose.text), c.prose.origin()
}

func (c *composer) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.node(child)
	}
}

func (c *composer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		c.text(n)
	case html.ElementNode:
		c.element(n)
	case html.DocumentNode:
		c.children(n)
	}
}

func (c *composer) element(n *html.Node) {
	switch name := elementName(n); name {
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Title, atom.Textarea, atom.Iframe, atom.Object, atom.Svg, atom.Math,
		atom.Select, atom.Button, atom.Input, atom.Audio, atom.Video, atom.Canvas, atom.Noscript:
		return
	case atom.Br:
		c.breaks = max(c.breaks, 1)
	case atom.Q:
		c.mark("“", "”", n)
	case atom.Blockquote:
		c.between(2)
		c.blockquote(n)
		c.between(2)
	case atom.Pre:
		c.between(2)
		c.literal++
		c.children(n)
		c.literal--
		c.between(2)
	case atom.Td, atom.Th:
		c.children(n)
		c.space = true
	case atom.Li, atom.Tr, atom.Dt, atom.Dd:
		c.between(1)
		c.children(n)
		c.between(1)
	default:
		if blocks[name] {
			c.between(2)
			c.children(n)
			c.between(2)
			return
		}
		c.children(n)
	}
}

// elementName returns the name of an element by its letters: readability renames
// elements and leaves the number of the name as it was.
func elementName(n *html.Node) atom.Atom { return atom.Lookup([]byte(n.Data)) }

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Article: true, atom.Section: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Nav: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hr: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Table: true,
	atom.Figure: true, atom.Figcaption: true, atom.Address: true, atom.Form: true, atom.Fieldset: true, atom.Center: true, atom.Details: true, atom.Summary: true, atom.Body: true,
}

// between asks for line feeds before the next letter, unless it is the first.
func (c *composer) between(breaks int) { c.breaks = max(c.breaks, breaks) }

// text writes a text node.
func (c *composer) text(n *html.Node) {
	for _, r := range c.tree.runs(n) {
		for letter := range r.letters {
			c.letter(letter)
		}
	}
}

// letter writes one letter, or keeps white space for later.
func (c *composer) letter(l letterOf) {
	if isSpace(l.text) && c.literal > 0 && len(c.prose.text) > 0 {
		if l.text == "\n" {
			c.breaks++
			return
		}
	}
	if isSpace(l.text) {
		c.space = true
		return
	}
	switch l.text {
	case "\u00ad", "\u200b", "\ufeff", "\u2060": // where a word may be parted, which is no letter of it
		return
	}
	c.spacing()
	if c.quoted > 0 {
		l.text = innerMark(l.text)
	}
	if l.source.Len() == 0 {
		c.prose.put(l.text)
		return
	}
	c.prose.add(l.text, l.source)
}

// spacing writes what is due.
func (c *composer) spacing() {
	switch {
	case len(c.prose.text) == 0:
	case c.breaks > 0:
		c.prose.put(strings.Repeat("\n", min(c.breaks, 2)))
	case c.space:
		c.prose.put(" ")
	}
	c.breaks, c.space = 0, false
	c.prose.put(c.opening)
	c.opening = ""
}

// innerMark returns the mark that stands for a double one within a quotation.
func innerMark(letter string) string {
	switch letter {
	case "“":
		return "‘"
	case "”":
		return "’"
	}
	return letter
}

// isSpace reports whether the letter is white space that HTML makes one of, or a space
// that may not be parted.
func isSpace(letter string) bool {
	switch letter {
	case " ", "\t", "\n", "\r", "\f", "\u00a0", "\u2003", "\u2002":
		return true
	}
	return false
}

// mark writes an element between marks.
func (c *composer) mark(opening, closing string, n *html.Node) {
	if c.quoted > 0 {
		opening, closing = "‘", "’"
	}
	if strings.TrimSpace(textOf(n)) == "" || beginsWithMark(textOf(n)) {
		c.children(n)
		return
	}
	c.opening += opening
	c.quoted++
	c.children(n)
	c.quoted--
	c.prose.put(closing)
}

// blockquote writes a quotation that is set off, between marks unless it has some. As in
// print, each paragraph opens with a mark and the last one closes; who said it, in
// a <cite>, a <footer> or after a dash, stands outside.
func (c *composer) blockquote(n *html.Node) {
	said := quotedBlocks(n)
	if len(said) == 0 || c.quoted > 0 || beginsWithMark(textOf(said[0])) {
		c.children(n)
		return
	}
	for i, block := range said {
		c.between(2)
		c.opening = "“"
		c.quoted++
		c.node(block)
		c.quoted--
		if i == len(said)-1 {
			c.prose.put("”")
		}
		c.opening = ""
	}
	last := said[len(said)-1]
	for rest := last.NextSibling; rest != nil; rest = rest.NextSibling {
		c.breaks = 1
		c.node(rest)
	}
}

// quotedBlocks returns the children of a quotation that are its words: all up to
// the one that tells who said them.
func quotedBlocks(n *html.Node) (said []*html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		text := strings.TrimSpace(textOf(child))
		switch {
		case text == "":
			continue
		case child.DataAtom == atom.Cite || child.DataAtom == atom.Footer || strings.HasPrefix(text, "—") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "--"):
			return said
		case child.Type == html.TextNode && len(said) > 0 && said[len(said)-1].Type == html.TextNode:
			return nil
		case child.Type == html.ElementNode && !blocks[elementName(child)]:
			// Words that stand in the quotation without a paragraph: it is one as a whole.
			return inlineBlock(n)
		}
		said = append(said, child)
	}
	return said
}

// inlineBlock gathers the words of a quotation without paragraphs in a paragraph.
func inlineBlock(n *html.Node) []*html.Node {
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if child.DataAtom == atom.Cite || child.DataAtom == atom.Footer {
			break
		}
		n.RemoveChild(child)
		p.AppendChild(child)
		child = next
	}
	n.InsertBefore(p, n.FirstChild)
	return []*html.Node{p}
}

func beginsWithMark(text string) bool {
	text = strings.TrimSpace(text)
	for _, mark := range []string{"“", "\"", "‘", "'", "«", "„"} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

// textOf returns the letters below a node.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// fragment reads HTML that is an article and nothing else, as feeds and content systems hold
// it. The map leads to the bytes of the fragment.
func fragment(source string) (text string, origin *Map, err error) {
	t, err := parseTree(source)
	if err != nil {
		return "", nil, err
	}
	text, origin = t.compose(t.root)
	return text, origin, nil
}

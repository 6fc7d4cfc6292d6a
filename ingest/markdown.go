package ingest

import (
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"go.yaml.in/yaml/v3"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readMarkdown reads an article in Markdown, with what stands before it in YAML, as
// site generators have it.
func (d *document) readMarkdown() (*Article, error) {
	content, encoding := decode(d.content, d.mediaType)
	a := d.article(FormatMarkdown)
	body := a.frontMatter(content, d)
	start := len(content) - len(body)
	source := []byte(body)
	parsed := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(source))
	m := &markdown{source: source, tree: &tree{}}
	root := m.element("body", parsed)
	if heading := root.FirstChild; heading != nil && heading.Data == "h1" {
		a.Title = first(a.Title, clean(textOf(heading)))
		root.RemoveChild(heading)
	}
	a.Text, a.Source = m.tree.compose(root)
	a.Source = a.Source.shifted(start).through(encoding)
	a.readOpening(d.zone)
	return a, nil
}

// frontMatter reads what stands between the first two lines of "---", and returns the
// rest.
func (a *Article) frontMatter(content string, d *document) (body string) {
	rest, ok := strings.CutPrefix(strings.ReplaceAll(content, "\r\n", "\n"), "---\n")
	head, _, closed := strings.Cut(rest, "\n---\n")
	if !ok || !closed {
		return content
	}
	var fields map[string]any
	if err := yaml.Unmarshal([]byte(head), &fields); err != nil {
		a.Remarks = append(a.Remarks, err)
		return afterFrontMatter(content)
	}
	value := func(names ...string) string {
		for _, name := range names {
			if v := yamlText(fields[name]); v != "" {
				return v
			}
		}
		return ""
	}
	a.Title = value("title", "headline")
	a.ID = first(value("id", "guid"), a.ID)
	a.URL = first(value("url", "canonical", "canonical_url", "permalink"), a.URL)
	a.Language = value("lang", "language")
	for _, name := range []string{"author", "authors", "byline", "by"} {
		for _, author := range list(fields[name]) {
			if object, ok := author.(map[string]any); ok {
				author = object["name"]
			}
			a.Byline = append(a.Byline, people(yamlText(author))...)
		}
	}
	a.Byline = distinct(a.Byline)
	var dates []declaration
	for _, name := range []string{"date", "published", "publishDate", "published_at", "pubDate"} {
		dates = append(dates, declaration{yamlText(fields[name]), "front matter " + name})
	}
	a.date(dates, d.zone)
	return afterFrontMatter(content)
}

func afterFrontMatter(content string) string {
	for _, end := range []string{"\n---\r\n", "\n---\n"} {
		if at := strings.Index(content, end); at >= 0 {
			return content[at+len(end):]
		}
	}
	return content
}

// A markdown turns what goldmark has parsed into a tree as of HTML.
type markdown struct {
	source []byte
	tree   *tree
}

// markdownElements are the elements for the blocks of Markdown.
var markdownElements = map[ast.NodeKind]string{
	ast.KindParagraph: "p", ast.KindBlockquote: "blockquote", ast.KindList: "ul", ast.KindListItem: "li", ast.KindTextBlock: "span",
	ast.KindThematicBreak: "hr", extensionast.KindTable: "table", extensionast.KindTableRow: "tr", extensionast.KindTableHeader: "tr", extensionast.KindTableCell: "td",
}

// element makes an element of a node and all below it.
func (m *markdown) element(name string, n ast.Node) *html.Node {
	e := &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		m.add(e, child)
	}
	return e
}

// add adds a node of Markdown to an element.
func (m *markdown) add(parent *html.Node, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.text(parent, n.Segment)
		switch {
		case n.HardLineBreak():
			parent.AppendChild(&html.Node{Type: html.ElementNode, Data: "br", DataAtom: atom.Br})
		case n.SoftLineBreak():
			m.tree.put(parent, "\n")
		}
	case *ast.String:
		m.tree.put(parent, string(n.Value))
	case *ast.Heading:
		parent.AppendChild(m.element("h"+strconv.Itoa(n.Level), n))
	case *ast.AutoLink:
		m.tree.put(parent, string(n.Label(m.source)))
	case *ast.Image, *ast.RawHTML, *ast.HTMLBlock: // a picture, and tags without text of their own
		if block, ok := n.(*ast.HTMLBlock); ok {
			m.htmlBlock(parent, block)
		}
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		pre := &html.Node{Type: html.ElementNode, Data: "pre", DataAtom: atom.Pre}
		for i := range n.Lines().Len() {
			m.text(pre, n.Lines().At(i))
		}
		parent.AppendChild(pre)
	default:
		name, ok := markdownElements[n.Kind()]
		if !ok {
			name = "span"
		}
		parent.AppendChild(m.element(name, n))
	}
}

// htmlBlock adds the text of HTML within Markdown, without its place.
func (m *markdown) htmlBlock(parent *html.Node, block *ast.HTMLBlock) {
	var b strings.Builder
	for i := range block.Lines().Len() {
		segment := block.Lines().At(i)
		b.Write(segment.Value(m.source))
	}
	if inner, _, err := fragment(b.String()); err == nil && inner != "" {
		p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
		m.tree.put(p, inner)
		parent.AppendChild(p)
	}
}

// text adds a piece of the source, without the backslashes before marks.
func (m *markdown) text(parent *html.Node, segment text.Segment) {
	raw := string(segment.Value(m.source))
	at := segment.Start
	for raw != "" {
		next := len(raw)
		for i := 0; i+1 < len(raw); i++ {
			if raw[i] == '\\' && strings.IndexByte("\\`*_{}[]()#+-.!\"'<>&~|:;,/=?@$%^", raw[i+1]) >= 0 {
				next = i
				break
			}
		}
		if next > 0 {
			m.tree.addText(parent, html.UnescapeString(raw[:next]), raw[:next], at)
		}
		if next < len(raw) { // the mark itself is written as it is
			m.tree.addText(parent, raw[next+1:next+2], raw[next+1:next+2], at+next+1)
			next += 2
		}
		at, raw = at+next, raw[next:]
	}
}

// put adds text that has no place in the source.
func (t *tree) put(parent *html.Node, text string) {
	n := &html.Node{Type: html.TextNode, Data: text, Attr: []html.Attribute{{Key: numberKey, Val: strconv.Itoa(len(t.texts))}}}
	t.texts = append(t.texts, []run{{text: text, source: verbatim.Span{}}})
	parent.AppendChild(n)
}

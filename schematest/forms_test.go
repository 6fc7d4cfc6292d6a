package schematest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// An exported is an article with its document.
type exported struct {
	text string
	doc  *verbatim.Document
}

// articles are the golden ones and one of markup.
func articles(t *testing.T) []exported {
	t.Helper()
	paths, err := filepath.Glob("../testdata/parse/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d golden articles: %v", len(paths), err)
	}
	var list []exported
	add := func(id, text string) {
		doc := (&verbatim.Parser{Light: true}).Parse(text)
		doc.ID = id
		list = append(list, exported{text, doc})
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(content), "---\n")
		add(filepath.Base(path), text)
	}
	for n, trick := range []string{
		"<script>alert(1)</script>", "<b>bold</b>", "&amp; &lt;", "*em* **strong** _em_ ~~gone~~", "[a](javascript:alert(1)) ![b](c)", "`code`", "# head", "1. one",
		"1) one", "- item", "+ item", "> quote", "---", "===", "www.evil.example", "https://evil.example/", "a@evil.example", "| a | b |", "\\*", "http://[::1]/", "[x]: y", "$x$", "@name #1",
		"\x1b[31m\u202e", "&#42;x&#42;", "~~~", "ftp://evil.example", "mailto:a@evil.example",
	} {
		add(trick, fmt.Sprintf("“%s is what we want,” said Ana Lopez on Monday. Ben Okafor denied that %s was his.", trick, trick))
		list = append(list, exported{"", &verbatim.Document{ID: fmt.Sprint(n), Messages: []verbatim.Message{{
			Text: trick, Speaker: &verbatim.Party{Name: trick}, URLs: []int{0},
		}}, Speakers: []verbatim.Speaker{{Name: trick}}, URLs: []verbatim.URL{{Address: trick}}}})
	}
	return list
}

func written(t *testing.T, format export.Format, list ...exported) []byte {
	t.Helper()
	var out bytes.Buffer
	e := export.NewEncoder(&out, format, export.Options{})
	for _, a := range list {
		if err := e.Encode(a.text, a.doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestJSONForm holds the records of package export to the schema, in every unit.
func TestJSONForm(t *testing.T) {
	schema := compile(t)
	for _, unit := range []export.Unit{export.Bytes, export.Runes, export.UTF16} {
		for _, a := range articles(t) {
			if a.text == "" { // made by hand
				continue
			}
			record, err := export.NewEncoder(nil, export.NDJSON, export.Options{Units: unit}).Record(a.text, a.doc)
			if err != nil {
				t.Fatal(err)
			}
			validate(t, schema, a.doc.ID, record)
		}
	}
}

// contexts stand for those of the web, as far as the forms use them.
var contexts = map[string]string{
	"https://schema.org": `{"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}, "actionStatus": {"@type": "@id"}}}`,
	"http://www.w3.org/ns/anno.jsonld": `{"@context": {
		"oa": "http://www.w3.org/ns/oa#", "dc": "http://purl.org/dc/elements/1.1/", "dctypes": "http://purl.org/dc/dcmitype/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
		"id": "@id", "type": "@type", "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource", "Text": "dctypes:Text",
		"TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
		"body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
		"selector": {"@id": "oa:hasSelector", "@type": "@id"}, "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
		"describing": "oa:describing", "identifying": "oa:identifying", "tagging": "oa:tagging", "linking": "oa:linking",
		"value": "rdf:value", "format": "dc:format", "start": "oa:start", "end": "oa:end", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix"}}`,
}

// A contextLoader gives a JSON-LD processor those contexts, and nothing of the web.
type contextLoader struct{}

func (contextLoader) LoadDocument(address string) (*ld.RemoteDocument, error) {
	content, known := contexts[address]
	if !known {
		return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, address)
	}
	value, err := ld.DocumentFromReader(strings.NewReader(content))
	return &ld.RemoteDocument{DocumentURL: address, Document: value}, err
}

// TestLinkedData has a JSON-LD processor expand the forms that are JSON-LD: it
// drops terms that no context knows, and every name must be absolute.
func TestLinkedData(t *testing.T) {
	for _, format := range []export.Format{export.JSONLD, export.Annotations} {
		for _, a := range append(articles(t), exported{"", verbatim.Parse("")}) {
			var file any
			if err := json.Unmarshal(written(t, format, a), &file); err != nil {
				t.Fatal(err)
			}
			options := ld.NewJsonLdOptions("https://base.invalid/")
			options.DocumentLoader = contextLoader{}
			nodes, err := ld.NewJsonLdProcessor().Expand(file, options)
			if err != nil {
				t.Fatalf("%s of %s: %v", format, a.doc.ID, err)
			}
			keys := map[string]int{}
			checkNode(t, nodes, keys)
			if format == export.Annotations && keys["http://www.w3.org/ns/oa#exact"] != keys["http://www.w3.org/ns/oa#start"] {
				t.Errorf("%s: %v", a.doc.ID, keys)
			}
			if said := keys["http://schema.org/text"]; format == export.JSONLD && said != len(a.doc.Messages) {
				t.Errorf("%s: the words of %d messages of %d", a.doc.ID, said, len(a.doc.Messages))
			}
		}
	}
}

// checkNode counts the keys of expanded nodes, and finds names within the base.
func checkNode(t *testing.T, value any, keys map[string]int) {
	t.Helper()
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			checkNode(t, item, keys)
		}
	case map[string]any:
		for key, item := range value {
			keys[key]++
			if name, is := item.(string); is && key == "@id" && (strings.HasPrefix(name, "https://base.invalid") || !strings.Contains(name, ":")) {
				t.Errorf("the name %q is not absolute", name)
			}
			if key != "@id" && key != "@value" && key != "@type" && !strings.HasPrefix(key, "@") && !strings.Contains(key, ":") {
				t.Errorf("the term %q has no context", key)
			}
			checkNode(t, item, keys)
		}
	}
}

// TestMarkdownForm reads the lists as GitHub does: what is said stands in block
// quotes as it is, and nothing of an article is markup.
func TestMarkdownForm(t *testing.T) {
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser()
	for _, a := range articles(t) {
		source := written(t, export.Markdown, a)
		var quotes []string
		err := ast.Walk(reader.Parse(text.NewReader(source)), func(node ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch node := node.(type) {
			case *ast.Blockquote:
				quotes = append(quotes, plain(node, source))
			case *ast.Document, *ast.Paragraph, *ast.Text, *ast.Emphasis, *ast.String:
			case *ast.Heading:
				if got := plain(node, source); got != export.Visible(a.doc.ID) {
					t.Errorf("the heading of %q is %q", a.doc.ID, got)
				}
			case *ast.AutoLink:
				if address, err := url.Parse(string(node.URL(source))); err != nil || !strings.HasPrefix(address.Scheme, "http") || !isAddress(a.doc, string(node.URL(source))) {
					t.Errorf("%q: a link leads to %q", a.doc.ID, node.URL(source))
				}
			default:
				t.Errorf("%q: %s in\n%s", a.doc.ID, node.Kind(), source)
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(quotes) != len(a.doc.Messages) {
			t.Fatalf("%q: %d quotes of %d messages in\n%s", a.doc.ID, len(quotes), len(a.doc.Messages), source)
		}
		for n, quote := range quotes {
			if want := export.Visible(a.doc.Messages[n].Text); strings.Trim(quote, "“”") != strings.Trim(want, "“”") {
				t.Errorf("%q: %q is read as %q", a.doc.ID, want, quote)
			}
		}
	}
}

func isAddress(doc *verbatim.Document, address string) bool {
	for n := range doc.URLs {
		if doc.URLs[n].Address == address && len(doc.URLs[n].Lossy) == 0 {
			return true
		}
	}
	return false
}

// plain is the text of a node, as it is shown.
func plain(node ast.Node, source []byte) string {
	var b strings.Builder
	err := ast.Walk(node, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if piece, is := node.(*ast.Text); is && entering {
			b.Write(unescaped(piece.Segment.Value(source)))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return err.Error()
	}
	return b.String()
}

// unescaped takes the escapes of Markdown away.
func unescaped(segment []byte) []byte {
	var out []byte
	for n := 0; n < len(segment); n++ {
		if segment[n] == '\\' && n+1 < len(segment) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", segment[n+1]) >= 0 {
			n++
		}
		out = append(out, segment[n])
	}
	return out
}

package ingest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
	"golang.org/x/net/html"
)

// A tree is a parsed page whose texts know where in the page they stood.
//
// The parser of golang.org/x/net/html keeps no offsets, and moves texts about as
// browsers do. So each text is given a mark before it is parsed, a number between two
// characters that no page may have (noncharacters of Unicode), and the marks are
// taken out of the tree again.
type tree struct {
	root     *html.Node
	texts    [][]run // by the number of a text node
	elements int
}

// A run is a part of a text node, and where it stood.
type run struct {
	text   string
	source verbatim.Span
	raw    string // as it was written
}

const (
	markStart = '\ufdd0'
	markEnd   = '\ufdd1'
)

// numberKey is the attribute of a text node that has its number. Text nodes have
// no attributes of their own, and copies of them keep it.
const numberKey = "\x00text"

// parseTree parses a page, or a fragment of one. The error is that of a page whose
// elements stand in one another too deep.
func parseTree(page string) (*tree, error) {
	page = strings.NewReplacer(string(markStart), "\ufffd", string(markEnd), "\ufffd").Replace(page)
	marked, tokens := markTexts(page)
	root, err := html.ParseWithOptions(bytes.NewReader(marked), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, err
	}
	t := &tree{root: root}
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			t.unmark(n, tokens)
		case html.ElementNode:
			t.elements++
		}
	}
	return t, nil
}

// markTexts puts a mark before each text of the page that is to be read.
func markTexts(page string) (marked []byte, tokens []run) {
	tokenizer := html.NewTokenizer(strings.NewReader(page))
	verbatimText := "" // the element whose text is no markup
	for at := 0; ; {
		kind := tokenizer.Next()
		if kind == html.ErrorToken {
			return append(marked, page[min(at, len(page)):]...), tokens
		}
		raw := string(tokenizer.Raw())
		switch kind {
		case html.StartTagToken:
			name, _ := tokenizer.TagName()
			switch string(name) {
			case "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext":
				verbatimText = string(name)
			}
		case html.EndTagToken:
			verbatimText = ""
		case html.TextToken:
			if verbatimText != "" || strings.TrimSpace(raw) == "" {
				break
			}
			marked = fmt.Appendf(marked, "%c%d%c", markStart, len(tokens), markEnd)
			tokens = append(tokens, run{string(tokenizer.Text()), verbatim.Span{Start: at, End: at + len(raw)}, raw})
		}
		marked = append(marked, raw...)
		at += len(raw)
	}
}

// unmark takes the marks out of a text node and keeps what they tell.
func (t *tree) unmark(n *html.Node, tokens []run) {
	pieces := strings.Split(n.Data, string(markStart))
	if len(pieces) == 1 {
		return
	}
	runs := []run{{text: pieces[0]}}
	for _, piece := range pieces[1:] {
		number, text, ok := strings.Cut(piece, string(markEnd))
		index, err := strconv.Atoi(number)
		if !ok || err != nil || index >= len(tokens) {
			runs = append(runs, run{text: piece})
			continue
		}
		r := run{text: text, source: tokens[index].source, raw: tokens[index].raw}
		// White space behind the text may have been joined to it.
		if rest, ok := strings.CutPrefix(text, tokens[index].text); ok {
			r.text = tokens[index].text
			runs = append(runs, r, run{text: rest})
			continue
		}
		runs = append(runs, r)
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	n.Data = b.String()
	n.Attr = []html.Attribute{{Key: numberKey, Val: strconv.Itoa(len(t.texts))}}
	t.texts = append(t.texts, runs)
}

// runs returns the parts of a text node, without their places if it is not one of
// the page.
func (t *tree) runs(n *html.Node) []run {
	for _, a := range n.Attr {
		if a.Key != numberKey {
			continue
		}
		if index, err := strconv.Atoi(a.Val); err == nil && index < len(t.texts) {
			return t.texts[index]
		}
	}
	return []run{{text: n.Data}}
}

// A letterOf is one or more letters of a text with the bytes that stood for them.
type letterOf struct {
	text   string
	source verbatim.Span // empty if there are none
}

// letters gives the letters of the run with their places, references such as
// "&amp;" as a whole.
func (r run) letters(yield func(letterOf) bool) {
	text, raw := r.text, r.raw
	for text != "" {
		at := len(r.raw) - len(raw)
		size, length := 1, 1 // bytes of the text, and of the page
		switch {
		case raw == "": // not of the page, or no longer alike
			yield(letterOf{text: text})
			return
		case raw[0] == '&':
			length = reference(raw)
			size = len(html.UnescapeString(raw[:length]))
			if size > len(text) || html.UnescapeString(raw[:length]) != text[:size] {
				size, length = 1, 1
			}
		case strings.HasPrefix(raw, "\r\n") && text[0] == '\n':
			length = 2
		case raw[0] == 0 && text[0] != 0:
			raw = raw[1:]
			continue
		case raw[0] >= 0x80:
			for size < len(text) && text[size]&0xc0 == 0x80 {
				size++
			}
			length = min(size, len(raw))
		}
		if !yield(letterOf{text[:size], verbatim.Span{Start: r.source.Start + at, End: r.source.Start + at + length}}) {
			return
		}
		text, raw = text[size:], raw[length:]
	}
}

// reference returns the length of the character reference with which raw begins.
func reference(raw string) int {
	end := 1
	if end < len(raw) && raw[end] == '#' {
		end++
	}
	for end < len(raw) && end < 34 && (raw[end]|0x20 >= 'a' && raw[end]|0x20 <= 'z' || raw[end] >= '0' && raw[end] <= '9') {
		end++
	}
	if end < len(raw) && raw[end] == ';' {
		end++
	}
	return end
}

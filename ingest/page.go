package ingest

import (
	"errors"
	"html"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
)

// errNoArticle tells of a page that has none, such as a list of headlines.
var errNoArticle = errors.New("no article is found in the page")

// errNoEnd tells of a page that has begun and does not end.
var errNoEnd = errors.New("the page has no end, </body> or </html>: it may be cut off")

// maxElements is how many elements a page may have. Those of news sites have some
// thousands.
const maxElements = 100_000

// readPage reads the article of a web page.
func (d *document) readPage() (*Article, error) {
	page, encoding := decode(d.content, d.mediaType)
	t, err := parseTree(page)
	if err != nil {
		return nil, err
	}
	if t.elements > maxElements {
		return nil, &LimitError{"elements in a page", maxElements}
	}
	a := d.article(FormatHTML)
	if lower := strings.ToLower(page); strings.Contains(lower, "<body") && !strings.Contains(lower, "</body") && !strings.Contains(lower, "</html") {
		a.Remarks = append(a.Remarks, errNoEnd)
	}
	about := declare(t.root)
	about.apply(a, d.zone)
	lines := newMasthead(t.root)
	removeFurniture(t.root, &about)
	a.Text, a.Source, err = t.mainText(a)
	if err != nil && about.body == "" {
		return nil, err
	}
	a.Source = a.Source.through(encoding)
	if body := strings.TrimSpace(html.UnescapeString(about.body)); len(body) > 2*len(a.Text) {
		// The page shows the beginning alone and has the rest for search engines.
		a.Text, a.Source = body, nil
	}
	if !hasSentence(a.Text) {
		return nil, errNoArticle
	}
	lines.apply(a, d.zone)
	a.dateInURL(d.zone)
	a.readOpening(d.zone)
	return a, nil
}

// hasSentence reports whether a line of the text is a sentence of some words: a list
// of links has none.
func hasSentence(text string) bool {
	const fewest = 4 // words
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n \"”’')")
		if len(strings.Fields(line)) >= fewest && strings.ContainsAny(line[max(0, len(line)-1):], ".!?:…") || strings.HasSuffix(line, "。") || strings.HasSuffix(line, "…") {
			return true
		}
	}
	return false
}

// mainText returns the text of the part of the page that is its article.
func (t *tree) mainText(a *Article) (string, *Map, error) {
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	address, _ := url.Parse(a.URL)
	found, err := parser.ParseAndMutate(t.root, address)
	if err != nil {
		return "", nil, err
	}
	if found.Node == nil {
		return "", nil, errNoArticle
	}
	text, origin := t.compose(found.Node)
	return text, origin, nil
}

// unescaped undoes references such as "&amp;" in a value that is to have none.
func unescaped(text string) string { return html.UnescapeString(text) }

package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

var feedFormats = map[sniff.Kind]Format{sniff.RSS: FormatRSS, sniff.Atom: FormatAtom, sniff.JSONFeed: FormatJSONFeed}

// feed reads the items of a feed.
func (w *walk) feed(d *document, at place, kind sniff.Kind) {
	feed, err := protect(func() (*gofeed.Feed, error) { return gofeed.NewParser().Parse(bytes.NewReader(d.content)) })
	if err != nil {
		w.fail(at, string(kind), fmt.Errorf("the feed cannot be read: %w", err))
		return
	}
	for i, item := range feed.Items {
		if w.stopped {
			return
		}
		here := place{path: join(at.path, fmt.Sprintf("#%d", i+1)), url: item.Link}
		item := &document{path: here.path, zone: w.zone, url: item.Link}
		a := item.article(feedFormats[kind])
		if err := a.fromItem(feed, feed.Items[i], w); err != nil {
			w.fail(here, string(kind), err)
			continue
		}
		w.give(a)
	}
}

// errNoItem tells of an item that is a link and nothing else.
var errNoItem = errors.New("the item has no text, only a headline and a link")

// fromItem fills in an article from the item of a feed.
func (a *Article) fromItem(feed *gofeed.Feed, item *gofeed.Item, w *walk) (err error) {
	a.ID = first(item.GUID, item.Link, a.Path)
	a.Title = plain(item.Title)
	a.Language = feed.Language
	for _, author := range item.Authors {
		if author.Name != "" {
			a.Byline = append(a.Byline, people(plain(author.Name))...)
		}
	}
	a.Byline = distinct(a.Byline)
	if a.Text, err = maybeHTML(first(item.Content, item.Description)); err != nil {
		return err
	}
	if strings.TrimSpace(a.Text) == "" {
		return errNoItem
	}
	a.date([]declaration{{item.Published, "published in the feed"}, {item.Updated, "updated in the feed"}}, w.zone)
	a.readOpening(w.zone)
	return nil
}

// plain returns a headline or name without markup.
func plain(text string) string {
	bare, err := maybeHTML(text)
	if err != nil {
		return clean(text)
	}
	return clean(bare)
}

// maybeHTML returns the text of a field that may hold HTML, as those of feeds do
// without saying.
func maybeHTML(value string) (string, error) {
	if !looksLikeHTML(value) {
		return strings.TrimSpace(unescaped(value)), nil
	}
	text, _, err := fragment(value)
	return text, err
}

// looksLikeHTML reports whether the value has a tag that is one of HTML.
func looksLikeHTML(value string) bool {
	for at := strings.IndexByte(value, '<'); at >= 0; {
		rest := strings.TrimPrefix(value[at+1:], "/")
		end := strings.IndexFunc(rest, func(r rune) bool { return !(r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9') })
		if end > 0 && isHTMLTag[strings.ToLower(rest[:end])] && strings.IndexByte(rest, '>') >= 0 {
			return true
		}
		next := strings.IndexByte(value[at+1:], '<')
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}

var isHTMLTag = words(`p br div span a b i em strong q blockquote ul ol li h1 h2 h3 h4 h5 h6 img figure figcaption table tr td th hr pre article section cite footer html body sup sub small`)

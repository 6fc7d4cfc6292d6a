package ingest

import "encoding/json"

// readNINJS reads an article in ninjs, the JSON of the IPTC for news, of versions 1, 2
// and 3: https://iptc.org/std/ninjs/
func (d *document) readNINJS() (*Article, error) {
	content, encoding := decode(d.content, d.mediaType)
	if !json.Valid([]byte(content)) {
		return nil, invalidJSON([]byte(content))
	}
	item := jsonValue{raw: []byte(content)}
	a := d.article(FormatNINJS)
	if uri, _ := item.findAny("uri", "altids.guid", "guid"); uri.string() != "" {
		a.ID = uri.string()
	}
	title, _ := item.findAny("headline", "title", "headlines.0.value", "name")
	a.Title = plain(title.string())
	language, _ := item.findAny("language", "language.0.tag", "language.tag")
	a.Language = language.string()
	address, _ := item.findAny("url", "weburl", "renditions.0.href")
	a.URL = first(address.string(), a.URL)
	byline, _ := item.findAny("byline", "by", "infosources.0.name", "authors")
	for _, name := range byline.strings() {
		a.Byline = append(a.Byline, people(plain(name))...)
	}
	var dates []declaration
	for _, name := range []string{"published", "firstpublished", "firstPublished", "versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated", "firstCreated"} {
		if value, ok := item.find(name); ok {
			dates = append(dates, declaration{value.string(), "ninjs " + name})
		}
	}
	a.date(dates, d.zone)
	body := item.body()
	if err := a.readField(body); err != nil {
		return nil, err
	}
	a.Source = a.Source.through(encoding)
	a.readOpening(d.zone)
	return a, nil
}

// body returns the words of an item: as HTML, which tells a quotation set off, before plain
// text.
func (v jsonValue) body() jsonValue {
	if body, name := v.findAny("body_html", "body_xhtml", "body_text", "body"); name != "" && len(body.raw) > 0 && body.raw[0] == '"' {
		return body
	}
	list, _ := v.find("bodies")
	var found jsonValue
	for _, body := range list.elements() {
		role, _ := body.find("role")
		value, _ := body.findAny("value", "contentstr")
		if r := role.string(); len(found.raw) == 0 || r == "main" || r == "body" {
			found = value
		}
	}
	return found
}

// readField takes the text from a value that may hold HTML.
func (a *Article) readField(v jsonValue) (err error) {
	text, origin := v.text()
	if !looksLikeHTML(text) {
		a.Text, a.Source = text, origin
		return nil
	}
	var inner *Map
	if a.Text, inner, err = fragment(text); err != nil {
		return err
	}
	if origin != nil {
		a.Source = inner.through(origin)
	}
	return nil
}

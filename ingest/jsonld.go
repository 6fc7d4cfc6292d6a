package ingest

import (
	"encoding/json"
	"strings"
)

// articleTypes are the types of schema.org that are an article.
var articleTypes = map[string]bool{
	"Article": true, "NewsArticle": true, "ReportageNewsArticle": true, "AnalysisNewsArticle": true, "AskPublicNewsArticle": true, "BackgroundNewsArticle": true,
	"OpinionNewsArticle": true, "ReviewNewsArticle": true, "LiveBlogPosting": true, "BlogPosting": true, "SocialMediaPosting": true, "Report": true, "AdvertiserContentArticle": true,
	"SatiricalArticle": true, "ScholarlyArticle": true, "TechArticle": true,
}

// maxJSONLD is how deep the objects of JSON-LD may stand in one another.
const maxJSONLD = 16

// jsonLD reads what a script of JSON-LD says of the article. A script that is no JSON
// says nothing.
func (d *declared) jsonLD(script string) {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	var value any
	if json.Unmarshal([]byte(script), &value) != nil {
		return
	}
	d.jsonLDValue(value, maxJSONLD)
}

func (d *declared) jsonLDValue(value any, depth int) {
	if depth == 0 {
		return
	}
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			d.jsonLDValue(v, depth-1)
		}
	case map[string]any:
		if isArticle(value["@type"]) {
			d.jsonLDArticle(value)
			return
		}
		for _, within := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			d.jsonLDValue(value[within], depth-1)
		}
	}
}

func isArticle(types any) bool {
	for _, t := range list(types) {
		name, _ := t.(string)
		if articleTypes[strings.TrimPrefix(strings.TrimPrefix(name, "https://schema.org/"), "http://schema.org/")] {
			return true
		}
	}
	return false
}

// jsonLDArticle takes what the first article of the page says of itself.
func (d *declared) jsonLDArticle(article map[string]any) {
	if len(d.published) > 0 || len(d.title) > 0 {
		return
	}
	for _, name := range []string{"datePublished", "dateCreated"} {
		if value := scalar(article[name]); value != "" {
			d.published = append(d.published, declaration{value, "JSON-LD " + name})
		}
	}
	if title := clean(unescaped(scalar(article["headline"]))); title != "" {
		d.title = append(d.title, declaration{title, "JSON-LD headline"})
	}
	for _, author := range list(article["author"]) {
		name := scalar(author)
		if object, ok := author.(map[string]any); ok {
			name = scalar(object["name"])
		}
		if name = clean(unescaped(name)); name != "" && !strings.Contains(name, "://") {
			d.authors = append(d.authors, people(name)...)
		}
	}
	for _, name := range []string{"url", "mainEntityOfPage", "@id"} {
		address := scalar(article[name])
		if object, ok := article[name].(map[string]any); ok {
			address = first(scalar(object["@id"]), scalar(object["url"]))
		}
		if strings.Contains(address, "://") {
			d.url = append(d.url, declaration{address, "JSON-LD " + name})
		}
	}
	d.language = first(scalar(article["inLanguage"]), d.language)
	d.body = scalar(article["articleBody"])
}

// list returns the values of a property, of which there may be one or several.
func list(value any) []any {
	switch value := value.(type) {
	case nil:
		return nil
	case []any:
		return value
	}
	return []any{value}
}

// scalar returns a value as text: a string, the first of several, or a number.
func scalar(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	case float64:
		text, _ := json.Marshal(value)
		return string(text)
	case []any:
		if len(value) > 0 {
			return scalar(value[0])
		}
	case map[string]any:
		return scalar(value["@value"])
	}
	return ""
}

package ingest

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/internal/published"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A declaration is one thing that a page says of its article, and where it says so.
type declaration struct{ value, from string }

// declared is what a page says of its article: for each thing the declarations, the most
// trustworthy first.
type declared struct {
	title, published, url []declaration
	authors               []string
	language              string
	body                  string // the article as JSON-LD gives it
}

// declare reads the head of a page, its JSON-LD and its microdata.
func declare(root *html.Node) declared {
	var d declared
	metas := map[string]string{}
	var microdata, times []declaration
	var canonical, pageTitle, heading string
	var bylines []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			d.language = attribute(n, "lang")
		case atom.Title:
			pageTitle = first(pageTitle, clean(textOf(n)))
		case atom.H1:
			heading = first(heading, clean(textOf(n)))
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				canonical = first(canonical, attribute(n, "href"))
			}
		case atom.Meta:
			name := strings.ToLower(first(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop"), attribute(n, "http-equiv")))
			if content := clean(attribute(n, "content")); content != "" && metas[name] == "" {
				metas[name] = content
			}
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(attribute(n, "type")), "application/ld+json") {
				d.jsonLD(textOf(n))
			}
		case atom.Time:
			if value := attribute(n, "datetime"); value != "" {
				times = append(times, declaration{value, "<time>"})
			}
		}
		if strings.EqualFold(attribute(n, "itemprop"), "datePublished") {
			microdata = append(microdata, declaration{first(attribute(n, "content"), attribute(n, "datetime"), clean(textOf(n))), "microdata datePublished"})
		}
		if isByline(n) {
			bylines = append(bylines, people(clean(textOf(n)))...)
		}
	}
	d.publishedFrom(metas)
	d.published = append(append(d.published, microdata...), times...)
	d.titleFrom(metas, heading, pageTitle)
	if len(d.authors) == 0 {
		d.authors = authorsFrom(metas)
	}
	if len(d.authors) == 0 {
		d.authors = bylines
	}
	d.authors = distinct(d.authors)
	d.url = append(d.url, declaration{metas["og:url"], "og:url"}, declaration{canonical, "canonical"})
	d.language = first(d.language, metas["content-language"], metas["og:locale"])
	return d
}

// dateNames are the names under which pages tell when they were published.
var dateNames = []string{
	"article:published_time", "article.published", "og:article:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "date_published", "publish-date",
	"publishdate", "publication_date", "pubdate", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "dcterms.created", "dcterms.date",
	"dcterms.issued", "dc.date.issued", "dc.date", "citation_publication_date", "date", "weibo:article:create_at",
}

func (d *declared) publishedFrom(metas map[string]string) {
	for _, name := range dateNames {
		if value := metas[name]; value != "" {
			d.published = append(d.published, declaration{value, name})
		}
	}
}

func (d *declared) titleFrom(metas map[string]string, heading, pageTitle string) {
	for _, t := range []declaration{{metas["og:title"], "og:title"}, {metas["headline"], "headline"}, {heading, "<h1>"}, {metas["twitter:title"], "twitter:title"}, {pageTitle, "<title>"}} {
		if t.value != "" {
			d.title = append(d.title, t)
		}
	}
}

// authorsFrom reads the names of the authors from the head of a page. article:author may
// be the address of a profile.
func authorsFrom(metas map[string]string) []string {
	for _, name := range []string{"author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "twitter:creator"} {
		value := metas[name]
		if value != "" && !strings.Contains(value, "://") && !strings.HasPrefix(value, "@") {
			return people(value)
		}
	}
	return nil
}

// isByline reports whether an element names an author by what it is: rel="author",
// itemprop="author", or the class of a byline.
func isByline(n *html.Node) bool {
	if strings.EqualFold(attribute(n, "rel"), "author") {
		return true
	}
	if strings.EqualFold(attribute(n, "itemprop"), "author") {
		return n.DataAtom != atom.Meta
	}
	class := strings.ToLower(attribute(n, "class"))
	return class == "author" || class == "byline__name" || class == "byline" && len(textOf(n)) < 120
}

var betweenPeople = regexp.MustCompile(`\s*(?:,|;|&|\band\b|\|)\s*`)

// people splits a byline into names, without the "By" before them.
func people(byline string) (names []string) {
	byline = strings.TrimSpace(byline)
	for _, by := range []string{"By ", "by ", "BY ", "By: "} {
		byline = strings.TrimPrefix(byline, by)
	}
	for _, name := range betweenPeople.Split(byline, -1) {
		if name = strings.TrimSpace(name); name != "" && len(name) < 100 {
			names = append(names, name)
		}
	}
	return names
}

// apply writes what the page says into the article. A date that is none is remarked
// upon where no other tells.
func (d *declared) apply(a *Article, zone *time.Location) {
	for _, t := range d.title {
		if a.Title == "" {
			a.Title = t.value
		}
	}
	a.Byline = d.authors
	for _, u := range d.url {
		if parsed, err := url.Parse(u.value); err == nil && parsed.IsAbs() && a.URL == "" {
			a.URL = u.value
		}
	}
	a.Language = first(a.Language, d.language)
	a.date(d.published, zone)
}

// date takes the first declaration that is a date.
func (a *Article) date(declarations []declaration, zone *time.Location) {
	var remarks []error
	for _, p := range declarations {
		when, err := published.Parse(p.value, zone)
		switch {
		case err != nil:
			remarks = append(remarks, fmt.Errorf("%s: %w", p.from, err))
		case !when.IsZero():
			a.Published, a.Dated = when, p.from
			return
		}
	}
	a.Remarks = append(a.Remarks, remarks...)
}

// datedPath is a date in the path of an address, as many sites have it.
var datedPath = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:/|-|\.|$)`)

// dateInURL takes the day from the address, if no other date is known.
func (a *Article) dateInURL(zone *time.Location) {
	if !a.Published.IsZero() || a.URL == "" {
		return
	}
	if m := datedPath.FindStringSubmatch(a.URL); m != nil {
		a.date([]declaration{{m[1] + "-" + m[2] + "-" + m[3], "address"}}, zone)
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// clean makes one space of all white space.
func clean(text string) string { return strings.Join(strings.Fields(text), " ") }

// first returns the first value that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// distinct returns the names without those given before, whatever their capitals.
func distinct(names []string) (kept []string) {
	seen := map[string]bool{}
	for _, name := range names {
		if key := strings.ToLower(name); !seen[key] {
			seen[key] = true
			kept = append(kept, name)
		}
	}
	return kept
}

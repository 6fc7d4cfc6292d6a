package ingest_test

import (
	"fmt"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/ingest"
)

const page = `<!DOCTYPE html>
<html lang="en"><head><title>Ferry to run on Sundays | The Quay</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to run on Sundays", "datePublished": "2024-02-03T14:05:00Z", "author": {"name": "Orla Fenwick"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry to run on Sundays</h1>
<p>The ferry to Lower Quay will run on Sundays from <b>April</b>, the harbour board said on Saturday, after two years in which the island had none.</p>
<p>&ldquo;We have listened, and <i>not</i> only to the gulls,&rdquo; said Maeve Tolland, who leads the board and lives on the island.</p></article>
<footer>© The Quay</footer></body></html>`

// A page is read, its article parsed, and what was said found in the page's own bytes.
func ExampleOpen() {
	for a, err := range ingest.Open(strings.NewReader(page), ingest.Hint{Name: "ferry.html"}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s, by %s, %s (%s)\n", a.Title, strings.Join(a.Byline, ", "), a.Published.Format("2 January 2006 15:04"), a.Dated)
		parser := verbatim.Parser{Published: a.Published}
		for _, m := range parser.Parse(a.Text).Messages {
			if m.Form == verbatim.FormDirect {
				source, _ := a.Source.Original(m.Verbatim[0])
				fmt.Printf("%s: %s\n", m.Speaker.Name, m.Verbatim[0].In(a.Text))
				fmt.Println(page[source.Start:source.End])
			}
		}
	}
	// Output:
	// Ferry to run on Sundays, by Orla Fenwick, 3 February 2024 14:05 (JSON-LD datePublished)
	// Maeve Tolland: We have listened, and not only to the gulls
	// We have listened, and <i>not</i> only to the gulls
}

package ingest

import "time"

// A document is one file of one format: nothing is around it any more.
type document struct {
	path      string
	name      string // of the file, for the kinds that content does not tell
	url       string
	mediaType string
	zone      *time.Location
	content   []byte
}

// article returns an article of the document with what is known of the document.
func (d *document) article(format Format) *Article {
	return &Article{ID: first(d.url, d.path), Path: d.path, Format: format, URL: d.url}
}

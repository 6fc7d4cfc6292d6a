package export

import (
	"bytes"

	"github.com/verbatim-news/verbatim/htmlview"
)

// htmlNone is the page of no article.
const htmlNone = "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>No article</title>\n</html>\n"

// htmlRecord makes the page of package htmlview. Beside what Check finds, it
// returns the *verbatim.ValidationError of a document that cannot be shown.
func htmlRecord(a *article) ([]byte, error) {
	var page bytes.Buffer
	err := htmlview.Write(&page, a.text, a.Document, htmlview.Options{})
	return page.Bytes(), err
}

// htmlArchive is the record of HTMLZip.
func htmlArchive(a *article) ([]byte, error) {
	page, err := htmlRecord(a)
	if err != nil {
		return nil, err
	}
	return archived(a.ID, archiveFile{".html", page})
}

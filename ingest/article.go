package ingest

import (
	"time"

	"github.com/verbatim-news/verbatim"
)

// An Article is one article of a file, ready to be parsed: hand [Article.Text] to
// [verbatim.Parser.Parse] with Published in the parser, or use [Article.Verbatim].
type Article struct {
	// ID is what the source calls the article: the guid of a feed's item, the field
	// of a record, the address of an archived page. Where the source has no name
	// for it, it is Path.
	ID string

	// Path leads to the document that holds the article: the name of the file,
	// and for each container within it the name of the member behind an
	// exclamation mark, or the number of the record behind "#", counted from 1:
	// "week.zip!monday/harbour.html", "feed.xml#3". Where a name is not known the
	// path has the number alone.
	Path string

	// Format is the format of the document that holds the article itself, not
	// that of an archive around it.
	Format Format

	// Text is the article without its headline, byline and the furniture of the page,
	// in UTF-8; paragraphs stand an empty line apart. Captions are given as they
	// stand, with their times, which the parser reads.
	Text string

	// Title is the headline, empty if the source has none.
	Title string

	// Byline has the names of the authors.
	Byline []string

	// Published is when the article was published, zero if that is not known, and
	// Dated says where that was found, such as "JSON-LD datePublished" or "pubDate";
	// it is empty where Published is zero. A date without a zone is read in the
	// zone of the Reader.
	Published time.Time
	Dated     string

	// URL is the address of the article, if the source tells.
	URL string

	// Language is the language as the source declares it, such as "en-GB".
	Language string

	// Source leads from the bytes of Text to those of the document at Path, and for
	// lines of JSON to those of the object there. It is nil where no way back is
	// kept: for feeds, tables, Word and PDF documents, e-mail that is encoded, and a
	// page whose article only its JSON-LD has.
	Source *Map

	// Remarks tell what could not be read of an article that is given all the
	// same, such as a date that is none.
	Remarks []error
}

// Verbatim returns the article as [verbatim.Parser.ParseAll] takes it.
func (a *Article) Verbatim() verbatim.Article {
	return verbatim.Article{ID: a.ID, Text: a.Text, Published: a.Published}
}

// A Format says what a document is.
type Format string

// The formats of documents.
const (
	FormatHTML      Format = "html"
	FormatNINJS     Format = "ninjs"
	FormatNITF      Format = "nitf"
	FormatRSS       Format = "rss"
	FormatAtom      Format = "atom"
	FormatJSONFeed  Format = "jsonfeed"
	FormatSubRip    Format = "subrip"
	FormatWebVTT    Format = "webvtt"
	FormatPDF       Format = "pdf"
	FormatEMail     Format = "email"
	FormatMarkdown  Format = "markdown"
	FormatDOCX      Format = "docx"
	FormatCSV       Format = "csv"
	FormatJSONLines Format = "jsonl"
	FormatText      Format = "text"
)

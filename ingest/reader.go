package ingest

import (
	"io"
	"iter"
	"time"
)

// A Reader reads articles out of files. The zero Reader is ready for use, by any
// number of goroutines at once.
type Reader struct {
	// Fields says where the records of CSV and JSON have what. If any field is
	// named, JSON is read as records by it, whatever else it looks like.
	Fields Fields

	// Zone is that of times without one. Nil stands for UTC.
	Zone *time.Location

	// Limits bound what one source may ask for.
	Limits Limits
}

// Fields are the names of the fields of a record. In JSON a name may lead into objects
// and lists, "body.content" or "authors.0.name"; a field whose name has full stops
// itself is found as well. The default of each is given behind it.
type Fields struct {
	ID        string // id, guid, uri or url
	Text      string // text, body, content, body_text, articleBody or body_html
	Title     string // title or headline
	Byline    string // byline, author or authors
	Published string // published, date, published_at, datePublished, pubDate or versioncreated
	URL       string // url or link
	Language  string // language or lang
}

// A Hint is what is known of a source besides its bytes. Content comes first: a
// hint decides only what content leaves open.
type Hint struct {
	// Name is the name of the file. Its ending tells tables (.csv, .tsv), Markdown
	// (.md) and Word documents, and it begins the Path of articles and errors.
	Name string

	// URL is the address that the source was had from.
	URL string

	// MediaType is the value of the Content-Type header, with its charset.
	MediaType string
}

// Limits bound what one source may ask for, against archives made to fill memory
// or time. The zero value of each stands for the default.
type Limits struct {
	// Document is how many bytes one document may have after decompression,
	// 32 MiB by default. Memory grows with it; archives are not held in memory.
	Document int64

	// Depth is how many containers may stand in one another, 6 by default:
	// "a.tar.gz" is two, a page in it with a compressed body three.
	Depth int

	// Ratio is how many times as many bytes a compressed source may give as it
	// has, 250 by default. The first 64 MiB are free.
	Ratio int64

	// Members is how many files an archive may have, a million by default.
	Members int
}

const (
	defaultDocument = 32 << 20
	defaultDepth    = 6
	defaultRatio    = 250
	defaultMembers  = 1_000_000
	freeBytes       = 64 << 20
)

// withDefaults returns the limits with the default in place of each zero.
func (l Limits) withDefaults() Limits {
	if l.Document <= 0 {
		l.Document = defaultDocument
	}
	if l.Depth <= 0 {
		l.Depth = defaultDepth
	}
	if l.Ratio <= 0 {
		l.Ratio = defaultRatio
	}
	if l.Members <= 0 {
		l.Members = defaultMembers
	}
	return l
}

// Open reads the articles of a source with the zero [Reader].
func Open(source io.Reader, hint Hint) iter.Seq2[*Article, error] {
	return new(Reader).Open(source, hint)
}

// Open gives the articles of a source in their order: one of a page, many of a feed
// or an archive. It reads on as the loop asks for more, holds one document at a time and
// keeps nothing of the source afterwards. For each document or record that cannot be
// read it gives a nil article and an *[Error], and goes on with the next; the loop ends
// after the last. A source without any article gives an error as well, but for an
// archive of none.
//
// What the source is, its bytes tell; see [Hint]. A ZIP archive is read in place if
// the source is an [io.ReaderAt] and [io.Seeker], as an open file is, and else
// written to a temporary file first. An [Article] belongs to the caller. The sequence can be
// ranged over once.
func (r *Reader) Open(source io.Reader, hint Hint) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		w := &walk{
			fields: r.Fields,
			zone:   r.Zone,
			limits: r.Limits.withDefaults(),
			yield:  yield,
		}
		if w.zone == nil {
			w.zone = time.UTC
		}
		w.source(source, place{path: hint.Name, name: hint.Name, url: hint.URL, mediaType: hint.MediaType})
	}
}

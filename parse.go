package verbatim

import (
	"iter"
	"time"
)

// A Parser reads articles. Its zero value is ready to use, and one Parser may
// be used by many goroutines at once.
type Parser struct {
	// Published is when the text was published, for texts that do not say so
	// themselves. Relative times, such as "on Monday", are reckoned from it.
	Published time.Time
	// Light reads by rules alone, without the trained tagger: several times as
	// fast, with much less memory, and much less accurate in flattened text.
	Light bool
}

// Parse reads text with the zero Parser.
func Parse(text string) *Document { return new(Parser).Parse(text) }

// A Document is what a text says, piece by piece. All spans are byte ranges of
// the text as it was given. The caller owns the document; nothing in it is
// shared with the parser or with another document.
type Document struct {
	// ID is the caller's name for the article. Parse leaves it empty.
	ID string `json:"id,omitempty"`
	// Published and Updated are the stamps that the text itself carries.
	Published *Timestamp `json:"published,omitempty"`
	Updated   *Timestamp `json:"updated,omitempty"`
	// Byline names the writers.
	Byline []Author `json:"byline,omitempty"`
	// Furniture are the pieces of the page around the prose.
	Furniture []Furniture `json:"furniture,omitempty"`
	// Messages are in the order in which their contents begin.
	Messages []Message `json:"messages"`
	// Speakers are those who speak, or are spoken to, in Messages. The ID of
	// each is its index.
	Speakers []Speaker `json:"speakers"`
	// Timestamps and URLs are in the order of the text.
	Timestamps []Timestamp `json:"timestamps"`
	URLs       []URL       `json:"urls"`
}

// Parse reads text. Any text is legal, and there is always an answer.
func (p *Parser) Parse(text string) *Document {
	a := newArticle(text)
	doc := &Document{Messages: []Message{}, Speakers: []Speaker{}, Timestamps: []Timestamp{}, URLs: []URL{}}
	join := assembler{article: a, attributions: readAttributions(a, p.Light), timestamps: doc.Timestamps, urls: doc.URLs}
	doc.Messages, doc.Speakers = join.messages()
	return doc
}

// ParseAll reads many articles, one after the other, as the caller asks for
// them. It holds one article at a time.
func (p *Parser) ParseAll(texts iter.Seq[string]) iter.Seq[*Document] {
	return func(yield func(*Document) bool) {
		for text := range texts {
			if !yield(p.Parse(text)) {
				return
			}
		}
	}
}

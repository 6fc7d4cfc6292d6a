package verbatim

import (
	"iter"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Parser reads articles. Its zero value is ready to use, and one Parser may
// be used by many goroutines at once.
type Parser struct {
	// Published is when the text was published, for texts that do not say so
	// themselves. Relative times, such as "on Monday", are reckoned from it.
	Published time.Time
	// Prefer says which way a day or month points that the text leaves open.
	// The empty Direction means PreferPast.
	Prefer timex.Direction
	// Light reads by rules alone, without the trained tagger: some sixty times
	// as fast, with less memory, and of little use for quotes in flattened text.
	// Timestamps and addresses are the same either way. docs/performance.md and
	// docs/accuracy.md have the figures.
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
	Published *timex.Timestamp `json:"published,omitempty"`
	Updated   *timex.Timestamp `json:"updated,omitempty"`
	// Byline names the writers.
	Byline []Author `json:"byline,omitempty"`
	// Furniture are the pieces of the page around the prose.
	Furniture []Furniture `json:"furniture,omitempty"`
	// Messages are in the order in which their contents begin.
	Messages []Message `json:"messages"`
	// Speakers are those who speak, or are spoken to, in Messages. The ID of
	// each is its index.
	Speakers []speaker.Speaker `json:"speakers"`
	// Timestamps and URLs are in the order of the text.
	Timestamps []timex.Timestamp `json:"timestamps"`
	URLs       []address.Address `json:"urls"`
}

// Parse reads text. Any text is legal, and there is always an answer.
func (p *Parser) Parse(text string) *Document {
	m := p.assemble(text)
	messages, speakers := m.messages()
	stamp, updated := timex.Publication(m.expressions)
	return &Document{
		Published: present(stamp), Updated: present(updated),
		Byline: byline(&m.layout, text, m.Tokens), Furniture: furniture(&m.layout, m.Tokens),
		Messages: list(messages), Speakers: list(speakers), Timestamps: list(m.timestamps), URLs: list(m.urls),
	}
}

// assemble reads the parts of which messages are made.
func (p *Parser) assemble(text string) *assembler {
	words := token.Read(text)
	urls := address.Find(text)
	expressions := outsideURLs(timex.Scan(words.Tokens), urls)
	layout := page.Read(words.Tokens, page.StampRanges(expressions))
	layout.MarkStamps(expressions)
	published := timex.ReckonedFrom(expressions, p.Published)
	timestamps := timex.ResolveTimes(expressions, published, p.Prefer)
	var model *tagger.Model
	if !p.Light {
		model = tagger.Embedded()
	}
	a := article.Read(text, words, layout, model)
	return &assembler{
		Article: a, reading: attribution.Read(a, urls, timestamps), expressions: expressions, timestamps: timestamps,
		layout: layout, urls: urls, published: published,
	}
}

// outsideURLs leaves out the expressions that are part of an address.
func outsideURLs(expressions []timex.Expression, urls []address.Address) []timex.Expression {
	if len(urls) == 0 {
		return expressions
	}
	return slices.DeleteFunc(expressions, func(e timex.Expression) bool {
		for len(urls) > 0 && urls[0].End <= e.Start {
			urls = urls[1:]
		}
		return len(urls) > 0 && urls[0].Overlaps(e.Span)
	})
}

// present returns nil for the zero timestamp.
func present(t timex.Timestamp) *timex.Timestamp {
	if t.Value == "" {
		return nil
	}
	return &t
}

// list returns values as they stand in JSON: never null.
func list[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
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

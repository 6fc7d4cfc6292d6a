package verbatim

import (
	"iter"
	"slices"
	"time"
)

// A Parser reads articles. Its zero value is ready to use, and one Parser may
// be used by many goroutines at once.
type Parser struct {
	// Published is when the text was published, for texts that do not say so
	// themselves. Relative times, such as "on Monday", are reckoned from it.
	Published time.Time
	// Prefer says which way a day or month points that the text leaves open.
	// The empty Direction means PreferPast.
	Prefer Direction
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
	m := p.assemble(text)
	messages, speakers := m.messages()
	stamp, updated := publication(m.expressions)
	return &Document{
		Published: present(stamp), Updated: present(updated),
		Byline: m.layout.byline(text, m.tokens), Furniture: m.layout.furniture(m.tokens),
		Messages: list(messages), Speakers: list(speakers), Timestamps: list(m.timestamps), URLs: list(m.urls),
	}
}

// assemble reads the parts of which messages are made.
func (p *Parser) assemble(text string) *assembler {
	a := newArticle(text)
	urls := FindURLs(text)
	expressions := outsideURLs(scanTimes(a.tokens), urls)
	layout := findFurniture(a.tokens, stampRanges(expressions))
	a.setLayout(layout)
	layout.markStamps(expressions)
	published := reckonedFrom(expressions, p.Published)
	timestamps := resolveTimes(expressions, published, p.Prefer)
	a.markDatelines(timestamps, layout)

	attributions := readAttributions(a, urls, p.Light)
	a.setVerbatim(attributions)
	return &assembler{
		article: a, attributions: attributions, expressions: expressions, timestamps: timestamps,
		layout: layout, urls: urls, published: published,
	}
}

// outsideURLs leaves out the expressions that are part of an address.
func outsideURLs(expressions []timeExpression, urls []URL) []timeExpression {
	if len(urls) == 0 {
		return expressions
	}
	return slices.DeleteFunc(expressions, func(e timeExpression) bool {
		for len(urls) > 0 && urls[0].End <= e.Start {
			urls = urls[1:]
		}
		return len(urls) > 0 && urls[0].Overlaps(e.Span)
	})
}

// markStamps takes for stamps the expressions that stand in a piece of furniture
// that is one, where their own words do not say so.
func (l *layout) markStamps(expressions []timeExpression) {
	pieces := l.pieces
	for n := range expressions {
		e := &expressions[n]
		for len(pieces) > 0 && pieces[0].last <= e.first {
			pieces = pieces[1:]
		}
		if len(pieces) > 0 && pieces[0].kind == FurnitureStamp && pieces[0].overlaps(words{e.first, e.last}) && e.role == roleNone {
			e.role = roleBare
		}
	}
}

// stampRanges gives the furniture finder the time expressions by their words.
func stampRanges(expressions []timeExpression) []stampRange {
	ranges := make([]stampRange, len(expressions))
	for n, e := range expressions {
		ranges[n] = stampRange{words{e.first, e.last}, e.role}
	}
	return ranges
}

// present returns nil for the zero timestamp.
func present(t Timestamp) *Timestamp {
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

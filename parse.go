package verbatim

import (
	"time"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
)

// A Parser reads articles. Its zero value is ready to use, and one Parser may
// be used by many goroutines at once, as long as none changes it.
type Parser struct {
	// Published is when the text was published, for texts that do not say so
	// themselves. Relative times, such as "on Monday", are reckoned from it;
	// with neither they are found and left without a value. Only the calendar
	// day counts, in the time's own location.
	Published time.Time
	// Prefer says which way a day or month points that the text leaves open.
	// The empty Direction means PreferPast.
	Prefer Direction
	// DayFirst reads a date in numbers alone with the day first, 5/11 as 5
	// November, where the text itself does not tell: a date that can only be
	// read one way, or the way that months are written elsewhere in it, comes
	// before.
	DayFirst bool
	// Light reads by rules alone, without the trained tagger: a few times as
	// fast, many times where the processor has no vector instructions that the
	// tagger knows, and of little use for quotes in flattened text.
	// Timestamps and addresses are the same either way. docs/performance.md and
	// docs/accuracy.md have the figures.
	Light bool
	// Model is the weights that the tagger reads with: nil for the library's own. A
	// light reading uses none.
	Model *Model
	// Names are those whom the caller knows. They settle whom a name or an
	// office means and who is "he" or "she" where the text leaves it open, and
	// name people where nothing else shows a name in flattened text.
	Names *Names
	// MaxBytes is how long a text may be, in bytes; 0 or less allows any length. A
	// longer one is not read, and no part of it is: its document says so by
	// [Document.Err], and the functions that find one part return nil. Parse may
	// hold up to 170 bytes for each byte of a text that is made to be hostile, and
	// some 35 for news, so that the limit bounds its memory as well: docs/limits.md.
	MaxBytes int
	// Explain has every message say what in the text decided its speaker,
	// recipient, channel and time: [Message.Why]. It changes nothing else.
	Explain bool
}

// Parse reads text. Any text is legal, and there is always an answer, in time
// and memory linear in the length of the text. Where the caller sets MaxBytes,
// [Document.Err] tells of a text that was too long to be read.
func (p *Parser) Parse(text string) *Document {
	reader, weights := p.tagger()
	if refusal := p.refusal(text); refusal != nil {
		return &Document{
			Provenance: p.provenanceOf(text, weights, new(timex.Times)), Unread: refusal,
			Messages: []Message{}, Speakers: []Speaker{}, Timestamps: []Timestamp{}, URLs: []URL{},
		}
	}
	r := readTimes(text, p.times()).read(text, reader, p.Names.known())
	doc := &Document{
		Provenance: p.provenanceOf(text, weights, &r.times),
		Published:  stampOf(&r.times.Published), Updated: stampOf(&r.times.Updated),
		Byline: bylineOf(&r.layout, text, r.words.Tokens), Furniture: furnitureOf(&r.layout, r.words.Tokens),
	}
	times, addresses := r.times.Timestamps, r.addresses
	doc.Messages, doc.Speakers = r.messages(p.Explain)
	// What was read is given up before these are written: either may fill the memory.
	doc.Timestamps, doc.URLs = timestampsOf(times), urlsOf(addresses)
	return doc
}

// FindQuotes returns the quotes of Parse(text).Messages. It does all of Parse's
// work: who wants more than the quotes calls Parse once.
func (p *Parser) FindQuotes(text string) []Quote {
	doc := p.Parse(text)
	if doc.Unread != nil {
		return nil
	}
	quotes := make([]Quote, len(doc.Messages))
	for n := range doc.Messages {
		quotes[n] = doc.Messages[n].Quote
	}
	return quotes
}

// FindSpeakers returns Parse(text).Speakers. It does all of Parse's work.
func (p *Parser) FindSpeakers(text string) []Speaker {
	doc := p.Parse(text)
	if doc.Unread != nil {
		return nil
	}
	return doc.Speakers
}

// FindTimestamps returns Parse(text).Timestamps for the price of the times
// alone: the tagger is not asked.
func (p *Parser) FindTimestamps(text string) []Timestamp {
	if p.refusal(text) != nil {
		return nil
	}
	return timestampsOf(readTimes(text, p.times()).times.Timestamps)
}

// FindURLs returns Parse(text).URLs for the price of the addresses alone.
//
// Where an address has its marks it is read by them, as GitHub Flavored
// Markdown and the WHATWG URL standard do; where only spaces are left it is
// put back together. Which of the two applies is decided for each address by
// what stands between its parts, so that a text may hold both.
func (p *Parser) FindURLs(text string) []URL {
	if p.refusal(text) != nil {
		return nil
	}
	return urlsOf(address.Find(text))
}

// Parse reads text with the zero [Parser].
func Parse(text string) *Document { return new(Parser).Parse(text) }

// FindQuotes is [Parser.FindQuotes] of the zero Parser.
func FindQuotes(text string) []Quote { return new(Parser).FindQuotes(text) }

// FindSpeakers is [Parser.FindSpeakers] of the zero Parser.
func FindSpeakers(text string) []Speaker { return new(Parser).FindSpeakers(text) }

// FindTimestamps is [Parser.FindTimestamps] of the zero Parser.
func FindTimestamps(text string) []Timestamp { return new(Parser).FindTimestamps(text) }

// FindURLs is [Parser.FindURLs] of the zero Parser.
func FindURLs(text string) []URL { return new(Parser).FindURLs(text) }

// times returns the options that times are read with.
func (p *Parser) times() timex.Options {
	return timex.Options{Published: p.Published, Prefer: timex.Direction(p.Prefer), DayFirst: p.DayFirst}
}

// tagger returns the tagger that the parser reads with and the SHA-256 of its
// weights, or nil and nothing.
func (p *Parser) tagger() (reader article.Tagger, weights string) {
	if p.Light {
		return nil, ""
	}
	if p.Model != nil && p.Model.tagger != nil {
		return p.Model.tagger, p.Model.sha256
	}
	if embedded := tagger.Embedded(); embedded != nil {
		return embedded, tagger.WeightsSHA256()
	}
	return nil, "" // not a nil pointer in an interface
}

package verbatim

import (
	"cmp"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/occasion"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/restore"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A reading is one text on its way through the rooms: what each step gave.
type reading struct {
	*article.Article
	words      token.Text
	addresses  []address.Address
	layout     page.Layout
	times      []timex.Timestamp // one for each expression
	origin     time.Time         // what relative times were reckoned from
	published  timex.Timestamp
	updated    timex.Timestamp
	quoted     *attribution.Reading
	timestamps []Timestamp
	urls       []URL
}

// readTimes takes the steps that need no tagger: words, addresses, times and the
// layout of the page.
func (p *Parser) readTimes(text string) *reading {
	r := &reading{words: token.Read(text), addresses: address.Find(text)}
	expressions := timex.Scan(r.words.Tokens, address.Spans(r.addresses))
	r.layout = page.Read(r.words.Tokens, expressions)
	times := timex.Resolve(expressions, r.layout.Stamps, timex.Options{Published: p.Published, Prefer: timex.Direction(p.Prefer), DayFirst: p.DayFirst})
	r.times, r.origin, r.published, r.updated = times.Timestamps, times.Origin, times.Published, times.Updated
	r.timestamps, r.urls = timestampsOf(r.times), urlsOf(r.addresses)
	return r
}

// read takes all steps up to the attributions.
func (p *Parser) read(text string) *reading {
	r := p.readTimes(text)
	r.Article = article.Read(text, r.words, r.layout, p.tagger())
	r.quoted = attribution.Read(r.Article, r.addresses, r.times)
	return r
}

// messages returns one message for each attribution, and the speakers.
func (r *reading) messages() ([]Message, []Speaker) {
	contexts := channel.Read(r.Article, r.quoted, r.times)
	drafts, found := occasion.Decide(r.Article, r.quoted, speaker.Read(r.Article, r.quoted), contexts, r.times, r.origin)
	speakers := speakersOf(found)
	messages := make([]Message, len(drafts))
	text := restore.NewRestorer(r.Article, r.addresses, r.times)
	for n := range drafts {
		d := &drafts[n]
		messages[n] = Message{
			Quote: quoteOf(r.Article, d.Attribution), Text: text.Readable(d.Content, d.Form() == attribution.Direct),
			Speaker: partyOf(speakers, d.Speaker), Recipient: partyOf(speakers, d.Recipient),
			Channel: Channel(d.Channel), Sent: messageTimeOf(r.timestamps, d.Sent), Confidence: round(d.Trust),
		}
	}
	r.attachURLs(messages)
	r.markRepeats(messages)
	return messages, speakers
}

// isNext reports whether the token after byte end is the one at byte start.
func (r *reading) isNext(start, end int) bool {
	i, found := slices.BinarySearchFunc(r.Tokens, start, func(t token.Token, at int) int { return cmp.Compare(t.Start, at) })
	return found && i > 0 && r.Tokens[i-1].End == end
}

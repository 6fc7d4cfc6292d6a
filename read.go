package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/occasion"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/restore"
	"github.com/verbatim-news/verbatim/internal/roster"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A reading is one text on its way through the rooms: what each step gave.
type reading struct {
	*article.Article
	words     token.Text
	addresses []address.Address
	layout    page.Layout
	times     timex.Times
	quoted    *attribution.Reading
}

// readTimes takes the steps that need no tagger: words, addresses, times and the
// layout of the page.
func readTimes(text string, o timex.Options) *reading {
	r := &reading{words: token.Read(text), addresses: address.Find(text)}
	expressions := timex.Scan(r.words.Tokens, address.Spans(r.addresses))
	r.layout = page.Read(r.words, expressions)
	r.times = timex.Resolve(expressions, r.layout.Stamps, o)
	return r
}

// read takes all steps up to the attributions. known are those whom the caller
// knows, nil for nobody.
func (r *reading) read(text string, reader article.Tagger, known *roster.Roster) *reading {
	r.Article = article.Read(text, r.words, r.layout, reader, known)
	r.quoted = attribution.Read(r.Article, r.addresses, r.times.Timestamps)
	return r
}

// messages returns one message for each attribution, and the speakers. Explained
// messages say why.
func (r *reading) messages(explained bool) ([]Message, []Speaker) {
	times := r.times.Timestamps
	contexts := channel.Read(r.Article, r.quoted, times)
	drafts, found := occasion.Decide(r.Article, r.quoted, speaker.Read(r.Article, r.quoted), contexts, times, r.times.Origin, explained)
	speakers := speakersOf(found)
	messages := make([]Message, len(drafts))
	restorer := restore.New(r.Article, r.addresses, times)
	for n := range drafts {
		d := &drafts[n]
		messages[n] = Message{
			Quote: quoteOf(r.Article, d), Text: restorer.Text(d.Content, d.Form() == attribution.Direct),
			Speaker: partyOf(speakers, d.Speaker), Recipient: partyOf(speakers, d.Recipient),
			Channel: Channel(d.Channel), Sent: messageTimeOf(times, d.Sent), Confidence: round(d.Trust),
			Why: reasonsOf(r.Article, d.Why),
		}
	}
	attachURLs(messages, r.addresses, r.Tokens)
	markRepeats(messages, r.Article, r.quoted.Attributions)
	return messages, speakers
}

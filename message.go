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

// A Message is the record of one thing said, written or thought: a quote with
// what the article tells about its speaker, its recipient, its channel, its
// time and its links. A field that the text does not support is absent.
//
// Confidence is, in a message, the chance that its words and its speaker are
// right, to two places: that its content shares half or more with what an
// annotator would mark, and that the speaker is the one they would name.
// docs/accuracy.md tells how far it can be trusted.
type Message struct {
	Quote
	// Text is the content made readable. Its words are those of the content.
	Text string `json:"text"`
	// Speaker is who said it; nil if unknown.
	Speaker *Party `json:"speaker,omitempty"`
	// Recipient is whom it was addressed to; nil if unknown.
	Recipient *Party `json:"recipient,omitempty"`
	// Channel is how it was sent; empty if unknown.
	Channel channel.Channel `json:"channel,omitempty"`
	// Sent is when it was said, written or sent; nil if unknown.
	Sent *Sent `json:"sent,omitempty"`
	// URLs are the addresses within the content or announced by it, as indexes
	// into Document.URLs.
	URLs []int `json:"urls,omitempty"`
	// Repeats is the index into Document.Messages of the message whose words
	// this one gives again, in whole or in part, as a headline does; nil if it
	// gives words of its own. Who counts messages counts those without it.
	Repeats *int `json:"repeats,omitempty"`
}

// A Party is one end of a message: a speaker of the document.
type Party struct {
	ID   int    `json:"id"` // index into Document.Speakers
	Name string `json:"name"`
}

// Sent is the time of a message.
type Sent struct {
	Value string    `json:"value"` // a TIMEX3 value
	From  time.Time `json:"from,omitzero"`
	To    time.Time `json:"to,omitzero"` // exclusive
	// Timestamp is the index into Document.Timestamps of the expression that
	// the time was taken from.
	Timestamp int `json:"timestamp"`
}

// assembler joins what the readers found into messages.
type assembler struct {
	*article.Article
	reading     *attribution.Reading
	expressions []timex.Expression
	timestamps  []timex.Timestamp // one for each expression
	layout      page.Layout
	urls        []address.Address
	published   time.Time // zero if unknown
}

// messages returns one message for each attribution, and the speakers.
func (m *assembler) messages() ([]Message, []speaker.Speaker) {
	o := occasion.Read(m.Article, m.reading, m.timestamps, m.published)
	o.Decide()
	quotes := quotesOf(m.Article, m.reading.Attributions)
	messages := make([]Message, len(quotes))
	text := restore.NewRestorer(m.Article, m.urls, m.timestamps)
	for n := range o.Drafts {
		t := &o.Drafts[n]
		quotes[n].Confidence = round(o.TrustOf(n))
		message := Message{Quote: quotes[n], Text: text.Readable(t.Content, quotes[n].Form == attribution.Direct), Channel: t.Channel}
		if message.Mode == attribution.Speech && channel.IsWriting(t.Channel) {
			message.Mode = attribution.Writing
		}
		if t.Speaker != speaker.NoParty {
			message.Speaker = party(o.Register, t.Speaker)
		}
		if t.Recipient != speaker.NoParty {
			message.Recipient = party(o.Register, t.Recipient)
		}
		if t.Sent >= 0 {
			message.Sent = sentAt(m.timestamps, t.Sent)
		}
		messages[n] = message
	}
	m.attachURLs(messages)
	speakers, renumbered := o.Finish()
	for n := range messages {
		for _, party := range []*Party{messages[n].Speaker, messages[n].Recipient} {
			if party != nil {
				party.ID = renumbered[party.ID]
			}
		}
	}
	m.markRepeats(messages)
	return messages, speakers
}

// party returns speaker id as one end of a message.
func party(r *speaker.Register, id int) *Party { return &Party{ID: id, Name: r.Speakers[id].Name} }

// sentAt takes the time of a message from a time expression.
func sentAt(timestamps []timex.Timestamp, n int) *Sent {
	t := timestamps[n]
	return &Sent{Value: t.Value, From: t.From, To: t.To, Timestamp: n}
}

// attachURLs gives every address to the message whose content holds it or is
// followed by it.
func (m *assembler) attachURLs(messages []Message) {
	for n := range messages {
		for _, span := range messages[n].Content {
			first, _ := slices.BinarySearchFunc(m.urls, span.Start, func(u address.Address, at int) int { return cmp.Compare(u.Start, at) })
			for k := first; k < len(m.urls) && (m.urls[k].End <= span.End || m.isNext(m.urls[k].Start, span.End)); k++ {
				messages[n].URLs = append(messages[n].URLs, k)
			}
		}
	}
}

// isNext reports whether the token after byte end is the one at byte start.
func (m *assembler) isNext(start, end int) bool {
	i, found := slices.BinarySearchFunc(m.Tokens, start, func(t token.Token, at int) int { return cmp.Compare(t.Start, at) })
	return found && i > 0 && m.Tokens[i-1].End == end
}

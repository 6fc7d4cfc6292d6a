package verbatim

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Message is the record of one thing said, written or thought: a quote with
// what the article tells about its speaker, its recipient, its channel, its
// time and its links. A field that the text does not support is absent.
type Message struct {
	Quote
	// Text is the content made readable. Its words are those of the content.
	Text string `json:"text"`
	// Speaker is who said it; nil if unknown.
	Speaker *Party `json:"speaker,omitzero"`
	// Recipient is whom it was addressed to; nil if unknown.
	Recipient *Party `json:"recipient,omitzero"`
	// Channel is how it was sent; empty if unknown.
	Channel Channel `json:"channel,omitzero"`
	// Sent is when it was said, written or sent; nil if unknown.
	Sent *MessageTime `json:"sent,omitzero"`
	// URLs are the addresses within the content or announced by it, as indexes
	// into Document.URLs, in ascending order; nil if there are none.
	URLs []int `json:"urls,omitzero"`
	// Repeats is the index into Document.Messages of the message whose words
	// this one gives again, in whole or in part, as a headline does; nil if it
	// gives words of its own. Who counts messages counts those without it.
	Repeats *int `json:"repeats,omitzero"`
	// Confidence is the chance, from 0 to 1 and to two places, that words and
	// speaker are right: that the content shares half or more with what an
	// annotator would mark, and that the speaker is the one they would name.
	// docs/accuracy.md tells how far it can be trusted.
	Confidence float64 `json:"confidence"`
	// Why tells what decided Speaker, Recipient, Channel and Sent, in this
	// order, as far as they are there: at most three reasons a field, the
	// nearest to the message first. It is nil unless [Parser.Explain] asked for it.
	Why []Reason `json:"why,omitzero"`
}

// A MessageTime is when a message was sent.
type MessageTime struct {
	Value string    `json:"value"` // a TIMEX3 value
	From  time.Time `json:"from,omitzero"`
	To    time.Time `json:"to,omitzero"` // exclusive
	// Timestamp is the index into Document.Timestamps of the expression that
	// told it; nil if none did.
	Timestamp *int `json:"timestamp,omitzero"`
}

// isDated reports whether the message has a time that can be put in order.
func (m *Message) isDated() bool { return m.Sent != nil && !m.Sent.From.IsZero() }

// messageTimeOf takes the time of a message from timestamp n; nil for none.
func messageTimeOf(times []timex.Timestamp, n int) *MessageTime {
	if n < 0 {
		return nil
	}
	t := &times[n]
	sent := &struct { // one allocation for both
		MessageTime
		index int
	}{MessageTime{Value: t.Value, From: t.From(), To: t.To()}, n}
	sent.Timestamp = &sent.index
	return &sent.MessageTime
}

// attachURLs gives every address to the messages whose content holds it or is
// followed by it.
func attachURLs(messages []Message, addresses []address.Address, tokens []token.Token) {
	for n := range messages {
		for _, span := range messages[n].Content {
			first, _ := slices.BinarySearchFunc(addresses, span.Start, func(a address.Address, at int) int { return cmp.Compare(a.Start, at) })
			if given := messages[n].URLs; len(given) > 0 {
				first = max(first, given[len(given)-1]+1) // the one that follows a part of the content may begin the next
			}
			for k := first; k < len(addresses) && (addresses[k].End <= span.End || isNext(tokens, addresses[k].Start, span.End)); k++ {
				messages[n].URLs = append(messages[n].URLs, k)
			}
		}
	}
}

// isNext reports whether the token after byte end is the one at byte start.
func isNext(tokens []token.Token, start, end int) bool {
	i, found := slices.BinarySearchFunc(tokens, start, func(t token.Token, at int) int { return cmp.Compare(t.Start, at) })
	return found && i > 0 && tokens[i-1].End == end
}

// round gives a chance to two places.
func round(chance float64) float64 { return math.Round(100*chance) / 100 }

package verbatim

import (
	"cmp"
	"slices"
	"time"
)

// A Message is the record of one thing said, written or thought: a quote with
// what the article tells about its speaker, its recipient, its channel, its
// time and its links. A field that the text does not support is absent.
type Message struct {
	Quote
	// Text is the content made readable. Its words are those of the content.
	Text string `json:"text"`
	// Speaker is who said it; nil if unknown.
	Speaker *Party `json:"speaker,omitempty"`
	// Recipient is whom it was addressed to; nil if unknown.
	Recipient *Party `json:"recipient,omitempty"`
	// Channel is how it was sent; empty if unknown.
	Channel Channel `json:"channel,omitempty"`
	// Sent is when it was said, written or sent; nil if unknown.
	Sent *Sent `json:"sent,omitempty"`
	// URLs are the addresses within the content or announced by it, as indexes
	// into Document.URLs.
	URLs []int `json:"urls,omitempty"`
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
	*article
	attributions []attribution
	timestamps   []Timestamp
	urls         []URL
}

// messages returns one message for each attribution, and the speakers.
func (m *assembler) messages() ([]Message, []Speaker) {
	roster := newRoster(newCast(m.article), m.attributions)
	settings := newSettingReader(m.article, m.attributions, m.timestamps)
	threads := newThreads()
	text := restorer{m.article, m.urls}
	for n := range m.attributions {
		settings.moveLeadingTime(&m.attributions[n])
	}
	quotes := quotesOf(m.article, m.attributions)
	messages := make([]Message, len(quotes))
	for n, a := range m.attributions {
		here := settings.settingOf(a)
		speaker, addressed := noParty, here.recipient
		if m.isPassive(a) {
			addressed = a.source
		} else {
			speaker = threads.sender(roster, a)
		}
		recipient := roster.recipientOf(addressed)
		if recipient == speaker {
			recipient = noParty
		}
		here, recipient = threads.follow(m.article, a, speaker, here, recipient)
		message := Message{Quote: quotes[n], Text: text.readable(a.content, quotes[n].Form == Direct), Channel: here.channel}
		if message.Mode == Speech && isWriting(here.channel) {
			message.Mode = Writing
		}
		if speaker != noParty {
			message.Speaker = roster.party(speaker)
		}
		if recipient != noParty {
			message.Recipient = roster.party(recipient)
		}
		if here.timestamp >= 0 {
			message.Sent = sentAt(m.timestamps, here.timestamp)
		}
		messages[n] = message
	}
	m.attachURLs(messages)
	speakers, renumbered := roster.finish()
	for n := range messages {
		for _, party := range []*Party{messages[n].Speaker, messages[n].Recipient} {
			if party != nil {
				party.ID = renumbered[party.ID]
			}
		}
	}
	return messages, speakers
}

// party returns speaker id as one end of a message.
func (r *roster) party(id int) *Party { return &Party{ID: id, Name: r.speakers[id].Name} }

// sentAt takes the time of a message from a time expression.
func sentAt(timestamps []Timestamp, n int) *Sent {
	t := timestamps[n]
	return &Sent{Value: t.Value, From: t.From, To: t.To, Timestamp: n}
}

// attachURLs gives every address to the message whose content holds it or is
// followed by it.
func (m *assembler) attachURLs(messages []Message) {
	for n := range messages {
		for _, span := range messages[n].Content {
			first, _ := slices.BinarySearchFunc(m.urls, span.Start, func(u URL, at int) int { return cmp.Compare(u.Start, at) })
			for k := first; k < len(m.urls) && (m.urls[k].End <= span.End || m.isNext(m.urls[k].Start, span.End)); k++ {
				messages[n].URLs = append(messages[n].URLs, k)
			}
		}
	}
}

// isNext reports whether the token after byte end is the one at byte start.
func (m *assembler) isNext(start, end int) bool {
	i, found := slices.BinarySearchFunc(m.tokens, start, func(t token, at int) int { return cmp.Compare(t.start, at) })
	return found && i > 0 && m.tokens[i-1].end == end
}

// isPassive reports whether the source of an attribution is the one addressed:
// "residents were told", "the court heard".
func (m *assembler) isPassive(a attribution) bool {
	if len(a.cue) == 0 || a.source.empty() {
		return false
	}
	cue := a.cue[len(a.cue)-1]
	last := cue.last - 1
	if a.source.first > last {
		return false
	}
	switch m.fold(last) {
	case "told", "asked", "warned", "informed", "advised", "urged", "ordered":
		switch m.fold(last - 1) {
		case "was", "were", "been", "being", "is", "are", "be":
			return true
		}
	case "heard", "hears":
		return isHearerInSession(m.fold(a.source.last - 1))
	}
	return false
}

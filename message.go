package verbatim

import (
	"cmp"
	"slices"
	"time"
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
	Channel Channel `json:"channel,omitempty"`
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
	*article
	attributions []attribution
	expressions  []timeExpression
	timestamps   []Timestamp // one for each expression
	layout       layout
	urls         []URL
	published    time.Time // zero if unknown
}

// messages returns one message for each attribution, and the speakers.
func (m *assembler) messages() ([]Message, []Speaker) {
	o := m.occasions()
	o.decide()
	quotes := quotesOf(m.article, m.attributions)
	messages := make([]Message, len(quotes))
	text := newRestorer(m.article, m.urls, m.timestamps)
	for n := range o.tellings {
		t := &o.tellings[n]
		quotes[n].Confidence = round(o.trustOf(n))
		message := Message{Quote: quotes[n], Text: text.readable(t.content, quotes[n].Form == Direct), Channel: t.channel}
		if message.Mode == Speech && isWriting(t.channel) {
			message.Mode = Writing
		}
		if t.speaker != noParty {
			message.Speaker = o.party(t.speaker)
		}
		if t.recipient != noParty {
			message.Recipient = o.party(t.recipient)
		}
		if t.sent >= 0 {
			message.Sent = sentAt(m.timestamps, t.sent)
		}
		messages[n] = message
	}
	m.attachURLs(messages)
	speakers, renumbered := o.finish()
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

// occasions reads each attribution by itself and in its thread.
func (m *assembler) occasions() *occasions {
	roster := newRoster(newCast(m.article))
	settings := newSettingReader(m.article, m.attributions, m.timestamps)
	threads := newThreads()
	for n := range m.attributions {
		settings.moveLeadingTime(&m.attributions[n])
	}
	tellings := make([]telling, len(m.attributions))
	for n, a := range m.attributions {
		t := telling{attribution: a, speaker: noParty, hearer: noParty, at: a.content[0].first}
		if len(a.cue) > 0 {
			t.at = a.cue[0].first
			t.near = settings.narrative(a)
			t.scene = settings.sceneBefore(settings.opening(a, t.near))
		}
		t.own = settings.settingOf(a, t.near, t.scene)
		if m.isPassive(a) {
			t.own.recipient = a.source
		} else {
			t.speaker = threads.sender(roster, a)
		}
		if t.hearer = roster.hearerOf(t.own.recipient, t.speaker); t.hearer == t.speaker {
			t.hearer = noParty
		}
		t.sentence = m.sentenceOf(t.at)
		t.toYou = m.addressesYou(a)
		t.thread, t.partner = threads.follow(m.article, a, t.speaker, t.own, t.hearer)
		tellings[n] = t
	}
	return newOccasions(settings, roster, tellings, m.published)
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
	last := a.lastCue().last - 1
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

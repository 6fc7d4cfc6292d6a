package verbatim

import (
	"iter"
	"strings"
)

// A Document is what a text says, piece by piece. All spans are byte ranges of
// the text as it was given. The caller owns the document; nothing in it is
// shared with the parser or with another document.
//
// Its JSON is the record that docs/document.schema.json describes. The zero
// value of every type in it can be written, and a record with words or fields
// that this version does not know can be read; [Document.Validate] tells what is
// wrong with one.
type Document struct {
	// ID is the caller's name for the article; [Parser.Parse] leaves it empty.
	ID string `json:"id,omitzero"`
	// Provenance says what made the document, of which text and with which options.
	Provenance Provenance `json:"provenance,omitzero"`
	// Published and Updated are the stamps that the text itself carries; nil
	// without one.
	Published *Timestamp `json:"published,omitzero"`
	Updated   *Timestamp `json:"updated,omitzero"`
	// Byline names the writers; nil if the text does not.
	Byline []Author `json:"byline,omitzero"`
	// Furniture are the pieces of the page around the prose, in the order of
	// the text; none overlaps another. It is nil if there are none.
	Furniture []Furniture `json:"furniture,omitzero"`
	// Messages are in the order in which their contents begin.
	Messages []Message `json:"messages"`
	// Speakers are those who speak, or are spoken to, in Messages, in the order
	// in which messages first have them. The ID of each is its index. No two are
	// called the same, whatever the capitals.
	Speakers []Speaker `json:"speakers"`
	// Timestamps and URLs are in the order of the text; no two timestamps share
	// a byte, and no two addresses.
	Timestamps []Timestamp `json:"timestamps"`
	URLs       []URL       `json:"urls"`
}

// MessagesBy goes through the messages of one speaker, by its ID, in the order
// of the text. Each comes with its index in Messages.
func (d *Document) MessagesBy(speaker int) iter.Seq2[int, *Message] {
	return func(yield func(int, *Message) bool) {
		for n := range d.Messages {
			m := &d.Messages[n]
			if m.Speaker != nil && m.Speaker.ID == speaker && !yield(n, m) {
				return
			}
		}
	}
}

// MessagesTo goes through the messages that were addressed to one speaker, by its
// ID, in the order of the text. Each comes with its index in Messages.
func (d *Document) MessagesTo(recipient int) iter.Seq2[int, *Message] {
	return func(yield func(int, *Message) bool) {
		for n := range d.Messages {
			m := &d.Messages[n]
			if m.Recipient != nil && m.Recipient.ID == recipient && !yield(n, m) {
				return
			}
		}
	}
}

// SpeakerNamed returns the speaker of a name, whatever its capitals: the first
// that bears it as its Name, else the first that has it among its Aliases. The
// pointer leads into d.
func (d *Document) SpeakerNamed(name string) (*Speaker, bool) {
	for n := range d.Speakers {
		if strings.EqualFold(d.Speakers[n].Name, name) {
			return &d.Speakers[n], true
		}
	}
	for n := range d.Speakers {
		for _, alias := range d.Speakers[n].Aliases {
			if strings.EqualFold(alias, name) {
				return &d.Speakers[n], true
			}
		}
	}
	return nil, false
}

// AllSpans goes through every span of the document, each once, to be read or
// changed in place. [Document.MovedTo] converts them all. The order is that of
// the record.
func (d *Document) AllSpans() iter.Seq[*Span] {
	return func(yield func(*Span) bool) {
		_ = d.eachStamp(yield) && d.eachFurniture(yield) && d.eachMessage(yield) && d.eachMention(yield)
	}
}

// eachStamp, and the three after it, call use for the spans of their part of
// the document until it returns false, and return what it returned last.
func (d *Document) eachStamp(use func(*Span) bool) bool {
	for _, t := range []*Timestamp{d.Published, d.Updated} {
		if t != nil && !use(&t.Span) {
			return false
		}
	}
	return true
}

func (d *Document) eachFurniture(use func(*Span) bool) bool {
	return eachOf(d.Byline, func(a *Author) *Span { return &a.Span }, use) &&
		eachOf(d.Furniture, func(f *Furniture) *Span { return &f.Span }, use)
}

func (d *Document) eachMessage(use func(*Span) bool) bool {
	for n := range d.Messages {
		m := &d.Messages[n]
		if !eachOf(m.Content, itself, use) || !eachOf(m.Verbatim, itself, use) || m.Source != nil && !use(m.Source) || !eachOf(m.Cue, itself, use) {
			return false
		}
		for k := range m.Why {
			if span := m.Why[k].Span; span != nil && !use(span) {
				return false
			}
		}
	}
	return true
}

func (d *Document) eachMention(use func(*Span) bool) bool {
	for n := range d.Speakers {
		if !eachOf(d.Speakers[n].Mentions, itself, use) {
			return false
		}
	}
	return eachOf(d.Timestamps, func(t *Timestamp) *Span { return &t.Span }, use) &&
		eachOf(d.URLs, func(u *URL) *Span { return &u.Span }, use)
}

// eachOf calls use for the span of every item until it returns false.
func eachOf[T any](items []T, span func(*T) *Span, use func(*Span) bool) bool {
	for n := range items {
		if !use(span(&items[n])) {
			return false
		}
	}
	return true
}

func itself(s *Span) *Span { return s }

package verbatim

import (
	"cmp"
	"slices"
	"strings"
)

// A Share is how much of what was said is one speaker's.
type Share struct {
	Speaker  int // index into Document.Speakers
	Messages int
	Words    int // of [Message.Text], as spaces part them
	Bytes    int // of [Quote.Content]
	Verbatim int // bytes among them that are the speaker's own words
	// Share is that of Words among the words of all messages that count, from 0
	// to 1. Those whose speaker is unknown count too, so that the shares of all
	// speakers may add up to less than 1.
	Share float64
}

// Shares tells who spoke how much: a Share for each speaker with a message that
// counts, most words first. A message counts if somebody said or wrote it: not
// what repeats another message, what was only thought (ModeThought), what nobody
// has said yet (StanceConditional) and what was not told (StanceWithheld). Words
// within the words of another count for both speakers.
func (d *Document) Shares() []Share {
	found := make([]Share, len(d.Speakers))
	all := 0
	for n := range d.Messages {
		m := &d.Messages[n]
		if !m.wasSaid() {
			continue
		}
		words := wordsIn(m.Text)
		all += words
		if m.Speaker == nil || m.Speaker.ID < 0 || m.Speaker.ID >= len(found) {
			continue
		}
		s := &found[m.Speaker.ID]
		s.Messages++
		s.Words += words
		s.Bytes += bytesOf(m.Content)
		s.Verbatim += bytesOf(m.Verbatim)
	}
	for id := range found {
		found[id].Speaker = id
		if all > 0 {
			found[id].Share = float64(found[id].Words) / float64(all)
		}
	}
	found = slices.DeleteFunc(found, func(s Share) bool { return s.Messages == 0 })
	slices.SortStableFunc(found, func(a, b Share) int { return cmp.Compare(b.Words, a.Words) })
	return found
}

// wasSaid reports whether the message is something that somebody said or wrote,
// given for the first time.
func (m *Message) wasSaid() bool {
	return m.Repeats == nil && m.Mode != ModeThought && m.Stance != StanceConditional && m.Stance != StanceWithheld
}

func wordsIn(text string) int {
	count := 0
	for range strings.FieldsSeq(text) {
		count++
	}
	return count
}

func bytesOf(spans []Span) int {
	size := 0
	for _, s := range spans {
		size += s.Len()
	}
	return size
}

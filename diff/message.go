package diff

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// messages compares the messages.
func (d *differ) messages() {
	words := func(m *verbatim.Message) string { return beginning(m.Text) }
	each(d, RecordMessage, d.old.Messages, d.new.Messages, d.said, words, d.message)
}

// message compares two messages that are the same one.
func (d *differ) message(at *place, before, after *verbatim.Message) {
	if before.Text != after.Text {
		from, to := cutToChange(before.Text, after.Text)
		at.changed("text", from, to)
	}
	d.party(at, "speaker", before.Speaker, after.Speaker)
	d.party(at, "recipient", before.Recipient, after.Recipient)
	at.value("stance", before.Stance.String(), after.Stance.String())
	at.value("form", string(before.Form), string(after.Form))
	at.value("mode", string(before.Mode), string(after.Mode))
	at.value("channel", string(before.Channel), string(after.Channel))
	d.sent(at, before.Sent, after.Sent)
	d.links(at, before.URLs, after.URLs)
	if !d.said.same(before.Repeats, after.Repeats) {
		at.changed("repeats", messageIn(d.old, before.Repeats), messageIn(d.new, after.Repeats))
	}
	at.value("confidence", number(before.Confidence), number(after.Confidence))
	at.spans("content", before.Content, after.Content)
	at.spans("verbatim", before.Verbatim, after.Verbatim)
	at.spans("source", offsetOf(before.Source), offsetOf(after.Source))
	at.spans("cue", before.Cue, after.Cue)
	d.why(at, before.Why, after.Why)
}

// party compares one end of a message by its name, and where that is the same, by
// who it leads to.
func (d *differ) party(at *place, field string, before, after *verbatim.Party) {
	nameOf := func(p *verbatim.Party) string {
		if p == nil {
			return ""
		}
		return p.Name
	}
	switch {
	case nameOf(before) != nameOf(after):
		at.changed(field, nameOf(before), nameOf(after))
	case (before == nil) != (after == nil):
		at.changed(field, presence(before != nil), presence(after != nil))
	case before != nil && !d.voices.same(&before.ID, &after.ID):
		at.changed(field+".id", strconv.Itoa(before.ID), strconv.Itoa(after.ID))
	}
}

// presence tells an empty value from none.
func presence(there bool) string {
	if there {
		return "(empty)"
	}
	return ""
}

// sent compares when a message was sent.
func (d *differ) sent(at *place, before, after *verbatim.MessageTime) {
	if before == nil || after == nil {
		if before != after {
			at.changed("sent", valueOf(before), valueOf(after))
		}
		return
	}
	at.value("sent", before.Value, after.Value)
	if before.Value != after.Value {
		return // the rest follows
	}
	at.value("sent.from", instant(before.From), instant(after.From))
	at.value("sent.to", instant(before.To), instant(after.To))
	if !d.times.same(before.Timestamp, after.Timestamp) {
		at.changed("sent.timestamp", timeIn(d.old, before.Timestamp), timeIn(d.new, after.Timestamp))
	}
}

func valueOf(sent *verbatim.MessageTime) string {
	if sent == nil {
		return ""
	}
	if sent.Value == "" {
		return presence(true)
	}
	return sent.Value
}

// links compares the addresses of a message.
func (d *differ) links(at *place, before, after []int) {
	same := len(before) == len(after)
	for n := 0; same && n < len(before); n++ {
		same = d.addresses.same(&before[n], &after[n])
	}
	if !same {
		at.changed("urls", addressesIn(d.old, before), addressesIn(d.new, after))
	}
}

// why compares the reasons of a message, which stand and fall together.
func (d *differ) why(at *place, before, after []verbatim.Reason) {
	same := len(before) == len(after)
	for n := 0; same && n < len(before); n++ {
		a, b := &before[n], &after[n]
		same = a.Field == b.Field && a.Kind == b.Kind && d.said.same(a.Message, b.Message) &&
			(!d.offsets || offsets(offsetOf(a.Span)) == offsets(offsetOf(b.Span)))
	}
	if !same {
		at.changed("why", reasonsIn(d.old, before), reasonsIn(d.new, after))
	}
}

func reasonsIn(doc *verbatim.Document, reasons []verbatim.Reason) string {
	parts := make([]string, len(reasons))
	for n, r := range reasons {
		words := []string{string(r.Field), "by", string(r.Kind)}
		if r.Span != nil {
			words = append(words, offsets(offsetOf(r.Span)))
		}
		if r.Message != nil {
			words = append(words, "of", messageIn(doc, r.Message))
		}
		parts[n] = strings.Join(words, " ")
	}
	return list(parts)
}

// messageIn tells a message by its index.
func messageIn(doc *verbatim.Document, n *int) string {
	switch {
	case n == nil:
		return ""
	case *n < 0 || *n >= len(doc.Messages):
		return fmt.Sprintf("message %d, which there is not", *n)
	}
	return fmt.Sprintf("message %d “%s”", *n, beginning(doc.Messages[*n].Text))
}

// timeIn tells a timestamp by its index.
func timeIn(doc *verbatim.Document, n *int) string {
	switch {
	case n == nil:
		return ""
	case *n < 0 || *n >= len(doc.Timestamps):
		return fmt.Sprintf("timestamp %d, which there is not", *n)
	}
	return fmt.Sprintf("timestamp %d %s", *n, doc.Timestamps[*n].Value)
}

// addressesIn tells addresses by their indexes.
func addressesIn(doc *verbatim.Document, indexes []int) string {
	parts := make([]string, len(indexes))
	for k, n := range indexes {
		parts[k] = fmt.Sprintf("address %d, which there is not", n)
		if n >= 0 && n < len(doc.URLs) {
			parts[k] = doc.URLs[n].Address
		}
	}
	return list(parts)
}

// Package diff tells what differs between two documents of one article: those of
// two versions of the library, of two sets of options, or a document and what a
// test expects.
//
//	for _, c := range diff.Documents(before, after) {
//		fmt.Println(c)
//	}
//
// It speaks of records and words, not of structs. The messages, speakers, times,
// addresses and pieces of furniture of the one are first paired with those of the
// other, by where they stand and by their words, and then compared field by field.
// So a message that is new does not change those behind it: indexes and IDs count
// by what they lead to.
package diff

import (
	"strconv"

	"github.com/verbatim-news/verbatim"
)

// A Change is one thing that differs between two documents.
type Change struct {
	// Record is the kind of thing that changed.
	Record Record `json:"record"`
	// Old and New are the indexes of it in its list of either document; nil where
	// it is not there, or is no item of a list.
	Old *int `json:"old,omitzero"`
	New *int `json:"new,omitzero"`
	// Words tell which one it is: the words of a message, the name of a speaker,
	// the value of a time. They are those of the new document if it has it.
	Words string `json:"words,omitzero"`
	// Field is what of it changed, by its name in the record's JSON; a name within
	// a field is parted by a dot, as in "sent.value". It is empty where the whole
	// is new or gone.
	Field string `json:"field,omitzero"`
	// From and To are the value before and after as a person would write it; empty
	// where there was or is none. Words of a message that differ in few places are
	// cut to these.
	From string `json:"from,omitzero"`
	To   string `json:"to,omitzero"`
}

// A Record is a kind of thing that a document consists of.
type Record string

const (
	RecordDocument   Record = "document" // the document itself: its ID and its stamps
	RecordProvenance Record = "provenance"
	RecordAuthor     Record = "author"
	RecordFurniture  Record = "furniture"
	RecordMessage    Record = "message"
	RecordSpeaker    Record = "speaker"
	RecordTimestamp  Record = "timestamp"
	RecordURL        Record = "url"
)

// Valid reports whether r is one of the constants.
func (r Record) Valid() bool {
	switch r {
	case RecordDocument, RecordProvenance, RecordAuthor, RecordFurniture, RecordMessage, RecordSpeaker, RecordTimestamp, RecordURL:
		return true
	}
	return false
}

// IsNew reports whether the record is in the new document alone.
func (c *Change) IsNew() bool { return c.Field == "" && c.Old == nil && c.New != nil }

// IsGone reports whether the record is in the old document alone.
func (c *Change) IsGone() bool { return c.Field == "" && c.Old != nil && c.New == nil }

// IsOffset reports whether nothing but byte offsets changed.
func (c *Change) IsOffset() bool {
	switch c.Field {
	case "span", "published.span", "updated.span", "content", "verbatim", "source", "cue", "mentions":
		return true
	}
	return false
}

// IsID reports whether nothing but an index changed, or the order of the records.
func (c *Change) IsID() bool {
	switch c.Field {
	case "id", "speaker.id", "recipient.id", "order":
		return c.Record != RecordDocument
	}
	return false
}

// Documents returns what differs between two documents, in the order of the
// record; nil if both say the same. An empty list and an absent one are the same.
// Either may be nil, which is a document that says nothing.
//
// Offsets are compared unless both documents tell by their Provenance that they
// are of different texts.
func Documents(before, after *verbatim.Document) []Change {
	d := &differ{old: orEmpty(before), new: orEmpty(after)}
	d.offsets = d.old.Provenance.SHA256 == "" || d.new.Provenance.SHA256 == "" || d.old.Provenance.SameText(d.new.Provenance)
	d.pair()
	d.head()
	d.messages()
	d.speakers()
	d.timestamps()
	d.urls()
	return d.changes
}

func orEmpty(d *verbatim.Document) *verbatim.Document {
	if d == nil {
		return new(verbatim.Document)
	}
	return d
}

// A differ is one call of Documents.
type differ struct {
	old, new *verbatim.Document
	offsets  bool // the spans of both mean the same text
	changes  []Change

	authors, furniture, said, voices, times, addresses pairs
}

// at begins the changes of one record; either index is none where it is not
// there.
func (d *differ) at(record Record, before, after int, words string) *place {
	return &place{d, Change{Record: record, Old: indexOf(before), New: indexOf(after), Words: words}}
}

func indexOf(n int) *int {
	if n == none {
		return nil
	}
	return &n
}

// A place collects the changes of one record.
type place struct {
	d *differ
	c Change
}

// value compares one field.
func (p *place) value(field, before, after string) {
	if before != after {
		p.changed(field, before, after)
	}
}

// changed adds a change of one field.
func (p *place) changed(field, before, after string) {
	c := p.c
	c.Field, c.From, c.To = field, before, after
	p.d.changes = append(p.d.changes, c)
}

// whole adds that the record is new or gone.
func (p *place) whole(before, after string) {
	c := p.c
	c.From, c.To = before, after
	p.d.changes = append(p.d.changes, c)
}

// spans compares offsets.
func (p *place) spans(field string, before, after []verbatim.Span) {
	if p.d.offsets {
		p.value(field, offsets(before), offsets(after))
	}
}

// each goes through the pairs of a list, the new ones in their order and before
// each those that are gone, and compares each with both.
func each[T any](d *differ, record Record, before, after []T, p pairs, words func(*T) string, both func(at *place, before, after *T)) {
	last := none
	p.each(func(o, n int) {
		switch {
		case n == none:
			d.at(record, o, none, words(&before[o])).whole(words(&before[o]), "")
		case o == none:
			d.at(record, none, n, words(&after[n])).whole("", words(&after[n]))
		default:
			at := d.at(record, o, n, words(&after[n]))
			if o < last {
				at.changed("order", strconv.Itoa(o), strconv.Itoa(n))
			}
			last = max(last, o)
			both(at, &before[o], &after[n])
		}
	})
}

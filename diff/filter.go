package diff

import (
	"fmt"
	"slices"
	"strings"
)

// A Filter says which changes count. Its zero value has all of them count.
//
// A name means a kind of record ("timestamp"), a field wherever it stands
// ("confidence"), or the field of one kind of record ("message.speaker"). Two more
// mean what is no matter of words: "offsets" all that is bytes alone, "ids" what is
// indexes and order alone.
type Filter struct {
	Only   []string // nothing else counts; nil for everything
	Ignore []string // these do not count
}

// An UnknownNameError tells that a name of a Filter means nothing, so that it
// would have every document pass.
type UnknownNameError struct{ Name string }

// Error returns the name in a line.
func (e *UnknownNameError) Error() string {
	return fmt.Sprintf("diff: %q is no record and no field", e.Name)
}

// Apply returns the changes that count, in their order. A record that is new or
// gone counts if one of its fields would. The error is an [*UnknownNameError] or nil.
func (f Filter) Apply(changes []Change) ([]Change, error) {
	for _, name := range slices.Concat(f.Only, f.Ignore) {
		if !isKnown(name) {
			return nil, &UnknownNameError{name}
		}
	}
	var kept []Change
	for _, c := range changes {
		if f.counts(&c) {
			kept = append(kept, c)
		}
	}
	return kept, nil
}

func (f Filter) counts(c *Change) bool {
	return (f.Only == nil || slices.ContainsFunc(f.Only, func(name string) bool { return c.concerns(name) })) &&
		!slices.ContainsFunc(f.Ignore, c.is)
}

// is reports whether the name means the change.
func (c *Change) is(name string) bool {
	switch name {
	case offsetsName:
		return c.IsOffset()
	case idsName:
		return c.IsID()
	case string(c.Record):
		return true
	}
	return c.Field != "" && (name == c.Field || name == string(c.Record)+"."+c.Field)
}

// concerns reports whether the name means the change, or a field of the record
// that is new or gone.
func (c *Change) concerns(name string) bool {
	if c.Field != "" {
		return c.is(name)
	}
	return c.is(name) || slices.ContainsFunc(fields[c.Record], func(field string) bool {
		return name == field || name == string(c.Record)+"."+field
	})
}

const (
	offsetsName = "offsets"
	idsName     = "ids"
)

// timeFields are those of a time, which stamps have too.
var timeFields = []string{
	"value", "type", "modifier", "quantifier", "frequency", "other", "from", "to", "granularity", "zoned", "zoneAmbiguous", "holiday",
	"dateline", "anchor", "span",
}

// fields are those that a Change of each kind of record may have.
var fields = map[Record][]string{
	RecordDocument:   slices.Concat([]string{"id"}, stampFields("published"), stampFields("updated")),
	RecordProvenance: {"version", "model", "sha256", "bytes", "readSha256", "published", "publishedBy", "prefer", "dayFirst", "light", "explain", "names"},
	RecordAuthor:     {"name", "span", "order"},
	RecordFurniture:  {"kind", "span", "order"},
	RecordMessage: {
		"text", "speaker", "speaker.id", "recipient", "recipient.id", "stance", "form", "mode", "channel", "sent", "sent.from", "sent.to",
		"sent.timestamp", "urls", "repeats", "confidence", "content", "verbatim", "source", "cue", "why", "order",
	},
	RecordSpeaker:   {"name", "id", "kind", "titles", "roles", "aliases", "mentions", "order"},
	RecordTimestamp: append(slices.Clip(timeFields), "order"),
	RecordURL:       {"url", "host", "kind", "lossy", "confidence", "span", "order"},
}

func stampFields(stamp string) []string {
	list := []string{stamp}
	for _, field := range timeFields {
		list = append(list, stamp+"."+field)
	}
	return list
}

// isKnown reports whether a name means anything.
func isKnown(name string) bool {
	if name == offsetsName || name == idsName || Record(name).Valid() {
		return true
	}
	for record, list := range fields {
		rest, ofRecord := strings.CutPrefix(name, string(record)+".")
		if slices.Contains(list, name) || ofRecord && slices.Contains(list, rest) {
			return true
		}
	}
	return false
}

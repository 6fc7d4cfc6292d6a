package export

import (
	"slices"

	"github.com/verbatim-news/verbatim"
)

// A Unit is what spans count. The empty Unit means Bytes.
type Unit string

const (
	Bytes Unit = "bytes" // of UTF-8, as Go and Rust count
	Runes Unit = "runes" // code points, as Python counts
	UTF16 Unit = "utf16" // code units, as JavaScript, Java and C# count
)

// Valid reports whether u is one of the constants. The empty Unit is none.
func (u Unit) Valid() bool { return u == Bytes || u == Runes || u == UTF16 }

// Recount returns a copy of doc, a document of text, whose spans count unit; for
// [Bytes] it is doc itself. The copy shares with doc what holds no spans. It goes
// through the text once, whatever the number of spans.
func Recount(text string, doc *verbatim.Document, unit Unit) *verbatim.Document {
	if unit == Bytes || unit == "" {
		return doc
	}
	recounted, count := withOwnSpans(doc), counter(text, unit)
	for s := range recounted.AllSpans() {
		*s = count(*s)
	}
	return recounted
}

// counter returns what converts spans of text to unit.
func counter(text string, unit Unit) func(verbatim.Span) verbatim.Span {
	switch unit {
	case Runes:
		return verbatim.NewOffsets(text).Runes
	case UTF16:
		return verbatim.NewOffsets(text).UTF16
	}
	return func(s verbatim.Span) verbatim.Span { return s }
}

// withOwnSpans copies what holds spans, so that they can be changed.
func withOwnSpans(doc *verbatim.Document) *verbatim.Document {
	c := *doc
	c.Published, c.Updated = copied(doc.Published), copied(doc.Updated)
	c.Byline, c.Furniture = slices.Clone(doc.Byline), slices.Clone(doc.Furniture)
	c.Messages, c.Speakers = slices.Clone(doc.Messages), slices.Clone(doc.Speakers)
	c.Timestamps, c.URLs = slices.Clone(doc.Timestamps), slices.Clone(doc.URLs)
	for n := range c.Messages {
		m := &c.Messages[n]
		m.Content, m.Verbatim, m.Cue = slices.Clone(m.Content), slices.Clone(m.Verbatim), slices.Clone(m.Cue)
		m.Source, m.Why = copied(m.Source), slices.Clone(m.Why)
		for k := range m.Why {
			m.Why[k].Span = copied(m.Why[k].Span)
		}
	}
	for n := range c.Speakers {
		c.Speakers[n].Mentions = slices.Clone(c.Speakers[n].Mentions)
	}
	return &c
}

func copied[T any](value *T) *T {
	if value == nil {
		return nil
	}
	c := *value
	return &c
}

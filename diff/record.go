package diff

import (
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// pair finds out which record of one document is which of the other.
func (d *differ) pair() {
	d.authors = match(items(d.old.Byline, authorItem), items(d.new.Byline, authorItem), d.offsets)
	d.furniture = match(items(d.old.Furniture, furnitureItem), items(d.new.Furniture, furnitureItem), d.offsets)
	d.said = match(items(d.old.Messages, messageItem), items(d.new.Messages, messageItem), d.offsets)
	d.voices = match(items(d.old.Speakers, speakerItem), items(d.new.Speakers, speakerItem), false)
	if d.offsets {
		renamed := &matcher{before: items(d.old.Speakers, speakerItem), after: items(d.new.Speakers, speakerItem), pairs: d.voices}
		renamed.overlapping(nearby)
	}
	d.times = match(items(d.old.Timestamps, timestampItem), items(d.new.Timestamps, timestampItem), d.offsets)
	d.addresses = match(items(d.old.URLs, urlItem), items(d.new.URLs, urlItem), d.offsets)
}

// items tells what the records of a list are paired by.
func items[T any](records []T, of func(*T) item) []item {
	made := make([]item, len(records))
	for n := range records {
		made[n] = of(&records[n])
	}
	return made
}

func authorItem(a *verbatim.Author) item { return item{offsetOf(&a.Span), a.Name} }

func furnitureItem(f *verbatim.Furniture) item { return item{offsetOf(&f.Span), string(f.Kind)} }

func messageItem(m *verbatim.Message) item { return item{m.Content, m.Text} }

func speakerItem(s *verbatim.Speaker) item { return item{s.Mentions, strings.ToLower(s.Name)} }

func timestampItem(t *verbatim.Timestamp) item {
	return item{offsetOf(&t.Span), string(t.Type) + " " + t.Value}
}

func urlItem(u *verbatim.URL) item { return item{offsetOf(&u.Span), u.Address} }

// head compares what stands around the prose, and what made the documents.
func (d *differ) head() {
	whole := d.at(RecordDocument, none, none, "")
	whole.value("id", d.old.ID, d.new.ID)
	made := d.at(RecordProvenance, none, none, "")
	before, after := provenance(&d.old.Provenance), provenance(&d.new.Provenance)
	for _, field := range d.old.Provenance.Differences(d.new.Provenance) {
		made.changed(field, before[field], after[field])
	}
	d.stamp("published", d.old.Published, d.new.Published)
	d.stamp("updated", d.old.Updated, d.new.Updated)
	each(d, RecordAuthor, d.old.Byline, d.new.Byline, d.authors, func(a *verbatim.Author) string { return a.Name },
		func(at *place, before, after *verbatim.Author) {
			at.value("name", before.Name, after.Name)
			at.spans("span", offsetOf(&before.Span), offsetOf(&after.Span))
		})
	each(d, RecordFurniture, d.old.Furniture, d.new.Furniture, d.furniture, func(f *verbatim.Furniture) string { return string(f.Kind) },
		func(at *place, before, after *verbatim.Furniture) {
			at.value("kind", string(before.Kind), string(after.Kind))
			at.spans("span", offsetOf(&before.Span), offsetOf(&after.Span))
		})
}

// provenance gives the fields of a provenance by their names in the record.
func provenance(p *verbatim.Provenance) map[string]string {
	return map[string]string{
		"version": p.Version, "model": p.Model, "sha256": p.SHA256, "bytes": strconv.Itoa(p.Bytes),
		"published": p.Published, "publishedBy": string(p.PublishedBy), "prefer": string(p.Prefer),
		"readSha256": p.ReadSHA256, "dayFirst": yesOrNo(p.DayFirst), "light": yesOrNo(p.Light), "explain": yesOrNo(p.Explain), "names": p.Names,
	}
}

// stamp compares a stamp of the article.
func (d *differ) stamp(field string, before, after *verbatim.Timestamp) {
	at := d.at(RecordDocument, none, none, "")
	switch {
	case before == nil && after == nil:
	case before == nil:
		at.changed(field, "", timeWords(after))
	case after == nil:
		at.changed(field, timeWords(before), "")
	default:
		d.timestamp(at, field+".", before, after)
	}
}

// speakers compares the speakers. That one has another ID goes without saying
// where it is because others are new or gone.
func (d *differ) speakers() {
	each(d, RecordSpeaker, d.old.Speakers, d.new.Speakers, d.voices, func(s *verbatim.Speaker) string { return s.Name },
		func(at *place, before, after *verbatim.Speaker) {
			at.value("name", before.Name, after.Name)
			if !d.voices.same(&before.ID, &after.ID) {
				at.changed("id", strconv.Itoa(before.ID), strconv.Itoa(after.ID))
			}
			at.value("kind", string(before.Kind), string(after.Kind))
			at.value("titles", list(before.Titles), list(after.Titles))
			at.value("roles", list(before.Roles), list(after.Roles))
			at.value("aliases", list(before.Aliases), list(after.Aliases))
			at.spans("mentions", before.Mentions, after.Mentions)
		})
}

func (d *differ) timestamps() {
	each(d, RecordTimestamp, d.old.Timestamps, d.new.Timestamps, d.times, timeWords,
		func(at *place, before, after *verbatim.Timestamp) { d.timestamp(at, "", before, after) })
}

// timeWords tells which time it is.
func timeWords(t *verbatim.Timestamp) string {
	if t.Value == "" {
		return strings.TrimSpace(string(t.Type) + " without a value")
	}
	return t.Value
}

// timestamp compares two times; prefix stands before the name of each field.
func (d *differ) timestamp(at *place, prefix string, before, after *verbatim.Timestamp) {
	for _, f := range []struct{ name, before, after string }{
		{"value", before.Value, after.Value},
		{"type", string(before.Type), string(after.Type)},
		{"modifier", string(before.Modifier), string(after.Modifier)},
		{"quantifier", before.Quantifier, after.Quantifier},
		{"frequency", before.Frequency, after.Frequency},
		{"other", before.Other, after.Other},
		{"zoned", yesOrNo(before.Zoned), yesOrNo(after.Zoned)},
		{"zoneAmbiguous", yesOrNo(before.ZoneAmbiguous), yesOrNo(after.ZoneAmbiguous)},
		{"holiday", before.Holiday, after.Holiday},
		{"dateline", yesOrNo(before.Dateline), yesOrNo(after.Dateline)},
	} {
		at.value(prefix+f.name, f.before, f.after)
	}
	if before.Value == after.Value { // else they follow
		at.value(prefix+"from", instant(before.From), instant(after.From))
		at.value(prefix+"to", instant(before.To), instant(after.To))
		at.value(prefix+"granularity", string(before.Granularity), string(after.Granularity))
	}
	if !d.sameAnchor(before.Anchor, after.Anchor) {
		at.changed(prefix+"anchor", anchorIn(d.old, before.Anchor), anchorIn(d.new, after.Anchor))
	}
	at.spans(prefix+"span", offsetOf(&before.Span), offsetOf(&after.Span))
}

func (d *differ) sameAnchor(before, after *verbatim.Anchor) bool {
	if before == nil || after == nil {
		return before == after
	}
	return before.Source == after.Source && d.times.same(before.Timestamp, after.Timestamp)
}

func anchorIn(doc *verbatim.Document, a *verbatim.Anchor) string {
	switch {
	case a == nil:
		return ""
	case a.Timestamp != nil:
		return strings.TrimSpace(string(a.Source) + " " + timeIn(doc, a.Timestamp))
	case a.Source == "":
		return presence(true)
	}
	return string(a.Source)
}

func (d *differ) urls() {
	each(d, RecordURL, d.old.URLs, d.new.URLs, d.addresses, func(u *verbatim.URL) string { return u.Address },
		func(at *place, before, after *verbatim.URL) {
			at.value("url", before.Address, after.Address)
			at.value("host", before.Host, after.Host)
			at.value("kind", string(before.Kind), string(after.Kind))
			at.value("lossy", losses(before.Lossy), losses(after.Lossy))
			at.value("confidence", number(before.Confidence), number(after.Confidence))
			at.spans("span", offsetOf(&before.Span), offsetOf(&after.Span))
		})
}

func losses(lossy []verbatim.Loss) string {
	words := make([]string, len(lossy))
	for n, l := range lossy {
		words[n] = string(l)
	}
	return list(words)
}

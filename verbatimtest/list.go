package verbatimtest

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
)

// List returns what doc says as lines that can be read beside the article,
// which is text: stamps, writers and furniture, then messages, speakers,
// timestamps and addresses, each in the order of the document. Every span stands
// with the words that it covers: «Jane Roe» @10-18. For a message:
//
//	mixed speech | Jane Roe → Harbour Post | interview | «Wednesday» @30-39 2016-10-12 | 0.93
//	   source «Jane Roe» @10-18 | cue «said» @19-23
//	   @24-60 that ⟨nobody asked her⟩ to come
//	   text that nobody asked her to come.
//	   urls https://t.co/a1b2c3 @61-84 | repeats @0-9
//	   why channel beside «told» @19-23, message of @0-9
//
// The first line has form, mode, speaker and recipient, channel, time and
// confidence, with a dash for what the article does not tell. The third is the
// content, the speaker's own words in ⟨ ⟩. The text stands below it only where
// it differs from the words of the content.
//
// A change of any field of the document changes the listing. What goes without
// saying is left out: the Provenance is listed only where it is not Parse, as it
// is built here, that read this text, and the interval of a message only where it
// is not that of its timestamp. Indexes are given by what they point
// to, so that a thing that is new moves no other line; s3, t2, u0 and m4 stand
// only where that would not tell. The listing is for people, and for golden
// files that people read; it grows with the record. Programs read the JSON form.
func List(doc *verbatim.Document, text string) string {
	l := listing{doc: doc, text: text}
	l.head()
	for n := range doc.Messages {
		l.message(&doc.Messages[n])
	}
	l.section()
	for n := range doc.Speakers {
		l.speaker(n, &doc.Speakers[n])
	}
	l.section()
	for n := range doc.Timestamps {
		l.line("%s", l.timestamp(&doc.Timestamps[n]))
	}
	l.section()
	for n := range doc.URLs {
		l.url(&doc.URLs[n])
	}
	return l.String()
}

// A listing is one call of List.
type listing struct {
	strings.Builder
	doc  *verbatim.Document
	text string
	gap  bool // an empty line is due before the next one
}

func (l *listing) line(format string, values ...any) {
	if l.gap && l.Len() > 0 {
		l.WriteByte('\n')
	}
	l.gap = false
	_, _ = fmt.Fprintf(l, format, values...) // a builder takes all
	l.WriteByte('\n')
}

// section parts what follows from what stands above it.
func (l *listing) section() { l.gap = true }

// head lists what stands around the prose, and where the document is from.
func (l *listing) head() {
	if l.doc.ID != "" {
		l.line("id %s", plain(l.doc.ID))
	}
	l.provenance()
	l.stamp("published", l.doc.Published)
	l.stamp("updated", l.doc.Updated)
	for _, a := range l.doc.Byline {
		l.line("author %s %s", plain(a.Name), l.words(a.Span))
	}
	for _, f := range l.doc.Furniture {
		l.line("%s %s", plain(string(f.Kind)), l.words(f.Span))
	}
}

// provenance lists what made the document, unless it is what is built here that
// read this text: with which options goes without saying, as they are those of
// the test.
func (l *listing) provenance() {
	made, here := l.doc.Provenance, verbatim.Parse("").Provenance
	if made.Version == here.Version && made.Model == here.Model && made.IsOf(l.text) {
		return
	}
	facts := []string{"version " + orDash(made.Version), "model " + orDash(made.Model), "sha256 " + orDash(made.SHA256), fmt.Sprintf("%d bytes", made.Bytes)}
	add := func(holds bool, fact string) {
		if holds {
			facts = append(facts, fact)
		}
	}
	add(made.ReadSHA256 != "", "read "+plain(made.ReadSHA256))
	add(made.Published != "" || made.PublishedBy != "", "published "+orDash(made.Published)+" by "+orDash(string(made.PublishedBy)))
	add(made.Prefer != "", "prefer "+plain(string(made.Prefer)))
	add(made.DayFirst, "day first")
	add(made.Light, "light")
	add(made.Explain, "explained")
	add(made.Names != "", "names "+plain(made.Names))
	l.line("%s", strings.Join(facts, " | "))
}

// stamp lists a stamp of the article by the timestamp that it is.
func (l *listing) stamp(name string, stamp *verbatim.Timestamp) {
	if stamp == nil {
		return
	}
	for n := range l.doc.Timestamps {
		if t := &l.doc.Timestamps[n]; t.Span == stamp.Span && l.timestamp(t) == l.timestamp(stamp) {
			l.line("%s %s %s", name, l.words(stamp.Span), orDash(stamp.Value))
			return
		}
	}
	l.line("%s %s", name, l.timestamp(stamp))
}

func (l *listing) message(m *verbatim.Message) {
	l.section()
	kind := plain(string(m.Form)) + " " + plain(string(m.Mode))
	if m.Stance != verbatim.StanceAsserted {
		kind += " " + plain(string(m.Stance))
	}
	l.line("%s | %s | %s | %s | %v", kind, l.parties(m), orDash(string(m.Channel)), l.sent(m.Sent), m.Confidence)
	var spoken []string
	if m.Source != nil {
		spoken = append(spoken, "source "+l.words(*m.Source))
	}
	if len(m.Cue) > 0 {
		spoken = append(spoken, "cue "+l.eachWords(m.Cue))
	}
	l.details(spoken)
	l.line("   %s %s", at(m.Content...), l.marked(m))
	if m.Text != l.joined(m.Content) {
		l.line("   text %s", plain(m.Text))
	}
	var more []string
	if len(m.URLs) > 0 {
		more = append(more, "urls "+l.addresses(m.URLs))
	}
	if m.Repeats != nil {
		more = append(more, "repeats "+l.messageAt(*m.Repeats))
	}
	l.details(more)
	l.why(m.Why)
}

// why lists what decided the fields of a message, a line a field.
func (l *listing) why(reasons []verbatim.Reason) {
	for n := 0; n < len(reasons); {
		field, parts := reasons[n].Field, []string(nil)
		for ; n < len(reasons) && reasons[n].Field == field; n++ {
			part := plain(string(reasons[n].Kind))
			if span := reasons[n].Span; span != nil {
				part += " " + l.words(*span)
			}
			if message := reasons[n].Message; message != nil {
				part += " of " + l.messageAt(*message)
			}
			parts = append(parts, part)
		}
		l.line("   why %s %s", plain(string(field)), strings.Join(parts, ", "))
	}
}

// addresses gives addresses by their indexes.
func (l *listing) addresses(indexes []int) string {
	list := make([]string, len(indexes))
	for i, n := range indexes {
		list[i] = fmt.Sprintf("u%d", n)
		if n >= 0 && n < len(l.doc.URLs) {
			list[i] = plain(l.doc.URLs[n].Address) + " " + at(l.doc.URLs[n].Span)
		}
	}
	return strings.Join(list, ", ")
}

// messageAt gives a message by the beginning of its content, which no other has.
func (l *listing) messageAt(n int) string {
	if n < 0 || n >= len(l.doc.Messages) || len(l.doc.Messages[n].Content) == 0 {
		return fmt.Sprintf("m%d", n)
	}
	first := l.doc.Messages[n].Content[0]
	for i := range l.doc.Messages {
		if m := &l.doc.Messages[i]; i != n && len(m.Content) > 0 && m.Content[0] == first {
			return fmt.Sprintf("m%d", n)
		}
	}
	return at(first)
}

// timeAt gives a timestamp by its words; no two stand in one place.
func (l *listing) timeAt(n int) string {
	if n < 0 || n >= len(l.doc.Timestamps) {
		return fmt.Sprintf("t%d", n)
	}
	return l.words(l.doc.Timestamps[n].Span)
}

// details writes facts in a line that belongs to the one above.
func (l *listing) details(facts []string) {
	if len(facts) > 0 {
		l.line("   %s", strings.Join(facts, " | "))
	}
}

// parties names who speaks, and to whom if that is known.
func (l *listing) parties(m *verbatim.Message) string {
	if m.Recipient == nil {
		return l.party(m.Speaker)
	}
	return l.party(m.Speaker) + " → " + l.party(m.Recipient)
}

// party gives a name, with the ID where it is not that of the only speaker of
// this name.
func (l *listing) party(p *verbatim.Party) string {
	if p == nil {
		return "-"
	}
	for n := range l.doc.Speakers {
		if (n == p.ID) != (l.doc.Speakers[n].Name == p.Name) {
			return fmt.Sprintf("%s s%d", plain(p.Name), p.ID)
		}
	}
	if p.ID < 0 || p.ID >= len(l.doc.Speakers) {
		return fmt.Sprintf("%s s%d", plain(p.Name), p.ID)
	}
	return plain(p.Name)
}

// sent gives the time of a message, with the interval where it is not that of
// the timestamp.
func (l *listing) sent(sent *verbatim.MessageTime) string {
	if sent == nil {
		return "-"
	}
	value := orDash(sent.Value)
	if sent.Timestamp == nil {
		return value + interval(sent.From, sent.To)
	}
	n := *sent.Timestamp
	told := l.timeAt(n) + " " + value
	if n >= 0 && n < len(l.doc.Timestamps) && sent.From.Equal(l.doc.Timestamps[n].From) && sent.To.Equal(l.doc.Timestamps[n].To) {
		return told
	}
	return told + interval(sent.From, sent.To)
}

// marked gives the words of a content with those of the speaker in ⟨ ⟩.
func (l *listing) marked(m *verbatim.Message) string {
	verbatims := m.Verbatim
	var parts []string
	for _, span := range m.Content {
		var b strings.Builder
		reached := span.Start
		for len(verbatims) > 0 && span.Contains(verbatims[0]) && verbatims[0].Start >= reached {
			own := verbatims[0]
			b.WriteString(plain(l.in(verbatim.Span{Start: reached, End: own.Start})))
			b.WriteString("⟨" + plain(l.in(own)) + "⟩")
			reached, verbatims = own.End, verbatims[1:]
		}
		b.WriteString(plain(l.in(verbatim.Span{Start: reached, End: span.End})))
		parts = append(parts, b.String())
	}
	if len(verbatims) > 0 {
		parts = append(parts, "verbatim outside "+l.eachWords(verbatims))
	}
	return strings.Join(parts, " … ")
}

// joined gives the words of a content as they stand.
func (l *listing) joined(content []verbatim.Span) string {
	parts := make([]string, len(content))
	for i, span := range content {
		parts[i] = l.in(span)
	}
	return strings.Join(parts, " ")
}

func (l *listing) speaker(n int, s *verbatim.Speaker) {
	facts := []string{plain(s.Name)}
	if s.ID != n {
		facts = append(facts, fmt.Sprintf("ID %d", s.ID))
	}
	if s.Kind != "" {
		facts = append(facts, plain(string(s.Kind)))
	}
	if len(s.Titles) > 0 {
		facts = append(facts, "title "+quoted(s.Titles))
	}
	if len(s.Roles) > 0 {
		facts = append(facts, "role "+quoted(s.Roles))
	}
	if len(s.Aliases) > 0 {
		facts = append(facts, "also "+quoted(s.Aliases))
	}
	l.line("%s", strings.Join(facts, " | "))
	if len(s.Mentions) > 0 {
		l.line("   mentions %d: %s", len(s.Mentions), l.eachWords(s.Mentions))
	}
}

func (l *listing) timestamp(t *verbatim.Timestamp) string {
	facts := []string{l.words(t.Span), plain(string(t.Type)) + " " + orDash(t.Value)}
	add := func(holds bool, fact string) {
		if holds {
			facts = append(facts, fact)
		}
	}
	add(t.Modifier != "", "mod "+plain(string(t.Modifier)))
	add(t.Quantifier != "", "quant "+plain(t.Quantifier))
	add(t.Frequency != "", "freq "+plain(t.Frequency))
	add(t.Granularity != "" || !t.From.IsZero() || !t.To.IsZero(), orDash(string(t.Granularity))+interval(t.From, t.To))
	add(t.Other != "", "or "+plain(t.Other))
	add(t.Zoned, "zoned")
	add(t.ZoneAmbiguous, "zone ambiguous")
	add(t.Holiday != "", "holiday "+plain(t.Holiday))
	if a := t.Anchor; a != nil {
		from := "from " + plain(string(a.Source))
		if a.Timestamp != nil {
			from += " " + l.timeAt(*a.Timestamp)
		}
		facts = append(facts, from)
	}
	add(t.Dateline, "dateline")
	return strings.Join(facts, " | ")
}

func (l *listing) url(u *verbatim.URL) {
	facts := []string{l.words(u.Span), plain(u.Address), plain(u.Host) + " " + plain(string(u.Kind))}
	if len(u.Lossy) > 0 {
		lossy := make([]string, len(u.Lossy))
		for i, loss := range u.Lossy {
			lossy[i] = plain(string(loss))
		}
		facts = append(facts, "lost "+strings.Join(lossy, ", "))
	}
	l.line("%s | %v", strings.Join(facts, " | "), u.Confidence)
}

// words gives the words that a span covers, and where they stand.
func (l *listing) words(s verbatim.Span) string {
	return "«" + plain(l.in(s)) + "» " + at(s)
}

func (l *listing) eachWords(spans []verbatim.Span) string {
	list := make([]string, len(spans))
	for i, s := range spans {
		list[i] = l.words(s)
	}
	return strings.Join(list, ", ")
}

// in is Span.In for spans that may lie outside the text.
func (l *listing) in(s verbatim.Span) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(l.text) {
		return "?"
	}
	return s.In(l.text)
}

// at gives byte offsets.
func at(spans ...verbatim.Span) string {
	list := make([]string, len(spans))
	for i, s := range spans {
		list[i] = fmt.Sprintf("@%d-%d", s.Start, s.End)
	}
	return strings.Join(list, " ")
}

// interval gives two times, the second exclusive; days without their midnight.
func interval(from, to time.Time) string {
	if from.IsZero() && to.IsZero() {
		return ""
	}
	return " " + instant(from) + ".." + instant(to)
}

func instant(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return strings.TrimSuffix(t.Format(time.RFC3339Nano), "T00:00:00Z")
}

func quoted(list []string) string {
	marked := make([]string, len(list))
	for i, value := range list {
		marked[i] = "«" + plain(value) + "»"
	}
	return strings.Join(marked, ", ")
}

// orDash gives a value, or a dash for none.
func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return plain(s)
}

// plain keeps a value on its line: what would break it, or cannot be seen, is
// written as in Go.
func plain(s string) string {
	quoted := strconv.QuoteToGraphic(s)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}

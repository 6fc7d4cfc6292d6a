package verbatim

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A ValidationError tells what is wrong in a document, and where.
type ValidationError struct {
	// Path leads to the fault in the words of the record, such as
	// "messages[3].content[0]".
	Path string
	// Problem says what is wrong there, such as "ends after the text".
	Problem string
}

// Error returns path and problem in a line.
func (e *ValidationError) Error() string { return "verbatim: " + e.Path + " " + e.Problem }

// Validate returns a [*ValidationError] for the first thing that keeps d from
// being a document of text, or nil. It holds for every document that this
// package makes, and is there for those that come from elsewhere: from a file,
// from another version, or after a change.
//
//   - Spans lie in the text, on rune boundaries, and are not empty.
//   - Lists are in the order that their fields promise.
//   - Every index and ID leads to something, and Repeats never in a circle.
//   - Verbatim lies within Content, and neither Source nor Cue shares a byte
//     with Verbatim. No indirect quote has Verbatim, every other one has.
//   - Words of the vocabularies are known ones.
//   - Chances are between 0 and 1, intervals do not end before they begin.
//   - Names are not empty and hold no control characters; hosts have no capitals.
//   - The Provenance, if there is one, has digests, a day and words that are such.
//
// That text is the one that was read is asked by [Provenance.IsOf]: spans may
// have been led to another text since.
func (d *Document) Validate(text string) error {
	v := validator{text: text, document: d}
	v.provenance()
	v.stamp(d.Published, "published")
	v.stamp(d.Updated, "updated")
	v.furniture()
	for n := range d.Messages {
		v.message(n)
	}
	for n := range d.Speakers {
		v.speaker(n)
	}
	v.times()
	v.urls()
	if v.fault == nil {
		return nil // not a nil pointer in an interface
	}
	return v.fault
}

// A validator keeps the first fault found.
type validator struct {
	text     string
	document *Document
	fault    *ValidationError
	walks    []int // for each message 1 + the first that led to it by its repeats, or 0
}

// check notes the problem if it is the first and ok is false. Every [] in path
// stands for one index.
func (v *validator) check(ok bool, problem, path string, index ...int) {
	if !ok && v.fault == nil {
		for _, n := range index {
			path = strings.Replace(path, "[]", "["+strconv.Itoa(n)+"]", 1)
		}
		v.fault = &ValidationError{Path: path, Problem: problem}
	}
}

// provenance checks what made the document, unless it does not tell.
func (v *validator) provenance() {
	p := &v.document.Provenance
	if *p == (Provenance{}) {
		return
	}
	v.check(p.Version != "", "is empty", "provenance.version")
	v.check(p.Model == "" || isSHA256(p.Model), "is no SHA-256", "provenance.model")
	v.check(p.Model == "" || !p.Light, "is there though a light reading asks no tagger", "provenance.model")
	v.check(isSHA256(p.SHA256), "is no SHA-256", "provenance.sha256")
	v.check(p.Bytes >= 0, "is negative", "provenance.bytes")
	v.check(p.ReadSHA256 == "" || isSHA256(p.ReadSHA256), "is no SHA-256", "provenance.readSha256")
	_, err := time.Parse(time.DateOnly, p.Published)
	v.check(p.Published == "" || err == nil, "is no day", "provenance.published")
	v.check(p.PublishedBy == "" || p.PublishedBy.Valid(), "is no source of a day", "provenance.publishedBy")
	v.check((p.Published == "") == (p.PublishedBy == ""), "does not go with published", "provenance.publishedBy")
	v.check(p.Prefer == "" || p.Prefer.Valid(), "is no direction", "provenance.prefer")
	v.check(p.Names == "" || isSHA256(p.Names), "is no SHA-256", "provenance.names")
}

// isSHA256 reports whether s is one in hexadecimal, in small letters.
func isSHA256(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

func (v *validator) stamp(t *Timestamp, path string) {
	if t != nil {
		v.span(t.Span, path)
		v.timestamp(t, path)
	}
}

func (v *validator) furniture() {
	d := v.document
	for n, a := range d.Byline {
		v.span(a.Span, "byline[]", n)
		v.name(a.Name, "byline[].name", n)
	}
	for n, f := range d.Furniture {
		v.span(f.Span, "furniture[]", n)
		v.check(f.Kind.Valid(), "is no kind of furniture", "furniture[].kind", n)
		v.check(n == 0 || d.Furniture[n-1].End <= f.Start, "begins before the piece before it ends", "furniture[]", n)
	}
}

func (v *validator) message(n int) {
	d, m := v.document, &v.document.Messages[n]
	v.check(m.Form.Valid(), "is no form", "messages[].form", n)
	v.check(m.Mode.Valid(), "is no mode", "messages[].mode", n)
	v.check(m.Stance.Valid(), "is no stance", "messages[].stance", n)
	v.check(m.Channel == "" || m.Channel.Valid(), "is no channel", "messages[].channel", n)
	v.chance(m.Confidence, "messages[].confidence", n)
	v.check(len(m.Content) > 0, "is empty", "messages[].content", n)
	v.spans(m.Content, "messages[].content", n)
	v.spans(m.Verbatim, "messages[].verbatim", n)
	v.spans(m.Cue, "messages[].cue", n)
	if m.Source != nil {
		v.span(*m.Source, "messages[].source", n)
	}
	v.quote(n, &m.Quote)
	v.party(m.Speaker, "messages[].speaker", n)
	v.party(m.Recipient, "messages[].recipient", n)
	v.check(m.Speaker == nil || m.Recipient == nil || m.Speaker.ID != m.Recipient.ID, "is the speaker too", "messages[].recipient", n)
	v.sent(m.Sent, n)
	for k, url := range m.URLs {
		v.check(0 <= url && url < len(d.URLs), "leads to no address", "messages[].urls[]", n, k)
		v.check(k == 0 || m.URLs[k-1] < url, "is out of order or given twice", "messages[].urls[]", n, k)
	}
	v.why(n)
	v.repeats(n)
	if n > 0 && v.fault == nil && len(d.Messages[n-1].Content) > 0 {
		v.check(d.Messages[n-1].Content[0].Start <= m.Content[0].Start, "begins before the message before it", "messages[]", n)
	}
}

// quote checks what binds the spans of a quote to each other.
func (v *validator) quote(n int, q *Quote) {
	v.check((q.Form == FormIndirect) == (len(q.Verbatim) == 0), "does not go with the form", "messages[].verbatim", n)
	content, cue := q.Content, q.Cue // what does not end before the part at hand
	for k, own := range q.Verbatim {
		content, cue = from(content, own), from(cue, own)
		v.check(len(content) > 0 && content[0].Contains(own), "is not within the content", "messages[].verbatim[]", n, k)
		v.check(q.Source == nil || !q.Source.Overlaps(own), "shares words with the source", "messages[].verbatim[]", n, k)
		v.check(len(cue) == 0 || !cue[0].Overlaps(own), "shares words with the cue", "messages[].verbatim[]", n, k)
	}
}

// from leaves out the spans, which are in order, that end before s.
func from(spans []Span, s Span) []Span {
	for len(spans) > 0 && spans[0].End <= s.Start {
		spans = spans[1:]
	}
	return spans
}

// sent checks the time of message n.
func (v *validator) sent(sent *MessageTime, n int) {
	if sent == nil {
		return
	}
	v.check(sent.Value != "", "is empty", "messages[].sent.value", n)
	v.check(!sent.To.Before(sent.From), "is before from", "messages[].sent.to", n)
	if k := sent.Timestamp; k != nil {
		v.check(0 <= *k && *k < len(v.document.Timestamps), "leads to no timestamp", "messages[].sent.timestamp", n)
	}
}

// why checks the reasons of message n.
func (v *validator) why(n int) {
	for k, r := range v.document.Messages[n].Why {
		v.check(r.Field.Valid(), "is no field", "messages[].why[].field", n, k)
		v.check(r.Kind.Valid(), "is no kind of reason", "messages[].why[].kind", n, k)
		if r.Span != nil {
			v.span(*r.Span, "messages[].why[].span", n, k)
		}
		if m := r.Message; m != nil {
			v.check(0 <= *m && *m < len(v.document.Messages) && *m != n, "leads to no other message", "messages[].why[].message", n, k)
		}
	}
}

// repeats checks that message n leads by its repeats to one that repeats none.
// Where another led there before, the rest of the way is known.
func (v *validator) repeats(n int) {
	messages := v.document.Messages
	if v.walks == nil {
		v.walks = make([]int, len(messages))
	}
	for at := n; v.walks[at] == 0; {
		v.walks[at] = n + 1
		next := messages[at].Repeats
		switch {
		case next == nil:
			return
		case *next < 0 || *next >= len(messages):
			v.check(false, "leads to no message", "messages[].repeats", n)
			return
		case v.walks[*next] == n+1:
			v.check(false, "leads in a circle", "messages[].repeats", n)
			return
		}
		at = *next
	}
}

func (v *validator) party(p *Party, path string, n int) {
	if p == nil {
		return
	}
	known := 0 <= p.ID && p.ID < len(v.document.Speakers)
	v.check(known, "leads to no speaker", path+".id", n)
	v.check(!known || p.Name == v.document.Speakers[p.ID].Name, "is not the speaker's", path+".name", n)
}

func (v *validator) speaker(n int) {
	s := &v.document.Speakers[n]
	v.check(s.ID == n, "is not the index", "speakers[].id", n)
	v.name(s.Name, "speakers[].name", n)
	v.check(s.Kind == "" || s.Kind.Valid(), "is no kind of speaker", "speakers[].kind", n)
	for k, title := range s.Titles {
		v.name(title, "speakers[].titles[]", n, k)
	}
	for k, role := range s.Roles {
		v.name(role, "speakers[].roles[]", n, k)
	}
	for k, alias := range s.Aliases {
		v.name(alias, "speakers[].aliases[]", n, k)
		v.check(alias != s.Name, "is the name", "speakers[].aliases[]", n, k)
	}
	v.check(len(s.Mentions) > 0, "is empty", "speakers[].mentions", n)
	for k, mention := range s.Mentions {
		v.span(mention, "speakers[].mentions[]", n, k)
		if k > 0 {
			before := s.Mentions[k-1]
			v.check(cmp.Or(cmp.Compare(before.Start, mention.Start), cmp.Compare(before.End, mention.End)) < 0, "is out of order or given twice", "speakers[].mentions[]", n, k)
		}
	}
}

func (v *validator) times() {
	d := v.document
	for n := range d.Timestamps {
		t := &d.Timestamps[n]
		v.span(t.Span, "timestamps[]", n)
		v.check(n == 0 || d.Timestamps[n-1].End <= t.Start, "begins before the one before it ends", "timestamps[]", n)
		v.timestamp(t, "timestamps[]", n)
	}
}

func (v *validator) timestamp(t *Timestamp, path string, index ...int) {
	v.check(t.Type.Valid(), "is no type", path+".type", index...)
	v.check(t.Modifier == "" || t.Modifier.Valid(), "is no modifier", path+".modifier", index...)
	v.check(t.Granularity == "" || t.Granularity.Valid(), "is no granularity", path+".granularity", index...)
	v.check(t.Other == "" || t.Other != t.Value, "is the value", path+".other", index...)
	v.check(!t.To.Before(t.From), "is before from", path+".to", index...)
	if t.Anchor == nil {
		return
	}
	v.check(t.Anchor.Source.Valid(), "is no source of an anchor", path+".anchor.source", index...)
	k := t.Anchor.Timestamp
	v.check((k != nil) == (t.Anchor.Source == AnchorTimestamp), "does not go with the source", path+".anchor.timestamp", index...)
	v.check(k == nil || 0 <= *k && *k < len(v.document.Timestamps), "leads to no timestamp", path+".anchor.timestamp", index...)
}

func (v *validator) urls() {
	d := v.document
	for n, u := range d.URLs {
		v.span(u.Span, "urls[]", n)
		v.check(n == 0 || d.URLs[n-1].End <= u.Start, "begins before the one before it ends", "urls[]", n)
		v.check(u.Address != "", "is empty", "urls[].url", n)
		v.check(u.Host == strings.ToLower(u.Host), "has capitals", "urls[].host", n)
		v.check(u.Kind.Valid(), "is no kind of address", "urls[].kind", n)
		for k, loss := range u.Lossy {
			v.check(loss.Valid(), "is no loss", "urls[].lossy[]", n, k)
		}
		v.chance(u.Confidence, "urls[].confidence", n)
	}
}

// span checks one span of the text.
func (v *validator) span(s Span, path string, index ...int) {
	switch {
	case v.fault != nil:
	case s.Start < 0:
		v.check(false, "begins before the text", path, index...)
	case s.End > len(v.text):
		v.check(false, "ends after the text", path, index...)
	case s.Start >= s.End:
		v.check(false, "is empty", path, index...)
	case !v.isBoundary(s.Start) || !v.isBoundary(s.End):
		v.check(false, "cuts a character", path, index...)
	}
}

// isBoundary reports whether byte at does not lie within a character.
func (v *validator) isBoundary(at int) bool {
	if at == len(v.text) || utf8.RuneStart(v.text[at]) {
		return true
	}
	// A stray byte that goes on with no character is one by itself.
	for back := 1; back < utf8.UTFMax && back <= at; back++ {
		if utf8.RuneStart(v.text[at-back]) {
			_, size := utf8.DecodeRuneInString(v.text[at-back:])
			return size <= back
		}
	}
	return true
}

// spans checks spans that come in order without sharing a byte.
func (v *validator) spans(spans []Span, path string, n int) {
	for k, s := range spans {
		v.span(s, path+"[]", n, k)
		v.check(k == 0 || spans[k-1].End <= s.Start, "begins before the one before it ends", path+"[]", n, k)
	}
}

func (v *validator) chance(c float64, path string, n int) {
	v.check(c >= 0 && c <= 1, "is not between 0 and 1", path, n)
}

func (v *validator) name(name, path string, index ...int) {
	v.check(name != "", "is empty", path, index...)
	v.check(!strings.ContainsFunc(name, unicode.IsControl), "holds a control character", path, index...)
}

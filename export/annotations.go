package export

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// contextRunes is how many characters a TextQuoteSelector has before and after
// its words, so that they can be found again in a text that has changed.
const contextRunes = 32

// The objects of the Web Annotation Data Model (W3C Recommendation of 23 February
// 2017).
type (
	webAnnotation struct {
		Context    string             `json:"@context"`
		ID         string             `json:"id"`
		Type       string             `json:"type"`
		Motivation string             `json:"motivation"`
		Body       []annotationBody   `json:"body"`
		Target     []annotationTarget `json:"target"`
	}

	// annotationBody is a TextualBody, or a SpecificResource that leads to another
	// annotation.
	annotationBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value,omitzero"`
		Source  string `json:"source,omitzero"`
	}

	annotationTarget struct {
		Source   annotationSource `json:"source"`
		Selector []any            `json:"selector"`
	}

	annotationSource struct {
		ID         string `json:"id"`
		Type       string `json:"type"`
		Format     string `json:"format"`
		Identifier string `json:"dc:identifier,omitzero"`
	}

	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}

	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix"`
		Suffix string `json:"suffix"`
	}
)

// annotationsRecord makes an annotation for each message, each source and cue,
// each mention of a speaker, each time and each address.
func annotationsRecord(a *article) ([]byte, error) {
	names := newNamer(a)
	x := annotator{
		article: a, names: names,
		source: annotationSource{ID: names.source(a.ID), Type: "Text", Format: "text/plain", Identifier: a.ID},
	}
	for n := range a.Messages {
		x.message(n)
	}
	for n := range a.Speakers {
		x.speaker(n)
	}
	for n := range a.Timestamps {
		t := &a.Timestamps[n]
		x.add("timestamp", n, "identifying", []verbatim.Span{t.Span}, tag("timestamp"), tag(string(t.Type)), identified(t.Value))
	}
	for n := range a.URLs {
		u := &a.URLs[n]
		bodies := []annotationBody{tag("address"), identified(u.Address)}
		for _, loss := range u.Lossy {
			bodies = append(bodies, tag("lost:"+string(loss)))
		}
		x.add("address", n, "identifying", []verbatim.Span{u.Span}, bodies...)
	}
	return x.out.Bytes(), x.err
}

// An annotator writes the annotations of one article.
type annotator struct {
	*article
	names  *namer
	source annotationSource
	out    bytes.Buffer
	err    error
}

// tag, described and identified are the textual bodies.
func tag(value string) annotationBody {
	return annotationBody{Type: "TextualBody", Purpose: "tagging", Value: value}
}

func described(value string) annotationBody {
	return annotationBody{Type: "TextualBody", Purpose: "describing", Value: value}
}

func identified(value string) annotationBody {
	return annotationBody{Type: "TextualBody", Purpose: "identifying", Value: value}
}

// linkedTo leads to another annotation.
func linkedTo(id string) annotationBody {
	return annotationBody{Type: "SpecificResource", Purpose: "linking", Source: id}
}

func (x *annotator) message(n int) {
	m := &x.Messages[n]
	bodies := []annotationBody{
		tag("message"), tag("stance:" + m.Stance.String()), tag("form:" + string(m.Form)), tag("mode:" + string(m.Mode)),
		tag("confidence:" + chance(m.Confidence)), described(headingOf(m) + ": " + m.Text),
	}
	if m.Channel != "" {
		bodies = append(bodies, tag("channel:"+string(m.Channel)))
	}
	if m.Sent != nil && m.Sent.Timestamp != nil {
		bodies = append(bodies, linkedTo(x.names.urn("timestamp", *m.Sent.Timestamp)))
	}
	for _, url := range m.URLs {
		bodies = append(bodies, linkedTo(x.names.urn("address", url)))
	}
	if m.Repeats != nil {
		bodies = append(bodies, tag("repeats"), linkedTo(x.names.urn("message", *m.Repeats)))
	}
	x.add("message", n, "describing", m.Content, bodies...)
	if m.Source != nil {
		x.add("source", n, "identifying", []verbatim.Span{*m.Source}, tag("source"), identified(nameOf(m.Speaker)), linkedTo(x.names.urn("message", n)))
	}
	x.add("cue", n, "tagging", m.Cue, tag("cue"), linkedTo(x.names.urn("message", n)))
}

func (x *annotator) speaker(n int) {
	s := &x.Speakers[n]
	kind := s.Kind
	if kind == "" {
		kind = "unknown"
	}
	x.add("speaker", n, "identifying", s.Mentions, tag("speaker"), tag("kind:"+string(kind)), identified(s.Name), tag("speaker:"+strconv.Itoa(n)))
}

// add writes an annotation, if it has a target; a body without a value is left out.
func (x *annotator) add(part string, index int, motivation string, spans []verbatim.Span, bodies ...annotationBody) {
	if len(spans) == 0 || x.err != nil {
		return
	}
	made := webAnnotation{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: x.names.urn(part, index), Type: "Annotation", Motivation: motivation,
	}
	for _, body := range bodies {
		if body.Value != "" || body.Source != "" {
			made.Body = append(made.Body, body)
		}
	}
	for _, s := range spans {
		made.Target = append(made.Target, annotationTarget{x.source, x.selectors(s)})
	}
	written, err := linked(made)
	if x.out.Len() > 0 {
		x.out.WriteByte(',')
	}
	x.out.WriteByte('\n')
	x.out.Write(bytes.TrimRight(written, "\n"))
	x.err = err
}

// selectors say twice where a span stands, for readers of either kind.
func (x *annotator) selectors(s verbatim.Span) []any {
	runes := x.count(s)
	return []any{
		positionSelector{"TextPositionSelector", runes.Start, runes.End},
		quoteSelector{"TextQuoteSelector", s.In(x.text), lastRunes(x.text[:s.Start], contextRunes), firstRunes(x.text[s.End:], contextRunes)},
	}
}

// lastRunes and firstRunes return the n characters at the end and the beginning
// of text.
func lastRunes(text string, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

func firstRunes(text string, n int) string {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return text[:at]
}

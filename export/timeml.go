package export

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

const (
	timemlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">` + "\n"
	timemlNone = timemlHead + "<TEXT></TEXT>\n</TimeML>\n"
)

// timemlRecord makes a TimeML document in the layout of TempEval-3: DOCID, the
// time of publication as DCT, and the text with a TIMEX3 around each time. The
// attributes are those of TimeML 1.2.1, "2.3 TIMEX3".
func timemlRecord(a *article) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(timemlHead)
	if a.ID != "" {
		b.WriteString("<DOCID>" + xmlText(Visible(a.ID)) + "</DOCID>\n")
	}
	if p := a.Published; p != nil {
		b.WriteString("<DCT>" + a.timex3(p, "t0", ` functionInDocument="CREATION_TIME"`) + xmlText(Visible(p.In(a.text))) + "</TIMEX3></DCT>\n")
	}
	b.WriteString("<TEXT>")
	reached := 0
	for n := range a.Timestamps {
		t := &a.Timestamps[n]
		if t.Start < reached { // of a document that is not in order
			continue
		}
		b.WriteString(xmlText(a.text[reached:t.Start]) + a.timex3(t, fmt.Sprintf("t%d", n+1), "") + xmlText(t.In(a.text)) + "</TIMEX3>")
		reached = t.End
	}
	b.WriteString(xmlText(a.text[reached:]) + "</TEXT>\n</TimeML>\n")
	return b.Bytes(), nil
}

// timex3 opens a TIMEX3 element. The DCT is t0, and timestamp n is t(n+1).
func (a *article) timex3(t *verbatim.Timestamp, id, function string) string {
	var b strings.Builder
	add := func(name, value string) {
		if value != "" {
			b.WriteString(" " + name + `="` + strings.ReplaceAll(xmlText(Visible(value)), `"`, "&quot;") + `"`)
		}
	}
	b.WriteString("<TIMEX3")
	add("tid", id)
	add("type", string(t.Type))
	add("value", timemlValue(t))
	add("mod", string(t.Modifier))
	add("quant", t.Quantifier)
	add("freq", t.Frequency)
	b.WriteString(function)
	if t.Anchor != nil && id != "t0" {
		add("temporalFunction", "true")
		switch {
		case t.Anchor.Timestamp != nil:
			add("anchorTimeID", fmt.Sprintf("t%d", *t.Anchor.Timestamp+1))
		case a.Published != nil:
			add("anchorTimeID", "t0")
		}
	}
	if t.Other != "" {
		add("comment", "or "+t.Other)
	}
	b.WriteByte('>')
	return b.String()
}

// timemlValue is the value of a TIMEX3, which must have one, also where the text
// does not fix it.
func timemlValue(t *verbatim.Timestamp) string {
	switch {
	case t.Value != "":
		return t.Value
	case t.Type == verbatim.TimestampTime:
		return "XXXX-XX-XXTXX:XX"
	case t.Type == verbatim.TimestampDuration, t.Type == verbatim.TimestampSet:
		return "PXX"
	}
	return "XXXX-XX-XX"
}

// xmlText escapes text for the content of an XML 1.0 element. What XML has no
// place for, and what is no UTF-8, is U+FFFD; a carriage return, which a reader of
// XML would change, is a reference.
func xmlText(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '\r':
			b.WriteString("&#13;")
		case r == '\n', r == '\t':
			b.WriteRune(r)
		case isActive(r), r == 0xFFFE, r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// timemlArchive is the record of TimeMLZip.
func timemlArchive(a *article) ([]byte, error) {
	content, err := timemlRecord(a)
	if err != nil {
		return nil, err
	}
	return archived(a.ID, archiveFile{".tml", content})
}

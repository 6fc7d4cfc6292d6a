package export

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// bratRecord makes the annotations of a text as the PolNeAR corpus has them
// (Newell et al. 2018), in the standoff format of brat 1.3: text-bound lines for
// Source, Cue and Content, and an event Attribution that joins them. It uses
// lines of the kinds T, E and # alone: the reader of PolNeAR, brat-reader, gives
// up on any other, on attributes and relations too. What they cannot hold stands in a
// note, as JSON.
func bratRecord(a *article) ([]byte, error) {
	w := bratWriter{article: a}
	for n := range a.Messages {
		w.message(n)
	}
	for n := range a.Speakers {
		s := &a.Speakers[n]
		for _, mention := range s.Mentions {
			w.note(w.bound("Speaker", mention), speakerNoteOf(s, n))
		}
	}
	for n := range a.Timestamps {
		t := &a.Timestamps[n]
		w.note(w.bound("Timestamp", t.Span), timeNoteOf(t, n))
	}
	for n := range a.URLs {
		u := &a.URLs[n]
		w.note(w.bound("Address", u.Span), addressNoteOf(u, n))
	}
	return w.out.Bytes(), w.err
}

// bratFiles are the configuration of brat for the folder of the files, without
// which it shows none of them.
var bratFiles = []archiveFile{{"annotation.conf", bratConfiguration()}}

func bratConfiguration() []byte {
	var b bytes.Buffer
	b.WriteString("[entities]\nSource\nCue\nContent\nVerbatim\nSpeaker\nTimestamp\nAddress\n\n[relations]\n\n[events]\n")
	for _, stance := range []verbatim.Stance{
		verbatim.StanceAsserted, verbatim.StanceDenied, verbatim.StanceAsked, verbatim.StanceRequested,
		verbatim.StancePromised, verbatim.StanceConditional, verbatim.StanceWithheld,
	} {
		b.WriteString(bratEvent(stance, true) + " Content:Content, Cue?:Cue, Source:Source, Verbatim?:Verbatim\n")
		b.WriteString(bratEvent(stance, false) + " Content:Content, Cue?:Cue, Verbatim?:Verbatim\n")
	}
	b.WriteString("\n[attributes]\n")
	return b.Bytes()
}

// bratEvent is the type of an attribution. It says what a reader must not miss: as
// PolNeAR calls one without a source Attribution-no-source, one that denies is
// called Attribution-denied.
func bratEvent(stance verbatim.Stance, sourced bool) string {
	kind := "Attribution"
	if !sourced {
		kind += "-no-source"
	}
	if stance != verbatim.StanceAsserted {
		kind += "-" + bratType(stance)
	}
	return kind
}

// A bratWriter writes the annotations of one article.
type bratWriter struct {
	*article
	out                   bytes.Buffer
	spans, events, remark int
	err                   error
}

// message writes one attribution.
func (w *bratWriter) message(n int) {
	m := &w.Messages[n]
	kind, anchor := bratEvent(m.Stance, m.Source != nil), m.Cue
	roles := " Content:" + w.bound("Content", m.Content...)
	if len(m.Cue) > 0 {
		roles += " Cue:" + w.bound("Cue", m.Cue...)
	} else {
		anchor = m.Content
	}
	if m.Source != nil {
		roles += " Source:" + w.bound("Source", *m.Source)
	}
	if len(m.Verbatim) > 0 {
		roles += " Verbatim:" + w.bound("Verbatim", m.Verbatim...)
	}
	trigger := w.bound(kind, anchor...)
	w.events++
	fmt.Fprintf(&w.out, "E%d\t%s:%s%s\n", w.events, kind, trigger, roles)
	w.note(fmt.Sprintf("E%d", w.events), messageNoteOf(m, n))
}

// bratType makes a word of a vocabulary part of the name of a type, for which
// brat takes ASCII letters, digits, - and _.
func bratType[T ~string](word T) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_') {
			return r
		}
		return '-'
	}, string(word))
}

// bound writes a text-bound line and returns its name. brat wants a piece to end
// where the line ends: one that goes on is written as several.
func (w *bratWriter) bound(kind string, spans ...verbatim.Span) string {
	w.spans++
	var ranges, pieces []string
	for _, s := range spans {
		for _, piece := range linesOf(w.text, s) {
			runes := w.count(piece)
			ranges = append(ranges, fmt.Sprintf("%d %d", runes.Start, runes.End))
			pieces = append(pieces, bratText(piece.In(w.text)))
		}
	}
	if len(ranges) == 0 { // of a document with empty spans
		ranges = []string{"0 0"}
	}
	name := fmt.Sprintf("T%d", w.spans)
	fmt.Fprintf(&w.out, "%s\t%s %s\t%s\n", name, kind, strings.Join(ranges, ";"), strings.Join(pieces, " "))
	return name
}

// note writes a note about the annotation of that name.
func (w *bratWriter) note(name string, value any) {
	content, err := encoded(value, "")
	if err != nil {
		w.err = err
	}
	w.remark++
	fmt.Fprintf(&w.out, "#%d\tAnnotatorNotes %s\t%s\n", w.remark, name, bytes.TrimRight(content, "\n"))
}

// linesOf cuts a span at line breaks, which are in no piece.
func linesOf(text string, s verbatim.Span) []verbatim.Span {
	var lines []verbatim.Span
	start := s.Start
	for at := s.Start; at <= s.End; at++ {
		if at < s.End && text[at] != '\n' && text[at] != '\r' {
			continue
		}
		if start < at {
			lines = append(lines, verbatim.Span{Start: start, End: at})
		}
		start = at + 1
	}
	return lines
}

// bratText is a text as brat's readers can have it, with as many characters, so
// that all offsets hold: a carriage return, which Python would take away, is a
// space before a line feed and else a line feed, a tab is a space; what a
// terminal would act on is U+FFFD, and so is each invalid byte.
func bratText(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for at, r := range text {
		switch {
		case r == '\r' && strings.HasPrefix(text[at+1:], "\n"), r == '\t':
			r = ' '
		case r == '\r':
			r = '\n'
		case r != '\n' && isActive(r):
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}

// bratArchive is the record of BratZip: the text as brat can have it, and its
// annotations.
func bratArchive(a *article) ([]byte, error) {
	annotations, err := bratRecord(a)
	if err != nil {
		return nil, err
	}
	return archived(a.ID, archiveFile{".txt", []byte(bratText(a.text))}, archiveFile{".ann", annotations})
}

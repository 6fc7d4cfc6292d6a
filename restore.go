package verbatim

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// A restorer makes words readable.
type restorer struct {
	*article
	urls  []URL
	clock []Span // the expressions that tell a time of day to the minute, in order

	dotted bool // the article writes "Mr." rather than "Mr"
}

// newRestorer returns the restorer of an article with its addresses and times.
func newRestorer(a *article, urls []URL, timestamps []Timestamp) restorer {
	r := restorer{article: a, urls: urls}
	if a.marked {
		return r
	}
	r.dotted = a.dotsAbbreviations()
	for _, t := range timestamps {
		if _, clock, timed := strings.Cut(t.Value, "T"); timed && strings.Contains(clock, ":") {
			r.clock = append(r.clock, t.Span)
		}
	}
	return r
}

// readable returns the words of ranges as a reader expects them: as they stand
// where the text has marks and capitals, else with apostrophes, capitals, marks
// and addresses put back. Words and their order never change. own says that the
// words are the speaker's own.
func (r restorer) readable(ranges []words, own bool) string {
	var b strings.Builder
	spans := r.contentSpans(ranges)
	newSentence := true
	for n, w := range ranges {
		if n > 0 {
			b.WriteByte(' ')
		}
		next := len(r.tokens)
		if n+1 < len(ranges) {
			next = ranges[n+1].first
		}
		if r.marked && r.cased {
			r.writeAsWritten(&b, spans[n])
		} else {
			r.writeRestored(&b, w, newSentence)
		}
		if r.marked {
			r.writeEndMark(&b, spans[n].End, own, next)
			newSentence = next < len(r.tokens) && r.starts[next]
		} else {
			newSentence = r.writeRestoredEnd(&b, w.last-1, next)
		}
	}
	return b.String()
}

// writeAsWritten writes the text of a span with its white space folded.
func (r restorer) writeAsWritten(b *strings.Builder, span Span) {
	for i, field := range strings.Fields(span.In(r.text)) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(field)
	}
}

// writeEndMark writes the mark at byte end if it belongs to the words: what ends
// a sentence of the speaker's own, or parts two pieces of one content, the
// second of which begins at token next. The comma before a cue stands for the
// full stop of a sentence that the cue cut off from its end.
func (r restorer) writeEndMark(b *strings.Builder, end int, own bool, next int) {
	rest := r.text[end:]
	if rest == "" {
		return
	}
	last := next == len(r.tokens)
	switch mark := rest[0]; mark {
	case '.', '!', '?':
		if own || !last {
			b.WriteByte(mark)
		}
	case ',':
		switch {
		case last:
		case r.starts[next] && r.tokens[next].shape != shapeLower:
			b.WriteByte('.')
		default:
			b.WriteByte(mark)
		}
	}
}

// writeRestored writes words that have lost marks or capitals with those that
// common usage and the tagger tell. Letters and digits are never changed, so
// that flattening gives the same words back. newSentence says that the first
// word begins one.
func (r restorer) writeRestored(b *strings.Builder, w words, newSentence bool) {
	for i := w.first; i < w.last; i++ {
		if i > w.first {
			newSentence = r.writeJoint(b, i)
		}
		if address, next := r.addressAt(i, w.last); next > i {
			b.WriteString(address)
			i = next - 1
			continue
		}
		b.WriteString(r.readableWord(i, newSentence))
	}
}

// writeJoint writes what stands between token i and the one before, and reports
// whether a sentence begins there.
func (r restorer) writeJoint(b *strings.Builder, i int) (newSentence bool) {
	before, t := r.tokens[i-1], r.tokens[i]
	if !r.hasPlainGap(i) {
		writeFolded(b, r.text[before.end:t.start]) // marks that are left, or a script without spaces
		return r.starts[i]
	}
	joint := r.jointAfter(i - 1)
	b.WriteString(joint.mark)
	if !joint.joins {
		b.WriteByte(' ')
	}
	return joint.ends
}

// writeFolded writes text with every run of white space as one space.
func writeFolded(b *strings.Builder, text string) {
	inSpace := false
	for _, c := range text {
		space := unicode.IsSpace(c)
		switch {
		case !space:
			b.WriteRune(c)
		case !inSpace:
			b.WriteByte(' ')
		}
		inSpace = space
	}
}

// writeRestoredEnd writes the mark after the last token of a piece of the words,
// the next of which begins at token next, and reports whether a sentence ends
// there. The last piece keeps no mark but that of an abbreviation.
func (r restorer) writeRestoredEnd(b *strings.Builder, i, next int) (ends bool) {
	if i+1 < len(r.tokens) && !r.hasPlainGap(i+1) {
		return false
	}
	joint := r.jointAfter(i)
	if joint.joins || next == len(r.tokens) && !joint.abbreviates {
		return false
	}
	b.WriteString(joint.mark)
	return joint.ends
}

// addressAt returns the address that begins at token i and ends before last,
// and the token after it; i itself if there is none.
func (r restorer) addressAt(i, last int) (address string, next int) {
	if r.marked || len(r.urls) == 0 {
		return "", i
	}
	k, _ := slices.BinarySearchFunc(r.urls, r.tokens[i].start, func(u URL, at int) int { return cmp.Compare(u.Start, at) })
	if k == len(r.urls) || r.urls[k].Start != r.tokens[i].start {
		return "", i
	}
	for next = i; next < last && r.tokens[next].end <= r.urls[k].End; next++ {
	}
	if next == i || r.tokens[next-1].end != r.urls[k].End {
		return "", i // cut off by the end of the content
	}
	// A host's dots may be words of the text: "example dot com".
	address = r.urls[k].URL
	given, _ := Flatten(r.text[r.tokens[i].start:r.tokens[next-1].end])
	if written, _ := Flatten(address); written != given {
		return "", i
	}
	return address, next
}

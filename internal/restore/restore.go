package restore

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Restorer makes the words of one article readable.
type Restorer struct{ of restorer }

// New returns the restorer of an article with its addresses and times.
func New(a *article.Article, addresses []address.Address, times []timex.Timestamp) Restorer {
	r := Restorer{restorer{Article: a, addresses: addresses, shouted: isShouted(a)}}
	if a.Marked {
		return r
	}
	r.of.dotted = dotsAbbreviations(a)
	for _, t := range times {
		if _, clock, timed := strings.Cut(t.Value, "T"); timed && strings.Contains(clock, ":") {
			r.of.clocks = append(r.of.clocks, t.Span)
		}
	}
	return r
}

// Text returns the words of ranges as a reader expects them: as they stand where
// the text has marks and capitals, else with apostrophes, capitals, marks and
// addresses put back. own says that the words are the speaker's own.
func (r *Restorer) Text(ranges []token.Range, own bool) string { return r.of.text(ranges, own) }

// A restorer is an article with what its words are restored by.
type restorer struct {
	*article.Article
	addresses []address.Address
	clocks    []token.Span // the expressions that tell a time of day to the minute, in order
	dotted    bool         // the article writes "Mr." rather than "Mr"
	shouted   bool         // the article is written in capitals only
}

// text writes the ranges one by one.
func (r *restorer) text(ranges []token.Range, own bool) string {
	var b strings.Builder
	newSentence := true
	for n, w := range ranges {
		if n > 0 {
			b.WriteByte(' ')
		}
		span := r.ContentSpan(w)
		next := len(r.Tokens)
		if n+1 < len(ranges) {
			next = ranges[n+1].First
		}
		if r.Marked && r.Cased {
			r.writeAsWritten(&b, span)
		} else {
			r.writeRestored(&b, w, newSentence)
		}
		if r.Marked {
			r.writeEndMark(&b, span.End, own, next)
			newSentence = next < len(r.Tokens) && r.Starts[next]
		} else {
			newSentence = r.writeRestoredEnd(&b, w.Last-1, next)
		}
	}
	return b.String()
}

// writeAsWritten writes the text of a span with its white space folded.
func (r *restorer) writeAsWritten(b *strings.Builder, span token.Span) {
	before := ""
	for i, field := range strings.Fields(span.In(r.Text)) {
		if i > 0 && !isSetOff(before, field) {
			b.WriteByte(' ')
		}
		b.WriteString(field)
		before = field
	}
}

// isSetOff reports whether field is a mark that belongs to the word before, from
// which a text of words and marks one space apart has set it off. The stops of an
// ellipsis are none: ". . .".
func isSetOff(before, field string) bool {
	return len(field) == 1 && strings.Contains(",;:?!", field) && before != "."
}

// writeEndMark writes the mark at byte end if it belongs to the words: what ends
// a sentence of the speaker's own, or parts two pieces of one content, the
// second of which begins at token next. The comma before a cue stands for the
// full stop of a sentence that the cue cut off from its end.
func (r *restorer) writeEndMark(b *strings.Builder, end int, own bool, next int) {
	rest := strings.TrimLeft(r.Text[end:], " ")
	if rest == "" {
		return
	}
	last := next == len(r.Tokens)
	switch mark := rest[0]; mark {
	case '.', '!', '?':
		if own || !last {
			b.WriteByte(mark)
		}
	case ',':
		switch {
		case last:
		case r.Starts[next] && r.Tokens[next].Shape != token.ShapeLower:
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
func (r *restorer) writeRestored(b *strings.Builder, w token.Range, newSentence bool) {
	for i := w.First; i < w.Last; i++ {
		if i > w.First {
			newSentence = r.writeJoint(b, i)
		}
		if written, next := r.addressAt(i, w.Last); next > i {
			b.WriteString(written)
			i = next - 1
			continue
		}
		b.WriteString(r.readableWord(i, newSentence))
	}
}

// writeJoint writes what stands between token i and the one before, and reports
// whether a sentence begins there.
func (r *restorer) writeJoint(b *strings.Builder, i int) (newSentence bool) {
	before, t := r.Tokens[i-1], r.Tokens[i]
	if !r.hasPlainGap(i) {
		writeFolded(b, r.Text[before.End:t.Start]) // marks that are left, or a script without spaces
		return r.Starts[i]
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
func (r *restorer) writeRestoredEnd(b *strings.Builder, i, next int) (ends bool) {
	if i+1 < len(r.Tokens) && !r.hasPlainGap(i+1) {
		return false
	}
	joint := r.jointAfter(i)
	switch {
	case joint.joins, next == len(r.Tokens) && !joint.abbreviates:
		return false
	case next < len(r.Tokens) && !joint.ends && !joint.abbreviates && r.partsSentences(i, next):
		joint = fullStop
	}
	b.WriteString(joint.mark)
	return joint.ends
}

// addressAt returns the address that begins at token i and ends before last,
// and the token after it; i itself if there is none.
func (r *restorer) addressAt(i, last int) (written string, next int) {
	if r.Marked || len(r.addresses) == 0 {
		return "", i
	}
	k, _ := slices.BinarySearchFunc(r.addresses, r.Tokens[i].Start, func(u address.Address, at int) int { return cmp.Compare(u.Start, at) })
	if k == len(r.addresses) || r.addresses[k].Start != r.Tokens[i].Start {
		return "", i
	}
	for next = i; next < last && r.Tokens[next].End <= r.addresses[k].End; next++ {
	}
	if next == i || r.Tokens[next-1].End != r.addresses[k].End {
		return "", i // cut off by the end of the content
	}
	// A host's dots may be words of the text: "example dot com".
	written = r.addresses[k].Written
	given, _ := token.Flatten(r.Text[r.Tokens[i].Start:r.Tokens[next-1].End])
	if flat, _ := token.Flatten(written); flat != given {
		return "", i
	}
	return written, next
}

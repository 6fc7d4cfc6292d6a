package verbatim

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/tagger"
)

// A restorer makes words readable.
type restorer struct {
	*article
	urls []URL
}

// readable returns the words of ranges as a reader expects them: as they stand
// where the text has marks and capitals, else with apostrophes, capitals, marks
// and addresses put back. Words and their order never change. own says that the
// words are the speaker's own.
func (r restorer) readable(ranges []words, own bool) string {
	var b strings.Builder
	spans := r.contentSpans(ranges)
	for n, w := range ranges {
		mark := ""
		if n > 0 && !r.marked && !r.cased {
			mark = r.markBetween(ranges[n-1].last - 1)
		}
		b.WriteString(mark)
		if n > 0 {
			b.WriteByte(' ')
		}
		if r.marked || r.cased {
			r.writeAsWritten(&b, spans[n])
			next := len(r.tokens)
			if n+1 < len(ranges) {
				next = ranges[n+1].first
			}
			r.writeEndMark(&b, spans[n].End, own, next)
		} else {
			r.writeRestored(&b, w, n == 0 || mark == "." || mark == "?")
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

// Marks are put back only where the tagger is about as sure as this.
const (
	sureStop  = 0.6
	surePause = 0.8
	sureJoin  = 0.8
)

// writeRestored writes flattened words with the marks and capitals that common
// usage and the tagger tell. Letters and digits are never changed, so that
// flattening gives the same words back. newSentence says that the first word
// begins one.
func (r restorer) writeRestored(b *strings.Builder, w words, newSentence bool) {
	for i := w.first; i < w.last; i++ {
		if address, next := r.addressAt(i, w.last); next > i {
			if i > w.first {
				b.WriteByte(' ')
			}
			b.WriteString(address)
			i, newSentence = next-1, false
			continue
		}
		word := r.fold(i)
		if i > w.first && r.isContraction(i) {
			b.WriteByte('\'')
			b.WriteString(word)
			continue
		}
		mark := ""
		if i > w.first {
			mark = r.markBetween(i - 1)
		}
		b.WriteString(mark)
		if i > w.first && mark != "-" {
			b.WriteByte(' ')
		}
		newSentence = newSentence || mark == "?" || mark == "." && r.starts[i]
		switch {
		case newSentence, word == "i":
			b.WriteString(capitalize(word))
		case isClitic(word):
			b.WriteString(word)
		default:
			b.WriteString(r.writtenWord(i, false))
		}
		newSentence = false
	}
}

// addressAt returns the address that begins at token i and ends before last,
// and the token after it; i itself if there is none.
func (r restorer) addressAt(i, last int) (address string, next int) {
	k, _ := slices.BinarySearchFunc(r.urls, r.tokens[i].start, func(u URL, at int) int { return cmp.Compare(u.Start, at) })
	if k == len(r.urls) || r.urls[k].Start != r.tokens[i].start {
		return "", i
	}
	for next = i; next < last && r.tokens[next].end <= r.urls[k].End; next++ {
	}
	if next == i || r.tokens[next-1].end != r.urls[k].End {
		return "", i // cut off by the end of the content
	}
	return r.urls[k].URL, next
}

// markBetween returns the mark that surely stood after token i, if any.
func (a *article) markBetween(i int) string {
	if a.restored == nil {
		return ""
	}
	switch after := a.restored[i]; after.Follow {
	case tagger.FollowEnd, tagger.FollowParagraph:
		if after.EndChance >= sureStop {
			return "."
		}
	case tagger.FollowAsk:
		if after.FollowChance >= sureStop {
			return "?"
		}
	case tagger.FollowPause:
		if after.FollowChance >= surePause {
			return ","
		}
	case tagger.FollowHyphenJoin:
		if after.FollowChance >= sureJoin {
			return "-"
		}
	}
	return ""
}

// isContraction reports whether token i is what an apostrophe tied to the word
// before: "don t", "we re", "trump s".
func (a *article) isContraction(i int) bool {
	if i == 0 {
		return false
	}
	before := a.fold(i - 1)
	switch a.fold(i) {
	case "t":
		return strings.HasSuffix(before, "n") && before != "n"
	case "s":
		return !isClitic(before) && before != "u"
	case "re", "ve", "ll", "d", "m":
		switch before {
		case "i", "we", "you", "he", "she", "they", "it", "who", "there", "that", "would", "could", "should", "might", "must", "what", "this":
			return true
		}
	}
	return false
}

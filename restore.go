package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/tagger"
)

// readable returns the words of ranges as a reader expects them: as they stand
// where the text has marks and capitals, else with apostrophes and the
// capitals of common usage put back. Words and their order never change.
func (a *article) readable(ranges []words) string {
	var b strings.Builder
	for n, w := range ranges {
		if n > 0 {
			b.WriteByte(' ')
		}
		if a.marked || a.cased {
			b.WriteString(a.asWritten(w))
		} else {
			a.writeRestored(&b, w)
		}
	}
	return b.String()
}

// asWritten returns the text of w with its white space folded.
func (a *article) asWritten(w words) string {
	return strings.Join(strings.Fields(w.span(a.tokens).In(a.text)), " ")
}

// Marks are put back only where the tagger is about as sure as this.
const (
	sureStop  = 0.6
	surePause = 0.8
	sureJoin  = 0.8
)

// writeRestored writes flattened words with the marks and capitals that common
// usage and the tagger tell. Letters and digits are never changed, so that
// flattening gives the same words back.
func (a *article) writeRestored(b *strings.Builder, w words) {
	newSentence := true
	for i := w.first; i < w.last; i++ {
		word := a.fold(i)
		if i > w.first && a.isContraction(i) {
			b.WriteByte('\'')
			b.WriteString(word)
			continue
		}
		mark := ""
		if i > w.first {
			mark = a.markBetween(i - 1)
		}
		b.WriteString(mark)
		if i > w.first && mark != "-" {
			b.WriteByte(' ')
		}
		newSentence = newSentence || mark == "." || mark == "?"
		switch {
		case newSentence, word == "i":
			b.WriteString(capitalize(word))
		case isClitic(word):
			b.WriteString(word)
		default:
			b.WriteString(a.writtenWord(i, false))
		}
		newSentence = false
	}
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

package verbatim

import "strings"

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

// writeRestored writes flattened words with what common usage tells.
func (a *article) writeRestored(b *strings.Builder, w words) {
	for i := w.first; i < w.last; i++ {
		word := a.fold(i)
		clitic := i > w.first && a.isContraction(i)
		switch {
		case clitic:
			b.WriteByte('\'')
			b.WriteString(word)
			continue
		case i > w.first:
			b.WriteByte(' ')
		}
		switch {
		case i == w.first, word == "i":
			b.WriteString(capitalize(word))
		case isClitic(word):
			b.WriteString(word)
		default:
			b.WriteString(a.writtenWord(word, false))
		}
	}
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

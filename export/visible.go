package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible puts text from outside on one line that shows all of it and does
// nothing: white space of any kind and length is one space, the rest is as [Inert]
// has it.
func Visible(text string) string {
	shown := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return inert(r)
	}, text)
	return strings.Join(strings.Fields(shown), " ")
}

// Inert makes text from outside harmless for a terminal and honest to a reader: what
// would move the cursor, change colours, turn the direction of writing or break the
// line becomes U+FFFD, as do invalid bytes; what takes no room, such as zero-width
// and tag characters, is left out.
func Inert(text string) string { return strings.Map(inert, text) }

func inert(r rune) rune {
	switch {
	case isActive(r), r == '\u2028', r == '\u2029':
		return utf8.RuneError
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// isActive reports whether a terminal or a page does something on r other than to
// show it.
func isActive(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// wrapWidth is how many characters a line of what people read has at most, unless
// one word is longer.
const wrapWidth = 80

// Wrap puts text from outside in lines of at most 80 characters, or of one word,
// each indented by four spaces and ended with a line feed. What stands in them is
// [Visible].
func Wrap(text string) string {
	const indent = "    "
	var b strings.Builder
	width := 0
	for word := range strings.FieldsSeq(Visible(text)) {
		size := utf8.RuneCountInString(word)
		switch {
		case width == 0:
			b.WriteString(indent)
			width = len(indent)
		case width+1+size > wrapWidth:
			b.WriteString("\n" + indent)
			width = len(indent)
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += size
	}
	b.WriteByte('\n')
	return b.String()
}

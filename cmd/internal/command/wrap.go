package command

import (
	"strings"
	"unicode/utf8"
)

// lineWidth is how many characters a line of what people read has at most, unless
// one word is longer.
const lineWidth = 80

// wrap writes words in lines of at most lineWidth characters, indented.
func wrap(b *strings.Builder, words string) {
	const indent = "    "
	width := 0
	for word := range strings.FieldsSeq(words) {
		word = printable(word)
		size := utf8.RuneCountInString(word)
		switch {
		case width == 0:
			b.WriteString(indent)
			width = len(indent)
		case width+1+size > lineWidth:
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
}

package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible puts text from outside on one line that shows all of it and does
// nothing: white space of any kind and length is one space; what moves a cursor,
// changes colours or turns the direction of writing is U+FFFD, as are invalid bytes; what
// takes no room, such as zero-width and tag characters, is left out.
func Visible(text string) string {
	shown := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case isActive(r):
			return utf8.RuneError
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(shown), " ")
}

// isActive reports whether a terminal or a page does something on r other than to
// show it.
func isActive(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

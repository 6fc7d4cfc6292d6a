package command

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// printable makes text from outside harmless for a terminal and honest to a
// reader: what would move the cursor, change colours, turn the direction of
// writing or break the line becomes U+FFFD, as do invalid bytes; what takes no
// room, such as zero-width and tag characters, is left out.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
			return utf8.RuneError
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
}

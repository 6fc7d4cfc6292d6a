package htmlview

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown makes text from outside harmless and honest: what has no shape, or turns
// the direction of what follows, is written out ("[U+202E]"), and invalid bytes
// become U+FFFD. Markup is left to the templates.
func shown(text string) string {
	at := strings.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError || isHidden(r) })
	if at < 0 {
		return text
	}
	var b strings.Builder
	b.WriteString(text[:at])
	for _, r := range text[at:] {
		if isHidden(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isHidden reports whether a character does something without being seen. Joiners
// and soft hyphens are left alone: scripts and emoji need the former, and the
// latter is seen where it matters.
func isHidden(r rune) bool {
	switch r {
	case '\t', '\n', '\r', '\u00ad', '\u200c', '\u200d':
		return false
	case '\u2028', '\u2029':
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/token"
)

// pathEnd returns where the path, query and fragment end that begin at byte
// at, or at itself if there are none. It is negative if the address has to be
// refused. begin is the start of the address.
func (f *addressFinder) pathEnd(at, begin int, h *hostName) int {
	if at >= len(f.text) || f.text[at] != '/' && f.text[at] != '?' && f.text[at] != '#' {
		return at
	}
	if host := f.text[h.start:h.end]; f.text[at] == '/' && (strings.EqualFold(host, "t.co") || strings.EqualFold(host, "pic.twitter.com")) {
		return shortCodeEnd(f.text, at)
	}
	var opener byte
	if begin > 0 {
		opener = f.text[begin-1]
	}
	end := trimPath(f.text, at, scanPath(f.text, at, opener))
	for opener == '_' && end > at && f.text[end-1] == '_' {
		end--
	}
	return end
}

// shortCodeEnd reads the code of an address of t.co or pic.twitter.com, which
// is letters and digits only, and the query that a visit can leave on it.
// Codes are no longer than 40 characters (twitter-text).
func shortCodeEnd(text string, at int) int {
	end := at + 1
	for end < len(text) && token.ClassOf(text[end]) == token.WordByte {
		end++
	}
	const longest = 40
	if end-at-1 > longest {
		return -1
	}
	if joined := joinedLength(text, at+1, end); joined > 0 {
		return end - joined
	}
	if end < len(text) && text[end] == '?' {
		return trimPath(text, end, scanPath(text, end, 0))
	}
	return end
}

// joinedLength returns how many of the letters before byte end begin another
// address, written without a space after what began at byte start: "https" before
// "://", "pic" before ".twitter.com/".
func joinedLength(text string, start, end int) int {
	for _, joined := range [...]struct{ head, tail string }{{"https", "://"}, {"http", "://"}, {"pic", ".twitter.com/"}} {
		if end-start > len(joined.head) && strings.HasPrefix(text[end:], joined.tail) && strings.HasSuffix(text[start:end], joined.head) {
			return len(joined.head)
		}
	}
	return 0
}

// scanPath returns the first byte at or after at that can be part of no path:
// white space, a mark that quotes or brackets the address, a closing bracket
// without an opening one, a letter of a script without spaces that touches a
// letter of another, or another address. opener is the byte before the address.
func scanPath(text string, at int, opener byte) int {
	start := at
	var open [3]int
	letter := false // the character before is an ASCII letter or digit
	for at < len(text) {
		c := text[at]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !isPathRune(r) || letter && isUnspaced(r) || r == '–' && !isHostStart(text, at+size) {
				return at
			}
			letter = false
			at += size
			continue
		}
		switch c {
		case '<', '>', '\\', '`', '^':
			return at
		case '(', '[', '{':
			open[bracketKind(c)]++
		case ')', ']', '}':
			if open[bracketKind(c)] == 0 {
				return at
			}
			open[bracketKind(c)]--
		case '"':
			if opener == '"' || !closesLater(text, at) {
				return at
			}
			at = closingQuote(text, at)
		case ':', '.':
			if joined := joinedLength(text, start, at); joined > 0 && mayTouch(text[at-joined-1]) {
				return at - joined
			}
		case '\'':
			if opener == '\'' || isPossessive(text, at) {
				return at
			}
		default:
			if c <= ' ' || c == 0x7f {
				return at
			}
		}
		letter = token.ClassOf(c) == token.WordByte
		at++
	}
	return at
}

// mayTouch reports whether an address may begin right after byte c of another.
// After a slash or an equals sign it is part of the other, as in archives.
func mayTouch(c byte) bool {
	return token.ClassOf(c) == token.WordByte || strings.IndexByte(",;|!", c) >= 0
}

func bracketKind(c byte) int {
	switch c {
	case '(', ')':
		return 0
	case '[', ']':
		return 1
	}
	return 2
}

// closingQuote returns the next straight double quote within the path, or -1.
func closingQuote(text string, at int) int {
	for i := at + 1; i < len(text) && i-at < 128; i++ {
		switch c := text[i]; {
		case c == '"':
			return i
		case c <= ' ' || c == '<' || c == '>':
			return -1
		}
	}
	return -1
}

func closesLater(text string, at int) bool { return closingQuote(text, at) > at+1 }

// isPossessive reports whether the apostrophe at byte at ends the address, as
// in "example.com/about's".
func isPossessive(text string, at int) bool {
	rest := text[at+1:]
	return rest == "s" || len(rest) > 1 && rest[0] == 's' && rest[1] < utf8.RuneSelf && token.ClassOf(rest[1]) != token.WordByte && rest[1] != '-' && rest[1] != '_'
}

// isPathRune reports whether r, beyond ASCII, may stand in a path as browsers
// show it. Joiners within words are kept; marks of punctuation are not.
func isPathRune(r rune) bool {
	switch r {
	case '\u200c', '\u200d', '–':
		return true
	case utf8.RuneError:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r)
}

// trimPath takes back marks at the end of text[at:end] that belong to the
// sentence, again and again, as GitHub Flavored Markdown does: "…", "?!", an
// opening bracket, an entity such as "&quot;".
func trimPath(text string, at, end int) int {
	apostrophes := strings.Count(text[at:end], "'")
	for end > at {
		switch text[end-1] {
		case '.', ',', ':', '!', '?', '*', '(', '[', '{', '|':
			end--
		case '\'':
			if apostrophes%2 == 0 {
				return end // it closes one that opened within the path
			}
			apostrophes--
			end--
		case ';':
			end = entityStart(text, at, end)
		default:
			return end
		}
	}
	return end
}

// entityStart returns where the HTML entity that ends at end begins, or the
// place of its semicolon if there is none.
func entityStart(text string, at, end int) int {
	i := end - 1
	for i > at && end-i < 12 && token.ClassOf(text[i-1]) == token.WordByte {
		i--
	}
	if i < end-1 && i > at && text[i-1] == '&' {
		return i - 1
	}
	return end - 1
}

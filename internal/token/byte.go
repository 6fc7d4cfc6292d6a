package token

import "unicode/utf8"

// A ByteClass says what a byte of a text is.
type ByteClass uint8

const (
	OtherByte  ByteClass = iota // a mark or control character
	WordByte                    // a letter or digit
	SpaceByte                   // white space
	BeyondByte                  // not ASCII
)

// ClassOf returns the class of a byte.
func ClassOf(b byte) ByteClass { return byteClasses[b] }

// byteClasses and byteGaps sort the bytes of ASCII once, so that the scan looks
// each byte up instead of comparing it.
var byteClasses, byteGaps = byteTables()

func byteTables() (class [256]ByteClass, gaps [256]Gap) {
	for b := range 256 {
		switch {
		case b >= utf8.RuneSelf:
			class[b] = BeyondByte
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9':
			class[b] = WordByte
		case b == ' ' || '\t' <= b && b <= '\r':
			class[b] = SpaceByte
		default:
			class[b] = OtherByte
		}
		gaps[b] = GapOther
	}
	for marks, g := range map[string]Gap{
		" \t\v\f": GapSpace, "\n\r": GapSpace | GapLine, ".": GapFullStop, "?!": GapQuestion, ",": GapComma,
		":": GapColon, ";": GapSemicolon, "/\\": GapSlash, "([{": GapBracketOpen, ")]}": GapBracketClose,
	} {
		for i := range len(marks) {
			gaps[marks[i]] = g
		}
	}
	return class, gaps
}

// IsASCII reports whether every byte of text is of ASCII.
func IsASCII(text string) bool {
	for i := range len(text) {
		if ClassOf(text[i]) == BeyondByte {
			return false
		}
	}
	return true
}

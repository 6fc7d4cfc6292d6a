package token

import (
	"unicode"
	"unicode/utf8"
)

// A Shape says how a word was written.
type Shape uint8

const (
	ShapeLower  Shape = iota // no capital, no digit first
	ShapeTitle               // one capital, at the start
	ShapeUpper               // capitals only, two or more
	ShapeMixed               // capitals elsewhere
	ShapeNumber              // starts with a digit
)

// ShapeOf tells how word is written.
func ShapeOf(word string) Shape {
	if b := word[0]; b <= '9' && '0' <= b {
		return ShapeNumber
	}
	capitals, letters, first := 0, 0, false
	for i := 0; i < len(word); {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		switch {
		case 'a' <= r && r <= 'z':
			letters++
		case 'A' <= r && r <= 'Z', r >= utf8.RuneSelf && unicode.IsUpper(r):
			capitals++
			letters++
			first = first || i == 0
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			letters++
		}
		i += size
	}
	switch {
	case capitals == 0:
		return ShapeLower
	case capitals == 1 && first:
		return ShapeTitle
	case capitals == letters:
		return ShapeUpper
	}
	return ShapeMixed
}

// Digits returns the ASCII digits that word begins with.
func Digits(word string) string {
	n := 0
	for n < len(word) && '0' <= word[n] && word[n] <= '9' {
		n++
	}
	return word[:n]
}

// IsDigits reports whether word is all ASCII digits.
func IsDigits(word string) bool { return word != "" && len(Digits(word)) == len(word) }

// IsYear reports whether word is a year of the last or this century.
func IsYear(word string) bool {
	return len(word) == 4 && IsDigits(word) && (word[:2] == "19" || word[:2] == "20")
}

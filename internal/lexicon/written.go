package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteIn returns a lower-cased word as it is written in a case: "mctavish" in
// TitleCase is McTavish.
func WriteIn(word string, c Case) string {
	switch {
	case c == LowerCase:
		return word
	case c == UpperCase:
		return Upper(word)
	case len(word) > 4 && word[:2] == "mc":
		return "Mc" + Capital(word[2:])
	}
	return Capital(word)
}

// Upper returns word in capitals if lower-casing them gives it back.
func Upper(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return Capital(word)
		}
	}
	return strings.ToUpper(word)
}

// Capital returns word with its first letter as a capital if lower-casing
// that gives the letter back.
func Capital(word string) string {
	if word == "" {
		return word
	}
	if c := word[0]; c < utf8.RuneSelf {
		if c < 'a' || c > 'z' {
			return word
		}
		return string(c-'a'+'A') + word[1:]
	}
	r, size := utf8.DecodeRuneInString(word)
	title := unicode.ToTitle(r)
	if title == r || unicode.ToLower(title) != r {
		return word
	}
	return string(title) + word[size:]
}

package lexicon

import (
	"strings"
)

// CapitalName gives capitals back to the folded words of a name, and the
// apostrophe to "o brien": "jane roe" is Jane Roe.
func CapitalName(words []string) string {
	var b strings.Builder
	for i, word := range words {
		if i > 0 && !isNamePrefix(words, i-1) {
			b.WriteByte(' ')
		}
		switch {
		case i > 0 && i < len(words)-1 && IsParticle(word):
			b.WriteString(word)
		case IsNumeral(word):
			b.WriteString(strings.ToUpper(word))
		case IsNameSuffix(word):
			b.WriteString(Capital(word))
			b.WriteByte('.')
		case len(word) > 4 && word[:2] == "mc":
			b.WriteString("Mc")
			b.WriteString(Capital(word[2:]))
		case isNamePrefix(words, i):
			b.WriteString(Capital(word))
			if len(word) == 1 {
				b.WriteRune('’')
			}
		case len(word) == 1:
			b.WriteString(Capital(word))
			b.WriteByte('.')
		default:
			b.WriteString(Capital(word))
		}
	}
	return b.String()
}

// isNamePrefix reports whether words[i] is the beginning of the surname behind
// it that flattening has cut off: "o dell", "mc tavish".
func isNamePrefix(words []string, i int) bool {
	return 0 < i && i < len(words)-1 && (words[i] == "o" || words[i] == "d" || words[i] == "mc")
}

// IsParticle reports whether a lower-cased word joins the parts of a person's
// name and is written small within it: "Ursula von der Leyen".
func IsParticle(word string) bool {
	switch word {
	case "de", "van", "von", "la", "le", "al", "el", "bin", "ibn", "di", "da", "du", "del", "della", "der", "den", "ter", "dos", "das":
		return true
	}
	return false
}

// IsSurnameStart reports whether a lower-cased word begins surnames of several
// words and is written with a capital: "Jane St John", "Owen Mc Tavish".
func IsSurnameStart(word string) bool {
	switch word {
	case "st", "abu", "ben", "mc":
		return true
	}
	return false
}

// IsNameJoint reports whether a lower-cased word ties two words of a name
// together: "Bank of England", "Ursula von der Leyen".
func IsNameJoint(word string) bool {
	return word == "of" || word == "for" || word == "and" || IsParticle(word)
}

// Generation returns the suffix that a lower-cased word gives to a person's name
// to tell namesakes apart, or "": "jr" for "jr" and for "junior".
func Generation(word string) string {
	switch word {
	case "jr", "junior":
		return "jr"
	case "sr", "senior":
		return "sr"
	}
	if IsNumeral(word) {
		return word
	}
	return ""
}

// IsNumeral reports whether a lower-cased word is a Roman numeral of those that
// stand behind names.
func IsNumeral(word string) bool { return word == "ii" || word == "iii" || word == "iv" }

// IsNameSuffix reports whether a lower-cased word stands behind a surname and is
// no other word, as "senior" is.
func IsNameSuffix(word string) bool { return word == "jr" || word == "sr" || IsNumeral(word) }

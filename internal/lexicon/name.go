package lexicon

import (
	"strings"
)

// CapitalName gives capitals back to the folded words of a person's name, and
// the marks within it: "june k o dell" is June K. O'Dell.
func CapitalName(words []string) string {
	var b strings.Builder
	for i, word := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		prefix := SurnamePrefix(word, next)
		switch {
		case prefix != "":
			b.WriteString(prefix)
			continue
		case isSmall(words, i):
			b.WriteString(word)
		case IsNumeral(word):
			b.WriteString(Upper(word))
		default:
			b.WriteString(WriteIn(word, TitleCase))
		}
		if len(word) == 1 && next != "" {
			b.WriteByte('.')
		}
		if next != "" {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// isSmall reports whether words[i] is written small within a name: "de" is, and
// beside another particle so are "la" and "van".
func isSmall(words []string, i int) bool {
	if i == 0 || i+1 == len(words) || !IsParticle(words[i]) {
		return false
	}
	return !HasCapital(words[i]) || IsParticle(words[i-1]) || IsParticle(words[i+1])
}

// SurnamePrefix returns how the beginning of a surname that flattening has cut off
// is written before the word next, or "": "o" is O' before "dell", and "mc" is Mc.
// A "d" is not taken for one: news has three and a half times as many initials
// "D." before surnames as it has "D'".
func SurnamePrefix(word, next string) string {
	switch {
	case len(next) < 2:
		return ""
	case word == "o":
		return "O'"
	case word == "mc":
		return "Mc"
	}
	return ""
}

// IsParticle reports whether a lower-cased word joins the parts of a person's
// name and is written small within it: "Ursula von der Leyen".
func IsParticle(word string) bool {
	switch word {
	case "de", "van", "von", "la", "le", "al", "el", "bin", "binti", "bint", "ibn", "di", "da", "du", "del", "della", "der", "den", "ter", "dos", "das":
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

// IsPlaceNoun reports whether a lower-cased word ends the names of places and
// buildings, and no person's: "Orrin County", "Selby Arena".
func IsPlaceNoun(word string) bool {
	switch word {
	case "county", "city", "town", "village", "state", "states", "street", "avenue", "road", "boulevard", "highway", "river", "lake", "park",
		"valley", "island", "islands", "center", "centre", "airport", "bridge", "square", "beach", "hills", "falls", "bay", "province",
		"district", "kingdom", "republic", "coast", "canyon", "arena", "stadium", "hotel", "plaza", "tower", "harbor", "harbour", "station",
		"creek", "mountains", "springs", "heights", "junction", "crescent", "peninsula", "gorge", "reservoir", "township", "shire", "borough",
		"prison", "campus", "academy", "college", "museum", "library", "theatre", "theater", "gallery", "cathedral":
		return true
	}
	return false
}

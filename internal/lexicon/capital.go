package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Case says how a word is written in the middle of a sentence.
type Case uint8

// The cases.
const (
	LowerCase Case = iota
	TitleCase      // London
	UpperCase      // NATO
	MixedCase      // McCarthy
)

// names.txt lists, one a line, the words that stood in the middle of a
// sentence at least 12 times in 34 million words of news (the news files
// described in docs/model.md) and had a capital there in at least 60 % of
// them: the word in lower case, then T, U or M for its case, small where the share
// was below 95 %. Counts alone went in, no running text. Two words that only the
// labels of players write in capitals, "WATCH" and "WATCHED", were taken out.
//
//go:embed names.txt
var namesFile string

var usualCases = sync.OnceValue(func() map[string]Case {
	table := make(map[string]Case, strings.Count(namesFile, "\n"))
	for line := range strings.Lines(namesFile) {
		word, class, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch class {
		case "T", "t":
			table[word] = TitleCase
		case "U", "u":
			table[word] = UpperCase
		case "M", "m":
			table[word] = MixedCase
		}
	}
	return table
})

// UsualCase returns how a lower-cased word is usually written within a sentence.
func UsualCase(word string) Case { return usualCases()[word] }

// IsAcronym reports whether a lower-cased word is written in capitals: one that
// usually is, or of three to five letters without a vowel and no abbreviation.
func IsAcronym(word string) bool {
	if UsualCase(word) == UpperCase {
		return true
	}
	return len(word) >= 3 && len(word) <= 5 && !strings.ContainsAny(word, "aeiouy") && strings.Trim(word, "bcdfghjklmnpqrstvwxz") == "" &&
		AbbreviationOf(word) == AbbreviationNone && !IsTitle(word)
}

// HasCapital reports whether a lower-cased word usually has a capital within a
// sentence.
func HasCapital(word string) bool { return UsualCase(word) != LowerCase }

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

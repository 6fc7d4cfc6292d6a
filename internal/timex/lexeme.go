package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// A lexeme is the reading of one token.
type lexeme struct {
	value int32
	extra uint8 // what the suffix says: 0 or 12, a zone, the hour after t
	class wordClass
	bits  uint8
	form  uint8 // how many digits a number has, and its suffix
}

// Bits that qualify a word.
const (
	bitAbbreviated = 1 << iota // written short: needs a neighbour, may carry a full stop
	bitPlural                  // days, mondays, nights
	bitHomograph               // may, march, fall, second: decided by neighbours
	bitWritten                 // a number in words
	bitAdverb                  // quarterly: a time only where it says how often something is done
	bitWall                    // no expression goes on from the token before to this one
)

// A numberSuffix is what is glued to digits.
type numberSuffix uint8

const (
	suffixNone     numberSuffix = iota
	suffixMeridiem              // 5pm
	suffixZone                  // 10gmt, 00z
	suffixISO                   // 14t02
	suffixHour                  // 20h
)

// maxDigits bounds the digits of a number; longer ones tell no time.
const maxDigits = 14

// formBits is the width of the digit count in the form of a lexeme.
const formBits = 4

func (l lexeme) has(bits uint8) bool { return l.bits&bits != 0 }

// digits gives how many digits a number has; 0 for what is no number in digits.
func (l lexeme) digits() int { return int(l.form & (1<<formBits - 1)) }

// suffix gives what is glued to the digits.
func (l lexeme) suffix() numberSuffix { return numberSuffix(l.form >> formBits) }

// withSuffix gives the number l with something glued to it.
func (l lexeme) withSuffix(suffix numberSuffix, extra int32) lexeme {
	l.form |= uint8(suffix) << formBits
	l.extra = uint8(extra)
	return l
}

// isPlainNumber reports whether l is a number in digits with nothing glued to it.
func (l lexeme) isPlainNumber() bool { return l.class == wordDigits && l.suffix() == suffixNone }

// longestTimeWord bounds the words worth looking up.
const longestTimeWord = 13

// isNumber reports whether l is a number in digits or words.
func (l lexeme) isNumber() bool {
	return l.class == wordDigits || l.class == wordNumber || l.class == wordScale
}

// readWords gives every token its reading.
func readWords(tokens []token.Token) []lexeme {
	words := timeWords()
	lexemes := make([]lexeme, len(tokens))
	open, closing := 0, 0 // where a bracket opened, and where one closes a second clock
	for i := range tokens {
		fold, gap := tokens[i].Fold, tokens[i].Gap
		switch first := fold[0]; {
		case '0' <= first && first <= '9':
			lexemes[i] = readDigits(fold, words)
		case len(fold) <= longestTimeWord && 'a' <= first && first <= 'z':
			lexemes[i] = words[fold]
		}
		if i > 0 && gap&^token.GapSpace != 0 && isWall(tokens, lexemes, i) {
			if gap.Has(token.GapBracketOpen) {
				open = i
			}
			if i != closing || gap&^(token.GapBracketClose|token.GapSpace|token.GapComma) != 0 {
				lexemes[i].bits |= bitWall
			}
		}
		if open > 0 && i-open < maxClockWords && isSecondClock(tokens, lexemes, open, i+1) {
			lexemes[open].bits &^= bitWall
			closing = i + 1
		}
	}
	return lexemes
}

// maxClockWords is how many words a clock with its zone can have: 10 30 a m
// eastern daylight time.
const maxClockWords = 7

// isSecondClock reports whether tokens [open, end) behind a bracket are a clock
// with a zone and follow a clock: the second clock of "0410 gmt (1210 hkt) on
// friday", which interrupts no expression.
func isSecondClock(tokens []token.Token, lexemes []lexeme, open, end int) bool {
	if lexemes[open].class != wordDigits || !endsWithZone(tokens, lexemes, end-1) || !endsWithClock(tokens, lexemes, open-1) ||
		tokens[open].Gap.Has(token.GapSentence&^token.GapFullStop) || tokens[open].Gap.Has(token.GapFullStop) && tokens[open-1].Fold != "m" {
		return false
	}
	for i := open; i < end; i++ {
		switch lexemes[i].class {
		case wordDigits, wordMeridiem, wordLetter, wordArticle, wordZone: // a, p and m of "a m"
		default:
			if !oneOf(tokens[i].Fold, "eastern", "central", "mountain", "pacific", "greenwich", "standard", "daylight", "mean", "time", "z") {
				return false
			}
		}
	}
	return true
}

// endsWithZone reports whether token i is the last word of a zone name, or has a
// zone glued to it.
func endsWithZone(tokens []token.Token, lexemes []lexeme, i int) bool {
	return lexemes[i].class == wordZone || lexemes[i].suffix() == suffixZone || oneOf(tokens[i].Fold, "z", "time")
}

// endsWithClock reports whether token i is the last word of a clock that has a
// zone, a half of the day or a colon.
func endsWithClock(tokens []token.Token, lexemes []lexeme, i int) bool {
	w := lexemes[i]
	return endsWithZone(tokens, lexemes, i) || w.class == wordMeridiem || w.class == wordNoon || w.suffix() == suffixMeridiem ||
		tokens[i].Fold == "m" || w.isPlainNumber() && tokens[i].Gap.Has(token.GapColon)
}

// isWall reports whether what stands before token i ends every expression.
// Marks are evidence where they stand; flattened text has none.
func isWall(tokens []token.Token, lexemes []lexeme, i int) bool {
	g, before := tokens[i].Gap, lexemes[i-1]
	switch {
	case g.Has(token.GapParagraph | token.GapQuestion | token.GapSemicolon | token.GapDoubleOpen | token.GapDoubleClose | token.GapBracketOpen | token.GapBracketClose):
		return true
	case g.Has(token.GapFullStop) && g.Has(token.GapSpace):
		if tokens[i-1].Fold == "no" && lexemes[i].class == wordDigits {
			return false
		}
		return !before.has(bitAbbreviated) && len(tokens[i-1].Fold) != 1 && !isTitle(tokens[i-1].Fold) && before.class != wordMeridiem && before.class != wordZone
	case g.Has(token.GapDash) && g.Has(token.GapSpace):
		return !(before.digits() == 4 && lexemes[i].class == wordDigits)
	case g.Has(token.GapOther):
		return lexemes[i].class == wordDigits && before.class != wordZone && before.suffix() != suffixZone &&
			before.class != wordDigits
	}
	return false
}

// isTitle reports whether a word is the short form of a title or a part of a
// name, whose full stop ends no sentence: "St. Patrick's Day".
func isTitle(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "dr", "st", "jr", "sr", "gen", "rep", "sen", "gov", "lt", "col", "sgt", "capt", "rev", "prof":
		return true
	}
	return false
}

// readDigits reads a token that starts with a digit.
func readDigits(fold string, words map[string]lexeme) lexeme {
	n, value := 0, int64(0)
	for n < len(fold) && '0' <= fold[n] && fold[n] <= '9' {
		if n >= maxDigits {
			return lexeme{}
		}
		value = value*10 + int64(fold[n]-'0')
		n++
	}
	rest := fold[n:]
	l := lexeme{class: wordDigits, value: int32(min(value, 1<<31-1)), form: uint8(n)}
	switch {
	case rest == "":
		return l
	case n > 4:
		return compactISO(fold, n)
	}
	switch rest {
	case "st", "nd", "rd", "th":
		if l.class = wordOrdinal; n > 3 {
			return lexeme{}
		}
		return l
	case "s":
		if l.class = wordDecade; (n == 4 || n == 2) && value%10 == 0 {
			return l
		}
	case "am", "a":
		return l.withSuffix(suffixMeridiem, 0)
	case "pm", "p":
		return l.withSuffix(suffixMeridiem, 12)
	case "h", "hrs", "hr":
		return l.withSuffix(suffixHour, 0)
	case "z":
		return l.withSuffix(suffixZone, 0)
	}
	if rest[0] == 't' && n <= 2 && len(rest) == 3 && token.IsDigits(rest[1:]) {
		return l.withSuffix(suffixISO, int32(rest[1]-'0')*10+int32(rest[2]-'0'))
	}
	if zone := words[rest]; zone.class == wordZone {
		return l.withSuffix(suffixZone, zone.value)
	}
	return lexeme{}
}

// compactISO reads 20171114t0210 and 20171114t021000z, whose digits before the
// t are fold[:n]. Its time of day follows from the text again, so that only the
// day is kept here; see [scanner.compactStamp].
func compactISO(fold string, n int) lexeme {
	if n == 8 && len(fold) > 9 && fold[8] == 't' && token.IsDigits(trimZ(fold[9:])) {
		day, _ := parseDigits(fold[:8])
		return lexeme{class: wordDigits, value: int32(day), form: 8}.withSuffix(suffixISO, 0)
	}
	return lexeme{}
}

func trimZ(s string) string {
	if len(s) > 0 && s[len(s)-1] == 'z' {
		return s[:len(s)-1]
	}
	return s
}

// parseDigits reads a number of at most nine digits.
func parseDigits(s string) (int, bool) {
	if len(s) > 9 || !token.IsDigits(s) {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

package tagger

import (
	"unicode"
	"unicode/utf8"
)

// A Word is one run of letters and digits of a text, with what is known of how
// it was written.
type Word struct {
	Form   string // lower-cased
	Shape  Shape  // how it is written
	Before Marks  // what stood between the word before (or the text's start) and this one
}

// A Shape is how a word is written.
type Shape uint8

// The shapes. NoCase is for texts that have lost their capitals: all words of
// such a text have it, whatever their letters.
const (
	NoCase Shape = iota
	AllLower
	Titled
	AllUpper
	MixedCase  // McCain, iPhone
	OneCapital // one letter, a capital
	NoLetters
	shapes = iota
)

// ShapeOf tells how a word of a text that has capitals is written.
func ShapeOf(word string) Shape {
	letters, capitals, count, first, later := false, false, 0, false, false
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters = true
		}
		if unicode.ToLower(r) != r {
			capitals = true
			if count == 0 {
				first = true
			} else {
				later = true
			}
		}
		count++
	}
	switch {
	case !letters:
		return NoLetters
	case !capitals:
		return AllLower
	case count == 1:
		return OneCapital
	case !hasLower(word):
		return AllUpper
	case first && !later:
		return Titled
	}
	return MixedCase
}

func hasLower(word string) bool {
	for _, r := range word {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// Marks is a set of the things that stand between two words.
type Marks uint32

// The marks. Unknown alone is for texts that have been flattened: nobody knows
// what stood there, which is something else than a mere Space.
const (
	Unknown Marks = 1 << iota
	Space
	Comma
	Stop
	Question
	Exclamation
	Colon // or semicolon
	Dash
	Hyphen
	Apostrophe
	OpenDouble
	CloseDouble
	Straight // a straight double quotation mark that could be either
	OpenSingle
	CloseSingle
	OpenBracket
	CloseBracket
	Paragraph
	Other
	quoted   // the word stands in a known quotation; set by Read
	markBits = iota
)

// sentenceEnd are the marks after which a sentence begins.
const sentenceEnd = Stop | Question | Exclamation | Paragraph

var plainMarks = map[rune]Marks{
	',': Comma, '.': Stop, '…': Stop, '?': Question, '!': Exclamation, ':': Colon, ';': Colon,
	'–': Dash, '—': Dash, '―': Dash, '‒': Dash,
	'“': OpenDouble, '”': CloseDouble, '„': OpenDouble, '«': OpenDouble, '»': CloseDouble, '‘': OpenSingle,
	'(': OpenBracket, '[': OpenBracket, '{': OpenBracket, ')': CloseBracket, ']': CloseBracket, '}': CloseBracket,
}

// MarksBetween are the marks in gap, all that stands between two words of a
// text that was not flattened; first tells that the text begins with it.
func MarksBetween(gap string, first bool) Marks {
	if gap == " " {
		return Space
	}
	var marks Marks
	spaceSeen := first
	alone := !first && utf8.RuneCountInString(gap) == 1
	for at, r := range gap {
		if first && at > 0 {
			first, spaceSeen = false, hasSpace(gap[:at])
		}
		switch {
		case r == ' ' || r == '\t' || r == '\u00a0':
			marks |= Space
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			marks |= Paragraph | Space
		case plainMarks[r] != 0:
			marks |= plainMarks[r]
		case r == '-' || r == '‐' || r == '‑':
			if utf8.RuneCountInString(gap) == 1 {
				marks |= Hyphen
			} else {
				marks |= Dash
			}
		case r == '"':
			marks |= doubleMark(spaceSeen, hasSpace(gap[at+1:]))
		case r == '\'' || r == '’':
			after := hasSpace(gap[at+utf8.RuneLen(r):])
			switch {
			case alone:
				marks |= Apostrophe
			case r == '\'' && spaceSeen && !after:
				marks |= OpenSingle
			default:
				marks |= CloseSingle
			}
		case isSpace(r):
			marks |= Space
		default:
			marks |= Other
		}
		spaceSeen = spaceSeen || isSpace(r)
	}
	return marks
}

// doubleMark tells an opening straight quotation mark from a closing one by
// the side on which there is space.
func doubleMark(before, after bool) Marks {
	switch {
	case before && !after:
		return OpenDouble
	case after && !before:
		return CloseDouble
	}
	return Straight
}

func hasSpace(gap string) bool {
	for _, r := range gap {
		if isSpace(r) {
			return true
		}
	}
	return false
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
}

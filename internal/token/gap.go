package token

import (
	"unicode"
	"unicode/utf8"
)

// A Gap is the set of separators between two words. Flattened text has only
// GapSpace; the first token of a text has GapStart besides.
type Gap uint32

const (
	GapSpace        Gap = 1 << iota // white space of any kind
	GapStart                        // the text begins here
	GapLine                         // a line break
	GapParagraph                    // an empty line
	GapFullStop                     // . and …
	GapQuestion                     // ? or !
	GapComma                        // ,
	GapColon                        // :
	GapSemicolon                    // ;
	GapDash                         // – — ― or a hyphen with space beside it
	GapHyphen                       // a hyphen that joins two words
	GapSlash                        // / or \
	GapApostrophe                   // ' ’ ‘ or ` within a word
	GapDoubleOpen                   // “ « „ or a straight " with space before it
	GapDoubleClose                  // ” » or any other straight "
	GapSingleOpen                   // ‘ ‹ ‚ or a straight ' with space before it
	GapSingleClose                  // ’ › or any other straight '
	GapBracketOpen                  // ( [ {
	GapBracketClose                 // ) ] }
	GapOther                        // any other mark, symbol or invalid byte
	GapTurn                         // what tells in captions that somebody else speaks: >>, or the tag of a voice
	GapCue                          // what is not shown in captions: the time at which words are heard, a tag
)

// GapSentence are the marks that can end a sentence.
const GapSentence = GapStart | GapParagraph | GapFullStop | GapQuestion

// Has reports whether any separator of set stood in the gap.
func (g Gap) Has(set Gap) bool { return g&set != 0 }

// BareBut reports whether nothing but white space and marks of set stood in
// the gap.
func (g Gap) BareBut(set Gap) bool { return (g &^ set).Bare() }

// Bare reports whether nothing but white space stood in the gap, and the times
// and turns of captions.
func (g Gap) Bare() bool { return g&^(GapSpace|GapLine|GapParagraph|GapStart|GapTurn|GapCue) == 0 }

// gapOf sorts the mark r, which stands at byte at and is size bytes long, by
// itself and by its neighbours.
func (s *scanner) gapOf(r rune, at, size int) Gap {
	before, after := s.wordBefore(at), s.wordAfter(at+size)
	switch r {
	case '"', '\u201f', '\uff02':
		return s.straightDouble(at, size)
	case '“':
		if !s.spaceBefore(at) && (s.spaceAfter(at+size) || before && !after) {
			return GapDoubleClose // German, or the wrong way round
		}
		return GapDoubleOpen
	case '”':
		if s.spaceBefore(at) && after {
			return GapDoubleOpen
		}
		return GapDoubleClose
	case '«', '»':
		return s.guillemet(r, at, size)
	case '„', '〝', '「', '『':
		return GapDoubleOpen
	case '〞', '」', '』':
		return GapDoubleClose
	case '\'', '`', '’', '‘', '‛', '\uff07':
		switch {
		case before && after:
			return GapApostrophe
		case r == '‘' || !before && after && r != '’':
			return GapSingleOpen
		case !before && after:
			return GapSingleOpen | GapApostrophe // ’tis, or a quotation opened with the wrong mark
		}
		return GapSingleClose
	case '‹', '‚':
		return GapSingleOpen
	case '›':
		return GapSingleClose
	case '-', '‐', '‑', '\u00ad':
		if before && after {
			return GapHyphen
		}
		return GapDash
	case '–', '—', '―', '‒', '−':
		return GapDash
	case '…', '。':
		return GapFullStop
	case '？', '！', '‽':
		return GapQuestion
	case '，', '、':
		return GapComma
	case '\u2028', '\u0085':
		return GapSpace | GapLine
	case '\u2029':
		return GapSpace | GapLine | GapParagraph
	}
	if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
		return GapSpace
	}
	return GapOther
}

// straightDouble sorts a double mark that looks the same on both sides.
func (s *scanner) straightDouble(at, size int) Gap {
	if !s.wordBefore(at) && (s.wordAfter(at+size) || !s.spaceAfter(at+size)) && (s.spaceBefore(at) || !s.spaceAfter(at+size)) {
		return GapDoubleOpen
	}
	return GapDoubleClose
}

// guillemet sorts a pointed mark by the side that the words stand on: French
// points outwards, German mostly inwards, and either may have space within.
func (s *scanner) guillemet(r rune, at, size int) Gap {
	spaceBefore, spaceAfter := s.spaceBefore(at), s.spaceAfter(at+size)
	before, after := s.wordBefore(at), s.wordAfter(at+size)
	switch {
	case before && !after, spaceAfter && !spaceBefore:
		return GapDoubleClose
	case after && !before:
		return GapDoubleOpen
	case r == '«':
		return GapDoubleOpen
	}
	return GapDoubleClose
}

// doubled reports whether the straight single mark at byte at is the first of
// two that stand for one double mark, as in some newspaper archives.
func (s *scanner) doubled(at int) bool {
	return at+1 < len(s.text) && s.text[at+1] == s.text[at] && (at+2 >= len(s.text) || s.text[at+2] != s.text[at])
}

func (s *scanner) spaceBefore(at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:at])
	return unicode.IsSpace(r)
}

func (s *scanner) wordBefore(at int) bool {
	if at == 0 {
		return false
	}
	if b := s.text[at-1]; b < utf8.RuneSelf {
		return ClassOf(b) == WordByte
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:at])
	return JoinsWord(r)
}

func (s *scanner) wordAfter(at int) bool {
	if at >= len(s.text) {
		return false
	}
	if b := s.text[at]; b < utf8.RuneSelf {
		return ClassOf(b) == WordByte
	}
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return JoinsWord(r)
}

func (s *scanner) spaceAfter(at int) bool {
	if at >= len(s.text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return unicode.IsSpace(r)
}

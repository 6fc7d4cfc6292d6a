package token

import (
	"strings"
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
		case before && after, after && s.ownsInitials(at, size):
			return GapApostrophe
		case r == '‘' || r == '`' && !before || !before && after && r != '’':
			return GapSingleOpen
		case s.gap.Has(GapStart|GapLine|GapColon) && s.spaceAfter(at+size):
			return GapSingleOpen // set off
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

// ownsInitials reports whether the mark at byte at is the apostrophe of "the U.S.'s".
func (s *scanner) ownsInitials(at, size int) bool {
	return at > 1 && s.text[at-1] == '.' && ClassOf(s.text[at-2]) == WordByte && s.lower[at+size] == 's' && !s.wordAfter(at+size+1)
}

// straightDouble sorts a double mark that looks the same on both sides, by the
// side that the words stand on. Where that does not tell, the mark opens a
// quotation unless one is open.
func (s *scanner) straightDouble(at, size int) Gap {
	spaceBefore, spaceAfter := s.spaceBefore(at), s.spaceAfter(at+size)
	before, after := s.wordBefore(at), s.wordAfter(at+size)
	switch {
	case spaceBefore && spaceAfter:
		return s.setOffDouble(at + size)
	case spaceAfter:
		return GapDoubleClose
	case spaceBefore:
		return GapDoubleOpen
	case before && (!after || isDigit(s.text[at-1])): // five-inch, 5"
		return GapDoubleClose
	case !before && after && strings.IndexByte(",.?!", s.text[at-1]) < 0:
		return GapDoubleOpen
	}
	return s.nextDouble()
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// setOffDouble sorts a double mark with space on both sides; end is the byte
// after it. One at the beginning of a line opens and one at its end closes.
func (s *scanner) setOffDouble(end int) Gap {
	switch {
	case s.gap.Has(GapStart|GapLine) && !s.gap.Has(GapDoubleOpen|GapDoubleClose):
		return GapDoubleOpen
	case s.lineEnds(end):
		return GapDoubleClose
	}
	return s.nextDouble()
}

// nextDouble returns what a double mark does that may open or close.
func (s *scanner) nextDouble() Gap {
	if s.quoting {
		return GapDoubleClose
	}
	return GapDoubleOpen
}

// lineEnds reports whether nothing but white space stands between byte at and the
// end of its line.
func (s *scanner) lineEnds(at int) bool {
	for _, r := range s.text[at:] {
		if r == '\n' || r == '\r' {
			return true
		}
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
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

// doubled reports whether the single mark at byte at, of size bytes, is the first
// of two that stand for one double mark, as in some newspaper archives.
func (s *scanner) doubled(at, size int) bool {
	mark, rest := s.text[at:at+size], s.text[at+size:]
	return strings.HasPrefix(rest, mark) && !strings.HasPrefix(rest[size:], mark)
}

// doubledMark sorts the double mark that two single marks r of size bytes make
// here. Those that lean one way, as the Penn Treebank writes them, only open.
func (s *scanner) doubledMark(r rune, size int) Gap {
	if (r == '`' || r == '‘') && !s.wordBefore(s.at) {
		return GapDoubleOpen
	}
	return s.straightDouble(s.at, 2*size)
}

// treebankBracket returns the bracket that the Penn Treebank's name for it at the
// beginning of lower-cased text stands for, or 0.
func treebankBracket(text string) Gap {
	if len(text) < len("-lrb-") || text[0] != '-' || text[4] != '-' || text[3] != 'b' {
		return 0
	}
	switch text[1:3] {
	case "lr", "ls", "lc":
		return GapBracketOpen
	case "rr", "rs", "rc":
		return GapBracketClose
	}
	return 0
}

// addMark adds a mark to the gap, and takes note of whether a quotation between
// double marks is open.
func (s *scanner) addMark(g Gap) {
	s.gap |= g
	switch {
	case g.Has(GapDoubleOpen):
		s.quoting = true
	case g.Has(GapDoubleClose | GapParagraph):
		s.quoting = false
	}
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

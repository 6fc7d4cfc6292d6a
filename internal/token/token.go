package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/width"
)

// A Token is one word of the text, as [Flatten] would leave it but for scripts
// without spaces, which Annex 29 cuts finer, together with what stood between it
// and the word before.
type Token struct {
	Start, End int    // bytes of the text
	Fold       string // lower-cased, full-width forms narrowed, combining marks left out
	Gap        Gap    // what stood between the token before and this one
	Shape      Shape
}

func (t Token) Span() Span { return Span{t.Start, t.End} }

// A Gap is the set of separators between two words. Flattened text has only
// gapSpace; the first token of a text has gapStart besides.
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
)

// GapSentence are the marks that can end a sentence.
const GapSentence = GapStart | GapParagraph | GapFullStop | GapQuestion

// Has reports whether any separator of set stood in the gap.
func (g Gap) Has(set Gap) bool { return g&set != 0 }

// Bare reports whether nothing but white space stood in the gap.
func (g Gap) Bare() bool { return g&^(GapSpace|GapLine|GapParagraph|GapStart) == 0 }

// A Shape says how a word was written.
type Shape uint8

const (
	ShapeLower  Shape = iota // no capital, no digit first
	ShapeTitle               // one capital, at the start
	ShapeUpper               // capitals only, two or more
	ShapeMixed               // capitals elsewhere
	ShapeNumber              // starts with a digit
)

const (
	classOther = iota // a mark or control character
	ClassWord         // a letter or digit
	ClassSpace
	ClassBeyond // not ASCII
)

// AsciiClass and asciiGap sort the bytes of ASCII once, so that the scan looks
// each byte up instead of comparing it.
var AsciiClass, asciiGap = asciiTables()

func asciiTables() (class [256]uint8, gaps [256]Gap) {
	for b := range 256 {
		switch {
		case b >= utf8.RuneSelf:
			class[b] = ClassBeyond
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9':
			class[b] = ClassWord
		case b == ' ' || '\t' <= b && b <= '\r':
			class[b] = ClassSpace
		default:
			class[b] = classOther
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

// A Text is what a text says in words.
type Text struct {
	Tokens []Token
	Tail   Gap // what stands after the last token
}

// Read splits text into words. ASCII is scanned byte by byte; a stretch that
// holds other letters is split by the word rules of Unicode Standard Annex 29
// (package uniseg) and each of its words again where Flatten would split it.
// Time and memory are linear in the length of text.
func Read(text string) Text {
	s := scanner{text: text, lower: lowerASCII(text), tokens: make([]Token, 0, len(text)/6+8), gap: GapStart}
	for s.at < len(text) {
		switch AsciiClass[text[s.at]] {
		case ClassWord:
			s.word()
		case ClassBeyond:
			s.beyond()
		default:
			s.separator()
		}
	}
	return Text{Tokens: s.tokens, Tail: s.gap}
}

// lowerASCII lower-cases the ASCII letters of text and leaves every other byte
// in its place. It allocates only if there is a capital.
func lowerASCII(text string) string {
	for i := range len(text) {
		if 'A' <= text[i] && text[i] <= 'Z' {
			lower := []byte(text)
			for ; i < len(lower); i++ {
				if c := lower[i]; 'A' <= c && c <= 'Z' {
					lower[i] = c | 0x20
				}
			}
			return string(lower)
		}
	}
	return text
}

// A scanner is the state of one tokenize call.
type scanner struct {
	text, lower string
	tokens      []Token
	at          int // the next byte to read
	gap         Gap // what has been read since the last token
	caser       *cases.Caser
}

// word reads the run of ASCII letters and digits that starts here. If the run
// goes on in another script the whole stretch is left to beyond.
func (s *scanner) word() {
	start := s.at
	end := start + 1
	for end < len(s.text) && AsciiClass[s.text[end]] == ClassWord {
		end++
	}
	if end < len(s.text) && s.text[end] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(s.text[end:]); JoinsWord(r) {
			s.stretch()
			return
		}
	}
	s.emit(start, end, s.lower[start:end])
	s.at = end
}

// emit appends the token text[start:end] and begins a new gap.
func (s *scanner) emit(start, end int, fold string) {
	s.tokens = append(s.tokens, Token{Start: start, End: end, Fold: fold, Gap: s.gap, Shape: ShapeOf(s.text[start:end])})
	s.gap = 0
}

// JoinsWord reports whether r, right after a letter, belongs to the same word.
func JoinsWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\u200d' || r == '\u200c'
}

// beyond reads one character that is not ASCII, or the stretch of words that
// begins with it.
func (s *scanner) beyond() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if JoinsWord(r) {
		s.stretch()
		return
	}
	s.gap |= s.gapOf(r, s.at, size)
	s.at += size
}

// stretch reads letters and digits of any script up to the next separator.
func (s *scanner) stretch() {
	end := s.at
	for end < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if !JoinsWord(r) {
			break
		}
		end += size
	}
	for state := -1; s.at < end; {
		var word string
		word, _, state = uniseg.FirstWordInString(s.text[s.at:end], state)
		s.split(s.at, s.at+len(word))
		s.at += len(word)
	}
}

// split emits the runs of letters and digits in text[start:end], one word of
// Annex 29. Combining marks and joiners stay in the span of the word they
// stand in and are left out of its folded form.
func (s *scanner) split(start, end int) {
	first := -1
	for i, r := range s.text[start:end] {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			if first < 0 {
				first = start + i
			}
		} else if first < 0 {
			s.gap |= GapOther
		}
	}
	if first >= 0 {
		s.emit(first, end, s.foldWord(s.text[first:end]))
	}
}

// foldWord lower-cases a word that is not all ASCII. The result is never empty.
func (s *scanner) foldWord(word string) string {
	if s.caser == nil {
		caser := cases.Lower(language.Und)
		s.caser = &caser
	}
	folded := s.caser.String(width.Fold.String(word))
	if strings.IndexFunc(folded, isJoiner) < 0 {
		return folded
	}
	bare := strings.Map(func(r rune) rune {
		if isJoiner(r) {
			return -1
		}
		return r
	}, folded)
	if bare == "" { // a half-width voicing mark is a letter that folds to a combining mark
		return s.caser.String(word)
	}
	return bare
}

func isJoiner(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// separator reads one ASCII character that is part of no word.
func (s *scanner) separator() {
	b := s.text[s.at]
	switch b {
	case '\n':
		if s.gap.Has(GapLine) && s.blankSinceLine() {
			s.gap |= GapParagraph
		}
		s.gap |= asciiGap[b]
	case '\'', '`':
		if s.doubled(s.at) {
			s.gap |= s.straightDouble(s.at, 2)
			s.at++
			break
		}
		s.gap |= s.gapOf(rune(b), s.at, 1)
	case '-', '"':
		s.gap |= s.gapOf(rune(b), s.at, 1)
	default:
		s.gap |= asciiGap[b]
	}
	s.at++
}

// blankSinceLine reports whether only white space stands between here and the
// line break before.
func (s *scanner) blankSinceLine() bool {
	for i := s.at - 1; i >= 0; i-- {
		switch s.text[i] {
		case '\n':
			return true
		case ' ', '\t', '\r', '\v', '\f':
		default:
			return false
		}
	}
	return false
}

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
		return AsciiClass[b] == ClassWord
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:at])
	return JoinsWord(r)
}

func (s *scanner) wordAfter(at int) bool {
	if at >= len(s.text) {
		return false
	}
	if b := s.text[at]; b < utf8.RuneSelf {
		return AsciiClass[b] == ClassWord
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

// IsDigits reports whether word is all ASCII digits.
func IsDigits(word string) bool {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return word != ""
}

// IsYear reports whether word is a year of the last or this century.
func IsYear(word string) bool {
	return len(word) == 4 && IsDigits(word) && (word[:2] == "19" || word[:2] == "20")
}

// BareBut reports whether nothing but white space and marks of set stood in
// the gap.
func (g Gap) BareBut(set Gap) bool { return (g &^ set).Bare() }

package token

import (
	"slices"
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

// Span returns the bytes of the token.
func (t Token) Span() Span { return Span{t.Start, t.End} }

// FoldAt returns the folded form of tokens[i], or "" where there is none.
func FoldAt(tokens []Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Fold
}

// A Text is what a text says in words, and what of its writing is left.
type Text struct {
	Tokens []Token
	Tail   Gap  // what stands after the last token
	Marked bool // sentence marks remain
	Cased  bool // capitals remain
	Timed  bool // times of a recording stand between the words
	breaks Gap  // what separates paragraphs
}

// wordSize is how many bytes a word of news has at least on average, with what
// stands before it: the tokens of most texts then fit where they are put at first.
const wordSize = 5

// Read splits text into words. ASCII is scanned byte by byte; a stretch that
// holds other letters is split by the word rules of Unicode Standard Annex 29
// (package uniseg) and each of its words again where Flatten would split it.
// Time and memory are linear in the length of text.
func Read(text string) Text {
	s := scanner{text: text, lower: lowerASCII(text), tokens: make([]Token, 0, len(text)/wordSize+8), gap: GapStart}
	for s.at < len(text) {
		switch ClassOf(text[s.at]) {
		case WordByte:
			s.word()
		case BeyondByte:
			s.beyond()
		default:
			s.separator()
		}
	}
	tokens, timed := withoutTimings(text, s.tokens)
	return Text{Tokens: tokens, Tail: s.gap, Timed: timed}.surveyed()
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

// A scanner is the state of one Read call.
type scanner struct {
	text, lower string
	tokens      []Token
	at          int  // the next byte to read
	gap         Gap  // what has been read since the last token
	quoting     bool // a double mark was opened in this paragraph and not closed
	caser       *cases.Caser
}

// word reads the run of ASCII letters and digits that starts here. If the run
// goes on in another script the whole stretch is left to beyond.
func (s *scanner) word() {
	start := s.at
	end := start + 1
	for end < len(s.text) && ClassOf(s.text[end]) == WordByte {
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
	if len(s.tokens) == cap(s.tokens) {
		s.makeRoom(start)
	}
	s.tokens = append(s.tokens, Token{Start: start, End: end, Fold: fold, Gap: s.gap, Shape: ShapeOf(s.text[start:end])})
	s.gap = 0
}

// makeRoom makes room for the tokens that the rest of the text has if it is like
// what was read, up to byte at, and for an eighth more of all: words shorter than
// usual are then copied once and not over and over.
func (s *scanner) makeRoom(at int) {
	known := len(s.tokens)
	rest := int(float64(known) / float64(max(at, 1)) * float64(len(s.text)-at))
	s.tokens = slices.Grow(s.tokens, rest+known/8+8)
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
	if (r == '‘' || r == '’') && s.doubled(s.at, size) {
		s.addMark(s.doubledMark(r, size))
		s.at += 2 * size
		return
	}
	s.addMark(s.gapOf(r, s.at, size))
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
			s.addMark(GapParagraph)
		}
		s.gap |= byteGaps[b]
	case '\'', '`':
		if s.doubled(s.at, 1) {
			s.addMark(s.doubledMark(rune(b), 1))
			s.at++
			break
		}
		s.gap |= s.gapOf(rune(b), s.at, 1)
	case '-':
		if g := treebankBracket(s.lower[s.at:]); g != 0 {
			s.gap |= g
			s.at += len("-lrb-") - 1
			break
		}
		s.gap |= s.gapOf(rune(b), s.at, 1)
	case '"':
		s.addMark(s.gapOf(rune(b), s.at, 1))
	case '>':
		if s.at > 0 && s.text[s.at-1] == '>' {
			s.gap |= GapTurn
		}
		s.gap |= GapOther
	default:
		s.gap |= byteGaps[b]
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

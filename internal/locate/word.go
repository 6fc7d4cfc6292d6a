package locate

import (
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A word is one word of a text: a run of letters and digits of any script, with
// the combining marks and joiners within, or one character of a script that
// puts no spaces between words.
type word struct {
	start int
	size  int32 // in bytes
	id    int32 // what the word is, however it is written; see vocabulary
}

func (w word) end() int { return w.start + int(w.size) }

func (w word) in(text string) string { return text[w.start:w.end()] }

// unknown is the id of a word of a quotation that the text does not have.
const unknown = -1

// wordSize is how many bytes a word of news has at least on average, with what
// stands before it.
const wordSize = 5

// longestWord is how many bytes a word has at most; what goes on is the next.
const longestWord = 1 << 20

// softHyphen is where a word may be broken at the end of a line.
const softHyphen = '\u00ad'

// A scanner reads the words of a text.
type scanner struct {
	text  string
	words []word
	known *vocabulary
}

// scan reads a text with the ids that known has, or gets, for its words.
func scan(text string, known *vocabulary) []word {
	s := scanner{text: text, words: make([]word, 0, len(text)/wordSize+8), known: known}
	for at := 0; at < len(text); {
		switch token.ClassOf(text[at]) {
		case token.WordByte:
			at = s.ascii(at)
		case token.BeyondByte:
			at = s.beyond(at)
		default:
			at++
		}
	}
	return s.words
}

// ascii reads the run of ASCII letters and digits at byte start, and returns the
// byte after it. If the run goes on in another script it is left to beyond.
func (s *scanner) ascii(start int) int {
	var key uint64
	end := start
	for end < len(s.text) && end < start+longestWord {
		b := s.text[end]
		if token.ClassOf(b) != token.WordByte {
			break
		}
		key = key<<8 | uint64(b|0x20) // leaves digits as they are
		end++
	}
	if end < len(s.text) && s.text[end] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(s.text[end:]); joins(r) {
			return s.beyond(start)
		}
	}
	if end-start > shortWord {
		s.add(start, end)
	} else {
		s.words = append(s.words, word{start, int32(end - start), s.known.shortID(key)})
	}
	return end
}

// add appends a word that is long or not all ASCII.
func (s *scanner) add(start, end int) {
	s.words = append(s.words, word{start, int32(end - start), s.known.id(lowerASCII(s.text[start:end]))})
}

// beyond reads the words of the run of letters, digits and marks at byte at, and
// returns the byte after it, or after the one mark that stands there.
func (s *scanner) beyond(at int) int {
	text := s.text
	start := -1 // of the word that is being read
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !joins(r) {
			break
		}
		if start >= 0 && (isUnspaced(r) || isWordRune(r) && startsUnspaced(text[start:]) || at-start > longestWord) {
			s.add(start, at)
			start = -1
		}
		if start < 0 && isWordRune(r) {
			start = at
		}
		at += size
	}
	if start >= 0 {
		s.add(start, at)
		return at
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return at + size
}

// joins reports whether r, right after a letter, belongs to the same word.
func joins(r rune) bool { return token.JoinsWord(r) || r == softHyphen }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// firstUnspaced is the first character of the scripts of isUnspaced, Thai.
const firstUnspaced = 0x0e01

// isUnspaced reports whether r is a letter of a script that puts no spaces between
// words.
func isUnspaced(r rune) bool {
	return r >= firstUnspaced && unicode.IsLetter(r) &&
		unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func startsUnspaced(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isUnspaced(r)
}

// lowerASCII lower-cases the ASCII letters of a word and leaves every other byte in
// its place.
func lowerASCII(word string) string {
	for i := range len(word) {
		if 'A' <= word[i] && word[i] <= 'Z' {
			lower := []byte(word)
			for ; i < len(lower); i++ {
				if c := lower[i]; 'A' <= c && c <= 'Z' {
					lower[i] = c | 0x20
				}
			}
			return string(lower)
		}
	}
	return word
}

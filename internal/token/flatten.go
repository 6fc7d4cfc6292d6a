package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// A FlatWord is a word of a flattened text, with where it came from.
type FlatWord struct {
	Span          // of the flattened text
	Original Span // of the text that was flattened
}

// Flatten returns text in lower-cased words that stand one space apart, and the
// words. A word is a run of letters and numbers of any script; combining marks
// and invalid bytes separate words as punctuation does.
func Flatten(text string) (flat string, words []FlatWord) {
	var b strings.Builder
	b.Grow(len(text))
	words = make([]FlatWord, 0, len(text)/6+1)
	var caser *cases.Caser
	for at := 0; at < len(text); {
		start, end, ascii := nextRun(text, at)
		if start == end {
			break
		}
		if len(words) > 0 {
			b.WriteByte(' ')
		}
		first := b.Len()
		if ascii {
			writeLowerASCII(&b, text[start:end])
		} else {
			if caser == nil {
				c := cases.Lower(language.Und)
				caser = &c
			}
			b.WriteString(caser.String(text[start:end]))
		}
		words = append(words, FlatWord{Span{first, b.Len()}, Span{start, end}})
		at = end
	}
	return b.String(), words
}

// nextRun finds the first run of letters and numbers at or after byte at, and
// whether all of it is ASCII. start equals end where there is none.
func nextRun(text string, at int) (start, end int, ascii bool) {
	start, ascii = -1, true
	for i := at; i < len(text); {
		r, size := rune(text[i]), 1
		inWord := ClassOf(text[i]) == WordByte
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
			inWord = unicode.IsLetter(r) || unicode.IsNumber(r)
		}
		switch {
		case inWord:
			if start < 0 {
				start = i
			}
			ascii = ascii && size == 1
		case start >= 0:
			return start, i, ascii
		}
		i += size
	}
	if start < 0 {
		return len(text), len(text), true
	}
	return start, len(text), ascii
}

func writeLowerASCII(b *strings.Builder, word string) {
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		b.WriteByte(c)
	}
}

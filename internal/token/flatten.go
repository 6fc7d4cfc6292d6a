package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Flatten returns text as search indexes, mining corpora and captions often
// hold it: every run of letters and numbers of any script is a word, words are
// lower-cased and stand one space apart, and all else is gone. It is the rule
// of Python's [^\W_]+ with str.lower; combining marks and invalid bytes
// separate words as punctuation does.
//
// offsets has one entry for each word of flat: the byte of text at which the
// word began. Flattening a flattened text changes nothing, but for a letter whose
// lower-case form is a letter and a mark, such as İ.
//
// The tables are those of the Unicode version that the Go release supports.
func Flatten(text string) (flat string, offsets []int) {
	var b strings.Builder
	b.Grow(len(text))
	offsets = make([]int, 0, len(text)/6+1)
	var caser *cases.Caser
	for at := 0; at < len(text); {
		start, end, ascii := nextRun(text, at)
		if start == end {
			break
		}
		if len(offsets) > 0 {
			b.WriteByte(' ')
		}
		offsets = append(offsets, start)
		if ascii {
			writeLowerASCII(&b, text[start:end])
		} else {
			if caser == nil {
				c := cases.Lower(language.Und)
				caser = &c
			}
			b.WriteString(caser.String(text[start:end]))
		}
		at = end
	}
	return b.String(), offsets
}

// nextRun finds the first run of letters and numbers at or after byte at, and
// whether all of it is ASCII. start equals end where there is none.
func nextRun(text string, at int) (start, end int, ascii bool) {
	start, ascii = -1, true
	for i := at; i < len(text); {
		r, size := rune(text[i]), 1
		inWord := AsciiClass[text[i]] == ClassWord
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

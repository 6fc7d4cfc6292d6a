package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// A lexicon holds a row of numbers for each frequent word, and for the others
// rows that their endings, beginnings and lengths are hashed to.
type lexicon struct {
	words vocabulary
	word  table
	affix table
}

// A table is rows of 8-bit numbers, signed, with a scale each.
type table struct {
	values []byte
	scale  []float32
}

const longestCounted = 12 // letters; longer words count as this long

// embed adds the numbers of a lower-cased word, and tells whether it is one of the
// frequent ones.
func (l *lexicon) embed(k kernel.Kernel, to []float32, form string) (isFrequent bool) {
	row := l.words.row(form)
	isFrequent = row != 0
	if !isFrequent {
		if pattern := numberPattern(form); pattern != form {
			row = l.words.row(pattern)
		}
	}
	l.word.add(k, to, row) // row 0 is any unknown word's
	if row != 0 {
		return isFrequent
	}
	count := utf8.RuneCountInString(form)
	for _, part := range [...]string{"3" + ending(form, 3), "2" + ending(form, 2), "1" + beginning(form, 3), "0" + lengths[min(count, longestCounted)]} {
		l.affix.add(k, to, 1+int(hash(part)%uint32(len(l.affix.scale)-1)))
	}
	return false
}

var lengths = [longestCounted + 1]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}

// add adds one row.
func (t table) add(k kernel.Kernel, to []float32, row int) {
	k.AddBytes(to, t.values[row*len(to):(row+1)*len(to)], t.scale[row])
}

// numberPattern is a word with every digit as 0.
func numberPattern(form string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, form)
}

// ending is the last n letters.
func ending(form string, n int) string {
	at := len(form)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(form[:at])
		at -= size
	}
	return form[at:]
}

// beginning is the first n letters.
func beginning(form string, n int) string {
	at := 0
	for ; n > 0 && at < len(form); n-- {
		_, size := utf8.DecodeRuneInString(form[at:])
		at += size
	}
	return form[:at]
}

// hash is FNV-1a in 32 bits.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for k := range len(s) {
		h = (h ^ uint32(s[k])) * 16777619
	}
	return h
}

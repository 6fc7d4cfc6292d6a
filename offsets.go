package verbatim

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/token"
)

// An Offsets converts the spans of one text, which count bytes, to the countings
// of other languages. Any number of goroutines may use it at once.
type Offsets struct {
	text  string
	marks []mark // one for every marked bytes; nil where all is ASCII
}

// A mark is a place between two characters, with what stands before it.
type mark struct{ bytes, runes, units int }

// marked is how many bytes of text there are to a mark: a conversion counts
// fewer than that.
const marked = 128

// NewOffsets goes through text once. An invalid byte counts as one rune and one
// unit, as in languages that put U+FFFD in its place.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text}
	if token.IsASCII(text) {
		return o
	}
	o.marks = make([]mark, 0, len(text)/marked+1)
	for m := (mark{}); ; m.pass(text) {
		for len(o.marks)*marked <= m.bytes {
			o.marks = append(o.marks, m)
		}
		if m.bytes == len(text) {
			return o
		}
	}
}

// Runes returns the span in code points, as Python counts. A place within a
// character stands for the end of it.
func (o *Offsets) Runes(s Span) Span { return Span{o.at(s.Start).runes, o.at(s.End).runes} }

// UTF16 returns the span in UTF-16 code units, as JavaScript, Java and C# count.
// A place within a character stands for the end of it.
func (o *Offsets) UTF16(s Span) Span { return Span{o.at(s.Start).units, o.at(s.End).units} }

// at returns the mark of a byte of the text.
func (o *Offsets) at(byteOffset int) mark {
	if o.marks == nil {
		return mark{byteOffset, byteOffset, byteOffset}
	}
	m := o.marks[byteOffset/marked]
	for m.bytes < byteOffset {
		m.pass(o.text)
	}
	return m
}

// pass goes on by one character.
func (m *mark) pass(text string) {
	r, size := utf8.DecodeRuneInString(text[m.bytes:])
	m.bytes += size
	m.runes++
	m.units += utf16.RuneLen(r)
}

package verbatim

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A FlatText is a text without marks and capitals, and the way back to the one
// it was made of.
type FlatText struct {
	// Text is the flattened text.
	Text  string
	words []token.FlatWord
}

// Flatten returns text as search indexes, mining corpora and captions often
// hold it: every run of letters and numbers of any script is a word, words are
// lower-cased and stand one space apart, and all else is gone. It is the rule
// of Python's [^\W_]+ with str.lower; combining marks and invalid bytes
// separate words as punctuation does. Flattening a flattened text changes
// nothing, but for a letter whose lower-case form is a letter and a mark, such
// as İ.
//
// The tables are those of the Unicode version that the Go release supports.
func Flatten(text string) FlatText {
	flat, words := token.Flatten(text)
	return FlatText{Text: flat, words: words}
}

// Original returns the piece of the published text that s, a span of f.Text,
// was made of: from the first word that s touches to the last, marks between
// them included. A span that begins or ends within a word does so in the
// original too, where the word has kept its length in bytes, and else takes the
// whole word. A span that touches no word, such as that of a space, is empty and
// stands where the word before it ends. It is the inverse of Flatten for the
// spans of a document of f.Text; [Document.MovedTo] takes it to move them all.
func (f FlatText) Original(s Span) Span {
	first, _ := slices.BinarySearchFunc(f.words, s.Start, func(w token.FlatWord, at int) int { return cmp.Compare(w.End, at+1) })
	last := first
	if first < len(f.words) {
		last, _ = slices.BinarySearchFunc(f.words, s.End, func(w token.FlatWord, at int) int { return cmp.Compare(w.Start, at) })
	}
	switch {
	case first < last:
		return Span{originalStart(f.words[first], s.Start), originalEnd(f.words[last-1], s.End)}
	case first > 0:
		end := f.words[first-1].Original.End
		return Span{end, end}
	}
	return Span{}
}

// originalStart returns the byte of the original for byte at of the flattened
// text, which is the first of the word or stands within or before it.
func originalStart(w token.FlatWord, at int) int {
	if at > w.Start && w.Len() == w.Original.Len() {
		return w.Original.Start + at - w.Start
	}
	return w.Original.Start
}

// originalEnd is originalStart for the end of a span.
func originalEnd(w token.FlatWord, at int) int {
	if at < w.End && w.Len() == w.Original.Len() {
		return w.Original.Start + at - w.Start
	}
	return w.Original.End
}

package locate_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/lineartest"
	"github.com/verbatim-news/verbatim/internal/locate"
)

// hostile are texts and quotations, each made of a piece that is repeated, that
// invite work beyond measure. end stands after the last piece of the quotation, so
// that it does not stand in the text.
var hostile = []struct{ name, text, quotation, end string }{
	{"one word", "a ", "a ", ""},
	{"one word and another", "a ", "a ", "b"},
	{"two words", "a b ", "a a b b ", ""},
	{"nearly the same", "a a a b ", "a a a c ", ""},
	{"the other way round", "a b c d e f ", "f e d c b a ", ""},
	{"numbers", "1 000 ", "1000 ", "1"},
	{"number words", "twenty one ", "21 ", "x"},
	{"ellipses", "a b ", "a … ", "b"},
	{"ellipses and longer parts", "a b c d ", "a b c … ", "b"},
	{"brackets", "a b ", "[a] b ", ""},
	{"open brackets", "a b ", "[ a ", "b"},
	{"letters in brackets", "a b ", "[a]b[a] ", ""},
	{"quotation marks", "“a,” b ", "a a ", "c"},
	{"closing marks", "a” ", "a b ", ""},
	{"contractions", "don’t ", "do not ", "x"},
	{"joined words", "ab ", "a b ", "c"},
	{"marks", "… ", "… ", ""},
	{"combining marks", "\u0301", "a\u0301", ""},
	{"one long word", "x", "x", "y"},
	{"ideographs", "東京", "京東", "x"},
	{"invalid bytes", "\xffa", "a\xff", "b"},
}

// TestLinear holds the time against the length of the text, and of text and
// quotation together.
func TestLinear(t *testing.T) {
	type pair struct{ text, quotation string }
	repeat := func(piece string, size int) string { return strings.Repeat(piece, max(1, size/len(piece))) }
	for _, h := range hostile {
		find := func(p pair) { locate.New(p.text).Find(p.quotation) }
		t.Run(h.name+"/long text", func(t *testing.T) {
			lineartest.Check(t, 1<<14, func(size int) pair { return pair{repeat(h.text, size), repeat(h.quotation, 40) + h.end} }, find)
		})
		t.Run(h.name+"/both long", func(t *testing.T) {
			lineartest.Check(t, 1<<12, func(size int) pair { return pair{repeat(h.text, size), repeat(h.quotation, size) + h.end} }, find)
		})
	}
}

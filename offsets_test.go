package verbatim_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// TestOffsets converts every span of texts and compares with counting anew.
func TestOffsets(t *testing.T) {
	long := strings.Repeat("plain words and then “é” 🚀 東京 ", 30)
	for _, text := range []string{"", "plain", "é", "🚀", "“Été,” she said. 🚀 said.", "\xff\xfe a\xed\xa0\x80b", long} {
		offsets := verbatim.NewOffsets(text)
		for start := range len(text) + 1 {
			if start < len(text) && !utf8.RuneStart(text[start]) && utf8.ValidString(text) {
				continue
			}
			span := verbatim.Span{Start: start, End: len(text)}
			runes, units := count(text[:start])
			allRunes, allUnits := count(text)
			if got, want := offsets.Runes(span), (verbatim.Span{Start: runes, End: allRunes}); got != want {
				t.Fatalf("%q: %v is %v in runes; want %v", text, span, got, want)
			}
			if got, want := offsets.UTF16(span), (verbatim.Span{Start: units, End: allUnits}); got != want {
				t.Fatalf("%q: %v is %v in UTF-16; want %v", text, span, got, want)
			}
		}
	}
}

// count counts the runes and UTF-16 units of a text.
func count(text string) (runes, units int) {
	for _, r := range text {
		runes++
		units += len(utf16.AppendRune(nil, r))
	}
	return runes, units
}

// A place within a character stands for its end.
func TestOffsetsWithinCharacter(t *testing.T) {
	offsets := verbatim.NewOffsets("a🚀b")
	if got := offsets.UTF16(verbatim.Span{Start: 2, End: 4}); got != (verbatim.Span{Start: 3, End: 3}) {
		t.Errorf("within 🚀: %v", got)
	}
}

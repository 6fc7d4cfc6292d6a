package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// gapNames writes a gap as the names of its separators.
func gapNames(g Gap) string {
	names := []string{"space", "start", "line", "paragraph", "stop", "question", "comma", "colon", "semicolon", "dash", "hyphen",
		"slash", "apostrophe", "open", "close", "open'", "close'", "bracket", "bracket/", "other", "turn", "cue"}
	var set []string
	for i, name := range names {
		if g.Has(1 << i) {
			set = append(set, name)
		}
	}
	return strings.Join(set, " ")
}

// shown is a token as the tests write it.
type shown struct{ Piece, Fold, Gap string }

func show(text string) []shown {
	var all []shown
	for _, t := range Read(text).Tokens {
		all = append(all, shown{text[t.Start:t.End], t.Fold, gapNames(t.Gap)})
	}
	return all
}

func TestTokenizeWords(t *testing.T) {
	tests := []struct {
		name, text string
		pieces     string // split by |
		folds      string
	}{
		{"ASCII", "Ana's x-ray, 3.5", "Ana|s|x|ray|3|5", "ana|s|x|ray|3|5"},
		{"underscores", "snake_case __x__", "snake|case|x", "snake|case|x"},
		{"combining mark within", "cafe\u0301s", "cafe\u0301s", "cafes"},
		{"combining mark at the end", "cafe\u0301 x", "cafe\u0301|x", "cafe|x"},
		{"combining mark first", "\u0301a", "a", "a"},
		{"composed accents", "ÉTÉ Łódź", "ÉTÉ|Łódź", "été|łódź"},
		{"full width", "ＡＮＡ１２", "ＡＮＡ１２", "ana12"},
		{"full width apostrophe", "ＤＯＮ＇Ｔ", "ＤＯＮ|Ｔ", "don|t"},
		{"half-width voicing mark", "ﾊﾟ ﾟ", "ﾊﾟ|ﾟ", "ハ|ﾟ"},
		{"joiner within", "a\u200db", "a\u200db", "ab"},
		{"emoji joined", "a 👩\u200d🚀 b", "a|b", "a|b"},
		{"emoji against words", "go👍🏽now", "go|now", "go|now"},
		{"Hebrew", "שלום עולם", "שלום|עולם", "שלום|עולם"},
		{"Hebrew with points", "שָׁלוֹם", "שָׁלוֹם", "שלום"},
		{"right to left marks", "\u200fשלום\u200e abc", "שלום|abc", "שלום|abc"},
		{"Arabic", "قال، «نعم»", "قال|نعم", "قال|نعم"},
		{"Devanagari", "हिन्दी", "हिन्दी", "हनद"},
		{"ideographs are words of their own", "東京は3つ", "東|京|は|3|つ", "東|京|は|3|つ"},
		{"mixed scripts", "xМ", "xМ", "xм"},
		{"soft hyphen", "news\u00adpaper", "news|paper", "news|paper"},
		{"invalid bytes", "a\xffb \xc3 c\xed\xa0\x80d", "a|b|c|d", "a|b|c|d"},
		{"cut character at the end", "ab\xf0\x9f\x98", "ab", "ab"},
		{"NUL", "a\x00b", "a|b", "a|b"},
		{"byte order mark", "\ufeffAna", "Ana", "ana"},
		{"no words", "“…” 👍 \xff", "", ""},
		{"nothing", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var pieces, folds []string
			for _, token := range show(test.text) {
				pieces, folds = append(pieces, token.Piece), append(folds, token.Fold)
			}
			if got := strings.Join(pieces, "|"); got != test.pieces {
				t.Errorf("words of %+q\n got %+q\nwant %+q", test.text, got, test.pieces)
			}
			if got := strings.Join(folds, "|"); got != test.folds {
				t.Errorf("folded words of %+q\n got %+q\nwant %+q", test.text, got, test.folds)
			}
		})
	}
}

func TestTokenizeGaps(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // the gaps before the words and after the last, split by |
	}{
		{"flattened", "a b", "start|space|"},
		{"sentence marks", "a, b. c? d! e: f; g… h", "start|space comma|space stop|space question|space question|space colon|space semicolon|space stop|"},
		{"line break", "a\nb", "start|space line|"},
		{"Windows line break", "a\r\nb", "start|space line|"},
		{"empty line", "a\n\nb", "start|space line paragraph|"},
		{"empty line with spaces", "a\n \t\r\nb", "start|space line paragraph|"},
		{"separator characters", "a\u2028b\u2029c", "start|space line|space line paragraph|"},
		{"hyphen and dashes", "a-b – c — d - e", "start|hyphen|space dash|space dash|space dash|"},
		{"slashes", "a/b\\c", "start|slash|slash|"},
		{"brackets", "a (b) [c]", "start|space bracket|space bracket bracket/|bracket/"},
		{"apostrophe", "Ana's Ana’s", "start|apostrophe|space|apostrophe|"},
		{"apostrophe after initials", "the U.S.'s A.’s b.", "start|space|stop|stop apostrophe|space|stop apostrophe|space|stop"},
		{"apostrophe at the end of a word", "the Lopezes’ boat", "start|space|space close'|"},
		{"apostrophe at its beginning", "in the ’90s", "start|space|space apostrophe open'|"},
		{"curly double", "“a” b", "start open|space close|"},
		{"straight double", `"a" b "c"`, "start open|space close|space open|close"},
		{"straight double after a mark", `a ("b"), "c."`, "start|space open bracket|space comma open close bracket/|stop close"},
		{"straight double between words", `a "b" c`, "start|space open|space close|"},
		{"straight double set off by spaces", `" a , " b . " c . "`, "space start open|space comma close|space stop open|space stop close"},
		{"straight double set off, opened again", "\" a .\n\" b . \"", "space start open|space line stop open|space stop close"},
		{"straight double with space after it alone", `a : " b," c`, "start|space colon open|space comma close|"},
		{"straight double against words", `a"b c"d`, "start|open|space|close|"},
		{"straight double against marks", `("a.") "b," "c?"d,"e"`, "start open bracket|space stop open close bracket/|space comma open close|question close|comma open|close"},
		{"inches", `a 6'2" b`, "start|space|apostrophe|space close|"},
		{"Penn Treebank", "`` a , '' b -LRB- c -RRB- said", "space start open|space comma close|space bracket|space bracket/|"},
		{"doubled curly single", "‘‘a’’ b", "start open|space close|"},
		{"straight single set off", "' a , ' b", "space start open'|space comma close'|"},
		{"curly single", "‘a’ b", "start open'|space close'|"},
		{"straight single", "'a' b", "start open'|space close'|"},
		{"doubled apostrophes", "''a'' b ``c''", "start open|space close|space open|close"},
		{"French", "« a » b", "space start open|space close|"},
		{"German", "„a“ b", "start open|space close|"},
		{"German pointed", "»a« b", "start open|space close|"},
		{"French before a comma", "« a », b", "space start open|space comma close|"},
		{"French without spaces before a comma", "«a», b", "start open|space comma close|"},
		{"German before a comma", "„a“, b", "start open|space comma close|"},
		{"German pointed before a comma", "»a«, b", "start open|space comma close|"},
		{"pointed around marks", "«…a!» b »a!« c", "start stop open|space question close|space open|space question close|"},
		{"curly around marks", "“…a!” (“b”)", "start stop open|space question open close bracket|close bracket/"},
		{"single pointed", "‹a› b", "start open'|space close'|"},
		{"corner brackets", "「東」「京」", "start open|open close|close"},
		{"double and single together", "“‘a’” b", "start open open'|space close close'|"},
		{"closing mark where it should open", "a ”b” c", "start|space open|space close|"},
		{"opening mark where it should close", "“a“ b", "start open|space close|"},
		{"stop within the marks", "“a.” b", "start open|space stop close|"},
		{"stop outside the marks", "“a”. b", "start open|space stop close|"},
		{"two paragraphs, marks opened again", "“a.\n\n“b.”", "start open|space line paragraph stop open|stop close"},
		{"invalid byte", "a\xffb", "start|other|"},
		{"emoji", "a 👍 b", "start|space other|"},
		{"full-width marks", "東。京、都？", "start|stop|comma|question"},
		{"nothing but marks", "“…”", "start stop open close"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			words := Read(test.text)
			var gaps []string
			for _, token := range words.Tokens {
				gaps = append(gaps, gapNames(token.Gap))
			}
			if diff := cmp.Diff(strings.Split(test.want, "|"), append(gaps, gapNames(words.Tail))); diff != "" {
				t.Errorf("gaps of %+q (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

func TestTokenizeShapes(t *testing.T) {
	for word, want := range map[string]Shape{
		"ana": ShapeLower, "Ana": ShapeTitle, "ANA": ShapeUpper, "A": ShapeTitle, "a": ShapeLower, "McCarthy": ShapeMixed,
		"iPhone": ShapeMixed, "NASAs": ShapeMixed, "90s": ShapeNumber, "G20": ShapeTitle, "BA2": ShapeUpper, "x86": ShapeLower,
		"Élise": ShapeTitle, "ÉTÉ": ShapeUpper, "Москва": ShapeTitle, "東": ShapeLower,
	} {
		tokens := Read(word).Tokens
		if len(tokens) != 1 || tokens[0].Shape != want {
			t.Errorf("Read(%q).Tokens = %+v; want one token of shape %d", word, tokens, want)
		}
	}
}

// FuzzTokenize checks that tokens and their gaps cover the text in order, and
// that each word of flattened text is one token or several.
func FuzzTokenize(f *testing.F) {
	for _, text := range []string{
		"", "“We’re here,” said Ana Lopez-Moss.\n\n''No.''", "cafe\u0301 ＡＮＡ a\u200db שלום हिन्दी 東京は", "a\xff\xc3b\xed\xa0\x80",
		"İıŉ ǅ ΟΔΟΣ", "👩\u200d🚀🇬🇧5️⃣", "1,000.5 x_y x.y x:y x'y", "a\u0301\u0302_\u0303b",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for i, token := range Read(text).Tokens {
			if token.Start < last || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("token %d is [%d, %d) after byte %d of %d", i, token.Start, token.End, last, len(text))
			}
			if (token.Gap.Has(GapStart)) != (i == 0) {
				t.Errorf("token %d has the gap %s", i, gapNames(token.Gap))
			}
			if i > 0 && token.Start > last && token.Gap == 0 {
				t.Errorf("%q stands before token %d, which has no gap", text[last:token.Start], i)
			}
			if token.Fold == "" {
				t.Errorf("token %d, %q, has no folded form", i, text[token.Start:token.End])
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[token.Start:token.End]) {
				t.Errorf("token %d cuts a character: %q", i, text[token.Start:token.End])
			}
			last = token.End
		}
		flat, _ := Flatten(text)
		if strings.Contains(text, "İ") {
			return // its lower case holds a combining mark
		}
		words := Read(flat)
		if words.Timed {
			return // the times of a recording are no tokens
		}
		next, tokens := 0, words.Tokens
		for _, word := range wordSpans(flat) {
			first := next
			for next < len(tokens) && tokens[next].End <= word.End {
				next++
			}
			if first == next || tokens[first].Start < word.Start {
				t.Fatalf("%q in %q is not made of whole tokens: %+v", word.In(flat), flat, tokens[first:next])
			}
		}
		if next < len(tokens) {
			t.Fatalf("tokens beyond the words of %q: %+v", flat, tokens[next:])
		}
	})
}

// wordSpans returns where the words of a flattened text stand.
func wordSpans(flat string) []Span {
	var spans []Span
	at := 0
	for word := range strings.SplitSeq(flat, " ") {
		if word != "" {
			spans = append(spans, Span{at, at + len(word)})
		}
		at += len(word) + 1
	}
	return spans
}

// TestCased tells texts with capitals from those that have lost them, or have
// nothing else.
func TestCased(t *testing.T) {
	for text, want := range map[string]bool{
		"I told A. Kvist that I would wait.":                           true,
		"i told a. kvist that i would wait.":                           false,
		"I TOLD A. KVIST THAT I WOULD WAIT. I DID NOT LIE.":            false,
		"I never said so.":                                             true,
		"ORLA KVIST: WHAT A DAY I HAD. TOM BRY: I HAD ONE A YEAR AGO.": false,
	} {
		if got := Read(text).Cased; got != want {
			t.Errorf("%q: cased is %v, want %v", text, got, want)
		}
	}
}

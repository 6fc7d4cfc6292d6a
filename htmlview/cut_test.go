package htmlview

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// letters stand for the kinds in the tests.
var letters = [kinds]string{
	content: "c", hedged: "h", verbatimWords: "v", source: "s", cue: "q", mention: "m", author: "a", timestamp: "t", address: "u", furniture: "f",
}

// drawn writes a cutting as its pieces, each marked one in brackets with what it
// shows: "[c0 s1 Jane Roe]". A stroke parts the blocks, and a number in braces
// stands where the words of a message begin.
func drawn(c *cutting) string {
	var b strings.Builder
	for i, block := range c.blocks {
		if i > 0 {
			b.WriteString("|")
		}
		for _, p := range block.pieces {
			for _, m := range p.opens {
				fmt.Fprintf(&b, "{%d}", m.of)
			}
			if !p.isMarked() {
				b.WriteString(p.In(c.text))
				continue
			}
			b.WriteString("[")
			for k, of := range p.top {
				if of >= 0 {
					fmt.Fprintf(&b, "%s%d ", letters[k], of)
				}
			}
			b.WriteString(p.In(c.text) + "]")
		}
	}
	return b.String()
}

// said returns an indirect message whose content is the given spans, from and to
// in turn.
func said(bounds ...int) verbatim.Message {
	m := verbatim.Message{Quote: verbatim.Quote{Form: verbatim.FormIndirect, Mode: verbatim.ModeSpeech}}
	for i := 0; i < len(bounds); i += 2 {
		m.Content = append(m.Content, verbatim.Span{Start: bounds[i], End: bounds[i+1]})
	}
	return m
}

// from gives a message a source.
func from(m verbatim.Message, start, end int) verbatim.Message {
	m.Source = &verbatim.Span{Start: start, End: end}
	return m
}

// denied gives a message its stance.
func denied(m verbatim.Message) verbatim.Message {
	m.Stance = verbatim.StanceDenied
	return m
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		name, text string
		messages   []verbatim.Message
		want       string
	}{
		{"nothing", "", nil, ""},
		{"only space", " \n\n ", nil, ""},
		{"no message", "abc def", nil, "abc def"},
		{"the whole text", "abcdef", []verbatim.Message{said(0, 6)}, "{0}[c0 abcdef]"},
		{"one", "abcdef", []verbatim.Message{said(2, 4)}, "ab{0}[c0 cd]ef"},
		{"side by side", "abcdef", []verbatim.Message{said(0, 3), said(3, 6)}, "{0}[c0 abc]{1}[c1 def]"},
		{"nested", "abcdef", []verbatim.Message{said(0, 6), said(2, 4)}, "{0}[c0 ab]{1}[c1 cd][c0 ef]"},
		{"nested, ending together", "abcdef", []verbatim.Message{said(0, 6), said(3, 6)}, "{0}[c0 abc]{1}[c1 def]"},
		{"nested, beginning together", "abcdef", []verbatim.Message{said(0, 6), said(0, 3)}, "{0}{1}[c1 abc][c0 def]"},
		{"three deep", "abcdef", []verbatim.Message{said(0, 6), said(1, 5), said(2, 4)}, "{0}[c0 a]{1}[c1 b]{2}[c2 cd][c1 e][c0 f]"},
		{"overlapping", "abcdef", []verbatim.Message{said(0, 4), said(2, 6)}, "{0}[c0 ab]{1}[c1 cd][c1 ef]"},
		{"three overlapping", "abcdefgh", []verbatim.Message{said(0, 4), said(2, 6), said(3, 8)}, "{0}[c0 ab]{1}[c1 c]{2}[c2 d][c2 ef][c2 gh]"},
		{"the one below ends first", "abcdefgh", []verbatim.Message{said(0, 3), said(1, 5), said(2, 4)}, "{0}[c0 a]{1}[c1 b]{2}[c2 c][c2 d][c1 e]fgh"},
		{"the same", "abcdef", []verbatim.Message{said(1, 5), said(1, 5)}, "a{0}{1}[c1 bcde]f"},
		{"broken", "abcdef", []verbatim.Message{said(0, 2, 4, 6)}, "{0}[c0 ab]cd{0}[c0 ef]"},
		{"broken around another", "abcdef", []verbatim.Message{said(0, 2, 4, 6), said(2, 4)}, "{0}[c0 ab]{1}[c1 cd]{0}[c0 ef]"},
		{"broken within another", "abcdef", []verbatim.Message{said(0, 6), said(1, 2, 4, 5)}, "{0}[c0 a]{1}[c1 b][c0 cd]{1}[c1 e][c0 f]"},
		{"source within", "abcdef", []verbatim.Message{from(said(0, 6), 2, 4)}, "{0}[c0 ab][c0 s0 cd][c0 ef]"},
		{"source across the edge", "abcdef", []verbatim.Message{from(said(0, 3), 2, 5)}, "{0}[c0 ab][c0 s0 c][s0 de]f"},
		{"denied around asserted", "abcdef", []verbatim.Message{denied(said(0, 6)), said(2, 4)}, "{0}[c0 h0 ab]{1}[c1 h0 cd][c0 h0 ef]"},
		{"over two paragraphs", "abc\n\ndef", []verbatim.Message{said(1, 7)}, "a{0}[c0 bc]|[c0 de]f"},
		{"from the space between them", "abc\n\ndef", []verbatim.Message{said(3, 7)}, "abc|{0}[c0 de]f"},
		{"space alone", "abc \n\n def", []verbatim.Message{said(3, 7)}, "abc|{0}def"},
		{"before its mark", "a “b” c", []verbatim.Message{said(5, 6)}, "a {0}“[c0 b]” c"},
		{"characters of several bytes", "éßü", []verbatim.Message{said(2, 4)}, "é{0}[c0 ß]ü"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := &verbatim.Document{Messages: test.messages}
			if err := doc.Validate(test.text); err != nil {
				t.Fatal(err)
			}
			if got := drawn(cut(test.text, doc)); got != test.want {
				t.Errorf("%q is cut into\n%s\nwant\n%s", test.text, got, test.want)
			}
		})
	}
}

// TestCutAtRandom compares documents with spans anywhere with what a look at every
// byte and every mark by itself says.
func TestCutAtRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		text := strings.Map(func(r rune) rune {
			if random.IntN(9) == 0 {
				return []rune(" \n")[random.IntN(2)]
			}
			return r
		}, strings.Repeat("x", 1+random.IntN(60)))
		doc := &verbatim.Document{}
		for range random.IntN(12) {
			start := random.IntN(len(text))
			m := from(said(start, start+1+random.IntN(len(text)-start)), random.IntN(len(text)), len(text))
			doc.Messages = append(doc.Messages, m)
		}
		checkCutting(t, text, doc)
	}
}

func TestCutGoldens(t *testing.T) {
	for name, text := range goldens(t) {
		t.Run(name, func(t *testing.T) {
			parser := verbatim.Parser{Light: true}
			checkCutting(t, text, parser.Parse(text))
		})
	}
}

// checkCutting fails the test unless pieces and marks are what they should be.
func checkCutting(t *testing.T, text string, doc *verbatim.Document) {
	t.Helper()
	c := cut(text, doc)
	at := 0
	for _, b := range c.blocks {
		if between := text[at:b.Start]; strings.Trim(between, spaces) != "" {
			t.Fatalf("%q is in no block of %q", between, text)
		}
		at = b.Start
		for _, p := range b.pieces {
			if p.Start != at || p.Len() == 0 {
				t.Fatalf("a piece of %q goes from %d to %d, after %d", text, p.Start, p.End, at)
			}
			at = p.End
		}
		if at != b.End {
			t.Fatalf("the pieces of %q end at %d, the block at %d", text, at, b.End)
		}
	}
	if rest := text[at:]; strings.Trim(rest, spaces) != "" {
		t.Fatalf("%q is in no block of %q", rest, text)
	}
	for number, p := range c.marked {
		for k := range p.top {
			innermost := -1
			for i, m := range c.marks { // in the order of the text, the longest first
				if m.kind == kind(k) && m.Contains(p.Span) {
					innermost = i
				}
				if m.kind == kind(k) && m.Overlaps(p.Span) != (m.first <= number && number < m.end) {
					t.Fatalf("piece %d, %q, and the mark of pieces %d to %d", number, p.In(text), m.first, m.end)
				}
			}
			want := -1
			if innermost >= 0 {
				want = c.marks[innermost].of
			}
			if p.top[k] != want {
				t.Fatalf("%q of %q shows %s%d, want %d", p.In(text), text, letters[k], p.top[k], want)
			}
		}
	}
}

// goldens returns the articles of the golden cases by name.
func goldens(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/parse/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d golden cases: %v", len(paths), err)
	}
	texts := map[string]string{}
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, found := strings.Cut(string(file), "---\n")
		if !found {
			t.Fatalf("%s has no line of dashes", path)
		}
		texts[strings.TrimSuffix(filepath.Base(path), ".txt")] = text
	}
	return texts
}

func TestBlocks(t *testing.T) {
	sentence := "the board met in town and nobody said a word of it "
	long := strings.Repeat(sentence, 40)
	for _, test := range []struct {
		name, text string
		doc        verbatim.Document
		want       []string
	}{
		{"empty lines part", "a\nb\n\nc\n \nd\n", verbatim.Document{}, []string{"a\nb", "c", "d"}},
		{"lines part where none is empty", "a\nb\nc", verbatim.Document{}, []string{"a", "b", "c"}},
		{"an empty line at an end parts nothing", "\na\nb\n\n", verbatim.Document{}, []string{"a", "b"}},
		{"lines end in other ways", "a\r\n\r\nb", verbatim.Document{}, []string{"a", "b"}},
		{"furniture stands by itself", "the headline by jane roe it began", verbatim.Document{Furniture: []verbatim.Furniture{
			{Span: verbatim.Span{Start: 0, End: 12}, Kind: verbatim.FurnitureHeadline}, {Span: verbatim.Span{Start: 13, End: 24}, Kind: verbatim.FurnitureByline},
		}}, []string{"headline: the headline", "+byline: by jane roe", "+it began"}},
		{"but the dateline", "ORRIN, May 1 – It began", verbatim.Document{Furniture: []verbatim.Furniture{
			{Span: verbatim.Span{Start: 0, End: 12}, Kind: verbatim.FurnitureDateline},
		}}, []string{"ORRIN, May 1 – It began"}},
		{"furniture goes over lines", "a\n\nb\n\nc", verbatim.Document{Furniture: []verbatim.Furniture{
			{Span: verbatim.Span{Start: 0, End: 4}, Kind: verbatim.FurnitureHeadline},
		}}, []string{"headline: a", "headline: b", "c"}},
		{"long lines break before a message", long, verbatim.Document{Messages: []verbatim.Message{said(100, 150), said(310, 320), said(500, 900), said(700, 950)}},
			[]string{strings.TrimSpace(long[:310]), "+" + strings.TrimSpace(long[310:])}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, b := range blocksOf(test.text, &test.doc) {
				words := b.In(test.text)
				if b.kind != "" {
					words = string(b.kind) + ": " + words
				}
				if b.goesOn {
					words = "+" + words
				}
				got = append(got, words)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

// TestBlocksAreShort holds the blocks of a text in one line to a length that a
// browser lays out at once.
func TestBlocksAreShort(t *testing.T) {
	for name, text := range map[string]string{
		"words": strings.Repeat("and on it goes ", 10_000), "one word": strings.Repeat("é", 50_000), "no characters": strings.Repeat("\x80", 50_000), "spaces": strings.Repeat(" ", 50_000) + "x",
	} {
		for _, b := range blocksOf(text, &verbatim.Document{}) {
			if b.Len() > longestBlock {
				t.Errorf("%s: a block of %d bytes", name, b.Len())
			}
		}
		checkCutting(t, text, &verbatim.Document{})
	}
}

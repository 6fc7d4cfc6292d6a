package restore

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// TestText flattens published sentences and gives the restorer a tagger that
// is always right: what is left to it is how things are written.
func TestText(t *testing.T) {
	for _, c := range []struct{ published, want string }{
		{"I don't think we're late, and it's Orla's fault.", "I don't think we're late, and it's Orla's fault"},
		{"The two o'clock ferry won't wait for Nora O'Dell.", "The two o'clock ferry won't wait for Nora O'Dell"},
		{"The U.S. and the U.N. met in Washington, D.C. today.", "The U.S. and the U.N. met in Washington, D.C. today"},
		{"A U.S.-led fleet, the U.S.'s third.", "A U.S.-led fleet, the U.S.'s third"},
		{"It opens at 10:30 a.m. and shuts at 9 p.m. on Monday.", "It opens at 10:30 a.m. and shuts at 9 p.m. on Monday"},
		{"Prices rose 3.5 percent to 1,000 and then 1,250,000 crowns.", "Prices rose 3.5 percent to 1,000 and then 1,250,000 crowns"},
		{"The rate went to 7 3/4 percent after a 5-4 ruling.", "The rate went to 7 3/4 percent after a 5-4 ruling"},
		{"It cost 5.5bn in 1999.", "It cost 5.5bn in 1999"},
		{"Mr. Tallow met Dr. Brandreth. Then he left.", "Mr. Tallow met Dr. Brandreth. Then he left"},
		{"J.K. Ashdale told Rowan McTallow of S&P and AT&T.", "J.K. Ashdale told Rowan McTallow of S&P and AT&T"},
		{"Is it a well-known pier? It isn't. We know.", "Is it a well-known pier? It isn't. We know"},
		{"The 1990s were Molly's. They ended.", "The 1990s were Molly's. They ended"},
		{"Go to example.com or tallow.co.uk on Friday.", "Go to example.com or tallow.co.uk on Friday"},
		{"Éloïse spoke for NATO in Århus.", "Éloïse spoke for NATO in Århus"},
	} {
		flat, _ := token.Flatten(c.published)
		a := article.Read(flat, token.Read(flat), page.Layout{}, rightly(c.published), nil)
		got := readable(a)
		if got != c.want {
			t.Errorf("%q\n gives %q,\nwant   %q", flat, got, c.want)
		}
	}
}

// TestTextWithoutTagger reads flattened words by rules alone.
func TestTextWithoutTagger(t *testing.T) {
	for flat, want := range map[string]string{
		"we don t know what they re doing": "We don't know what they're doing",
		"it cost 12 000 crowns in 2001 12": "It cost 12,000 crowns in 2001 12",
		"the u s sent it at one o clock":   "The U.S. sent it at one o'clock",
		"about 20m people i think":         "About 20m people I think",
	} {
		a := article.Read(flat, token.Read(flat), page.Layout{}, nil, nil)
		if got := readable(a); got != want {
			t.Errorf("%q gives %q, want %q", flat, got, want)
		}
	}
}

// TestTextForms reads text that has lost its marks or its capitals alone.
func TestTextForms(t *testing.T) {
	const published = "Orla Kvist isn't late. “It's the ferry,” she told Reuters."
	for given, want := range map[string]string{
		strings.ToUpper(published):                              "Orla Kvist isn't late. “It's the ferry,” she told Reuters.",
		strings.ToLower(published):                              "Orla Kvist isn't late. “It's the ferry,” she told Reuters.",
		"Orla Kvist isn t late It s the ferry she told Reuters": "Orla Kvist isn't late. It's the ferry, she told Reuters",
	} {
		a := article.Read(given, token.Read(given), page.Layout{}, rightly(published), nil)
		if got := readable(a); got != want {
			t.Errorf("%q gives %q, want %q", given, got, want)
		}
	}
}

// TestParts joins what stands on either side of a cue: a full stop where the cue
// ended its sentence, no more than the comma where it did not.
func TestParts(t *testing.T) {
	for published, want := range map[string]string{
		"“We go now,” Kvist said. “Nobody stays.”":     "We go now. Nobody stays",
		"“We go now,” Kvist said, “and nobody stays.”": "We go now, and nobody stays",
	} {
		flat, _ := token.Flatten(published)
		a := article.Read(flat, token.Read(flat), page.Layout{}, rightly(published), nil)
		r := wholeText(a)
		if got := r.Text([]token.Range{{First: 0, Last: 3}, {First: 5, Last: len(a.Tokens)}}, true); got != want {
			t.Errorf("%s: %q, want %q", published, got, want)
		}
	}
}

func BenchmarkText(b *testing.B) {
	published := strings.Repeat("Mr. Tallow of the U.S. isn't sure that Orla Kvist's ferry, due at 10:30 a.m., will sail for 1,000 crowns. ", 50)
	flat, _ := token.Flatten(published)
	a := article.Read(flat, token.Read(flat), page.Layout{}, rightly(published), nil)
	r := wholeText(a)
	b.SetBytes(int64(len(flat)))
	b.ReportAllocs()
	for b.Loop() {
		r.Text([]token.Range{{First: 0, Last: len(a.Tokens)}}, true)
	}
}

// readable returns all words of an article as the restorer writes them.
func readable(a *article.Article) string {
	r := wholeText(a)
	return r.Text([]token.Range{{First: 0, Last: len(a.Tokens)}}, true)
}

// wholeText returns the restorer of an article with its addresses and times.
func wholeText(a *article.Article) Restorer {
	addresses := address.Find(a.Text)
	expressions := timex.Scan(a.Tokens, address.Spans(addresses))
	return New(a, addresses, timex.Resolve(expressions, nil, timex.Options{}).Timestamps)
}

// An opinion is a tagger that says the same of every text.
type opinion []tagger.Restored

func (o opinion) Read([]tagger.Word, []tagger.Run) tagger.Reading {
	return tagger.Reading{Restored: o}
}

// rightly is the opinion of a tagger that knows the published text.
func rightly(published string) opinion {
	words := token.Read(published)
	tokens, tail := words.Tokens, words.Tail
	restored := make([]tagger.Restored, len(tokens))
	for i, t := range tokens {
		after := tail
		if i+1 < len(tokens) {
			after = tokens[i+1].Gap
		}
		o := &restored[i]
		o.FollowChance, o.CaseChance = 0.95, 0.95
		switch {
		case after == token.GapApostrophe:
			o.Follow = tagger.FollowApostropheJoin
		case after == token.GapHyphen:
			o.Follow = tagger.FollowHyphenJoin
		case !after.Has(token.GapSpace) && i+1 < len(tokens):
			o.Follow = tagger.FollowOtherJoin
		case after.Has(token.GapFullStop):
			o.Follow, o.EndChance = tagger.FollowEnd, 0.95
		case after.Has(token.GapQuestion):
			o.Follow, o.EndChance = tagger.FollowAsk, 0.95
		case after.Has(token.GapComma):
			o.Follow = tagger.FollowPause
		}
		switch t.Shape {
		case token.ShapeTitle, token.ShapeMixed:
			o.Case = tagger.CaseTitle
		case token.ShapeUpper:
			o.Case = tagger.CaseUpper
		}
		if i == 0 || restored[i-1].EndChance > 0.9 {
			o.CaseChance = 0.99
		}
	}
	return restored
}

// FuzzText has any tagger's opinion about any text, as it is and flattened,
// give the words back. Each byte of opinions is what the tagger thinks of a word.
func FuzzText(f *testing.F) {
	for _, text := range []string{
		"", "i don t know what the u s s s t", "“Orla’s,” said 10:30 p.m. O'Dell", "at 10 30 a m 9 11 7 3 4 1 000 000 5 5bn",
		"e\u0301te\u0301 ＡＮＡ ０１２ 👩\u200d🚀 שלום 東京は İIıi ﬁ ǅ ΑΣ σς", "a\xffb \xed\xa0\x80d e\xf0\x9f",
		"see https t co a1b2c3 or www example org or hxxp://example[.]com or ana at example dot com", "mr mcdell s a t t s p 500 jr",
		"\u0301 \u200d a\u0301 i\u0307stanbul ς ß ŉ", "WORDS IN CAPITALS\n\nand then a line\nand another", "the the the the the the the X. the the the",
	} {
		f.Add(text, []byte{4, 4, 7, 7, 3, 42, 2, 18, 5, 6}, uint8(3))
		f.Add(text, []byte{0xe8}, uint8(2)) // every word a name
		f.Add(text, []byte{0xf7}, uint8(1)) // capitals and joins
	}
	f.Fuzz(func(t *testing.T, text string, opinions []byte, cut uint8) {
		flat, _ := token.Flatten(text)
		for _, given := range []string{text, flat, strings.ToLower(text)} {
			words := token.Read(given)
			if len(words.Tokens) == 0 {
				continue
			}
			var reader article.Tagger
			if len(opinions) > 0 {
				reader = opinion(opinionsOf(opinions, len(words.Tokens)))
			}
			a := article.Read(given, words, page.Layout{}, reader, nil)
			ranges := []token.Range{{First: 0, Last: len(a.Tokens)}}
			if at := int(cut); at > 0 && at+1 < len(a.Tokens) {
				ranges = []token.Range{{First: 0, Last: at}, {First: at + 1, Last: len(a.Tokens)}}
			}
			r := wholeText(a)
			var want []string
			for _, w := range ranges {
				piece, _ := token.Flatten(a.ContentSpan(w).In(given))
				want = append(want, piece)
			}
			written := r.Text(ranges, cut%2 == 0)
			if got, _ := token.Flatten(written); got != strings.Join(want, " ") {
				t.Errorf("%q\nis read as %q,\nwith the words %q,\nwant           %q", given, written, got, want)
			}
		}
	})
}

// opinionsOf repeats opinions over n words.
func opinionsOf(opinions []byte, n int) []tagger.Restored {
	restored := make([]tagger.Restored, n)
	for i := range restored {
		o := opinions[i%len(opinions)]
		restored[i] = tagger.Restored{Follow: tagger.Follow(o & 7), FollowChance: 0.9, Case: tagger.Case((o >> 3) % 4 % 3), CaseChance: float32(o>>5) / 7}
		switch restored[i].Follow {
		case tagger.FollowEnd, tagger.FollowAsk, tagger.FollowParagraph:
			restored[i].EndChance = 0.9
		}
	}
	return restored
}

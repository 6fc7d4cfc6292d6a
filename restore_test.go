package verbatim

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/tagger"
)

// TestReadable flattens published sentences and gives the restorer a tagger that
// is always right: what is left to it is how things are written.
func TestReadable(t *testing.T) {
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
		flat, _ := Flatten(c.published)
		a := newArticle(flat)
		a.consult(rightly(c.published))
		got := wholeText(a).readable([]words{{0, len(a.tokens)}}, true)
		if got != c.want {
			t.Errorf("%q\n gives %q,\nwant   %q", flat, got, c.want)
		}
	}
}

// TestReadableWithoutTagger reads flattened words by rules alone.
func TestReadableWithoutTagger(t *testing.T) {
	for flat, want := range map[string]string{
		"we don t know what they re doing": "We don't know what they're doing",
		"it cost 12 000 crowns in 2001 12": "It cost 12,000 crowns in 2001 12",
		"the u s sent it at one o clock":   "The U.S. sent it at one o'clock",
		"about 20m people i think":         "About 20m people I think",
	} {
		a := newArticle(flat)
		if got := wholeText(a).readable([]words{{0, len(a.tokens)}}, true); got != want {
			t.Errorf("%q gives %q, want %q", flat, got, want)
		}
	}
}

// TestReadableForms reads text that has lost its marks or its capitals alone.
func TestReadableForms(t *testing.T) {
	const published = "Orla Kvist isn't late. “It's the ferry,” she told Reuters."
	for given, want := range map[string]string{
		strings.ToLower(published):                              "Orla Kvist isn't late. “It's the ferry,” she told Reuters.",
		"Orla Kvist isn t late It s the ferry she told Reuters": "Orla Kvist isn't late. It's the ferry, she told Reuters",
	} {
		a := newArticle(given)
		a.consult(rightly(published))
		if got := wholeText(a).readable([]words{{0, len(a.tokens)}}, true); got != want {
			t.Errorf("%q gives %q, want %q", given, got, want)
		}
	}
}

func BenchmarkReadable(b *testing.B) {
	published := strings.Repeat("Mr. Tallow of the U.S. isn't sure that Orla Kvist's ferry, due at 10:30 a.m., will sail for 1,000 crowns. ", 50)
	flat, _ := Flatten(published)
	a := newArticle(flat)
	a.consult(rightly(published))
	r := wholeText(a)
	b.SetBytes(int64(len(flat)))
	b.ReportAllocs()
	for b.Loop() {
		r.readable([]words{{0, len(a.tokens)}}, true)
	}
}

// wholeText returns the restorer of an article with its addresses and times.
func wholeText(a *article) restorer {
	urls := FindURLs(a.text)
	return newRestorer(a, urls, resolveTimes(outsideURLs(scanTimes(a.tokens), urls), (&Parser{}).Published, PreferPast))
}

// rightly is the opinion of a tagger that knows the published text.
func rightly(published string) []tagger.Restored {
	tokens, tail := tokenizeTail(published)
	restored := make([]tagger.Restored, len(tokens))
	for i, token := range tokens {
		after := tail
		if i+1 < len(tokens) {
			after = tokens[i+1].gap
		}
		o := &restored[i]
		o.FollowChance, o.CaseChance = 0.95, 0.95
		switch {
		case after == gapApostrophe:
			o.Follow = tagger.FollowApostropheJoin
		case after == gapHyphen:
			o.Follow = tagger.FollowHyphenJoin
		case !after.has(gapSpace) && i+1 < len(tokens):
			o.Follow = tagger.FollowOtherJoin
		case after.has(gapFullStop):
			o.Follow, o.EndChance = tagger.FollowEnd, 0.95
		case after.has(gapQuestion):
			o.Follow, o.EndChance = tagger.FollowAsk, 0.95
		case after.has(gapComma):
			o.Follow = tagger.FollowPause
		}
		switch token.shape {
		case shapeTitle, shapeMixed:
			o.Case = tagger.CaseTitle
		case shapeUpper:
			o.Case = tagger.CaseUpper
		}
		if i == 0 || restored[i-1].EndChance > 0.9 {
			o.CaseChance = 0.99
		}
	}
	return restored
}

// FuzzReadable has any tagger's opinion about any text, as it is and flattened,
// give the words back. Each byte of opinions is what the tagger thinks of a word.
func FuzzReadable(f *testing.F) {
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
		flat, _ := Flatten(text)
		for _, given := range []string{text, flat, strings.ToLower(text)} {
			a := newArticle(given)
			if len(a.tokens) == 0 {
				continue
			}
			if len(opinions) > 0 {
				a.consult(opinionsOf(opinions, len(a.tokens)))
			}
			ranges := []words{{0, len(a.tokens)}}
			if at := int(cut); at > 0 && at+1 < len(a.tokens) {
				ranges = []words{{0, at}, {at + 1, len(a.tokens)}}
			}
			r := wholeText(a)
			var want []string
			for _, span := range r.contentSpans(ranges) {
				piece, _ := Flatten(span.In(given))
				want = append(want, piece)
			}
			readable := r.readable(ranges, cut%2 == 0)
			if got, _ := Flatten(readable); got != strings.Join(want, " ") {
				t.Errorf("%q\nis read as %q,\nwith the words %q,\nwant           %q", given, readable, got, want)
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

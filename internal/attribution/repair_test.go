package attribution

import (
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, text, content, source string }{
		{
			"a clause that ends the content of according to",
			"We never closed the bridge, Venn replied, according to the Harbour Gazette. The council meets again in June.",
			"we never closed the bridge", "venn",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _ := token.Flatten(c.text)
			a, found := attributionsOf(text)
			for _, x := range found {
				if len(x.Content) == 1 && firstContent(a, x) == c.content && sourceText(a, x) == c.source {
					return
				}
			}
			for _, x := range found {
				t.Logf("%v %q", x.Form(), firstContent(a, x))
			}
			t.Errorf("no attribution of %q", c.content)
		})
	}
}

func TestSplitBetween(t *testing.T) {
	const text = "she said the bridge is closed for good we will miss it he added the council meets"
	a := article.Read(text, token.Read(text), page.Layout{}, nil, nil)
	r := &ruleReader{Article: a}
	a.Restored = make([]tagger.Restored, len(a.Tokens))
	a.Restored[7].EndChance = 0.9 // "good"
	a.Starts[14] = true           // "the council"
	r.found = []Attribution{{
		Source: token.Range{First: 0, Last: 1}, Cue: []token.Range{{First: 1, Last: 2}}, Content: []token.Range{{First: 2, Last: 12}}, Verbatim: []token.Range{{First: 2, Last: 12}},
	}}
	r.splitBetween([]Attribution{{Source: token.Range{First: 12, Last: 13}, Cue: []token.Range{{First: 13, Last: 14}}}})
	if len(r.found) != 2 || r.found[0].Content[0] != (token.Range{First: 2, Last: 8}) || r.found[1].Content[0] != (token.Range{First: 8, Last: 12}) || r.found[1].Source != (token.Range{First: 12, Last: 13}) {
		t.Errorf("split into %+v", r.found)
	}
}

func TestDropOccasion(t *testing.T) {
	for _, c := range []struct {
		text string
		want int // the first word of the content
	}{
		{"she decided tuesday to close the bridge", 3},
		{"she replied the following morning ask the harbour board", 5},
		{"she called friday s decision a win", 2},
		{"she said the bridge is closed", 2},
	} {
		a := article.Read(c.text, token.Read(c.text), page.Layout{}, nil, nil)
		x := Attribution{Cue: []token.Range{{First: 1, Last: 2}}, Content: []token.Range{{First: 2, Last: len(a.Tokens)}}}
		(&ruleReader{Article: a}).dropOccasion(&x)
		if x.Content[0].First != c.want {
			t.Errorf("%q: content begins at word %d, want %d", c.text, x.Content[0].First, c.want)
		}
	}
}

// A quotation two paragraphs away from a cue is not of whom the cue names.
func TestDropFarParts(t *testing.T) {
	for text, want := range map[string]int{
		"“The old bridge is gone,” it read.\n\nNobody came.\n\n“We will build another,” Ana Venn said.": 1,
		"Ana Venn said: “We will build another.\n\n“The old bridge is gone.”":                           2,
	} {
		a := article.Read(text, token.Read(text), page.Layout{}, nil, nil)
		cue := firstOf(a, token.Read("Ana Venn said").Tokens, 0) + 2
		x := Attribution{Cue: []token.Range{{First: cue, Last: cue + 1}}}
		for _, run := range a.Runs {
			x.Content = append(x.Content, run.Range)
		}
		x.Verbatim = x.Content
		lone := (&ruleReader{Article: a}).dropFarParts(&x)
		if len(x.Content) != want || len(x.Content)+len(lone) != 2 {
			t.Errorf("%q: %d parts and %d left over, want %d parts", text, len(x.Content), len(lone), want)
		}
	}
}

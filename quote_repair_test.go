package verbatim

import "testing"

func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, text, content, source string }{
		{
			"a clause that ends the content of according to",
			"We never closed the bridge, Venn replied, according to the Harbour Gazette. The council meets again in June.",
			"we never closed the bridge", "venn",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _ := Flatten(c.text)
			quotes := FindQuotes(text)
			for _, q := range quotes {
				if len(q.Content) == 1 && q.Content[0].In(text) == c.content && q.Source != nil && q.Source.In(text) == c.source {
					return
				}
			}
			for _, q := range quotes {
				t.Logf("%v %q", q.Form, q.Content[0].In(text))
			}
			t.Errorf("no attribution of %q", c.content)
		})
	}
}

func TestSplitBetween(t *testing.T) {
	a := newArticle("she said the bridge is closed for good we will miss it he added the council meets")
	r := &ruleReader{article: a}
	readByTagger(a, nil, model()) // for the opinion on ends
	for i := range a.restored {
		a.restored[i].EndChance = 0
	}
	a.restored[7].EndChance = 0.9 // "good"
	a.starts[14] = true           // "the council"
	r.found = []attribution{{
		source: words{0, 1}, cue: []words{{1, 2}}, content: []words{{2, 12}}, verbatim: []words{{2, 12}},
	}}
	r.splitBetween([]attribution{{source: words{12, 13}, cue: []words{{13, 14}}}})
	if len(r.found) != 2 || r.found[0].content[0] != (words{2, 8}) || r.found[1].content[0] != (words{8, 12}) || r.found[1].source != (words{12, 13}) {
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
		a := newArticle(c.text)
		x := attribution{cue: []words{{1, 2}}, content: []words{{2, len(a.tokens)}}}
		(&ruleReader{article: a}).dropOccasion(&x)
		if x.content[0].first != c.want {
			t.Errorf("%q: content begins at word %d, want %d", c.text, x.content[0].first, c.want)
		}
	}
}

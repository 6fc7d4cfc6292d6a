package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/token"
)

// takeCondition adds to what is said behind a source and cue between commas the
// clause that the sentence begins with: "If it rains, Roe said, the pool stays shut".
func takeCondition(a *article.Article, x *Attribution) {
	if !a.Marked || len(x.Cue) != 1 || x.Source.Empty() || len(x.Content) == 0 {
		return
	}
	extent := x.extent()
	first := x.Content[0].First
	if first != extent.Last || !a.Gap(first).Has(token.GapComma) || !a.Gap(extent.First).BareBut(token.GapComma) || !a.Gap(extent.First).Has(token.GapComma) {
		return
	}
	sentence := a.Sentences[a.SentenceOf(extent.First)]
	condition := token.Range{First: sentence.First, Last: extent.First}
	if condition.Len() < shortestReport || condition.Len() > maxFlatContent || !isCondition(a.Fold(condition.First)) || slices.ContainsFunc(a.RunOf[condition.First:condition.Last], func(run int32) bool { return run > 0 }) {
		return
	}
	x.Content = append([]token.Range{condition}, x.Content...)
}

// isCondition reports whether a word opens a clause that belongs to what is said in
// the clause behind it, and not to how it was said.
func isCondition(word string) bool {
	switch word {
	case "if", "unless", "because", "although", "though", "once", "until", "while", "when", "since", "whether":
		return true
	}
	return false
}

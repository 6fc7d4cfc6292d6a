package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// takeKin widens a source of flattened text by what the words before it say that the one is
// to somebody, which the tagger has left to the content: "he never shouted | his widow | jane
// roe recalled".
func takeKin(a *article.Article, x *Attribution) {
	first := x.Source.First
	if a.Marked || first < 2 || x.Source.Len() < 2 || !a.IsNameWord(first) || lexicon.RoleOf(a.Fold(first-1)) != lexicon.PersonRole {
		return
	}
	whose := first - 2
	if class := lexicon.ClassOf(a.Fold(whose)); !class.Has(lexicon.Possessive) || class.Has(lexicon.FirstPerson|lexicon.SecondPerson) {
		return
	}
	takeBefore(x, whose)
}

// takeDescribed widens a source that only says what somebody is by the name before it: "jane
// roe | the striker said". In a longer text it is as often another sentence that ends there.
func takeDescribed(a *article.Article, x *Attribution) {
	first := x.Source.First
	if a.Marked || len(a.Sentences) > fewSentences || first == 0 || x.Source.Len() < 2 || x.Source.Len() > 5 || len(x.Cue) == 0 || x.Cue[0].First < first || lexicon.RoleOf(a.Fold(x.Source.Last-1)) != lexicon.PersonRole {
		return
	}
	switch a.Fold(first) {
	case "the", "a", "an":
	default:
		return
	}
	name := first
	for name > 0 && first-name < article.MaxName && a.IsNameWord(name-1) && !a.Starts[name] {
		name--
	}
	if first-name < 2 || !lexicon.IsGivenName(a.Fold(name)) && !a.IsRare(name) || name > 0 && !a.Starts[name] && lexicon.ClassOf(a.Fold(name-1)).Has(lexicon.Preposition|lexicon.Auxiliary|lexicon.Conjunction|lexicon.Determiner) {
		return
	}
	takeBefore(x, name)
}

// takeBefore widens a source to the left, up to token first, unless nothing of the content is
// left then.
func takeBefore(x *Attribution, first int) {
	if len(without(x.Content, token.Range{First: first, Last: x.Source.First})) > 0 {
		widenSource(x, first)
	}
}

// widenSource has a source begin with token first, with words that are no part of the
// content any more.
func widenSource(x *Attribution, first int) {
	taken := token.Range{First: first, Last: x.Source.First}
	x.Content, x.Verbatim = without(x.Content, taken), without(x.Verbatim, taken)
	x.Source.First = first
}

package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What somebody said according to somebody else is two attributions, one in the
// other: “…,” she replied, according to the paper. The tagger finds the outer one.

// readInner adds the attributions that end a content of "according to". The words in
// marks are those of the inner source alone.
func (r *ruleReader) readInner() {
	var inner []Attribution
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) != 1 || r.Fold(x.Cue[0].First) != "according" {
			continue
		}
		k := slices.IndexFunc(x.Content, func(w token.Range) bool { return w.Last == x.Cue[0].First })
		if k < 0 {
			continue
		}
		clause, ok := r.innerClause(x.Content[k])
		if !ok {
			continue
		}
		said := token.Range{First: x.Content[k].First, Last: clause.extent().First}
		if said.Len() < 2 {
			continue
		}
		a := r.newAttribution(clause, said)
		a.Verbatim = intersect(x.Verbatim, said)
		if r.Marked {
			more := slices.DeleteFunc(slices.Clone(x.Content), func(w token.Range) bool { return w.First < x.Cue[0].Last || !slices.Contains(x.Verbatim, w) })
			a.Content, a.Verbatim = append(a.Content, more...), append(a.Verbatim, more...)
			x.Content = slices.DeleteFunc(x.Content, func(w token.Range) bool { return slices.Contains(more, w) })
			x.Verbatim = nil
		}
		inner = append(inner, a)
	}
	r.found = append(r.found, inner...)
}

// maxInner is how many words the clause that names the inner source may have, with
// whom was told and when.
const maxInner = 16

// innerClause returns the clause of saying that ends a content, but for whom was told
// and the occasion.
func (r *ruleReader) innerClause(content token.Range) (cueClause, bool) {
	first := max(content.First, content.Last-maxInner)
	if r.Marked {
		run := content.Last - 1
		for run >= first && r.RunOf[run] == 0 {
			run--
		}
		if first = run + 1; first == content.Last || run < content.First || r.RunOf[run] == 0 {
			return cueClause{}, false
		}
	}
	for i := content.Last - 1; i >= first; i-- {
		clause, ok := clauseAt(r.Article, i, token.Range{First: first, Last: content.Last})
		if !ok || clause.source.Empty() || r.Fold(i) == "states" || clause.lexeme.Frame == lexicon.Object || clause.lexeme.Act == lexicon.Thinking {
			continue
		}
		if r.Marked {
			return clause, clause.extent().First == first
		}
		after := clause.extent().Last
		if clause.lexeme.Frame == lexicon.Addressee {
			if after = r.NounPhraseAfter(after, content).Last; after == 0 {
				continue
			}
		}
		return clause, !clause.inverted && (after == content.Last || clause.lexeme.Frame == lexicon.Addressee && r.opensOccasion(after))
	}
	return cueClause{}, false
}

package attribution

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

const (
	maxFlatContent = 45 // words that one content may have in flattened text
	flatClauseSize = 16 // words of an indirect clause where nothing ends it
	personWindow   = 30 // words beside a clause searched for the shift of person
)

// readUnmarked reads text without sentence marks. What was said stands between
// one cue clause and the next; the side that shifts into the first or second
// person is the speaker's own.
func (r *ruleReader) readUnmarked() {
	whole := token.Range{First: 0, Last: len(r.Tokens)}
	clauses := r.clausesOf(whole)
	free := 0 // the first word that no attribution has used
	for k, clause := range clauses {
		extent := clause.extent()
		limit := min(len(r.Tokens), extent.Last+maxFlatContent)
		if k+1 < len(clauses) {
			limit = min(limit, clauses[k+1].extent().First)
		}
		before := token.Range{First: max(free, extent.First-maxFlatContent), Last: extent.First}
		content, verbatim := r.flatContent(clause, before, token.Range{First: r.contentStart(clause), Last: limit})
		free = max(free, extent.Last)
		if content.Empty() {
			continue
		}
		a := r.newAttribution(clause, content)
		if verbatim {
			a.Verbatim = a.Content
		}
		a.Confidence *= 0.6
		r.found = append(r.found, a)
		free = max(free, content.Last)
	}
}

// flatContent chooses between the words before a clause and those after it,
// and tells whether they are the speaker's own.
func (r *ruleReader) flatContent(clause cueClause, before, after token.Range) (content token.Range, verbatim bool) {
	ownBefore := r.persons(token.Range{First: max(before.First, before.Last-personWindow), Last: before.Last})
	ownAfter := r.persons(token.Range{First: after.First, Last: min(after.Last, after.First+personWindow)})
	frame := clause.lexeme.Frame
	switch {
	case after.Empty() && before.Empty():
		return token.Range{}, false
	case r.Fold(after.First) == "that" && frame != lexicon.Object || clause.prefixed && before.Empty():
		return r.cut(after, flatClauseSize), false
	case clause.prefixed:
		return token.Range{First: max(before.First, before.Last-flatClauseSize), Last: before.Last}, false
	case frame != lexicon.Object && ownBefore > 0 && ownBefore >= ownAfter && before.Len() >= 4:
		return before, true
	case clause.inverted && before.Len() >= 4:
		return token.Range{First: max(before.First, before.Last-flatClauseSize), Last: before.Last}, false
	case frame != lexicon.Object && ownAfter > 0:
		return after, true
	default:
		return r.cut(after, flatClauseSize), false
	}
}

// cut returns at most n words of w.
func (r *ruleReader) cut(w token.Range, n int) token.Range {
	return token.Range{First: w.First, Last: min(w.Last, w.First+n)}
}

// persons counts the words of the first and second person.
func (r *ruleReader) persons(w token.Range) int {
	n := 0
	for i := w.First; i < w.Last; i++ {
		if lexicon.ClassOf(r.Fold(i)).Has(lexicon.FirstPerson | lexicon.SecondPerson) {
			n++
		}
	}
	return n
}

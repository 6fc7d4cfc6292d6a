package verbatim

import "github.com/verbatim-news/verbatim/internal/lexicon"

const (
	maxFlatContent = 45 // words that one content may have in flattened text
	flatClauseSize = 16 // words of an indirect clause where nothing ends it
	personWindow   = 30 // words beside a clause searched for the shift of person
)

// readUnmarked reads text without sentence marks. What was said stands between
// one cue clause and the next; the side that shifts into the first or second
// person is the speaker's own.
func (r *ruleReader) readUnmarked() {
	whole := words{0, len(r.tokens)}
	clauses := r.clausesOf(whole)
	free := 0 // the first word that no attribution has used
	for k, clause := range clauses {
		extent := clause.extent()
		limit := min(len(r.tokens), extent.last+maxFlatContent)
		if k+1 < len(clauses) {
			limit = min(limit, clauses[k+1].extent().first)
		}
		before := words{max(free, extent.first-maxFlatContent), extent.first}
		content, verbatim := r.flatContent(clause, before, words{r.contentStart(clause), limit})
		free = max(free, extent.last)
		if content.empty() {
			continue
		}
		a := r.newAttribution(clause)
		a.content = []words{content}
		if verbatim {
			a.verbatim = a.content
		}
		a.confidence *= 0.6
		r.found = append(r.found, a)
		free = max(free, content.last)
	}
}

// flatContent chooses between the words before a clause and those after it,
// and tells whether they are the speaker's own.
func (r *ruleReader) flatContent(clause cueClause, before, after words) (content words, verbatim bool) {
	ownBefore := r.persons(words{max(before.first, before.last-personWindow), before.last})
	ownAfter := r.persons(words{after.first, min(after.last, after.first+personWindow)})
	frame := clause.lexeme.Frame
	switch {
	case after.empty() && before.empty():
		return words{}, false
	case r.fold(after.first) == "that" && frame != lexicon.Object || clause.prefixed && before.empty():
		return r.cut(after, flatClauseSize), false
	case clause.prefixed:
		return words{max(before.first, before.last-flatClauseSize), before.last}, false
	case frame != lexicon.Object && ownBefore > 0 && ownBefore >= ownAfter && before.len() >= 4:
		return before, true
	case clause.inverted && before.len() >= 4:
		return words{max(before.first, before.last-flatClauseSize), before.last}, false
	case frame != lexicon.Object && ownAfter > 0:
		return after, true
	default:
		return r.cut(after, flatClauseSize), false
	}
}

// cut returns at most n words of w.
func (r *ruleReader) cut(w words, n int) words {
	return words{w.first, min(w.last, w.first+n)}
}

// persons counts the words of the first and second person.
func (r *ruleReader) persons(w words) int {
	n := 0
	for i := w.first; i < w.last; i++ {
		if lexicon.ClassOf(r.fold(i)).Has(lexicon.FirstPerson | lexicon.SecondPerson) {
			n++
		}
	}
	return n
}

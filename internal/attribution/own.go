package attribution

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A content that is all but the speaker's own words has a few of the writer's
// about them: that “…”, “…” or “…”, to her, “…”.

// settleOwnWords makes the content of such an attribution the speaker's words
// alone, one part for each pair of marks, if the writer's say nothing. Where no
// marks are left to tell whose the few words are, they are the speaker's too.
func settleOwnWords(a *article.Article, x *Attribution) {
	if a.Marked {
		takeInvertedSource(a, x)
		dropManner(a, x)
		dropTopic(a, x)
	}
	nearlyOwn := x.IsNearlyVerbatim()
	if !a.Marked {
		if nearlyOwn {
			x.Verbatim = slices.Clone(x.Content)
		}
		return
	}
	parts := make([]token.Range, 0, len(x.Content))
	for _, w := range x.Content {
		at := w.First // the first word that is not settled
		for _, part := range intersect(x.Verbatim, w) {
			lead := token.Range{First: at, Last: part.First}
			if !lead.Empty() && !onlyJoins(a, lead) && !(nearlyOwn && onlyLeads(a, lead)) {
				return
			}
			parts = appendRuns(a, parts, part)
			at = part.Last
		}
		if rest := (token.Range{First: at, Last: w.Last}); !rest.Empty() && (at == w.First || !isUtterance(a, parts[len(parts)-1]) || !isAfterword(a, rest)) {
			return
		}
	}
	x.Content, x.Verbatim = parts, slices.Clone(parts)
}

// dropOwnClause leaves the source and the cue out of what is said, where a mark that
// is missing has put them within a quotation.
func dropOwnClause(x *Attribution) {
	if !slices.ContainsFunc(x.Content, x.isBeside) {
		return
	}
	for _, w := range append([]token.Range{x.Source}, x.Cue...) {
		if !w.Empty() {
			x.Content, x.Verbatim = without(x.Content, w), without(x.Verbatim, w)
		}
	}
}

// takeInvertedSource makes the name behind a cue without a source its source where
// the content begins with it: “…,” said Roe, “…”
func takeInvertedSource(a *article.Article, x *Attribution) {
	if len(x.Cue) == 0 || !x.Source.Empty() {
		return
	}
	for k := range x.Content {
		w := &x.Content[k]
		own := intersect(x.Verbatim, *w)
		if w.First != x.LastCue().Last || len(own) == 0 || !a.CanName(w.First) {
			continue
		}
		name := a.NounPhraseAfter(w.First, token.Range{First: w.First, Last: own[0].First})
		if name.Last == own[0].First {
			x.Source, w.First = name, name.Last
		}
	}
}

// dropTopic leaves out of a content what the writer says before the colon of a
// quotation, if that is no clause: "Roe explained her reasoning: “…”", "Going off
// script, Roe said: “…”".
func dropTopic(a *article.Article, x *Attribution) {
	if len(x.Cue) == 0 || len(x.Verbatim) == 0 {
		return
	}
	own := x.Verbatim[0]
	cue := x.extent()
	if own.First < cue.Last || !a.Gap(own.First).Has(token.GapColon) || x.Content[0].First == own.First {
		return
	}
	for _, w := range x.Content {
		lead := token.Range{First: w.First, Last: min(w.Last, own.First)}
		opens := lead.First < cue.First && opensWithParticiple(a, lead)
		names := lead.First == cue.Last && !hasVerb(a, lead)
		if lead.First < own.First && (opens || names) {
			x.Content = without(x.Content, lead)
			return
		}
	}
}

// opensWithParticiple reports whether words begin with what somebody did while
// speaking: "going off script".
func opensWithParticiple(a *article.Article, w token.Range) bool {
	word := a.Fold(w.First)
	return len(word) > 4 && strings.HasSuffix(word, "ing") && !lexicon.ClassOf(word).Has(lexicon.Preposition)
}

// hasVerb reports whether words hold what can be the verb of a clause.
func hasVerb(a *article.Article, w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		word := a.Fold(i)
		class := lexicon.ClassOf(word)
		if _, says := lexicon.LookupCue(word); says || class.Has(lexicon.Auxiliary|lexicon.Complementizer) || lexicon.IsPastTense(word) || class.Has(lexicon.Clitic) && word != "s" {
			return true
		}
	}
	return false
}

// isUtterance reports whether the quotation w is one by itself, which a comma or
// colon announces and a mark of its own ends: he said, “…,” and rose.
func isUtterance(a *article.Article, w token.Range) bool {
	return a.Gap(w.First).Has(token.GapComma|token.GapColon) && a.Gap(w.Last).Has(token.GapComma|token.GapFullStop|token.GapQuestion)
}

// maxAfterword is how many words may tell what one did who has spoken.
const maxAfterword = 12

// isAfterword reports whether the words w behind a quotation can be the rest of
// the writer's sentence.
func isAfterword(a *article.Article, w token.Range) bool {
	if w.Len() > maxAfterword {
		return false
	}
	for i := w.First; i < w.Last; i++ {
		if a.Starts[i] || a.RunOf[i] > 0 {
			return false
		}
	}
	return true
}

// dropManner leaves out of a content what the writer says behind the cue of a
// quotation before it: “…,” she said as she rose, “…”
func dropManner(a *article.Article, x *Attribution) {
	if len(x.Cue) == 0 || len(x.Content) < 2 {
		return
	}
	extent := x.extent()
	quoted := slices.ContainsFunc(x.Verbatim, func(w token.Range) bool { return w.Last == extent.First })
	if !quoted {
		return
	}
	for k := range x.Content {
		w := &x.Content[k]
		if own := intersect(x.Verbatim, *w); w.First == extent.Last && len(own) > 0 && a.Gap(own[0].First).Has(token.GapComma) {
			w.First = own[0].First
		}
	}
	x.Content = slices.DeleteFunc(x.Content, func(w token.Range) bool {
		return w.First >= extent.Last && len(intersect(x.Verbatim, w)) == 0 && !goesOn(a.Fold(w.First))
	})
}

// goesOn reports whether a word behind a cue can begin more of what was said.
func goesOn(word string) bool { return word == "and" || word == "but" || word == "that" }

// appendRuns appends the quoted runs within w, each a part of its own.
func appendRuns(a *article.Article, parts []token.Range, w token.Range) []token.Range {
	for i := w.First + 1; i < w.Last; i++ {
		if a.RunOf[i] != a.RunOf[i-1] {
			parts = append(parts, token.Range{First: w.First, Last: i})
			w.First = i
		}
	}
	return append(parts, w)
}

func wordsIn(ranges []token.Range) (n int) {
	for _, w := range ranges {
		n += w.Len()
	}
	return n
}

// onlyJoins reports whether the words w do no more than tie what follows to what
// stands before.
func onlyJoins(a *article.Article, w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		switch a.Fold(i) {
		case "that", "and", "or":
		default:
			return false
		}
	}
	return true
}

// onlyLeads reports whether the writer's words w right before the speaker's own
// do no more than lead to them: a conjunction, or what a comma or colon parts
// from them.
func onlyLeads(a *article.Article, w token.Range) bool {
	if a.Gap(w.Last).Has(token.GapComma | token.GapColon) {
		return true
	}
	for i := w.First; i < w.Last; i++ {
		switch a.Fold(i) {
		case "that", "and", "or", "but", "then", "also", "to", "as":
		default:
			return false
		}
	}
	return true
}

// attributionsOf returns for each token 1 + the index of the attribution whose
// content holds it, or 0.
func (r *ruleReader) attributionsOf() []int {
	return r.indexed(func(x *Attribution) []token.Range { return x.Content })
}

// indexed returns for each token 1 + the index of the attribution of which words holds
// it, or 0.
func (r *ruleReader) indexed(words func(x *Attribution) []token.Range) []int {
	of := make([]int, len(r.Tokens))
	for n := range r.found {
		for _, w := range words(&r.found[n]) {
			for i := w.First; i < w.Last; i++ {
				of[i] = n + 1
			}
		}
	}
	return of
}

// joinResumed gives a quotation that a paragraph leaves open to the voice that
// goes on in the next one, which opens its marks again, unless a cue there says
// whose words those are.
func (r *ruleReader) joinResumed() {
	of := r.attributionsOf()
	joined := make([]bool, len(r.found))
	for k := range len(r.Runs) - 1 {
		run, next := r.Runs[k], r.Runs[k+1]
		from, to := of[run.Last-1]-1, of[next.First]-1
		if !run.Continues || from < 0 || from == to || r.isClaimed(run.Range) || r.isClaimed(next.Range) {
			continue
		}
		x := &r.found[from]
		if x.isBeside(next.Range) {
			continue // a mark is missing: the cue stands where it seems to go on
		}
		more := []token.Range{next.Range}
		if to >= 0 {
			other := &r.found[to]
			switch {
			case other.Content[0].First < next.First:
				continue
			case len(other.Cue) == 0:
				more = other.Content
				joined[to] = true
			case len(other.Content) > 1 && other.Content[0] == next.Range && r.speaksBelow(*other, next.Range):
				other.Content, other.Verbatim = other.Content[1:], without(other.Verbatim, next.Range)
			default:
				continue
			}
		}
		x.Content, x.Verbatim = append(x.Content, more...), append(x.Verbatim, more...)
		for _, w := range more {
			for i := w.First; i < w.Last; i++ {
				of[i] = from + 1
			}
		}
	}
	r.leaveOut(joined)
}

// leaveOut drops the attributions that others have taken in.
func (r *ruleReader) leaveOut(joined []bool) {
	n := -1
	r.found = slices.DeleteFunc(r.found, func(Attribution) bool { n++; return joined[n] })
}

package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A cueClause is the part of a sentence that attributes: a source and a cue,
// such as "she said" or "according to police".
type cueClause struct {
	source   token.Range // empty where left out
	implied  bool        // the source is the subject of an earlier clause
	cue      token.Range
	lexeme   lexicon.Cue
	inverted bool // the source follows the cue
	prefixed bool // "according to": the source follows and the clause may stand anywhere
}

// extent returns the words of source and cue together.
func (c cueClause) extent() token.Range {
	if c.source.Empty() || c.implied {
		return c.cue
	}
	return token.Range{First: min(c.source.First, c.cue.First), Last: max(c.source.Last, c.cue.Last)}
}

// infinitive is what a verb of saying is behind an auxiliary: "would not confirm
// that".
var infinitive = lexicon.Cue{Act: lexicon.Speaking, Frame: lexicon.Clause, Weight: 0.5}

// clauseAt reads the cue clause whose cue has its main word at token i. limits
// bound the words that may belong to it.
func clauseAt(a *article.Article, i int, limits token.Range) (cueClause, bool) {
	if a.Fold(i) == "according" && a.Fold(i+1) == "to" {
		clause := cueClause{cue: token.Range{First: i, Last: i + 2}, lexeme: lexicon.Cue{Act: lexicon.Speaking, Frame: lexicon.Clause, Weight: 0.93}, prefixed: true}
		clause.source = a.NounPhraseAfter(i+2, limits)
		return clause, !clause.source.Empty()
	}
	lexeme, ok := lexicon.LookupCue(a.Fold(i))
	if !ok && lexicon.IsSaying(a.Fold(i)) && verbGroup(a, i, limits).Len() > 1 {
		lexeme, ok = infinitive, true
	}
	if !ok && a.Fold(i) == "written" && isPerfect(a, i, limits) {
		lexeme, ok = lexicon.LookupCue("wrote")
	}
	if !ok || isNoun(a, i, limits) {
		return cueClause{}, false
	}
	clause := cueClause{cue: verbGroup(a, i, limits), lexeme: lexeme}
	clause.source = a.NounPhraseBefore(clause.cue.First, limits)
	if clause.source.Empty() && lexeme.Frame == lexicon.Clause && clause.cue.Len() == 1 {
		clause.source = a.NounPhraseAfter(clause.cue.Last, limits)
		clause.inverted = !clause.source.Empty()
	}
	if clause.source.Empty() && strings.HasSuffix(a.Fold(i), "ing") {
		return clause, true // "…, adding that": the subject is further back
	}
	return clause, !clause.source.Empty()
}

// isPerfect reports whether a form of "have" stands before the participle at token i.
func isPerfect(a *article.Article, i int, limits token.Range) bool {
	group := verbGroup(a, i, limits)
	switch a.Fold(group.First) {
	case "has", "had", "have":
		return true
	}
	return false
}

// isNoun reports whether the cue word at token i stands where a noun or an
// infinitive stands: "the claims", "to say", "of calls".
func isNoun(a *article.Article, i int, limits token.Range) bool {
	if i <= limits.First {
		return false
	}
	before := a.Fold(i - 1)
	class := lexicon.ClassOf(before)
	if before == "to" || class.Has(lexicon.Determiner|lexicon.Possessive) && !class.Has(lexicon.Subject) {
		return true
	}
	if class.Has(lexicon.Preposition) {
		return !strings.HasSuffix(a.Fold(i), "ing")
	}
	return before == "s" && a.Gap(i-1).Has(token.GapApostrophe)
}

// verbGroup widens the cue verb at token i by auxiliaries and adverbs before
// it: "has also said".
func verbGroup(a *article.Article, i int, limits token.Range) token.Range {
	first := i
	for first > limits.First && a.Gap(first).Bare() {
		word := a.Fold(first - 1)
		if !lexicon.ClassOf(word).Has(lexicon.Auxiliary) && (!isAdverb(word) || a.IsNameWord(first-1)) {
			break // "Joan Tully said"
		}
		first--
	}
	return token.Range{First: first, Last: i + 1}
}

// isAdverb reports whether a word may slip between a subject and its verb.
func isAdverb(word string) bool {
	return lexicon.ClassOf(word).Has(lexicon.Adverb) || len(word) > 4 && strings.HasSuffix(word, "ly")
}

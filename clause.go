package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// A cueClause is the part of a sentence that attributes: a source and a cue,
// such as "she said" or "according to police".
type cueClause struct {
	source   words // empty where left out
	implied  bool  // the source is the subject of an earlier clause
	cue      words
	lexeme   lexicon.Cue
	inverted bool // the source follows the cue
	prefixed bool // "according to": the source follows and the clause may stand anywhere
}

// extent returns the words of source and cue together.
func (c cueClause) extent() words {
	if c.source.empty() || c.implied {
		return c.cue
	}
	return words{min(c.source.first, c.cue.first), max(c.source.last, c.cue.last)}
}

// maxSource is how many words the naming of a source may have.
const maxSource = 14

// clauseAt reads the cue clause whose cue has its main word at token i. limits
// bound the words that may belong to it.
func (a *article) clauseAt(i int, limits words) (cueClause, bool) {
	if a.fold(i) == "according" && a.fold(i+1) == "to" {
		clause := cueClause{cue: words{i, i + 2}, lexeme: lexicon.Cue{Act: lexicon.Speaking, Frame: lexicon.Clause, Weight: 0.93}, prefixed: true}
		clause.source = a.nounPhraseAfter(i+2, limits)
		return clause, !clause.source.empty()
	}
	lexeme, ok := lexicon.LookupCue(a.fold(i))
	if !ok || a.isNoun(i, limits) {
		return cueClause{}, false
	}
	clause := cueClause{cue: a.verbGroup(i, limits), lexeme: lexeme}
	clause.source = a.nounPhraseBefore(clause.cue.first, limits)
	if clause.source.empty() && lexeme.Frame == lexicon.Clause && clause.cue.len() == 1 {
		clause.source = a.nounPhraseAfter(clause.cue.last, limits)
		clause.inverted = !clause.source.empty()
	}
	if clause.source.empty() && strings.HasSuffix(a.fold(i), "ing") {
		return clause, true // "…, adding that": the subject is further back
	}
	return clause, !clause.source.empty()
}

// fold returns the folded form of token i, or "" beyond the text.
func (a *article) fold(i int) string {
	if i < 0 || i >= len(a.tokens) {
		return ""
	}
	return a.tokens[i].fold
}

// sameWords reports whether the words of w stand at token i too.
func (a *article) sameWords(w words, i int) bool {
	for k := range w.len() {
		if a.fold(w.first+k) != a.fold(i+k) {
			return false
		}
	}
	return true
}

// isSubjectPronoun reports whether w is a pronoun that can be a subject.
func (a *article) isSubjectPronoun(w words) bool {
	return w.len() == 1 && lexicon.ClassOf(a.fold(w.first)).Has(lexicon.Subject)
}

// isNoun reports whether the cue word at token i stands where a noun or an
// infinitive stands: "the claims", "to say", "of calls".
func (a *article) isNoun(i int, limits words) bool {
	if i <= limits.first {
		return false
	}
	before := a.fold(i - 1)
	class := lexicon.ClassOf(before)
	if before == "to" || class.Has(lexicon.Determiner|lexicon.Possessive) && !class.Has(lexicon.Subject) {
		return true
	}
	if class.Has(lexicon.Preposition) {
		return !strings.HasSuffix(a.fold(i), "ing")
	}
	return before == "s" && a.gap(i-1).has(gapApostrophe)
}

// verbGroup widens the cue verb at token i by auxiliaries and adverbs before
// it: "has also said".
func (a *article) verbGroup(i int, limits words) words {
	first := i
	for first > limits.first && a.gap(first).bare() {
		word := a.fold(first - 1)
		if !lexicon.ClassOf(word).Has(lexicon.Auxiliary|lexicon.Adverb) && !(len(word) > 4 && strings.HasSuffix(word, "ly")) {
			break
		}
		first--
	}
	return words{first, i + 1}
}

// separates are the marks that end a noun phrase.
const separates = gapComma | gapColon | gapSemicolon | gapDash | gapFullStop | gapQuestion | gapParagraph |
	gapDoubleOpen | gapDoubleClose | gapSingleOpen | gapSingleClose | gapBracketOpen | gapBracketClose

// nounPhraseBefore returns the noun phrase that ends right before token end,
// with an apposition between commas if there is one.
func (a *article) nounPhraseBefore(end int, limits words) words {
	if end <= limits.first {
		return words{}
	}
	head := a.bracketBefore(end, limits)
	g := a.gap(end)
	switch {
	case g.has(gapComma) && (g.bareBut(gapComma) || head < end):
		return a.appositionBefore(end, limits)
	case head < end:
		if w := (words{a.phraseStart(head, limits), head}).orNone(a); !w.empty() {
			return words{w.first, end}
		}
		return words{}
	case g.has(separates) && (!g.has(gapFullStop) || a.isSentenceStart(end)):
		return words{}
	}
	return words{a.phraseStart(end, limits), end}.orNone(a)
}

// appositionBefore reads "name, a description," before token end.
func (a *article) appositionBefore(end int, limits words) words {
	for comma := end - 1; comma > limits.first && end-comma < maxSource; comma-- {
		g := a.gap(comma)
		if !g.has(separates) || g.has(gapFullStop) && !g.has(gapComma|gapBracketClose) {
			continue
		}
		head := a.bracketBefore(comma, limits)
		if !g.has(gapComma) && head == comma || !g.bareBut(gapComma|gapBracketClose|gapFullStop) {
			return words{}
		}
		first := a.phraseStart(head, limits)
		if first == head || !a.isNameWord(head-1) {
			return words{}
		}
		return words{first, end}
	}
	return words{}
}

// orNone returns w unless its words cannot be a source.
func (w words) orNone(a *article) words {
	if w.empty() {
		return words{}
	}
	head := a.fold(w.last - 1)
	class := lexicon.ClassOf(head)
	if class.Has(lexicon.Subject) && w.len() == 1 {
		return w
	}
	if class != 0 && !class.Has(lexicon.Title|lexicon.Number) && !class.Has(lexicon.Subject) && !a.isNameWord(w.last-1) {
		return words{}
	}
	return w
}

// phraseStart walks left from token end over one noun phrase and returns its
// first token, or end if there is none.
func (a *article) phraseStart(end int, limits words) int {
	first := end
	for i := end - 1; i >= limits.first && end-i <= maxSource; i-- {
		if i+1 < end && a.breaksPhrase(i+1) {
			return first
		}
		class := lexicon.ClassOf(a.fold(i))
		switch {
		case class.Has(lexicon.Subject) && !class.Has(lexicon.Determiner):
			if i == end-1 {
				return i
			}
			return first
		case class.Has(lexicon.Determiner | lexicon.Possessive):
			first = i
			if !a.continuesLeft(i, limits) {
				return first
			}
		case class.Has(lexicon.Preposition):
			if first == end || !phrasePreposition(a.fold(i)) {
				return first
			}
		case class.Has(lexicon.Clitic):
			if a.fold(i) != "s" {
				return first
			}
		case class.Has(lexicon.Conjunction):
			if a.fold(i) != "and" || first == end || !a.isNameWord(i-1) || !a.isNameWord(i+1) {
				return first
			}
		case class&^(lexicon.Title|lexicon.Number) != 0:
			return first
		case !a.isNameWord(i) && first < end && !a.modifies(i, first):
			return first
		default:
			if cue, ok := lexicon.LookupCue(a.fold(i)); ok && cue.Weight >= 0.8 && i < end-1 {
				return first
			}
			first = i
		}
	}
	return first
}

// breaksPhrase reports whether a mark that ends a noun phrase stands before
// token i. The stop of an abbreviation does not.
func (a *article) breaksPhrase(i int) bool {
	g := a.gap(i)
	if g.has(separates &^ gapFullStop) {
		return true
	}
	if !a.marked && a.restored != nil && i > 0 && i < len(a.tokens) {
		if generation(a.fold(i)) != "" {
			return false // "Roe, Jr."
		}
		if abbreviationOf(a.fold(i-1)) == abbreviationBefore {
			return false // "Ms. Roe"
		}
		if (a.isMiddleInitial(i-1) || a.isLeadingInitial(i-1)) && a.isNameWord(i) {
			return false // "Jane A. Roe"
		}
		before := a.restored[i-1]
		return before.Follow == tagger.FollowPause || before.EndChance > likelyEnd
	}
	return g.has(gapFullStop) && a.isSentenceStart(i)
}

// likelyEnd is the chance of a sentence's end above which a name or another
// phrase is not read on over it.
const likelyEnd = 0.35

// maxBracket is how many words a remark in brackets within a phrase may have:
// "(R-Ohio)", "(33)".
const maxBracket = 4

// bracketBefore returns the first token of the short remark in brackets that
// closes right before token end, or end.
func (a *article) bracketBefore(end int, limits words) int {
	if !a.gap(end).has(gapBracketClose) {
		return end
	}
	for i := end - 1; i > limits.first && end-i <= maxBracket; i-- {
		if a.gap(i).has(gapBracketOpen) {
			return i
		}
	}
	return end
}

// continuesLeft reports whether the determiner at token i follows a
// preposition that ties it to a noun before: "a spokesman for the company".
func (a *article) continuesLeft(i int, limits words) bool {
	return i-2 >= limits.first && phrasePreposition(a.fold(i-1)) && lexicon.ClassOf(a.fold(i-2))&^lexicon.Title == 0 &&
		!a.breaksPhrase(i) && !a.breaksPhrase(i-1)
}

func phrasePreposition(word string) bool {
	switch word {
	case "of", "for", "from", "at", "in", "with":
		return true
	}
	return false
}

// modifies reports whether the common word at token i can belong to the phrase
// that begins at token first. In marked text any word can, up to the sentence's
// start; in flattened text only a word before a common noun, since a name is
// more often preceded by the end of what was said.
func (a *article) modifies(i, first int) bool {
	if a.cased && a.marked {
		return true
	}
	return !a.isNameWord(first) && lexicon.ClassOf(a.fold(first)) == 0 && first-i == 1
}

// isNameWord reports whether token i is written, or would usually be written,
// with a capital.
func (a *article) isNameWord(i int) bool {
	if i < 0 || i >= len(a.tokens) {
		return false
	}
	t := a.tokens[i]
	if a.cased {
		return t.shape == shapeTitle || t.shape == shapeUpper || t.shape == shapeMixed
	}
	if t.fold == "jr" || t.fold == "sr" {
		return true
	}
	if a.named[t.fold] {
		return true
	}
	if a.restored != nil {
		return a.restored[i].Case != tagger.CaseLower && (a.restored[i].Case == tagger.CaseTitle || len(t.fold) > 1) && !a.likelyOnlyStart(i)
	}
	_, ok := lexicon.LookupName(t.fold)
	return ok
}

// likelyOnlyStart reports whether the tagger's capital on token i may only be
// that of a sentence's first word.
func (a *article) likelyOnlyStart(i int) bool {
	if !a.starts[i] {
		return false
	}
	_, known := lexicon.LookupName(a.tokens[i].fold)
	return !known
}

// nounPhraseAfter returns the noun phrase that begins right at token first,
// with an apposition after a comma in marked text.
func (a *article) nounPhraseAfter(first int, limits words) words {
	last := first
	for i := first; i < limits.last && i-first < maxSource; i++ {
		if i > first && a.breaksPhrase(i) {
			break
		}
		if i == first && a.gap(i).has(separates) {
			return words{}
		}
		class := lexicon.ClassOf(a.fold(i))
		if class.Has(lexicon.Subject) && !class.Has(lexicon.Determiner) {
			if i == first {
				return words{first, first + 1}
			}
			break
		}
		if class.Has(lexicon.Determiner|lexicon.Possessive) && i > first && !phrasePreposition(a.fold(i-1)) {
			break
		}
		if class.Has(lexicon.Preposition) && (i == first || !phrasePreposition(a.fold(i)) || a.fold(i) == "in") {
			break
		}
		if class.Has(lexicon.Conjunction | lexicon.Complementizer | lexicon.Auxiliary | lexicon.Adverb | lexicon.FirstPerson | lexicon.SecondPerson) {
			break
		}
		if class.Has(lexicon.Clitic) && a.fold(i) != "s" {
			break
		}
		if !a.cased && i > first && a.isNameWord(i-1) && !a.isNameWord(i) && class == 0 {
			break
		}
		if isDayWord(a.fold(i)) && !a.isDayInName(i, first) {
			break
		}
		last = i + 1
	}
	for last > first && lexicon.ClassOf(a.fold(last-1)).Has(lexicon.Preposition) {
		last-- // "the crowd of | Monday"
	}
	return words{first, last}.orNone(a)
}

// isDayInName reports whether the word of a day at token i is part of the name that
// begins before it: "USA Today".
func (a *article) isDayInName(i, first int) bool {
	if a.fold(i) != "today" || i == first || !a.isNameWord(i-1) {
		return false
	}
	if a.cased {
		return a.tokens[i].shape != shapeLower
	}
	return a.restored != nil && a.restored[i].Case != tagger.CaseLower
}

// isDayWord reports whether a word names a day without an article.
func isDayWord(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight":
		return true
	}
	return false
}

package article

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// MaxSource is how many words the naming of a source may have.
const MaxSource = 14

// Fold returns the folded form of token i, or "" beyond the text.
func (a *Article) Fold(i int) string { return token.FoldAt(a.Tokens, i) }

// SameWords reports whether the words of w stand at token i too.
func (a *Article) SameWords(w token.Range, i int) bool {
	for k := range w.Len() {
		if a.Fold(w.First+k) != a.Fold(i+k) {
			return false
		}
	}
	return true
}

// IsSubjectPronoun reports whether w is a pronoun that can be a subject.
func (a *Article) IsSubjectPronoun(w token.Range) bool {
	return w.Len() == 1 && lexicon.ClassOf(a.Fold(w.First)).Has(lexicon.Subject)
}

// separates are the marks that end a noun phrase.
const separates = token.GapComma | token.GapColon | token.GapSemicolon | token.GapDash | token.GapFullStop | token.GapQuestion | token.GapParagraph |
	token.GapDoubleOpen | token.GapDoubleClose | token.GapSingleOpen | token.GapSingleClose | token.GapBracketOpen | token.GapBracketClose

// NounPhraseBefore returns the noun phrase that ends right before token end,
// with an apposition between commas if there is one.
func (a *Article) NounPhraseBefore(end int, limits token.Range) token.Range {
	if end <= limits.First {
		return token.Range{}
	}
	head := a.bracketBefore(end, limits)
	g := a.Gap(end)
	switch {
	case g.Has(token.GapComma) && (g.BareBut(token.GapComma) || head < end):
		return a.appositionBefore(end, limits)
	case head < end:
		if w := a.sourceOrNone(token.Range{First: a.PhraseStart(head, limits), Last: head}); !w.Empty() {
			return token.Range{First: w.First, Last: end}
		}
		return token.Range{}
	case g.Has(separates) && (!g.Has(token.GapFullStop) || a.IsSentenceStart(end)):
		return token.Range{}
	}
	return a.sourceOrNone(token.Range{First: a.PhraseStart(end, limits), Last: end})
}

// appositionBefore reads "name, a description," or "the description, name," before
// token end.
func (a *Article) appositionBefore(end int, limits token.Range) token.Range {
	for comma := end - 1; comma > limits.First && end-comma < MaxSource; comma-- {
		g := a.Gap(comma)
		if !g.Has(separates) || g.Has(token.GapFullStop) && !g.Has(token.GapComma|token.GapBracketClose) {
			continue
		}
		head := a.bracketBefore(comma, limits)
		if !g.Has(token.GapComma) && head == comma || !g.BareBut(token.GapComma|token.GapBracketClose|token.GapFullStop) {
			return token.Range{}
		}
		first := a.PhraseStart(head, limits)
		if first == head || !a.IsNameWord(head-1) && !a.isNamedDescription(first, comma, end) {
			return token.Range{}
		}
		return token.Range{First: first, Last: end}
	}
	return token.Range{}
}

// isNamedDescription reports whether a description begins at token first, with an
// article or whose it is, and nothing but a name stands from the comma to end.
func (a *Article) isNamedDescription(first, comma, end int) bool {
	if !lexicon.ClassOf(a.Fold(first)).Has(lexicon.Determiner | lexicon.Possessive) {
		return false
	}
	for i := comma; i < end; i++ {
		if !a.CanName(i) {
			return false
		}
	}
	return true
}

// sourceOrNone returns w unless its words cannot be a source.
func (a *Article) sourceOrNone(w token.Range) token.Range {
	if w.Empty() {
		return token.Range{}
	}
	head := a.Fold(w.Last - 1)
	class := lexicon.ClassOf(head)
	if class.Has(lexicon.Subject) && w.Len() == 1 {
		return w
	}
	if class != 0 && !class.Has(lexicon.Title|lexicon.Number) && !class.Has(lexicon.Subject) && !a.IsNameWord(w.Last-1) {
		return token.Range{}
	}
	return w
}

// PhraseStart walks left from token end over one noun phrase and returns its
// first token, or end if there is none.
func (a *Article) PhraseStart(end int, limits token.Range) int {
	first := end
	for i := end - 1; i >= limits.First && end-i <= MaxSource; i-- {
		if i+1 < end && a.BreaksPhrase(i+1) {
			return first
		}
		class := lexicon.ClassOf(a.Fold(i))
		switch {
		case a.IsOfInitials(i):
			first = i
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
			if first == end || !phrasePreposition(a.Fold(i)) {
				return first
			}
		case class.Has(lexicon.Clitic):
			if a.Fold(i) != "s" {
				return first
			}
		case class.Has(lexicon.Conjunction):
			if a.Fold(i) != "and" || first == end || !a.IsNameWord(i-1) || !a.IsNameWord(i+1) {
				return first
			}
		case class&^(lexicon.Title|lexicon.Number) != 0:
			return first
		case !a.IsNameWord(i) && first < end && !a.modifies(i, first):
			return first
		default:
			if cue, ok := lexicon.LookupCue(a.Fold(i)); ok && cue.Weight >= 0.8 && i < end-1 {
				return first
			}
			first = i
		}
	}
	return first
}

// BreaksPhrase reports whether a mark that ends a noun phrase stands before
// token i. The stop of an abbreviation does not.
func (a *Article) BreaksPhrase(i int) bool {
	g := a.Gap(i)
	if g.Has(separates &^ token.GapFullStop) {
		if a.isWithinNumber(i) {
			return false
		}
		return !a.endsPluralOwner(i) && !a.isGenerationBehindComma(i) && !a.isBesideNickname(i)
	}
	if !a.Marked && a.Restored != nil && i > 0 && i < len(a.Tokens) {
		if lexicon.IsNameSuffix(a.Fold(i)) {
			return false // "Roe, Jr."
		}
		if lexicon.AbbreviationOf(a.Fold(i-1)) == lexicon.AbbreviationBefore {
			return false // "Ms. Roe"
		}
		if (a.isMiddleInitial(i-1) || a.isLeadingInitial(i-1)) && a.IsNameWord(i) {
			return false // "Jane A. Roe"
		}
		if a.isNumero(i - 1) {
			return false
		}
		if a.JoinsInitials(i-1) || a.IsOfInitials(i-1) && lexicon.ClassOf(a.Fold(i))&^lexicon.Title == 0 {
			return false // "J.D. Roe", "U.S. officials"
		}
		if a.IsOfInitials(i-1) && a.Fold(i) == "s" || a.Fold(i-1) == "s" && a.IsOfInitials(i-2) && lexicon.ClassOf(a.Fold(i)) == 0 {
			return false // "the U.S.'s envoy"
		}
		before := a.Restored[i-1]
		return (before.Follow == tagger.FollowPause || before.EndChance > likelyEnd) && !a.isSurePair(i-1)
	}
	return g.Has(token.GapFullStop) && a.IsSentenceStart(i)
}

// isWithinNumber reports whether token i goes on with a number: "2,|000 members".
func (a *Article) isWithinNumber(i int) bool {
	return i > 0 && i < len(a.Tokens) && a.Tokens[i].Shape == token.ShapeNumber && a.Tokens[i-1].Shape == token.ShapeNumber &&
		a.Tokens[i].Start == a.Tokens[i-1].End+1 && a.Gap(i).BareBut(token.GapComma)
}

// endsPluralOwner reports whether the mark before token i is the apostrophe of an
// owner in s, "the nurses’ union", and closes no quotation.
func (a *Article) endsPluralOwner(i int) bool {
	if i == 0 || !a.Gap(i).Has(token.GapSingleClose) || !a.Gap(i).BareBut(token.GapSingleClose) || !strings.HasSuffix(a.Fold(i-1), "s") {
		return false
	}
	run := a.RunOf[i-1]
	return run == 0 || !a.Runs[run-1].Single || a.Runs[run-1].Last != i
}

// likelyEnd is the chance of a sentence's end above which a name or another
// phrase is not read on over it.
const likelyEnd = 0.35

// MayStart reports whether a sentence of a text that has lost its marks may begin
// at token i, though the tagger may think it less likely than not.
func (a *Article) MayStart(i int) bool {
	return a.IsSentenceStart(i) || i > 0 && !a.Marked && a.Restored != nil && a.Restored[i-1].EndChance > likelyEnd && lexicon.AbbreviationOf(a.Fold(i-1)) == lexicon.AbbreviationNone
}

// maxBracket is how many words a remark in brackets within a phrase may have:
// "(R-Ohio)", "(33)".
const maxBracket = 4

// bracketBefore returns the first token of the short remark in brackets that
// closes right before token end, or end.
func (a *Article) bracketBefore(end int, limits token.Range) int {
	if !a.Gap(end).Has(token.GapBracketClose) {
		return end
	}
	for i := end - 1; i > limits.First && end-i <= maxBracket; i-- {
		if a.Gap(i).Has(token.GapBracketOpen) {
			return i
		}
	}
	return end
}

// continuesLeft reports whether the determiner at token i follows a
// preposition that ties it to a noun before: "a spokesman for the company".
func (a *Article) continuesLeft(i int, limits token.Range) bool {
	return i-2 >= limits.First && phrasePreposition(a.Fold(i-1)) && !lexicon.IsFunctionWord(a.Fold(i-2)) &&
		!a.BreaksPhrase(i) && !a.BreaksPhrase(i-1)
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
func (a *Article) modifies(i, first int) bool {
	if a.Cased && a.Marked {
		return true
	}
	return !a.IsNameWord(first) && lexicon.ClassOf(a.Fold(first)) == 0 && first-i == 1
}

// IsNameWord reports whether token i is written, or would usually be written,
// with a capital.
func (a *Article) IsNameWord(i int) bool {
	if i < 0 || i >= len(a.Tokens) {
		return false
	}
	t := a.Tokens[i]
	if a.Cased {
		return t.Shape == token.ShapeTitle || t.Shape == token.ShapeUpper || t.Shape == token.ShapeMixed
	}
	if a.known != nil && a.known[i] {
		return true
	}
	if a.nameWords == nil {
		return a.looksLikeName(i) || a.isPairedName(i)
	}
	if a.nameWords[i] == notAsked {
		a.nameWords[i] = noName
		if a.looksLikeName(i) || a.isPairedName(i) {
			a.nameWords[i] = aName
		}
	}
	return a.nameWords[i] == aName
}

// What is known of a word of a text without capitals, which is asked many times.
const (
	notAsked = iota
	noName
	aName
)

// looksLikeName is IsNameWord in a text without capitals, by the word itself and
// by the tagger.
func (a *Article) looksLikeName(i int) bool {
	t := a.Tokens[i]
	if lexicon.IsNameSuffix(t.Fold) || a.named[t.Fold] {
		return true
	}
	if a.Restored != nil {
		return a.Restored[i].Case != tagger.CaseLower && (a.Restored[i].Case == tagger.CaseTitle || len(t.Fold) > 1) && !a.likelyOnlyStart(i)
	}
	return lexicon.HasCapital(t.Fold)
}

// likelyOnlyStart reports whether the tagger's capital on token i may only be
// that of a sentence's first word: not that of a given name before another name.
func (a *Article) likelyOnlyStart(i int) bool {
	if !a.Starts[i] {
		return false
	}
	word := a.Tokens[i].Fold
	return !lexicon.HasCapital(word) && !(lexicon.IsGivenName(word) && lexicon.ClassOf(word) == 0 && a.looksLikeNameAfter(i))
}

// looksLikeNameAfter reports whether the word after token i, particles apart, looks
// like a name and no sentence begins with it.
func (a *Article) looksLikeNameAfter(i int) bool {
	next := i + 1
	for next < len(a.Tokens) && next-i < maxParticles && lexicon.IsParticle(a.Fold(next)) {
		next++
	}
	return next < len(a.Tokens) && !a.Starts[next] && a.looksLikeName(next)
}

// maxParticles is how many particles a name may have between given name and surname,
// and one: "Maria de la Cruz".
const maxParticles = 3

// NounPhraseAfter returns the noun phrase that begins right at token first, with no
// mark before it.
func (a *Article) NounPhraseAfter(first int, limits token.Range) token.Range {
	if first < limits.Last && a.Gap(first).Has(separates) {
		return token.Range{}
	}
	return a.NounPhraseAt(first, limits)
}

// NounPhraseAt returns the noun phrase that begins at token first, whatever stands
// before it.
func (a *Article) NounPhraseAt(first int, limits token.Range) token.Range {
	last := first
	for i := first; i < limits.Last && i-first < MaxSource; i++ {
		if i > first && a.BreaksPhrase(i) {
			break
		}
		if a.IsOfInitials(i) {
			last = i + 1
			continue
		}
		class := lexicon.ClassOf(a.Fold(i))
		if class.Has(lexicon.Subject) && !class.Has(lexicon.Determiner) {
			if i == first {
				return token.Range{First: first, Last: first + 1}
			}
			break
		}
		if class.Has(lexicon.Determiner|lexicon.Possessive) && i > first && !phrasePreposition(a.Fold(i-1)) {
			break
		}
		if class.Has(lexicon.Preposition) && (i == first || !phrasePreposition(a.Fold(i)) || a.Fold(i) == "in") && !a.endsPaper(i) {
			break
		}
		if class.Has(lexicon.Conjunction | lexicon.Complementizer | lexicon.Auxiliary | lexicon.Adverb | lexicon.FirstPerson | lexicon.SecondPerson) {
			break
		}
		if class.Has(lexicon.Clitic) && a.Fold(i) != "s" {
			break
		}
		if !a.Cased && i > first && a.IsNameWord(i-1) && !a.IsNameWord(i) && class == 0 {
			break
		}
		if lexicon.IsDayWord(a.Fold(i)) && !a.isDayInName(i, first) {
			break
		}
		last = i + 1
	}
	for last > first && lexicon.ClassOf(a.Fold(last-1)).Has(lexicon.Preposition) {
		last-- // "the crowd of | Monday"
	}
	return a.sourceOrNone(token.Range{First: first, Last: last})
}

// isDayInName reports whether the word of a day at token i is part of the name that
// begins before it, "USA Today", or a newspaper's.
func (a *Article) isDayInName(i, first int) bool {
	if a.startsPaper(i) || a.endsPaper(i-1) {
		return true
	}
	if a.Fold(i) != "today" || i == first || !a.IsNameWord(i-1) {
		return false
	}
	if a.Cased {
		return a.Tokens[i].Shape != token.ShapeLower
	}
	return a.Restored != nil && a.Restored[i].Case != tagger.CaseLower
}

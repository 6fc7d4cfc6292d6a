package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// nameAt reads a name that begins with a known given name or with initials.
func (f *finder) nameAt(i, limit int) (token.Range, bool) {
	limit = min(limit, len(f.tokens))
	bound := limit
	limit = min(limit, i+maxNameWords)
	p := i
	for p < limit && len(f.tokens[p].Fold) == 1 {
		p++
	}
	switch {
	case p >= limit, p == i && !lexicon.IsGivenName(f.tokens[p].Fold):
		return token.Range{}, false
	case p == i || lexicon.IsGivenName(f.tokens[p].Fold):
		p++
		for p < limit-1 && (isNameMiddle(f.tokens[p].Fold) || isCompoundName(f.tokens[p-1].Fold, f.tokens[p].Fold) ||
			f.tokens[p].Fold == "a" && f.endsName(p+2, bound)) {
			p++
		}
	}
	if p >= limit || !canEndName(f.tokens[p].Fold) {
		return token.Range{}, false
	}
	p++
	if p < limit && lexicon.IsGivenName(f.tokens[p-1].Fold) && canEndName(f.tokens[p].Fold) && !f.endsName(p, bound) && f.endsName(p+1, bound) {
		p++ // "mark joseph stern": the middle name is a given name
	}
	if p < limit && lexicon.IsNameSuffix(f.tokens[p].Fold) {
		p++
	}
	return token.Range{First: i, Last: p}, true
}

// endsName reports whether a name that ends before token i ends there for
// certain.
func (f *finder) endsName(i, limit int) bool {
	if i == limit || f.fold(i) == "and" || f.fold(i) == "in" || f.postEnd(i) > i || lexicon.IsGivenName(f.fold(i)) {
		return true
	}
	place, ok := f.placeAt(i, limit, false)
	return ok && place.Last == limit
}

// unknownName reads two or three words before "and", "in", a post or limit as a
// name.
func (f *finder) unknownName(i, limit int) (token.Range, bool) {
	if f.postEnd(i) > i {
		return token.Range{}, false
	}
	for p := i; p < min(limit, i+maxNameWords); p++ {
		if n := p - i; n >= 2 && (f.tokens[p].Fold == "and" || f.tokens[p].Fold == "in" || f.postEnd(p) > p) {
			return token.Range{First: i, Last: p}, true
		}
		if word := f.tokens[p].Fold; !canEndName(word) && !isNameMiddle(word) || p == i+1 && lexicon.IsGivenName(word) && p+1 < limit {
			return token.Range{}, false // also where the name begins with the second word
		}
	}
	if n := limit - i; n == 2 || n == 3 {
		return token.Range{First: i, Last: limit}, true
	}
	return token.Range{}, false
}

// nameBefore reads the name that ends right before token end. It must begin
// with a known given name, since nothing marks where it begins.
func (f *finder) nameBefore(end int) (token.Range, bool) {
	last := end
	if last > 0 && lexicon.IsNameSuffix(f.fold(last-1)) {
		last--
	}
	if last < 2 || !canEndName(f.fold(last-1)) {
		return token.Range{}, false
	}
	for first := last - 2; first >= 0 && first > last-1-maxNameWords; first-- {
		word := f.tokens[first].Fold
		if lexicon.IsGivenName(word) {
			if first > 0 && lexicon.IsGivenName(f.tokens[first-1].Fold) && f.tokens[first-1].Fold != "bill" {
				first-- // headlines seldom end with a given name
			}
			return token.Range{First: first, Last: end}, true
		}
		if !isNameMiddle(word) {
			break
		}
	}
	return token.Range{}, false
}

// strangeName reads the two words before token end, between a headline and a
// place or post, as a name that is on no list: the name of a reporter
// stands nowhere else in the article, but words of its headline mostly do.
func (f *finder) strangeName(end int) (token.Range, bool) {
	if end < 2 || !f.isStrange(end-2) || !f.isStrange(end-1) {
		return token.Range{}, false
	}
	return token.Range{First: end - 2, Last: end}, true
}

// strangeSigned reads two words at token i as a name that is on no list, where a
// post or outlet follows.
func (f *finder) strangeSigned(i, limit int) (token.Range, bool) {
	if i+2 > limit || f.postEnd(i+2) == i+2 || f.postEnd(i) > i || f.postEnd(i+1) > i+1 || !f.isStrange(i) || !f.isStrange(i+1) {
		return token.Range{}, false
	}
	return token.Range{First: i, Last: i + 2}, true
}

// recurrenceReach is how far from the start of a text, in words, a word is
// looked for again.
const recurrenceReach = 1500

// isStrange reports whether token i can be part of a name and its word stands
// nowhere else near the start of the text.
func (f *finder) isStrange(i int) bool {
	word := f.tokens[i].Fold
	if _, cue := lexicon.LookupCue(word); cue || !canEndName(word) || len(word) < 3 {
		return false
	}
	for k := range min(recurrenceReach, len(f.tokens)) {
		if k != i && f.tokens[k].Fold == word {
			return false
		}
	}
	return true
}

// isGivenName reports whether token i is a known given name or an initial.
func (f *finder) isGivenName(i int) bool {
	word := f.fold(i)
	return len(word) == 1 || lexicon.IsGivenName(word)
}

// areNames reports whether every one of names has the build of a name that
// begins with a known given name.
func (f *finder) areNames(names []token.Range) bool {
	for _, name := range names {
		if full, ok := f.nameAt(name.First, name.Last); !ok || full != name {
			return false
		}
	}
	return true
}

// markedName reads a name of two to four capitalised words, and returns where
// the next name of the list can begin. The name is empty if there is none.
func (f *finder) markedName(i, end int) (name token.Range, next int) {
	if f.postEnd(i) > i && !lexicon.IsGivenName(f.tokens[i].Fold) {
		return token.Range{}, i
	}
	p := i
	for p < end && p < i+maxNameWords+1 {
		t := f.tokens[p]
		if p > i && t.Gap.Has(token.GapComma|token.GapDash|token.GapBracketOpen|token.GapColon|token.GapSemicolon|token.GapLine|token.GapSlash|token.GapOther) {
			break
		}
		if t.Fold == "and" || t.Fold == "in" || t.Shape == token.ShapeNumber || p > i && lexicon.IsMonth(t.Fold) ||
			f.postEnd(p) > p && p >= i+2 {
			break
		}
		if t.Shape == token.ShapeLower && !isNameMiddle(t.Fold) {
			return token.Range{}, i
		}
		p++
	}
	if p < i+2 || p > i+maxNameWords+1 || cannotName(f.tokens[i].Fold) {
		return token.Range{}, i
	}
	if p < end && lexicon.IsNameSuffix(f.tokens[p].Fold) {
		p++
	}
	next = p
	if next < end && f.tokens[next].Fold == "and" {
		next++
	}
	return token.Range{First: i, Last: p}, next
}

// isNameMiddle reports whether word stands within a name.
func isNameMiddle(word string) bool {
	return len(word) == 1 && word != "a" && word != "s" || lexicon.IsParticle(word) || lexicon.IsSurnameStart(word)
}

// isCompoundName reports whether the two words make one given name.
func isCompoundName(first, second string) bool {
	switch first {
	case "jean", "mary", "anne", "ann", "maria", "juan", "jose", "john", "sarah", "lee", "billy", "carlos", "luis":
		return lexicon.IsGivenName(second)
	}
	return false
}

// canEndName reports whether word can be a surname.
func canEndName(word string) bool {
	return len(word) > 1 && (word == "long" || !cannotName(word)) && !lexicon.IsMonth(word) && !lexicon.IsWeekday(word) && word != "staff" &&
		token.Digits(word) == ""
}

// cannotName reports whether word is no part of a name: a function word, or one
// of a few words that headlines and first sentences are full of.
func cannotName(word string) bool {
	switch word {
	case "said", "says", "say", "told", "more", "new", "first", "last", "here", "there", "now", "just", "only", "also", "not",
		"up", "out", "down":
		return true
	}
	return lexicon.IsFunctionWord(word)
}

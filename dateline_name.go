package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// nameAt reads a name that begins with a known given name or with initials.
func (f *furnitureFinder) nameAt(i, limit int) (words, bool) {
	limit = min(limit, len(f.tokens))
	bound := limit
	limit = min(limit, i+maxNameWords)
	p := i
	for p < limit && len(f.tokens[p].fold) == 1 {
		p++
	}
	switch {
	case p >= limit, p == i && !isGivenName(f.tokens[p].fold):
		return words{}, false
	case p == i || isGivenName(f.tokens[p].fold):
		p++
		for p < limit-1 && (isNameMiddle(f.tokens[p].fold) || isCompoundName(f.tokens[p-1].fold, f.tokens[p].fold) ||
			f.tokens[p].fold == "a" && f.endsName(p+2, bound)) {
			p++
		}
	}
	if p >= limit || !canEndName(f.tokens[p].fold) {
		return words{}, false
	}
	p++
	if p < limit && isGivenName(f.tokens[p-1].fold) && canEndName(f.tokens[p].fold) && !f.endsName(p, bound) && f.endsName(p+1, bound) {
		p++ // "mark joseph stern": the middle name is a given name
	}
	if p < limit && isNameSuffix(f.tokens[p].fold) {
		p++
	}
	return words{i, p}, true
}

// endsName reports whether a name that ends before token i ends there for
// certain.
func (f *furnitureFinder) endsName(i, limit int) bool {
	if i == limit || f.fold(i) == "and" || f.fold(i) == "in" || f.postEnd(i) > i || isGivenName(f.fold(i)) {
		return true
	}
	place, ok := f.placeAt(i, limit, false)
	return ok && place.last == limit
}

// unknownName reads two or three words before "and", "in", a post or limit as a
// name.
func (f *furnitureFinder) unknownName(i, limit int) (words, bool) {
	if f.postEnd(i) > i {
		return words{}, false
	}
	for p := i; p < min(limit, i+maxNameWords); p++ {
		if n := p - i; n >= 2 && (f.tokens[p].fold == "and" || f.tokens[p].fold == "in" || f.postEnd(p) > p) {
			return words{i, p}, true
		}
		if word := f.tokens[p].fold; !canEndName(word) && !isNameMiddle(word) || p == i+1 && isGivenName(word) && p+1 < limit {
			return words{}, false // also where the name begins with the second word
		}
	}
	if n := limit - i; n == 2 || n == 3 {
		return words{i, limit}, true
	}
	return words{}, false
}

// nameBefore reads the name that ends right before token end. It must begin
// with a known given name, since nothing marks where it begins.
func (f *furnitureFinder) nameBefore(end int) (words, bool) {
	last := end
	if last > 0 && isNameSuffix(f.fold(last-1)) {
		last--
	}
	if last < 2 || !canEndName(f.fold(last-1)) {
		return words{}, false
	}
	for first := last - 2; first >= 0 && first > last-1-maxNameWords; first-- {
		word := f.tokens[first].fold
		if isGivenName(word) {
			if first > 0 && isGivenName(f.tokens[first-1].fold) && f.tokens[first-1].fold != "bill" {
				first-- // headlines seldom end with a given name
			}
			return words{first, end}, true
		}
		if !isNameMiddle(word) {
			break
		}
	}
	return words{}, false
}

// strangeName reads the two words before token end, between a headline and a
// place or post, as a name that is on no list: the name of a reporter
// stands nowhere else in the article, but words of its headline mostly do.
func (f *furnitureFinder) strangeName(end int) (words, bool) {
	if end < 2 || !f.isStrange(end-2) || !f.isStrange(end-1) {
		return words{}, false
	}
	return words{end - 2, end}, true
}

// strangeSigned reads two words at token i as a name that is on no list, where a
// post or outlet follows.
func (f *furnitureFinder) strangeSigned(i, limit int) (words, bool) {
	if i+2 > limit || f.postEnd(i+2) == i+2 || f.postEnd(i) > i || f.postEnd(i+1) > i+1 || !f.isStrange(i) || !f.isStrange(i+1) {
		return words{}, false
	}
	return words{i, i + 2}, true
}

// recurrenceReach is how far from the start of a text, in words, a word is
// looked for again.
const recurrenceReach = 1500

// isStrange reports whether token i can be part of a name and its word stands
// nowhere else near the start of the text.
func (f *furnitureFinder) isStrange(i int) bool {
	word := f.tokens[i].fold
	if _, cue := lexicon.LookupCue(word); cue || !canEndName(word) || len(word) < 3 {
		return false
	}
	for k := range min(recurrenceReach, len(f.tokens)) {
		if k != i && f.tokens[k].fold == word {
			return false
		}
	}
	return true
}

// isGivenName reports whether token i is a known given name or an initial.
func (f *furnitureFinder) isGivenName(i int) bool {
	word := f.fold(i)
	return len(word) == 1 || isGivenName(word)
}

// areNames reports whether every one of names has the build of a name that
// begins with a known given name.
func (f *furnitureFinder) areNames(names []words) bool {
	for _, name := range names {
		if full, ok := f.nameAt(name.first, name.last); !ok || full != name {
			return false
		}
	}
	return true
}

// markedName reads a name of two to four capitalised words, and returns where
// the next name of the list can begin. The name is empty if there is none.
func (f *furnitureFinder) markedName(i, end int) (name words, next int) {
	if f.postEnd(i) > i && !isGivenName(f.tokens[i].fold) {
		return words{}, i
	}
	p := i
	for p < end && p < i+maxNameWords+1 {
		t := f.tokens[p]
		if p > i && t.gap.has(gapComma|gapDash|gapBracketOpen|gapColon|gapSemicolon|gapLine|gapSlash|gapOther) {
			break
		}
		if t.fold == "and" || t.fold == "in" || t.shape == shapeNumber || p > i && isMonthWord(t.fold) ||
			f.postEnd(p) > p && p >= i+2 {
			break
		}
		if t.shape == shapeLower && !isNameMiddle(t.fold) {
			return words{}, i
		}
		p++
	}
	if p < i+2 || p > i+maxNameWords+1 || isFunctionWord(f.tokens[i].fold) {
		return words{}, i
	}
	if p < end && isNameSuffix(f.tokens[p].fold) {
		p++
	}
	next = p
	if next < end && f.tokens[next].fold == "and" {
		next++
	}
	return words{i, p}, next
}

// writtenName returns a name as a reader would write it. tokens are the words
// of the name.
func writtenName(text string, tokens []token) string {
	cased := false
	for _, t := range tokens {
		cased = cased || t.shape == shapeTitle && t.end-t.start > 1 || t.shape == shapeMixed
	}
	if cased {
		return strings.Join(strings.Fields(text[tokens[0].start:tokens[len(tokens)-1].end]), " ")
	}
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.fold
	}
	return capitalizeName(words)
}

// capitalizeName gives capitals back to the folded words of a name, and the
// apostrophe to "o brien": "jane roe" is Jane Roe.
func capitalizeName(words []string) string {
	var b strings.Builder
	for i, word := range words {
		if i > 0 && !isNamePrefix(words, i-1) {
			b.WriteByte(' ')
		}
		switch {
		case i > 0 && i < len(words)-1 && isParticle(word) && word != "mc":
			b.WriteString(word)
		case isRoman(word):
			b.WriteString(strings.ToUpper(word))
		case isNameSuffix(word):
			b.WriteString(capitalize(word))
			b.WriteByte('.')
		case len(word) > 4 && word[:2] == "mc":
			b.WriteString("Mc")
			b.WriteString(capitalize(word[2:]))
		case isNamePrefix(words, i):
			b.WriteString(capitalize(word))
			if len(word) == 1 {
				b.WriteRune('’')
			}
		case len(word) == 1:
			b.WriteString(capitalize(word))
			b.WriteByte('.')
		default:
			b.WriteString(capitalize(word))
		}
	}
	return b.String()
}

// isNamePrefix reports whether words[i] is the beginning of the surname behind
// it that flattening has cut off: "o dell", "mc tavish".
func isNamePrefix(words []string, i int) bool {
	return 0 < i && i < len(words)-1 && (words[i] == "o" || words[i] == "d" || words[i] == "mc")
}

// isNameMiddle reports whether word stands within a name.
func isNameMiddle(word string) bool {
	return len(word) == 1 && word != "a" && word != "s" || isParticle(word)
}

// isParticle reports whether word joins the parts of a name.
func isParticle(word string) bool {
	switch word {
	case "de", "van", "von", "la", "le", "al", "el", "bin", "ibn", "di", "da", "du", "del", "der", "den", "ter", "ben",
		"dos", "das", "st", "abu", "mc":
		return true
	}
	return false
}

// isCompoundName reports whether the two words make one given name.
func isCompoundName(first, second string) bool {
	switch first {
	case "jean", "mary", "anne", "ann", "maria", "juan", "jose", "john", "sarah", "lee", "billy", "carlos", "luis":
		return isGivenName(second)
	}
	return false
}

// isNameSuffix reports whether word stands behind a surname.
func isNameSuffix(word string) bool { return word == "jr" || word == "sr" || isRoman(word) }

func isRoman(word string) bool { return word == "ii" || word == "iii" || word == "iv" }

// canEndName reports whether word can be a surname.
func canEndName(word string) bool {
	return len(word) > 1 && (word == "long" || !isFunctionWord(word)) && !isMonthWord(word) && !isWeekday(word) && word != "staff" &&
		(word[0] < '0' || word[0] > '9')
}

package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A name is one place where the article names somebody or something.
type name struct {
	words         // without titles before it
	titles words  // such as "president" or "mr"
	suffix string // "jr" or "sr"
}

// core returns the words that tell one bearer from another, without the
// suffix of a generation.
func (n name) core() words {
	if n.suffix != "" && n.len() > 1 {
		return words{n.first, n.last - 1}
	}
	return n.words
}

// maxName is how many words a name may have.
const maxName = 7

// findNames returns the names of the article in order.
func (a *article) findNames() []name {
	var names []name
	for i := 0; i < len(a.tokens); {
		n, next := a.nameAt(i)
		if !n.empty() {
			names = append(names, n)
		}
		i = max(next, i+1)
	}
	return names
}

// nameAt reads the name that begins at token i, if one does, and returns the
// token after it.
func (a *article) nameAt(i int) (n name, next int) {
	first := i
	for i < len(a.tokens) && isTitleWord(a.fold(i)) && (i == first || !a.breaksPhrase(i)) {
		i++
	}
	last := i
	for last < len(a.tokens) && last-i < maxName && (last == first || !a.breaksPhrase(last)) {
		if a.gap(last).has(gapSlash|gapApostrophe) && last > i && a.fold(last) == "s" {
			break
		}
		if a.joinsNames(last, i) {
			last++
			continue
		}
		if !a.canName(last) {
			break
		}
		last++
	}
	for last > i && isNameJoint(a.fold(last-1)) {
		last--
	}
	if last == i || a.cased && a.isSentenceOnly(i, last) {
		return name{}, max(last, i)
	}
	n = name{words: words{i, last}, titles: words{first, i}}
	if s := generation(a.fold(last - 1)); s != "" {
		n.suffix = s
	}
	return n, last
}

func isTitleWord(word string) bool { return lexicon.ClassOf(word).Has(lexicon.Title) }

// generation returns "jr" or "sr" for the words that tell namesakes apart.
func generation(word string) string {
	switch word {
	case "jr", "junior":
		return "jr"
	case "sr", "senior":
		return "sr"
	}
	return ""
}

func isNameJoint(word string) bool {
	switch word {
	case "of", "de", "van", "von", "der", "bin", "al", "la", "del", "da", "for", "and":
		return true
	}
	return false
}

// joinsNames reports whether token i ties two words of one name together:
// "Bank of England", "Ursula von der Leyen".
func (a *article) joinsNames(i, first int) bool {
	word := a.fold(i)
	if i == first || !isNameJoint(word) || word == "and" || i+1 >= len(a.tokens) || a.breaksPhrase(i+1) {
		return false
	}
	if !a.cased && (word == "of" || word == "for" || word == "la" || word == "da") {
		return false
	}
	if !a.canName(i-1) && !isNameJoint(a.fold(i-1)) {
		return false
	}
	return a.canName(i+1) || isNameJoint(a.fold(i+1)) && i+2 < len(a.tokens) && a.canName(i+2)
}

// canName reports whether token i can be a word of a name.
func (a *article) canName(i int) bool {
	t := a.tokens[i]
	if t.shape == shapeNumber || weekdayOrMonth(t.fold) {
		return false
	}
	if class := lexicon.ClassOf(t.fold); class&^lexicon.Title != 0 && !(a.cased && t.shape == shapeUpper && len(t.fold) > 1) {
		return class == lexicon.Clitic && len(t.fold) == 1 && a.cased && t.shape != shapeLower // an initial
	}
	return a.isNameWord(i)
}

// isSentenceOnly reports whether the single word at token i is capitalised
// only because its sentence begins there.
func (a *article) isSentenceOnly(i, last int) bool {
	if last-i > 1 || !a.isSentenceStart(i) && !a.gap(i).has(gapDoubleOpen|gapSingleOpen|gapColon) {
		return false
	}
	t := a.tokens[i]
	if t.shape != shapeTitle {
		return false
	}
	_, known := lexicon.LookupName(t.fold)
	return !known && !a.namedElsewhere(t.fold)
}

// namedElsewhere reports whether word stands with a capital in the middle of a
// sentence of the article.
func (a *article) namedElsewhere(word string) bool {
	if a.capitalised == nil {
		a.capitalised = make(map[string]bool)
		for i, t := range a.tokens {
			if t.shape == shapeTitle && !a.isSentenceStart(i) && t.gap.bare() {
				a.capitalised[t.fold] = true
			}
		}
	}
	return a.capitalised[word]
}

// written returns words as they would stand in a sentence: as the text has
// them where it has capitals, else with the capitals of common usage.
func (a *article) written(w words, everyName bool) string {
	if w.empty() {
		return ""
	}
	if a.cased {
		return strings.TrimSpace(w.span(a.tokens).In(a.text))
	}
	var b strings.Builder
	for i := w.first; i < w.last; i++ {
		word := a.fold(i)
		if i > w.first && !isClitic(word) {
			b.WriteByte(' ')
		}
		b.WriteString(a.writtenWord(word, everyName))
	}
	return b.String()
}

func isClitic(word string) bool { return lexicon.ClassOf(word) == lexicon.Clitic }

// writtenWord returns one flattened word with its usual capitals; isName says
// that it is known to be part of a name.
func (a *article) writtenWord(word string, isName bool) string {
	if isClitic(word) {
		return "'" + word
	}
	name, known := lexicon.LookupName(word)
	switch {
	case known && name.Case == lexicon.UpperCase:
		return strings.ToUpper(word)
	case known || isName && !isNameJoint(word) || generation(word) != "":
		return capitalize(word)
	}
	return word
}

// capitalize returns word with its first letter as a capital.
func capitalize(word string) string {
	if word == "" || word[0] < 'a' || word[0] > 'z' {
		return word
	}
	return string(word[0]-'a'+'A') + word[1:]
}

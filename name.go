package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
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
		if a.isAside(i) || a.cased && a.headline.contains(i) {
			i++
			continue
		}
		n, next := a.nameAt(i)
		if !n.empty() {
			names = append(names, n)
		}
		i = max(next, i+1)
	}
	return a.splitNames(names)
}

// A standingName is how often some words stand by themselves as a name, and
// where they first do.
type standingName struct{ places, first int }

// standings tell how the names of an article are used.
type standings struct {
	alone        map[string]standingName
	begins, ends map[string]int // how many names of several words begin, and end, with a word
}

func (a *article) standingsOf(names []name) standings {
	s := standings{make(map[string]standingName, len(names)), make(map[string]int), make(map[string]int)}
	for _, n := range names {
		key := a.joined(n.words)
		alone, known := s.alone[key]
		if !known {
			alone.first = n.first
		}
		alone.places++
		s.alone[key] = alone
		if n.len() > 1 {
			s.begins[a.fold(n.first)]++
			s.ends[a.fold(n.last-1)]++
		}
	}
	return s
}

// splitNames parts names that only chance has put side by side: "the atlantic
// trump jr" in flattened text. A part stands by itself elsewhere in the
// article, or begins with a given name.
func (a *article) splitNames(names []name) []name {
	standing := a.standingsOf(names)
	split := make([]name, 0, len(names))
	for _, n := range names {
		if n.len() > 1 && standing.alone[a.joined(n.words)].places < 2 {
			if a.opensOnly(n, standing) {
				n.first++
				n.titles = words{n.first, n.first}
			}
			if at := a.splitPoint(n, standing); at > n.first {
				head, tail := n, n
				head.last, tail.first, tail.titles = at, at, words{at, at}
				head.suffix = generation(a.fold(at - 1))
				split = append(split, head, tail)
				continue
			}
		}
		split = append(split, n)
	}
	return split
}

// opensOnly reports whether the first word of a name has its capital only from
// the sentence that it opens, as the surname after it was named before: "Maybe
// Roe", "Following Roe".
func (a *article) opensOnly(n name, standing standings) bool {
	word := a.fold(n.first)
	if !a.cased || !n.titles.empty() || a.tokens[n.first].shape != shapeTitle || !a.isSentenceStart(n.first) && !a.gap(n.first).has(gapBracketOpen|gapDoubleOpen|gapColon|gapDash) {
		return false
	}
	if _, known := lexicon.LookupName(word); known || a.namedElsewhere(word) || generation(a.fold(n.first+1)) != "" || isNameJoint(a.fold(n.first+1)) {
		return false
	}
	if lexicon.IsGivenName(word) {
		return false
	}
	if strings.HasSuffix(word, "ing") && len(word) > len("dying") {
		return true
	}
	tail := standing.alone[a.joined(words{n.first + 1, n.last})]
	return tail.places > 0 && tail.first < n.first
}

// splitPoint returns the token at which the second of two names begins, or the
// first token of n.
func (a *article) splitPoint(n name, standing standings) int {
	for at := n.first + 1; at < n.last; at++ {
		if generation(a.fold(at)) != "" || isNameJoint(a.fold(at-1)) || isNameJoint(a.fold(at)) {
			continue
		}
		head, tail := standing.alone[a.joined(words{n.first, at})], standing.alone[a.joined(words{at, n.last})]
		person := lexicon.IsGivenName(a.fold(n.first))
		// Who has a given name, or is named in full before the surname alone,
		// is introduced here.
		introduced := at == n.first+1 && (person || tail.first > n.first && head.places < 2)
		if head.places > 0 && tail.places > 0 && !introduced {
			return at
		}
		if a.cased {
			continue
		}
		if !introduced && !person && tail.places > 1 {
			return at
		}
		if n.len() == 2 && person && standing.begins[a.fold(n.first)] > 1 && tail.places > 1 && (standing.ends[a.fold(at)] > 1 || tail.first < n.first) {
			return at // the given name of one and the surname of another
		}
		if lexicon.IsGivenName(a.fold(at)) && !lexicon.IsGivenName(a.fold(at-1)) && n.last-at > 1 && (head.places > 0 || at-n.first > 1) {
			return at
		}
	}
	return n.first
}

// joined returns folded words with a space between.
func (a *article) joined(w words) string {
	if w.len() == 1 {
		return a.fold(w.first)
	}
	var b strings.Builder
	for i := w.first; i < w.last; i++ {
		if i > w.first {
			b.WriteByte(' ')
		}
		b.WriteString(a.fold(i))
	}
	return b.String()
}

// nameAt reads the name that begins at token i, if one does, and returns the
// token after it.
func (a *article) nameAt(i int) (n name, next int) {
	first := i
	for i < len(a.tokens) && (isTitleWord(a.fold(i)) || a.isOffice(i)) && (i == first || !a.breaksPhrase(i)) {
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
		if isTitleWord(a.fold(last-1)) && last-1 > i && last < len(a.tokens) && a.canName(last) && !a.breaksPhrase(last) {
			first, i = last-1, last // "state senator jane roe": what stands before the title is an office
		}
	}
	for last > i && isNameJoint(a.fold(last-1)) {
		last--
	}
	if last == i || a.cased && a.isSentenceOnly(i, last) {
		return name{}, max(last, i)
	}
	n = name{words: words{i, last}, titles: words{first, i}}
	if a.isInitials(n.words) {
		return name{}, last
	}
	n.suffix = a.generationOf(n.words)
	return n, last
}

// isOffice reports whether token i is a noun that tells what the person is whose
// given name follows: "attorney jane roe".
func (a *article) isOffice(i int) bool {
	if lexicon.RoleOf(a.fold(i)) != lexicon.PersonRole || i+1 >= len(a.tokens) || !a.canName(i) {
		return false
	}
	return lexicon.IsGivenName(a.fold(i + 1))
}

func isTitleWord(word string) bool { return lexicon.ClassOf(word).Has(lexicon.Title) }

// generationOf returns the suffix of a person's name that tells namesakes
// apart: "jr", "sr", "ii", "iii".
func (a *article) generationOf(w words) string {
	if s := generation(a.fold(w.last - 1)); s != "" || w.len() < 3 {
		return s
	}
	switch numeral := a.fold(w.last - 1); numeral {
	case "ii", "iii", "iv":
		if lexicon.IsGivenName(a.fold(w.first)) {
			return numeral
		}
	}
	return ""
}

// isInitials reports whether words without capitals are single letters alone,
// such as "n y", which are no name.
func (a *article) isInitials(w words) bool {
	if a.cased {
		return false
	}
	for i := w.first; i < w.last; i++ {
		if len(a.fold(i)) > 1 {
			return false
		}
	}
	return true
}

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
	if a.isAside(i) || t.shape == shapeNumber || isDayWord(t.fold) || a.isMonthAt(i) {
		return false
	}
	if class := lexicon.ClassOf(t.fold); class&^lexicon.Title != 0 && !(a.cased && t.shape == shapeUpper && len(t.fold) > 1) {
		return a.isInitial(i)
	}
	return a.isNameWord(i)
}

// isInitial reports whether token i is the initial of a name: "Julie A. Roe".
func (a *article) isInitial(i int) bool {
	t := a.tokens[i]
	if !a.cased {
		return a.isFlatInitial(i)
	}
	return len(t.fold) == 1 && t.shape == shapeTitle && a.gap(i+1).has(gapFullStop) && i > 0 && t.gap.bareBut(gapFullStop)
}

// isFlatInitial reports whether token i of a text without capitals is the
// initial of a name: "julie a roe", "j desmond pryce".
func (a *article) isFlatInitial(i int) bool {
	if i+1 >= len(a.tokens) || len(a.fold(i+1)) < 2 || !a.isNameWord(i+1) || lexicon.ClassOf(a.fold(i+1)) != 0 {
		return false
	}
	return a.isMiddleInitial(i) || a.isLeadingInitial(i)
}

// isLeadingInitial reports whether token i is a single letter before a given
// name, and neither a word nor what an apostrophe left.
func (a *article) isLeadingInitial(i int) bool {
	word := a.fold(i)
	if len(word) != 1 || word == "a" || word == "i" || lexicon.ClassOf(word) != 0 || a.tokens[i].shape == shapeNumber {
		return false
	}
	return lexicon.IsGivenName(a.fold(i + 1))
}

// isMiddleInitial reports whether token i is a single letter after a given
// name. An "s" is what an apostrophe left.
func (a *article) isMiddleInitial(i int) bool {
	word := a.fold(i)
	if len(word) != 1 || word[0] < 'a' || word[0] > 'z' || word == "s" {
		return false
	}
	return lexicon.IsGivenName(a.fold(i - 1))
}

// isMonthAt reports whether token i is a month. Those that are names and verbs
// too need a neighbour that dates have: "in march", "may 4".
func (a *article) isMonthAt(i int) bool {
	switch a.fold(i) {
	case "january", "february", "july", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri":
		return true
	case "march", "april", "may", "june", "august":
		if i+1 < len(a.tokens) && a.tokens[i+1].shape == shapeNumber {
			return true
		}
		switch a.fold(i - 1) {
		case "in", "since", "until", "till", "last", "next", "this", "of", "from", "by", "late", "early", "mid", "during", "to":
			return true
		}
		return i > 0 && a.tokens[i-1].shape == shapeNumber
	}
	return false
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
		if i > w.first && (!isClitic(word) || a.isFlatInitial(i)) {
			b.WriteByte(' ')
		}
		b.WriteString(a.writtenWord(i, everyName))
	}
	return b.String()
}

func isClitic(word string) bool { return lexicon.ClassOf(word) == lexicon.Clitic }

// writtenWord returns token i of a text without capitals as it would usually
// be written; isName says that it is known to be part of a name.
func (a *article) writtenWord(i int, isName bool) string {
	word := a.fold(i)
	if isClitic(word) && !a.isFlatInitial(i) {
		return "'" + word
	}
	switch a.likelyCase(i, isName) {
	case tagger.CaseUpper:
		return strings.ToUpper(word)
	case tagger.CaseTitle:
		return capitalize(word)
	}
	return word
}

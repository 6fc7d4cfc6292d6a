package verbatim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A byline says who wrote an article: "By Jane Roe and John Smith", "Ed
// Pilkington in New York", "Jane Roe, BBC political editor".
type byline struct {
	words
	names   []words
	place   words
	signed  bool // a post or an outlet stands behind the names
	placed  bool // the place is a known one
	strange bool // the name is on no list
}

const (
	maxBylineWords = 24
	maxNameWords   = 4
	maxAuthors     = 8
)

// bylineBefore reads the byline that ends right before token end of flattened
// text, as one that a stamp follows.
func (f *furnitureFinder) bylineBefore(end int) (byline, bool) {
	if b, ok := f.openedByline(end); ok {
		return b, true
	}
	b := byline{words: words{end, end}}
	b.first = f.postStart(end)
	b.signed = b.first < end
	if place, ok := f.authorPlace(b.first); ok {
		known, listed := f.placeAt(place.first, b.first, false)
		b.place, b.placed, b.first = place, listed && known == place, place.first-1
	}
	for len(b.names) < maxAuthors {
		name, ok := f.nameBefore(b.first)
		if !ok && len(b.names) == 0 && (b.signed || b.placed || b.place.len() == 1) {
			name, ok = f.strangeName(b.first)
			b.strange = ok
		}
		if !ok {
			break
		}
		b.names = append(b.names, name)
		b.first = name.first
		if f.fold(b.first-1) != "and" {
			break // a name before this one may be the last of the headline
		}
		if _, ok := f.nameBefore(b.first - 1); !ok {
			break
		}
		b.first--
	}
	if len(b.names) == 0 {
		return byline{}, false
	}
	b.first = b.names[len(b.names)-1].first
	slices.Reverse(b.names)
	return b, !goesOnToName(f.fold(b.first - 1))
}

// goesOnToName reports whether a name after word is part of a sentence: "a
// letter from", "said".
func goesOnToName(word string) bool {
	switch word {
	case "said", "says", "told", "and", "or", "that", "mr", "mrs", "ms", "dr":
		return true
	}
	return lexicon.ClassOf(word).Has(lexicon.Preposition | lexicon.Determiner | lexicon.Possessive)
}

// openedByline reads a byline that begins with "by" and runs up to end.
func (f *furnitureFinder) openedByline(end int) (byline, bool) {
	for i := end - 2; i >= 0 && i >= end-maxBylineWords; i-- {
		if f.tokens[i].fold != "by" {
			continue
		}
		b, ok := f.flatByline(i, end, true)
		if ok && b.last < end && f.isUnlistedOutlet(b, end) {
			b.last = end
		}
		return b, ok && b.last == end
	}
	return byline{}, false
}

// isUnlistedOutlet reports whether the words between the names and token end can
// be the name of a paper: "the kestrel ledger".
func (f *furnitureFinder) isUnlistedOutlet(b byline, end int) bool {
	first := b.last
	if !b.place.empty() || end-first > 5 || !f.isGivenName(b.names[0].first) {
		return false
	}
	if f.fold(first) == "the" {
		first++
	}
	for i := first; i < end; i++ {
		if isFunctionWord(f.tokens[i].fold) || f.tokens[i].shape == shapeNumber {
			return false
		}
	}
	return end-first >= 2
}

// flatByline reads a byline that begins with "by" at token i of flattened text.
// Where the byline is known to fill the text up to limit (closed), a name needs
// no known given name.
func (f *furnitureFinder) flatByline(i, limit int, closed bool) (byline, bool) {
	b := byline{words: words{i, i + 1}}
	if f.fold(i) != "by" {
		return b, false
	}
	if i > 0 && isBylineOpener(f.fold(i-1)) {
		b.first--
	}
	for len(b.names) < maxAuthors {
		name, ok := f.nameAt(b.last, limit)
		if closed && (len(b.names) == 0 || f.fold(b.last-1) == "and") && (!ok || !f.endsName(name.last, limit)) {
			// Elsewhere it may be an outlet.
			if whole, found := f.unknownName(b.last, limit); found {
				name, ok = whole, true
			}
		}
		if !ok && !closed {
			name, ok = f.strangeSigned(b.last, limit)
		}
		if !ok {
			break
		}
		b.names = append(b.names, name)
		b.last = name.last
		if f.fold(b.last) == "and" {
			b.last++
		} else if !closed && !f.listGoesOn(b.last, limit) {
			break
		}
	}
	if len(b.names) == 0 {
		return b, false
	}
	if last := b.names[len(b.names)-1].last; b.last > last {
		b.last = last // "and" without a name behind it
	}
	if post := f.postEnd(b.last); post > b.last && post <= limit {
		b.last, b.signed = post, true
	}
	if f.fold(b.last) == "in" {
		if place, ok := f.placeAt(b.last+1, limit, closed); ok {
			b.last, b.place = place.last, place
		}
	} else if place, ok := f.placeAt(b.last, limit, false); ok && closed && place.last == limit {
		b.last, b.place = place.last, place
	}
	return b, true
}

// listGoesOn reports whether the names at i are more of a list that has lost
// its commas: at most three names and then "and" with another.
func (f *furnitureFinder) listGoesOn(i, limit int) bool {
	for range 3 {
		name, ok := f.nameAt(i, limit)
		if !ok {
			return false
		}
		i = name.last
		if f.fold(i) == "and" {
			_, ok := f.nameAt(i+1, limit)
			return ok
		}
	}
	return false
}

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

// authorPlace reads the place of "in new york" right before token end.
func (f *furnitureFinder) authorPlace(end int) (words, bool) {
	for first := end - 1; first > 0 && first >= end-5; first-- {
		if f.tokens[first-1].fold != "in" {
			continue
		}
		place, ok := f.placeAt(first, end, true)
		if known, listed := f.placeAt(first, end, false); !listed || known != place {
			if _, name := f.nameBefore(end); name {
				return words{}, false // "in november jane roe"
			}
		}
		return place, ok
	}
	return words{}, false
}

// placeAt reads the place at token i: a known city with its state or country,
// or a known state or country; where the place is known to end at limit
// (closed), any words that can be a name.
func (f *furnitureFinder) placeAt(i, limit int, closed bool) (words, bool) {
	p := i
	if n, _ := cityBook().match(f.tokens, p); n > 0 {
		p += n
	}
	if n, _ := regionBook().match(f.tokens, p); n > 1 || n == 1 && (len(f.tokens[p].fold) > 2 || closed) {
		p += n
	}
	if f.fold(p) == "and" && p > i {
		if n, _ := cityBook().match(f.tokens, p+1); n > 0 {
			p += 1 + n
		}
	}
	if closed && p != limit {
		for p = i; p < limit; p++ {
			if isFunctionWord(f.tokens[p].fold) && f.tokens[p].fold != "new" && f.tokens[p].fold != "and" ||
				f.tokens[p].shape == shapeNumber {
				return words{}, false
			}
		}
	}
	return words{i, p}, i < p && p <= limit
}

// postEnd returns the end of the post or outlet at token i ("bbc political
// editor", "staff writer", "usa today"), or i.
func (f *furnitureFinder) postEnd(i int) int {
	p, proven := i, i
	for range 4 {
		if n, _ := outletBook().match(f.tokens, p); n > 0 && p == proven {
			p += n
			proven = p
			continue
		}
		if n, _ := postBook().match(f.tokens, p); n > 0 {
			p += n
			proven = p
			continue
		}
		n, _ := beatBook().match(f.tokens, p)
		if n == 0 {
			n, _ = postPlaces().match(f.tokens, p)
		}
		if n == 0 {
			break
		}
		p += n
	}
	return proven
}

// postStart returns the start of the post or outlet that ends right before
// token end, or end.
func (f *furnitureFinder) postStart(end int) int {
	for first := max(0, end-6); first < end; first++ {
		if f.postEnd(first) == end {
			return first
		}
	}
	return end
}

// markedByline reads a paragraph tokens[i:end] as a byline of a published text.
// beside tells that a stamp or dateline stands next to it.
func (f *furnitureFinder) markedByline(i, end int, beside bool) (byline, bool) {
	if end-i > maxBylineWords {
		return byline{}, false
	}
	b := byline{words: words{i, end}}
	p := i
	opened := false
	for q := i; q < min(end, i+3); q++ {
		if f.tokens[q].fold == "by" {
			p, opened = q+1, true
			break
		}
	}
	if opened && p > i+1 && !isBylineOpener(f.tokens[i].fold) {
		return byline{}, false
	}
	for p < end && len(b.names) < maxAuthors {
		name, next := f.markedName(p, end)
		if name.empty() {
			break
		}
		b.names = append(b.names, name)
		p = next
	}
	if last := len(b.names) - 1; last > 0 && f.fold(b.names[last].first-1) != "and" && !f.isGivenName(b.names[last].first) {
		b.names, p = b.names[:last], b.names[last].first // an outlet behind a comma
	}
	if len(b.names) == 0 {
		return byline{}, false
	}
	if post := f.postEnd(p); post > p {
		p, b.signed = min(post, end), true
	}
	if f.fold(p) == "in" && p+1 < end {
		if place, ok := f.placeAt(p+1, end, false); ok {
			p, b.place, b.placed = place.last, place, true
		} else if place, ok := f.placeAt(p+1, end, true); ok {
			p, b.place = place.last, place
		}
	}
	switch rest := end - p; {
	case opened && rest <= 12:
		return b, true
	case rest == 0 && f.areNames(b.names) && (b.signed || b.placed || beside):
		return b, true
	case rest == 0 && f.hasHeadline() && beside && (b.signed || !b.place.empty() || isGivenName(f.tokens[i].fold)):
		return b, true
	}
	return byline{}, false
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
// apostrophe to "o brien": "ed pilkington" is Ed Pilkington.
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
			writeCapital(&b, word)
			b.WriteByte('.')
		case len(word) > 4 && word[:2] == "mc":
			b.WriteString("Mc")
			writeCapital(&b, word[2:])
		case isNamePrefix(words, i):
			writeCapital(&b, word)
			if len(word) == 1 {
				b.WriteRune('’')
			}
		case len(word) == 1:
			writeCapital(&b, word)
			b.WriteByte('.')
		default:
			writeCapital(&b, word)
		}
	}
	return b.String()
}

// isNamePrefix reports whether words[i] is the beginning of the surname behind
// it that flattening has cut off: "o dell", "mc tavish".
func isNamePrefix(words []string, i int) bool {
	return 0 < i && i < len(words)-1 && (words[i] == "o" || words[i] == "d" || words[i] == "mc")
}

// writeCapital writes word with its first letter as a capital.
func writeCapital(b *strings.Builder, word string) {
	r, size := utf8.DecodeRuneInString(word)
	b.WriteRune(unicode.ToTitle(r))
	b.WriteString(word[size:])
}

// isBylineOpener reports whether word stands before "by" in a byline.
func isBylineOpener(word string) bool {
	switch word {
	case "written", "words", "analysis", "posted", "commentary", "column", "text", "interview":
		return true
	}
	return false
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

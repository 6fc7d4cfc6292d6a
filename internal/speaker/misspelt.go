package speaker

import (
	"slices"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// minMisspelt is how many letters a word must have to be taken for another that is
// spelt almost alike. Shorter surnames that differ by a letter are mostly two.
const minMisspelt = 6

// misspelling returns the only one who is named in full and whose surname differs by
// one letter from a form that is nobody's: "Shurig" is David Schurig. A word that news
// knows with a capital is another name: "Walter" is not Jamie Walters.
func (s *sorter) misspelling(f form) (int, bool) {
	word := f.core[len(f.core)-1]
	if f.suffix != "" || !isMisspelling(word) || s.isOfThings(f) {
		return 0, false
	}
	if s.alike == nil {
		s.alike = s.surnamesByEnds()
	}
	only, found := 0, false
	for _, end := range endsOf(word) {
		for _, k := range s.alike[end] {
			b := &s.bearers[k]
			if !isOneLetterOff(word, b.surname()) || len(f.core) == 1 && isPlural(word, b.surname()) || !b.endsIn(f.core[:len(f.core)-1]) || found && k == only {
				continue
			}
			if found {
				return 0, false
			}
			only, found = k, true
		}
	}
	return only, found
}

// isMisspelling reports whether a word may be a surname spelt wrongly.
func isMisspelling(word string) bool {
	return utf8.RuneCountInString(word) >= minMisspelt && !lexicon.HasCapital(word) && !lexicon.IsGivenName(word) &&
		lexicon.ClassOf(word) == 0 && lexicon.RoleOf(word) == lexicon.NoRole
}

// isOfThings reports whether an article stands before a form somewhere: "the
// Schurigs" are a family.
func (s *sorter) isOfThings(f form) bool {
	return slices.ContainsFunc(f.names, func(name int) bool { return isArticle(s.Fold(s.names[name].First - 1)) })
}

// isPlural reports whether one of two words is the other with an s, as those of a family
// are called together.
func isPlural(one, other string) bool { return one == other+"s" || other == one+"s" }

// endsIn reports whether the words before the surname of a full name end in others,
// of which the given name is none: "Ruiz" before "Barrada".
func (b *bearer) endsIn(words []string) bool {
	n, m := len(words), len(b.core)
	return n+1 < m && slices.Equal(words, b.core[m-1-n:m-1])
}

// An end is the first two bytes of a word, or the last two.
type end struct {
	bytes string
	last  bool
}

// endsOf returns both ends of a word of two bytes or more. No change of one letter
// alters both where the word is long enough.
func endsOf(word string) [2]end {
	return [...]end{{word[:2], false}, {word[len(word)-2:], true}}
}

// surnamesByEnds returns the persons who are named in full, by the ends of their
// surnames. Of one end it holds no more than maxNamesakes.
func (s *sorter) surnamesByEnds() map[end][]int {
	byEnd := make(map[end][]int)
	for k := range s.bearers {
		b := &s.bearers[k]
		if !b.person || b.isOneWord() || len(b.surname()) < minMisspelt-1 {
			continue
		}
		for _, end := range endsOf(b.surname()) {
			if len(byEnd[end]) < maxNamesakes {
				byEnd[end] = append(byEnd[end], k)
			}
		}
	}
	return byEnd
}

// isOneLetterOff reports whether one word becomes the other by a letter that is added,
// lost or changed, or by two that change places.
func isOneLetterOff(one, other string) bool {
	a, b := []rune(one), []rune(other)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	switch {
	case len(a) < len(b):
		return slices.Equal(a[at:], b[at+1:])
	case at == len(a):
		return false
	case slices.Equal(a[at+1:], b[at+1:]):
		return true
	}
	return at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && slices.Equal(a[at+2:], b[at+2:])
}

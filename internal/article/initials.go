package article

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Flattening parts the letters of an abbreviation, "U.S.", and the initials of a
// name, "J.D. Pryce".

// JoinsInitials reports whether the letters at tokens i and i+1 belong together
// so. The "s" of "the U.S.'s" is none of them.
func (a *Article) JoinsInitials(i int) bool {
	if i < 0 || i+1 >= len(a.Tokens) || !isLetter(a.Fold(i)) || !isLetter(a.Fold(i+1)) {
		return false
	}
	if !a.Gap(i + 1).Bare() {
		return a.Gap(i+1) == token.GapFullStop
	}
	if a.Fold(i+1) == "s" && i > 0 && lexicon.IsLetterPair(a.Fold(i-1), a.Fold(i)) {
		return false
	}
	return a.surelyJoins(i) || a.surelyJoins(i-1) && lexicon.ClassOf(a.Fold(i+1)) == 0 && isLetter(a.Fold(i-1))
}

// surelyJoins reports whether the letter at token i and the next are a pair known
// in news, or the tagger joins them.
func (a *Article) surelyJoins(i int) bool {
	return i >= 0 && (lexicon.IsLetterPair(a.Fold(i), a.Fold(i+1)) || a.Restored != nil && a.Restored[i].Follow == tagger.FollowOtherJoin)
}

// IsOfInitials reports whether token i is the initial of a name with its full stop,
// or one of several letters that belong together and are written as capitals, as
// those of "p.m." are not.
func (a *Article) IsOfInitials(i int) bool {
	switch {
	case i < 0 || i >= len(a.Tokens) || !isLetter(a.Fold(i)):
		return false
	case a.isDottedLetter(i) && a.IsNameWord(i+1):
		return true
	case a.JoinsInitials(i):
		return !lexicon.IsSmallPair(a.Fold(i), a.Fold(i+1))
	case a.JoinsInitials(i - 1):
		return !lexicon.IsSmallPair(a.Fold(i-1), a.Fold(i))
	}
	return false
}

// isLetter reports whether a folded word is one letter of ASCII.
func isLetter(word string) bool { return len(word) == 1 && 'a' <= word[0] && word[0] <= 'z' }

package article

import (
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// American papers put the party and the place of a politician in brackets behind
// the name: "(D-Ohio)", "(R-Los Angeles)". Neither is part of a name, and what
// stands behind goes on about the politician.

// maxPartyPlace is how many words the place behind the letter of a party may have,
// and maxParty how many both have.
const (
	maxPartyPlace = 3
	maxParty      = 1 + maxPartyPlace
)

// isOfParty reports whether token i belongs to a party and its place.
func (a *Article) isOfParty(i int) bool {
	if a.opensParty(i) || a.opensParty(i-1) && a.Gap(i).Has(token.GapHyphen) {
		return true
	}
	for first := max(0, i-maxPartyPlace); first <= i; first++ {
		if a.partyEnd(first) > i {
			return true
		}
	}
	return false
}

// opensParty reports whether token i is the party of a member of Congress, which
// stands in brackets before the state: "(R-Wis.)".
func (a *Article) opensParty(i int) bool {
	return i >= 0 && isParty(a.Fold(i)) && a.Gap(i).Has(token.GapBracketOpen) && a.Gap(i+1).Has(token.GapHyphen)
}

func isParty(word string) bool { return word == "r" || word == "d" || word == "i" }

// PartyBefore returns the first token of the party and place that end right before
// token end in a text that has lost its brackets, or end.
func (a *Article) PartyBefore(end int) int {
	for first := max(0, end-maxParty); first < end-1; first++ {
		if a.partyEnd(first) == end {
			return first
		}
	}
	return end
}

// partyEnd returns the token after the party and place that begin at token i of a
// text that has lost its brackets, or 0. The tagger tells them: it reads a mark
// before the letter and a hyphen behind it.
func (a *Article) partyEnd(i int) int {
	if a.Marked || a.Restored == nil || i == 0 || !isParty(a.Fold(i)) {
		return 0
	}
	letter := a.Restored[i]
	if a.Restored[i-1].Follow != tagger.FollowPause || letter.Follow != tagger.FollowHyphenJoin || letter.Case == tagger.CaseLower {
		return 0
	}
	for end := i + 1; end < len(a.Tokens) && end <= i+maxPartyPlace; end++ {
		switch place := a.Restored[end]; {
		case place.Case == tagger.CaseLower:
			return max(end, i+2) // a place that the tagger has never met
		case place.Follow != tagger.FollowNothing && place.Follow != tagger.FollowOtherJoin, place.EndChance > likelyEnd && !isLetter(a.Fold(end)):
			return end + 1
		}
	}
	return min(i+2, len(a.Tokens))
}

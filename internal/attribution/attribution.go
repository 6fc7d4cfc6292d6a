package attribution

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A Form says how far the content of an attribution is word for word.
type Form string

const (
	Direct   Form = "direct"   // the speaker's own words throughout
	Indirect Form = "indirect" // reported in the writer's words
	Mixed    Form = "mixed"    // reported, with some words verbatim
)

// A Mode says by what act the content came to be known.
type Mode string

const (
	Speech  Mode = "speech"  // spoken, or said without telling how
	Writing Mode = "writing" // written: a post, a letter, a report
	Thought Mode = "thought" // believed, intended, hoped or feared
)

// An Attribution is a Quote in words instead of bytes.
type Attribution struct {
	Source     token.Range // empty where left out
	Cue        []token.Range
	Content    []token.Range
	Verbatim   []token.Range
	Mode       Mode
	Stance     Stance
	Passive    bool        // the subject of the cue is the one spoken to or about; who speaks stands behind "by" or is not told
	Addressed  token.Range // the subject of a passive cue that is the one spoken to; empty for others
	Turn       bool        // a turn of a transcript, whose source is its label
	Voice      token.Range // the words that name the speaker of a turn: the label, those that it is short for, or none
	Posted     bool        // the text of a post that stands between the paragraphs
	Confidence float64
}

// LastCue returns the last part of a cue that is there.
func (a Attribution) LastCue() token.Range { return a.Cue[len(a.Cue)-1] }

// End returns the token after the content.
func (a Attribution) End() int { return a.Content[len(a.Content)-1].Last }

// AnyCueWord reports whether is holds for the token of any word of the cue.
func (a Attribution) AnyCueWord(is func(i int) bool) bool {
	for _, w := range a.Cue {
		for i := w.First; i < w.Last; i++ {
			if is(i) {
				return true
			}
		}
	}
	return false
}

// Form follows from how much of the content is verbatim.
func (a Attribution) Form() Form {
	switch own := wordsIn(a.Verbatim); own {
	case 0:
		return Indirect
	case wordsIn(a.Content):
		return Direct
	}
	return Mixed
}

// isBeside reports whether w holds a word of the source or the cue, which nobody
// says.
func (a Attribution) isBeside(w token.Range) bool {
	return !a.Source.Empty() && w.Overlaps(a.Source) || slices.ContainsFunc(a.Cue, w.Overlaps)
}

// IsNearlyVerbatim reports whether nine words in ten of the content or more are
// the speaker's own: what PolNeAR calls direct.
func (a Attribution) IsNearlyVerbatim() bool { return 10*wordsIn(a.Verbatim) >= 9*wordsIn(a.Content) }

// sortAttributions orders attributions by where their contents begin.
func sortAttributions(attributions []Attribution) {
	slices.SortStableFunc(attributions, func(a, b Attribution) int {
		return cmp.Compare(a.Content[0].First, b.Content[0].First)
	})
}

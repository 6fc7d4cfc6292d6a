package occasion

import (
	"math"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Reasons for trust in a message, or for doubt.
const (
	trustAlways = iota
	trustDirect
	trustMixed
	trustThought
	trustNoCue
	trustSplit
	trustShort
	trustLong
	trustCueAfter
	trustWholeRun
	trustSpeaker
	trustNamed
	trustFullName
	trustPronoun
	trustDescription
	trustNoSource
	trustFarSource
	trustPlainVerb
	trustSameSpeaker
	trustHeadline
	trustReasons
)

// trustEvidence collects what tells whether message n is right in its words and
// its speaker.
func (d *decider) trustEvidence(n int) (e evidence) {
	t := &d.drafts[n]
	form := t.Form()
	e.add(trustAlways, true)
	e.add(trustDirect, t.IsNearlyVerbatim())
	e.add(trustMixed, form == attribution.Mixed && !t.IsNearlyVerbatim())
	e.add(trustThought, t.Mode == attribution.Thought)
	e.add(trustNoCue, len(t.Cue) == 0)
	e.add(trustSplit, isSplit(t.Content))
	length := t.length()
	e.add(trustShort, length < 5)
	e.add(trustLong, length > 35)
	e.add(trustCueAfter, len(t.Cue) > 0 && t.Cue[0].First > t.Content[0].First)
	e.add(trustWholeRun, d.isWholeRuns(t.Content))
	e.add(trustSpeaker, t.from != nobody)
	e.add(trustNamed, d.of(t.from).IsNamed())
	e.add(trustFullName, d.IsFullName(d.of(t.from)))
	pronoun := d.IsSubjectPronoun(t.Source)
	e.add(trustPronoun, pronoun)
	e.add(trustDescription, !pronoun && t.from != nobody && !d.of(t.from).IsNamed())
	e.add(trustNoSource, t.Source.Empty())
	e.add(trustFarSource, !t.Source.Empty() && max(t.Source.First-t.End(), t.Content[0].First-t.Source.Last) > 8)
	if len(t.Cue) > 0 {
		lexeme, ok := lexicon.LookupCue(d.Fold(t.LastCue().Last - 1))
		e.add(trustPlainVerb, ok && lexeme.Weight > 0.8)
	}
	e.add(trustSameSpeaker, n > 0 && t.from != nobody && d.drafts[n-1].from == t.from)
	e.add(trustHeadline, d.Headline.Contains(t.Content[0].First))
	return e
}

// isSplit reports whether anything but marks stands between the parts of a content.
func isSplit(content []token.Range) bool {
	for k := 1; k < len(content); k++ {
		if content[k-1].Last != content[k].First {
			return true
		}
	}
	return false
}

// isWholeRuns reports whether every part of a content is one quotation from mark
// to mark.
func (d *decider) isWholeRuns(content []token.Range) bool {
	for _, w := range content {
		if n := d.RunOf[w.First]; n == 0 || d.Runs[n-1].Range != w {
			return false
		}
	}
	return true
}

// trustIn returns the chance that message n is right in its words and its
// speaker, from the reader's own confidence and what else tells.
func (d *decider) trustIn(n int) float64 {
	if d.Restored == nil {
		return d.drafts[n].Confidence // rules alone: nothing was fitted to them
	}
	w := &trustWeights[d.form()]
	sum := float64(w.reader) * logit(d.drafts[n].Confidence)
	sum += float64(d.trustEvidence(n).weigh(w.reasons[:]))
	return min(1/(1+math.Exp(-sum)), w.ceiling)
}

// trust is how much the reader's own confidence and each reason count, and how
// far the messages that it was fitted to bear out the chance.
type trust struct {
	ceiling float64
	reader  float32
	reasons [trustReasons]float32
}

// logit is the inverse of the logistic function, bounded.
func logit(chance float64) float64 {
	chance = min(max(chance, 0.01), 0.99)
	return math.Log(chance / (1 - chance))
}

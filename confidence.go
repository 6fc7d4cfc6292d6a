package verbatim

import (
	"math"

	"github.com/verbatim-news/verbatim/internal/lexicon"
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
func (o *occasions) trustEvidence(n int) (e evidence) {
	t := &o.tellings[n]
	form := t.form()
	e.add(trustAlways, true)
	e.add(trustDirect, form == Direct)
	e.add(trustMixed, form == Mixed)
	e.add(trustThought, t.mode == Thought)
	e.add(trustNoCue, len(t.cue) == 0)
	e.add(trustSplit, len(t.content) > 1)
	length := t.length()
	e.add(trustShort, length < 5)
	e.add(trustLong, length > 35)
	e.add(trustCueAfter, len(t.cue) > 0 && t.cue[0].first > t.content[0].first)
	e.add(trustWholeRun, o.isWholeRuns(t.content))
	e.add(trustSpeaker, t.speaker != noParty)
	if t.speaker != noParty {
		k := o.bearerOf[t.speaker]
		e.add(trustNamed, k >= 0)
		e.add(trustFullName, k >= 0 && len(o.bearers[k].core) > 1)
	}
	pronoun := o.isSubjectPronoun(t.source)
	e.add(trustPronoun, pronoun)
	e.add(trustDescription, !pronoun && t.speaker != noParty && o.bearerOf[t.speaker] < 0)
	e.add(trustNoSource, t.source.empty())
	e.add(trustFarSource, !t.source.empty() && max(t.source.first-t.end(), t.content[0].first-t.source.last) > 8)
	if len(t.cue) > 0 {
		lexeme, ok := lexicon.LookupCue(o.fold(t.lastCue().last - 1))
		e.add(trustPlainVerb, ok && lexeme.Weight > 0.8)
	}
	e.add(trustSameSpeaker, n > 0 && t.speaker != noParty && o.tellings[n-1].speaker == t.speaker)
	e.add(trustHeadline, o.headline.contains(t.content[0].first))
	return e
}

// isWholeRuns reports whether every part of a content is one quotation from mark
// to mark.
func (o *occasions) isWholeRuns(content []words) bool {
	for _, w := range content {
		if n := o.runOf[w.first]; n == 0 || o.runs[n-1].words != w {
			return false
		}
	}
	return true
}

// trustOf returns the chance that message n is right in its words and its
// speaker, from the reader's own confidence and what else tells.
func (o *occasions) trustOf(n int) float64 {
	if o.restored == nil {
		return o.tellings[n].confidence // rules alone: nothing was fitted to them
	}
	w := &trustWeights[o.formIndex()]
	sum := float64(w.reader) * logit(o.tellings[n].confidence)
	sum += float64(o.trustEvidence(n).weigh(w.reasons[:]))
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

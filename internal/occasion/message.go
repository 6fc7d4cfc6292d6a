package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// longContent is how many words a long content has more than.
const longContent = 30

// messageReasons collects what the message itself tells, whatever its channel.
// The same reason counts for one channel and against another.
func (d *decider) messageReasons(t *draft) (e evidence) {
	form := t.Form()
	e.add(messageIndirect, form == attribution.Indirect)
	e.add(messageMixed, form == attribution.Mixed && !t.IsNearlyVerbatim())
	e.add(messageThought, t.Mode == attribution.Thought)
	e.add(messageNoCue, len(t.Cue) == 0)
	e.add(messageNoName, !d.of(t.from).IsNamed())
	e.add(messageOfPronoun, d.IsSubjectPronoun(t.Source))
	e.add(messageByOutlet, d.namesOutlet(t.from))
	e.add(messageTimeBeside, t.own.Timestamp >= 0)
	e.add(messageToYou, t.toYou)
	e.add(messageInLede, d.lede.Contains(t.at))
	e.add(messageLong, t.length() > longContent)
	d.addCue(t, &e)
	d.addQuestions(t, &e)
	return e
}

// length returns how many words the content has.
func (t *draft) length() int {
	length := 0
	for _, w := range t.Content {
		length += w.Len()
	}
	return length
}

// addCue adds what kind of verb the cue is.
func (d *decider) addCue(t *draft, e *evidence) {
	if len(t.Cue) == 0 {
		return
	}
	word := d.Fold(t.Cue[0].Last - 1)
	e.add(messagePresent, len(word) > 2 && word[len(word)-1] == 's')
	switch word {
	case "said", "say":
		e.add(messagePlainSaid, true)
	case "continued", "added", "concluded", "adding", "noted":
		e.add(messageGoesOn, true)
	case "wrote", "writes", "writing", "read", "reads":
		e.add(messageWritten, true)
	case "reported", "reports", "according", "to", "found", "shows", "showed":
		e.add(messageReported, true)
	case "shouted", "yelled", "chanted", "chanting", "joked", "shouting", "yelling":
		e.add(messageShouted, true)
	}
}

// addQuestions adds whether the writer's words around the message speak of
// questions or of those who ask them.
func (d *decider) addQuestions(t *draft, e *evidence) {
	for _, w := range []token.Range{t.own.Near, t.own.Before} {
		for i := w.First; i < w.Last; i++ {
			switch d.Fold(i) {
			case "asked", "asking", "question", "questions":
				e.add(messageAsked, !d.Content[i])
			case "reporters":
				e.add(messageByReporters, !d.Content[i])
			}
		}
	}
}

// lackingReasons collects where nothing speaks for any channel.
func lackingReasons(candidates *channelCandidates) (e evidence) {
	var all evidence
	for _, candidate := range candidates[:unknownChannel] {
		all |= candidate
	}
	beside := all.hasAny(channelInCue, channelPlacedBeside, channelOfRecipient, channelOfSource)
	bySpeaker := all.hasAny(channelBySpeakerJustBefore, channelBySpeakerBefore, channelBySpeakerSoon, channelBySpeakerLater)
	before := all.hasAny(channelLastNear, channelLast, channelPlacedInSentenceBefore, channelWithSpeakerBefore)
	e.add(messageNothingBeside, !beside)
	e.add(messageNothingBySpeaker, !bySpeaker)
	e.add(messageNothingBefore, !before)
	e.add(messageNothingAtAll, !beside && !bySpeaker && !before && !all.hasAny(channelInLede, channelWithSpeakerAfter))
	return e
}

// addressesYou reports whether the quoted words speak to somebody.
func (d *decider) addressesYou(x *attribution.Attribution) bool {
	for _, w := range x.Verbatim {
		for i := w.First; i < w.Last; i++ {
			if lexicon.ClassOf(d.Fold(i)).Has(lexicon.SecondPerson) {
				return true
			}
		}
	}
	return false
}

// around returns the token where the words around a message end: those around its
// cue, or without one where it begins.
func (t *draft) around() int {
	if len(t.Cue) == 0 {
		return t.at
	}
	return t.own.Near.Last
}

package verbatim

import "github.com/verbatim-news/verbatim/internal/lexicon"

// longContent is how many words a long content has more than.
const longContent = 30

// messageReasons collects what the message itself tells, whatever its channel.
// The same reason counts for one channel and against another.
func (o *occasions) messageReasons(t *telling) (e evidence) {
	form := t.form()
	e.add(messageIndirect, form == Indirect)
	e.add(messageMixed, form == Mixed)
	e.add(messageThought, t.mode == Thought)
	e.add(messageNoCue, len(t.cue) == 0)
	e.add(messageNoName, t.speaker == noParty || o.bearerOf[t.speaker] < 0)
	e.add(messageOfPronoun, o.isSubjectPronoun(t.source))
	e.add(messageByOutlet, t.speaker != noParty && o.namesOutlet(t.speaker))
	e.add(messageTimeBeside, t.own.timestamp >= 0)
	e.add(messageToYou, t.toYou)
	e.add(messageInLede, o.lede.contains(t.at))
	e.add(messageLong, t.length() > longContent)
	o.addCue(t, &e)
	o.addQuestions(t, &e)
	return e
}

// length returns how many words the content has.
func (t *telling) length() int {
	length := 0
	for _, w := range t.content {
		length += w.len()
	}
	return length
}

// addCue adds what kind of verb the cue is.
func (o *occasions) addCue(t *telling, e *evidence) {
	if len(t.cue) == 0 {
		return
	}
	word := o.fold(t.cue[0].last - 1)
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
func (o *occasions) addQuestions(t *telling, e *evidence) {
	for _, w := range []words{t.near, t.scene} {
		for i := w.first; i < w.last; i++ {
			switch o.fold(i) {
			case "asked", "asking", "question", "questions":
				e.add(messageAsked, !o.content[i])
			case "reporters":
				e.add(messageByReporters, !o.content[i])
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
	beside := all.hasAny(channelInCue, channelPlacedBeside, channelOfHearer, channelOfSource)
	bySpeaker := all.hasAny(channelBySpeakerJustBefore, channelBySpeakerBefore, channelBySpeakerSoon, channelBySpeakerLater)
	before := all.hasAny(channelLastNear, channelLast, channelPlacedInScene, channelWithSpeakerBefore)
	e.add(messageNothingBeside, !beside)
	e.add(messageNothingBySpeaker, !bySpeaker)
	e.add(messageNothingBefore, !before)
	e.add(messageNothingAtAll, !beside && !bySpeaker && !before && !all.hasAny(channelInLede, channelWithSpeakerAfter))
	return e
}

// addressesYou reports whether the quoted words speak to somebody.
func (a *article) addressesYou(x attribution) bool {
	for _, w := range x.verbatim {
		for i := w.first; i < w.last; i++ {
			if lexicon.ClassOf(a.fold(i)).Has(lexicon.SecondPerson) {
				return true
			}
		}
	}
	return false
}

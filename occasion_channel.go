package verbatim

// nearWords and farWords bound what counts as just before and as before.
const (
	nearWords = 80
	farWords  = 250
	ledeWords = 100
)

// channelIndex returns the place of c in channels.
func channelIndex(c Channel) int {
	for k, known := range channels {
		if known == c {
			return k
		}
	}
	return -1
}

// unknownChannel is the index of the candidate that stands for no channel.
const unknownChannel = len(channels)

// channelCandidates are the reasons for every channel, and last for none.
type channelCandidates [unknownChannel + 1]evidence

// add adds a reason for channel c, if there is one.
func (candidates *channelCandidates) add(c Channel, reason int) {
	if k := channelIndex(c); k >= 0 {
		candidates[k].add(reason, true)
	}
}

// addDecided adds a reason for what was decided for another message.
func (candidates *channelCandidates) addDecided(c Channel, reason int) {
	if c == "" {
		candidates[unknownChannel].add(reason, true)
	}
	candidates.add(c, reason)
}

// channelEvidence collects the reasons for every channel of message n.
func (o *occasions) channelEvidence(n int) channelCandidates {
	t := &o.tellings[n]
	var candidates channelCandidates
	o.ownChannel(t, &candidates)
	o.channelOfOthers(n, &candidates)
	o.cluesInLede(t, &candidates)
	o.farClues(t, &candidates)
	o.channelOfArticle(&candidates)
	message := o.messageReasons(t) | lackingReasons(&candidates)
	message.add(channelAlways, true)
	for k := range candidates {
		candidates[k] |= message
	}
	return candidates
}

// ownChannel adds what the message and the words around it tell.
func (o *occasions) ownChannel(t *telling, candidates *channelCandidates) {
	candidates.add(o.channelOfCue(t.attribution), channelInCue)
	for k := o.clueFrom(t.near.first); k < len(o.clues) && o.clues[k].at < t.near.last; k++ {
		switch c := o.clues[k]; {
		case t.source.contains(c.at):
		case c.attributed && c.placed && t.opens(c.at):
			candidates.add(c.channel, channelInContent)
		case c.attributed:
		case c.placed:
			candidates.add(c.channel, channelPlacedBeside)
		default:
			candidates.add(c.channel, channelNamedBeside)
		}
	}
	for k := o.clueFrom(t.scene.first); k < len(o.clues) && o.clues[k].at < t.scene.last; k++ {
		switch c := o.clues[k]; {
		case c.attributed:
		case c.placed:
			candidates.add(c.channel, channelPlacedInScene)
		default:
			candidates.add(c.channel, channelNamedInScene)
		}
	}
	if t.hearer != noParty {
		candidates.add(o.channelByRecipient(t.attribution, t.own.recipient), channelOfHearer)
	}
	candidates.add(o.channelOfSource(t.source), channelOfSource)
	if o.isOutlet(t.source) {
		candidates.add(ChannelDocument, channelOfOutlet)
	}
	candidates.add(o.channelByAuthor(t.attribution), channelOfAuthor)
	if t.isTurn() {
		candidates.add(ChannelInterview, channelOfTurn)
	}
	written := o.isWritten(t.attribution)
	if written {
		candidates.add(o.writtenBefore(t.at), channelLastWritten)
	}
	for k, c := range channels {
		candidates[k].add(channelAnyWriting, written && isWriting(c))
		candidates[k].add(channelWrittenMode, t.mode == Writing && isWriting(c))
		candidates[k].add(channelSpokenMode, t.mode == Speech && !isWriting(c))
	}
}

// channelOfOthers adds what other messages tell: those of the thread, of the same
// speaker and of the one who spoke before.
func (o *occasions) channelOfOthers(n int, candidates *channelCandidates) {
	t := &o.tellings[n]
	candidates.addDecided(t.thread.channel, channelOfThread)
	if k := t.previous[tellsChannel]; k >= 0 {
		reason := channelBySpeakerBefore
		if t.wordsAfter(&o.tellings[k]) < nearWords {
			reason = channelBySpeakerJustBefore
		}
		candidates.add(o.tellings[k].own.channel, reason)
	}
	if k := t.next[tellsChannel]; k >= 0 {
		reason := channelBySpeakerLater
		if o.tellings[k].wordsAfter(t) < nearWords {
			reason = channelBySpeakerSoon
		}
		candidates.add(o.tellings[k].own.channel, reason)
	}
	if k := t.other; k >= 0 && t.wordsAfter(&o.tellings[k]) < nearWords {
		candidates.add(o.tellings[k].own.channel, channelByOtherJustBefore)
	}
	if n > 0 && t.wordsAfter(&o.tellings[n-1]) < nearWords {
		reason := channelOfLastMessage
		if o.tellings[n-1].speaker == t.speaker {
			reason = channelOfSpeakersLast
		}
		candidates.addDecided(o.tellings[n-1].channel, reason)
	}
}

// channelOfArticle adds what kind of article it is.
func (o *occasions) channelOfArticle(candidates *channelCandidates) {
	if o.isHearing {
		candidates.add(ChannelTestimony, channelOfSession)
	}
	if o.isDebate {
		candidates.add(ChannelDebate, channelOfSession)
	}
	candidates.add(o.theme, channelOfTheme)
	for k := range channels {
		candidates[k].add(channelFrequent, o.share[k] >= 3 && o.share[k]*themeShare >= len(o.tokens))
		candidates[k].add(channelNamedOften, o.share[k] >= 3)
		candidates[k].add(channelMostNamed, k == o.mostNamed)
		candidates[k].add(channelAloneNamed, k == o.mostNamed && o.placed[k] == o.allPlaced)
	}
}

// openWords is how far into reported words their setting may stand.
const openWords = 9

// opens reports whether token i stands where reported words begin.
func (t *telling) opens(i int) bool {
	first := t.content[0].first
	return i >= first && i-first < openWords
}

// cluesInLede adds what the lede and the headline tell.
func (o *occasions) cluesInLede(t *telling, candidates *channelCandidates) {
	for _, c := range o.clues {
		if c.at >= max(o.lede.last, o.headline.last) {
			break
		}
		if o.headline.contains(c.at) {
			candidates.add(c.channel, channelInHeadline)
		}
		switch {
		case c.attributed || !o.lede.contains(c.at):
		case !c.placed:
			candidates.add(c.channel, channelNamedInLede)
		default:
			candidates.add(c.channel, channelInLede)
			if o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
				candidates.add(c.channel, channelOfClueInLedeWithSpeaker)
			}
			if t.speaker == o.main && o.main != noParty {
				candidates.add(c.channel, channelOfMainInLede)
			}
		}
	}
}

// clueReach is how many words before a message a clue may stand whose sentence
// names the speaker.
const clueReach = 4 * farWords

// farClues adds the last clue before the message, and the nearest on either side
// whose sentence names the speaker.
func (o *occasions) farClues(t *telling, candidates *channelCandidates) {
	at := o.clueFrom(min(t.at, t.content[0].first))
	last, named := false, false
	for k := at - 1; k >= 0 && !(last && named) && t.at-o.clues[k].at < clueReach; k-- {
		c := &o.clues[k]
		if !c.isFar(t) {
			continue
		}
		if !last {
			last = true
			switch distance := t.at - c.at; {
			case distance < nearWords:
				candidates.add(c.channel, channelLastNear)
			case distance < farWords:
				candidates.add(c.channel, channelLast)
			}
		}
		if !named && o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
			named = true
			candidates.add(c.channel, channelWithSpeakerBefore)
		}
	}
	for k := at; k < len(o.clues) && o.clues[k].at-t.at < farWords; k++ {
		c := &o.clues[k]
		if c.isFar(t) && o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
			candidates.add(c.channel, channelWithSpeakerAfter)
			break
		}
	}
}

// isFar reports whether a clue is a placed one of the writer's own, away from the
// words around the message's cue.
func (c *clue) isFar(t *telling) bool { return c.setsScene() && !t.near.contains(c.at) }

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

// channelEvidence collects the reasons for every channel, and last for none.
func (o *occasions) channelEvidence(n int) (candidates [unknownChannel + 1]evidence) {
	t := &o.tellings[n]
	add := func(c Channel, reason int) {
		if k := channelIndex(c); k >= 0 {
			candidates[k].add(reason, true)
		}
	}
	for k := range candidates {
		candidates[k].add(channelAlways, true)
	}
	add(o.channelOfCue(t.attribution), channelInCue)
	for k := o.clueFrom(t.near.first); k < len(o.clues) && o.clues[k].at < t.near.last; k++ {
		if c := o.clues[k]; !t.source.contains(c.at) {
			if c.attributed {
				if c.placed && t.opens(c.at) {
					add(c.channel, channelInContent)
				}
			} else if c.placed {
				add(c.channel, channelPlacedBeside)
			} else {
				add(c.channel, channelNamedBeside)
			}
		}
	}
	if t.hearer != noParty {
		add(o.channelByRecipient(t.attribution, t.own.recipient), channelOfHearer)
	}
	add(o.channelOfSource(t.source), channelOfSource)
	if o.isOutlet(t.source) {
		add(ChannelDocument, channelOfOutlet)
	}
	written := o.isWritten(t.attribution)
	if written {
		add(o.writtenBefore(t.at), channelLastWritten)
	}
	for k := o.clueFrom(t.scene.first); k < len(o.clues) && o.clues[k].at < t.scene.last; k++ {
		if o.clues[k].attributed {
			continue
		}
		if o.clues[k].placed {
			add(o.clues[k].channel, channelPlacedInScene)
		} else {
			add(o.clues[k].channel, channelNamedInScene)
		}
	}
	add(t.thread.channel, channelOfThread)
	add(o.channelByAuthor(t.attribution), channelOfAuthor)
	first := t.content[0].first
	if k := t.previous[tellsChannel]; k >= 0 {
		if first-o.tellings[k].end() < nearWords {
			add(o.tellings[k].own.channel, channelBySpeakerJustBefore)
		} else {
			add(o.tellings[k].own.channel, channelBySpeakerBefore)
		}
	}
	if k := t.next[tellsChannel]; k >= 0 {
		if o.tellings[k].content[0].first-t.end() < nearWords {
			add(o.tellings[k].own.channel, channelBySpeakerSoon)
		} else {
			add(o.tellings[k].own.channel, channelBySpeakerLater)
		}
	}
	if k := t.other; k >= 0 && first-o.tellings[k].end() < nearWords {
		add(o.tellings[k].own.channel, channelByOtherJustBefore)
	}
	if n > 0 && first-o.tellings[n-1].end() < nearWords {
		if p := &o.tellings[n-1]; p.speaker == t.speaker {
			addDecided(&candidates, p.channel, channelOfSpeakersLast)
		} else {
			addDecided(&candidates, p.channel, channelOfLastMessage)
		}
	}
	o.farClues(t, add)
	if o.isHearing {
		add(ChannelTestimony, channelOfSession)
	}
	if o.isDebate {
		add(ChannelDebate, channelOfSession)
	}
	add(o.theme, channelOfTheme)
	if t.isTurn() {
		add(ChannelInterview, channelOfTurn)
	}
	for k, c := range channels {
		candidates[k].add(channelFrequent, o.share[k] >= 3 && o.share[k]*themeShare >= len(o.tokens))
		candidates[k].add(channelNamedOften, o.share[k] >= 3)
		candidates[k].add(channelMostNamed, k == o.mostNamed)
		candidates[k].add(channelAloneNamed, k == o.mostNamed && o.placed[k] == o.allPlaced)
		candidates[k].add(channelAnyWriting, written && isWriting(c))
		candidates[k].add(channelWrittenMode, t.mode == Writing && isWriting(c))
		candidates[k].add(channelSpokenMode, t.mode == Speech && !isWriting(c))
	}
	candidates[unknownChannel].add(channelOfThread, t.thread.channel == "")
	message := o.messageReasons(t) | lackingReasons(&candidates)
	for k := range candidates {
		candidates[k] |= message
	}
	return candidates
}

// openWords is how far into reported words their setting may stand.
const openWords = 9

// opens reports whether token i stands where reported words begin.
func (t *telling) opens(i int) bool {
	first := t.content[0].first
	return i >= first && i-first < openWords
}

// end returns the token after the content.
func (t *telling) end() int { return t.content[len(t.content)-1].last }

// addDecided adds a reason for what was decided for another message.
func addDecided(candidates *[unknownChannel + 1]evidence, c Channel, reason int) {
	k := channelIndex(c)
	if k < 0 {
		k = unknownChannel
	}
	candidates[k].add(reason, true)
}

// farClues adds what clues elsewhere in the article tell.
func (o *occasions) farClues(t *telling, add func(Channel, int)) {
	for _, c := range o.clues {
		if c.at >= o.lede.last {
			break
		}
		if c.attributed {
			continue
		}
		if !c.placed {
			if o.lede.contains(c.at) {
				add(c.channel, channelNamedInLede)
			}
			continue
		}
		if o.lede.contains(c.at) {
			add(c.channel, channelInLede)
			if o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
				add(c.channel, channelOfClueInLedeWithSpeaker)
			}
			if t.speaker == o.main && o.main != noParty {
				add(c.channel, channelOfMainInLede)
			}
		}
	}
	for _, c := range o.clues {
		if c.at >= o.headline.last {
			break
		}
		if o.headline.contains(c.at) {
			add(c.channel, channelInHeadline)
		}
	}
	at := o.clueFrom(min(t.at, t.content[0].first))
	last, named := false, false
	for k := at - 1; k >= 0 && !(last && named) && t.at-o.clues[k].at < 4*farWords; k-- {
		c := o.clues[k]
		if !c.placed || c.attributed || t.near.contains(c.at) {
			continue
		}
		if !last {
			last = true
			switch distance := t.at - c.at; {
			case distance < nearWords:
				add(c.channel, channelLastNear)
			case distance < farWords:
				add(c.channel, channelLast)
			}
		}
		if !named && o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
			named = true
			add(c.channel, channelWithSpeakerBefore)
		}
	}
	for k := at; k < len(o.clues) && o.clues[k].at-t.at < farWords; k++ {
		c := o.clues[k]
		if c.placed && !c.attributed && !t.near.contains(c.at) && o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
			add(c.channel, channelWithSpeakerAfter)
			break
		}
	}
}

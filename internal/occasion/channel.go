package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/speaker"
)

// nearWords and farWords bound what counts as just before and as before.
const (
	nearWords = 80
	farWords  = 250
	ledeWords = 100
)

// channelIndex returns the place of c in channels.
func channelIndex(c channel.Channel) int {
	for k, known := range channel.All {
		if known == c {
			return k
		}
	}
	return -1
}

// unknownChannel is the index of the candidate that stands for no channel.
const unknownChannel = len(channel.All)

// channelCandidates are the reasons for every channel, and last for none.
type channelCandidates [unknownChannel + 1]evidence

// add adds a reason for channel c, if there is one.
func (candidates *channelCandidates) add(c channel.Channel, reason int) {
	if k := channelIndex(c); k >= 0 {
		candidates[k].add(reason, true)
	}
}

// addDecided adds a reason for what was decided for another message.
func (candidates *channelCandidates) addDecided(c channel.Channel, reason int) {
	if c == "" {
		candidates[unknownChannel].add(reason, true)
	}
	candidates.add(c, reason)
}

// channelEvidence collects the reasons for every channel of message n.
func (o *decider) channelEvidence(n int) channelCandidates {
	t := &o.Tellings[n]
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
func (o *decider) ownChannel(t *Draft, candidates *channelCandidates) {
	candidates.add(channel.OfCue(o.Reader.Article, t.Attribution), channelInCue)
	for k := o.clueFrom(t.near.First); k < len(o.clues) && o.clues[k].At < t.near.Last; k++ {
		switch c := o.clues[k]; {
		case t.Source.Contains(c.At):
		case c.Attributed && c.Placed && t.opens(c.At):
			candidates.add(c.Channel, channelInContent)
		case c.Attributed:
		case c.Placed:
			candidates.add(c.Channel, channelPlacedBeside)
		default:
			candidates.add(c.Channel, channelNamedBeside)
		}
	}
	for k := o.clueFrom(t.scene.First); k < len(o.clues) && o.clues[k].At < t.scene.Last; k++ {
		switch c := o.clues[k]; {
		case c.Attributed:
		case c.Placed:
			candidates.add(c.Channel, channelPlacedInScene)
		default:
			candidates.add(c.Channel, channelNamedInScene)
		}
	}
	if t.hearer != speaker.NoParty {
		candidates.add(o.ChannelByRecipient(t.Attribution, t.own.Recipient), channelOfHearer)
	}
	candidates.add(o.ChannelOfSource(t.Source), channelOfSource)
	if o.IsOutlet(t.Source) {
		candidates.add(channel.Document, channelOfOutlet)
	}
	candidates.add(o.ChannelByAuthor(t.Attribution), channelOfAuthor)
	if t.IsTurn() {
		candidates.add(channel.Interview, channelOfTurn)
	}
	written := o.IsWritten(t.Attribution)
	if written {
		candidates.add(o.WrittenBefore(t.at), channelLastWritten)
	}
	for k, c := range channel.All {
		candidates[k].add(channelAnyWriting, written && channel.IsWriting(c))
		candidates[k].add(channelWrittenMode, t.Mode == attribution.Writing && channel.IsWriting(c))
		candidates[k].add(channelSpokenMode, t.Mode == attribution.Speech && !channel.IsWriting(c))
	}
}

// channelOfOthers adds what other messages tell: those of the thread, of the same
// speaker and of the one who spoke before.
func (o *decider) channelOfOthers(n int, candidates *channelCandidates) {
	t := &o.Tellings[n]
	candidates.addDecided(t.thread.Channel, channelOfThread)
	if k := t.previous[tellsChannel]; k >= 0 {
		reason := channelBySpeakerBefore
		if t.wordsAfter(&o.Tellings[k]) < nearWords {
			reason = channelBySpeakerJustBefore
		}
		candidates.add(o.Tellings[k].own.Channel, reason)
	}
	if k := t.next[tellsChannel]; k >= 0 {
		reason := channelBySpeakerLater
		if o.Tellings[k].wordsAfter(t) < nearWords {
			reason = channelBySpeakerSoon
		}
		candidates.add(o.Tellings[k].own.Channel, reason)
	}
	if k := t.other; k >= 0 && t.wordsAfter(&o.Tellings[k]) < nearWords {
		candidates.add(o.Tellings[k].own.Channel, channelByOtherJustBefore)
	}
	if n > 0 && t.wordsAfter(&o.Tellings[n-1]) < nearWords {
		reason := channelOfLastMessage
		if o.Tellings[n-1].Speaker == t.Speaker {
			reason = channelOfSpeakersLast
		}
		candidates.addDecided(o.Tellings[n-1].Channel, reason)
	}
}

// channelOfArticle adds what kind of article it is.
func (o *decider) channelOfArticle(candidates *channelCandidates) {
	if o.IsHearing {
		candidates.add(channel.Testimony, channelOfSession)
	}
	if o.IsDebate {
		candidates.add(channel.Debate, channelOfSession)
	}
	candidates.add(o.Theme, channelOfTheme)
	for k := range channel.All {
		candidates[k].add(channelFrequent, o.share[k] >= 3 && o.share[k]*channel.ThemeShare >= len(o.Tokens))
		candidates[k].add(channelNamedOften, o.share[k] >= 3)
		candidates[k].add(channelMostNamed, k == o.mostNamed)
		candidates[k].add(channelAloneNamed, k == o.mostNamed && o.placed[k] == o.allPlaced)
	}
}

// openWords is how far into reported words their setting may stand.
const openWords = 9

// opens reports whether token i stands where reported words begin.
func (t *Draft) opens(i int) bool {
	first := t.Content[0].First
	return i >= first && i-first < openWords
}

// cluesInLede adds what the lede and the headline tell.
func (o *decider) cluesInLede(t *Draft, candidates *channelCandidates) {
	for _, c := range o.clues {
		if c.At >= max(o.lede.Last, o.Headline.Last) {
			break
		}
		if o.Headline.Contains(c.At) {
			candidates.add(c.Channel, channelInHeadline)
		}
		switch {
		case c.Attributed || !o.lede.Contains(c.At):
		case !c.Placed:
			candidates.add(c.Channel, channelNamedInLede)
		default:
			candidates.add(c.Channel, channelInLede)
			if o.namesSpeaker(o.sentenceNear(c.Sentence, c.At), t.Speaker) {
				candidates.add(c.Channel, channelOfClueInLedeWithSpeaker)
			}
			if t.Speaker == o.main && o.main != speaker.NoParty {
				candidates.add(c.Channel, channelOfMainInLede)
			}
		}
	}
}

// clueReach is how many words before a message a clue may stand whose sentence
// names the speaker.
const clueReach = 4 * farWords

// farClues adds the last clue before the message, and the nearest on either side
// whose sentence names the speaker.
func (o *decider) farClues(t *Draft, candidates *channelCandidates) {
	at := o.clueFrom(min(t.at, t.Content[0].First))
	last, named := false, false
	for k := at - 1; k >= 0 && !(last && named) && t.at-o.clues[k].At < clueReach; k-- {
		c := &o.clues[k]
		if !isFar(c, t) {
			continue
		}
		if !last {
			last = true
			switch distance := t.at - c.At; {
			case distance < nearWords:
				candidates.add(c.Channel, channelLastNear)
			case distance < farWords:
				candidates.add(c.Channel, channelLast)
			}
		}
		if !named && o.namesSpeaker(o.sentenceNear(c.Sentence, c.At), t.Speaker) {
			named = true
			candidates.add(c.Channel, channelWithSpeakerBefore)
		}
	}
	for k := at; k < len(o.clues) && o.clues[k].At-t.at < farWords; k++ {
		c := &o.clues[k]
		if isFar(c, t) && o.namesSpeaker(o.sentenceNear(c.Sentence, c.At), t.Speaker) {
			candidates.add(c.Channel, channelWithSpeakerAfter)
			break
		}
	}
}

// isFar reports whether a clue is a placed one of the writer's own, away from the
// words around the message's cue.
func isFar(c *channel.Mention, t *Draft) bool { return c.SetsScene() && !t.near.Contains(c.At) }

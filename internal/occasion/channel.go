package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
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
	t := &o.Drafts[n]
	var candidates channelCandidates
	o.ownChannel(t, &candidates)
	o.channelOfOthers(n, &candidates)
	o.mentionsInLede(t, &candidates)
	o.farMentions(t, &candidates)
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
	for k := o.mentionFrom(t.near.First); k < len(o.mentions) && o.mentions[k].At < t.near.Last; k++ {
		switch c := o.mentions[k]; {
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
	for k := o.mentionFrom(t.before.First); k < len(o.mentions) && o.mentions[k].At < t.before.Last; k++ {
		switch c := o.mentions[k]; {
		case c.Attributed:
		case c.Placed:
			candidates.add(c.Channel, channelPlacedInSentenceBefore)
		default:
			candidates.add(c.Channel, channelNamedInSentenceBefore)
		}
	}
	if !t.recipient.IsNobody() {
		candidates.add(o.ChannelByRecipient(t.Attribution, t.own.Recipient), channelOfRecipient)
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
	t := &o.Drafts[n]
	candidates.addDecided(t.thread.Channel, channelOfThread)
	if k := t.previous[tellsChannel]; k >= 0 {
		reason := channelBySpeakerBefore
		if t.wordsAfter(&o.Drafts[k]) < nearWords {
			reason = channelBySpeakerJustBefore
		}
		candidates.add(o.Drafts[k].own.Channel, reason)
	}
	if k := t.next[tellsChannel]; k >= 0 {
		reason := channelBySpeakerLater
		if o.Drafts[k].wordsAfter(t) < nearWords {
			reason = channelBySpeakerSoon
		}
		candidates.add(o.Drafts[k].own.Channel, reason)
	}
	if k := t.other; k >= 0 && t.wordsAfter(&o.Drafts[k]) < nearWords {
		candidates.add(o.Drafts[k].own.Channel, channelByOtherJustBefore)
	}
	if n > 0 && t.wordsAfter(&o.Drafts[n-1]) < nearWords {
		reason := channelOfLastMessage
		if o.Drafts[n-1].from.Party == t.from.Party {
			reason = channelOfSpeakersLast
		}
		candidates.addDecided(o.Drafts[n-1].Channel, reason)
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

// openWords is how far into reported words a mention may stand that tells of them.
const openWords = 9

// opens reports whether token i stands where reported words begin.
func (t *Draft) opens(i int) bool {
	first := t.Content[0].First
	return i >= first && i-first < openWords
}

// mentionsInLede adds what the lede and the headline tell.
func (o *decider) mentionsInLede(t *Draft, candidates *channelCandidates) {
	for _, c := range o.mentions {
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
			if o.IsNamedIn(t.from.Party, o.sentenceNear(c.Sentence, c.At)) {
				candidates.add(c.Channel, channelInLedeWithSpeaker)
			}
			if t.from.Party == o.main && !o.main.IsNobody() {
				candidates.add(c.Channel, channelOfMainInLede)
			}
		}
	}
}

// mentionReach is how many words before a message a mention may stand whose
// sentence names the speaker.
const mentionReach = 4 * farWords

// farMentions adds the last mention before the message, and the nearest on
// either side whose sentence names the speaker.
func (o *decider) farMentions(t *Draft, candidates *channelCandidates) {
	at := o.mentionFrom(min(t.at, t.Content[0].First))
	last, named := false, false
	for k := at - 1; k >= 0 && !(last && named) && t.at-o.mentions[k].At < mentionReach; k-- {
		c := &o.mentions[k]
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
		if !named && o.IsNamedIn(t.from.Party, o.sentenceNear(c.Sentence, c.At)) {
			named = true
			candidates.add(c.Channel, channelWithSpeakerBefore)
		}
	}
	for k := at; k < len(o.mentions) && o.mentions[k].At-t.at < farWords; k++ {
		c := &o.mentions[k]
		if isFar(c, t) && o.IsNamedIn(t.from.Party, o.sentenceNear(c.Sentence, c.At)) {
			candidates.add(c.Channel, channelWithSpeakerAfter)
			break
		}
	}
}

// isFar reports whether a mention is a placed one of the writer's own, away from
// the words around the message's cue.
func isFar(c *channel.Mention, t *Draft) bool { return c.SetsOccasion() && !t.near.Contains(c.At) }

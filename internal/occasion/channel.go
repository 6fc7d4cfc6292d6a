package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
)

// nearWords and farWords bound what counts as just before and as before.
const (
	nearWords = 80
	farWords  = 250
)

// unknownChannel is the index that stands for no channel.
const unknownChannel = len(channel.All)

// channelIndex returns the place of c among all channels, or unknownChannel.
func channelIndex(c channel.Channel) int {
	for k, known := range channel.All {
		if known == c {
			return k
		}
	}
	return unknownChannel
}

// channelCandidates are the reasons for every channel, and last for none.
type channelCandidates [unknownChannel + 1]evidence

// add adds a reason for channel c, if there is one.
func (candidates *channelCandidates) add(c channel.Channel, reason int) {
	if k := channelIndex(c); k != unknownChannel {
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
func (d *decider) channelEvidence(n int) channelCandidates {
	t := &d.drafts[n]
	var candidates channelCandidates
	d.ownChannel(t, &candidates)
	d.mentionsBeside(t, &candidates)
	d.channelOfOthers(n, &candidates)
	d.mentionsInLede(t, &candidates)
	d.farMentions(t, &candidates)
	d.channelOfArticle(&candidates)
	message := d.messageReasons(t) | lackingReasons(&candidates)
	message.add(channelAlways, true)
	for k := range candidates {
		candidates[k] |= message
	}
	return candidates
}

// decideChannel returns the channel of message n that most speaks for.
func (d *decider) decideChannel(n int, w *weights) channel.Channel {
	if d.drafts[n].Posted {
		return channel.Post
	}
	if carried := d.drafts[n].own.ByCarrier; carried != "" {
		return carried
	}
	candidates := d.channelEvidence(n)
	best := unknownChannel
	most := candidates[unknownChannel].weigh(w.channel[unknownChannel][:])
	for k, e := range candidates[:unknownChannel] {
		if score := e.weigh(w.channel[k][:]); score > most && e.supports() {
			best, most = k, score
		}
	}
	if best == unknownChannel {
		return ""
	}
	return channel.All[best]
}

// supports reports whether any reason is one for this channel before others: what
// speaks for it is then in the text, and not just in what news is mostly like.
func (e evidence) supports() bool {
	const general = 1<<channelAlways | 1<<channelWrittenMode | 1<<channelSpokenMode
	return e&^(general|messageKinds) != 0
}

// ownChannel adds what the message itself tells.
func (d *decider) ownChannel(t *draft, candidates *channelCandidates) {
	candidates.add(t.own.ByCue, channelInCue)
	if t.ownRecipient != nobody {
		candidates.add(t.own.ByRecipient, channelOfRecipient)
	}
	candidates.add(t.own.BySource, channelOfSource)
	if t.own.ByOutlet {
		candidates.add(channel.Document, channelOfOutlet)
	}
	candidates.add(t.own.ByAuthor, channelOfAuthor)
	if t.Turn {
		candidates.add(channel.Interview, channelOfTurn)
	}
	candidates.add(t.own.LastWritten, channelLastWritten)
	for k, c := range channel.All {
		candidates[k].add(channelAnyWriting, t.own.Written && c.Written())
		candidates[k].add(channelWrittenMode, t.Mode == attribution.Writing && c.Written())
		candidates[k].add(channelSpokenMode, t.Mode == attribution.Speech && !c.Written())
	}
}

// mentionsBeside adds what the mentions around the cue and in the sentence before
// tell.
func (d *decider) mentionsBeside(t *draft, candidates *channelCandidates) {
	near := d.mentionsIn(t.own.Near)
	for k := range near {
		switch m := &near[k]; {
		case t.Source.Contains(m.At):
		case m.Attributed && m.Placed && t.opens(m.At):
			candidates.add(m.Channel, channelInContent)
		case m.Attributed:
		case m.Placed:
			candidates.add(m.Channel, channelPlacedBeside)
		default:
			candidates.add(m.Channel, channelNamedBeside)
		}
	}
	before := d.mentionsIn(t.own.Before)
	for k := range before {
		switch m := &before[k]; {
		case m.Attributed:
		case m.Placed:
			candidates.add(m.Channel, channelPlacedInSentenceBefore)
		default:
			candidates.add(m.Channel, channelNamedInSentenceBefore)
		}
	}
}

// channelOfOthers adds what other messages tell: those of the thread, of the same
// speaker and of the one who spoke before.
func (d *decider) channelOfOthers(n int, candidates *channelCandidates) {
	t := &d.drafts[n]
	candidates.addDecided(t.thread.channel, channelOfThread)
	if k := t.previous[tellsChannel]; k >= 0 {
		reason := channelBySpeakerBefore
		if t.wordsAfter(&d.drafts[k]) < nearWords {
			reason = channelBySpeakerJustBefore
		}
		candidates.add(d.drafts[k].own.Channel, reason)
	}
	if k := t.next[tellsChannel]; k >= 0 {
		reason := channelBySpeakerLater
		if d.drafts[k].wordsAfter(t) < nearWords {
			reason = channelBySpeakerSoon
		}
		candidates.add(d.drafts[k].own.Channel, reason)
	}
	if k := d.otherBefore(n); k >= 0 && t.wordsAfter(&d.drafts[k]) < nearWords {
		candidates.add(d.drafts[k].own.Channel, channelByOtherJustBefore)
	}
	if n > 0 && t.wordsAfter(&d.drafts[n-1]) < nearWords {
		reason := channelOfLastMessage
		if d.drafts[n-1].from == t.from {
			reason = channelOfSpeakersLast
		}
		candidates.addDecided(d.drafts[n-1].Channel, reason)
	}
}

// frequentShare is how many words of an article go on one mention of a channel, or
// fewer, where that is frequent.
const frequentShare = 120

// channelOfArticle adds what kind of article it is.
func (d *decider) channelOfArticle(candidates *channelCandidates) {
	if d.contexts.IsHearing {
		candidates.add(channel.Testimony, channelOfSession)
	}
	if d.contexts.IsDebate {
		candidates.add(channel.Debate, channelOfSession)
	}
	candidates.add(d.contexts.Theme, channelOfTheme)
	for k := range channel.All {
		candidates[k].add(channelFrequent, d.share[k] >= 3 && d.share[k]*frequentShare >= len(d.Tokens))
		candidates[k].add(channelNamedOften, d.share[k] >= 3)
		candidates[k].add(channelMostNamed, k == d.mostNamed)
		candidates[k].add(channelAloneNamed, k == d.mostNamed && d.placed[k] == d.allPlaced)
	}
}

// openWords is how far into reported words a mention may stand that tells of them.
const openWords = 9

// opens reports whether token i stands where reported words begin.
func (t *draft) opens(i int) bool {
	first := t.Content[0].First
	return i >= first && i-first < openWords
}

// mentionsInLede adds what the lede and the headline tell.
func (d *decider) mentionsInLede(t *draft, candidates *channelCandidates) {
	for _, c := range d.mentions {
		if c.At >= max(d.lede.Last, d.Headline.Last) {
			break
		}
		if d.Headline.Contains(c.At) {
			candidates.add(c.Channel, channelInHeadline)
		}
		switch {
		case c.Attributed || !d.lede.Contains(c.At):
		case !c.Placed:
			candidates.add(c.Channel, channelNamedInLede)
		default:
			candidates.add(c.Channel, channelInLede)
			if d.isNamedIn(t.from, d.sentenceNear(c.Sentence, c.At)) {
				candidates.add(c.Channel, channelInLedeWithSpeaker)
			}
			if t.from == d.main && d.main != nobody {
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
func (d *decider) farMentions(t *draft, candidates *channelCandidates) {
	at := d.mentionFrom(min(t.at, t.Content[0].First))
	last, named := false, false
	for k := at - 1; k >= 0 && !(last && named) && t.at-d.mentions[k].At < mentionReach; k-- {
		c := &d.mentions[k]
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
		if !named && d.isNamedIn(t.from, d.sentenceNear(c.Sentence, c.At)) {
			named = true
			candidates.add(c.Channel, channelWithSpeakerBefore)
		}
	}
	for k := at; k < len(d.mentions) && d.mentions[k].At-t.at < farWords; k++ {
		c := &d.mentions[k]
		if isFar(c, t) && d.isNamedIn(t.from, d.sentenceNear(c.Sentence, c.At)) {
			candidates.add(c.Channel, channelWithSpeakerAfter)
			break
		}
	}
}

// isFar reports whether a mention is a placed one of the writer's own, away from
// the words around the message's cue.
func isFar(c *channel.Mention, t *draft) bool { return c.SetsOccasion() && !t.own.Near.Contains(c.At) }

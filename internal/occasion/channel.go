package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/token"
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

// decideChannels decides the channel of every message.
func (d *decider) decideChannels(w *weights) {
	var options [unknownChannel + 1]option
	d.agreement.reset(d.decidesTogether())
	for n := range d.drafts {
		t := &d.drafts[n]
		if told := d.toldChannel(t); told != "" {
			t.Channel = told
			d.agreement.add(append(options[:0], option{value: int32(channelIndex(told))}))
			continue
		}
		t.Channel = channelAt(d.agreement.add(d.channelOptions(n, w, options[:0])))
	}
	d.settle(tellsChannel, func(n int, o option) { d.drafts[n].Channel = channelAt(o) })
}

// toldChannel returns the channel of a message that needs no weighing.
func (d *decider) toldChannel(t *draft) channel.Channel {
	if t.Posted {
		return channel.Post
	}
	return t.own.Told
}

// channelAt returns the channel of an option.
func channelAt(o option) channel.Channel {
	if o.value == noValue {
		return ""
	}
	return channel.All[o.value]
}

// channelOptions returns the channels that something in the text speaks for, and
// none.
func (d *decider) channelOptions(n int, w *weights, options []option) []option {
	candidates := d.channelEvidence(n)
	mentions := d.nearestMentions(&d.drafts[n])
	v := d.viewOf(n, tellsChannel)
	for k, e := range candidates[:unknownChannel] {
		if channel.All[k].Gathering() && d.isBystander(&d.drafts[n]) && !e.isBeside() {
			continue // who lives near by was not at the news conference
		}
		if e.supports() && !(d.drafts[n].own.BySource == channel.Document && channel.All[k].Mutual()) { // papers give no interviews
			options = append(options, option{value: int32(k), gathering: channel.All[k].Gathering(), score: e.weigh(w.channel[k][:]) + v.score(k, mentions[k], e)})
		}
	}
	none := candidates[unknownChannel]
	return append(options, option{value: noValue, score: none.weigh(w.channel[unknownChannel][:]) + v.score(unknownChannel, token.Range{}, none)})
}

// supports reports whether any reason is one for this channel before others: what
// speaks for it is then in the text, and not just in what news is mostly like.
func (e evidence) supports() bool {
	const general = 1<<channelAlways | 1<<channelWrittenMode | 1<<channelSpokenMode
	return e&^(general|messageKinds) != 0
}

// isBeside reports whether the words of a message or around it speak for a channel.
func (e evidence) isBeside() bool {
	const beside = 1<<channelInCue | 1<<channelOfRecipient | 1<<channelPlacedBeside | 1<<channelNamedBeside | 1<<channelInContent | 1<<channelOfThread | 1<<channelBySpeakerBefore | 1<<channelBySpeakerJustBefore | 1<<channelOfSpeakersLast
	return e&beside != 0
}

// isBystander reports whether the source of a message tells that somebody only lives or
// works where something happened.
func (d *decider) isBystander(t *draft) bool {
	for i := t.Source.First; i < t.Source.Last; i++ {
		switch d.Fold(i) {
		case "lives", "lived", "resident", "residents", "neighbour", "neighbours", "neighbor", "neighbors", "customer", "customers", "shopper", "shoppers", "passenger", "passengers",
			"commuter", "commuters", "bystander", "bystanders", "shopkeeper", "villager", "villagers", "onlooker":
			return true
		}
	}
	return false
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
		case m.Attributed && d.IsReported(m.At, t.Attribution):
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

// nearestMentions returns for every channel the word of the writer's last mention of
// it up to the message, or of the next one soon after; none is empty.
func (d *decider) nearestMentions(t *draft) (nearest [unknownChannel]token.Range) {
	next := d.mentionFrom(t.around())
	set := func(m *channel.Mention) {
		if c := channelIndex(m.Channel); !m.Attributed && c != unknownChannel && nearest[c].Empty() {
			nearest[c] = token.Range{First: m.At, Last: m.At + 1}
		}
	}
	for k := next - 1; k >= 0 && t.at-d.mentions[k].At < mentionReach; k-- {
		set(&d.mentions[k])
	}
	for k := next; k < len(d.mentions) && d.mentions[k].At-t.at < farWords; k++ {
		set(&d.mentions[k])
	}
	return nearest
}

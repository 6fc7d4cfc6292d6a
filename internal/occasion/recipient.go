package occasion

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	speakerroom "github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A hearerCandidate is a speaker as the one addressed, or noParty, with the
// reasons.
type hearerCandidate struct {
	party int
	words token.Range // that name the one; empty where the thread does
	evidence
}

// hearerCandidates are those who may be addressed by one message.
type hearerCandidates struct {
	speaker int // of the message: nobody speaks to themselves
	list    []hearerCandidate
	all     evidence // the reasons of all of them
}

// add adds a reason for a party, which is added if it is new; w are the words
// that name it, if any do.
func (h *hearerCandidates) add(party int, w token.Range, reason int) {
	if party == speakerroom.NoParty || party == h.speaker {
		return
	}
	h.all.add(reason, true)
	for k := range h.list {
		if c := &h.list[k]; c.party == party {
			c.add(reason, true)
			if c.words.Empty() {
				c.words = w
			}
			return
		}
	}
	c := hearerCandidate{party: party, words: w}
	c.add(reason, true)
	h.list = append(h.list, c)
}

// hearerEvidence collects the reasons for everybody who may be addressed by
// message n, and last for nobody. It uses the space of candidates.
func (o *decider) hearerEvidence(n int, candidates []hearerCandidate) []hearerCandidate {
	t := &o.Tellings[n]
	h := hearerCandidates{speaker: t.Speaker, list: candidates[:0]}
	h.add(t.hearer, t.own.Recipient, hearerBeside)
	o.hearersOfSpeaker(t, &h)
	h.add(t.partner, token.Range{}, hearerOfThread)
	if channel.IsPrivate(t.Channel) {
		h.add(t.partner, token.Range{}, hearerOfPrivateThread)
	}
	o.hearerInExchange(n, &h)
	o.hearersOfClues(t, &h)
	for k := range h.list {
		o.hearerReasons(t, &h.list[k])
	}
	return append(h.list, hearerCandidate{party: speakerroom.NoParty, evidence: o.noHearerReasons(t, h.all)})
}

// hearersOfSpeaker adds those whom the speaker's last and next messages name.
func (o *decider) hearersOfSpeaker(t *Draft, h *hearerCandidates) {
	if k := t.previous[tellsHearer]; k >= 0 {
		p := &o.Tellings[k]
		distance := t.wordsAfter(p)
		if distance < nearWords {
			h.add(p.hearer, token.Range{}, hearerBySpeakerJustBefore)
		} else {
			h.add(p.hearer, token.Range{}, hearerBySpeakerBefore)
		}
		if p.Channel == t.Channel {
			h.add(p.hearer, token.Range{}, hearerSameChannel)
		}
		if distance > farWords {
			h.add(p.hearer, token.Range{}, hearerFar)
		}
	}
	if k := t.next[tellsHearer]; k >= 0 && o.Tellings[k].wordsAfter(t) < nearWords {
		p := &o.Tellings[k]
		h.add(p.hearer, token.Range{}, hearerBySpeakerSoon)
		if p.Channel == t.Channel {
			h.add(p.hearer, token.Range{}, hearerSameChannel)
		}
	}
}

// hearerInExchange adds the one who spoke last, and the one addressed by the
// message before.
func (o *decider) hearerInExchange(n int, h *hearerCandidates) {
	t := &o.Tellings[n]
	if k := t.other; k >= 0 && t.wordsAfter(&o.Tellings[k]) < nearWords/2 {
		speaker := o.Tellings[k].Speaker
		h.add(speaker, token.Range{}, hearerLastSpeaker)
		if o.asks(o.Tellings[k].Attribution) {
			h.add(speaker, token.Range{}, hearerAsked)
		}
		if t.IsTurn() {
			h.add(speaker, token.Range{}, hearerTurn)
		}
	}
	if n > 0 {
		if p := &o.Tellings[n-1]; p.Speaker == t.Speaker && p.Channel == t.Channel {
			h.add(p.Recipient, token.Range{}, hearerOfLastMessage)
		}
	}
}

// maxHearerClues is how many clues on either side of a message are asked whom
// they name as hearers.
const maxHearerClues = 8

// hearerReach is how many words before a message such a clue may stand.
const hearerReach = 2000

// hearersOfClues adds those whom the clues of the message's channel name.
func (o *decider) hearersOfClues(t *Draft, h *hearerCandidates) {
	if t.Channel == "" {
		return
	}
	at := o.clueFrom(t.near.Last)
	asked := 0
	for k := at - 1; k >= 0 && asked < maxHearerClues && t.at-o.clues[k].At < hearerReach; k-- {
		if party := o.hearersFor(t, k); party != speakerroom.NoParty {
			o.addHearers(t, k, party, h)
			if asked++; asked == 1 {
				h.add(party, token.Range{}, hearerOfNearestClue)
			}
		}
	}
	asked = 0
	for k := at; k < len(o.clues) && asked < maxHearerClues && o.clues[k].At-t.at < farWords; k++ {
		if party := o.hearersFor(t, k); party != speakerroom.NoParty {
			asked++
			o.addHearers(t, k, party, h)
		}
	}
}

// hearersFor returns whom clue k names, if it may be of the occasion of t.
func (o *decider) hearersFor(t *Draft, k int) int {
	c := &o.clues[k]
	if c.Channel != t.Channel || c.Hearers.Empty() {
		return speakerroom.NoParty
	}
	if !c.Resolved {
		c.Party, c.Resolved = o.Resolve(c.Hearers), true
	}
	return c.Party
}

// addHearers adds the hearers of clue k with what speaks for them.
func (o *decider) addHearers(t *Draft, k, party int, h *hearerCandidates) {
	c := &o.clues[k]
	before := c.At < t.near.Last
	switch {
	case t.near.Contains(c.At):
		h.add(party, c.Hearers, hearerOfClueBeside)
	case before:
		h.add(party, c.Hearers, hearerOfClueBefore)
	default:
		h.add(party, c.Hearers, hearerOfClueAfter)
	}
	if c.Attributed {
		h.add(party, c.Hearers, hearerOfReportedClue)
	}
	if o.namesSpeaker(o.sentenceNear(c.Sentence, c.At), t.Speaker) {
		h.add(party, c.Hearers, hearerOfClueWithSpeaker)
	}
	if t.scene.Contains(c.At) {
		h.add(party, c.Hearers, hearerInScene)
	}
	if o.lede.Contains(c.At) {
		h.add(party, c.Hearers, hearerInLede)
	}
	if before && t.at-c.At > farWords {
		h.add(party, c.Hearers, hearerFar)
	}
}

// hearerReasons adds what kind of hearer a candidate is.
func (o *decider) hearerReasons(t *Draft, c *hearerCandidate) {
	head := o.HeadWord(c.party)
	c.add(hearerAlways, true)
	c.add(hearerOutletInterviews, t.Channel == channel.Interview && o.namesOutlet(c.party))
	c.add(hearerCrowd, channel.IsCrowd(head) || head == "reporters")
	c.add(hearerVague, isAsker(head))
	c.add(hearerYou, t.toYou)
	k := o.BearerOf[c.party]
	c.add(hearerNamed, k >= 0)
	c.add(hearerPerson, k >= 0 && o.Bearers[k].Person)
	c.add(hearerPronoun, c.words.Len() == 1 && lexicon.IsObjectPronoun(o.Fold(c.words.First)))
	c.add(hearerUnknownChannel, t.Channel == "")
	c.add(hearerInterview, t.Channel == channel.Interview)
	c.add(hearerSession, channel.IsGathering(t.Channel))
	c.add(hearerWriting, channel.IsWriting(t.Channel))
	c.add(hearerOfMany, o.heard[c.party] >= 2)
}

// isAsker reports whether a word is what one is called who asks for the public.
func isAsker(word string) bool {
	switch word {
	case "host", "hosts", "anchor", "interviewer", "moderator", "moderators", "reporter", "correspondent", "newspaper", "paper",
		"magazine", "network", "show", "program", "programme", "outlet", "station", "audience":
		return true
	}
	return false
}

// namesOutlet reports whether the name of a speaker holds a word of an outlet's.
func (o *decider) namesOutlet(id int) bool {
	if k := o.BearerOf[id]; k >= 0 {
		for _, word := range o.Bearers[k].Core {
			if channel.IsOutletWord(word) {
				return true
			}
		}
		return false
	}
	return channel.IsOutletWord(o.HeadWord(id))
}

// asks reports whether the cue is one of asking.
func (o *decider) asks(a attribution.Attribution) bool {
	return a.AnyCueWord(func(i int) bool { return strings.HasPrefix(o.Fold(i), "ask") })
}

// noHearerReasons collects the reasons for nobody, from those for anybody.
func (o *decider) noHearerReasons(t *Draft, all evidence) (e evidence) {
	e.add(noHearerAlways, true)
	e.add(noHearerInterview, t.Channel == channel.Interview)
	e.add(noHearerSession, channel.IsGathering(t.Channel))
	e.add(noHearerWriting, channel.IsWriting(t.Channel))
	e.add(noHearerPrivate, channel.IsPrivate(t.Channel))
	e.add(noHearerUnknownChannel, t.Channel == "")
	e.add(noHearerIndirect, t.Form() == attribution.Indirect)
	e.add(noHearerThought, t.Mode == attribution.Thought)
	e.add(noHearerBeside, !all.hasAny(hearerBeside))
	e.add(noHearerYou, t.toYou)
	e.add(noHearerTurn, t.IsTurn())
	return e
}

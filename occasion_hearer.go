package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A hearerCandidate is a speaker as the one addressed, or noParty, with the
// reasons.
type hearerCandidate struct {
	party int
	words words // that name the one; empty where the thread does
	evidence
}

// hearerEvidence collects the reasons for everybody who may be addressed by
// message n, and last for nobody.
func (o *occasions) hearerEvidence(n int, candidates []hearerCandidate) []hearerCandidate {
	t := &o.tellings[n]
	candidates = candidates[:0]
	var all evidence
	add := func(party int, w words, reason int) {
		if party == noParty || party == t.speaker {
			return
		}
		all.add(reason, true)
		for k := range candidates {
			if candidates[k].party == party {
				candidates[k].add(reason, true)
				if candidates[k].words.empty() {
					candidates[k].words = w
				}
				return
			}
		}
		c := hearerCandidate{party: party, words: w}
		c.add(reason, true)
		candidates = append(candidates, c)
	}
	add(t.hearer, t.own.recipient, hearerBeside)
	if k := t.previous[tellsHearer]; k >= 0 {
		p := &o.tellings[k]
		reason := hearerBySpeakerBefore
		if t.content[0].first-p.end() < nearWords {
			reason = hearerBySpeakerJustBefore
		}
		add(p.hearer, words{}, reason)
		if p.channel == t.channel {
			add(p.hearer, words{}, hearerSameChannel)
		}
		if t.content[0].first-p.end() > farWords {
			add(p.hearer, words{}, hearerFar)
		}
	}
	if k := t.next[tellsHearer]; k >= 0 && o.tellings[k].content[0].first-t.end() < nearWords {
		p := &o.tellings[k]
		add(p.hearer, words{}, hearerBySpeakerSoon)
		if p.channel == t.channel {
			add(p.hearer, words{}, hearerSameChannel)
		}
	}
	add(t.partner, words{}, hearerOfThread)
	if isPrivate(t.channel) {
		add(t.partner, words{}, hearerOfPrivateThread)
	}
	if k := t.other; k >= 0 && t.content[0].first-o.tellings[k].end() < nearWords/2 {
		add(o.tellings[k].speaker, words{}, hearerLastSpeaker)
		if o.asks(o.tellings[k].attribution) {
			add(o.tellings[k].speaker, words{}, hearerAsked)
		}
		if t.isTurn() {
			add(o.tellings[k].speaker, words{}, hearerTurn)
		}
	}
	if n > 0 {
		if p := &o.tellings[n-1]; p.speaker == t.speaker && p.channel == t.channel {
			add(p.recipient, words{}, hearerOfLastMessage)
		}
	}
	o.hearersOfClues(t, add)
	for k := range candidates {
		o.hearerReasons(t, &candidates[k])
	}
	return append(candidates, hearerCandidate{party: noParty, evidence: o.noHearerReasons(t, all)})
}

// maxHearerClues is how many clues on either side of a message are asked whom
// they name as hearers.
const maxHearerClues = 8

// hearerReach is how many words before a message such a clue may stand.
const hearerReach = 2000

// hearersOfClues adds those whom the clues of the message's channel name.
func (o *occasions) hearersOfClues(t *telling, add func(party int, w words, reason int)) {
	if t.channel == "" {
		return
	}
	at := o.clueFrom(t.near.last)
	asked := 0
	first := true
	for k := at - 1; k >= 0 && asked < maxHearerClues && t.at-o.clues[k].at < hearerReach; k-- {
		if party := o.hearersFor(t, k); party != noParty {
			asked++
			o.addHearers(t, k, party, true, first, add)
			first = false
		}
	}
	asked = 0
	for k := at; k < len(o.clues) && asked < maxHearerClues && o.clues[k].at-t.at < farWords; k++ {
		if party := o.hearersFor(t, k); party != noParty {
			asked++
			o.addHearers(t, k, party, false, false, add)
		}
	}
}

// hearersFor returns whom clue k names, if it may be of the occasion of t.
func (o *occasions) hearersFor(t *telling, k int) int {
	c := &o.clues[k]
	if c.channel != t.channel || c.hearers.empty() {
		return noParty
	}
	if !c.resolved {
		c.party, c.resolved = o.resolve(c.hearers), true
	}
	return c.party
}

// addHearers adds the hearers of clue k with what speaks for them.
func (o *occasions) addHearers(t *telling, k, party int, before, nearest bool, add func(party int, w words, reason int)) {
	c := o.clues[k]
	withSpeaker := o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker)
	switch {
	case t.near.contains(c.at):
		add(party, c.hearers, hearerOfClueBeside)
	case before:
		add(party, c.hearers, hearerOfClueBefore)
	default:
		add(party, c.hearers, hearerOfClueAfter)
	}
	if c.attributed {
		add(party, c.hearers, hearerOfReportedClue)
	}
	if withSpeaker {
		add(party, c.hearers, hearerOfClueWithSpeaker)
	}
	if nearest {
		add(party, c.hearers, hearerOfNearestClue)
	}
	if t.scene.contains(c.at) {
		add(party, c.hearers, hearerInScene)
	}
	if o.lede.contains(c.at) {
		add(party, c.hearers, hearerInLede)
	}
	if before && t.at-c.at > farWords {
		add(party, c.hearers, hearerFar)
	}
}

// hearerReasons adds what kind of hearer a candidate is.
func (o *occasions) hearerReasons(t *telling, c *hearerCandidate) {
	head := o.headWord(c.party)
	c.add(hearerAlways, true)
	outlet := o.namesOutlet(c.party)
	c.add(hearerOutletInterviews, outlet && t.channel == ChannelInterview)
	c.add(hearerCrowd, isCrowd(head) || head == "reporters")
	c.add(hearerVague, isAsker(head))
	c.add(hearerYou, o.addressesYou(t))
	k := o.bearerOf[c.party]
	c.add(hearerNamed, k >= 0)
	c.add(hearerPerson, k >= 0 && o.bearers[k].person)
	c.add(hearerPronoun, c.words.len() == 1 && isObjectPronoun(o.fold(c.words.first)))
	c.add(hearerUnknownChannel, t.channel == "")
	c.add(hearerInterview, t.channel == ChannelInterview)
	c.add(hearerSession, isSession(t.channel) || t.channel == ChannelSpeech)
	c.add(hearerWriting, isWriting(t.channel))
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
func (o *occasions) namesOutlet(id int) bool {
	if k := o.bearerOf[id]; k >= 0 {
		for _, word := range o.bearers[k].core {
			if isOutletWord(word) {
				return true
			}
		}
		return false
	}
	return isOutletWord(o.headWord(id))
}

// asks reports whether the cue is one of asking.
func (o *occasions) asks(a attribution) bool {
	return a.anyCueWord(func(i int) bool { return strings.HasPrefix(o.fold(i), "ask") })
}

// addressesYou reports whether the words speak to somebody.
func (o *occasions) addressesYou(t *telling) bool {
	for _, w := range t.verbatim {
		for i := w.first; i < w.last; i++ {
			if lexicon.ClassOf(o.fold(i)).Has(lexicon.SecondPerson) {
				return true
			}
		}
	}
	return false
}

// noHearerReasons collects the reasons for nobody, from those for anybody.
func (o *occasions) noHearerReasons(t *telling, all evidence) (e evidence) {
	e.add(noHearerAlways, true)
	e.add(noHearerInterview, t.channel == ChannelInterview)
	e.add(noHearerSession, isSession(t.channel) || t.channel == ChannelSpeech)
	e.add(noHearerWriting, isWriting(t.channel))
	e.add(noHearerPrivate, isPrivate(t.channel))
	e.add(noHearerUnknownChannel, t.channel == "")
	e.add(noHearerIndirect, t.form() == Indirect)
	e.add(noHearerThought, t.mode == Thought)
	e.add(noHearerBeside, all&(1<<hearerBeside) == 0)
	e.add(noHearerYou, o.addressesYou(t))
	e.add(noHearerTurn, t.isTurn())
	return e
}

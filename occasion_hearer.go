package verbatim

import "strings"

// A hearerCandidate is a speaker as the one addressed, or noParty, with the
// reasons.
type hearerCandidate struct {
	party int
	words words // that name the one; empty where the thread does
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
func (h *hearerCandidates) add(party int, w words, reason int) {
	if party == noParty || party == h.speaker {
		return
	}
	h.all.add(reason, true)
	for k := range h.list {
		if c := &h.list[k]; c.party == party {
			c.add(reason, true)
			if c.words.empty() {
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
func (o *occasions) hearerEvidence(n int, candidates []hearerCandidate) []hearerCandidate {
	t := &o.tellings[n]
	h := hearerCandidates{speaker: t.speaker, list: candidates[:0]}
	h.add(t.hearer, t.own.recipient, hearerBeside)
	o.hearersOfSpeaker(t, &h)
	h.add(t.partner, words{}, hearerOfThread)
	if isPrivate(t.channel) {
		h.add(t.partner, words{}, hearerOfPrivateThread)
	}
	o.hearerInExchange(n, &h)
	o.hearersOfClues(t, &h)
	for k := range h.list {
		o.hearerReasons(t, &h.list[k])
	}
	return append(h.list, hearerCandidate{party: noParty, evidence: o.noHearerReasons(t, h.all)})
}

// hearersOfSpeaker adds those whom the speaker's last and next messages name.
func (o *occasions) hearersOfSpeaker(t *telling, h *hearerCandidates) {
	if k := t.previous[tellsHearer]; k >= 0 {
		p := &o.tellings[k]
		distance := t.wordsAfter(p)
		if distance < nearWords {
			h.add(p.hearer, words{}, hearerBySpeakerJustBefore)
		} else {
			h.add(p.hearer, words{}, hearerBySpeakerBefore)
		}
		if p.channel == t.channel {
			h.add(p.hearer, words{}, hearerSameChannel)
		}
		if distance > farWords {
			h.add(p.hearer, words{}, hearerFar)
		}
	}
	if k := t.next[tellsHearer]; k >= 0 && o.tellings[k].wordsAfter(t) < nearWords {
		p := &o.tellings[k]
		h.add(p.hearer, words{}, hearerBySpeakerSoon)
		if p.channel == t.channel {
			h.add(p.hearer, words{}, hearerSameChannel)
		}
	}
}

// hearerInExchange adds the one who spoke last, and the one addressed by the
// message before.
func (o *occasions) hearerInExchange(n int, h *hearerCandidates) {
	t := &o.tellings[n]
	if k := t.other; k >= 0 && t.wordsAfter(&o.tellings[k]) < nearWords/2 {
		speaker := o.tellings[k].speaker
		h.add(speaker, words{}, hearerLastSpeaker)
		if o.asks(o.tellings[k].attribution) {
			h.add(speaker, words{}, hearerAsked)
		}
		if t.isTurn() {
			h.add(speaker, words{}, hearerTurn)
		}
	}
	if n > 0 {
		if p := &o.tellings[n-1]; p.speaker == t.speaker && p.channel == t.channel {
			h.add(p.recipient, words{}, hearerOfLastMessage)
		}
	}
}

// maxHearerClues is how many clues on either side of a message are asked whom
// they name as hearers.
const maxHearerClues = 8

// hearerReach is how many words before a message such a clue may stand.
const hearerReach = 2000

// hearersOfClues adds those whom the clues of the message's channel name.
func (o *occasions) hearersOfClues(t *telling, h *hearerCandidates) {
	if t.channel == "" {
		return
	}
	at := o.clueFrom(t.near.last)
	asked := 0
	for k := at - 1; k >= 0 && asked < maxHearerClues && t.at-o.clues[k].at < hearerReach; k-- {
		if party := o.hearersFor(t, k); party != noParty {
			o.addHearers(t, k, party, h)
			if asked++; asked == 1 {
				h.add(party, words{}, hearerOfNearestClue)
			}
		}
	}
	asked = 0
	for k := at; k < len(o.clues) && asked < maxHearerClues && o.clues[k].at-t.at < farWords; k++ {
		if party := o.hearersFor(t, k); party != noParty {
			asked++
			o.addHearers(t, k, party, h)
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
func (o *occasions) addHearers(t *telling, k, party int, h *hearerCandidates) {
	c := &o.clues[k]
	before := c.at < t.near.last
	switch {
	case t.near.contains(c.at):
		h.add(party, c.hearers, hearerOfClueBeside)
	case before:
		h.add(party, c.hearers, hearerOfClueBefore)
	default:
		h.add(party, c.hearers, hearerOfClueAfter)
	}
	if c.attributed {
		h.add(party, c.hearers, hearerOfReportedClue)
	}
	if o.namesSpeaker(o.sentenceNear(c.sentence, c.at), t.speaker) {
		h.add(party, c.hearers, hearerOfClueWithSpeaker)
	}
	if t.scene.contains(c.at) {
		h.add(party, c.hearers, hearerInScene)
	}
	if o.lede.contains(c.at) {
		h.add(party, c.hearers, hearerInLede)
	}
	if before && t.at-c.at > farWords {
		h.add(party, c.hearers, hearerFar)
	}
}

// hearerReasons adds what kind of hearer a candidate is.
func (o *occasions) hearerReasons(t *telling, c *hearerCandidate) {
	head := o.headWord(c.party)
	c.add(hearerAlways, true)
	c.add(hearerOutletInterviews, t.channel == ChannelInterview && o.namesOutlet(c.party))
	c.add(hearerCrowd, isCrowd(head) || head == "reporters")
	c.add(hearerVague, isAsker(head))
	c.add(hearerYou, t.toYou)
	k := o.bearerOf[c.party]
	c.add(hearerNamed, k >= 0)
	c.add(hearerPerson, k >= 0 && o.bearers[k].person)
	c.add(hearerPronoun, c.words.len() == 1 && isObjectPronoun(o.fold(c.words.first)))
	c.add(hearerUnknownChannel, t.channel == "")
	c.add(hearerInterview, t.channel == ChannelInterview)
	c.add(hearerSession, isGathering(t.channel))
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

// noHearerReasons collects the reasons for nobody, from those for anybody.
func (o *occasions) noHearerReasons(t *telling, all evidence) (e evidence) {
	e.add(noHearerAlways, true)
	e.add(noHearerInterview, t.channel == ChannelInterview)
	e.add(noHearerSession, isGathering(t.channel))
	e.add(noHearerWriting, isWriting(t.channel))
	e.add(noHearerPrivate, isPrivate(t.channel))
	e.add(noHearerUnknownChannel, t.channel == "")
	e.add(noHearerIndirect, t.form() == Indirect)
	e.add(noHearerThought, t.mode == Thought)
	e.add(noHearerBeside, !all.hasAny(hearerBeside))
	e.add(noHearerYou, t.toYou)
	e.add(noHearerTurn, t.isTurn())
	return e
}

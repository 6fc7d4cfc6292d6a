package occasion

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A recipientCandidate is a speaker as the one addressed, or speaker.NoParty, with the
// reasons.
type recipientCandidate struct {
	party int
	words token.Range // that name the one; empty where the thread does
	evidence
}

// recipientCandidates are those who may be addressed by one message.
type recipientCandidates struct {
	speaker int // of the message: nobody speaks to themselves
	list    []recipientCandidate
	all     evidence // the reasons of all of them
}

// add adds a reason for a party, which is added if it is new; w are the words
// that name it, if any do.
func (h *recipientCandidates) add(party int, w token.Range, reason int) {
	if party == speaker.NoParty || party == h.speaker {
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
	c := recipientCandidate{party: party, words: w}
	c.add(reason, true)
	h.list = append(h.list, c)
}

// recipientEvidence collects the reasons for everybody who may be addressed by
// message n, and last for nobody. It uses the space of candidates.
func (d *decider) recipientEvidence(n int, candidates []recipientCandidate) []recipientCandidate {
	t := &d.drafts[n]
	h := recipientCandidates{speaker: t.Speaker, list: candidates[:0]}
	h.add(t.ownRecipient, t.own.Recipient, recipientBeside)
	d.recipientsOfSpeaker(t, &h)
	h.add(t.thread.recipient, token.Range{}, recipientOfThread)
	if t.Channel.Private() {
		h.add(t.thread.recipient, token.Range{}, recipientOfPrivateThread)
	}
	d.recipientInExchange(n, &h)
	d.recipientsOfMentions(t, &h)
	for k := range h.list {
		d.recipientReasons(t, &h.list[k])
	}
	return append(h.list, recipientCandidate{party: speaker.NoParty, evidence: d.noRecipientReasons(t, h.all)})
}

// recipientsOfSpeaker adds those whom the speaker's last and next messages name.
func (d *decider) recipientsOfSpeaker(t *Draft, h *recipientCandidates) {
	if k := t.previous[tellsRecipient]; k >= 0 {
		p := &d.drafts[k]
		distance := t.wordsAfter(p)
		if distance < nearWords {
			h.add(p.ownRecipient, token.Range{}, recipientBySpeakerJustBefore)
		} else {
			h.add(p.ownRecipient, token.Range{}, recipientBySpeakerBefore)
		}
		if p.Channel == t.Channel {
			h.add(p.ownRecipient, token.Range{}, recipientSameChannel)
		}
		if distance > farWords {
			h.add(p.ownRecipient, token.Range{}, recipientFar)
		}
	}
	if k := t.next[tellsRecipient]; k >= 0 && d.drafts[k].wordsAfter(t) < nearWords {
		p := &d.drafts[k]
		h.add(p.ownRecipient, token.Range{}, recipientBySpeakerSoon)
		if p.Channel == t.Channel {
			h.add(p.ownRecipient, token.Range{}, recipientSameChannel)
		}
	}
}

// recipientInExchange adds the one who spoke last, and the one addressed by the
// message before.
func (d *decider) recipientInExchange(n int, h *recipientCandidates) {
	t := &d.drafts[n]
	if k := t.other; k >= 0 && t.wordsAfter(&d.drafts[k]) < nearWords/2 {
		speaker := d.drafts[k].Speaker
		h.add(speaker, token.Range{}, recipientLastSpeaker)
		if d.asks(d.drafts[k].Attribution) {
			h.add(speaker, token.Range{}, recipientAsked)
		}
		if t.IsTurn() {
			h.add(speaker, token.Range{}, recipientTurn)
		}
	}
	if n > 0 {
		if p := &d.drafts[n-1]; p.Speaker == t.Speaker && p.Channel == t.Channel {
			h.add(p.Recipient, token.Range{}, recipientOfLastMessage)
		}
	}
}

// maxRecipientMentions is how many mentions on either side of a message are
// asked whom they name as recipient.
const maxRecipientMentions = 8

// recipientReach is how many words before a message such a mention may stand.
const recipientReach = 2000

// recipientsOfMentions adds those whom the mentions of the message's channel name.
func (d *decider) recipientsOfMentions(t *Draft, h *recipientCandidates) {
	if t.Channel == "" {
		return
	}
	at := d.mentionFrom(t.own.Near.Last)
	asked := 0
	for k := at - 1; k >= 0 && asked < maxRecipientMentions && t.at-d.mentions[k].At < recipientReach; k-- {
		if party := d.recipientFor(t, k); party != speaker.NoParty {
			d.addRecipient(t, k, party, h)
			if asked++; asked == 1 {
				h.add(party, token.Range{}, recipientOfNearestMention)
			}
		}
	}
	asked = 0
	for k := at; k < len(d.mentions) && asked < maxRecipientMentions && d.mentions[k].At-t.at < farWords; k++ {
		if party := d.recipientFor(t, k); party != speaker.NoParty {
			asked++
			d.addRecipient(t, k, party, h)
		}
	}
}

// unasked stands for a mention of which nobody has asked yet whom it names.
const unasked = speaker.NoParty - 1

// recipientFor returns whom mention k names, if it may be of the occasion of t.
func (d *decider) recipientFor(t *Draft, k int) int {
	c := &d.mentions[k]
	if c.Channel != t.Channel || c.Recipient.Empty() {
		return speaker.NoParty
	}
	if d.mentioned[k] == unasked {
		d.mentioned[k] = d.Resolve(c.Recipient)
	}
	return d.mentioned[k]
}

// addRecipient adds the recipient of mention k with what speaks for it.
func (d *decider) addRecipient(t *Draft, k, party int, h *recipientCandidates) {
	c := &d.mentions[k]
	before := c.At < t.own.Near.Last
	switch {
	case t.own.Near.Contains(c.At):
		h.add(party, c.Recipient, recipientOfMentionBeside)
	case before:
		h.add(party, c.Recipient, recipientOfMentionBefore)
	default:
		h.add(party, c.Recipient, recipientOfMentionAfter)
	}
	if c.Attributed {
		h.add(party, c.Recipient, recipientOfReportedMention)
	}
	if d.namesSpeaker(d.sentenceNear(c.Sentence, c.At), t.Speaker) {
		h.add(party, c.Recipient, recipientOfMentionWithSpeaker)
	}
	if t.own.Before.Contains(c.At) {
		h.add(party, c.Recipient, recipientInSentenceBefore)
	}
	if d.lede.Contains(c.At) {
		h.add(party, c.Recipient, recipientInLede)
	}
	if before && t.at-c.At > farWords {
		h.add(party, c.Recipient, recipientFar)
	}
}

// recipientReasons adds what kind of recipient a candidate is.
func (d *decider) recipientReasons(t *Draft, c *recipientCandidate) {
	head := d.HeadWord(c.party)
	c.add(recipientAlways, true)
	c.add(recipientOutletInterviews, t.Channel == channel.Interview && d.namesOutlet(c.party))
	c.add(recipientCrowd, channel.IsCrowd(head) || head == "reporters")
	c.add(recipientVague, isAsker(head))
	c.add(recipientYou, t.toYou)
	k := d.BearerOf[c.party]
	c.add(recipientNamed, k >= 0)
	c.add(recipientPerson, k >= 0 && d.Bearers[k].Person)
	c.add(recipientPronoun, c.words.Len() == 1 && lexicon.IsObjectPronoun(d.Fold(c.words.First)))
	c.add(recipientUnknownChannel, t.Channel == "")
	c.add(recipientInterview, t.Channel == channel.Interview)
	c.add(recipientSession, t.Channel.Gathering())
	c.add(recipientWriting, t.Channel.Written())
	c.add(recipientOfMany, c.party < len(d.addressed) && d.addressed[c.party] >= 2)
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
func (d *decider) namesOutlet(id int) bool {
	if k := d.BearerOf[id]; k >= 0 {
		for _, word := range d.Bearers[k].Core {
			if channel.IsOutletWord(word) {
				return true
			}
		}
		return false
	}
	return channel.IsOutletWord(d.HeadWord(id))
}

// asks reports whether the cue is one of asking.
func (d *decider) asks(a attribution.Attribution) bool {
	return a.AnyCueWord(func(i int) bool { return strings.HasPrefix(d.Fold(i), "ask") })
}

// noRecipientReasons collects the reasons for nobody, from those for anybody.
func (d *decider) noRecipientReasons(t *Draft, all evidence) (e evidence) {
	e.add(noRecipientAlways, true)
	e.add(noRecipientInterview, t.Channel == channel.Interview)
	e.add(noRecipientSession, t.Channel.Gathering())
	e.add(noRecipientWriting, t.Channel.Written())
	e.add(noRecipientPrivate, t.Channel.Private())
	e.add(noRecipientUnknownChannel, t.Channel == "")
	e.add(noRecipientIndirect, t.Form() == attribution.Indirect)
	e.add(noRecipientThought, t.Mode == attribution.Thought)
	e.add(noRecipientBeside, !all.hasAny(recipientBeside))
	e.add(noRecipientYou, t.toYou)
	e.add(noRecipientTurn, t.IsTurn())
	return e
}

// mentionRecipient records where the text names the one addressed: here, or where
// a message that shares its recipient with this one does.
func (d *decider) mentionRecipient(c recipientCandidate) {
	w := c.words
	if w.Empty() && len(d.Speakers[c.party].Mentions) == 0 && c.party < len(d.addressedAt) {
		w = d.addressedAt[c.party]
	}
	if !w.Empty() {
		d.Mention(c.party, w)
	}
}

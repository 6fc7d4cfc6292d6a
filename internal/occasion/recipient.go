package occasion

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A recipientCandidate is one as the one addressed, or nobody, with the reasons.
type recipientCandidate struct {
	speaker.Meaning
	words token.Range // that name the one; empty where the thread does
	evidence
}

// recipientCandidates are those who may be addressed by one message.
type recipientCandidates struct {
	speaker speaker.Party // of the message: nobody speaks to themselves
	list    []recipientCandidate
	all     evidence // the reasons of all of them
}

// add adds a reason for a party, which is added if it is new; w are the words
// that name it, if any do.
func (h *recipientCandidates) add(m speaker.Meaning, w token.Range, reason int) {
	if m.IsNobody() || m.Party == h.speaker {
		return
	}
	h.all.add(reason, true)
	for k := range h.list {
		if c := &h.list[k]; c.Party == m.Party {
			c.add(reason, true)
			if c.words.Empty() {
				c.words = w
			}
			return
		}
	}
	c := recipientCandidate{Meaning: m, words: w}
	c.add(reason, true)
	h.list = append(h.list, c)
}

// recipientEvidence collects the reasons for everybody who may be addressed by
// message n, and last for nobody. It uses the space of candidates.
func (o *decider) recipientEvidence(n int, candidates []recipientCandidate) []recipientCandidate {
	t := &o.Drafts[n]
	h := recipientCandidates{speaker: t.from.Party, list: candidates[:0]}
	h.add(t.recipient, t.own.Recipient, recipientBeside)
	o.recipientsOfSpeaker(t, &h)
	h.add(t.threadRecipient, token.Range{}, recipientOfThread)
	if channel.IsPrivate(t.Channel) {
		h.add(t.threadRecipient, token.Range{}, recipientOfPrivateThread)
	}
	o.recipientInExchange(n, &h)
	o.recipientsOfMentions(t, &h)
	for k := range h.list {
		o.recipientReasons(t, &h.list[k])
	}
	return append(h.list, recipientCandidate{evidence: o.noRecipientReasons(t, h.all)})
}

// recipientsOfSpeaker adds those whom the speaker's last and next messages name.
func (o *decider) recipientsOfSpeaker(t *Draft, h *recipientCandidates) {
	if k := t.previous[tellsRecipient]; k >= 0 {
		p := &o.Drafts[k]
		distance := t.wordsAfter(p)
		if distance < nearWords {
			h.add(p.recipient, token.Range{}, recipientBySpeakerJustBefore)
		} else {
			h.add(p.recipient, token.Range{}, recipientBySpeakerBefore)
		}
		if p.Channel == t.Channel {
			h.add(p.recipient, token.Range{}, recipientSameChannel)
		}
		if distance > farWords {
			h.add(p.recipient, token.Range{}, recipientFar)
		}
	}
	if k := t.next[tellsRecipient]; k >= 0 && o.Drafts[k].wordsAfter(t) < nearWords {
		p := &o.Drafts[k]
		h.add(p.recipient, token.Range{}, recipientBySpeakerSoon)
		if p.Channel == t.Channel {
			h.add(p.recipient, token.Range{}, recipientSameChannel)
		}
	}
}

// recipientInExchange adds the one who spoke last, and the one addressed by the
// message before.
func (o *decider) recipientInExchange(n int, h *recipientCandidates) {
	t := &o.Drafts[n]
	if k := t.other; k >= 0 && t.wordsAfter(&o.Drafts[k]) < nearWords/2 {
		speaker := o.Drafts[k].from
		h.add(speaker, token.Range{}, recipientLastSpeaker)
		if o.asks(o.Drafts[k].Attribution) {
			h.add(speaker, token.Range{}, recipientAsked)
		}
		if t.IsTurn() {
			h.add(speaker, token.Range{}, recipientTurn)
		}
	}
	if n > 0 {
		if p := &o.Drafts[n-1]; p.from.Party == t.from.Party && p.Channel == t.Channel {
			h.add(p.to.Meaning, token.Range{}, recipientOfLastMessage)
		}
	}
}

// maxRecipientMentions is how many mentions on either side of a message are
// asked whom they name as recipient.
const maxRecipientMentions = 8

// recipientReach is how many words before a message such a mention may stand.
const recipientReach = 2000

// recipientsOfMentions adds those whom the mentions of the message's channel name.
func (o *decider) recipientsOfMentions(t *Draft, h *recipientCandidates) {
	if t.Channel == "" {
		return
	}
	at := o.mentionFrom(t.near.Last)
	asked := 0
	for k := at - 1; k >= 0 && asked < maxRecipientMentions && t.at-o.mentions[k].At < recipientReach; k-- {
		if m := o.recipientFor(t, k); !m.IsNobody() {
			o.addRecipient(t, k, m, h)
			if asked++; asked == 1 {
				h.add(m, token.Range{}, recipientOfNearestMention)
			}
		}
	}
	asked = 0
	for k := at; k < len(o.mentions) && asked < maxRecipientMentions && o.mentions[k].At-t.at < farWords; k++ {
		if m := o.recipientFor(t, k); !m.IsNobody() {
			asked++
			o.addRecipient(t, k, m, h)
		}
	}
}

// recipientFor returns whom mention k names, if it may be of the occasion of t.
func (o *decider) recipientFor(t *Draft, k int) speaker.Meaning {
	c := &o.mentions[k]
	if c.Channel != t.Channel || c.Recipient.Empty() {
		return speaker.Meaning{}
	}
	if !o.asked[k] {
		o.asked[k], o.meant[k] = true, o.Meant(c.Recipient, o.said)
	}
	return o.meant[k]
}

// addRecipient adds the recipient of mention k with what speaks for it.
func (o *decider) addRecipient(t *Draft, k int, m speaker.Meaning, h *recipientCandidates) {
	c := &o.mentions[k]
	before := c.At < t.near.Last
	switch {
	case t.near.Contains(c.At):
		h.add(m, c.Recipient, recipientOfMentionBeside)
	case before:
		h.add(m, c.Recipient, recipientOfMentionBefore)
	default:
		h.add(m, c.Recipient, recipientOfMentionAfter)
	}
	if c.Attributed {
		h.add(m, c.Recipient, recipientOfReportedMention)
	}
	if o.IsNamedIn(t.from.Party, o.sentenceNear(c.Sentence, c.At)) {
		h.add(m, c.Recipient, recipientOfMentionWithSpeaker)
	}
	if t.before.Contains(c.At) {
		h.add(m, c.Recipient, recipientInSentenceBefore)
	}
	if o.lede.Contains(c.At) {
		h.add(m, c.Recipient, recipientInLede)
	}
	if before && t.at-c.At > farWords {
		h.add(m, c.Recipient, recipientFar)
	}
}

// recipientReasons adds what kind of recipient a candidate is.
func (o *decider) recipientReasons(t *Draft, c *recipientCandidate) {
	head := o.Head(c.Party)
	c.add(recipientAlways, true)
	c.add(recipientOutletInterviews, t.Channel == channel.Interview && o.namesOutlet(c.Party))
	c.add(recipientCrowd, channel.IsCrowd(head) || head == "reporters")
	c.add(recipientVague, isAsker(head))
	c.add(recipientYou, t.toYou)
	c.add(recipientNamed, c.IsNamed())
	c.add(recipientPerson, o.IsPerson(c.Party, o.said))
	c.add(recipientPronoun, c.words.Len() == 1 && lexicon.IsObjectPronoun(o.Fold(c.words.First)))
	c.add(recipientUnknownChannel, t.Channel == "")
	c.add(recipientInterview, t.Channel == channel.Interview)
	c.add(recipientSession, channel.IsGathering(t.Channel))
	c.add(recipientWriting, channel.IsWriting(t.Channel))
	c.add(recipientOfMany, o.addressed[c.Party] >= 2)
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
func (o *decider) namesOutlet(p speaker.Party) bool {
	return o.HasNameWord(p, channel.IsOutletWord) || !p.IsNamed() && channel.IsOutletWord(o.Head(p))
}

// asks reports whether the cue is one of asking.
func (o *decider) asks(a attribution.Attribution) bool {
	return a.AnyCueWord(func(i int) bool { return strings.HasPrefix(o.Fold(i), "ask") })
}

// noRecipientReasons collects the reasons for nobody, from those for anybody.
func (o *decider) noRecipientReasons(t *Draft, all evidence) (e evidence) {
	e.add(noRecipientAlways, true)
	e.add(noRecipientInterview, t.Channel == channel.Interview)
	e.add(noRecipientSession, channel.IsGathering(t.Channel))
	e.add(noRecipientWriting, channel.IsWriting(t.Channel))
	e.add(noRecipientPrivate, channel.IsPrivate(t.Channel))
	e.add(noRecipientUnknownChannel, t.Channel == "")
	e.add(noRecipientIndirect, t.Form() == attribution.Indirect)
	e.add(noRecipientThought, t.Mode == attribution.Thought)
	e.add(noRecipientBeside, !all.hasAny(recipientBeside))
	e.add(noRecipientYou, t.toYou)
	e.add(noRecipientTurn, t.IsTurn())
	return e
}

package occasion

import (
	"slices"
	"sort"
	"strings"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A recipientCandidate is one as the one addressed, or nobody, with the reasons.
type recipientCandidate struct {
	party
	words token.Range // that name the one; empty where the thread does
	evidence
}

// recipientCandidates are those who may be addressed by one message.
type recipientCandidates struct {
	speaker party // of the message: nobody speaks to themselves
	list    []recipientCandidate
	all     evidence // the reasons of all of them
}

// add adds a reason for somebody, who is added if new; w are the words that name
// them, if any do.
func (h *recipientCandidates) add(p party, w token.Range, reason int) {
	if p == nobody || p == h.speaker {
		return
	}
	h.all.add(reason, true)
	for k := range h.list {
		if c := &h.list[k]; c.party == p {
			c.add(reason, true)
			if c.words.Empty() {
				c.words = w
			}
			return
		}
	}
	c := recipientCandidate{party: p, words: w}
	c.add(reason, true)
	h.list = append(h.list, c)
}

// recipientEvidence collects the reasons for everybody who may be addressed by
// message n, and last for nobody. It uses the space of candidates.
func (d *decider) recipientEvidence(n int, candidates []recipientCandidate) []recipientCandidate {
	t := &d.drafts[n]
	h := recipientCandidates{speaker: t.from, list: candidates[:0]}
	h.add(t.ownRecipient, t.own.Recipient, recipientBeside)
	d.recipientsOfSpeaker(t, &h)
	h.add(t.thread.recipient, token.Range{}, recipientOfThread)
	if t.Channel.Private() {
		h.add(t.thread.recipient, token.Range{}, recipientOfPrivateThread)
	}
	d.recipientInExchange(n, &h)
	d.recipientsOfMentions(t, &h)
	d.hearersBeside(t, &h)
	for k := range h.list {
		d.recipientReasons(t, &h.list[k])
	}
	return append(h.list, recipientCandidate{evidence: d.noRecipientReasons(t, h.all)})
}

// recipientsOfSpeaker adds those whom the speaker's last and next messages name.
func (d *decider) recipientsOfSpeaker(t *draft, h *recipientCandidates) {
	if k := t.previous[tellsRecipient]; k >= 0 && !t.parted(&d.drafts[k]) {
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
	if k := t.next[tellsRecipient]; k >= 0 && !t.parted(&d.drafts[k]) && d.drafts[k].wordsAfter(t) < nearWords {
		p := &d.drafts[k]
		h.add(p.ownRecipient, token.Range{}, recipientBySpeakerSoon)
		if p.Channel == t.Channel {
			h.add(p.ownRecipient, token.Range{}, recipientSameChannel)
		}
	}
}

// parted reports whether two messages were sent on different occasions: through
// channels that are both told.
func (t *draft) parted(other *draft) bool {
	return t.own.Channel != "" && other.own.Channel != "" && t.own.Channel != other.own.Channel
}

// recipientInExchange adds the one who spoke last, and the one addressed by the
// message before.
func (d *decider) recipientInExchange(n int, h *recipientCandidates) {
	t := &d.drafts[n]
	if k := d.otherBefore(n); k >= 0 && t.wordsAfter(&d.drafts[k]) < nearWords/2 {
		from := d.drafts[k].from
		h.add(from, token.Range{}, recipientLastSpeaker)
		if d.asks(d.drafts[k].Attribution) {
			h.add(from, token.Range{}, recipientAsked)
		}
		if t.Turn {
			h.add(from, token.Range{}, recipientTurn)
		}
	}
	if n > 0 {
		if p := &d.drafts[n-1]; p.from == t.from && p.Channel == t.Channel {
			h.add(p.to, token.Range{}, recipientOfLastMessage)
		}
	}
}

// maxRecipientMentions is how many mentions on either side of a message are
// asked whom they name as recipient.
const maxRecipientMentions = 8

// recipientReach is how many words before a message such a mention may stand.
const recipientReach = 2000

// recipientsOfMentions adds those whom the mentions around a message name.
func (d *decider) recipientsOfMentions(t *draft, h *recipientCandidates) {
	at := d.mentionFrom(t.around())
	asked := 0
	for k := at - 1; k >= 0 && asked < maxRecipientMentions && t.at-d.mentions[k].At < recipientReach; k-- {
		if p := d.recipientFor(k); p != nobody {
			d.addRecipient(t, &d.mentions[k], p, h)
			if asked++; asked == 1 {
				h.add(p, token.Range{}, recipientOfNearestMention)
			}
		}
	}
	asked = 0
	for k := at; k < len(d.mentions) && asked < maxRecipientMentions && d.mentions[k].At-t.at < farWords; k++ {
		if p := d.recipientFor(k); p != nobody {
			asked++
			d.addRecipient(t, &d.mentions[k], p, h)
		}
	}
}

// unasked stands for the recipient of a mention that was not asked for.
const unasked party = -1

// recipientFor returns whom mention k names as its recipient.
func (d *decider) recipientFor(k int) party {
	c := &d.mentions[k]
	if c.Recipient.Empty() {
		return nobody
	}
	return d.once(d.named, k, c.Recipient)
}

// once returns whom words mean, which is asked once and kept at place k.
func (d *decider) once(kept []party, k int, w token.Range) party {
	if kept[k] == unasked {
		kept[k] = d.number(d.Meant(w, &d.said))
	}
	return kept[k]
}

// unaskedFor returns room for so many that were not asked for.
func unaskedFor(n int) []party { return slices.Repeat([]party{unasked}, n) }

// addRecipient adds the recipient p of a mention with what speaks for it.
func (d *decider) addRecipient(t *draft, c *channel.Mention, p party, h *recipientCandidates) {
	before := c.At < t.own.Near.Last
	switch {
	case c.Channel != t.Channel:
		h.add(p, c.Recipient, recipientOfOtherMention)
	case t.own.Near.Contains(c.At):
		h.add(p, c.Recipient, recipientOfMentionBeside)
	case before:
		h.add(p, c.Recipient, recipientOfMentionBefore)
	default:
		h.add(p, c.Recipient, recipientOfMentionAfter)
	}
	if c.Attributed {
		h.add(p, c.Recipient, recipientOfReportedMention)
	}
	if d.isNamedIn(t.from, d.sentenceNear(c.Sentence, c.At)) {
		h.add(p, c.Recipient, recipientOfMentionWithSpeaker)
	}
	if t.own.Before.Contains(c.At) {
		h.add(p, c.Recipient, recipientInSentenceBefore)
	}
	if d.lede.Contains(c.At) {
		h.add(p, c.Recipient, recipientInLede)
	}
	if before && t.at-c.At > farWords {
		h.add(p, c.Recipient, recipientFar)
	}
}

// recipientReasons adds what kind of recipient a candidate is.
func (d *decider) recipientReasons(t *draft, c *recipientCandidate) {
	head := d.Head(d.of(c.party))
	c.add(recipientAlways, true)
	c.add(recipientOutletInterviews, t.Channel == channel.Interview && d.namesOutlet(c.party))
	c.add(recipientCrowd, lexicon.IsCrowd(head) || head == "reporters")
	c.add(recipientVague, isAsker(head))
	c.add(recipientYou, t.toYou)
	c.add(recipientNamed, d.of(c.party).IsNamed())
	c.add(recipientPerson, d.IsPerson(d.of(c.party), &d.said))
	c.add(recipientPronoun, c.words.Len() == 1 && lexicon.IsObjectPronoun(d.Fold(c.words.First)))
	c.add(recipientUnknownChannel, t.Channel == "")
	c.add(recipientInterview, t.Channel == channel.Interview)
	c.add(recipientSession, t.Channel.Gathering())
	c.add(recipientWriting, t.Channel.Written())
	c.add(recipientOfMany, int(c.party) < len(d.addressed) && d.addressed[c.party] >= 2)
}

// isAsker reports whether a word is what one is called who asks for the public.
func isAsker(word string) bool {
	switch word {
	case "reporter", "audience":
		return true
	}
	return channel.IsHost(word) || channel.IsOutletNoun(word)
}

// namesOutlet reports whether the name of a speaker holds a word of an outlet's.
func (d *decider) namesOutlet(n party) bool {
	p := d.of(n)
	return d.HasNameWord(p, channel.IsOutletWord) || !p.IsNamed() && channel.IsOutletWord(d.Head(p))
}

// asks reports whether the cue is one of asking.
func (d *decider) asks(a *attribution.Attribution) bool {
	return a.AnyCueWord(func(i int) bool { return strings.HasPrefix(d.Fold(i), "ask") })
}

// noRecipientReasons collects the reasons for nobody, from those for anybody.
func (d *decider) noRecipientReasons(t *draft, all evidence) (e evidence) {
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
	e.add(noRecipientTurn, t.Turn)
	return e
}

// hearerReach is how many words before a message one may be named whom it was for.
const hearerReach = 80

// hearersBeside adds those whom the writer names around a message.
func (d *decider) hearersBeside(t *draft, h *recipientCandidates) {
	hearers := d.contexts.Hearers
	end := t.at
	if len(t.Cue) > 0 {
		end = t.LastCue().Last
	}
	next := sort.Search(len(hearers), func(k int) bool { return hearers[k].At >= end })
	for k := next; k < len(hearers) && hearers[k].At < max(t.own.Near.Last, end+nearWords/4); k++ {
		reason := recipientNamedAfter
		if t.own.Near.Contains(hearers[k].At) {
			reason = recipientNamedAfterCue
		}
		d.addHearer(t, k, reason, h)
		if k == next && hearers[k].At == end {
			d.addHearer(t, k, recipientNamedFirst, h)
		}
	}
	for k := next - 1; k >= 0 && t.at-hearers[k].At < hearerReach; k-- {
		switch at := hearers[k].At; {
		case t.own.Near.Contains(at):
			d.addHearer(t, k, recipientNamedBeforeCue, h)
		case t.own.Before.Contains(at):
			d.addHearer(t, k, recipientNamedInSentenceBefore, h)
		default:
			d.addHearer(t, k, recipientNamedBefore, h)
		}
	}
}

// addHearer adds whom phrase k of the writer's means, for a reason.
func (d *decider) addHearer(t *draft, k, reason int, h *recipientCandidates) {
	hearer := &d.contexts.Hearers[k]
	p := d.once(d.hearers, k, hearer.Words)
	h.add(p, hearer.Words, reason)
	switch d.Fold(hearer.At - 1) {
	case "to", "with", "before", "by", "told", "at", "on":
		h.add(p, hearer.Words, recipientAfterPreposition)
	}
}

// decideRecipients decides whom every message is to.
func (d *decider) decideRecipients(w *weights) {
	var candidates []recipientCandidate
	var options []option
	d.agreement.reset(d.decidesTogether())
	for n := range d.drafts {
		t := &d.drafts[n]
		if t.to, t.toWords = t.ownRecipient, t.own.Recipient; t.to == nobody {
			t.to = t.met.with
		}
		if t.to != nobody {
			d.agreement.add(append(options[:0], option{value: int32(t.to)}))
			continue
		}
		candidates = d.recipientEvidence(n, candidates)
		options = d.recipientOptions(n, w, candidates, options[:0])
		t.send(d.agreement.add(options))
	}
	d.settle(tellsRecipient, func(n int, o option) { d.drafts[n].send(o) })
	d.dropOthersRecipients()
	for n := range d.drafts {
		if t := &d.drafts[n]; t.toAlone != nobody {
			t.to, t.toWords = t.toAlone, t.own.Recipient
		}
	}
}

// dropOthersRecipients takes away the recipients that messages only have from
// somebody else's: whom one told in an interview, another who speaks next has not
// told. Those who are heard together are heard by the same ones.
func (d *decider) dropOthersRecipients() {
	type telling struct{ from, to party }
	told := make(map[telling]bool)
	for n := range d.drafts {
		if t := &d.drafts[n]; t.ownRecipient != nobody {
			told[telling{t.from, t.ownRecipient}] = true
		}
	}
	for n := range d.drafts {
		t := &d.drafts[n]
		if t.to == nobody || t.Turn || t.to == t.ownRecipient || t.to == t.met.with || told[telling{t.from, t.to}] || t.Channel.Gathering() || t.Channel == channel.Letter || t.from == d.main || d.namesTogether(n) {
			continue
		}
		t.to, t.toWords = nobody, token.Range{}
	}
}

// namesTogether reports whether the recipient of message n is named beside it or with
// its speaker, or is one of two who answer each other.
func (d *decider) namesTogether(n int) bool {
	t := &d.drafts[n]
	if t.thread.recipient == t.to {
		return true
	}
	if k := d.otherBefore(n); k >= 0 && d.drafts[k].from == t.to {
		return true
	}
	w := t.toWords
	if w.Empty() {
		return false
	}
	return t.own.Near.Contains(w.First) || t.own.Before.Contains(w.First) || d.isNamedIn(t.from, d.Sentences[d.SentenceOf(w.First)])
}

// recipientOptions returns what the candidates are worth.
func (d *decider) recipientOptions(n int, w *weights, candidates []recipientCandidate, options []option) []option {
	v := d.viewOf(n, tellsRecipient)
	for k := range candidates {
		c := &candidates[k]
		o := option{value: int32(c.party), index: int32(c.party), first: int32(c.words.First), last: int32(c.words.Last)}
		if c.party == nobody {
			o.value = noValue
		}
		o.score = c.weigh(w.recipient[:]) + v.score(0, c.words, c.evidence)
		options = append(options, o)
	}
	return options
}

// send makes the one of an option the recipient.
func (t *draft) send(o option) { t.to, t.toWords = party(o.index), o.words() }

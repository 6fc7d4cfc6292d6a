package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// answerReach is how many words may stand between the end of a question and the answer
// to it: “Is it safe?” the coroner asked the engineer. “It was,” he said.
const answerReach = 8

// asked returns the one whom the message before message n asked a question, if that is
// whom "he" or "she" means as the source of the answer right behind it.
func (d *decider) asked(n int) speaker.Meaning {
	if n == 0 {
		return speaker.Meaning{}
	}
	x, question := &d.Reading.Attributions[n], &d.drafts[n-1]
	if question.ownRecipient == nobody || question.Stance != attribution.Asked || x.Stance == attribution.Asked || x.Form() != attribution.Direct {
		return speaker.Meaning{}
	}
	if x.Source.Len() != 1 || !lexicon.ClassOf(d.Fold(x.Source.First)).Has(lexicon.Subject) {
		return speaker.Meaning{}
	}
	end := max(question.End(), question.own.Recipient.Last)
	if at := x.Content[0].First; at < end || at-end > answerReach || d.Marked && d.SentenceOf(at)-d.SentenceOf(end-1) > 1 {
		return speaker.Meaning{}
	}
	m := d.meanings[question.ownRecipient]
	if !d.MayBe(m.Party, d.Fold(x.Source.First), &d.said) {
		return speaker.Meaning{}
	}
	return m
}

// isOther reports whether whom a description seems to mean is the other of the two: the
// one who was told something, "Roe was told by the solicitor", or who asked what is
// answered, “Why?” asked Roe. “No idea,” the minister replied.
func (d *decider) isOther(n int, from speaker.Meaning) bool {
	x := &d.Reading.Attributions[n]
	if from.IsNobody() || x.Source.Len() < 2 {
		return false
	}
	if x.Passive && !x.Addressed.Empty() {
		return d.Meant(x.Addressed, &d.said).Party == from.Party
	}
	if n == 0 || x.Form() != attribution.Direct || x.Stance == attribution.Asked {
		return false
	}
	question := &d.drafts[n-1]
	return question.Stance == attribution.Asked && !question.Passive && !question.Source.Empty() && d.of(question.from) == from.Party && x.Content[0].First-question.End() <= answerReach && len(question.Cue) > 0
}

// whomItAddresses returns whom the words beside the cue of message n, whose draft is t so far,
// name as the one addressed. A pronoun that could mean none but the sender means the other
// of the message before: Roe told Ash …; Ash told him …; or whoever was told that: Roe
// told farmers …; he urged them ….
func (d *decider) whomItAddresses(n int, t *draft) speaker.Meaning {
	w := t.own.Recipient
	m := d.Addressed(w, d.meanings[t.from], &d.said)
	isPronoun := w.Len() == 1 && lexicon.IsObjectPronoun(d.Fold(w.First))
	if !isPronoun || n == 0 || t.from == nobody || !m.IsNobody() && m.Party != d.of(t.from) {
		return m
	}
	before := &d.drafts[n-1]
	if before.ownRecipient == nobody || t.wordsAfter(before) >= nearWords {
		return m
	}
	switch t.from {
	case before.from:
		return d.meantBy(w, before.ownRecipient, m)
	case before.ownRecipient:
		return d.meantBy(w, before.from, m)
	}
	return m
}

// meantBy returns the meaning of party p if the pronoun w may mean that, and otherwise the
// one that is given.
func (d *decider) meantBy(w token.Range, p party, otherwise speaker.Meaning) speaker.Meaning {
	m := d.meanings[p]
	if p == nobody {
		return otherwise
	}
	if pronoun := d.Fold(w.First); pronoun == "them" && !d.IsPerson(m.Party, &d.said) || d.MayBe(m.Party, pronoun, &d.said) {
		return m
	}
	return otherwise
}

// replyReach is how many words may stand between what somebody said and the reply.
const replyReach = 24

// isSomebody reports whether a party is a person or called by a noun for one.
func (d *decider) isSomebody(p party) bool {
	m := d.meanings[p]
	return d.IsPerson(m.Party, &d.said) || !m.IsNamed() && lexicon.RoleOf(d.Head(m.Party)) == lexicon.PersonRole
}

// repliesTo returns whom message n answers, where its cue says no more than that it does:
// the one who spoke right before.
func (d *decider) repliesTo(n int, t *draft) speaker.Meaning {
	if n == 0 || t.from == nobody || len(t.Cue) == 0 || !isReplying(d.Fold(t.LastCue().Last-1)) {
		return speaker.Meaning{}
	}
	before := &d.drafts[n-1]
	isExchange := before.Stance == attribution.Asked || before.Form() == attribution.Direct && t.Form() == attribution.Direct
	if before.from == nobody || before.from == t.from || !isExchange || t.Content[0].First-before.End() > replyReach || !d.isSomebody(before.from) {
		return speaker.Meaning{}
	}
	return d.meanings[before.from]
}

// isReplying reports whether a verb says that somebody answers.
func isReplying(word string) bool {
	switch word {
	case "answered", "answers", "replied", "replies", "responded", "responds", "retorted":
		return true
	}
	return false
}

// writtenReach is how many messages back one may have been written that "the statement"
// and its like go on with.
const writtenReach = 3

// whoWrote returns who wrote what the source of message n names only as "the statement" or
// "the letter": the one of the last messages that went through one.
func (d *decider) whoWrote(n int) speaker.Meaning {
	w := d.Reading.Attributions[n].Source
	if w.Len() != 2 || d.Fold(w.First) != "the" || d.IsNameWord(w.Last-1) {
		return speaker.Meaning{}
	}
	written := channel.OfWriting(d.Fold(w.Last - 1))
	switch written {
	case channel.Statement, channel.Letter, channel.Email, channel.Post, channel.Message:
	default:
		return speaker.Meaning{}
	}
	for k := n - 1; k >= max(0, n-writtenReach) && w.First-d.drafts[k].at < farWords; k-- {
		if t := &d.drafts[k]; t.own.Channel == written && t.from != nobody && d.meanings[t.from].IsNamed() {
			return d.meanings[t.from]
		}
	}
	return speaker.Meaning{}
}

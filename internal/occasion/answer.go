package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
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

package occasion

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

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

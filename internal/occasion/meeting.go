package occasion

import (
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A meeting is what the writer tells of an exchange of two.
type meeting struct {
	with party // whom the speaker of the message met, or nobody
	time int   // the time expression that tells when, or -1
}

// meets reports whether the meeting that a message is part of tells when it was sent,
// and the words around its cue tell nothing else.
func (t *draft) meets() bool {
	return t.met.with != nobody && t.met.time >= 0 && (t.own.Timestamp < 0 || t.own.Timestamp == t.met.time)
}

// timeWithin returns the first time expression within w that tells when something
// was, or -1.
func (d *decider) timeWithin(w token.Range) int {
	for k := d.timeFrom(w.First); k < len(d.contexts.Times) && d.contexts.Times[k].First < w.Last; k++ {
		if d.times[k].TellsWhen() {
			return k
		}
	}
	return -1
}

// goOnMeeting gives message n the meeting of the one before it, if its speaker is
// the one met there or the same again and the writer tells of nothing between.
func (d *decider) goOnMeeting(n int) {
	if n == 0 || d.drafts[n].met.with != nobody || d.drafts[n-1].met.with == nobody {
		return
	}
	t, before := &d.drafts[n], &d.drafts[n-1]
	if t.wordsAfter(before) > maxDirection || t.Form() == attribution.Indirect {
		return
	}
	switch t.from {
	case before.from:
		t.met = before.met
	case before.met.with:
		t.met = meeting{before.from, before.met.time}
	}
}

// metWith returns the one whom the speaker of a message met or quarrelled with in
// the writer's sentence before, if just one other is named there: "In June Marsh
// and Pryce clashed at a hearing. “…,” Marsh said."
func (d *decider) metWith(t *draft) speaker.Meaning {
	w := t.own.Before
	if !d.tellsMeeting(w) || !d.isNamedIn(t.from, w) {
		return speaker.Meaning{}
	}
	var other speaker.Meaning
	for _, m := range d.PersonsNamedIn(w, &d.said) {
		switch {
		case m.Party == d.of(t.from), m.Party == other.Party:
		case other.IsNobody():
			other = m
		default:
			return speaker.Meaning{}
		}
	}
	return other
}

// tellsMeeting reports whether words hold a verb of what two do with each other.
func (d *decider) tellsMeeting(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		switch d.Fold(i) {
		case "met", "clashed", "sparred", "argued", "quarrelled", "quarreled", "debated", "jousted", "bickered", "tangled", "wrangled", "feuded", "corresponded":
			return true
		case "faced", "squared":
			if d.Fold(i+1) == "off" {
				return true
			}
		case "traded", "exchanged":
			return true
		}
	}
	return false
}

package occasion

import (
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// metWith returns the one whom the speaker of a message met or quarrelled with in
// the writer's sentence before, if just one other is named there: "In June Marsh
// and Pryce clashed at a hearing. “…,” Marsh said."
func (d *decider) metWith(t *Draft) speaker.Meaning {
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

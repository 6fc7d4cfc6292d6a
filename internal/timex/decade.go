package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// decade reads 1990s, the 80s, the nineties.
func (p *scanner) decade(i int) (e Expression, ok bool) {
	w := p.at(i)
	switch {
	case w.digits() != 4:
		first := w.value + 1900
		if w.value < 20 {
			first += 100
		}
		return onCalendar(calendarDate{decade: int16(first)}, i+1), p.decadeAlone(i)
	case w.value < 1000 || w.value > 2100:
		return e, false
	case w.value%100 == 0 && w.value < 2000: // the 1800s are a century
		return onCalendar(calendarDate{century: int8(w.value/100 + 1)}, i+1), true
	}
	return onCalendar(calendarDate{decade: int16(w.value)}, i+1), true
}

// decadeAlone reports whether the decade at token i, which leaves its century
// out, is one and no age or temperature: "in his eighties", "in the 80s degrees".
func (p *scanner) decadeAlone(i int) bool {
	before, beforeThat := p.before(i, 1), p.before(i, 2)
	if before == "s" && i == p.start { // '80s after a word
		before = beforeThat
	}
	marked := p.gapAt(i).Has(token.GapApostrophe | token.GapSingleOpen | token.GapSingleClose)
	if p.is(i+1, "degrees", "fahrenheit", "percent") && !p.at(i).has(bitWritten) {
		return false
	}
	switch before {
	case "the":
		return !oneOf(beforeThat, "his", "her", "their", "my")
	case "early", "late", "mid":
		return !oneOf(beforeThat, "his", "her", "their", "my") && (marked || !oneOf(beforeThat, "in", "our", "your"))
	case "in":
		return marked && !p.is(i+1, "and")
	case "and":
		return marked || len(p.found) > 0 && p.found[len(p.found)-1].decade > 0
	}
	return marked
}

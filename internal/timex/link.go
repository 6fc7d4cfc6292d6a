package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// linkLast joins the expression found last to e if e tells more of when it is.
func (p *scanner) linkLast(e *Expression) {
	if len(p.found) == 0 {
		return
	}
	last := &p.found[len(p.found)-1]
	p.shareYear(last, e)
	p.shareDay(last, e)
	p.beginRange(last, e)
	p.beginHours(last, e)
}

// shareDay gives a clock the day that the next one names: "from 3 p.m. to 6 p.m.
// on 2 April", "between 2 and 4 p.m. yesterday", "8 p.m. (1700 GMT) on Thursday".
func (p *scanner) shareDay(last, e *Expression) {
	if !last.hasClock || last.hasDate() || !e.hasClock || !e.hasDate() {
		return
	}
	joint := p.joint(last, e)
	beside := e.First == last.Last && p.tokens[e.First].Gap.BareBut(token.GapBracketOpen)
	if joint == "" && !beside || joint == "and" && !last.zone.given && e.zone.given {
		return
	}
	last.means, last.shift, last.calendarDate, last.cue = e.means, e.shift, e.calendarDate, e.cue
	if !last.zone.given && joint != "" {
		last.zone = e.zone
	}
	if last.hour == 24 && joint != "" { // from midnight to 5 a.m.
		last.hour = 0
	}
}

// joint gives what stands between two expressions that belong together: one of
// the words that join the ends of a stretch of time, or "-" for a mark.
func (p *scanner) joint(last, e *Expression) string {
	switch e.First - last.Last {
	case 0:
		if p.tokens[e.First].Gap.Has(token.GapHyphen | token.GapDash) {
			return "-"
		}
	case 1:
		if word := p.tokens[last.Last].Fold; oneOf(word, "and", "to", "until", "till", "through", "or") {
			return word
		}
	}
	return ""
}

// shareYear joins the expression found last to e if they share the year that e
// names: "between 20 september and 12 october 2016", "january to march 2015".
func (p *scanner) shareYear(last, e *Expression) {
	if !e.hasYear || e.month == 0 && e.season == seasonNone {
		return
	}
	if last.means != meansCalendar || last.hasYear || last.steps || last.from != fromItself ||
		(last.month == 0) != (e.month == 0) || (last.season == seasonNone) != (e.season == seasonNone) {
		return
	}
	switch e.First - last.Last {
	case 0:
		if g := p.tokens[e.First].Gap; g.Has(token.GapHyphen|token.GapDash|token.GapComma|token.GapSlash) || g.Bare() && (last.day == 0) == (e.day == 0) {
			last.link = linkYear
		}
	case 1:
		if oneOf(p.tokens[last.Last].Fold, "and", "to", "until", "till", "through", "or") {
			last.link = linkYear
		}
	}
}

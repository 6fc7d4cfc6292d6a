package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// plausible refuses what only looks like a date when nothing around it agrees.
func (p *scanner) plausible(e *Expression, i int) bool {
	w := p.at(i)
	switch {
	case e.hasClock || e.hasYear:
	case e.means == meansWeekday && w.class == wordWeekday:
		return !w.has(bitAbbreviated) || e.part != partNone || e.day != 0 || p.shortWeekday(i)
	case e.means != meansCalendar || e.month == 0 || w.class != wordMonth:
	case e.day == 0 && e.from == fromItself:
		return p.monthAlone(e, i)
	case e.day == 0:
	case w.has(bitHomograph) && (p.countedNoun(e.Last) || p.at(e.Last).class == wordUnit), p.is(e.Last, "percent", "000", "million", "billion"),
		w.has(bitAbbreviated) && p.gapAt(i).Has(token.GapHyphen):
		return false
	}
	return p.calendarValid(e)
}

// calendarValid reports whether the calendar can have the day: 30 February is
// found as no timestamp.
func (p *scanner) calendarValid(e *Expression) bool {
	if e.month == 0 || e.day == 0 {
		return true
	}
	day := e.civil()
	if !e.hasYear {
		day.year = 2000
	}
	return day.valid() || e.eitherOrder && civilDay{day.year, day.day, day.month}.valid()
}

// shortWeekday reports whether the short weekday at token i is one and not a
// verb or a star: "sat", "sun", "wed".
func (p *scanner) shortWeekday(i int) bool {
	return !p.is(i, "sat", "sun", "wed", "mon") && p.isBefore(i, "on", "last", "next", "this", "until", "by")
}

// monthAlone reports whether a month without day and year is one: always for
// most names, by the neighbours for "may", "march" and the short forms.
func (p *scanner) monthAlone(e *Expression, i int) bool {
	w, next := p.at(i), e.Last
	switch {
	case w.has(bitAbbreviated):
		return p.shortMonth(i, next)
	case p.is(i, "august"):
		return !p.is(next, "body", "assembly", "institution", "chamber", "company", "presence") && !p.isGivenName(i, next)
	case p.is(i, "april", "june"):
		return !p.isGivenName(i, next)
	case !w.has(bitHomograph):
		return true
	case p.verbFollows(next):
		return false
	}
	strong := p.isBefore(i, "in", "since", "last", "early", "late", "mid", "until", "during", "next", "between", "till") || p.isPartOfMonth(i)
	if p.is(i, "march") {
		return strong && !p.is(next, "on", "against", "by", "with", "toward", "towards", "step", "up", "past") ||
			p.isBefore(i, "by", "from", "through", "before", "of", "and", "to") && p.monthBeside(i)
	}
	return strong || p.isBefore(i, "of", "by", "through", "before", "after") && !p.is(next, "the", "it", "they", "he", "she", "we", "you", "i") ||
		p.isBefore(i, "from", "to", "and", "or") && p.monthBeside(i) || p.isBefore(i, "this") && p.is(next, "and", "when", "after", "in")
}

// isPartOfMonth reports whether the words before the month at token i take a
// part of it: the end of march, the last days of may.
func (p *scanner) isPartOfMonth(i int) bool {
	return p.isBefore(i, "of") && oneOf(p.before(i, 2), "end", "beginning", "start", "middle", "close", "month", "half", "week", "weeks", "weekend",
		"days", "day", "most", "rest", "remainder")
}

// isGivenName reports whether the month at token i is the name of somebody, by a
// title or "named" before it or, at the head of a sentence, by the surname and
// verb behind it: Judge June Carver, "April Sutter was elected".
func (p *scanner) isGivenName(i, next int) bool {
	if p.isBefore(i, "mr", "mrs", "ms", "miss", "dr", "judge", "sir", "lady", "dame", "senator", "sergeant", "detective", "professor", "named", "playwright", "actress", "aunt") {
		return true
	}
	if p.before(i, 1) != "" || next+1 >= len(p.tokens) || p.tokens[next].Shape != token.ShapeTitle || p.gapAt(next) != token.GapSpace || p.at(next).class != wordNone {
		return false
	}
	switch p.verbAt(next + 1) {
	case verbWill, verbWould, verbWas, verbIs, verbHas, verbPast:
		return p.gapAt(next+1) == token.GapSpace
	}
	return false
}

// shortMonth reports whether the short form of a month at token i is one, by the
// words before it and at token next.
func (p *scanner) shortMonth(i, next int) bool {
	switch {
	case p.is(i, "jan", "mar"):
		return false
	case p.isBefore(i, "in", "since", "last", "until", "late", "early", "mid", "next"):
		return true
	case p.is(i, "sep", "jun"):
		return false
	}
	return p.isBefore(i, "by", "this", "of", "from", "to") || p.at(next).class == wordMonth
}

// monthBeside reports whether another month stands within two words of token i.
func (p *scanner) monthBeside(i int) bool {
	for _, k := range [...]int{i - 2, i - 3, i + 2} {
		if k >= 0 && k < len(p.words) && p.words[k].class == wordMonth && !p.words[k].has(bitHomograph) {
			return true
		}
	}
	return false
}

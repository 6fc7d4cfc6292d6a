package timex

// weekOn reads "week" or "fortnight" at token i after a weekday, today or
// tomorrow, which is the same day so long after the coming one: thursday week.
func (p *scanner) weekOn(e *Expression, i int) int {
	if end := p.ofWeek(e, i); end > i {
		return end
	}
	if !p.is(i, "week", "fortnight") || e.steps || e.means == meansShift && e.count < 0 || !p.weekAlone(i+1) {
		return i
	}
	weeks := int32(1)
	if p.is(i, "fortnight") {
		weeks = 2
	}
	if e.means == meansShift {
		e.count += 7 * weeks
	} else {
		e.from, e.count, e.steps = fromPublished, 1+weeks, true
	}
	return i + 1
}

// ofWeek reads "last week" or its kind at token i after the weekday of e, whose
// day it fixes: friday last week, wednesday of next week.
func (p *scanner) ofWeek(e *Expression, i int) int {
	at := p.passOf(i)
	if e.means != meansWeekday || !p.is(at+1, "week") {
		return i
	}
	switch p.at(at).class {
	case wordThis:
		e.offset = 0
	case wordLast:
		e.offset = -7
	case wordNext:
		e.offset = 7
	default:
		return i
	}
	e.from, e.count, e.steps = fromPublished, 0, true
	return at + 2
}

// weekAlone reports whether the word at token i lets "thursday week" stand for
// itself: in "the sunday week five win" and "monday week after week" it does not.
func (p *scanner) weekAlone(i int) bool {
	switch w := p.at(i); w.class {
	case wordNone, wordThe, wordLetter, wordStamp:
		return p.clauseGoesOn(i) || p.is(i, "to", "for", "on", "from", "if", "or", "because", "which", "who", "where", "while", "said", "says")
	case wordYet, wordArticle:
		return !p.is(i+1, "week", "out")
	case wordMeridiem:
		return false
	}
	return p.is(i, "at", "but")
}

// weekdayAgo reads "on sunday" or "today" after "a week ago", whose count of
// weeks e has: the last Sunday but one, seven days ago.
func (p *scanner) weekdayAgo(e Expression) Expression {
	weeks, at := e.count, e.Last
	if e.unit == unitFortnight {
		weeks *= 2
	}
	if w := p.at(at); w.class == wordDay && !w.has(bitHomograph) {
		return shifts(shift{from: fromPublished, count: 7*weeks + w.value, unit: unitDay}, at+1)
	}
	if p.is(at, "on", "last") {
		at++
	}
	w := p.at(at)
	if w.class != wordWeekday || w.has(bitPlural|bitAbbreviated) {
		return e
	}
	e = shifts(shift{from: fromPublished, count: weeks - 1, steps: true}, at+1)
	e.means, e.weekday = meansWeekday, int8(w.value)
	return p.andMore(e)
}

package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// isoDay reads 2017 11 14, 2017 11 14t02 10 00z and 20171114t021000z.
func (p *scanner) isoDay(e *Expression, i int) int {
	y, m, d := p.at(i), p.at(i+1), p.at(i+2)
	if y.digits() == 8 {
		return p.compactStamp(e, i)
	}
	if y.digits() != 4 || !y.isPlainNumber() || !m.isPlainNumber() || m.digits() != 2 || d.class != wordDigits || d.digits() != 2 ||
		d.suffix() != suffixNone && d.suffix() != suffixISO || y.value < 1000 || y.value > 2200 {
		return i
	}
	if g := p.gapAt(i + 1); g.Has(token.GapComma|token.GapFullStop) && g.Has(token.GapSpace) {
		return i
	}
	if !(civilDay{int(y.value), int(m.value), int(d.value)}).valid() {
		return i
	}
	e.setYear(y.value)
	e.month, e.day, e.means = int8(m.value), int8(d.value), meansCalendar
	if d.suffix() != suffixISO || d.extra > 23 {
		return i + 3
	}
	return p.isoClock(e, i+2)
}

// isoClock reads the clock whose hour is glued to the day at token i.
func (p *scanner) isoClock(e *Expression, i int) int {
	c := clockTime{hour: int8(p.at(i).extra)}
	end := i + 1
	if w := p.at(end); isSixtieth(w) {
		c.minute, end = int8(w.value), end+1
	}
	if w := p.at(end); end == i+2 && p.at(i+1).suffix() != suffixZone && isSixtieth(w) {
		c.second, c.hasSecond, end = int8(w.value), true, end+1
	}
	end = p.isoZone(&c, end)
	e.setClock(c)
	return end
}

// isoZone reads what follows a clock that ended before token i: a fraction of a
// second, then z or an offset.
func (p *scanner) isoZone(c *clockTime, i int) int {
	if last := p.at(i - 1); last.suffix() == suffixZone {
		c.zone = zoneName{given: true, index: last.extra}
		return i
	}
	if w := p.at(i); c.hasSecond && w.class == wordDigits && (w.digits() == 3 || w.digits() == 6) && !p.gapAt(i).Has(token.GapDash|token.GapHyphen|token.GapOther) {
		i++
		if w.suffix() == suffixZone {
			c.zone = zoneName{given: true, index: w.extra}
			return i
		}
	}
	return p.zone(c, i)
}

// compactStamp reads 20171114t0210, whose digits readDigits has checked.
func (p *scanner) compactStamp(e *Expression, i int) int {
	w, fold := p.at(i), p.text(i)
	day := civilDay{int(w.value) / 10000, int(w.value) / 100 % 100, int(w.value) % 100}
	if w.suffix() != suffixISO || !day.valid() {
		return i
	}
	clock := trimZ(fold[9:])
	n, ok := parseDigits(clock)
	if !ok || len(clock) != 4 && len(clock) != 6 {
		return i
	}
	c := clockTime{zone: zoneName{given: fold[len(fold)-1] == 'z'}}
	if len(clock) == 6 {
		c.second, c.hasSecond, n = int8(n%100), true, n/100
	}
	c.hour, c.minute = int8(n/100), int8(n%100)
	if c.hour > 23 || c.minute > 59 || c.second > 59 {
		return i
	}
	e.setYear(int32(day.year))
	e.month, e.day, e.means = int8(day.month), int8(day.day), meansCalendar
	e.setClock(c)
	return i + 1
}

// numericDay reads 11/14/2017, 14.11.2017 and, between slashes or beside a
// clock or stamp word, 11/14/17. Which is the month is decided by Resolve.
func (p *scanner) numericDay(e *Expression, i int) int {
	if !p.isNumericDay(i) {
		return i
	}
	y := p.at(i + 2)
	d := calendarDate{year: int16(y.value), month: int8(p.at(i).value), day: int8(p.at(i + 1).value), hasYear: true}
	if y.digits() == 2 {
		d.year = int16(fullYear(y.value))
	}
	d.order(p.gapAt(i + 1).Has(token.GapFullStop)) // 11.5.2017 is European
	if !d.civil().valid() {
		return i
	}
	e.calendarDate, e.means = d, meansCalendar
	return i + 3
}

// order decides which of the two numbers of a date, given as month and day, is
// the month. dayFirst says so where they do not tell.
func (d *calendarDate) order(dayFirst bool) {
	switch {
	case d.month > 12:
		d.month, d.day, d.spells = d.day, d.month, 3
	case d.day > 12:
		d.spells = -3
	case d.day == d.month:
	case dayFirst:
		d.month, d.day = d.day, d.month
	default:
		d.eitherOrder = true
	}
}

// shortNumericDay reads 25/12, which has no year, after a preposition or a
// weekday. Fractions, odds and marks out of ten are written alike.
func (p *scanner) shortNumericDay(e *Expression, i int) int {
	a, b := p.at(i), p.at(i+1)
	if p.gapAt(i+1) != token.GapSlash || !a.isPlainNumber() || !b.isPlainNumber() || a.digits() > 2 || b.digits() > 2 ||
		p.at(i+2).class == wordDigits || p.is(i+2, "of", "s") || p.countsOn(i+2) || p.markedNumber(i) || p.beforeWord(i).class == wordDigits ||
		a.value == 24 && b.value == 7 || a.value == 9 && b.value == 11 {
		return i
	}
	weekday := p.beforeWord(i).class == wordWeekday
	if !weekday && !p.isBefore(i, "on", "dated", "until", "since") {
		return i
	}
	d := calendarDate{year: 2000, month: int8(min(a.value, 99)), day: int8(min(b.value, 99))}
	if d.order(false); !d.civil().valid() {
		return i
	}
	d.year = 0
	d.weekday = e.weekday
	e.calendarDate, e.means = d, meansCalendar
	return i + 2
}

// isNumericDay reports whether the three numbers at token i are a date.
func (p *scanner) isNumericDay(i int) bool {
	a, b, y := p.at(i), p.at(i+1), p.at(i+2)
	switch {
	case !a.isPlainNumber() || !b.isPlainNumber() || !y.isPlainNumber(),
		a.digits() > 2 || b.digits() > 2 || y.digits() != 2 && y.digits() != 4,
		y.digits() == 4 && (y.value < 1900 || y.value > 2100),
		a.value < 1 || b.value < 1 || a.value > 31 || b.value > 31 || a.value > 12 && b.value > 12:
		return false
	}
	g, h := p.gapAt(i+1), p.gapAt(i+2)
	joined := g.Has(token.GapSlash|token.GapHyphen|token.GapFullStop) && h == g && !g.Has(token.GapSpace)
	switch {
	case !joined && !(g.Bare() && h.Bare()),
		!joined && (i > 0 && p.beforeWord(i).class == wordDigits || p.countedNoun(i+3)):
		return false
	case y.digits() == 4 || p.clockFollows(i+3):
		return true
	case p.at(i+3).class == wordDigits && g.Bare():
		return false
	}
	return joined && g.Has(token.GapSlash) || p.stampBefore(i)
}

// stampBefore reports whether a word that a date in numbers follows precedes token i.
func (p *scanner) stampBefore(i int) bool {
	return p.beforeWord(i).class == wordStamp || p.isBefore(i, "on", "date", "dated")
}

// nineEleven reads 9/11, the day of 2001. It stands for what happened then, so
// that the days around it in the text are not reckoned from it. Flattened, a
// word beside it must tell it from other numbers.
func (p *scanner) nineEleven(i int) (e Expression, ok bool) {
	a, b, g := p.at(i), p.at(i+1), p.gapAt(i+1)
	if a.value != 9 || b.value != 11 || a.digits() != 1 || !b.isPlainNumber() || p.numberBefore(i) || p.markedNumber(i) || p.at(i+2).class == wordDigits {
		return e, false
	}
	e = Expression{means: meansEvent, fixed: "2001-09-11", Last: i + 2}
	if g == token.GapSlash {
		return e, true
	}
	return e, g.Bare() && (p.is(i+2, "attack", "attacks", "terrorist", "terrorists", "terror", "commission", "hijackers", "families", "victims", "memorial",
		"museum", "anniversary", "responders", "survivors", "conspiracy", "truthers") ||
		p.isBefore(i, "on", "since", "after", "before", "until", "post", "pre") && p.at(i+2).class != wordMeridiem && !p.countsOn(i+2) && !p.is(i+2, "a", "p", "per", "percent"))
}

// sevenSeven reads 7/7 before the bombings of London in 2005.
func (p *scanner) sevenSeven(i int) (e Expression, ok bool) {
	if a, b := p.at(i), p.at(i+1); a.value != 7 || b.value != 7 || a.digits() != 1 || b.digits() != 1 || p.numberBefore(i) || p.markedNumber(i) {
		return e, false
	}
	return Expression{means: meansEvent, fixed: "2005-07-07", Last: i + 2},
		p.is(i+2, "attacks", "bombings", "bombing", "bombers", "bomber", "inquest", "inquests", "terrorist", "terrorists")
}

// septemberEleven reads september 11 before the attacks of 2001.
func (p *scanner) septemberEleven(i int) (e Expression, ok bool) {
	if w := p.at(i); w.class != wordMonth || w.value != 9 || p.at(i+1).value != 11 || !p.at(i+1).isPlainNumber() {
		return e, false
	}
	return Expression{means: meansEvent, fixed: "2001-09-11", Last: i + 2},
		p.is(i+2, "attacks", "terrorist", "terrorists", "terror", "commission", "hijackers", "victims", "memorial", "museum", "hijackings")
}

// A numericOrder says whether 5/11 is a day and month or a month and day.
type numericOrder uint8

const (
	orderUnknown numericOrder = iota
	orderMonthDay
	orderDayMonth
)

// numericOrderOf learns from the dates of a text that can be read only one way
// which order its numbers follow: 14/11/17 and "14 November" speak for the day
// first. Where its outlet or its people are tells too little.
func numericOrderOf(expressions []Expression) numericOrder {
	score := 0
	for n := range expressions {
		score += int(expressions[n].spells)
	}
	switch {
	case score > 0:
		return orderDayMonth
	case score < 0:
		return orderMonthDay
	}
	return orderUnknown
}

package timex

// amount reads a quantity of a unit, and what makes a date of it: three years,
// two weeks ago, twelve hours later, two days after.
func (p *scanner) amount(i int) (e Expression, ok bool) {
	j := p.hedge(i)
	if j < 0 {
		return e, false
	}
	q, end, ok := p.quantity(j)
	if !ok || p.at(j).class == wordHalf && end == j+1 && p.at(end).class == wordUnit && !p.is(end, "hour", "decade", "century") {
		return e, false
	}
	if unit, found := p.rangeUnit(i, end); found {
		e = lasts(lengthOf(q, unit), end)
		e.unit = unit
		return e, true
	}
	q, end = p.quantityRange(q, end)
	end = p.passQualifier(q, end)
	u := p.at(end)
	if u.class != wordUnit || q.single && u.has(bitPlural) || u.has(bitAbbreviated) && p.at(j).class != wordDigits || p.yearAt(j) && p.isComparison(end) {
		return e, false
	}
	unit := calendarUnit(u.value)
	end++
	if q.single && p.is(end, "end") || p.isAge(i, end) || p.namesWar(i, end) { // "a year end report"
		return e, false
	}
	q, end = p.andAHalf(q, end)
	if unit == unitQuarter && (q.single || q.half || p.is(end, "of") && q.whole == 3) {
		return e, false
	}
	e = lasts(lengthOf(q, unit), end)
	e.unit = unit
	return p.amountTail(e, q, i, j)
}

// isComparison reports whether the unit at token i says what a year before it is
// compared with, or which part of it is meant: 2016 year over year, 2016
// quarter on quarter, 2016 year end.
func (p *scanner) isComparison(i int) bool {
	return p.is(i, "year") || p.is(i, "quarter", "month", "week") && p.is(i+1, "on", "over")
}

// passQualifier passes over an adjective between a quantity and its unit.
func (p *scanner) passQualifier(q quantity, i int) int {
	switch {
	case p.is(i, "full", "additional", "whole", "further", "extra"):
		return i + 1
	case !q.single && p.is(i, "more", "consecutive", "straight", "long", "calendar", "business", "trading", "fiscal", "successive", "solid"):
		return i + 1
	}
	return i
}

// isAge reports whether the length from token i to token end is the age of
// somebody.
func (p *scanner) isAge(i, end int) bool {
	return p.is(end, "old", "olds") || p.is(end, "of") && p.is(end+1, "age") || p.is(end, "s") && p.is(end+1, "old") || p.isBefore(i, "aged")
}

// namesWar reports whether the length from token i to token end is a part of the
// name of a war: the Six-Day War, the Thirty Years' War.
func (p *scanner) namesWar(i, end int) bool {
	if p.is(end, "s") {
		end++
	}
	return p.is(end, "war") && p.isBefore(i, "the") && p.is(i, "six", "seven", "thirty", "eighty", "hundred") && !p.is(i+1, "week", "weeks", "month", "months", "hour", "hours")
}

// hedge passes over "nearly", "more than" and their kind, which TimeBank counts
// as part of the expression more often than not; -1 if one leads nowhere.
func (p *scanner) hedge(i int) int {
	if p.at(i).class != wordHedge {
		return i
	}
	switch {
	case p.is(i, "nearly", "almost"):
		return i + 1
	case p.is(i, "more", "less") && p.is(i+1, "than"), p.is(i, "at") && p.is(i+1, "least"), p.is(i, "up") && p.is(i+1, "to"):
		return i + 2
	}
	return -1
}

// An amountTurn is what the words after a length make of it.
type amountTurn struct {
	from  reckoning
	sign  int  // -1 if it leads back
	ago   bool // it leads back from the publication
	joins link // it leads to or from the expression after it
}

// amountTail reads what follows the unit of a length.
func (p *scanner) amountTail(e Expression, q quantity, i, j int) (Expression, bool) {
	if e.unit > unitYear && (q.half || q.tenths > 0) {
		q, e.unit = inWrittenUnits(q, e.unit)
	}
	turn, end := p.turnAt(e.Last)
	if !p.isBefore(i, "for", "over", "of", "last", "lasts", "lasting", "run", "runs") {
		if d, found := p.fromDay(e, q); found {
			return d, true
		}
		if d, found := p.weeksOn(e, q, i); found {
			return d, true
		}
	}
	if p.isBefore(i, "in") && !q.half && q.tenths == 0 && p.beforeWord(i-1).class != wordOrdinal {
		if d, found := p.inTime(e, q); found {
			return d, true
		}
	}
	switch {
	case end == e.Last, turn.joins != linkNone && q.whole == 0:
		return p.plainLength(e, q, i, j)
	case turn.joins != linkNone:
		e.means, e.count, e.link = meansDuration, int32(q.whole), turn.joins
		return e, !(q.single && p.loneUnitWeak(e.unit, i))
	}
	e.Last, e.kind, e.from = end, kindDate, turn.from
	if q.vague || q.half && e.unit < unitYear || q.tenths > 0 {
		e.fixed = turn.vague()
		return e, true
	}
	e.means, e.count, e.fixed = meansShift, int32(turn.sign*q.whole), ""
	switch {
	case e.unit == unitYear && q.single && turn.sign < 0: // a year earlier
		e.means, e.steps, e.from = meansQuarter, true, fromReference
	case e.unit < unitDay:
		e.kind = kindTime
	case turn.ago && (e.unit == unitWeek || e.unit == unitFortnight):
		return p.weekdayAgo(e), true
	case turn.ago && (e.unit == unitYear || e.unit == unitMonth):
		return p.anniversary(e), true
	}
	return e, true
}

// turnAt reads ago, earlier, later, from now, before and after at token i and
// returns the token after them, or i.
func (p *scanner) turnAt(i int) (turn amountTurn, end int) {
	switch {
	case p.is(i, "ago"):
		return amountTurn{from: fromPublished, sign: -1, ago: true}, i + 1
	case p.is(i, "or") && p.is(i+1, "so") && p.is(i+2, "ago"):
		return amountTurn{from: fromPublished, sign: -1, ago: true}, i + 3
	case p.is(i, "earlier", "previously"):
		return amountTurn{from: fromReference, sign: -1}, i + 1
	case p.is(i, "later", "afterwards", "afterward"):
		return amountTurn{from: fromReference, sign: 1}, i + 1
	case p.is(i, "from") && p.is(i+1, "now", "today"):
		return amountTurn{from: fromPublished, sign: 1}, i + 2
	case p.is(i, "before"):
		return amountTurn{joins: linkBefore}, i + 1
	case p.is(i, "after", "from", "following"):
		return amountTurn{joins: linkAfter}, i + 1
	}
	return amountTurn{}, i
}

// vague gives the value of a turn by a length that is not exact.
func (t amountTurn) vague() string {
	switch {
	case t.from == fromReference:
		return ""
	case t.ago:
		return pastRef
	}
	return futureRef
}

// plainLength decides on a quantity of a unit that no word turns into a date.
func (p *scanner) plainLength(e Expression, q quantity, i, j int) (Expression, bool) {
	end := e.Last
	if q.single && i == j {
		if b := p.beforeWord(i); b.class == wordDigits || b.class == wordScale || b.class == wordNumber || p.rateBefore(i) {
			e.kind = kindSet
			return e, e.unit >= unitHour
		}
		if p.loneUnitWeak(e.unit, i) {
			return e, false
		}
		if p.is(end, "long") && e.unit != unitHour {
			e.Last++
		}
	}
	if p.is(end, "or") && p.is(end+1, "so") {
		e.Last = end + 2
	}
	return e, true
}

// rateBefore reports whether "a year" after this word says how often or much.
func (p *scanner) rateBefore(i int) bool {
	return p.isBefore(i, "million", "billion", "trillion", "percent", "pc", "times", "cents", "dollars", "pounds", "euros", "barrels", "people", "units",
		"once", "twice", "tons", "tonnes", "vehicles", "cars", "copies", "k", "m", "bn", "pence")
}

// loneUnitWeak reports whether "a" and the unit alone are too weak to be a length.
func (p *scanner) loneUnitWeak(unit calendarUnit, i int) bool {
	switch unit {
	case unitDay:
		return !p.isBefore(i, "for", "within", "in", "than", "about", "least", "just", "only", "took", "lasted")
	case unitMinute, unitSecond, unitWeekend, unitQuarter:
		return true
	}
	return false
}

// bareUnit reads years ago, months later, for weeks, decades long, year end,
// year earlier and "right now".
func (p *scanner) bareUnit(i int) (e Expression, ok bool) {
	w := p.at(i)
	switch {
	case w.class == wordYet:
		return refers(presentRef, i+2), p.is(i, "right") && p.is(i+1, "now")
	case w.has(bitAbbreviated):
		return e, false
	case w.has(bitPlural):
		return p.bareUnits(calendarUnit(w.value), i)
	case p.is(i, "year") && p.is(i+1, "end") && !p.is(i+2, "of"):
		return shifts(shift{from: fromPublished, unit: unitYear, steps: true}, i+2), true
	case p.is(i, "year") && p.is(i+1, "s") && p.is(i+2, "end"):
		return shifts(shift{from: fromPublished, unit: unitYear, steps: true}, i+3), true
	case p.is(i, "year") && p.is(i+1, "earlier", "ago"):
		return p.yearEarlier(i)
	case p.is(i+1, "long") && calendarUnit(w.value) >= unitDay:
		return lasts(lengthOf(quantity{whole: 1}, calendarUnit(w.value)), i+2), true
	}
	return e, false
}

// bareUnits reads years ago, months later, for weeks, decades long.
func (p *scanner) bareUnits(unit calendarUnit, i int) (e Expression, ok bool) {
	e = lasts(vagueLengths[unit], i+1)
	switch before := p.before(i, 1); {
	case p.is(i+1, "ago"):
		return refers(pastRef, i+2), true
	case p.is(i+1, "later", "earlier"):
		return refers("", i+2), true
	case p.is(i+1, "long"):
		e.Last++
		return e, true
	case unit == unitWeekend && oneOf(before, "on", "at"):
		return recurs(everyWeekend, i+1), true
	case p.is(i+1, "before", "after") && unit >= unitHour && unit <= unitYear && unit != unitWeekend && unit != unitQuarter:
		return e, true
	case before == "within":
		return e, unit >= unitMinute && unit != unitWeekend
	case before == "for":
		return e, unit >= unitHour && unit != unitWeekend && !p.is(i+1, "of") || p.is(i+1, "to", "in")
	case before == "in" && oneOf(p.before(i, 2), "time", "first", "best", "worst", "biggest", "largest", "highest", "lowest"):
		return e, unit >= unitHour && unit != unitWeekend && !p.is(i+1, "of", "to", "in")
	}
	return e, false
}

// numberedLength reads "nine months" after "the".
func (p *scanner) numberedLength(i int) (e Expression, ok bool) {
	q, end, ok := p.quantity(i)
	u := p.at(end)
	if !ok || u.class != wordUnit || !u.has(bitPlural) || calendarUnit(u.value) < unitHour || p.is(end+1, "old") || p.namesWar(i, end+1) {
		return e, false
	}
	return lasts(lengthOf(q, calendarUnit(u.value)), end+1), true
}

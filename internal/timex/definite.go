package timex

// definiteUnit reads the unit at token i after "the": the week, the quarter.
func (p *scanner) definiteUnit(i int) (Expression, bool) {
	w := p.at(i)
	unit := calendarUnit(w.value)
	e := shifts(shift{from: fromPublished, unit: unit, steps: true, definite: true}, i+1)
	before := p.before(i-1, 1)
	if w.has(bitPlural) {
		return p.definiteUnits(unit, i)
	}
	switch unit {
	case unitYear:
		return p.theYear(e, i)
	case unitQuarter:
		return p.theQuarter(e, i)
	case unitWeek:
		if d, found := p.weekOf(i); found {
			return d, true
		}
		return e, !p.is(i+1, "before", "after", "of", "following") && before != "of"
	case unitMonth:
		return e, !p.is(i+1, "before", "after", "of", "following", "long") && oneOf(before, "of", "in", "for", "during", "this")
	case unitDecade, unitCentury:
		return e, before == "of" && oneOf(p.before(i-1, 2), "end", "beginning", "middle", "start", "turn")
	case unitWeekend:
		return e, !p.is(i+1, "before", "after", "warrior")
	case unitDay:
		return p.dayButOne(e, i)
	}
	return e, false
}

// definiteUnits reads the weeks ahead, the days that followed.
func (p *scanner) definiteUnits(unit calendarUnit, i int) (e Expression, ok bool) {
	switch {
	case unit < unitHour:
	case p.is(i+1, "ahead"):
		return lasts(vagueLengths[unit], i+2), true
	case p.is(i+1, "that") && p.is(i+2, "followed"):
		return lasts(vagueLengths[unit], i+1), true
	}
	return e, false
}

// theYear reads the year, the year 2000 and the year ended.
func (p *scanner) theYear(e Expression, i int) (Expression, bool) {
	switch {
	case p.yearAt(i + 1):
		e = Expression{}
		e.setYear(p.at(i + 1).value)
		e.Last = p.eraAfter(&e, i+2)
		return e, true
	case p.at(i+1).class == wordNumber:
		var y Expression
		if y.Last = p.spokenYear(&y, i+1); y.Last > i+1 {
			return y, true
		}
	case p.is(i+1, "earlier", "ago"):
		return p.yearEarlier(i)
	case p.is(i+1, "ended", "ending"), p.is(i+1, "to") && p.at(i+2).class == wordMonth:
		e.means, e.kind, e.fixed = meansFixed, kindDuration, "P1Y"
		return e, true
	case p.is(i+1, "before", "after", "when", "of", "that", "in", "to"):
		return e, false
	case p.is(i+1, "s") && p.is(i+2, "end"):
		e.Last = i + 3
		return e, true
	}
	return e, p.before(i-1, 1) != "of" ||
		oneOf(p.before(i-1, 2), "end", "beginning", "middle", "start", "rest", "part", "half", "months", "quarter", "most", "course", "remainder", "quarters")
}

// theQuarter reads the quarter, the quarter a year ago.
func (p *scanner) theQuarter(e Expression, i int) (Expression, bool) {
	e.means, e.steps = meansQuarter, false
	if p.is(i+1, "a") && p.is(i+2, "year") && p.is(i+3, "ago", "earlier") {
		e.count, e.steps, e.from, e.Last = -1, true, fromReference, i+4
	}
	return e, !p.is(i+1, "of", "final", "finals", "mile", "pounder", "century", "back", "finalist")
}

// weekOf reads the week of 5 june.
func (p *scanner) weekOf(i int) (e Expression, ok bool) {
	if !p.is(i+1, "of") {
		return e, false
	}
	e.Last = p.date(&e, i+2)
	if e.Last == i+2 || e.month == 0 || e.day == 0 {
		return e, false
	}
	e.unit = unitWeek
	return e, true
}

// dayButOne reads the day before yesterday and the day after tomorrow.
func (p *scanner) dayButOne(e Expression, i int) (Expression, bool) {
	e.steps, e.count, e.Last = false, 2*p.at(i+2).value, i+3
	return e, p.is(i+1, "before") && p.is(i+2, "yesterday") || p.is(i+1, "after") && p.is(i+2, "tomorrow")
}

// theFuture reads what else can follow "the": the future, the near future.
func (p *scanner) theFuture(i int) (e Expression, ok bool) {
	before := p.before(i-1, 1)
	switch {
	case p.is(i, "future"):
		return refers(futureRef, i+1), oneOf(before, "in", "for", "into") && !p.is(i+1, "of")
	case p.is(i, "near", "foreseeable", "immediate", "distant") && p.is(i+1, "future"), p.is(i, "near", "short") && p.is(i+1, "term"):
		return refers(futureRef, i+2), oneOf(before, "in", "for", "into", "over")
	}
	return e, false
}

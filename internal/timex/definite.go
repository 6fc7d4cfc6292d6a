package timex

// definiteUnit reads the unit at token i after "the": the week, the quarter.
func (p *timeScanner) definiteUnit(i int) (Expression, bool) {
	w := p.at(i)
	e := Expression{means: meansOffset, from: fromPublished, steps: true, definite: true, unit: calendarUnit(w.value), Last: i + 1}
	b := p.before(i-1, 1)
	if w.has(bitPlural) {
		if p.is(i+1, "ahead") || p.is(i+1, "that") && p.is(i+2, "followed") {
			last := i + 1 + boolTo(p.is(i+1, "ahead"))
			return Expression{means: meansFixed, kind: Duration, fixed: lengthOf(quantity{vague: true}, e.unit), Last: last}, e.unit >= unitHour
		}
		return e, false
	}
	switch e.unit {
	case unitYear:
		return p.theYear(e, i)
	case unitQuarter:
		if p.is(i+1, "of", "final", "finals", "mile", "pounder", "century", "back", "finalist") {
			return e, false
		}
		e.means, e.steps = meansQuarter, false
		if (p.is(i+1, "a") && p.is(i+2, "year")) && p.is(i+3, "ago", "earlier") {
			e.count, e.steps, e.from, e.Last = -1, true, fromReference, i+4
		}
		return e, true
	case unitWeek:
		if p.is(i+1, "of") {
			var d Expression
			if end := p.date(&d, i+2); end > i+2 && d.month != 0 && d.day != 0 {
				d.unit, d.Last = unitWeek, end
				return d, true
			}
		}
		return e, !p.is(i+1, "before", "after", "of", "following") && b != "of"
	case unitMonth:
		return e, !p.is(i+1, "before", "after", "of", "following", "long") && (b == "of" || b == "in" || b == "for" || b == "during" || b == "this")
	case unitDecade, unitCentury:
		return e, b == "of" && oneOf(p.before(i-1, 2), "end", "beginning", "middle", "start", "turn")
	case unitWeekend:
		return e, !p.is(i+1, "before", "after", "warrior")
	case unitDay:
		switch {
		case p.is(i+1, "before", "after") && p.is(i+2, "yesterday", "tomorrow"):
			e.steps, e.count, e.Last = false, 2*int(p.at(i+2).value), i+3
			return e, p.is(i+1, "before") == p.is(i+2, "yesterday")
		}
	}
	return e, false
}

// theYear reads the year, the year 2000 and the year ended.
func (p *timeScanner) theYear(e Expression, i int) (Expression, bool) {
	b := p.before(i-1, 1)
	switch {
	case p.yearAt(i + 1):
		e = Expression{means: meansCalendar, year: int(p.at(i + 1).value), hasYear: true}
		e.Last = p.eraAfter(&e, i+2)
		return e, true
	case p.at(i+1).class == wordNumber:
		var y Expression
		if end := p.spokenYear(&y, i+1); end > i+1 {
			y.Last = end
			return y, true
		}
	case p.is(i+1, "earlier", "ago"):
		return p.yearEarlier(i)
	case p.is(i+1, "ended", "ending", "to"):
		e.means, e.fixed, e.kind = meansFixed, "P1Y", Duration
		return e, !p.is(i+1, "to") || p.at(i+2).class == wordMonth
	case p.is(i+1, "before", "after", "when", "of", "that", "in"):
		return e, false
	case p.is(i+1, "s") && p.is(i+2, "end"):
		e.Last = i + 3
		return e, true
	}
	if b == "of" && !oneOf(p.before(i-1, 2), "end", "beginning", "middle", "start", "rest", "part", "half", "months", "quarter", "most", "course", "remainder", "quarters") {
		return e, false
	}
	return e, true
}

// yearEarlier reads year earlier and year ago before what they compare with:
// the year earlier period, the year ago third quarter.
func (p *timeScanner) yearEarlier(i int) (Expression, bool) {
	e := Expression{means: meansQuarter, from: fromReference, count: -1, steps: true, unit: unitYear, Last: i + 2}
	if !p.is(i, "year") || !p.is(i+1, "earlier", "ago") {
		return e, false
	}
	if q := p.at(i + 2); p.is(i+2, "quarter", "period") {
		e.Last = i + 3
	} else if q.class == wordOrdinal && q.value <= 4 && p.is(i+3, "quarter") {
		e.quarter, e.Last = int(q.value), i+4
	} else if q.class == wordNumber && p.is(i+3, "months") {
		return Expression{means: meansFixed, kind: Duration, fixed: lengthOf(quantity{whole: int(q.value)}, unitMonth), Last: i + 4}, true
	}
	return e, true
}

// theOther reads what else can follow "the": the future, the near future, the
// 2015 fiscal year, the corresponding period last year.
func (p *timeScanner) theOther(i int) (Expression, bool) {
	e := Expression{means: meansFixed, fixed: "FUTURE_REF", Last: i + 1}
	switch {
	case p.is(i, "future"):
		return e, oneOf(p.before(i-1, 1), "in", "for", "into") && !p.is(i+1, "of")
	case p.is(i, "near", "foreseeable", "immediate", "distant") && p.is(i+1, "future"), p.is(i, "near", "short") && p.is(i+1, "term"):
		e.Last++
		return e, oneOf(p.before(i-1, 1), "in", "for", "into", "over")
	}
	return e, false
}

// partOf reads a part of the day after "the": the morning of 5 june, the
// evening; alone only after "in".
func (p *timeScanner) partOf(i int) (Expression, bool) {
	if p.is(i+1, "of") && !p.at(i).has(bitPlural) {
		j := i + 2
		if p.is(j, "the") {
			j++
		}
		var e Expression
		if end := p.date(&e, j); end > j && (e.day != 0 || e.weekday != 0 || e.unit == unitDay && e.from != fromItself) && !e.hasClock {
			e.part, e.kind, e.Last = dayPart(p.at(i).value), Time, end
			if next := p.nextPiece(&e, end); next > end && e.weekday == 0 {
				e.Last = next
			}
			return e, true
		}
		return Expression{}, false
	}
	if oneOf(p.before(i-1, 1), "in", "during", "later") && !p.at(i).has(bitPlural) && !p.is(i, "night") {
		return p.lonePart(i)
	}
	return Expression{}, false
}

// lonePart is a part of the day last mentioned.
func (p *timeScanner) lonePart(i int) (Expression, bool) {
	e := Expression{means: meansOffset, from: fromReference, unit: unitDay, part: dayPart(p.at(i).value), kind: Time, Last: i + 1}
	return e, !p.at(i).has(bitPlural)
}

package timex

// A part of a longer time has the value of the whole: "early 2016" is 2016.

// partly reads early, mid or late before a day, month, year or decade.
func (p *scanner) partly(i int) (e Expression, ok bool) {
	if p.is(i+1, "to") && p.at(i+2).class == wordEarly { // mid to late 1990s
		i += 2
	}
	switch next := p.at(i + 1); next.class {
	case wordUnit:
		if p.is(i, "early") && p.is(i+1, "hours") && p.is(i+2, "of") {
			return p.earlyHours(i + 3)
		}
	case wordDigits:
		if e, ok = p.moment(i + 1); !ok {
			return p.numbered(i + 1)
		}
		return e, !e.hasClock
	case wordNumber:
		e, ok = p.moment(i + 1)
		return e, ok && (e.decade != 0 || !p.is(i+1, "twenty", "thirty"))
	case wordMonth, wordSeason, wordDay, wordFiscal:
		return p.moment(i + 1)
	case wordDecade:
		return p.decade(i + 1)
	case wordThis, wordLast, wordNext, wordThat:
		return p.relativeTime(i + 1)
	case wordPart:
		if p.is(i+2, "of") {
			return p.partOf(i + 1)
		}
		return p.partWithDay(i + 1)
	case wordOrdinal:
		return p.numbered(i + 1)
	case wordWeekday:
		e, ok = p.moment(i + 1)
		return e, ok && e.part != partNone
	case wordThe:
		if c := p.at(i + 2).class; c == wordFollowing || c == wordNext {
			return p.relativeTime(i + 2)
		}
	case wordYet:
		if p.inThe(i+1) && p.is(i+3, "year", "month", "week") && !p.is(i, "mid") {
			return p.unitUnderWay(i + 3), true
		}
	}
	return e, false
}

// relativeTime reads a relative expression that has a time to be a part of.
func (p *scanner) relativeTime(i int) (Expression, bool) {
	e, ok := p.relative(i)
	return e, ok && e.means != meansFixed
}

// inThe reports whether "in the" and a unit stand at token i.
func (p *scanner) inThe(i int) bool {
	return p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class == wordUnit
}

// unitUnderWay is the year, month or week at token i that the text speaks in.
func (p *scanner) unitUnderWay(i int) Expression {
	return shifts(shift{from: fromPublished, unit: calendarUnit(p.at(i).value), steps: true, definite: true}, i+1)
}

// earlyHours reads the day of "the early hours of sunday".
func (p *scanner) earlyHours(i int) (e Expression, ok bool) {
	e, ok = p.moment(i)
	if !ok || e.hasClock || e.unit > unitDay || e.day == 0 && e.weekday == 0 && e.from == fromItself {
		return e, false
	}
	if e.part == partNone {
		e.setPart(partMorning)
	}
	return e, true
}

// within reads earlier today, later this week, earlier in the year, later that day.
func (p *scanner) within(i int) (e Expression, ok bool) {
	switch w := p.at(i + 1); w.class {
	case wordThis, wordLast, wordThat, wordNext:
		e, ok = p.relativeTime(i + 1)
		return e, ok && !(w.class == wordThat && e.from != fromReference)
	case wordDay:
		if w.value <= 0 {
			return p.moment(i + 1)
		}
	case wordThe:
		if p.at(i+2).class == wordSame {
			return p.relativeTime(i + 2)
		}
	case wordYet:
		if p.inThe(i+1) && !p.at(i+3).has(bitPlural) {
			if e = p.unitUnderWay(i + 3); e.unit == unitDay {
				e.from = fromReference
			}
			return e, e.unit >= unitDay && e.unit != unitQuarter && e.unit <= unitYear
		}
		if p.is(i+1, "in") && p.at(i+2).class == wordThis {
			return p.relative(i + 2)
		}
	}
	return e, false
}

// edge reads the end of 2016, the beginning of october, end of the year.
func (p *scanner) edge(i int) (e Expression, ok bool) {
	if !p.is(i+1, "of") {
		return e, false
	}
	switch p.at(i + 2).class {
	case wordMonth, wordDigits, wordSeason, wordDay, wordFiscal, wordWeekday:
		e, ok = p.moment(i + 2)
		return e, ok && !e.hasClock
	case wordThis, wordLast, wordNext, wordThat:
		return p.relativeTime(i + 2)
	case wordDecade:
		return p.decade(i + 2)
	case wordThe:
		return p.edgeOfThe(i + 3)
	}
	return e, false
}

// edgeOfThe reads what stands at token i after "the end of the".
func (p *scanner) edgeOfThe(i int) (e Expression, ok bool) {
	switch w := p.at(i); w.class {
	case wordUnit:
		if p.is(i, "week", "weekend") {
			return p.unitUnderWay(i), !p.is(i+1, "of", "before", "after")
		}
		if p.is(i, "day") && p.before(i-3, 2) == "by" {
			e = p.unitUnderWay(i)
			e.from = fromReference
			return e, true
		}
		return p.definiteUnit(i)
	case wordDecade:
		return p.decade(i)
	case wordOrdinal, wordDigits:
		return p.numbered(i)
	case wordFollowing, wordNext, wordCurrent, wordPrevious, wordSame:
		return p.relativeTime(i)
	case wordSeason:
		return onCalendar(calendarDate{season: season(w.value)}, i+1), !w.has(bitPlural)
	}
	return e, false
}

// partOf reads a part of the day after "the": the morning of 5 june, the
// evening; alone only after "in".
func (p *scanner) partOf(i int) (e Expression, ok bool) {
	w := p.at(i)
	if w.has(bitPlural) {
		return e, false
	}
	if p.is(i, "night") && p.is(i+1, "before") && p.is(i+2, "last") {
		e = shifts(shift{from: fromPublished, count: -2, unit: unitDay}, i+3)
		e.setPart(partNight)
		return e, true
	}
	if !p.is(i+1, "of") {
		if p.isBefore(i-1, "in", "during", "later") && !p.is(i, "night") {
			return p.lonePart(i)
		}
		return e, false
	}
	j := i + 2
	if p.is(j, "the") {
		j++
	}
	end := p.date(&e, j)
	if end == j || e.hasClock || e.day == 0 && e.weekday == 0 && (e.unit != unitDay || e.from == fromItself) {
		return e, false
	}
	e.setPart(dayPart(w.value))
	if e.Last = end; e.weekday == 0 {
		e.Last = p.nextPiece(&e, end)
	} else {
		e.Last = p.dateAfter(&e, end)
	}
	return e, true
}

// partWithDay reads a part of the day and the day behind it: afternoon yesterday,
// evening on monday. Alone it is that of the day last mentioned.
func (p *scanner) partWithDay(i int) (e Expression, ok bool) {
	day := p.passTie(i + 1)
	if c := p.at(day).class; c == wordDay || c == wordWeekday {
		if end := p.date(&e, day); end > day && !p.at(i).has(bitPlural) {
			e.setPart(dayPart(p.at(i).value))
			e.Last = end
			return e, true
		}
	}
	return p.lonePart(i)
}

// lonePart is a part of the day last mentioned.
func (p *scanner) lonePart(i int) (Expression, bool) {
	e := shifts(shift{from: fromReference, unit: unitDay}, i+1)
	e.setPart(dayPart(p.at(i).value))
	return e, !p.at(i).has(bitPlural)
}

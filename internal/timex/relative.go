package timex

// step gives the direction of last (-1), this (0) and next (1), and whether it
// counts from the publication or from the date named before.
func (p *scanner) step(i int) (count int32, from reckoning, ok bool) {
	switch p.at(i).class {
	case wordThis, wordCurrent:
		return 0, fromPublished, true
	case wordLast, wordPast:
		return -1, fromPublished, true
	case wordNext:
		if p.isBefore(i, "the") {
			return 1, fromReference, true
		}
		return 1, fromPublished, true
	case wordComing:
		return 1, fromPublished, true
	case wordPrevious:
		return -1, fromReference, true
	case wordFollowing:
		return 1, fromReference, true
	case wordSame, wordThat:
		return 0, fromReference, true
	}
	return 0, fromItself, false
}

// relative reads last week, this summer, next tuesday, the following morning,
// that same day, the past two years, recent months.
func (p *scanner) relative(i int) (e Expression, ok bool) {
	first := i
	i = p.passDouble(i)
	if e, ok, done := p.relativeAlone(first, i); done {
		return e, ok
	}
	count, from, known := p.step(i)
	if !known || p.at(i).class == wordThat && first == i && p.isConjunction(i) {
		return e, false
	}
	e = shifts(shift{from: from, count: count, steps: true}, 0)
	j := i + 1
	if p.at(j).class == wordEarly && p.at(i).class != wordThat {
		j++
	}
	switch p.at(j).class {
	case wordUnit:
		return p.relativeUnit(e, i, j)
	case wordNumber, wordQuantity, wordDigits, wordHalf, wordScale:
		return p.relativeLength(i, j)
	case wordWeekday:
		return p.relativeWeekday(e, j)
	case wordMonth:
		return p.relativeMonth(e, i, j, first == i)
	case wordSeason:
		return p.relativeSeason(e, j)
	case wordPart:
		return p.relativePart(e, i, j)
	case wordFeast:
		return p.relativeFeast(e, j)
	case wordFiscal:
		return p.relativeFiscal(e, j)
	case wordPeriod:
		return p.relativePeriod(e, i, j)
	case wordOrdinal:
		return p.relativeQuarter(e, i, j)
	}
	return e, false
}

// passDouble passes over the first of two words that point: this past, that same.
func (p *scanner) passDouble(i int) int {
	switch next := p.at(i + 1).class; p.at(i).class {
	case wordThat:
		if next == wordSame {
			return i + 1
		}
	case wordThis:
		if next == wordSame || next == wordPast || next == wordComing || next == wordLast {
			return i + 1
		}
	}
	return i
}

// isConjunction reports whether "that" at token i joins clauses: "he said that
// friday s vote".
func (p *scanner) isConjunction(i int) bool {
	next := p.at(i + 1).class
	return next != wordUnit && next != wordPart && !p.prepositionBefore(i)
}

// relativeAlone reads what needs no unit after it: these days, currently,
// recently, in the past. done is false where the word at token i goes with what
// follows.
func (p *scanner) relativeAlone(first, i int) (e Expression, ok, done bool) {
	next := p.at(i + 1)
	switch p.at(i).class {
	case wordThese:
		return refers(presentRef, i+2), p.is(i, "these") && p.is(i+1, "days"), true
	case wordCurrent:
		if next.class == wordFiscal || next.class == wordUnit && p.isBefore(i, "the") {
			return e, false, false
		}
		return refers(presentRef, i+1), first == i && !next.has(bitPlural), true
	case wordRecent:
		e, ok = p.recent(i)
		return e, ok, true
	case wordLatest:
		e, ok = p.latest(i)
		return e, ok, true
	case wordPast:
		if first == i && p.isBefore(i, "the") && p.before(i, 2) == "in" && !p.timeFollows(i+1) {
			return refers(pastRef, i+1), true, true
		}
	}
	return e, false, false
}

// prepositionBefore reports whether "that" after the word before token i points
// at a time.
func (p *scanner) prepositionBefore(i int) bool {
	return p.isBefore(i, "on", "in", "by", "of", "since", "until", "from", "during", "for", "after", "before", "later", "earlier", "through", "early", "late")
}

// timeFollows reports whether token i can go on with a time after "past".
func (p *scanner) timeFollows(i int) bool {
	switch p.at(i).class {
	case wordUnit, wordNumber, wordQuantity, wordDigits, wordSeason, wordWeekday, wordMonth, wordFiscal:
		return true
	}
	return false
}

// relativeUnit reads the unit at token j after the step at token i.
func (p *scanner) relativeUnit(e Expression, i, j int) (Expression, bool) {
	w, stepClass := p.at(j), p.at(i).class
	unit := calendarUnit(w.value)
	e.unit, e.Last = unit, j+1
	if w.has(bitPlural) {
		return p.relativeUnits(e, i)
	}
	switch {
	case unit < unitHour, w.has(bitAbbreviated), unit == unitHour && e.from != fromReference:
		return e, false
	case isLength(stepClass, unit):
		e.means, e.kind, e.fixed = meansFixed, kindDuration, lengthOf(quantity{whole: 1}, unit)
		return e, stepClass == wordPast || unit != unitDay
	case unit == unitHour && (stepClass == wordThat || stepClass == wordSame || stepClass == wordThis):
		return e, false
	case unit == unitDay && stepClass == wordNext && !p.isBefore(i, "the"):
		e.from = fromReference
	case unit == unitQuarter && stepClass == wordLast && p.is(e.Last, "of") && p.yearAt(e.Last+1):
		last := ofQuarters(calendarDate{quarter: 4}, e.Last+2)
		last.setYear(p.at(e.Last + 1).value)
		return last, true
	case unit == unitYear && p.is(e.Last, "s"):
		if q, found := p.yearsQuarter(e); found {
			return q, true
		}
	}
	return p.andMore(e), true
}

// isLength reports whether a unit after last, past or next is a length that
// leads up to now rather than a unit of the calendar: the past decade.
func isLength(step wordClass, unit calendarUnit) bool {
	switch step {
	case wordPast:
		return unit == unitHour || unit == unitDay || unit == unitFortnight || unit == unitDecade || unit == unitCentury
	case wordLast:
		return unit == unitHour || unit == unitDay || unit == unitFortnight || unit == unitDecade
	case wordNext, wordFollowing, wordPrevious, wordComing:
		return unit == unitHour || unit == unitFortnight
	case wordThis, wordThat, wordSame, wordCurrent:
		return unit == unitFortnight
	}
	return false
}

// relativeUnits reads the plural of a unit: past weeks, coming months.
func (p *scanner) relativeUnits(e Expression, i int) (Expression, bool) {
	e.means, e.kind, e.fixed = meansFixed, kindDuration, vagueLengths[e.unit]
	switch p.at(i).class {
	case wordComing:
		return e, true
	case wordPast:
		return e, e.unit >= unitDay
	case wordNext:
		return e, !p.isBefore(i, "the")
	}
	return e, false
}

// yearsQuarter reads last year s third quarter, whose year e is.
func (p *scanner) yearsQuarter(e Expression) (Expression, bool) {
	end := e.Last + 1
	if q := p.at(end); q.class == wordOrdinal && q.value <= 4 {
		e.quarter = int8(q.value)
		end++
	}
	e.means, e.Last = meansQuarter, end+1
	return e, p.is(end, "quarter")
}

// relativeLength reads the past two years and the next few days.
func (p *scanner) relativeLength(i, j int) (e Expression, ok bool) {
	switch p.at(i).class {
	case wordThat, wordThis, wordSame, wordCurrent:
		return e, false
	}
	q, end, ok := p.quantity(j)
	if !ok {
		return e, false
	}
	q, end = p.quantityRange(q, end)
	if p.is(end, "fiscal", "full", "calendar", "business", "trading", "consecutive") {
		end++
	}
	u := p.at(end)
	if u.class == wordSeason && u.has(bitPlural) {
		return recurs(everySeason(season(u.value)), end+1), true
	}
	if u.class != wordUnit || p.is(end+1, "old") {
		return e, false
	}
	e = lasts(lengthOf(q, calendarUnit(u.value)), end+1)
	if p.is(e.Last, "or") && p.is(e.Last+1, "so") {
		e.Last += 2
	}
	return e, true
}

// relativeWeekday reads next tuesday.
func (p *scanner) relativeWeekday(e Expression, j int) (Expression, bool) {
	w := p.at(j)
	if w.has(bitPlural) || w.has(bitAbbreviated) && !p.is(j, "tue", "tues", "thu", "thurs", "thur", "fri") {
		return e, false
	}
	e.means, e.weekday, e.Last = meansWeekday, int8(w.value), j+1
	return p.andMore(e), true
}

// relativeMonth reads last october, this may 4. alone tells that the step has no
// other word before it.
func (p *scanner) relativeMonth(e Expression, i, j int, alone bool) (Expression, bool) {
	w := p.at(j)
	switch p.at(i).class {
	case wordPast, wordThat:
		if alone {
			return e, false
		}
	case wordThis:
		if w.has(bitHomograph|bitAbbreviated) && (p.verbFollows(j+1) || p.is(j, "may", "march", "mar")) {
			return e, false
		}
	}
	e.means, e.month, e.Last = meansCalendar, int8(w.value), j+1
	if p.isDayNumber(j+1) && !p.isOrdinalNoun(j+2) && !p.countedNoun(j+2) {
		e.day, e.Last = int8(p.at(j+1).value), j+2
	}
	return e, true
}

// relativeSeason reads this summer.
func (p *scanner) relativeSeason(e Expression, j int) (Expression, bool) {
	w := p.at(j)
	if w.has(bitPlural) || w.has(bitHomograph) && p.is(j+1, "from", "into", "of") && !p.yearAt(j+2) {
		return e, false
	}
	e.means, e.season, e.Last = meansCalendar, season(w.value), j+1
	return e, true
}

// relativePart reads this morning, last night, the following evening.
func (p *scanner) relativePart(e Expression, i, j int) (Expression, bool) {
	w := p.at(j)
	part := dayPart(w.value)
	if w.has(bitPlural) {
		return e, false
	}
	switch p.at(i).class {
	case wordPast, wordComing, wordCurrent:
		return e, false
	case wordLast:
		if part != partNight && part != partEvening {
			return e, false
		}
	case wordNext:
		e.from = fromReference
	}
	e.unit, e.steps, e.Last = unitDay, false, j+1
	e.setPart(part)
	return e, true
}

// relativeFeast reads next christmas.
func (p *scanner) relativeFeast(e Expression, j int) (Expression, bool) {
	f, found := p.feast(j)
	if !found || f.from != fromItself {
		return e, false
	}
	f.from, f.count, f.steps = e.from, e.count, true
	return f, true
}

// relativeFiscal reads last fiscal year and this fiscal third quarter.
func (p *scanner) relativeFiscal(e Expression, j int) (Expression, bool) {
	if p.is(j+1, "year", "quarter") {
		e.unit, e.Last = calendarUnit(p.at(j+1).value), j+2
		return e, true
	}
	if q := p.at(j + 1); q.class == wordOrdinal && q.value <= 4 && p.is(j+2, "quarter") {
		e.means, e.quarter, e.Last = meansQuarter, int8(q.value), j+3
		return e, true
	}
	return e, false
}

// relativePeriod reads the same period last year.
func (p *scanner) relativePeriod(e Expression, i, j int) (Expression, bool) {
	if p.at(i).class != wordSame {
		return e, false
	}
	e.Last = p.relativeYear(&e, j+1)
	e.means, e.unit, e.quarter = meansQuarter, unitQuarter, 0
	return e, e.Last > j+1
}

// relativeQuarter reads this third quarter.
func (p *scanner) relativeQuarter(e Expression, i, j int) (Expression, bool) {
	w := p.at(j)
	if !p.is(j+1, "quarter") || w.value > 4 {
		return e, false
	}
	e.means, e.quarter, e.from, e.Last = meansQuarter, int8(w.value), fromItself, j+2
	return e, p.at(i).class != wordPast
}

// andMore adds a clock or a part of the day after a relative day.
func (p *scanner) andMore(e Expression) Expression {
	if e.means == meansShift && e.unit > unitDay { // next week tuesday is two expressions
		return e
	}
	for {
		end := p.nextPiece(&e, e.Last)
		if end == e.Last {
			return e
		}
		e.Last = end
	}
}

// relativeDay reads the relative day at token i as a part of a moment.
func (p *scanner) relativeDay(e *Expression, i int) int {
	first := i
	if p.at(i).class == wordThe {
		i++
		if c := p.at(i).class; c != wordNext && c != wordFollowing && c != wordPrevious && c != wordSame {
			return first
		}
	}
	r, ok := p.relative(i)
	if !ok || r.means == meansFixed || r.hasClock || r.unit > unitDay {
		return first
	}
	last := r.Last
	*e = r
	return last
}

// recent reads recent, recent years, the recent past.
func (p *scanner) recent(i int) (Expression, bool) {
	w := p.at(i + 1)
	if w.class != wordUnit || !w.has(bitPlural) {
		return refers(pastRef, i+1), !p.isBefore(i, "most")
	}
	e := refers(pastRef, i+2)
	if unit := calendarUnit(w.value); unit < unitYear { // TimeBank gives years alone as a mere past
		e = lasts(vagueLengths[unit], i+2)
	}
	if and := p.at(e.Last + 1); p.is(e.Last, "and") && and.class == wordUnit && and.has(bitPlural) {
		e.Last += 2
	}
	return e, true
}

// latest reads the latest quarter and the latest fiscal year.
func (p *scanner) latest(i int) (Expression, bool) {
	switch {
	case p.is(i+1, "quarter", "period"):
		return Expression{means: meansQuarter, shift: shift{unit: unitQuarter}, Last: i + 2}, true
	case p.is(i+1, "week", "month", "year") && p.isBefore(i, "the"):
		return shifts(shift{from: fromPublished, count: -1, unit: calendarUnit(p.at(i + 1).value), steps: true}, i+2), true
	case p.at(i+1).class == wordFiscal && p.is(i+2, "year"):
		return shifts(shift{from: fromPublished, count: -1, unit: unitYear, steps: true}, i+3), true
	}
	return p.relativeLength(i, i+1)
}

// vague reads now, recently, overnight.
func (p *scanner) vague(i int) (Expression, bool) {
	w := p.at(i)
	if w.value == vagueOvernight {
		return p.overnight(i)
	}
	return refers(vagueValues[w.value], i+1), true
}

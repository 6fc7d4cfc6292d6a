package timex

// step gives the direction of last (-1), this (0) and next (1), and whether it
// counts from the publication or from the date named before.
func (p *timeScanner) step(i int) (count int, from reckoning, ok bool) {
	switch p.at(i).class {
	case wordThis, wordCurrent:
		return 0, fromPublished, true
	case wordLast, wordPast:
		return -1, fromPublished, true
	case wordNext:
		if p.before(i, 1) == "the" {
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
func (p *timeScanner) relative(i int) (e Expression, ok bool) {
	first := i
	if c := p.at(i).class; c == wordThese {
		if p.is(i, "these") && p.is(i+1, "days") {
			return Expression{means: meansFixed, fixed: "PRESENT_REF", Last: i + 2}, true
		}
		return e, false
	}
	if c := p.at(i).class; (c == wordThat || c == wordThis) && p.at(i+1).class == wordSame {
		i++
	} else if c == wordThis && (p.at(i+1).class == wordPast || p.at(i+1).class == wordComing || p.at(i+1).class == wordLast) {
		i++
	}
	switch p.at(i).class {
	case wordCurrent:
		if p.at(i+1).class == wordUnit && p.before(i, 1) == "the" {
			break
		}
		if p.at(i+1).class == wordFiscal {
			break
		}
		return Expression{means: meansFixed, fixed: "PRESENT_REF", Last: i + 1}, first == i && !p.at(i+1).has(bitPlural)
	case wordRecent:
		return p.recent(i)
	case wordLatest:
		return p.latest(i)
	case wordPast:
		if first == i && p.before(i, 1) == "the" && p.before(i, 2) == "in" && !p.timeFollows(i+1) {
			return Expression{means: meansFixed, fixed: "PAST_REF", Last: i + 1}, true
		}
	}
	count, from, known := p.step(i)
	if !known {
		return e, false
	}
	e = Expression{means: meansOffset, from: from, count: count, steps: true}
	j := i + 1
	if p.at(i).class == wordThat && first == i && p.at(j).class != wordUnit && p.at(j).class != wordPart && !p.prepositionBefore(i) {
		return e, false // "he said that friday s vote": a conjunction
	}
	if p.at(j).class == wordEarly && p.at(i).class != wordThat {
		j++
	}
	switch w := p.at(j); w.class {
	case wordUnit:
		return p.relativeUnit(e, i, j)
	case wordNumber, wordQuantity, wordDigits, wordHalf, wordScale:
		return p.relativeLength(e, i, j)
	case wordWeekday:
		if w.has(bitPlural) || w.has(bitAbbreviated) && !p.is(j, "tue", "tues", "thu", "thurs", "thur", "fri") {
			return e, false
		}
		e.means, e.weekday, e.Last = meansWeekday, int(w.value), j+1
		return p.andMore(e), true
	case wordMonth:
		if p.at(i).class == wordPast && first == i || p.at(i).class == wordThat && first == i {
			return e, false
		}
		if w.has(bitHomograph|bitAbbreviated) && p.at(i).class == wordThis && (p.verbFollows(j+1) || p.is(j, "may", "march", "mar")) {
			return e, false
		}
		e.means, e.month, e.Last = meansCalendar, int(w.value), j+1
		if p.isDayNumber(j+1) && !p.isOrdinalNoun(j+2) && !p.countedNoun(j+2) {
			e.day, e.Last = int(p.at(j+1).value), j+2
		}
		return e, true
	case wordSeason:
		if w.has(bitPlural) {
			return e, false
		}
		if w.has(bitHomograph) && p.is(j+1, "from", "into", "of") && !p.yearAt(j+2) {
			return e, false
		}
		e.means, e.season, e.Last = meansCalendar, season(w.value), j+1
		return e, true
	case wordPart:
		return p.relativePart(e, i, j)
	case wordFeast:
		if f, found := p.feast(j); found && f.from == fromItself {
			f.from, f.count, f.steps = from, count, true
			return f, true
		}
	case wordFiscal:
		if p.is(j+1, "year", "quarter") {
			e.unit, e.Last, e.fiscal = calendarUnit(p.at(j+1).value), j+2, true
			return e, true
		}
		if p.at(j+1).class == wordOrdinal && p.is(j+2, "quarter") {
			e.means, e.quarter, e.Last = meansQuarter, int(p.at(j+1).value), j+3
			return e, e.quarter <= 4
		}
	case wordPeriod:
		if p.at(i).class == wordSame && p.relativeYear(&e, j+1) > j+1 {
			e.Last = p.relativeYear(&e, j+1)
			e.means, e.unit, e.quarter = meansQuarter, unitQuarter, 0
			return e, true
		}
	case wordOrdinal:
		if p.at(j+1).class == wordUnit && p.is(j+1, "quarter") && w.value <= 4 {
			e.means, e.quarter, e.Last = meansQuarter, int(w.value), j+2
			e.from = fromItself
			return e, p.at(i).class != wordPast
		}
	case wordNoon:
		if e.from == fromReference || p.at(i).class == wordThis {
			return e, false
		}
	}
	return e, false
}

// prepositionBefore reports whether "that" after the word before token i points
// at a time.
func (p *timeScanner) prepositionBefore(i int) bool {
	return oneOf(p.before(i, 1), "on", "in", "by", "of", "since", "until", "from", "during", "for", "after", "before", "later", "earlier", "through", "early", "late")
}

// timeFollows reports whether token i can go on with a time after "past".
func (p *timeScanner) timeFollows(i int) bool {
	switch p.at(i).class {
	case wordUnit, wordNumber, wordQuantity, wordDigits, wordSeason, wordWeekday, wordMonth, wordFiscal:
		return true
	}
	return false
}

// relativeUnit reads the unit at token j after the step at token i.
func (p *timeScanner) relativeUnit(e Expression, i, j int) (Expression, bool) {
	w := p.at(j)
	unit := calendarUnit(w.value)
	e.unit, e.Last = unit, j+1
	if w.has(bitPlural) {
		if c := p.at(i).class; c == wordComing || c == wordNext || c == wordPast && unit >= unitDay {
			e.means, e.fixed, e.kind = meansFixed, lengthOf(quantity{vague: true}, unit), Duration
			return e, p.before(i, 1) != "the" || c != wordNext
		}
		return e, false
	}
	if unit < unitHour || unit == unitFortnight || w.has(bitAbbreviated) {
		return e, false
	}
	if unit == unitHour && e.from != fromReference {
		return e, false
	}
	switch p.at(i).class {
	case wordPast:
		if unit == unitDay || unit == unitDecade || unit == unitHour || unit == unitCentury {
			e.means, e.fixed, e.kind = meansFixed, lengthOf(quantity{whole: 1}, unit), Duration
		}
	case wordThat, wordSame, wordThis:
		if unit == unitHour || p.is(j, "second", "minute") {
			return e, false
		}
	case wordLast, wordNext, wordFollowing, wordPrevious:
		if unit == unitHour || p.at(i).class == wordLast && (unit == unitDay || unit == unitDecade) {
			e.means, e.fixed, e.kind = meansFixed, lengthOf(quantity{whole: 1}, unit), Duration
			return e, unit != unitDay
		}
		if unit == unitDay && p.at(i).class == wordNext && p.before(i, 1) != "the" {
			e.from = fromReference
		}
	}
	if e.means == meansFixed {
		return e, true
	}
	if unit == unitQuarter && p.at(i).class == wordLast && p.is(e.Last, "of") && p.yearAt(e.Last+1) {
		return Expression{means: meansQuarter, quarter: 4, year: int(p.at(e.Last + 1).value), hasYear: true, Last: e.Last + 2}, true
	}
	// last year s third quarter
	if p.is(e.Last, "s") {
		if q := p.at(e.Last + 1); q.class == wordOrdinal && q.value <= 4 && p.is(e.Last+2, "quarter") && unit == unitYear {
			e.means, e.quarter, e.Last = meansQuarter, int(q.value), e.Last+3
			return e, true
		} else if p.is(e.Last+1, "quarter") && unit == unitYear {
			e.means, e.quarter, e.Last = meansQuarter, 0, e.Last+2
			return e, true
		}
	}
	return p.andMore(e), true
}

// relativeLength reads the past two years and the next few days.
func (p *timeScanner) relativeLength(e Expression, i, j int) (Expression, bool) {
	if c := p.at(i).class; c == wordThat || c == wordThis || c == wordSame || c == wordCurrent {
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
		return Expression{means: meansFixed, fixed: "XXXX-" + seasonNames[u.value], kind: Set, Last: end + 1}, true
	}
	if u.class != wordUnit || p.is(end+1, "old") {
		return e, false
	}
	e = Expression{means: meansFixed, fixed: lengthOf(q, calendarUnit(u.value)), kind: Duration, Last: end + 1}
	if p.is(e.Last, "or") && p.is(e.Last+1, "so") {
		e.Last += 2
	}
	return e, true
}

// relativePart reads this morning, last night, the following evening.
func (p *timeScanner) relativePart(e Expression, i, j int) (Expression, bool) {
	w := p.at(j)
	if w.has(bitPlural) || p.at(i).class == wordPast || p.at(i).class == wordComing || p.at(i).class == wordCurrent {
		return e, false
	}
	e.unit, e.part, e.kind, e.Last, e.steps = unitDay, dayPart(w.value), Time, j+1, false
	switch p.at(i).class {
	case wordLast:
		if e.part != partNight && e.part != partEvening {
			return e, false
		}
	case wordNext:
		e.from = fromReference
	}
	return e, true
}

// andMore adds a clock or a part of the day after a relative day.
func (p *timeScanner) andMore(e Expression) Expression {
	if e.means == meansOffset && e.unit > unitDay {
		if e.unit == unitWeek && p.at(e.Last).class == wordWeekday { // next week tuesday is two expressions
			return e
		}
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
func (p *timeScanner) relativeDay(e *Expression, i int) int {
	if p.at(i).class == wordThe {
		i++
		if c := p.at(i).class; c != wordNext && c != wordFollowing && c != wordPrevious && c != wordSame {
			return i - 1
		}
	}
	r, ok := p.relative(i)
	if !ok || r.means == meansFixed || r.hasClock || r.unit > unitDay {
		if p.at(i).class == wordThe {
			i--
		}
		return i
	}
	last := r.Last
	*e = r
	return last
}

// recent reads recent, recent years, the recent past.
func (p *timeScanner) recent(i int) (Expression, bool) {
	e := Expression{means: meansFixed, fixed: "PAST_REF", Last: i + 1}
	if w := p.at(i + 1); w.class == wordUnit && w.has(bitPlural) {
		e.Last++
		if u := calendarUnit(w.value); u < unitYear { // TimeBank gives years alone as a mere past
			e.fixed, e.kind = lengthOf(quantity{vague: true}, u), Duration
		}
		if p.is(e.Last, "and") && p.at(e.Last+1).class == wordUnit && p.at(e.Last+1).has(bitPlural) {
			e.Last += 2
		}
		return e, true
	}
	return e, p.before(i, 1) != "most"
}

// latest reads the latest quarter and the latest fiscal year.
func (p *timeScanner) latest(i int) (Expression, bool) {
	e := Expression{Last: i + 2}
	switch {
	case p.is(i+1, "quarter", "period"):
		e.means, e.unit, e.steps = meansQuarter, unitQuarter, false
		return e, true
	case p.is(i+1, "week", "month", "year") && p.before(i, 1) == "the":
		e.means, e.from, e.count, e.steps, e.unit = meansOffset, fromPublished, -1, true, calendarUnit(p.at(i+1).value)
		return e, true
	case p.at(i+1).class == wordFiscal && p.is(i+2, "year"):
		return Expression{means: meansOffset, from: fromPublished, count: -1, steps: true, unit: unitYear, fiscal: true, Last: i + 3}, true
	}
	return p.relativeLength(e, i, i+1)
}

// partly reads early, mid or late before a day, month, year or decade.
func (p *timeScanner) partly(i int) (e Expression, ok bool) {
	if p.is(i, "early") && p.is(i+1, "hours") && p.is(i+2, "of") {
		return p.earlyHours(i + 3)
	}
	switch p.at(i + 1).class {
	case wordMonth, wordDigits, wordSeason, wordDay, wordNumber, wordFiscal:
		e, ok = p.moment(i + 1)
		if ok && e.hasClock && p.at(i+1).class == wordDigits {
			return e, false
		}
		if ok && p.is(i+1, "twenty", "thirty") {
			return e, e.decade != 0
		}
		if !ok && p.at(i+1).class == wordDigits {
			e, ok = p.numbered(i + 1)
		}
	case wordDecade:
		e, ok = p.decade(i + 1)
	case wordThis, wordLast, wordNext, wordThat:
		e, ok = p.relative(i + 1)
		ok = ok && e.means != meansFixed
	case wordPart:
		if p.is(i+2, "of") {
			return p.partOf(i + 1)
		}
		return p.lonePart(i + 1)
	case wordOrdinal:
		e, ok = p.numbered(i + 1)
	case wordWeekday:
		if e, ok = p.moment(i + 1); ok {
			return e, e.part != partNone
		}
	case wordThe:
		if p.at(i+2).class == wordFollowing || p.at(i+2).class == wordNext {
			e, ok = p.relative(i + 2)
			ok = ok && e.means != meansFixed
		}
	case wordYet:
		if p.is(i+1, "in") && p.is(i+2, "the") && p.at(i+3).class == wordUnit && p.is(i+3, "year", "month", "week", "day", "century", "decade") && !p.is(i, "mid") {
			if p.is(i+3, "day", "century", "decade") {
				return e, false
			}
			return Expression{means: meansOffset, from: fromPublished, steps: true, definite: true, unit: calendarUnit(p.at(i + 3).value), Last: i + 4}, true
		}
	}
	return e, ok
}

// earlyHours reads the day of "the early hours of sunday".
func (p *timeScanner) earlyHours(i int) (e Expression, ok bool) {
	e, ok = p.moment(i)
	if !ok || e.hasClock || e.unit > unitDay || e.day == 0 && e.weekday == 0 && e.from == fromItself {
		return e, false
	}
	if e.part == partNone {
		e.part, e.kind = partMorning, Time
	}
	return e, true
}

// within reads earlier today, later this week, earlier in the year, later that day.
func (p *timeScanner) within(i int) (Expression, bool) {
	switch w := p.at(i + 1); w.class {
	case wordThis, wordLast, wordThat, wordNext:
		e, ok := p.relative(i + 1)
		return e, ok && e.means != meansFixed && !(w.class == wordThat && e.from != fromReference)
	case wordDay:
		if w.value <= 0 {
			return p.moment(i + 1)
		}
	case wordThe:
		if p.at(i+2).class == wordSame {
			e, ok := p.relative(i + 2)
			return e, ok && e.means != meansFixed
		}
	case wordYet:
		u := p.at(i + 3)
		if p.is(i+1, "in") && p.is(i+2, "the") && u.class == wordUnit && !u.has(bitPlural) {
			e := Expression{means: meansOffset, from: fromPublished, steps: true, definite: true, unit: calendarUnit(u.value), Last: i + 4}
			if e.unit == unitDay {
				e.from = fromReference
			}
			return e, e.unit >= unitDay && e.unit != unitQuarter && e.unit <= unitYear
		}
		if p.is(i+1, "in") && p.at(i+2).class == wordThis {
			e, ok := p.relative(i + 2)
			return e, ok
		}
		if p.is(i+1, "in") && p.at(i+2).class == wordMonth {
			return Expression{}, false
		}
	}
	return Expression{}, false
}

// edge reads the end of 2016, the beginning of october, end of the year.
func (p *timeScanner) edge(i int) (e Expression, ok bool) {
	if !p.is(i+1, "of") {
		return e, false
	}
	switch p.at(i + 2).class {
	case wordMonth, wordDigits, wordSeason, wordDay, wordFiscal, wordWeekday:
		e, ok = p.moment(i + 2)
		ok = ok && !e.hasClock
	case wordThis, wordLast, wordNext, wordThat:
		e, ok = p.relative(i + 2)
		ok = ok && e.means != meansFixed
	case wordDecade:
		e, ok = p.decade(i + 2)
	case wordThe:
		e, ok = p.edgeOfThe(i + 3)
	}
	return e, ok
}

func (p *timeScanner) edgeOfThe(i int) (e Expression, ok bool) {
	switch p.at(i).class {
	case wordUnit:
		return p.definiteUnit(i)
	case wordDecade:
		return p.decade(i)
	case wordOrdinal, wordDigits:
		return p.numbered(i)
	case wordFollowing, wordNext, wordCurrent, wordPrevious, wordSame:
		e, ok = p.relative(i)
		return e, ok && e.means != meansFixed
	case wordSeason:
		e = Expression{means: meansCalendar, season: season(p.at(i).value), Last: i + 1}
		return e, !p.at(i).has(bitPlural)
	}
	return e, false
}

// vague reads now, recently, overnight and "right now".
func (p *timeScanner) vague(i int) (Expression, bool) {
	w := p.at(i)
	e := Expression{means: meansFixed, Last: i + 1}
	switch {
	case w.value == vagueOvernight:
		return Expression{means: meansOffset, from: fromReference, unit: unitDay, part: partNight, kind: Time, Last: i + 1},
			!p.at(i + 1).has(bitPlural)
	}
	e.fixed = vagueValues[w.value]
	return e, true
}

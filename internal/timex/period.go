package timex

// numbered reads quarters, halves, centuries and lengths that are counted off:
// third quarter of 1990, first nine months, the 18th century, 1988 quarter.
func (p *scanner) numbered(i int) (e Expression, ok bool) {
	number, j := 0, i+1
	switch p.at(i).class {
	case wordOrdinal, wordNumber:
		if number, j = p.ordinalAt(i); j == i {
			return e, false
		}
	case wordDigits:
		if p.yearAt(i) {
			return p.yearOf(i)
		}
		return e, false
	case wordLast:
		number = -1
	case wordFiscal:
		if q := p.at(j); q.class == wordOrdinal && p.is(j+1, "quarter") && q.value <= 4 {
			return ofQuarters(calendarDate{quarter: int8(q.value)}, j+2), true
		}
		return e, false
	default:
		return e, false
	}
	return p.counted(number, j)
}

// ordinalAt reads third, 21st, twenty first; it returns the token after it, or i.
func (p *scanner) ordinalAt(i int) (number, end int) {
	switch w, next := p.at(i), p.at(i+1); {
	case w.class == wordOrdinal:
		return int(w.value), i + 1
	case w.class == wordNumber && w.value >= 20 && next.class == wordOrdinal && next.value < 10:
		return int(w.value + next.value), i + 2
	}
	return 0, i
}

// counted reads what stands at token j after its ordinal, which is -1 for last.
func (p *scanner) counted(number, j int) (e Expression, ok bool) {
	if p.is(j, "fiscal") && p.is(j+1, "quarter") {
		j++
	}
	if e, ok = p.nthOf(number, j); ok {
		return e, true
	}
	switch p.at(j).class {
	case wordUnit:
		if p.is(j, "quarter", "quarters") && number >= 1 && number <= 4 {
			return p.withYear(ofQuarters(calendarDate{quarter: int8(number)}, j+1)), !p.gameFollows(j + 1)
		}
		return p.centuryAt(number, j)
	case wordHalf:
		return p.halfOf(number, j)
	case wordNumber, wordDigits, wordQuantity:
		if number == 1 { // the first nine months
			return p.numberedUnits(j)
		}
	}
	return e, false
}

// numberedUnits reads "nine months" at token j after "first".
func (p *scanner) numberedUnits(j int) (e Expression, ok bool) {
	q, end, found := p.quantity(j)
	u := p.at(end)
	if !found || u.class != wordUnit || !u.has(bitPlural) || p.is(end, "minutes", "seconds") {
		return e, false
	}
	return lasts(lengthOf(q, calendarUnit(u.value)), end+1), true
}

// centuryAt reads "century" at token j after its ordinal, and the era.
func (p *scanner) centuryAt(number, j int) (e Expression, ok bool) {
	if !p.is(j, "century", "centuries") || number < 1 || number > 22 {
		return e, false
	}
	e = onCalendar(calendarDate{century: int8(number)}, j+1)
	e.Last = p.eraAfter(&e, j+1)
	return e, true
}

// nthOf reads what is counted within a month or year at token j after its
// ordinal: week of may 1940, days of april, monday in june 2016, day of 2016.
func (p *scanner) nthOf(number, j int) (e Expression, ok bool) {
	u := p.at(j)
	switch {
	case u.has(bitAbbreviated):
		return e, false
	case u.class == wordUnit && p.is(j+1, "of"), u.class == wordWeekday && p.is(j+1, "of", "in"):
	case u.class == wordUnit && p.is(j+1, "in") && p.at(j+2).class == wordMonth && !u.has(bitPlural):
	default:
		return e, false
	}
	if p.at(j+2).class == wordEvery && p.is(j+1, "of") && p.is(j+3, "month", "year") && !u.has(bitPlural) {
		return recurs(lengthOf(quantity{whole: 1}, calendarUnit(p.at(j+3).value)), j+4), true
	}
	end := p.date(&e, j+2)
	if end == j+2 {
		return p.nthOfRelative(number, j)
	}
	if !e.isMonthOrYear() {
		return e, false
	}
	e.Last = end
	switch unit := calendarUnit(u.value); {
	case u.class == wordWeekday:
		e.weekday, e.nth = int8(u.value), int16(number)
		return e, !u.has(bitPlural) && e.month != 0 && number <= 5
	case u.has(bitPlural):
		return e, unit >= unitDay
	case unit == unitDay, (unit == unitWeek || unit == unitWeekend) && e.month != 0 && number <= 5:
		e.unit, e.nth = unit, int16(number)
		return e, e.month != 0 || number == 1 || number == -1
	default:
		return e, unit == unitMonth && e.month == 0
	}
}

// nthOfRelative reads what is counted within a month or year that is named by
// its distance, at token j after its ordinal: weekend of the month, monday of
// next month, day of last year.
func (p *scanner) nthOfRelative(number, j int) (e Expression, ok bool) {
	if !p.is(j+1, "of") || p.at(j).has(bitPlural) || number > 5 {
		return e, false
	}
	k, definite := j+2, p.is(j+2, "the")
	if definite {
		k++
	}
	s := shift{from: fromPublished, steps: true, definite: true}
	if count, from, known := p.step(k); known && !(definite && p.at(k).class == wordLast) {
		s.count, s.from, s.definite = count, from, false
		k++
	} else if !definite {
		return e, false
	}
	u := p.at(j)
	if s.within = calendarUnit(p.at(k).value); p.at(k).class != wordUnit || p.at(k).has(bitPlural) || s.within != unitMonth && s.within != unitYear {
		return e, false
	}
	e = shifts(s, k+1)
	e.nth = int16(number)
	if u.class == wordWeekday {
		e.weekday = int8(u.value)
		return e, s.within == unitMonth
	}
	e.unit = calendarUnit(u.value)
	return e, e.unit == unitDay || s.within == unitMonth && (e.unit == unitWeek || e.unit == unitWeekend)
}

// isMonthOrYear reports whether the expression names a month or a year and
// nothing within it.
func (e *Expression) isMonthOrYear() bool {
	return e.means == meansCalendar && e.day == 0 && (e.month != 0 || e.hasYear) && e.season == seasonNone && e.yearTo == 0 && !e.beforeChrist
}

// shortPeriod reads q3, q3 2016, h1 of 2016.
func (p *scanner) shortPeriod(i int) (e Expression, ok bool) {
	value := p.at(i).value
	if value < 10 {
		return p.withYear(ofQuarters(calendarDate{quarter: int8(value)}, i+1)), true
	}
	return p.halfOfYear(int(value)-10, p.passOf(i+1))
}

// halfOfYear is a half of the year at token i.
func (p *scanner) halfOfYear(number, i int) (e Expression, ok bool) {
	if !p.yearAt(i) {
		return e, false
	}
	e = onCalendar(calendarDate{half: int8(number)}, i+1)
	e.setYear(p.at(i).value)
	return e, true
}

// gameFollows reports whether the words after "fourth quarter" tell of a match.
func (p *scanner) gameFollows(i int) bool {
	return p.is(i, "of") && p.is(i+1, "the", "a") && p.is(i+2, "game", "match", "final", "contest") ||
		p.is(i, "touchdown", "lead", "score", "comeback", "finals", "final", "finalist", "basket", "goal") ||
		p.is(i, "with") && p.at(i+1).class != wordThe
}

// withYear adds the year to a quarter: of 1990, of last year, 2016.
func (p *scanner) withYear(e Expression) Expression {
	if next := p.relativeYear(&e, e.Last); next > e.Last {
		e.steps, e.Last = true, next
		return e
	}
	end := p.passOf(e.Last)
	if p.is(end, "fiscal") && p.yearAt(end+1) {
		end++
	}
	if p.yearAt(end) && !p.countedNoun(end+1) {
		e.setYear(p.at(end).value)
		e.Last = end + 1
	}
	return e
}

// halfOf reads "half of 2015" at token j after its ordinal, which is -1 for last.
func (p *scanner) halfOf(number, j int) (e Expression, ok bool) {
	if number == -1 {
		number = 2
	}
	if number > 2 {
		return e, false
	}
	if p.yearAt(j + 1) {
		return p.halfOfYear(number, j+1)
	}
	if !p.is(j+1, "of") {
		return e, false
	}
	switch k := j + 2; {
	case p.yearAt(k):
		return p.halfOfYear(number, k)
	case p.is(k, "the") && p.is(k+1, "year"), (p.at(k).class == wordThis || p.at(k).class == wordNext || p.at(k).class == wordLast) && p.is(k+1, "year"):
		count, _, _ := p.step(k)
		e = shifts(shift{from: fromPublished, count: count, unit: unitYear, steps: true}, k+2)
		e.half = int8(number)
		return e, true
	case p.is(k, "the") && p.at(k+1).class == wordDecade:
		return p.decade(k + 1)
	case p.is(k, "the"):
		if ordinal, end := p.ordinalAt(k + 1); end > k+1 {
			return p.centuryAt(ordinal, end)
		}
	}
	return e, false
}

// yearOf reads 1988 quarter, 1988 third quarter, 1988 period, 2016 fiscal year.
func (p *scanner) yearOf(i int) (e Expression, ok bool) {
	e.setYear(p.at(i).value)
	switch j := i + 1; {
	case p.is(j, "quarter", "period"):
		e.means, e.Last = meansQuarter, j+1
		return e, p.isBefore(i, "the")
	case p.at(j).class == wordOrdinal && p.is(j+1, "quarter") && p.at(j).value <= 4:
		e.means, e.quarter, e.Last = meansQuarter, int8(p.at(j).value), j+2
		return e, true
	case p.is(j, "fiscal", "financial", "academic", "calendar") && p.is(j+1, "year"):
		e.Last = j + 2
		return e, true
	}
	return e, false
}

// yearEarlier reads year earlier and year ago before what they compare with:
// the year earlier period, the year ago third quarter.
func (p *scanner) yearEarlier(i int) (e Expression, ok bool) {
	if !p.is(i, "year") || !p.is(i+1, "earlier", "ago") {
		return e, false
	}
	q := p.at(i + 2)
	if q.class == wordNumber && p.is(i+3, "months") {
		return lasts(lengthOf(quantity{whole: int(q.value)}, unitMonth), i+4), true
	}
	e = Expression{means: meansQuarter, shift: shift{from: fromReference, count: -1, unit: unitYear, steps: true}, Last: i + 2}
	switch {
	case p.is(i+2, "quarter", "period"):
		e.Last = i + 3
	case q.class == wordOrdinal && q.value <= 4 && p.is(i+3, "quarter"):
		e.quarter, e.Last = int8(q.value), i+4
	}
	return e, true
}

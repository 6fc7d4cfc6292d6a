package timex

// numbered reads quarters, halves, centuries and lengths that are counted off:
// third quarter of 1990, first nine months, the 18th century, 1988 quarter.
func (p *timeScanner) numbered(i int) (e Expression, ok bool) {
	w := p.at(i)
	number, j := 0, i+1
	switch w.class {
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
			return Expression{means: meansQuarter, quarter: int(q.value), Last: j + 2}, true
		}
		return e, false
	default:
		return e, false
	}
	if p.is(j, "fiscal") && p.is(j+1, "quarter") {
		j++
	}
	if e, ok = p.nthOf(number, j); ok {
		return e, true
	}
	switch u := p.at(j); {
	case u.class == wordUnit && p.is(j, "quarter", "quarters") && number >= 1 && number <= 4:
		if p.gameFollows(j + 1) {
			return e, false
		}
		e = Expression{means: meansQuarter, quarter: number, Last: j + 1}
		return p.ofYear(e), true
	case p.is(j, "century", "centuries"):
		return p.centuryAt(number, j)
	case u.class == wordHalf:
		return p.halfOf(number, j)
	case u.class == wordNumber || u.class == wordDigits || u.class == wordQuantity:
		if w.class != wordOrdinal || number != 1 {
			return e, false
		}
		q, end, found := p.quantity(j)
		if !found || p.at(end).class != wordUnit || !p.at(end).has(bitPlural) || p.is(end, "minutes", "seconds") {
			return e, false
		}
		e = Expression{means: meansFixed, kind: Duration, fixed: lengthOf(q, calendarUnit(p.at(end).value)), Last: end + 1}
		return e, true
	}
	return e, false
}

// ordinalAt reads third, 21st, twenty first; it returns the token after it, or i.
func (p *timeScanner) ordinalAt(i int) (number, end int) {
	switch w, next := p.at(i), p.at(i+1); {
	case w.class == wordOrdinal:
		return int(w.value), i + 1
	case w.class == wordNumber && w.value >= 20 && next.class == wordOrdinal && next.value < 10:
		return int(w.value + next.value), i + 2
	}
	return 0, i
}

// centuryAt reads "century" at token j after its ordinal, and the era.
func (p *timeScanner) centuryAt(number, j int) (e Expression, ok bool) {
	if !p.is(j, "century", "centuries") || number < 1 || number > 22 {
		return e, false
	}
	e = Expression{means: meansCalendar, century: number, Last: j + 1}
	if n := p.eraAt(j + 1); n > 0 {
		e.era, e.before, e.Last = true, p.text(j + 1)[0] == 'b', j+1+n
	}
	return e, true
}

// nthOf reads what is counted within a month or year at token j after its
// ordinal: week of may 1940, days of april, monday in june 2016, day of 2016.
func (p *timeScanner) nthOf(number, j int) (e Expression, ok bool) {
	u := p.at(j)
	if u.class != wordUnit && u.class != wordWeekday || u.has(bitAbbreviated) || !p.is(j+1, "of", "in") || p.is(j+1, "in") && u.class == wordUnit {
		return e, false
	}
	if p.at(j+2).class == wordEvery && p.is(j+1, "of") && p.is(j+3, "month", "year") && !u.has(bitPlural) {
		return Expression{means: meansFixed, kind: Set, fixed: lengthOf(quantity{whole: 1}, calendarUnit(p.at(j+3).value)), Last: j + 4}, true
	}
	end := p.date(&e, j+2)
	if end == j+2 || e.means != meansCalendar || e.day != 0 || e.month == 0 && !e.hasYear || e.season != seasonNone || e.yearTo != 0 || e.before {
		return e, false
	}
	e.Last = end
	switch {
	case u.class == wordWeekday:
		e.weekday, e.nth = int(u.value), number
		return e, !u.has(bitPlural) && e.month != 0 && number <= 5
	case u.has(bitPlural):
		return e, u.value >= int32(unitDay)
	case calendarUnit(u.value) == unitDay, calendarUnit(u.value) == unitWeek && e.month != 0 && number <= 4:
		e.unit, e.nth = calendarUnit(u.value), number
		return e, e.month != 0 || number == 1 || number == -1
	}
	return e, calendarUnit(u.value) == unitMonth && e.month == 0
}

// shortPeriod reads q3, q3 2016, h1 of 2016.
func (p *timeScanner) shortPeriod(i int) (e Expression, ok bool) {
	value := int(p.at(i).value)
	if value < 10 {
		e = Expression{means: meansQuarter, quarter: value, Last: i + 1}
		return p.ofYear(e), true
	}
	year := i + 1
	if p.is(year, "of") {
		year++
	}
	e = Expression{means: meansCalendar, half: value - 10, year: int(p.at(year).value), hasYear: true, Last: year + 1}
	return e, p.yearAt(year)
}

// gameFollows reports whether the words after "fourth quarter" tell of a match.
func (p *timeScanner) gameFollows(i int) bool {
	return p.is(i, "of") && p.is(i+1, "the", "a") && p.is(i+2, "game", "match", "final", "contest") ||
		p.is(i, "touchdown", "lead", "score", "comeback", "finals", "final", "finalist", "basket", "goal") ||
		p.is(i, "with") && p.at(i+1).class != wordThe
}

// ofYear adds the year to a quarter: of 1990, of last year, 2016.
func (p *timeScanner) ofYear(e Expression) Expression {
	end := e.Last
	if next := p.relativeYear(&e, end); next > end {
		e.steps, e.Last = true, next
		return e
	}
	if p.is(end, "of") {
		end++
	}
	if p.is(end, "fiscal") && p.yearAt(end+1) {
		end++
	}
	if p.yearAt(end) && !p.countedNoun(end+1) {
		e.year, e.hasYear, e.Last = int(p.at(end).value), true, end+1
	}
	return e
}

// halfOf reads "half of 2015" at token j after its ordinal, which is -1 for last.
func (p *timeScanner) halfOf(number, j int) (e Expression, ok bool) {
	if number == -1 {
		number = 2
	}
	if number > 2 || !p.is(j+1, "of") && !p.yearAt(j+1) {
		return e, false
	}
	k := j + 2
	if p.yearAt(j + 1) {
		k = j + 1
	}
	switch {
	case p.yearAt(k):
		return Expression{means: meansCalendar, half: number, year: int(p.at(k).value), hasYear: true, Last: k + 1}, true
	case p.is(k, "the") && p.is(k+1, "year") || p.at(k).class == wordThis && p.is(k+1, "year"):
		return Expression{means: meansOffset, half: number, from: fromPublished, steps: true, unit: unitYear, Last: k + 2}, true
	case (p.at(k).class == wordNext || p.at(k).class == wordLast) && p.is(k+1, "year"):
		count, _, _ := p.step(k)
		return Expression{means: meansOffset, half: number, from: fromPublished, count: count, steps: true, unit: unitYear, Last: k + 2}, true
	case p.is(k, "the"):
		if p.at(k+1).class == wordDecade {
			return p.decade(k + 1)
		}
		if ordinal, end := p.ordinalAt(k + 1); end > k+1 {
			return p.centuryAt(ordinal, end)
		}
	}
	return e, false
}

// yearOf reads 1988 quarter, 1988 third quarter, 1988 period, 2016 fiscal year.
func (p *timeScanner) yearOf(i int) (e Expression, ok bool) {
	year := int(p.at(i).value)
	e = Expression{means: meansQuarter, year: year, hasYear: true}
	switch j := i + 1; {
	case p.is(j, "quarter", "period"):
		e.Last = j + 1
		return e, p.before(i, 1) == "the"
	case p.at(j).class == wordOrdinal && p.is(j+1, "quarter") && p.at(j).value <= 4:
		e.quarter, e.Last = int(p.at(j).value), j+2
		return e, true
	case p.is(j, "fiscal", "financial", "academic", "calendar") && p.is(j+1, "year"):
		return Expression{means: meansCalendar, year: year, hasYear: true, fiscal: true, Last: j + 2}, true
	}
	return e, false
}

// dayOfMonth reads "12th of october 1943" after "the".
func (p *timeScanner) dayOfMonth(i int) (Expression, bool) {
	w := p.at(i)
	if w.class != wordOrdinal {
		return Expression{}, false
	}
	if e, ok := p.moment(i); ok && e.month != 0 {
		return e, true
	}
	// "on the 5th it was destroyed": a day of the month last named
	if w.has(bitWritten) || w.value > 31 || !oneOf(p.before(i-1, 1), "on", "until", "by") || !p.clauseGoesOn(i+1) {
		return Expression{}, false
	}
	return Expression{means: meansCalendar, day: int(w.value), Last: i + 1}, true
}

// clauseGoesOn reports whether token i is no noun that an ordinal could count.
func (p *timeScanner) clauseGoesOn(i int) bool {
	return p.text(i) == "" || p.is(i, "the", "a", "an", "he", "she", "it", "they", "we", "i", "his", "her", "their", "and", "but", "in", "at", "with",
		"was", "were", "after", "when", "as", "by", "that", "there", "all", "both", "two", "three")
}

// repeated reads every tuesday, each of the next years, twice a week, daily.
func (p *timeScanner) repeated(i int) (e Expression, ok bool) {
	e = Expression{means: meansFixed, kind: Set}
	switch w := p.at(i); w.class {
	case wordFrequency:
		if p.is(i, "daily") && p.is(i+1, "mail", "telegraph", "mirror", "express", "news", "beast", "star", "record", "caller", "show", "post", "times", "tribune", "herald", "kos", "yomiuri") {
			return e, false
		}
		e.fixed, e.Last = lengthOf(quantity{whole: 1}, calendarUnit(w.value)), i+1
		return e, true
	case wordEvery:
		return p.every(i + 1)
	case wordTimes:
		return p.timesA(i + 1)
	case wordNumber, wordDigits, wordQuantity:
		if p.is(i+1, "times", "days", "nights", "hours", "weeks", "months") {
			return p.timesA(i + 2)
		}
	case wordArticle:
		if p.is(i+1, "few", "couple") && p.is(i+2, "times") {
			return p.timesA(i + 3)
		}
	}
	return e, false
}

// timesA reads "a week" or "per week" at token i.
func (p *timeScanner) timesA(i int) (e Expression, ok bool) {
	if w := p.at(i); w.class == wordFrequency {
		return Expression{means: meansFixed, kind: Set, fixed: lengthOf(quantity{whole: 1}, calendarUnit(w.value)), Last: i + 1}, true
	}
	if p.at(i).class != wordArticle && !p.is(i, "per", "each", "every") || p.at(i+1).class != wordUnit || p.at(i+1).has(bitPlural) {
		return e, false
	}
	return Expression{means: meansFixed, kind: Set, fixed: lengthOf(quantity{whole: 1}, calendarUnit(p.at(i+1).value)), Last: i + 2},
		!p.is(i+1, "quarter", "weekend")
}

// every reads what recurs after "every" or "each".
func (p *timeScanner) every(i int) (e Expression, ok bool) {
	e = Expression{means: meansFixed, kind: Set, Last: i + 1}
	if p.is(i, "second", "other") && p.at(i+1).class == wordWeekday {
		i++
		e.Last++
	} else if p.is(i, "single", "other") {
		if p.is(i, "other") && p.at(i+1).class == wordUnit {
			e.fixed, e.Last = lengthOf(quantity{whole: 2}, calendarUnit(p.at(i+1).value)), i+2
			return e, !p.at(i + 1).has(bitPlural)
		}
		i++
		e.Last++
	}
	switch w := p.at(i); w.class {
	case wordUnit:
		e.fixed = lengthOf(quantity{whole: 1}, calendarUnit(w.value))
		return e, !w.has(bitPlural) && calendarUnit(w.value) >= unitMinute && !p.is(i+1, "s")
	case wordWeekday:
		if w.has(bitAbbreviated) {
			return e, false
		}
		e.fixed = everyWeekday(int(w.value))
		if n := p.at(i + 1); n.class == wordPart {
			e.fixed, e.Last = e.fixed+partNames[n.value], i+2
		}
		return e, true
	case wordMonth:
		if w.has(bitHomograph) && p.verbFollows(i+1) {
			return e, false
		}
		e.fixed = "XXXX-" + twoDigits(int(w.value))
		if p.isDayNumber(i + 1) {
			e.fixed, e.Last = e.fixed+"-"+twoDigits(int(p.at(i+1).value)), i+2
		}
		return e, true
	case wordSeason:
		e.fixed = "XXXX-" + seasonNames[w.value]
		return e, !w.has(bitPlural)
	case wordPart:
		e.fixed = "XXXX-XX-XX" + partNames[w.value]
		return e, !w.has(bitPlural)
	case wordNumber, wordDigits, wordQuantity:
		q, end, found := p.quantity(i)
		if !found || p.at(end).class != wordUnit {
			return e, false
		}
		e.fixed, e.Last = lengthOf(q, calendarUnit(p.at(end).value)), end+1
		return e, true
	}
	return e, false
}

// weekdays reads mondays, monday nights, weekends.
func (p *timeScanner) weekdays(i int) (e Expression, ok bool) {
	w, n := p.at(i), p.at(i+1)
	if !w.has(bitPlural) && !n.has(bitPlural) {
		return e, false
	}
	e = Expression{means: meansFixed, kind: Set, fixed: everyWeekday(int(w.value)), Last: i + 1}
	if n.class == wordPart {
		e.fixed += partNames[n.value]
		e.Last++
		return e, true
	}
	return e, w.has(bitPlural)
}

func everyWeekday(day int) string { return "XXXX-WXX-" + string(rune('0'+day)) }

var (
	seasonNames = [...]string{seasonSpring: "SP", seasonSummer: "SU", seasonFall: "FA", seasonWinter: "WI"}
	partNames   = [...]string{partMorning: "TMO", partAfternoon: "TAF", partEvening: "TEV", partNight: "TNI"}
)

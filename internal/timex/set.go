package timex

// repeated reads every tuesday, each of the next years, twice a week, daily.
func (p *scanner) repeated(i int) (e Expression, ok bool) {
	switch w := p.at(i); w.class {
	case wordFrequency:
		if p.is(i, "daily") && p.is(i+1, "mail", "telegraph", "mirror", "express", "news", "beast", "star", "record", "caller", "show", "post", "times", "tribune", "herald", "kos", "yomiuri") {
			return e, false
		}
		return recursEvery(QuantifierEvery, lengthOf(quantity{whole: 1}, calendarUnit(w.value)), i+1), !w.has(bitAdverb) || p.isAdverb(i)
	case wordEvery:
		return p.every(i + 1)
	case wordTimes:
		often := Frequency{count: 1}
		if p.is(i, "twice") {
			often.count = 2
		}
		return p.timesA(often, i+1)
	case wordNumber, wordDigits, wordQuantity:
		if p.is(i+1, "times", "days", "nights", "hours", "weeks", "months") {
			return p.timesA(Frequency{count: int16(min(w.value, maxFrequency)), unit: calendarUnit(p.at(i + 1).value)}, i+2)
		}
	case wordArticle:
		if p.is(i+1, "few", "couple") && p.is(i+2, "times") {
			return p.timesA(Frequency{}, i+3)
		}
	}
	return e, false
}

// splitFrequencies are the frequencies of two words, by both. The dictionaries
// have "bi-" for twice and for every two; the commoner one stands here.
var splitFrequencies = map[[2]string]string{
	{"semi", "annually"}: "P6M", {"semi", "yearly"}: "P6M", {"bi", "annually"}: "P6M", {"bi", "weekly"}: "P2W",
	{"bi", "monthly"}: "P2M", {"half", "yearly"}: "P6M", {"half", "hourly"}: "PT30M",
}

// splitFrequency reads semi annually, bi weekly, half yearly.
func (p *scanner) splitFrequency(i int) (e Expression, ok bool) {
	value, ok := splitFrequencies[[2]string{p.text(i), p.text(i + 1)}]
	return recursEvery(QuantifierEvery, value, i+2), ok && (!p.at(i+1).has(bitAdverb) || p.isAdverb(i+1))
}

// isAdverb reports whether the word at token i stands after a verb and before no
// noun: "is paid quarterly by the mill".
func (p *scanner) isAdverb(i int) bool {
	switch p.verbAt(i - 1) {
	case verbArticle, verbTo:
		return false
	}
	return p.text(i+1) == "" || p.is(i+1, "by", "in", "to", "for", "from", "with", "at", "on", "and", "or", "since", "as", "until", "but", "if", "through", "instead", "the")
}

// maxFrequency bounds how often within a unit something is said to happen.
const maxFrequency = 10_000

// recursEvery is the expression of times that recur, with the word that says
// which of them.
func recursEvery(which Quantifier, value string, last int) Expression {
	e := recurs(value, last)
	e.quantifier = which
	return e
}

// timesA reads "a week", "per week" or "every two weeks" at token i, in which
// something happens so often.
func (p *scanner) timesA(often Frequency, i int) (e Expression, ok bool) {
	w, u := p.at(i), p.at(i+1)
	switch {
	case w.class == wordFrequency:
		e = recurs(lengthOf(quantity{whole: 1}, calendarUnit(w.value)), i+1)
	case w.class == wordEvery:
		if e, ok = p.every(i + 1); !ok {
			return e, false
		}
	case w.class != wordArticle && !p.is(i, "per"), u.class != wordUnit, u.has(bitPlural), p.is(i+1, "quarter", "weekend"):
		return e, false
	default:
		e = recurs(lengthOf(quantity{whole: 1}, calendarUnit(u.value)), i+2)
	}
	e.frequency = often
	return e, true
}

// every reads what recurs after "every" or "each", with which of the times.
func (p *scanner) every(i int) (e Expression, ok bool) {
	which := QuantifierEvery
	switch {
	case p.is(i-1, "each"):
		which = QuantifierEach
	case p.is(i, "other", "second") && p.at(i+1).class == wordWeekday, p.is(i-1, "alternate"):
		which = QuantifierEveryOther
	}
	if p.is(i-1, "alternate") {
		e, ok = p.weekdays(i)
		e.quantifier = which
		return e, ok && p.at(i).class == wordWeekday
	}
	e, ok = p.everyTime(i)
	e.quantifier = which
	return e, ok
}

// everyTime reads the times that recur, at the token after "every".
func (p *scanner) everyTime(i int) (e Expression, ok bool) {
	switch next := p.at(i + 1); {
	case p.is(i, "other") && next.class == wordUnit:
		return recurs(lengthOf(quantity{whole: 2}, calendarUnit(next.value)), i+2), !next.has(bitPlural)
	case p.at(i).class == wordOrdinal && p.at(i).value > 1 && next.class == wordUnit && !next.has(bitPlural) && calendarUnit(next.value) >= unitDay:
		return recurs(lengthOf(quantity{whole: int(p.at(i).value)}, calendarUnit(next.value)), i+2), true
	case p.is(i, "second") && next.class == wordWeekday, p.is(i, "single", "other"):
		i++
	}
	switch w := p.at(i); w.class {
	case wordUnit:
		return recurs(lengthOf(quantity{whole: 1}, calendarUnit(w.value)), i+1),
			!w.has(bitPlural) && calendarUnit(w.value) >= unitMinute && !p.is(i+1, "s")
	case wordWeekday:
		return p.everyWeekdayAt(i), !w.has(bitAbbreviated)
	case wordMonth:
		if w.has(bitHomograph) && p.verbFollows(i+1) {
			return e, false
		}
		if p.isDayNumber(i + 1) {
			return recurs(everyMonth(w.value)+"-"+twoDigits(int(p.at(i+1).value)), i+2), true
		}
		return recurs(everyMonth(w.value), i+1), true
	case wordSeason:
		return recurs(everySeason(season(w.value)), i+1), !w.has(bitPlural)
	case wordHalf:
		return recurs("PT30M", i+2), p.is(i+1, "hour")
	case wordPart:
		return recurs("XXXX-XX-XX"+partNames[w.value], i+1), !w.has(bitPlural)
	case wordNumber, wordDigits, wordQuantity:
		if q, end, found := p.quantity(i); found && p.at(end).class == wordUnit {
			return recurs(lengthOf(q, calendarUnit(p.at(end).value)), end+1), true
		}
	}
	return e, false
}

// weekdays reads mondays, monday nights.
func (p *scanner) weekdays(i int) (e Expression, ok bool) {
	return p.everyWeekdayAt(i), p.at(i).has(bitPlural) || p.at(i+1).class == wordPart && p.at(i+1).has(bitPlural)
}

// everyWeekdayAt reads the weekday at token i as one of many, with a part of the
// day or a clock.
func (p *scanner) everyWeekdayAt(i int) Expression {
	e := Expression{calendarDate: calendarDate{weekday: int8(p.at(i).value)}, Last: i + 1}
	if part := p.at(i + 1); part.class == wordPart {
		e.part, e.Last = dayPart(part.value), i+2
	} else if at := p.passTie(i + 1); at > i+1 {
		if end := p.clock(&e, at, false); end > at {
			e.Last = end
		}
	}
	return recurs(noWeekValue(&e), e.Last)
}

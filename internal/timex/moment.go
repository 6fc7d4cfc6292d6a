package timex

// moment reads a date, a time of day or both: the pieces may come in any order
// and each once, with "on", "at" and "of" between them.
func (p *scanner) moment(i int) (e Expression, ok bool) {
	e.Last = i
	switch p.at(i).class {
	case wordNoon:
		if p.isBefore(i, "high") {
			return e, false
		}
		e.Last = p.clock(&e, i, false)
	case wordNumber, wordHalf, wordDigits, wordUnit, wordArticle:
		e.Last = p.clock(&e, i, false)
	}
	if e.Last == i {
		e.Last = p.date(&e, i)
	}
	if e.Last == i {
		return e, false
	}
	for {
		next := p.nextPiece(&e, e.Last)
		if next == e.Last {
			break
		}
		e.Last = next
	}
	return e, p.plausible(&e, i)
}

// nextPiece adds a date to a clock, a clock to a date, or a part of the day, and
// returns the token after it, or i.
func (p *scanner) nextPiece(e *Expression, i int) int {
	if i-1 == p.start && p.isVerbLike(i) {
		return i
	}
	if e.hasClock && e.month != 0 && e.day != 0 && !e.hasYear && p.yearAt(i) { // Tue Nov 14 02:10:00 EST 2017
		return p.yearAfter(e, i)
	}
	if end := p.timeOfDay(e, i); end > i {
		return end
	}
	if e.part != partNone && !e.hasClock && p.is(i, "at") {
		return i
	}
	return p.dateAfter(e, i)
}

// isVerbLike reports whether the word before token i, the first of an
// expression, is a weekday in its short form that no date follows: "sat on may 4".
func (p *scanner) isVerbLike(i int) bool {
	if first := p.at(i - 1); first.class != wordWeekday || !first.has(bitAbbreviated) {
		return false
	}
	switch p.at(i).class {
	case wordMonth, wordDigits, wordOrdinal, wordPart:
		return false
	}
	return true
}

// passTie passes over the word that can stand between the pieces of a moment.
func (p *scanner) passTie(i int) int {
	if p.is(i, "on", "at", "of", "around", "about") && !p.is(i+1, "the") {
		return i + 1
	}
	return i
}

// timeOfDay adds a clock or a part of the day to a date, at token i.
func (p *scanner) timeOfDay(e *Expression, i int) int {
	at := p.passTie(i)
	switch w := p.at(i); {
	case e.hasClock:
		return p.partAfterClock(e, i)
	case e.part != partNone:
		return p.clockAfterPart(e, i)
	case p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class == wordPart && e.hasDay():
		e.setPart(dayPart(p.at(i + 2).value))
		return i + 3
	case at == i && w.class == wordPart && !w.has(bitPlural) && e.hasDay():
		e.setPart(dayPart(w.value))
		return i + 1
	}
	if end := p.clock(e, at, e.fullDay()); end > at {
		return end
	}
	if p.is(i, "at") && e.hasDay() {
		if end := p.hourAfterDay(e, i+1); end > i+1 {
			return end
		}
	}
	return i
}

// partAfterClock adds the part of the day to a clock and a day, at token i: half
// past nine on friday night.
func (p *scanner) partAfterClock(e *Expression, i int) int {
	w := p.at(i)
	if w.class != wordPart || w.has(bitPlural) || !e.anyHalf || e.part != partNone || !e.hasDay() {
		return i
	}
	timed := *e
	if timed.setPart(dayPart(w.value)); !timed.settleHalf() {
		return i
	}
	*e = timed
	return i + 1
}

// clockAfterPart adds a clock to a day and its part, at token i: yesterday
// afternoon at 3 15.
func (p *scanner) clockAfterPart(e *Expression, i int) int {
	if !p.is(i, "at") {
		return i
	}
	timed := *e
	if end := p.clock(&timed, i+1, false); end > i+1 && timed.settleHalf() {
		*e = timed
		return end
	}
	if end := p.hourAfterDay(e, i+1); end > i+1 {
		return end
	}
	return i
}

// dateAfter adds a date to a time of day or to a weekday, at token i.
func (p *scanner) dateAfter(e *Expression, i int) int {
	if e.hasDate() && !e.onlyWeekday() || p.is(i, "of") && e.weekday != 0 {
		return i
	}
	var d Expression
	at := p.passTie(i)
	if e.weekday != 0 && p.at(at).class == wordThe {
		if _, ordinal := p.ordinalDay(at + 1); ordinal > at+1 { // friday the 13th of may
			at++
		}
	}
	end := p.date(&d, at)
	day := d.month != 0 && d.day != 0
	switch {
	case end == at, e.hasClock && d.hasClock:
		return i
	case e.weekday != 0 && (d.weekday != 0 || !day):
		return i
	case !day && d.weekday == 0 && d.from == fromItself && d.feast == 0:
		return i
	}
	if e.weekday != 0 {
		d.weekday = e.weekday
	}
	if d.part == partNone {
		d.part = e.part
	}
	if e.hasClock {
		d.setClock(e.clockTime)
	}
	if d.hasClock && d.part != partNone && !d.settleHalf() { // nine o'clock tonight
		return i
	}
	if d.part != partNone || d.hasClock {
		d.kind = kindTime
	}
	*e = d
	return end
}

// date reads a day, month or year of the calendar, or a day such as "today".
func (p *scanner) date(e *Expression, i int) int {
	switch w := p.at(i); w.class {
	case wordWeekday:
		if !w.has(bitPlural) && !p.at(i+1).has(bitPlural) {
			e.weekday, e.means = int8(w.value), meansWeekday
			return p.weekOn(e, i+1)
		}
	case wordMonth:
		return p.monthFirst(e, i)
	case wordOrdinal:
		return p.dayFirst(e, i)
	case wordNumber:
		if end := p.dayFirst(e, i); end > i {
			return end
		}
		return p.spokenYear(e, i)
	case wordDigits:
		return p.digitDate(e, i)
	case wordDay:
		return p.namedDay(e, i)
	case wordThis, wordLast, wordNext, wordThe, wordSame, wordThat, wordFollowing, wordPrevious:
		return p.relativeDay(e, i)
	case wordSeason:
		return p.seasonYear(e, i)
	case wordFeast:
		return p.feastDay(e, i)
	case wordCirca:
		return p.annoDomini(e, i)
	case wordFiscal:
		return p.fiscalYear(e, i)
	}
	return i
}

// digitDate reads a date that begins with digits.
func (p *scanner) digitDate(e *Expression, i int) int {
	if end := p.isoDay(e, i); end > i {
		return end
	}
	if end := p.numericDay(e, i); end > i {
		return end
	}
	if end := p.shortNumericDay(e, i); end > i {
		return end
	}
	if end := p.dayFirst(e, i); end > i {
		return end
	}
	return p.year(e, i)
}

// namedDay reads today, yesterday, tomorrow and tonight.
func (p *scanner) namedDay(e *Expression, i int) int {
	w := p.at(i)
	e.means, e.shift = meansShift, shift{from: fromPublished, count: w.value, unit: unitDay}
	if w.has(bitHomograph) {
		e.setPart(partNight)
		return i + 1
	}
	return p.weekOn(e, i+1)
}

// feastDay reads the name of a feast as a part of a moment.
func (p *scanner) feastDay(e *Expression, i int) int {
	f, ok := p.feast(i)
	if !ok {
		return i
	}
	last := f.Last
	*e = f
	return last
}

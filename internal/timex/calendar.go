package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// moment reads a date, a time of day or both: the pieces may come in any order
// and each once, with "on", "at" and "of" between them.
func (p *timeScanner) moment(i int) (Expression, bool) {
	var e Expression
	end := i
	if p.at(i).class == wordNoon && p.before(i, 1) == "high" {
		return e, false
	}
	if p.at(i).class == wordNumber || p.at(i).class == wordHalf || p.at(i).class == wordNoon || p.at(i).class == wordDigits {
		end = p.clock(&e, i, false)
	}
	if end == i {
		end = p.date(&e, i)
	}
	if end == i {
		return e, false
	}
	for {
		next := p.nextPiece(&e, end)
		if next == end {
			break
		}
		end = next
	}
	e.Last = end
	if !p.plausible(&e, i) {
		return e, false
	}
	return e, true
}

// nextPiece adds a date to a clock, a clock to a date, or a part of the day.
func (p *timeScanner) nextPiece(e *Expression, i int) int {
	at := i
	if last := p.at(i - 1); last.class == wordWeekday && last.has(bitAbbreviated) && i-1 == p.start && p.at(i).class != wordMonth && p.at(i).class != wordDigits && p.at(i).class != wordOrdinal && p.at(i).class != wordPart {
		return i // "sat on may 4"
	}
	if p.is(i, "on", "at", "of", "around", "about") && !p.is(i+1, "the") {
		at++
	} else if p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class == wordPart && !e.hasClock && e.part == partNone && e.hasDay() {
		e.part, e.kind = dayPart(p.at(i+2).value), Time
		return i + 3
	}
	if e.hasClock && e.month != 0 && e.day != 0 && !e.hasYear && p.yearAt(i) { // Tue Nov 14 02:10:00 EST 2017
		return p.yearAfter(e, i)
	}
	if e.part != partNone && !e.hasClock && p.is(i, "at") { // yesterday afternoon at 3 pm
		if end := p.clock(e, i+1, false); end > i+1 {
			return end
		}
		return i
	}
	if !e.hasClock && e.part == partNone {
		if w := p.at(at); at == i && w.class == wordPart && !w.has(bitPlural) && e.hasDay() {
			e.part, e.kind = dayPart(w.value), Time
			return i + 1
		}
		if end := p.clock(e, at, e.fullDay()); end > at {
			return end
		}
	}
	if !e.hasDate() || e.weekday != 0 && e.month == 0 && e.day == 0 && !e.hasYear && e.from == fromItself {
		if p.is(i, "of") && e.weekday != 0 {
			return i
		}
		var d Expression
		if end := p.date(&d, at); end > at && (e.weekday == 0 || d.weekday == 0 && d.month != 0 && d.day != 0) &&
			(d.month != 0 && d.day != 0 || d.weekday != 0 || d.from != fromItself || d.feast != 0) {
			if e.weekday != 0 {
				d.weekday = e.weekday
			}
			if e.hasClock && d.hasClock {
				return i
			}
			if e.hasClock {
				d.hasClock, d.hour, d.minute, d.second, d.hasSecond, d.zone = true, e.hour, e.minute, e.second, e.hasSecond, e.zone
			}
			if d.part == partNone {
				d.part = e.part
			}
			if e.anyHalf && d.part >= partAfternoon && d.hour < 12 { // nine o'clock tonight
				d.hour += 12
			}
			if d.hasClock || d.part != partNone {
				d.kind = Time
			}
			*e = d
			return end
		}
	}
	return i
}

// date reads a day, month or year of the calendar, or a day such as "today".
func (p *timeScanner) date(e *Expression, i int) int {
	switch w := p.at(i); w.class {
	case wordWeekday:
		if !w.has(bitPlural) && !p.at(i+1).has(bitPlural) {
			e.weekday, e.means = int(w.value), meansWeekday
			return i + 1
		}
	case wordMonth:
		return p.monthFirst(e, i)
	case wordOrdinal:
		return p.dayFirst(e, i)
	case wordNumber:
		return p.spokenYear(e, i)
	case wordDigits:
		if end := p.isoDay(e, i); end > i {
			return end
		}
		if end := p.numericDay(e, i); end > i {
			return end
		}
		if end := p.dayFirst(e, i); end > i {
			return end
		}
		return p.year(e, i)
	case wordDay:
		return p.namedDay(e, i)
	case wordThis, wordLast, wordNext, wordThe, wordSame, wordThat, wordFollowing, wordPrevious:
		return p.relativeDay(e, i)
	case wordSeason:
		return p.seasonYear(e, i)
	case wordFeast:
		if f, ok := p.feast(i); ok {
			last := f.Last
			*e = f
			return last
		}
	case wordCirca:
		return p.annoDomini(e, i)
	case wordFiscal:
		return p.fiscalYear(e, i)
	}
	return i
}

// namedDay reads today, yesterday, tomorrow and tonight.
func (p *timeScanner) namedDay(e *Expression, i int) int {
	w := p.at(i)
	e.means, e.from, e.unit, e.count = meansOffset, fromPublished, unitDay, int(w.value)
	if w.has(bitHomograph) {
		e.part, e.kind = partNight, Time
	}
	return i + 1
}

// monthFirst reads october 12 2016, october 2016 and october.
func (p *timeScanner) monthFirst(e *Expression, i int) int {
	if p.is(i+1, "day", "fools", "fool") {
		if f, ok := p.feast(i); ok {
			last := f.Last
			*e = f
			return last
		}
	}
	e.month, e.means = int(p.at(i).value), meansCalendar
	end := i + 1
	switch d := p.at(end); {
	case p.isDayNumber(end) && (p.gapAt(end).Has(token.GapComma) || p.countedNoun(end+1) && p.before(i, 1) == "in"): // "in july 12 people died"
	case p.isDayNumber(end) && p.is(end+1, "million", "billion", "trillion", "percent", "pc", "000"): // a number of its own
	case p.isDayNumber(end) && !(d.class == wordOrdinal && d.has(bitWritten) && p.isOrdinalNoun(end+1)):
		if e.day = int(d.value); d.class == wordOrdinal && d.has(bitWritten) && d.value == 2 && !p.yearAt(end+1) {
			e.day = 0
			break
		}
		end++
		e.spells = -1
		if p.is(end, "of") && p.yearAt(end+1) {
			end++
		}
		return p.yearAfter(e, end)
	case p.is(end, "the") && p.at(end+1).class == wordOrdinal && p.isDayNumber(end+1) && !p.isOrdinalNoun(end+2):
		e.day = int(p.at(end + 1).value)
		return p.yearAfter(e, end+2)
	}
	if p.is(end, "of") && (p.yearAt(end+1) || p.relativeYear(e, end+1) > end+1) {
		end++
	}
	if next := p.relativeYear(e, end); next > end {
		return next
	}
	return p.yearAfter(e, end)
}

// relativeYear reads "this year", "last year", "next year", "that year" after
// a month or season.
func (p *timeScanner) relativeYear(e *Expression, i int) int {
	end := i
	if p.is(i, "of") {
		end++
	}
	if !p.is(end+1, "year") {
		if p.is(end, "the") && p.is(end+2, "year") && p.at(end+1).class != wordNone {
			end++
		} else {
			return i
		}
	}
	switch p.at(end).class {
	case wordThis, wordCurrent:
		e.from, e.count = fromPublished, 0
	case wordLast:
		e.from, e.count = fromPublished, -1
	case wordNext, wordComing:
		e.from, e.count = fromPublished, 1
	case wordThat, wordSame:
		e.from, e.count = fromReference, 0
	case wordFollowing:
		e.from, e.count = fromReference, 1
	case wordPrevious:
		e.from, e.count = fromReference, -1
	default:
		return i
	}
	return end + 2
}

// isDayNumber reports whether token i can be the day of a month.
func (p *timeScanner) isDayNumber(i int) bool {
	w := p.at(i)
	return (w.class == wordDigits && w.digits <= 2 && w.suffix == suffixNone || w.class == wordOrdinal) && w.value >= 1 && w.value <= 31
}

// isOrdinalNoun reports whether the word makes the ordinal before it count
// something else than days: "in march first quarter profit".
func (p *timeScanner) isOrdinalNoun(i int) bool {
	return p.at(i).class == wordUnit || p.is(i, "half", "time", "place", "round", "division")
}

// dayFirst reads 12 october 2016, 12th of october and their kind.
func (p *timeScanner) dayFirst(e *Expression, i int) int {
	if !p.isDayNumber(i) {
		return i
	}
	m := i + 1
	if p.is(m, "of") {
		m++
	}
	w := p.at(m)
	if w.class != wordMonth || p.at(i).class == wordDigits && p.decimalBefore(i) {
		return i
	}
	if w.has(bitHomograph) && p.verbFollows(m+1) {
		return i
	}
	e.day, e.month, e.means = int(p.at(i).value), int(w.value), meansCalendar
	e.spells = 1
	if next := p.relativeYear(e, m+1); next > m+1 {
		return next
	}
	if p.is(m+1, "of") && p.yearAt(m+2) {
		m++
	}
	return p.yearAfter(e, m+1)
}

// dayRange reads the first day of "20 to 22 september" and "5 and 6 november";
// the second is an expression of its own.
func (p *timeScanner) dayRange(i int) (e Expression, ok bool) {
	w := p.at(i)
	if !p.isDayNumber(i) || p.decimalBefore(i) || w.has(bitWritten) {
		return e, false
	}
	j := i + 1
	switch {
	case p.is(j, "to", "and", "or", "until", "through"):
		j++
	case p.gapAt(j).Has(token.GapDash | token.GapHyphen | token.GapSlash):
	case p.at(j).value == w.value+1 && oneOf(p.before(i, 1), "of", "on", "from", "between"): // flattened
	default:
		return e, false
	}
	var second Expression
	if end := p.dayFirst(&second, j); end == j || second.day <= int(w.value) || second.from != fromItself {
		return e, false
	}
	second.day, second.Last = int(w.value), i+1
	return second, p.calendarValid(&second)
}

// nextDay reads the second day of "october 12 to 14" and "october 12 and 14,
// 2016", whose month stands before the first.
func (p *timeScanner) nextDay(i int) (e Expression, ok bool) {
	if len(p.found) == 0 || !p.isDayNumber(i) {
		return e, false
	}
	first, w := &p.found[len(p.found)-1], p.at(i)
	if first.spells >= 0 || first.day == 0 || first.hasYear || first.hasClock || first.steps || int(w.value) <= first.day {
		return e, false
	}
	year := p.yearAt(i + 1)
	switch {
	case first.Last == i && (p.gapAt(i).Has(token.GapHyphen|token.GapDash|token.GapSlash) || year && p.gapAt(i).Bare()):
	case first.Last == i-1 && oneOf(p.before(i, 1), "and", "to", "through", "or") && (year || p.clauseGoesOn(i+1)):
	default:
		return e, false
	}
	e = Expression{means: meansCalendar, month: first.month, day: int(w.value), spells: -1}
	e.Last = p.yearAfter(&e, i+1)
	return e, p.calendarValid(&e)
}

// decimalBefore reports whether token i is the end of a number such as 3.5.
func (p *timeScanner) decimalBefore(i int) bool {
	return i > 0 && p.words[i-1].class == wordDigits && !p.tokens[i].Gap.Has(token.GapSpace) && p.tokens[i].Gap.Has(token.GapFullStop|token.GapComma)
}

// verbFollows reports whether the word after "may" or "march" makes it a verb.
func (p *timeScanner) verbFollows(i int) bool {
	return p.is(i, "be", "have", "not", "well", "also", "never", "even", "or", "still", "need", "take", "seem", "look", "come",
		"get", "make", "go", "find", "want", "become", "only", "yet", "soon", "just", "help", "wish", "lead", "include",
		"face", "die", "say", "feel", "give", "know", "see", "think", "lose", "win", "use", "indeed", "require", "cost",
		"already", "now", "be", "do", "turn", "begin", "start", "end", "leave", "appear", "remain", "cause", "provide")
}

// yearAt reports whether token i can be the year of a date.
func (p *timeScanner) yearAt(i int) bool {
	w := p.at(i)
	return w.class == wordDigits && w.digits == 4 && w.suffix == suffixNone && w.value >= 1000 && w.value < 2200
}

// yearAfter reads the year after a month or day, if one is there.
func (p *timeScanner) yearAfter(e *Expression, i int) int {
	if p.yearAt(i) && !p.isClockWithZone(i) && !(e.day == 0 && p.countedNoun(i+1) && p.at(i).value < 1900) {
		e.year, e.hasYear = int(p.at(i).value), true
		return p.eraAfter(e, i+1)
	}
	if y := p.at(i); y.class == wordDigits && y.digits <= 3 && y.suffix == suffixNone && p.eraAt(i+1) > 0 {
		e.year, e.hasYear = int(y.value), true
		return p.eraAfter(e, i+1)
	}
	if p.is(i, "ad") && p.at(i+1).class == wordDigits && p.at(i+1).digits <= 4 && p.at(i+1).value > 0 {
		e.year, e.hasYear = int(p.at(i+1).value), true
		return i + 2
	}
	if y := p.at(i); y.class == wordNumber {
		if end := p.spokenYear(e, i); end > i {
			return end
		}
	}
	return i
}

// isClockWithZone keeps "14 november 0410 gmt" and "nov 14 1210 hkt" from
// being read as years.
func (p *timeScanner) isClockWithZone(i int) bool {
	year := p.at(i).value
	return p.at(i+1).class == wordZone && year%100 < 60 && (year < 2000 || year > 2035 && year < 2400) && len(p.text(i+1)) > 2
}

// eraAt returns how many tokens from i on name an era: bc, b c, bce, ad, ce.
func (p *timeScanner) eraAt(i int) int {
	switch {
	case p.is(i, "bc", "bce", "ad", "ce"):
		return 1
	case p.is(i, "b") && p.is(i+1, "c"):
		if p.is(i+2, "e") {
			return 3
		}
		return 2
	case p.is(i, "a") && p.is(i+1, "d"):
		return 2
	}
	return 0
}

// eraAfter reads an era after a year.
func (p *timeScanner) eraAfter(e *Expression, i int) int {
	n := p.eraAt(i)
	if n > 0 {
		e.era, e.before = true, p.text(i)[0] == 'b'
	}
	return i + n
}

// annoDomini reads ad 79.
func (p *timeScanner) annoDomini(e *Expression, i int) int {
	if y := p.at(i + 1); p.is(i, "ad") && y.class == wordDigits && y.suffix == suffixNone && y.digits <= 4 && y.value > 0 && y.value < 2100 && y.digits >= 2 {
		e.year, e.hasYear, e.era, e.means = int(y.value), true, true, meansCalendar
		return i + 2
	}
	return i
}

// isoDay reads 2017 11 14, 2017 11 14t02 10 00z and 20171114t021000z.
func (p *timeScanner) isoDay(e *Expression, i int) int {
	y, m, d := p.at(i), p.at(i+1), p.at(i+2)
	if y.digits == 8 {
		return p.compactStamp(e, i)
	}
	if y.digits != 4 || y.suffix != suffixNone || m.class != wordDigits || m.digits != 2 || m.suffix != suffixNone ||
		d.class != wordDigits || d.digits != 2 || y.value < 1000 || y.value > 2200 {
		return i
	}
	if d.suffix != suffixNone && d.suffix != suffixISO {
		return i
	}
	if p.gapAt(i+1).Has(token.GapComma|token.GapFullStop) && p.gapAt(i+1).Has(token.GapSpace) {
		return i
	}
	if !(civilDay{int(y.value), int(m.value), int(d.value)}).valid() {
		return i
	}
	e.year, e.hasYear, e.month, e.day, e.means = int(y.value), true, int(m.value), int(d.value), meansCalendar
	if d.suffix != suffixISO || d.extra > 23 {
		return i + 3
	}
	e.hour, e.hasClock, e.kind = int(d.extra), true, Time
	end := i + 3
	last := d
	for n := 0; n < 2; n++ {
		w := p.at(end)
		if w.class != wordDigits || w.digits != 2 || w.value > 59 || w.suffix == suffixISO {
			break
		}
		if n == 0 {
			e.minute = int(w.value)
		} else {
			e.second, e.hasSecond = int(w.value), true
		}
		last, end = w, end+1
		if w.suffix == suffixZone {
			break
		}
	}
	return p.isoZone(e, last, end)
}

// isoZone reads a fraction of a second, then z or an offset.
func (p *timeScanner) isoZone(e *Expression, last lexeme, end int) int {
	if last.suffix == suffixZone {
		e.zone = zoneName{given: true, index: last.extra}
		return end
	}
	if w := p.at(end); e.hasSecond && w.class == wordDigits && (w.digits == 3 || w.digits == 6) && !p.gapAt(end).Has(token.GapDash|token.GapHyphen|token.GapOther) {
		end++
		if w.suffix == suffixZone {
			e.zone = zoneName{given: true, index: w.extra}
			return end
		}
	}
	return p.zone(e, end)
}

// compactStamp reads 20171114t0210, whose digits readDigits has checked.
func (p *timeScanner) compactStamp(e *Expression, i int) int {
	w, fold := p.at(i), p.text(i)
	day := civilDay{int(w.value) / 10000, int(w.value) / 100 % 100, int(w.value) % 100}
	if w.suffix != suffixISO || !day.valid() {
		return i
	}
	clock := trimZ(fold[9:])
	n, ok := parseDigits(clock)
	if !ok || len(clock) != 4 && len(clock) != 6 {
		return i
	}
	if len(clock) == 6 {
		e.second, e.hasSecond, n = n%100, true, n/100
	}
	e.hour, e.minute = n/100, n%100
	if e.hour > 23 || e.minute > 59 || e.second > 59 {
		return i
	}
	e.year, e.hasYear, e.month, e.day, e.means = day.year, true, day.month, day.day, meansCalendar
	e.hasClock, e.kind = true, Time
	e.zone.given = fold[len(fold)-1] == 'z'
	return i + 1
}

// numericDay reads 11/14/2017, 14.11.2017 and, between slashes or beside a
// clock or stamp word, 11/14/17. Which is the month is decided by Resolve.
func (p *timeScanner) numericDay(e *Expression, i int) int {
	a, b, y := p.at(i), p.at(i+1), p.at(i+2)
	for _, w := range [...]lexeme{a, b, y} {
		if w.class != wordDigits || w.suffix != suffixNone || w.digits > 4 {
			return i
		}
	}
	if a.digits > 2 || b.digits > 2 || y.digits == 1 || y.digits == 3 || y.digits == 4 && (y.value < 1900 || y.value > 2100) {
		return i
	}
	g, h := p.gapAt(i+1), p.gapAt(i+2)
	joined := g.Has(token.GapSlash|token.GapHyphen|token.GapFullStop) && h == g && !g.Has(token.GapSpace)
	if !joined && !(g.Bare() && h.Bare()) {
		return i
	}
	if y.digits == 2 && !(joined && g.Has(token.GapSlash)) && !p.stampBefore(i) && !p.clockFollows(i+3) {
		return i
	}
	if y.digits == 2 && p.at(i+3).class == wordDigits && g.Bare() && !p.clockFollows(i+3) {
		return i
	}
	if a.value < 1 || b.value < 1 || a.value > 31 || b.value > 31 || a.value > 12 && b.value > 12 {
		return i
	}
	if !joined && (i > 0 && p.beforeWord(i).class == wordDigits || p.countedNoun(i+3)) {
		return i
	}
	e.year, e.hasYear, e.means = int(y.value), true, meansCalendar
	if y.digits == 2 {
		if e.year += 2000; e.year > 2060 {
			e.year -= 100
		}
	}
	e.month, e.day = int(a.value), int(b.value)
	switch {
	case e.month > 12:
		e.month, e.day, e.spells = e.day, e.month, 3
	case e.day > 12:
		e.spells = -3
	case e.day <= 12 && e.day != e.month:
		e.numeric = true
		if g.Has(token.GapFullStop) { // 14.11.2017 is European
			e.month, e.day, e.numeric = e.day, e.month, false
		}
	}
	if !(civilDay{e.year, e.month, e.day}).valid() {
		return i
	}
	return i + 3
}

// stampBefore reports whether a word that a date in numbers follows precedes token i.
func (p *timeScanner) stampBefore(i int) bool {
	return p.beforeWord(i).class == wordStamp || oneOf(p.before(i, 1), "on", "date", "dated")
}

// clockFollows reports whether a clock with a witness of its own is at token i.
func (p *timeScanner) clockFollows(i int) bool {
	var e Expression
	if p.is(i, "at") {
		i++
	}
	return p.at(i).class == wordDigits && p.clock(&e, i, false) > i
}

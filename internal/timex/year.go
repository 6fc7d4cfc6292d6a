package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// year reads a year that stands alone: four digits where nothing says that
// they count something, fewer with an era.
func (p *timeScanner) year(e *Expression, i int) int {
	w := p.at(i)
	if w.class != wordDigits || w.suffix != suffixNone || w.digits > 4 || w.value == 0 {
		return i
	}
	if p.eraAt(i+1) > 0 && (p.is(i+1, "bc", "bce", "b") || w.digits >= 2 && p.is(i+1, "ad", "ce") || p.is(i+1, "a")) &&
		!(p.is(i+1, "a", "b") && p.eraAt(i+1) < 2) {
		e.year, e.hasYear, e.means = int(w.value), true, meansCalendar
		return p.eraAfter(e, i+1)
	}
	if n := p.at(i + 1); n.class == wordDigits && n.suffix == suffixNone && n.digits <= 4 && n.value < w.value && n.value > 0 && p.is(i+2, "bc", "bce") {
		e.year, e.hasYear, e.era, e.before, e.means = int(w.value), true, true, true, meansCalendar
		return i + 1
	}
	if !p.yearAt(i) || !p.yearAlone(i) {
		return i
	}
	e.year, e.hasYear, e.means = int(w.value), true, meansCalendar
	if p.is(i+1, "fiscal", "financial") && p.is(i+2, "year") {
		e.fiscal = true
		return i + 3
	}
	return p.yearRange(e, i+1)
}

// yearRange reads the second year of 2015-16 and 2015/16: the next year, or
// any later one where a dash stands between.
func (p *timeScanner) yearRange(e *Expression, i int) int {
	w := p.at(i)
	if w.class != wordDigits || w.digits != 2 || w.suffix != suffixNone {
		return i
	}
	to := e.year/100*100 + int(w.value)
	if int(w.value) == 0 && e.year%100 == 99 {
		to += 100
	}
	joined := p.gapAt(i).Has(token.GapHyphen|token.GapDash|token.GapSlash) && !p.gapAt(i).Has(token.GapSpace)
	if to > e.year && joined || to == e.year+1 && (p.is(i+1, "season", "campaign", "school", "academic", "financial",
		"fiscal", "budget", "winter", "premier", "tax", "term", "session", "edition", "champions", "league") ||
		oneOf(p.before(p.start, 1), "the", "year", "season") && p.at(i+1).class != wordDigits || p.is(i+1, "was", "is", "has", "had", "rose", "fell", "saw")) {
		e.yearTo = to
		return i + 1
	}
	return i
}

// yearAlone reports whether the four digits at token i are a year and not a
// quantity, a number that names something, or part of a longer number.
func (p *timeScanner) yearAlone(i int) bool {
	w := p.at(i)
	if p.gapAt(i).Has(token.GapOther) && i > 0 && p.tokens[i].Start > 0 && !p.gapAt(i).Has(token.GapSpace) || p.moneyBefore(i) {
		return false
	}
	before := p.before(i, 1)
	counts := p.countedNoun(i+1) && !p.gapAt(i+1).Has(token.GapComma) && !(oneOf(before, "in", "since") && w.value >= 1900)
	if p.numberBefore(i) || p.numberAfter(i) || counts {
		return false
	}
	if oneOf(before, "flight", "route", "highway", "no", "number", "bill", "hr", "section", "room", "boeing", "model", "page",
		"chapter", "channel", "windows", "area", "article", "code", "resolution", "extension", "ext", "line", "lot", "unit",
		"least", "nearly", "almost", "exactly", "some", "approximately", "another", "apartment", "suite", "box", "interstate",
		"proposition", "rule", "form", "psalm", "train", "dollars", "order", "nasdaq", "russell", "nikkei", "us", "h", "s", "a",
		"additional", "roughly", "only", "than", "p", "top", "peugeot", "ps", "hotel", "case", "docket", "ticket", "fortune", "every", "these", "those", "total") {
		if !(before == "than" && !oneOf(p.before(i, 2), "more", "less", "fewer", "greater", "longer", "rather")) &&
			!(before == "s" && p.yearCue(i-1)) && !(before == "us" && w.value > 1900) && !(before == "a" && w.value > 1900 && !p.is(i+1, "per")) {
			return false
		}
	}
	switch {
	case w.value >= 1900 && w.value < 2036:
		return true
	case w.value >= 2036:
		return oneOf(before, "in", "until", "by", "since", "before", "after", "through")
	}
	return p.yearCue(i) || p.yearListed(i)
}

// yearCue reports whether the word before token i is one that years follow.
func (p *timeScanner) yearCue(i int) bool {
	b := p.beforeWord(i)
	return oneOf(p.before(i, 1), "in", "since", "of", "until", "till", "by", "before", "after", "between", "from", "to", "circa",
		"early", "late", "mid", "during", "year", "the", "around", "through", "and", "summer", "winter", "spring", "autumn", "fall", "c") ||
		b.class == wordMonth || b.class == wordSeason
}

// yearListed reports whether the word before token i ended a year, of which the
// digits here continue the list or range.
func (p *timeScanner) yearListed(i int) bool {
	n := len(p.found)
	return n > 0 && p.found[n-1].Last == i && p.found[n-1].hasYear && p.found[n-1].year < int(p.at(i).value)
}

// moneyBefore reports whether a currency stands before the number at token i.
func (p *timeScanner) moneyBefore(i int) bool {
	return oneOf(p.before(i, 1), "usd", "gbp", "eur", "rs", "hk", "rupees")
}

// numberBefore reports whether the word before token i is a number that the
// digits here may continue: flattening has taken the comma or point away.
func (p *timeScanner) numberBefore(i int) bool {
	b := p.beforeWord(i)
	if b.class != wordDigits || b.suffix != suffixNone {
		return false
	}
	if p.gapAt(i).Has(token.GapComma|token.GapDash|token.GapSlash) || p.gapAt(i).Has(token.GapSpace) && p.gapAt(i).Has(token.GapFullStop|token.GapColon) {
		return false
	}
	if p.gapAt(i).Has(token.GapHyphen) {
		return b.digits != 4
	}
	return b.digits <= 3 && !(len(p.found) > 0 && p.found[len(p.found)-1].Last == i)
}

// numberAfter reports whether digits that go on with this number follow.
func (p *timeScanner) numberAfter(i int) bool {
	w := p.at(i + 1)
	if w.class != wordDigits {
		return p.at(i+1).class == wordScale || p.is(i+1, "million", "billion", "trillion")
	}
	g := p.gapAt(i + 1)
	if g.Has(token.GapComma|token.GapHyphen|token.GapDash|token.GapSlash) && !g.Has(token.GapFullStop) {
		return false
	}
	if g.Has(token.GapFullStop|token.GapColon) && !g.Has(token.GapSpace) {
		return true
	}
	return w.digits == 1 || w.digits == 3 || w.digits == 2 && p.at(i).value < 1900 &&
		!(int(w.value) > int(p.at(i).value)%100 && oneOf(p.before(i, 1), "in", "from", "of", "during", "the"))
}

// countedNoun reports whether token i is a noun that numbers count, so that
// the four digits before it are no year.
func (p *timeScanner) countedNoun(i int) bool {
	switch p.text(i) {
	case "people", "men", "women", "troops", "soldiers", "miles", "mile", "feet", "foot", "dollars", "pounds", "euros", "yen", "percent",
		"per", "votes", "shares", "jobs", "workers", "points", "km", "kilometers", "kilometres", "metres", "meters", "tons",
		"tonnes", "rpm", "calories", "words", "acres", "homes", "units", "megawatts", "square", "copies", "cars", "hours",
		"days", "years", "months", "minutes", "weeks", "children", "students", "members", "employees", "passengers",
		"cases", "deaths", "residents", "pages", "francs", "marks", "barrels", "seats", "tickets", "times", "cc", "hp", "mph",
		"kg", "lb", "lbs", "cm", "mm", "gallons", "litres", "liters", "degrees", "families", "houses", "officers", "staff",
		"refugees", "migrants", "voters", "prisoners", "patients", "pc", "cents", "rupees", "kilograms", "hectares", "watts",
		"guests", "spectators", "supporters", "protesters", "signatures", "rounds", "bottles", "others", "more", "respondents",
		"spaces", "rooms", "beds", "yards", "inches", "volunteers", "pupils", "books", "block", "fans", "runs", "meals", "trees":
		return true
	}
	return false
}

// spokenYear reads nineteen ninety six and two thousand six.
func (p *timeScanner) spokenYear(e *Expression, i int) int {
	a, b := p.at(i), p.at(i+1)
	switch {
	case a.class != wordNumber:
		return i
	case a.value == 2 && b.value == 1000 && b.class == wordScale:
		end := i + 2
		if p.is(end, "and") {
			end++
		}
		if c := p.at(end); c.class == wordNumber && c.value < 30 && end > i+1 && !p.countedNoun(end+1) && p.at(end+1).class != wordUnit {
			if !p.spokenYearCue(i) && e.month == 0 {
				return i
			}
			e.year, e.hasYear, e.means = 2000+int(c.value), true, meansCalendar
			return end + 1
		}
		if p.before(i, 1) == "year" {
			e.year, e.hasYear, e.means = 2000, true, meansCalendar
			return i + 2
		}
		return i
	case (a.value >= 16 && a.value <= 20) && b.class == wordNumber && b.value >= 10:
		year, end := int(a.value)*100+int(b.value), i+2
		if c := p.at(end); c.class == wordNumber && c.value < 10 && b.value >= 20 && b.value%10 == 0 {
			year, end = year+int(c.value), end+1
		}
		if p.countedNoun(end) || p.at(end).class == wordUnit || p.at(end).class == wordScale || year > 2060 {
			return i
		}
		e.year, e.hasYear, e.means = year, true, meansCalendar
		return end
	case (a.value >= 16 && a.value <= 20) && b.class == wordDecade && b.has(bitWritten):
		e.decade, e.means = int(a.value)*100+int(b.value), meansCalendar
		return i + 2
	}
	return i
}

func (p *timeScanner) spokenYearCue(i int) bool {
	return oneOf(p.before(i, 1), "in", "since", "until", "by", "year", "of", "from", "to")
}

// seasonYear reads summer 2016, spring of 1942, summer of last year.
func (p *timeScanner) seasonYear(e *Expression, i int) int {
	w := p.at(i)
	if w.has(bitPlural) {
		return i
	}
	e.season, e.means = season(w.value), meansCalendar
	end := i + 1
	if next := p.relativeYear(e, end); next > end {
		return next
	}
	if p.is(end, "of") && p.yearAt(end+1) {
		end++
	}
	if p.yearAt(end) && !p.countedNoun(end+1) {
		e.year, e.hasYear = int(p.at(end).value), true
		return p.yearRange(e, end+1)
	}
	if p.at(end).class == wordNumber {
		if next := p.spokenYear(e, end); next > end {
			return next
		}
	}
	if p.is(i+1, "olympic", "olympics", "games", "palace", "camp", "camps", "coat", "coats", "of", "short", "from", "into", "to",
		"sports", "school", "ball", "sport", "clothes", "jacket", "vacation", "job", "break") && !p.is(i+1, "of", "from", "to", "into") ||
		w.has(bitHomograph) && p.is(i+1, "of", "from", "to", "into", "short", "in", "on", "under", "off", "apart", "behind", "for", "back", "out") && !p.is(i, "autumn") {
		return i
	}
	b := p.before(i, 1)
	switch {
	case oneOf(b, "in", "by", "during", "until", "since", "over", "through") && !(w.has(bitHomograph) && oneOf(b, "over", "during", "through")):
		return end
	case oneOf(b, "early", "late", "mid"):
		return end
	}
	return i
}

// seasonOf reads a season after "the".
func (p *timeScanner) seasonOf(i int) (Expression, bool) {
	var e Expression
	w := p.at(i)
	if w.class != wordSeason || w.has(bitPlural) {
		return e, false
	}
	if end := p.seasonYear(&e, i); end > i {
		e.Last = end
		return e, true
	}
	if !oneOf(p.before(i-1, 1), "in", "by", "during", "until", "since", "over", "through", "of", "for", "before", "after") ||
		p.is(i+1, "of", "olympic", "olympics", "games", "palace", "from", "line", "guy", "into", "collection", "offensive") {
		return e, false
	}
	if w.has(bitHomograph) && oneOf(p.before(i-1, 1), "of", "for", "before", "after") {
		return e, false
	}
	e = Expression{means: meansCalendar, season: season(w.value), Last: i + 1}
	return e, true
}

// fiscalYear reads fiscal 2016 and fiscal year 2016.
func (p *timeScanner) fiscalYear(e *Expression, i int) int {
	end := i + 1
	if p.is(end, "year") {
		end++
	}
	if p.yearAt(end) {
		e.year, e.hasYear, e.fiscal, e.means = int(p.at(end).value), true, true, meansCalendar
		return end + 1
	}
	if w := p.at(end); end == i+1 && w.class == wordNumber {
		if next := p.spokenYear(e, end); next > end {
			e.fiscal = true
			return next
		}
	}
	return i
}

// decade reads 1990s, the 80s, the nineties.
func (p *timeScanner) decade(i int) (Expression, bool) {
	w := p.at(i)
	e := Expression{means: meansCalendar, decade: int(w.value), Last: i + 1}
	if w.digits == 4 {
		if w.value < 1000 || w.value > 2100 {
			return e, false
		}
		if w.value%100 == 0 && w.value < 2000 { // the 1800s are a century
			e.decade, e.century = 0, int(w.value)/100+1
		}
		return e, true
	}
	b := p.before(i, 1)
	if b == "s" && i == p.start { // '80s after a word
		b = p.before(i, 2)
	}
	if !oneOf(b, "the", "early", "late", "mid", "and", "in") && !p.gapAt(i).Has(token.GapApostrophe|token.GapSingleOpen|token.GapSingleClose) {
		return e, false
	}
	if (b == "the" || b == "early" || b == "late" || b == "mid") && oneOf(p.before(i, 2), "his", "her", "their", "my") || p.is(i+1, "and") && b == "in" {
		return e, false
	}
	if b == "in" || b == "and" && !(len(p.found) > 0 && p.found[len(p.found)-1].decade > 0) {
		if !p.gapAt(i).Has(token.GapApostrophe | token.GapSingleOpen | token.GapSingleClose) {
			return e, false
		}
	}
	if oneOf(b, "early", "late", "mid") && !p.gapAt(i).Has(token.GapApostrophe|token.GapSingleOpen|token.GapSingleClose) && oneOf(p.before(i, 2), "his", "her", "their", "my", "in", "our", "your") {
		return e, false
	}
	if p.is(i+1, "degrees", "fahrenheit", "percent") && !w.has(bitWritten) {
		return e, false
	}
	e.decade += 1900
	if w.value < 20 {
		e.decade += 100
	}
	return e, true
}

// plausible refuses what only looks like a date when nothing around it agrees.
func (p *timeScanner) plausible(e *Expression, i int) bool {
	w := p.at(i)
	if e.hasClock || e.hasYear || e.yearTo != 0 {
		return p.calendarValid(e)
	}
	switch {
	case e.means == meansWeekday && w.class == wordWeekday:
		return !w.has(bitAbbreviated) || e.part != partNone || e.day != 0 || p.shortWeekday(i)
	case e.means == meansCalendar && e.month != 0 && e.day == 0 && e.from == fromItself && w.class == wordMonth:
		return p.monthAlone(e, i)
	case e.means == meansCalendar && e.month != 0 && e.day != 0 && w.class == wordMonth:
		if p.countedNoun(e.Last) && w.has(bitHomograph) || p.is(e.Last, "percent", "000", "million", "billion") || p.at(e.Last).class == wordUnit && w.has(bitHomograph) {
			return false
		}
		if w.has(bitAbbreviated) && p.gapAt(i).Has(token.GapHyphen) {
			return false
		}
	}
	return p.calendarValid(e)
}

// calendarValid reports whether the calendar can have the day: 30 February is
// found as no timestamp.
func (p *timeScanner) calendarValid(e *Expression) bool {
	if e.month == 0 || e.day == 0 {
		return true
	}
	year := e.year
	if !e.hasYear {
		year = 2000
	}
	return civilDay{year, e.month, e.day}.valid() || e.numeric && civilDay{year, e.day, e.month}.valid()
}

// shortWeekday reports whether the short weekday at token i is one and not a
// verb or a star: "sat", "sun", "wed".
func (p *timeScanner) shortWeekday(i int) bool {
	if p.is(i, "sat", "sun", "wed", "mon") {
		return false
	}
	return oneOf(p.before(i, 1), "on", "last", "next", "this", "until", "by")
}

// monthAlone reports whether a month without day and year is one: always for
// most names, by the neighbours for "may", "march" and the short forms.
func (p *timeScanner) monthAlone(e *Expression, i int) bool {
	w, next, b := p.at(i), e.Last, p.before(i, 1)
	if !w.has(bitHomograph | bitAbbreviated) {
		if p.is(i, "august") && p.is(next, "body", "assembly", "institution", "chamber", "company", "presence") {
			return false
		}
		return !(p.is(i, "april", "june") && oneOf(b, "mr", "mrs", "ms", "miss", "dr"))
	}
	if w.has(bitAbbreviated) && !w.has(bitHomograph) {
		if p.is(i, "jan", "mar", "sep", "jun") {
			return oneOf(b, "in", "since", "last", "until", "late", "early", "mid", "next") && !p.is(i, "mar", "jan")
		}
		return oneOf(b, "in", "since", "last", "until", "late", "early", "mid", "next", "by", "this", "of", "from", "to") || p.at(next).class == wordMonth
	}
	if p.verbFollows(next) {
		return false
	}
	strong := oneOf(b, "in", "since", "last", "early", "late", "mid", "until", "during", "next", "between", "till")
	if p.is(i, "march") {
		return strong && !p.is(next, "on", "against", "by", "with", "toward", "towards", "step", "up", "past") ||
			oneOf(b, "by", "from", "through", "before", "of", "and", "to") && p.beside(i)
	}
	return strong || oneOf(b, "of", "by", "through", "before", "after") && !p.is(next, "the", "it", "they", "he", "she", "we", "you", "i") ||
		oneOf(b, "from", "to", "and", "or") && p.beside(i) || b == "this" && p.is(next, "the", "and", "when", "after", "in") && !p.is(next, "the")
}

// beside reports whether another month stands within two words of token i.
func (p *timeScanner) beside(i int) bool {
	for _, k := range [...]int{i - 2, i - 3, i + 2} {
		if k >= 0 && k < len(p.words) && p.words[k].class == wordMonth && !p.words[k].has(bitHomograph) {
			return true
		}
	}
	return false
}

package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// yearAt reports whether token i can be the year of a date.
func (p *scanner) yearAt(i int) bool {
	w := p.at(i)
	return w.isPlainNumber() && w.digits() == 4 && w.value >= 1000 && w.value < 2200
}

// yearAfter reads the year after a month or day, if one is there.
func (p *scanner) yearAfter(e *Expression, i int) int {
	if e.day != 0 && p.bracketsYear(i) {
		e.setYear(p.words[i].value)
		return i + 1
	}
	y := p.at(i)
	switch next := p.at(i + 1); {
	case p.yearAt(i) && !p.isClockWithZone(i) && !(e.day == 0 && p.countedNoun(i+1) && y.value < 1900),
		y.isPlainNumber() && y.digits() <= 3 && p.eraAt(i+1) > 0:
		e.setYear(y.value)
		return p.eraAfter(e, i+1)
	case p.is(i, "ad") && next.class == wordDigits && next.digits() <= 4 && next.value > 0:
		e.setYear(next.value)
		return i + 2
	case y.class == wordNumber:
		return p.spokenYear(e, i)
	}
	return p.shortYear(e, i)
}

// bracketsYear reports whether a year stands alone in brackets at token i: "19
// august (1919)".
func (p *scanner) bracketsYear(i int) bool {
	if i >= len(p.tokens) || !p.gapAt(i).Has(token.GapBracketOpen) || i+1 < len(p.tokens) && !p.gapAt(i+1).Has(token.GapBracketClose) {
		return false
	}
	w := p.words[i]
	return w.isPlainNumber() && w.digits() == 4 && w.value >= 1000 && w.value < 2200
}

// isClockWithZone keeps "14 november 0410 gmt" and "nov 14 1210 hkt" from
// being read as years.
func (p *scanner) isClockWithZone(i int) bool {
	year := p.at(i).value
	return p.at(i+1).class == wordZone && year%100 < 60 && (year < 2000 || year > 2035 && year < 2400) && len(p.text(i+1)) > 2
}

// eraAt returns how many tokens from i on name an era: bc, b c, bce, ad, ce.
func (p *scanner) eraAt(i int) int {
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
func (p *scanner) eraAfter(e *Expression, i int) int {
	n := p.eraAt(i)
	if n > 0 {
		e.beforeChrist = p.text(i)[0] == 'b'
	}
	return i + n
}

// annoDomini reads ad 79.
func (p *scanner) annoDomini(e *Expression, i int) int {
	if y := p.at(i + 1); p.is(i, "ad") && y.isPlainNumber() && y.digits() <= 4 && y.value > 0 && y.value < 2100 && y.digits() >= 2 {
		e.setYear(y.value)
		e.means = meansCalendar
		return i + 2
	}
	return i
}

// year reads a year that stands alone: four digits where nothing says that
// they count something, fewer with an era.
func (p *scanner) year(e *Expression, i int) int {
	w, next := p.at(i), p.at(i+1)
	switch {
	case !w.isPlainNumber() || w.digits() > 4 || w.value == 0:
		return i
	case p.eraAt(i+1) > 0 && (w.digits() >= 2 || !p.is(i+1, "ad", "ce")):
		e.setYear(w.value)
		e.means = meansCalendar
		return p.eraAfter(e, i+1)
	case next.isPlainNumber() && next.digits() <= 4 && next.value < w.value && next.value > 0 && p.is(i+2, "bc", "bce"): // 58 to 50 bc
		e.setYear(w.value)
		e.beforeChrist, e.means = true, meansCalendar
		return i + 1
	case w.digits() == 2:
		return p.shortYearAlone(e, i)
	case !p.yearAt(i) || !p.yearAlone(i):
		return i
	}
	e.setYear(w.value)
	e.means = meansCalendar
	if p.is(i+1, "fiscal", "financial") && p.is(i+2, "year") || p.is(i+1, "year") && p.is(i+2, "end") {
		return i + 3
	}
	return p.yearRange(e, i+1)
}

// yearRange reads the second year of 2015-16 and 2015/16: the next year, or
// any later one where a dash stands between.
func (p *scanner) yearRange(e *Expression, i int) int {
	w, g := p.at(i), p.gapAt(i)
	if !w.isPlainNumber() || w.digits() != 2 {
		return i
	}
	to := e.year/100*100 + int16(w.value)
	if w.value == 0 && e.year%100 == 99 {
		to += 100
	}
	joined := g.Has(token.GapHyphen|token.GapDash|token.GapSlash) && !g.Has(token.GapSpace)
	if to > e.year && joined || to == e.year+1 && p.yearPairAt(i) {
		e.yearTo = to
		return i + 1
	}
	return i
}

// yearPairAt reports whether the words around the two digits at token i make
// them the second year of a season or budget: the 2015 16 season.
func (p *scanner) yearPairAt(i int) bool {
	return p.is(i+1, "season", "campaign", "school", "academic", "financial",
		"fiscal", "budget", "winter", "premier", "tax", "term", "session", "edition", "champions", "league") ||
		p.isBefore(p.start, "the", "year", "season") && p.at(i+1).class != wordDigits ||
		p.is(i+1, "was", "is", "has", "had", "rose", "fell", "saw")
}

// yearAlone reports whether the four digits at token i are a year and not a
// quantity, a number that names something, or part of a longer number.
func (p *scanner) yearAlone(i int) bool {
	w := p.at(i)
	if p.markedNumber(i) && p.tokens[i].Start > 0 || p.isPrice(i) || p.isHouse(i) || p.isBefore(i, "usd", "gbp", "eur", "rs", "hk", "rupees") ||
		p.numberBefore(i) || p.numberAfter(i) || p.namesByNumber(i) {
		return false
	}
	if p.countedNoun(i+1) && !p.gapAt(i+1).Has(token.GapComma) && !(p.isBefore(i, "in", "since") && w.value >= 1900) {
		return false
	}
	switch {
	case w.value >= 1900 && w.value < 2036:
		return true
	case w.value >= 2036:
		return p.isBefore(i, "in", "until", "by", "since", "before", "after", "through")
	}
	return p.yearCue(i) || p.yearListed(i)
}

// isPrice reports whether the mark before the four digits at token i is that of a
// currency, by the word before it: for $1950, worth £2000.
func (p *scanner) isPrice(i int) bool {
	return i > 0 && p.gapAt(i) == token.GapOther|token.GapSpace &&
		oneOf(p.tokens[i-1].Fold, "for", "at", "of", "cost", "costs", "costing", "us", "them", "him", "her", "paid", "pay", "pays", "worth", "to", "from", "than",
			"about", "around", "over", "under", "nearly", "almost", "only", "a", "the", "and", "or", "was", "is", "are", "raised", "earned", "spent", "owed", "owes", "by")
}

// isHouse reports whether the four digits at token i are the number of a house:
// at 1915 Elm Street.
func (p *scanner) isHouse(i int) bool {
	if !p.isBefore(i, "at", "near", "outside", "address") {
		return false
	}
	for k := i + 2; k <= i+4; k++ {
		if p.is(k, "street", "avenue", "road", "drive", "lane", "boulevard", "blvd", "ave", "rd", "court", "terrace", "parkway", "highway") {
			return true
		}
	}
	return false
}

// namesByNumber reports whether the word before the four digits at token i makes
// them a quantity or the number of a thing.
func (p *scanner) namesByNumber(i int) bool {
	modern := p.at(i).value > 1900
	switch p.before(i, 1) {
	case "flight", "route", "highway", "no", "number", "bill", "hr", "section", "room", "boeing", "model", "page",
		"chapter", "channel", "windows", "area", "article", "code", "resolution", "extension", "ext", "line", "lot", "unit",
		"least", "nearly", "almost", "exactly", "some", "approximately", "another", "apartment", "suite", "box", "interstate",
		"proposition", "rule", "form", "psalm", "train", "dollars", "order", "nasdaq", "russell", "nikkei", "h",
		"additional", "roughly", "only", "cost", "costs", "costing", "worth", "p", "top", "peugeot", "ps", "hotel", "case", "docket", "ticket", "fortune", "every", "these", "those", "total":
		return true
	case "than":
		return oneOf(p.before(i, 2), "more", "less", "fewer", "greater", "longer", "rather")
	case "s":
		return !p.yearCue(i - 1)
	case "us":
		return !modern
	case "a":
		return !modern || p.is(i+1, "per")
	}
	return false
}

// yearCue reports whether the word before token i is one that years follow.
func (p *scanner) yearCue(i int) bool {
	b := p.beforeWord(i)
	return p.isBefore(i, "in", "since", "of", "until", "till", "by", "before", "after", "between", "from", "to", "circa",
		"early", "late", "mid", "during", "year", "the", "around", "through", "and", "c") ||
		b.class == wordMonth || b.class == wordSeason
}

// yearListed reports whether the word before token i ended a year, of which the
// digits here continue the list or range.
func (p *scanner) yearListed(i int) bool {
	last := p.lastFound(i)
	return last != nil && last.hasYear && int32(last.year) < p.at(i).value
}

// numberBefore reports whether the word before token i is a number that the
// digits here may continue: flattening has taken the comma or point away.
func (p *scanner) numberBefore(i int) bool {
	b, g := p.beforeWord(i), p.gapAt(i)
	switch {
	case !b.isPlainNumber(), g.Has(token.GapComma | token.GapDash | token.GapSlash), g.Has(token.GapSpace) && g.Has(token.GapFullStop|token.GapColon):
		return false
	case g.Has(token.GapHyphen):
		return b.digits() != 4
	}
	return b.digits() <= 3 && p.lastFound(i) == nil
}

// numberAfter reports whether digits that go on with this number follow.
func (p *scanner) numberAfter(i int) bool {
	w, next, g := p.at(i), p.at(i+1), p.gapAt(i+1)
	switch {
	case next.class != wordDigits:
		return next.class == wordScale || p.is(i+1, "million", "billion", "trillion")
	case g.Has(token.GapComma|token.GapHyphen|token.GapDash|token.GapSlash) && !g.Has(token.GapFullStop):
		return false
	case g.Has(token.GapFullStop|token.GapColon) && !g.Has(token.GapSpace):
		return true
	}
	return next.digits() == 1 || next.digits() == 3 || next.digits() == 2 && w.value < 1900 &&
		!(next.value > w.value%100 && p.isBefore(i, "in", "from", "of", "during", "the"))
}

// countedNoun reports whether token i is a noun that numbers count, so that
// the four digits before it are no year.
func (p *scanner) countedNoun(i int) bool {
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

// spokenYear reads nineteen ninety six, two thousand six, nineteen nineties.
func (p *scanner) spokenYear(e *Expression, i int) int {
	a, b := p.at(i), p.at(i+1)
	switch {
	case a.class != wordNumber:
		return i
	case a.value == 2 && b.value == 1000 && b.class == wordScale:
		return p.spokenMillennium(e, i)
	case a.value < 16 || a.value > 20:
		return i
	case b.class == wordDecade && b.has(bitWritten):
		e.decade, e.means = int16(a.value*100+b.value), meansCalendar
		return i + 2
	case b.class != wordNumber || b.value < 10:
		return i
	}
	year, end := a.value*100+b.value, i+2
	if c := p.at(end); c.class == wordNumber && c.value < 10 && b.value >= 20 && b.value%10 == 0 {
		year, end = year+c.value, end+1
	}
	if p.countedNoun(end) || p.at(end).class == wordUnit || p.at(end).class == wordScale || year > 2060 {
		return i
	}
	e.setYear(year)
	e.means = meansCalendar
	return end
}

// spokenMillennium reads two thousand six and, after "year", two thousand.
func (p *scanner) spokenMillennium(e *Expression, i int) int {
	end := i + 2
	if p.is(end, "and") {
		end++
	}
	year := int32(2000)
	switch c := p.at(end); {
	case c.class == wordNumber && c.value < 30 && !p.countedNoun(end+1) && p.at(end+1).class != wordUnit:
		if e.month == 0 && !p.isBefore(i, "in", "since", "until", "by", "year", "of", "from", "to") {
			return i
		}
		year, end = year+c.value, end+1
	case p.isBefore(i, "year"):
		end = i + 2
	default:
		return i
	}
	e.setYear(year)
	e.means = meansCalendar
	return end
}

// fiscalYear reads fiscal 2016 and fiscal year 2016.
func (p *scanner) fiscalYear(e *Expression, i int) int {
	end := i + 1
	if p.at(end).class == wordNumber {
		if next := p.spokenYear(e, end); next > end {
			return next
		}
		return i
	}
	if p.is(end, "year") {
		end++
	}
	if !p.yearAt(end) {
		return i
	}
	e.setYear(p.at(end).value)
	e.means = meansCalendar
	return p.fiscalRange(e, end+1)
}

// fiscalRange reads the second year of fiscal 2016 17, which needs no mark.
func (p *scanner) fiscalRange(e *Expression, i int) int {
	if w := p.at(i); w.isPlainNumber() && w.digits() == 2 && int16(w.value) == (e.year+1)%100 && !p.gapAt(i).Has(token.GapComma) {
		e.yearTo = e.year + 1
		return i + 1
	}
	return p.yearRange(e, i)
}

package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// hourOfDay reads an hour that has no mark of a clock, and is one by the day
// behind it: nine on monday evening, 11 last night, 22 15 on sunday, 2215 on
// sunday, and 9 in "from 9 to 5 on monday".
func (p *scanner) hourOfDay(i int) (e Expression, ok bool) {
	c, end := p.bareTime(i)
	if end == i || p.tellsPrices(i) {
		return e, false
	}
	if p.opensHours(i) {
		if e, ok = p.firstHour(c, end); ok {
			return e, true
		}
	}
	if p.isHourOfFour(i) && p.clauseGoesOn(end) {
		e.setClock(c.clockTime)
		e.Last = end
		return e, true
	}
	if e, ok = p.dayOfHour(end); !ok || e.part == partNone && !c.surely && !p.isBefore(i, "at", "until", "till") && !p.endsHours(i) {
		return e, false
	}
	if first := p.lastFound(i - 1); first != nil && c.anyHalf && e.part == partNone && c.hour <= first.hour%12 {
		c.hour, c.anyHalf = c.hour+12, false // from 9 to 5
	}
	e.setClock(c.clockTime)
	if e.part != partNone && !e.settleHalf() {
		return e, false
	}
	return p.andMore(e), true
}

// isHourOfFour reports whether the number at token i is written as only hours
// are, with a nought at its head: at 0705.
func (p *scanner) isHourOfFour(i int) bool {
	word := p.text(i)
	return len(word) == 4 && word[0] == '0' && p.isBefore(i, "at") && p.at(i).isPlainNumber()
}

// orHourOfDay takes the longest of the readings, or an hour of the day where the
// words before token i let one stand.
func (p *scanner) orHourOfDay(i int, readings ...reading) (e Expression, ok bool) {
	e, ok = longest(i, readings...)
	if p.opensHours(i) || p.endsHours(i) || p.hourLike(i) {
		if hour, found := p.hourOfDay(i); found && hour.Last > e.Last {
			return hour, true
		}
	}
	return e, ok
}

// A bareTime is a time of day of which only numbers are there.
type bareTime struct {
	clockTime
	surely bool // it has minutes
}

// bareTime reads 9, nine, nine thirty, 22 15 and 2215 at token i.
func (p *scanner) bareTime(i int) (c bareTime, end int) {
	w, m := p.at(i), p.at(i+1)
	c.hour, end = int8(min(w.value, 99)), i+1
	switch {
	case w.class == wordNumber && m.class == wordNumber && w.value <= 12 && m.value >= 10:
		minute, next := p.spokenNumber(i + 1)
		c.minute, c.surely, end = int8(min(minute, 99)), true, next
	case w.class == wordNumber:
	case !w.isPlainNumber():
		return c, i
	case w.digits() == 4:
		if !p.isBefore(i, "at") && !(p.before(i, 2) == "at" && p.isBefore(i, "about", "around")) {
			return c, i
		}
		c.hour, c.minute, c.surely = int8(w.value/100), int8(w.value%100), true
	case w.value == 9 && m.value == 11 && !p.isBefore(i, "at"): // before 9 11
		return c, i
	case m.isPlainNumber() && isSixtieth(m) && (p.gapAt(end).Bare() || p.pointAt(end)):
		c.minute, c.surely, end = int8(m.value), true, end+1
	}
	if c.hour > 23 || c.minute > 59 || !c.surely && (c.hour < 1 || c.hour > 12) || p.at(end).class == wordDigits {
		return c, i
	}
	c.hasClock, c.anyHalf = true, c.hour >= 1 && c.hour <= 12 && (w.digits() < 2 || w.value >= 10 && w.digits() == 2)
	return c, end
}

// pointAt reports whether only a point stands before token i, as in 22.15.
func (p *scanner) pointAt(i int) bool { return p.gapAt(i) == token.GapFullStop }

// dayOfHour reads the day that makes the number before token i an hour.
func (p *scanner) dayOfHour(i int) (e Expression, ok bool) {
	at := i
	if p.is(i, "on") {
		if at++; p.is(at, "the") && p.at(at+1).class == wordPart {
			return p.partOf(at + 1)
		}
	}
	e.Last = p.date(&e, at)
	if e.Last == at || !e.hasDay() || e.month != 0 && at == i || e.hasClock {
		return e, false
	}
	if w := p.at(e.Last); e.part == partNone && w.class == wordPart && !w.has(bitPlural) {
		e.setPart(dayPart(w.value))
		e.Last++
	}
	return e, p.plausible(&e, at)
}

// dayWithPart reports whether a day and a part of it stand at token i.
func (p *scanner) dayWithPart(i int) bool {
	day, ok := p.dayOfHour(i)
	return ok && day.part != partNone
}

// settleHalf moves the hour of twelve of e to the half of the day that its part
// tells. The small hours of a night are those of the next day; it reports false
// where that is not to be reckoned here.
func (e *Expression) settleHalf() bool {
	switch {
	case !e.anyHalf:
	case e.part != partNight || e.hour >= 5 && e.hour < 12:
		e.putInto(e.part)
	case e.hour == 12 && e.minute == 0:
		e.hour = 24
	case e.means == meansShift && e.unit == unitDay:
		e.count++
		e.hour %= 12
	case e.means == meansWeekday:
		e.weekday = e.weekday%7 + 1
		e.hour %= 12
	default:
		return false
	}
	e.anyHalf = false
	return true
}

// firstHour reads the hour c, which ended before token i, as the first of "from
// 9 to 5 on monday" and "between two and four on saturday afternoon", whose day
// follows the second.
func (p *scanner) firstHour(c bareTime, i int) (e Expression, ok bool) {
	if !p.is(i, "to", "until", "till", "and") {
		return e, false
	}
	second, end := p.bareTime(i + 1)
	if end == i+1 {
		return e, false
	}
	day, ok := p.dayOfHour(end)
	if !ok {
		return e, false
	}
	if c.anyHalf && day.part != partNone && (day.part != partNight || c.hour >= 5 && c.hour <= second.hour) {
		c.putInto(day.part)
	}
	e.Last = i
	e.setClock(c.clockTime)
	return e, true
}

// opensHours reports whether the word before token i can open a stretch of hours.
func (p *scanner) opensHours(i int) bool { return p.isBefore(i, "from", "between") }

// endsHours reports whether the number at token i can end a stretch of hours
// whose first was just read.
func (p *scanner) endsHours(i int) bool {
	first := p.lastFound(i - 1)
	return first != nil && first.hasClock && p.isBefore(i, "to", "until", "till", "and")
}

// hourAfterDay reads nine in "on friday night at nine", where token i follows
// "at", into e. It returns the token after it, or i.
func (p *scanner) hourAfterDay(e *Expression, i int) int {
	c, end := p.bareTime(i)
	if end == i || !p.clauseGoesOn(end) || p.tellsPrices(i) || p.isBefore(p.start, "closed", "ended", "finished", "opened", "stood") {
		return i
	}
	timed := *e
	if timed.setClock(c.clockTime); timed.part != partNone && !timed.settleHalf() {
		return i
	}
	*e = timed
	return end
}

// priceWords is how far before a number the words stand that make it a price.
const priceWords = 12

// tellsPrices reports whether the words before the number at token i speak of
// prices, rates and scores, which are told in the same words as hours: "shares
// closed at 22.15 on Friday", "cut the rate from 9 to 5 on Monday".
func (p *scanner) tellsPrices(i int) bool {
	for k := 1; k <= priceWords && k <= i && !p.words[i-k+1].has(bitWall); k++ {
		switch p.tokens[i-k].Fold {
		case "share", "shares", "stock", "stocks", "index", "bond", "bonds", "notes", "futures", "dollar", "dollars", "euro", "euros", "yen", "pound",
			"pounds", "sterling", "rupee", "franc", "oil", "crude", "gold", "price", "prices", "priced", "points", "yield", "yields", "rate", "rates", "nasdaq",
			"dow", "trading", "traded", "trades", "settled", "quoted", "valued", "cents", "rose", "fell", "cut", "raised", "lowered", "increased", "decreased",
			"dropped", "grew", "narrowed", "widened", "slipped", "climbed", "jumped", "soared", "doubled", "shrank", "score", "scored", "odds", "temperature",
			"temperatures", "aged", "percent", "pct":
			return true
		}
	}
	return false
}

package timex

import (
	"strconv"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A quantity is how many units a length has.
type quantity struct {
	whole  int
	tenths int
	half   bool
	vague  bool // several, a few
	single bool // "a" or "an"
}

// maximumQuantity bounds lengths: what is longer is no time that news tells.
const maximumQuantity = 1_000_000

// quantity reads a number in digits or words at token i.
func (p *timeScanner) quantity(i int) (q quantity, end int, ok bool) {
	switch w := p.at(i); w.class {
	case wordDigits:
		return p.digitQuantity(i)
	case wordNumber:
		q.whole, end = p.spokenNumber(i)
	case wordScale:
		return q, i, false
	case wordHalf:
		if p.at(i+1).class == wordArticle {
			return quantity{half: true}, i + 2, true
		}
		return quantity{half: true}, i + 1, true
	case wordArticle:
		switch {
		case p.is(i+1, "few"):
			return quantity{vague: true}, i + 2, true
		case p.is(i+1, "couple"):
			if p.is(i+2, "of") {
				return quantity{whole: 2}, i + 3, true
			}
			return quantity{whole: 2}, i + 2, true
		case p.at(i+1).class == wordScale:
			return quantity{whole: int(p.at(i + 1).value)}, i + 2, true
		case p.is(i+1, "dozen"):
			return quantity{whole: 12}, i + 2, true
		case p.is(i+1, "half"):
			return quantity{half: true}, i + 2, true
		}
		return quantity{whole: 1, single: true}, i + 1, true
	case wordQuantity:
		if p.is(i, "couple") {
			if p.is(i+1, "of") {
				i++
			}
			return quantity{whole: 2}, i + 1, true
		}
		return quantity{vague: true}, i + 1, true
	default:
		return q, i, false
	}
	if p.is(end, "and") && p.is(end+1, "a") && p.at(end+2).class == wordHalf {
		q.half, end = true, end+3
	}
	return q, end, q.whole <= maximumQuantity
}

// digitQuantity reads 10, 1 000, 3 5 (a decimal) and 5 1 2 (five and a half).
func (p *timeScanner) digitQuantity(i int) (q quantity, end int, ok bool) {
	w := p.at(i)
	if w.suffix != suffixNone || w.digits > 6 || p.gapAt(i).Has(token.GapOther) && i > 0 && !p.gapAt(i).Has(token.GapSpace) || p.numberBefore(i) || p.decimalBefore(i) {
		return q, i, false
	}
	q.whole, end = int(w.value), i+1
	n, g := p.at(end), p.gapAt(end)
	if n.class != wordDigits || n.suffix != suffixNone {
		if p.is(end, "and") && p.is(end+1, "a") && p.at(end+2).class == wordHalf {
			q.half, end = true, end+3
		}
		return q, end, true
	}
	switch {
	case n.value > w.value && n.digits <= 2 && (n.digits == 2 || g.Has(token.GapHyphen|token.GapDash)) && (g.Bare() || g.Has(token.GapHyphen|token.GapDash)) &&
		p.at(end+1).class == wordUnit:
		return quantity{vague: true}, end + 1, true // 20-30 minutes
	case n.digits == 3 && w.digits <= 3 && (g.Has(token.GapComma) && !g.Has(token.GapSpace) || g.Bare()):
		q.whole, end = q.whole*1000+int(n.value), end+1
	case n.value == 1 && p.is(end+1, "2") && (g.Bare() || g.Has(token.GapHyphen)):
		q.half, end = true, end+2
	case n.digits == 1 && (g.Bare() || g.Has(token.GapFullStop) && !g.Has(token.GapSpace)):
		q.tenths, end = int(n.value), end+1
	}
	return q, end, true
}

// spokenNumber reads up to six words of a number: twenty four, two hundred and ten.
func (p *timeScanner) spokenNumber(i int) (n, end int) {
	n, end = int(p.at(i).value), i+1
	if n >= 20 && n%10 == 0 && p.at(end).class == wordNumber && p.at(end).value < 10 {
		n, end = n+int(p.at(end).value), end+1
	}
	for range 2 {
		if s := p.at(end); s.class == wordScale {
			n, end = n*int(s.value), end+1
		}
	}
	return n, end
}

// lengthOf writes a length as a TIMEX3 value.
func lengthOf(q quantity, unit calendarUnit) string {
	if q.vague {
		return map[calendarUnit]string{unitSecond: "PTXS", unitMinute: "PTXM", unitHour: "PTXH", unitNight: "PXD", unitDay: "PXD",
			unitWeekend: "PXWE", unitWeek: "PXW", unitFortnight: "PXW", unitMonth: "PXM", unitQuarter: "PXQ", unitHalf: "PXM",
			unitYear: "PXY", unitDecade: "PXDE", unitCentury: "PXCE"}[unit]
	}
	factor := 1
	switch unit {
	case unitDecade:
		factor, unit = 10, unitYear
	case unitCentury:
		factor, unit = 100, unitYear
	case unitFortnight:
		factor, unit = 2, unitWeek
	case unitHalf:
		factor, unit = 6, unitMonth
	}
	n := strconv.Itoa(q.whole * factor)
	if factor > 1 && (q.half || q.tenths > 0) {
		n = strconv.Itoa(q.whole*factor + factor*(q.tenths+5*boolTo(q.half))/10)
	} else if q.tenths == 5 {
		return halfLength(q.whole, unit)
	} else if q.tenths > 0 {
		n += "." + strconv.Itoa(q.tenths)
	} else if q.half {
		return halfLength(q.whole, unit)
	}
	switch unit {
	case unitSecond:
		return "PT" + n + "S"
	case unitMinute:
		return "PT" + n + "M"
	case unitHour:
		return "PT" + n + "H"
	case unitWeekend:
		return "P" + n + "WE"
	case unitWeek:
		return "P" + n + "W"
	case unitMonth:
		return "P" + n + "M"
	case unitQuarter:
		return "P" + n + "Q"
	case unitYear:
		return "P" + n + "Y"
	}
	return "P" + n + "D"
}

// halfLength writes a number and a half in the units that TIMEX3 has for it.
func halfLength(whole int, unit calendarUnit) string {
	n := strconv.Itoa(whole)
	switch unit {
	case unitYear:
		if whole == 0 {
			return "P6M"
		}
		return "P" + n + "Y6M"
	case unitHour:
		if whole == 0 {
			return "PT30M"
		}
		return "PT" + n + "H30M"
	case unitMinute:
		if whole == 0 {
			return "PT30S"
		}
		return "PT" + n + "M30S"
	case unitDay:
		if whole == 0 {
			return "PT12H"
		}
		return "P" + n + "DT12H"
	case unitWeek:
		return "P" + n + ".5W"
	case unitQuarter:
		return "P" + n + ".5Q"
	}
	return "P" + n + ".5M"
}

func boolTo(b bool) int {
	if b {
		return 1
	}
	return 0
}

// amount reads a quantity of a unit, and what makes a date of it: three years,
// two weeks ago, twelve hours later, two days after.
func (p *timeScanner) amount(i int) (e Expression, ok bool) {
	j := p.hedge(i)
	if j < 0 {
		return e, false
	}
	q, end, ok := p.quantity(j)
	if !ok {
		return e, false
	}
	if p.at(j).class == wordHalf && end == j+1 && p.at(end).class == wordUnit && !p.is(end, "hour", "decade", "century") {
		return e, false
	}
	q, end = p.quantityRange(q, end)
	if p.is(end, "full", "more", "additional", "consecutive", "straight", "long", "calendar", "business", "trading", "whole", "further", "fiscal", "extra", "successive", "solid") && (q.vague || !q.single || p.is(end, "full", "whole", "further", "additional", "extra")) {
		end++
	}
	u := p.at(end)
	if u.class != wordUnit || q.single && u.has(bitPlural) || u.has(bitAbbreviated) && p.at(j).class != wordDigits {
		return e, false
	}
	unit := calendarUnit(u.value)
	end++
	if q.single && p.is(end, "end") { // "a year end report"
		return e, false
	}
	if p.is(end, "old", "olds") || p.is(end, "of") && p.is(end+1, "age") || p.is(end, "s") && p.is(end+1, "old") || p.ageBefore(i) {
		return e, false
	}
	if p.is(end, "and") && p.is(end+1, "a") && p.at(end+2).class == wordHalf && !q.half {
		q.half, end = true, end+3
	}
	e = Expression{means: meansFixed, fixed: lengthOf(q, unit), kind: Duration, unit: unit, Last: end}
	if unit == unitQuarter && (q.single || q.half || p.is(end, "of") && q.whole == 3) {
		return e, false
	}
	return p.amountTail(e, q, i, j)
}

// quantityRange goes on to the second number of "two to three weeks"; how many
// it is stays open then.
func (p *timeScanner) quantityRange(q quantity, end int) (quantity, int) {
	if p.is(end, "to", "or") && (p.at(end+1).class == wordNumber || p.at(end+1).class == wordDigits) && !q.single {
		if _, far, found := p.quantity(end + 1); found && p.at(far).class == wordUnit {
			return quantity{vague: true}, far
		}
	}
	return q, end
}

// hedge passes over "nearly", "more than" and their kind, which TimeBank counts
// as part of the expression more often than not; -1 if one leads nowhere.
func (p *timeScanner) hedge(i int) int {
	if p.at(i).class != wordHedge {
		return i
	}
	switch {
	case p.is(i, "nearly", "almost"):
		return i + 1
	case p.is(i, "more", "less") && p.is(i+1, "than"), p.is(i, "at") && p.is(i+1, "least"), p.is(i, "up") && p.is(i+1, "to"):
		return i + 2
	}
	return -1
}

// ageBefore reports whether "aged" stands before token i.
func (p *timeScanner) ageBefore(i int) bool { return p.before(i, 1) == "aged" }

// amountTail reads what follows the unit.
func (p *timeScanner) amountTail(e Expression, q quantity, i, j int) (Expression, bool) {
	if factor := map[calendarUnit]int{unitDecade: 10, unitCentury: 100}[e.unit]; factor > 0 && (q.half || q.tenths > 0) {
		e.unit = unitYear
		q = quantity{whole: q.whole*factor + factor*(q.tenths+5*boolTo(q.half))/10}
	}
	end, unit := e.Last, e.unit
	count := q.whole
	ago := p.is(end, "ago") || p.is(end, "or") && p.is(end+1, "so") && p.is(end+2, "ago")
	switch {
	case ago:
		e.Last = end + 1
		if p.is(end, "or") {
			e.Last = end + 3
		}
		e.from, count = fromPublished, -count
	case p.is(end, "earlier", "previously"):
		e.Last, e.from, count = end+1, fromReference, -count
	case p.is(end, "later", "afterwards", "afterward"):
		e.Last, e.from = end+1, fromReference
	case p.is(end, "from") && p.is(end+1, "now", "today"):
		e.Last, e.from = end+2, fromPublished
	case p.is(end, "before", "after", "from", "following") && q.whole > 0:
		e.means, e.count, e.links = meansDuration, count, 2
		if p.is(end, "before") {
			e.links = -2
		}
		return e, !(q.single && p.loneUnitWeak(unit, i))
	default:
		return p.plainLength(e, q, i, j)
	}
	e.kind = Date
	if q.vague || q.half && unit < unitYear || q.tenths > 0 {
		e.means, e.fixed = meansFixed, "PAST_REF"
		if count >= 0 && !ago && e.from != fromReference {
			e.fixed = "FUTURE_REF"
		}
		if !ago && e.from == fromReference {
			e.fixed = ""
		}
		return e, true
	}
	e.means, e.count, e.fixed = meansOffset, count, ""
	if unit == unitYear && q.single && count < 0 {
		e.means, e.steps, e.count, e.from = meansQuarter, true, -1, fromReference
		if ago {
			e.count = -1
		}
	}
	if unit < unitDay {
		e.kind = Time
	}
	return e, true
}

// plainLength decides on a quantity of a unit that no word turns into a date.
func (p *timeScanner) plainLength(e Expression, q quantity, i, j int) (Expression, bool) {
	end := e.Last
	if q.single && i == j {
		b := p.beforeWord(i)
		if b.class == wordDigits || b.class == wordScale || b.class == wordNumber || p.rateBefore(i) {
			e.kind = Set
			return e, e.unit >= unitHour
		}
		if p.loneUnitWeak(e.unit, i) {
			return e, false
		}
		if p.is(end, "long") && e.unit != unitHour {
			e.Last++
		}
	}
	if p.is(end, "or") && p.is(end+1, "so") {
		e.Last = end + 2
	}
	return e, true
}

// rateBefore reports whether "a year" after this word says how often or much.
func (p *timeScanner) rateBefore(i int) bool {
	return oneOf(p.before(i, 1), "million", "billion", "trillion", "percent", "pc", "times", "cents", "dollars", "pounds", "euros", "barrels", "people", "units",
		"once", "twice", "tons", "tonnes", "vehicles", "cars", "copies", "k", "m", "bn", "pence")
}

// loneUnitWeak reports whether "a" and the unit alone are too weak to be a length.
func (p *timeScanner) loneUnitWeak(unit calendarUnit, i int) bool {
	switch unit {
	case unitDay:
		return !oneOf(p.before(i, 1), "for", "within", "in", "than", "about", "least", "just", "only", "took", "lasted")
	case unitMinute, unitSecond, unitWeekend, unitQuarter:
		return true
	}
	return false
}

// bareUnit reads years ago, months later, for weeks, decades long, year end,
// year earlier and "right now".
func (p *timeScanner) bareUnit(i int) (e Expression, ok bool) {
	w := p.at(i)
	if w.class == wordYet {
		if p.is(i, "right") && p.is(i+1, "now") {
			return Expression{means: meansFixed, fixed: "PRESENT_REF", Last: i + 2}, true
		}
		return e, false
	}
	if w.class != wordUnit || w.has(bitAbbreviated) {
		return e, false
	}
	unit := calendarUnit(w.value)
	e = Expression{means: meansFixed, fixed: lengthOf(quantity{vague: true}, unit), kind: Duration, Last: i + 1}
	if w.has(bitPlural) {
		switch b := p.before(i, 1); {
		case p.is(i+1, "ago"):
			e.fixed, e.kind, e.Last = "PAST_REF", Date, i+2
			return e, true
		case p.is(i+1, "later", "earlier"):
			e.fixed, e.kind, e.Last = "", Date, i+2
			return e, true
		case p.is(i+1, "long"):
			e.Last++
			return e, true
		case unit == unitWeekend && oneOf(b, "on", "at"):
			e.fixed, e.kind = "XXXX-WXX-WE", Set
			return e, true
		case p.is(i+1, "before", "after") && unit >= unitHour && unit <= unitYear && unit != unitWeekend && unit != unitQuarter:
			return e, true
		case b == "within":
			return e, unit >= unitMinute && unit != unitWeekend
		case b == "for" || b == "in" && oneOf(p.before(i, 2), "time", "first", "best", "worst", "biggest", "largest", "highest", "lowest"):
			return e, unit >= unitHour && unit != unitWeekend && !p.is(i+1, "of", "to", "in") || b == "for" && p.is(i+1, "to", "in")
		}
		return e, false
	}
	switch {
	case p.is(i, "year") && p.is(i+1, "end") && !p.is(i+2, "of"), p.is(i, "year") && p.is(i+1, "s") && p.is(i+2, "end"):
		e = Expression{means: meansOffset, from: fromPublished, steps: true, unit: unitYear, Last: i + 2}
		if p.is(i+1, "s") {
			e.Last++
		}
		return e, true
	case p.is(i, "year") && p.is(i+1, "earlier", "ago"):
		return p.yearEarlier(i)
	case p.is(i+1, "long") && unit >= unitDay:
		return Expression{means: meansFixed, fixed: lengthOf(quantity{whole: 1}, unit), kind: Duration, Last: i + 2}, true
	}
	return e, false
}

// numberedLength reads "nine months" after "the".
func (p *timeScanner) numberedLength(i int) (Expression, bool) {
	q, end, ok := p.quantity(i)
	u := p.at(end)
	e := Expression{means: meansFixed, kind: Duration, fixed: lengthOf(q, calendarUnit(u.value)), Last: end + 1}
	return e, ok && u.class == wordUnit && u.has(bitPlural) && !p.is(end+1, "old") && calendarUnit(u.value) >= unitHour
}

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

// some is how many "several" are.
var some = quantity{vague: true}

// maximumQuantity bounds lengths: what is longer is no time that news tells.
const maximumQuantity = 1_000_000

// quantity reads a number in digits or words at token i.
func (p *scanner) quantity(i int) (q quantity, end int, ok bool) {
	switch w := p.at(i); w.class {
	case wordDigits:
		return p.digitQuantity(i)
	case wordNumber:
		q.whole, end = p.spokenNumber(i)
		q, end = p.andAHalf(q, end)
		return q, end, q.whole <= maximumQuantity
	case wordHalf:
		if p.at(i+1).class == wordArticle {
			return quantity{half: true}, i + 2, true
		}
		return quantity{half: true}, i + 1, true
	case wordArticle:
		q, end = p.articleQuantity(i)
		return q, end, true
	case wordQuantity:
		if p.is(i, "couple") {
			return quantity{whole: 2}, p.passOf(i + 1), true
		}
		return some, i + 1, true
	}
	return q, i, false
}

// articleQuantity reads what "a" begins: a few, a couple of, a hundred, a dozen.
func (p *scanner) articleQuantity(i int) (q quantity, end int) {
	switch {
	case p.is(i+1, "few"):
		return some, i + 2
	case p.is(i+1, "couple"):
		return quantity{whole: 2}, p.passOf(i + 2)
	case p.at(i+1).class == wordScale:
		return quantity{whole: int(p.at(i + 1).value)}, i + 2
	case p.is(i+1, "dozen"):
		return quantity{whole: 12}, i + 2
	case p.is(i+1, "half"):
		return quantity{half: true}, i + 2
	}
	return quantity{whole: 1, single: true}, i + 1
}

// passOf passes over "of" at token i.
func (p *scanner) passOf(i int) int {
	if p.is(i, "of") {
		return i + 1
	}
	return i
}

// andAHalf goes on with "and a half" at token i.
func (p *scanner) andAHalf(q quantity, i int) (quantity, int) {
	if p.is(i, "and") && p.is(i+1, "a") && p.at(i+2).class == wordHalf && !q.half {
		q.half = true
		return q, i + 3
	}
	return q, i
}

// digitQuantity reads 10, 1 000, 3 5 (a decimal) and 5 1 2 (five and a half).
func (p *scanner) digitQuantity(i int) (q quantity, end int, ok bool) {
	w := p.at(i)
	if w.suffix() != suffixNone || w.digits() > 6 || p.markedNumber(i) || p.numberBefore(i) || p.decimalBefore(i) {
		return q, i, false
	}
	q.whole, end = int(w.value), i+1
	n, g := p.at(end), p.gapAt(end)
	if !n.isPlainNumber() {
		q, end = p.andAHalf(q, end)
		return q, end, true
	}
	dash := g.Has(token.GapHyphen | token.GapDash)
	switch {
	case n.value > w.value && (n.digits() == 2 && g.Bare() || n.digits() <= 2 && dash) && p.at(end+1).class == wordUnit:
		return some, end + 1, true // 20-30 minutes
	case n.digits() == 3 && w.digits() <= 3 && (g.Has(token.GapComma) && !g.Has(token.GapSpace) || g.Bare()):
		q.whole, end = q.whole*1000+int(n.value), end+1
	case n.value == 1 && p.is(end+1, "2") && (g.Bare() || g.Has(token.GapHyphen)):
		q.half, end = true, end+2
	case n.digits() == 1 && (g.Bare() || g.Has(token.GapFullStop) && !g.Has(token.GapSpace)):
		q.tenths, end = int(n.value), end+1
	}
	return q, end, true
}

// markedNumber reports whether a mark such as that of a currency stands right
// before the number at token i.
func (p *scanner) markedNumber(i int) bool {
	return i > 0 && p.gapAt(i).Has(token.GapOther) && !p.gapAt(i).Has(token.GapSpace)
}

// spokenNumber reads up to four words of a number: twenty four, two hundred.
func (p *scanner) spokenNumber(i int) (n, end int) {
	n, end = int(p.at(i).value), i+1
	if next := p.at(end); n >= 20 && n%10 == 0 && next.class == wordNumber && next.value < 10 {
		n, end = n+int(next.value), end+1
	}
	for range 2 {
		if s := p.at(end); s.class == wordScale {
			n, end = n*int(s.value), end+1
		}
	}
	return n, end
}

// quantityRange goes on to the second number of "two to three weeks"; how many
// it is stays open then.
func (p *scanner) quantityRange(q quantity, end int) (quantity, int) {
	if p.is(end, "to", "or") && (p.at(end+1).class == wordNumber || p.at(end+1).class == wordDigits) && !q.single {
		if _, far, found := p.quantity(end + 1); found && p.at(far).class == wordUnit {
			return some, far
		}
	}
	return q, end
}

// rangeUnit gives the unit of the first number of "between six and eight weeks",
// which ends before token end; its second number is an expression of its own.
func (p *scanner) rangeUnit(i, end int) (unit calendarUnit, ok bool) {
	if !p.isBefore(i, "between") || !p.is(end, "and", "to") || !p.at(i).isNumber() || !p.at(end+1).isNumber() {
		return unitNone, false
	}
	_, far, found := p.quantity(end + 1)
	u := p.at(far)
	return calendarUnit(u.value), found && u.class == wordUnit && u.has(bitPlural) && !p.isAge(i, far+1)
}

// vagueLengths are the TIMEX3 values of some units.
var vagueLengths = [...]string{unitNone: "", unitSecond: "PTXS", unitMinute: "PTXM", unitHour: "PTXH", unitNight: "PXD", unitDay: "PXD",
	unitWeekend: "PXWE", unitWeek: "PXW", unitFortnight: "PXW", unitMonth: "PXM", unitQuarter: "PXQ", unitHalf: "PXM",
	unitYear: "PXY", unitDecade: "PXDE", unitCentury: "PXCE"}

// lengthParts are what TIMEX3 writes before and after the number of a unit.
var lengthParts = [...]struct{ before, after string }{
	unitNone: {"P", "D"}, unitSecond: {"PT", "S"}, unitMinute: {"PT", "M"}, unitHour: {"PT", "H"}, unitNight: {"P", "D"}, unitDay: {"P", "D"},
	unitWeekend: {"P", "WE"}, unitWeek: {"P", "W"}, unitMonth: {"P", "M"}, unitQuarter: {"P", "Q"}, unitYear: {"P", "Y"},
}

// lengthOf writes a length as a TIMEX3 value.
func lengthOf(q quantity, unit calendarUnit) string {
	if q.vague {
		return vagueLengths[unit]
	}
	q, unit = inWrittenUnits(q, unit)
	n := strconv.Itoa(q.whole)
	switch {
	case q.tenths == 5 || q.half && q.tenths == 0:
		return halfLength(q.whole, unit)
	case q.tenths > 0:
		n += "." + strconv.Itoa(q.tenths)
	}
	return lengthParts[unit].before + n + lengthParts[unit].after
}

// inWrittenUnits gives a length in units that TIMEX3 has: decades in years.
func inWrittenUnits(q quantity, unit calendarUnit) (quantity, calendarUnit) {
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
	default:
		return q, unit
	}
	tenths := q.tenths
	if q.half {
		tenths += 5
	}
	return quantity{whole: q.whole*factor + factor*tenths/10}, unit
}

// halfLength writes a number and a half of a unit, in whole numbers of smaller
// units where those are customary.
func halfLength(whole int, unit calendarUnit) string {
	before, half := "", ""
	switch unit {
	case unitYear:
		before, half = "P", "6M"
	case unitDay:
		before, half = "P", "T12H"
	case unitHour:
		before, half = "PT", "30M"
	case unitMinute:
		before, half = "PT", "30S"
	default:
		return lengthParts[unit].before + strconv.Itoa(whole) + ".5" + lengthParts[unit].after
	}
	if whole == 0 {
		return before + half
	}
	return before + strconv.Itoa(whole) + lengthParts[unit].after + half
}

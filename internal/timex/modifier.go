package timex

import (
	"strconv"
)

// A Modifier says which part of a value is meant, or how exact it is: the mod of
// TIMEX3.
type Modifier string

const (
	ModifierStart       Modifier = "START"         // early, the beginning of
	ModifierMid         Modifier = "MID"           // mid, the middle of
	ModifierEnd         Modifier = "END"           // late, the end of
	ModifierApprox      Modifier = "APPROX"        // about, around
	ModifierLessThan    Modifier = "LESS_THAN"     // less than, nearly
	ModifierMoreThan    Modifier = "MORE_THAN"     // more than, over
	ModifierEqualOrLess Modifier = "EQUAL_OR_LESS" // up to, no more than
	ModifierEqualOrMore Modifier = "EQUAL_OR_MORE" // at least, no less than
	ModifierBefore      Modifier = "BEFORE"        // more than a year ago
	ModifierAfter       Modifier = "AFTER"         // less than a year ago
	ModifierOnOrBefore  Modifier = "ON_OR_BEFORE"  // at least a year ago
	ModifierOnOrAfter   Modifier = "ON_OR_AFTER"   // no more than a year ago
)

// A modifierCode stands for a Modifier.
type modifierCode uint8

const (
	modifierNone modifierCode = iota
	modifierStart
	modifierMid
	modifierEnd
	modifierApprox
	modifierLessThan
	modifierMoreThan
	modifierEqualOrLess
	modifierEqualOrMore
	modifierBefore
	modifierAfter
	modifierOnOrBefore
	modifierOnOrAfter
)

var modifiers = [...]Modifier{modifierNone: "", modifierStart: ModifierStart, modifierMid: ModifierMid, modifierEnd: ModifierEnd,
	modifierApprox: ModifierApprox, modifierLessThan: ModifierLessThan, modifierMoreThan: ModifierMoreThan,
	modifierEqualOrLess: ModifierEqualOrLess, modifierEqualOrMore: ModifierEqualOrMore, modifierBefore: ModifierBefore,
	modifierAfter: ModifierAfter, modifierOnOrBefore: ModifierOnOrBefore, modifierOnOrAfter: ModifierOnOrAfter}

// farther and nearer are what a comparison of a length says of the date that
// lies so far back: more than a year ago is before that day a year ago.
var (
	farther = map[modifierCode]modifierCode{modifierMoreThan: modifierBefore, modifierLessThan: modifierAfter,
		modifierEqualOrMore: modifierOnOrBefore, modifierEqualOrLess: modifierOnOrAfter}
	nearer = map[modifierCode]modifierCode{modifierMoreThan: modifierAfter, modifierLessThan: modifierBefore,
		modifierEqualOrMore: modifierOnOrAfter, modifierEqualOrLess: modifierOnOrBefore}
)

// modifierOf reads the modifier of an expression from its own words and from the
// one before it.
func (p *scanner) modifierOf(e *Expression) modifierCode {
	if e.kind == kindSet {
		return modifierNone
	}
	code := p.ownModifier(e)
	if code == modifierNone {
		code = p.modifierBefore(e)
	}
	if e.kind != kindDuration && e.means != meansDuration {
		turned := farther
		if e.count > 0 {
			turned = nearer
		}
		if date, ok := turned[code]; ok {
			return date
		}
	}
	return code
}

// ownModifier reads the modifier by the first and last words of an expression.
func (p *scanner) ownModifier(e *Expression) modifierCode {
	i := e.First
	if p.is(i, "the") {
		i++
	}
	switch p.text(i) {
	case "early", "beginning", "start":
		return modifierStart
	case "mid", "middle":
		return modifierMid
	case "late", "end", "close":
		return modifierEnd
	case "nearly", "almost":
		return modifierLessThan
	case "less":
		if p.isBefore(e.First, "no") {
			return modifierEqualOrMore
		}
		return modifierLessThan
	case "more":
		if p.isBefore(e.First, "no") {
			return modifierEqualOrLess
		}
		return modifierMoreThan
	case "at":
		return modifierEqualOrMore
	case "up":
		return modifierEqualOrLess
	}
	switch {
	case p.is(e.Last-1, "end"):
		return modifierEnd
	case p.is(e.Last-2, "or") && p.is(e.Last-1, "so"), p.is(e.Last-3, "or") && p.is(e.Last-2, "so"):
		return modifierApprox
	}
	return modifierNone
}

// modifierBefore reads the modifier by the word before an expression, which is no
// part of it.
func (p *scanner) modifierBefore(e *Expression) modifierCode {
	first := p.at(e.First)
	amount := first.isNumber() || first.class == wordArticle || first.class == wordHalf
	length := amount && !e.hasDate() || amount && e.means == meansShift
	switch p.before(e.First, 1) {
	case "around", "circa", "approximately", "roughly":
		return modifierApprox
	case "about":
		if length || e.hasClock || e.hasYear && e.month == 0 && p.before(e.First, 2) == "in" {
			return modifierApprox
		}
	case "some":
		if length && first.isNumber() {
			return modifierApprox
		}
	case "over":
		if length {
			return modifierMoreThan
		}
	case "under":
		if length {
			return modifierLessThan
		}
	case "most":
		if length && p.before(e.First, 2) == "at" {
			return modifierEqualOrLess
		}
	}
	return modifierNone
}

// A Quantifier says which of the times of a set are meant.
type Quantifier uint8

const (
	QuantifierNone Quantifier = iota
	QuantifierEvery
	QuantifierEach
	QuantifierEveryOther
)

// String writes a quantifier as the quant of TIMEX3 does; "" for none.
func (q Quantifier) String() string {
	return [...]string{"", "EVERY", "EACH", "EVERY OTHER"}[q]
}

// A Frequency is how often something happens within the value of a set. The zero
// Frequency is not told.
type Frequency struct {
	count int16
	unit  calendarUnit // none for "times"
}

// frequencyUnits are the letters of TIMEX3 for what is counted; X for times.
var frequencyUnits = [...]string{unitNone: "X", unitHour: "H", unitNight: "D", unitDay: "D", unitWeekend: "X", unitWeek: "W", unitFortnight: "X", unitMonth: "M"}

// String writes a frequency as the freq of TIMEX3 does: 2X; "" for none.
func (f Frequency) String() string {
	if f.count == 0 {
		return ""
	}
	return strconv.Itoa(int(f.count)) + frequencyUnits[f.unit]
}

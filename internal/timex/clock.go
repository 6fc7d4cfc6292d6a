package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// clock reads a time of day at token i into e and returns the token after it,
// or i. Bare numbers need a witness: a meridiem, a zone, a colon, "o'clock", or
// a full date beside them (besideDate).
func (p *timeScanner) clock(e *Expression, i int, besideDate bool) int {
	c := Expression{hasClock: true, kind: Time}
	end := i
	switch w := p.at(i); w.class {
	case wordNoon:
		if w.value == 24 {
			c.hour = 24
		} else {
			c.hour = 12
		}
		end = i + 1
	case wordDigits:
		end = p.digitalClock(&c, i, besideDate)
	case wordNumber:
		if w.value <= 12 {
			end = p.spokenClock(&c, i)
		}
	case wordHalf:
		end = p.pastTheHour(&c, i)
	}
	if end == i {
		return i
	}
	end = p.zone(&c, end)
	end = p.secondClock(&c, end)
	e.hasClock, e.kind = true, Time
	e.hour, e.minute, e.second, e.hasSecond, e.zone, e.anyHalf = c.hour, c.minute, c.second, c.hasSecond, c.zone, c.anyHalf
	return end
}

// digitalClock reads 9 15 p m, 23 40 gmt, 0410 gmt, 5pm, 02 10gmt, 21:30.
func (p *timeScanner) digitalClock(c *Expression, i int, besideDate bool) int {
	w := p.at(i)
	if w.digits == 4 || w.digits == 3 && w.suffix != suffixNone {
		return p.militaryClock(c, i)
	}
	if w.digits > 2 || w.value > 24 || w.suffix == suffixISO || i == p.start && p.numberBefore(i) {
		return i
	}
	c.hour = int(w.value)
	last, end := w, i+1
	colon := false
	if w.suffix == suffixNone {
		if m := p.at(end); m.class == wordDigits && m.digits == 2 && m.value <= 59 && m.suffix != suffixISO && !p.gapAt(end).Has(token.GapComma|token.GapHyphen|token.GapDash|token.GapSlash) {
			c.minute, last, end = int(m.value), m, end+1
			colon = p.gapAt(end - 1).Has(token.GapColon)
			if s := p.at(end); last.suffix == suffixNone && s.class == wordDigits && s.digits == 2 && s.value <= 59 &&
				(colon && p.gapAt(end).Has(token.GapColon) || p.gapAt(end).Bare()) && p.secondsFollow(end, besideDate) {
				c.second, c.hasSecond, last, end = int(s.value), true, s, end+1
			}
		}
	}
	minutes := end > i+1
	if last.suffix == suffixNone && p.sharesHalf(c, end) {
		return end
	}
	if next, half := p.meridiem(last, end); next > 0 {
		return p.halfDay(c, i, next, half)
	}
	switch {
	case minutes && last.suffix == suffixNone && p.dayPartFollows(end):
		return p.clockPart(c, i, end)
	case last.suffix == suffixZone || p.isZone(end) && (minutes || w.value <= 24 && w.digits > 0):
		if last.suffix == suffixZone {
			c.zone = zoneName{given: true, index: last.extra}
		} else if !minutes && !p.surelyZone(end) {
			return i
		}
	case last.suffix == suffixHour && !minutes:
		return i
	case minutes && (colon || p.is(end, "local") && p.is(end+1, "time") || last.suffix == suffixHour):
		if colon && (p.gapAt(i).Has(token.GapOther) || c.hour == 24) {
			return i
		}
	case minutes && besideDate && w.digits == 2:
	case !minutes && (p.is(end, "o") && p.is(end+1, "clock") || p.is(end, "oclock")) && c.hour <= 12 && c.hour > 0:
		end++
		if p.is(end, "clock") {
			end++
		}
		return p.clockPart(c, i, end)
	case !minutes && p.dayPartFollows(end) && c.hour <= 12 && c.hour > 0 && p.hourLike(i):
		return p.clockPart(c, i, end)
	default:
		return i
	}
	if c.hour > 23 && !(c.hour == 24 && c.minute == 0) {
		return i
	}
	return end
}

// sharesHalf reports whether the clock that ends at token i goes on to another
// that says which half of the day both are in: 7 to 9 30 p m.
func (p *timeScanner) sharesHalf(c *Expression, i int) bool {
	if c.hour == 0 || c.hour > 12 || !p.is(i, "to", "and", "until", "or") && !p.gapAt(i).Has(token.GapHyphen|token.GapDash) {
		return false
	}
	if p.is(i, "to", "and", "until", "or") {
		i++
	}
	h, j := p.at(i), i+1
	if h.class != wordDigits || h.digits > 2 || h.value > 12 || int(h.value) < c.hour%12 {
		return false
	}
	if m := p.at(j); h.suffix == suffixNone && m.class == wordDigits && m.digits == 2 && m.value <= 59 {
		h, j = m, j+1
	}
	end, half := p.meridiem(h, j)
	if end == 0 {
		return false
	}
	c.hour = c.hour%12 + half
	return true
}

// secondsFollow reports whether the digits at token i are seconds: a zone, a
// meridiem or nothing numeric comes after them.
func (p *timeScanner) secondsFollow(i int, besideDate bool) bool {
	if p.at(i).suffix == suffixZone || p.isZone(i+1) || p.at(i+1).class == wordMeridiem || p.gapAt(i).Has(token.GapColon) {
		return true
	}
	return besideDate
}

// halfDay turns a clock of twelve hours into one of twenty-four. An impossible
// one ("13 pm" is common and kept, "25 pm" is not) leaves no clock.
func (p *timeScanner) halfDay(c *Expression, i, end, half int) int {
	switch {
	case c.hour == 0 || c.hour > 12:
		if half == 0 || c.hour > 23 || c.hour == 0 {
			return i
		}
	case c.hour == 12:
		c.hour = half
	default:
		c.hour += half
	}
	return end
}

// meridiem reads am, pm, a m, p m at token i, or glued to the number before;
// it returns the token after it, or 0.
func (p *timeScanner) meridiem(before lexeme, i int) (end, half int) {
	if before.suffix == suffixMeridiem {
		if before.extra == 0 && p.tokens[i-1].Fold[len(p.tokens[i-1].Fold)-1] == 'a' ||
			before.extra == 12 && p.tokens[i-1].Fold[len(p.tokens[i-1].Fold)-1] == 'p' {
			if !p.is(i, "m") {
				return 0, 0
			}
			i++
		}
		return i, int(before.extra)
	}
	if before.suffix != suffixNone {
		return 0, 0
	}
	switch w := p.at(i); {
	case w.class == wordMeridiem:
		return i + 1, int(w.value)
	case p.is(i, "a") && p.is(i+1, "m"):
		return i + 2, 0
	case p.is(i, "p") && p.is(i+1, "m"):
		return i + 2, 12
	}
	return 0, 0
}

// militaryClock reads 0410 gmt and 1337edt.
func (p *timeScanner) militaryClock(c *Expression, i int) int {
	w := p.at(i)
	hour, minute := int(w.value)/100, int(w.value)%100
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return i
	}
	c.hour, c.minute = hour, minute
	switch {
	case w.suffix == suffixZone:
		c.zone = zoneName{given: true, index: w.extra}
	case w.suffix == suffixMeridiem && hour <= 12 && hour > 0:
		if next, half := p.meridiem(w, i+1); next > 0 {
			return p.halfDay(c, i, next, half)
		}
		return i
	case w.suffix == suffixHour || w.suffix == suffixNone && (p.surelyZone(i+1) || p.is(i+1, "hours", "hrs") && w.digits == 4 ||
		p.is(i+1, "local") && p.is(i+2, "time")):
		if p.is(i+1, "hours", "hrs") {
			return i + 2
		}
	case w.suffix == suffixNone:
		if next, half := p.meridiem(w, i+1); next > 0 && hour <= 12 && hour > 0 {
			return p.halfDay(c, i, next, half)
		}
		return i
	default:
		return i
	}
	return i + 1
}

// spokenClock reads seven o clock, ten past five, quarter to nine, seven thirty p m.
func (p *timeScanner) spokenClock(c *Expression, i int) int {
	w := p.at(i)
	c.hour = int(w.value)
	switch {
	case p.is(i+1, "o") && p.is(i+2, "clock"):
		return p.clockPart(c, i, i+3)
	case p.is(i+1, "oclock"):
		return p.clockPart(c, i, i+2)
	case p.is(i+1, "thirty", "fifteen") && w.value <= 12:
		if next, half := p.meridiem(p.at(i+1), i+2); next > 0 {
			c.minute = int(p.at(i + 1).value)
			return p.halfDay(c, i, next, half)
		}
	}
	if next, half := p.meridiem(w, i+1); next > 0 {
		return p.halfDay(c, i, next, half)
	}
	if p.dayPartFollows(i+1) && p.hourLike(i) {
		return p.clockPart(c, i, i+1)
	}
	return i
}

// pastTheHour reads half past three.
func (p *timeScanner) pastTheHour(c *Expression, i int) int {
	h := p.at(i + 2)
	if !p.is(i+1, "past") || h.class != wordNumber && h.class != wordDigits || h.value < 1 || h.value > 12 {
		return i
	}
	c.hour, c.minute = int(h.value), 30
	if next, half := p.meridiem(h, i+3); next > 0 {
		return p.halfDay(c, i, next, half)
	}
	return p.clockPart(c, i, i+3)
}

// dayPartFollows reports whether "in the morning", "in the afternoon", "in the
// evening" or "at night" stands at token i.
func (p *timeScanner) dayPartFollows(i int) bool {
	return p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class == wordPart || p.is(i, "at") && p.is(i+1, "night")
}

// clockPart reads what tells the half of the day after a clock, if it is there.
func (p *timeScanner) clockPart(c *Expression, i, end int) int {
	if !p.dayPartFollows(end) {
		if next, half := p.meridiem(lexeme{}, end); next > 0 {
			return p.halfDay(c, i, next, half)
		}
		c.anyHalf = c.hour <= 12
		return end
	}
	part := partNight
	if p.is(end, "in") {
		part = dayPart(p.at(end + 2).value)
		end++
	}
	if part != partMorning && c.hour < 12 && !(part == partNight && c.hour < 5) {
		c.hour += 12
	} else if c.hour == 12 && (part == partMorning || part == partNight) {
		c.hour = 0
	}
	return end + 2
}

// hourLike reports whether the word before token i lets a bare number be an hour.
func (p *timeScanner) hourLike(i int) bool {
	return oneOf(p.before(i, 1), "at", "by", "around", "about", "until", "till", "since", "from", "before", "after", "past")
}

func (p *timeScanner) isZone(i int) bool { return p.at(i).class == wordZone || p.longZone(i) > i }

// surelyZone reports whether the zone at token i is no word of English.
func (p *timeScanner) surelyZone(i int) bool {
	if p.longZone(i) > i {
		return true
	}
	w := p.at(i)
	return w.class == wordZone && len(timeZones[w.value].name) > 2
}

// longZone reads "eastern [standard|daylight] time"; it returns i if it is not there.
func (p *timeScanner) longZone(i int) int {
	if !p.is(i, "eastern", "central", "mountain", "pacific", "greenwich") {
		return i
	}
	if p.is(i+1, "standard", "daylight", "mean") {
		i++
	}
	if p.is(i+1, "time") {
		return i + 2
	}
	return i
}

// zone reads a zone name after a clock that ended before token i, unless one
// was glued to it, and then a shift such as +3 or +01:00.
func (p *timeScanner) zone(c *Expression, i int) int {
	if !c.zone.given {
		switch end := p.longZone(i); {
		case end > i && p.is(i, "eastern", "central", "mountain", "pacific", "greenwich"):
			c.zone = p.spelledZone(i, end)
			return end
		case p.is(i, "uk") && !p.is(i+1, "time"):
			return i
		case p.at(i).class == wordZone:
			c.zone = zoneName{given: true, index: int16(p.at(i).value)}
			i++
			if p.is(i, "time") {
				i++
			}
		case p.is(i, "local") && p.is(i+1, "time"):
			return i + 2
		case p.is(i, "z"):
			c.zone = zoneName{given: true}
			return i + 1
		case c.hasSecond || c.zone.given:
			return p.bareShift(c, i)
		default:
			return i
		}
	}
	if timeZones[c.zone.index].minutes == 0 {
		return p.bareShift(c, i)
	}
	return i
}

// spelledZone maps a zone written out in tokens [i, end).
func (p *timeScanner) spelledZone(i, end int) zoneName {
	name := p.text(i)[:1]
	switch {
	case name == "g":
		name = "gmt"
	case p.is(end-2, "standard"):
		name += "st"
	case p.is(end-2, "daylight"):
		name += "dt"
	default:
		name += "t"
	}
	for index, zone := range timeZones {
		if zone.name == name {
			return zoneName{given: true, index: int16(index)}
		}
	}
	return zoneName{}
}

// bareShift reads +01:00, -0500, 01 00 after seconds or after GMT. Without the
// sign only a shift to the east can be meant, as flattening leaves none.
func (p *timeScanner) bareShift(c *Expression, i int) int {
	h, m := p.at(i), p.at(i+1)
	if i >= len(p.tokens) || h.class != wordDigits || h.suffix != suffixNone {
		return i
	}
	sign, signed := p.signBefore(i)
	minutes, end := 0, i
	switch {
	case h.digits == 4 && h.value%100 <= 59 && h.value <= 1400 && (signed || h.value < 1000 || h.value%100 == 0):
		minutes, end = int(h.value)/100*60+int(h.value)%100, i+1
	case h.digits == 2 && h.value <= 14 && m.class == wordDigits && m.digits == 2 && m.value%15 == 0 && m.value < 60 && m.suffix == suffixNone:
		minutes, end = int(h.value)*60+int(m.value), i+2
	case h.digits <= 2 && h.value <= 14 && signed:
		minutes, end = int(h.value)*60, i+1
	default:
		return i
	}
	if !signed && minutes > 0 && !c.hasSecond {
		return i
	}
	c.zone.given = true
	c.zone.shift = int16(sign * minutes)
	return end
}

// signBefore reads the sign that stands right before token i in published text.
func (p *timeScanner) signBefore(i int) (sign int, signed bool) {
	if i == 0 {
		return 1, false
	}
	g := p.tokens[i].Gap
	switch {
	case g.Has(token.GapDash | token.GapHyphen):
		return -1, true
	case g.Has(token.GapOther):
		return 1, true
	}
	return 1, false
}

// secondClock passes over the same moment by another clock: (1210 hkt) after
// 0410 gmt. The arithmetic is the evidence. The brackets around it are no walls:
// see [clockInBrackets].
func (p *timeScanner) secondClock(c *Expression, i int) int {
	if !c.zone.given || i >= len(p.tokens) || p.tokens[i].Gap.Has(token.GapSemicolon|token.GapFullStop|token.GapParagraph|token.GapQuestion) {
		return i
	}
	var d Expression
	d.hasClock = true
	end := i
	if p.at(i).class == wordDigits {
		end = p.digitalClock(&d, i, false)
	}
	if end == i {
		return i
	}
	if end = p.zone(&d, end); !d.zone.given {
		return i
	}
	apart := (c.hour*60 + c.minute - d.hour*60 - d.minute) - (c.zone.offset(2000, 1, 1, 0) - d.zone.offset(2000, 1, 1, 0))
	if apart %= 1440; apart == 0 || apart == 60 || apart == -60 || apart == 1380 || apart == -1380 {
		return end
	}
	return i
}

// gapAt gives what stood before token i.
func (p *timeScanner) gapAt(i int) token.Gap {
	if i < len(p.tokens) {
		return p.tokens[i].Gap
	}
	return token.GapSpace
}

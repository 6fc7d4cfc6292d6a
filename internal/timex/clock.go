package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// clock reads a time of day at token i into e and returns the token after it,
// or i. Bare numbers need a witness: a meridiem, a zone, a colon, "o'clock", or
// a full date beside them (besideDate).
func (p *scanner) clock(e *Expression, i int, besideDate bool) int {
	var c clockTime
	end := i
	switch w := p.at(i); w.class {
	case wordNoon:
		c.hour, end = int8(w.value), i+1
	case wordDigits:
		end = p.digitalClock(&c, i, besideDate)
	case wordNumber:
		end = p.spokenClock(&c, i)
	}
	if end == i {
		end = p.besideTheHour(&c, i)
	}
	if end == i {
		return i
	}
	end = p.zone(&c, end)
	end = p.secondClock(&c, end)
	e.setClock(c)
	return end
}

// clockFollows reports whether a clock with a witness of its own is at token i.
func (p *scanner) clockFollows(i int) bool {
	var e Expression
	if p.is(i, "at") {
		i++
	}
	return p.at(i).class == wordDigits && p.clock(&e, i, false) > i
}

// digitalClock reads 9 15 p m, 23 40 gmt, 0410 gmt, 5pm, 02 10gmt, 21:30.
func (p *scanner) digitalClock(c *clockTime, i int, besideDate bool) int {
	w := p.at(i)
	if w.digits() == 4 || w.digits() == 3 && w.suffix() != suffixNone {
		return p.militaryClock(c, i)
	}
	if w.digits() > 2 || w.value > 24 || w.suffix() == suffixISO || i == p.start && p.numberBefore(i) {
		return i
	}
	c.hour = int8(w.value)
	end := p.minutesAfter(c, i+1, besideDate)
	last := p.at(end - 1)
	if last.suffix() == suffixNone && p.sharesHalf(c, end) {
		return end
	}
	if next, half := p.meridiem(last, end); next > 0 {
		return p.halfDay(c, i, next, half)
	}
	if end > i+1 {
		return p.witnessed(c, i, end, besideDate)
	}
	return p.witnessedHour(c, i)
}

// minutesAfter reads the minutes and seconds after an hour that ended before
// token i, and returns the token after them.
func (p *scanner) minutesAfter(c *clockTime, i int, besideDate bool) int {
	m := p.at(i)
	if p.at(i-1).suffix() != suffixNone || !isSixtieth(m) || p.gapAt(i).Has(token.GapComma|token.GapHyphen|token.GapDash|token.GapSlash) {
		return i
	}
	c.minute = int8(m.value)
	s, colon := p.at(i+1), p.gapAt(i).Has(token.GapColon)
	if m.suffix() != suffixNone || !isSixtieth(s) || !(colon && p.gapAt(i+1).Has(token.GapColon) || p.gapAt(i+1).Bare()) || !p.secondsFollow(i+1, besideDate) {
		return i + 1
	}
	c.second, c.hasSecond = int8(s.value), true
	return i + 2
}

// isSixtieth reports whether a word can be the minutes or seconds of a clock,
// perhaps with a zone or meridiem glued to it.
func isSixtieth(w lexeme) bool {
	return w.class == wordDigits && w.digits() == 2 && w.value <= 59 && w.suffix() != suffixISO
}

// secondsFollow reports whether the digits at token i are seconds: a zone, a
// meridiem or nothing numeric comes after them.
func (p *scanner) secondsFollow(i int, besideDate bool) bool {
	return besideDate || p.at(i).suffix() == suffixZone || p.isZone(i+1) || p.at(i+1).class == wordMeridiem || p.gapAt(i).Has(token.GapColon)
}

// witnessed returns the end of a clock with minutes at tokens [i, end) that no
// meridiem follows, or i where nothing else tells that it is one.
func (p *scanner) witnessed(c *clockTime, i, end int, besideDate bool) int {
	w, last := p.at(i), p.at(end-1)
	colon := p.gapAt(i + 1).Has(token.GapColon)
	switch {
	case last.suffix() == suffixNone && p.dayPartFollows(end):
		return p.clockPart(c, i, end)
	case last.suffix() == suffixZone:
		c.zone = zoneName{given: true, index: last.extra}
	case p.isZone(end):
	case p.is(end, "hours", "hrs") && w.digits() == 2 && last.suffix() == suffixNone && (colon || p.hourLike(i)):
		return p.ifOnDial(c, i, end+1)
	case colon:
		if p.gapAt(i).Has(token.GapOther) || c.hour == 24 || p.isElapsed(i, end) {
			return i
		}
		c.anyHalf = c.hour >= 1 && c.hour <= 12 && (w.digits() == 1 || c.hour >= 10)
	case last.suffix() == suffixHour, p.is(end, "local") && p.is(end+1, "time"), besideDate && w.digits() == 2, p.opensZoned(i, end):
	default:
		return i
	}
	return p.ifOnDial(c, i, end)
}

// witnessedHour is witnessed for an hour alone at token i.
func (p *scanner) witnessedHour(c *clockTime, i int) int {
	w, end := p.at(i), i+1
	switch ofTwelve := c.hour > 0 && c.hour <= 12; {
	case w.suffix() == suffixZone:
		c.zone = zoneName{given: true, index: w.extra}
	case p.isZone(end):
		if !p.surelyZone(end) {
			return i
		}
	case w.suffix() == suffixHour:
		return i
	case ofTwelve && p.oClock(end) > end:
		return p.clockPart(c, i, p.oClock(end))
	case ofTwelve && p.dayPartFollows(end) && p.hourLike(i):
		return p.clockPart(c, i, end)
	default:
		return i
	}
	return p.ifOnDial(c, i, end)
}

// opensZoned reports whether the clock in tokens [i, end) opens a stretch of
// hours that ends by a clock with a mark of its own: from 8 00 to 16 30 gmt.
func (p *scanner) opensZoned(i, end int) bool {
	if !p.opensHours(i) || !p.is(end, "to", "until", "till", "and") {
		return false
	}
	var e Expression
	return p.at(end+1).class == wordDigits && p.clock(&e, end+1, false) > end+1
}

// isElapsed reports whether the minutes and seconds in tokens [i, end) are those
// of a game, a race or a film, or the place of a verse, and no time of day.
func (p *scanner) isElapsed(i, end int) bool {
	switch {
	case p.is(end, "long", "left", "remaining", "into", "mark", "minute", "minutes", "seconds", "showing"),
		p.is(end, "to") && p.is(end+1, "go", "play", "spare"),
		p.is(end, "of") && p.is(end+1, "the") && (p.at(end+2).class == wordOrdinal || p.is(end+2, "game", "match", "video", "film", "half")):
		return true
	case p.isBefore(i, "of"):
		return oneOf(p.before(i, 2), "time", "times", "mark", "length")
	}
	return p.isBefore(i, "in", "clocked", "clocking", "ran", "swam", "finished", "matthew", "mark", "luke", "john", "acts", "romans", "corinthians",
		"galatians", "ephesians", "philippians", "hebrews", "james", "peter", "revelation", "genesis", "exodus", "leviticus", "deuteronomy", "joshua",
		"samuel", "kings", "job", "psalm", "psalms", "proverbs", "ecclesiastes", "isaiah", "jeremiah", "ezekiel", "daniel", "surah", "quran", "koran",
		"verse", "chapter")
}

// ifOnDial returns end if a clock can show the time, and else i.
func (p *scanner) ifOnDial(c *clockTime, i, end int) int {
	if c.hour > 23 && !(c.hour == 24 && c.minute == 0) {
		return i
	}
	return end
}

// oClock passes over "o'clock" at token i.
func (p *scanner) oClock(i int) int {
	switch {
	case p.is(i, "oclock"):
		return i + 1
	case p.is(i, "o") && p.is(i+1, "clock"):
		return i + 2
	}
	return i
}

// sharesHalf reports whether the clock that ends at token i goes on to another
// that says which half of the day both are in: 7 to 9 30 p m.
func (p *scanner) sharesHalf(c *clockTime, i int) bool {
	joined := p.is(i, "to", "and", "until", "till", "or")
	if c.hour == 0 || c.hour > 12 || !joined && !p.gapAt(i).Has(token.GapHyphen|token.GapDash) {
		return false
	}
	if joined {
		i++
	}
	h, j := p.at(i), i+1
	if h.class == wordNoon && p.opensHours(p.start) { // from 9 until noon, from 7 to midnight
		c.hour = c.hour%12 + int8(h.value) - 12
		return true
	}
	later := h.value%12 >= int32(c.hour%12)
	if h.class != wordDigits && h.class != wordNumber || h.digits() > 2 || h.value > 12 || !later && joined && !p.opensHours(p.start) {
		return false
	}
	if m := p.at(j); h.suffix() == suffixNone && m.class == wordDigits && m.digits() == 2 && m.value <= 59 {
		h, j = m, j+1
	}
	end, half := p.meridiem(h, j)
	if end == 0 {
		return false
	}
	if !later { // from 10 to 3 p m
		half = 12 - half
	}
	c.hour = c.hour%12 + half
	return true
}

// halfDay turns a clock of twelve hours into one of twenty-four. An impossible
// one ("13 pm" is common and kept, "25 pm" is not) leaves no clock.
func (p *scanner) halfDay(c *clockTime, i, end int, half int8) int {
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
func (p *scanner) meridiem(before lexeme, i int) (end int, half int8) {
	switch before.suffix() {
	case suffixNone:
	case suffixMeridiem:
		if fold := p.tokens[i-1].Fold; fold[len(fold)-1] == 'm' {
			return i, int8(before.extra)
		}
		if p.is(i, "m") { // 11a m
			return i + 1, int8(before.extra)
		}
		return 0, 0
	default:
		return 0, 0
	}
	switch w := p.at(i); {
	case w.class == wordMeridiem:
		return i + 1, int8(w.value)
	case p.is(i, "a") && p.is(i+1, "m"):
		return i + 2, 0
	case p.is(i, "p") && p.is(i+1, "m"):
		return i + 2, 12
	}
	return 0, 0
}

// militaryClock reads 0410 gmt and 1337edt.
func (p *scanner) militaryClock(c *clockTime, i int) int {
	w := p.at(i)
	hour, minute := w.value/100, w.value%100
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return i
	}
	c.hour, c.minute = int8(hour), int8(minute)
	switch w.suffix() {
	case suffixZone:
		c.zone = zoneName{given: true, index: w.extra}
		return i + 1
	case suffixMeridiem:
		return p.militaryHalf(c, i)
	case suffixHour:
		if p.is(i+1, "hours", "hrs") {
			return i + 2
		}
		return i + 1
	case suffixNone:
		switch {
		case p.surelyZone(i + 1), p.is(i+1, "local") && p.is(i+2, "time"):
			return i + 1
		case p.is(i+1, "hours", "hrs") && w.digits() == 4:
			return i + 2
		}
		return p.militaryHalf(c, i)
	}
	return i
}

// militaryHalf reads 0930 a m.
func (p *scanner) militaryHalf(c *clockTime, i int) int {
	if next, half := p.meridiem(p.at(i), i+1); next > 0 && c.hour <= 12 && c.hour > 0 {
		return p.halfDay(c, i, next, half)
	}
	return i
}

// dayPartFollows reports whether "in the morning", "in the afternoon", "in the
// evening" or "at night" stands at token i.
func (p *scanner) dayPartFollows(i int) bool {
	return p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class == wordPart || p.is(i, "at") && p.is(i+1, "night")
}

// clockPart reads what tells the half of the day after a clock, if it is there.
func (p *scanner) clockPart(c *clockTime, i, end int) int {
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
	c.putInto(part)
	return end + 2
}

// putInto moves an hour of twelve to the half of the day that its part says.
func (c *clockTime) putInto(part dayPart) {
	switch {
	case part != partMorning && c.hour < 12 && !(part == partNight && c.hour < 5):
		c.hour += 12
	case c.hour == 12 && (part == partMorning || part == partNight):
		c.hour = 0
	}
	c.anyHalf = false
}

// hourLike reports whether the word before token i lets a bare number be an hour.
func (p *scanner) hourLike(i int) bool {
	return p.isBefore(i, "at", "by", "around", "about", "until", "till", "since", "from", "before", "after", "past")
}

// secondClock passes over the same moment by another clock: (1210 hkt) after
// 0410 gmt. The arithmetic is the evidence. The brackets around it are no walls:
// see [isSecondClock].
func (p *scanner) secondClock(c *clockTime, i int) int {
	if !c.zone.given || p.at(i).class != wordDigits || p.tokens[i].Gap.Has(token.GapSemicolon|token.GapFullStop|token.GapParagraph|token.GapQuestion) {
		return i
	}
	var d clockTime
	end := p.digitalClock(&d, i, false)
	if end == i {
		return i
	}
	if end = p.zone(&d, end); !d.zone.given {
		return i
	}
	switch (c.sinceMidnight() - d.sinceMidnight()) % 1440 {
	case 0, 60, -60, 1380, -1380: // an hour apart where one zone is a name for two
		return end
	}
	return i
}

// sinceMidnight gives the minutes since midnight in Greenwich, in winter.
func (c *clockTime) sinceMidnight() int {
	return int(c.hour)*60 + int(c.minute) - c.zone.offset(civilDay{2000, 1, 1}, 0)
}

package timex

// spokenClock reads seven o clock, seven thirty p m, seven in the evening.
func (p *scanner) spokenClock(c *clockTime, i int) int {
	w := p.at(i)
	if w.value > 12 {
		return i
	}
	c.hour = int8(w.value)
	if end := p.oClock(i + 1); end > i+1 {
		return p.clockPart(c, i, end)
	}
	if p.is(i+1, "thirty", "fifteen") {
		if next, half := p.meridiem(p.at(i+1), i+2); next > 0 {
			c.minute = int8(p.at(i + 1).value)
			return p.halfDay(c, i, next, half)
		}
	}
	if p.sharesHalf(c, i+1) {
		return i + 1
	}
	if next, half := p.meridiem(w, i+1); next > 0 {
		return p.halfDay(c, i, next, half)
	}
	if p.dayPartFollows(i+1) && p.hourLike(i) {
		return p.clockPart(c, i, i+1)
	}
	return i
}

// besideTheHour reads half past three, a quarter to nine, five past ten, twenty
// five minutes to six and half nine.
func (p *scanner) besideTheHour(c *clockTime, i int) int {
	if p.at(i).class == wordDigits && !p.is(i+1, "past", "minutes", "minute") {
		return i
	}
	minutes, j := p.minutesBeside(i)
	if j == i {
		return i
	}
	past := p.is(j, "past") || p.is(j, "after") && minutes == 15
	switch {
	case past, p.is(j, "to") && minutes < 30 && (minutes%5 == 0 || p.is(j-1, "minutes", "minute")):
		j++
	case minutes == 30 && j == i+1 && p.at(j).class == wordNumber && p.hourLike(i): // half nine
		past = true
	default:
		return i
	}
	h, end := p.at(j), p.oClock(j+1)
	noon := h.class == wordNoon
	ofTwelve := (h.class == wordNumber || h.isPlainNumber()) && h.value >= 1 && h.value <= 12
	if !noon && (!ofTwelve || p.countsOn(end)) || !past && !p.leadsToTheHour(i, j-1, end) {
		return i
	}
	if c.hour, c.minute = int8(h.value), int8(minutes); !past {
		c.hour, c.minute = c.hour-1, int8(60-minutes)
	}
	if noon {
		c.hour %= 24
		return end
	}
	if c.hour == 0 {
		c.hour = 12
	}
	return p.clockPart(c, i, end)
}

// minutesBeside reads the minutes before "past" and "to" at token i: half, a
// quarter, five, twenty five minutes. It returns the token after them, or i.
func (p *scanner) minutesBeside(i int) (minutes int32, end int) {
	j := i
	if p.is(j, "a") {
		j++
	}
	switch w := p.at(j); {
	case p.is(j, "quarter"):
		return 15, j + 1
	case j > i:
	case w.class == wordHalf:
		return 30, i + 1
	case w.class == wordNumber && w.value < 30 && !p.is(i, "dozen"):
		n, end := p.spokenNumber(i)
		if p.is(end, "minutes", "minute") {
			return int32(n), end + 1
		}
		return int32(n), end
	case w.isPlainNumber() && w.value > 0 && w.value < 30 && p.is(i+1, "minutes", "minute"):
		return w.value, i + 2
	case w.isPlainNumber() && w.value > 0 && w.value < 30 && p.is(i+1, "past"):
		return w.value, i + 1
	}
	return 0, i
}

// leadsToTheHour reports whether "ten to six" in tokens [i, end), with "to" at
// token to, is a clock and no range of numbers: "from ten to six" is one.
func (p *scanner) leadsToTheHour(i, to, end int) bool {
	if p.isBefore(i, "at", "until", "till") && (p.clauseGoesOn(end) || p.is(end, "on") || p.at(end).class != wordNone) {
		return true
	}
	next, _ := p.meridiem(lexeme{}, end)
	return p.isBefore(i, "around", "about", "before", "after", "by", "since", "was", "is", "s", "just", "nearly", "almost") &&
		(next > 0 || p.is(to-1, "minutes", "quarter") || p.dayPartFollows(end) || p.dayWithPart(end))
}

// countsOn reports whether what stands at token i makes the number before it one
// of things: six people, six percent, six months.
func (p *scanner) countsOn(i int) bool {
	switch p.at(i).class {
	case wordUnit, wordScale, wordDigits:
		return true
	}
	return p.countedNoun(i) || p.is(i, "million", "billion", "trillion", "pct")
}

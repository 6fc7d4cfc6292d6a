package timex

// weekOn reads "week" at token i after a weekday, today or tomorrow, which is
// the same day of the week after the coming one: thursday week.
func (p *scanner) weekOn(e *Expression, i int) int {
	if !p.is(i, "week") || e.steps || e.means == meansShift && e.count < 0 || !p.weekAlone(i+1) {
		return i
	}
	if e.means == meansShift {
		e.count += 7
	} else {
		e.from, e.count, e.steps = fromPublished, 2, true
	}
	return i + 1
}

// weekAlone reports whether the word at token i lets "thursday week" stand for
// itself: in "the sunday week five win" and "monday week after week" it does not.
func (p *scanner) weekAlone(i int) bool {
	switch w := p.at(i); w.class {
	case wordNone, wordThe, wordLetter, wordStamp:
		return p.clauseGoesOn(i) || p.is(i, "to", "for", "on", "from", "if", "or", "because", "which", "who", "where", "while", "said", "says")
	case wordYet, wordArticle:
		return !p.is(i+1, "week", "out")
	case wordMeridiem:
		return false
	}
	return p.is(i, "at", "but")
}

// weekdayAgo reads "on sunday" after "a week ago", whose count of weeks e has:
// the last Sunday but one.
func (p *scanner) weekdayAgo(e Expression) Expression {
	at := e.Last
	if p.is(at, "on", "last") {
		at++
	}
	w := p.at(at)
	if w.class != wordWeekday || w.has(bitPlural|bitAbbreviated) {
		return e
	}
	weeks := e.count
	if e.unit == unitFortnight {
		weeks *= 2
	}
	e = shifts(shift{from: fromPublished, count: weeks - 1, steps: true}, at+1)
	e.means, e.weekday = meansWeekday, int8(w.value)
	return p.andMore(e)
}

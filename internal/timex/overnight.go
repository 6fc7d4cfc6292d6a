package timex

// overnight reads "overnight" at token i, of the night that has just passed
// unless the words around it point ahead.
func (p *scanner) overnight(i int) (Expression, bool) {
	e := shifts(shift{from: fromReference, unit: unitNight, count: -1}, i+1)
	if p.cueAround(i, i+1, true) >= cueFuture {
		e.count = 0
	}
	if named, ok := p.overnightOf(i + 1); ok {
		e = named
	}
	e.setPart(partNight)
	return e, !p.isWithoutNight(i)
}

// overnightOf reads the day at token i, right behind "overnight": overnight on
// friday; that before saturday in "overnight into saturday".
func (p *scanner) overnightOf(i int) (Expression, bool) {
	if p.is(i, "into") {
		e, ok := p.dayOfHour(i + 1)
		e.weekday, e.Last = (e.weekday+5)%7+1, i
		return e, ok && e.onlyWeekday()
	}
	e, ok := p.dayOfHour(i)
	return e, ok && e.part == partNone && e.unit != unitWeek
}

// isWithoutNight reports whether "overnight" at token i says of what kind a thing
// is, or how soon something comes about: overnight delivery, almost overnight.
func (p *scanner) isWithoutNight(i int) bool {
	if p.at(i+1).has(bitPlural) || p.isBefore(i, "almost", "seemingly", "virtually", "practically", "literally", "nearly") ||
		p.is(i+1, "delivery", "deliveries", "shipping", "courier", "mail", "parking", "camp", "camping", "campers", "guests", "visitors", "shelter", "shelters",
			"stay", "stays", "bag", "bus", "success", "successes", "sensation", "millionaire", "millionaires", "celebrity", "rate", "rates", "loan", "loans",
			"lending", "repo", "repos", "repurchase", "deposits", "index", "swap", "accommodation", "trip", "trips") {
		return true
	}
	for k := 1; k <= 4; k++ {
		if oneOf(p.before(i, k), "happen", "happens", "change", "changed", "solve", "solved", "fix", "fixed", "grow", "become", "became", "transform", "transformed") {
			return true
		}
	}
	return false
}

// overnight resolves the night of the day that the text has just named, or else
// that before the publication.
func (r *resolver) overnight(e *Expression, t *Timestamp) {
	ref := &r.lastDay
	near := r.narrative || r.published.zero() || e.First-ref.token < nearbyTokens/2 && ref.day != r.published
	switch {
	case ref.known && near:
		t.fromTimestamp(ref)
		t.Value = withTime(e, ref.day)
	case !r.published.zero():
		t.fromPublication()
		t.Value = withTime(e, r.published.plusDays(int(e.count)))
	}
}

package timex

// daysOf gives how many days a number of units is; 0 for units that have no
// number of days.
func daysOf(q quantity, unit calendarUnit) int {
	if q.vague || q.half || q.tenths > 0 || q.whole > maximumQuantity {
		return 0
	}
	switch unit {
	case unitDay:
		return q.whole
	case unitWeek:
		return 7 * q.whole
	case unitFortnight:
		return 14 * q.whole
	}
	return 0
}

// fromDay reads the day after the length e that is counted from it: "a week from
// friday", "two weeks from tomorrow".
func (p *scanner) fromDay(e Expression, q quantity) (Expression, bool) {
	days := daysOf(q, e.unit)
	if days == 0 || days > maxOffset || !p.is(e.Last, "from") {
		return e, false
	}
	switch w := p.at(e.Last + 1); {
	case w.class == wordWeekday && !w.has(bitPlural|bitAbbreviated):
		return Expression{means: meansWeekday, calendarDate: calendarDate{weekday: int8(w.value), offset: int16(days)}, Last: e.Last + 2}, true
	case w.class == wordDay && !w.has(bitHomograph):
		return shifts(shift{from: fromPublished, count: int32(days) + w.value, unit: unitDay}, e.Last+2), true
	}
	return e, false
}

// weeksOn reads the day right after the weeks e, so many of which lie between:
// a week tomorrow, a fortnight yesterday. "A week today" may be one that has
// passed, so that the words before must point ahead.
func (p *scanner) weeksOn(e Expression, q quantity, i int) (Expression, bool) {
	days, w := daysOf(q, e.unit), p.at(e.Last)
	if days < 7 || e.unit == unitDay || w.class != wordDay || w.has(bitHomograph) || !p.gapAt(e.Last).Bare() ||
		p.isBefore(i, "in", "within", "after", "than", "only", "every", "spent", "took") {
		return e, false
	}
	count := int32(days)
	switch {
	case w.value < 0:
		count = -count
	case w.value == 0 && p.cueAround(i, e.Last, false) < cueFuture:
		return e, false
	}
	return shifts(shift{from: fromPublished, count: count + w.value, unit: unitDay}, e.Last+1), true
}

// anniversary reads the day, week or month that lies the years of e back, or the
// day that lies its months back: ten years ago this week, a month ago today.
func (p *scanner) anniversary(e Expression) Expression {
	at := e.Last
	w, u := p.at(at), p.at(at+1)
	if !p.gapAt(at).Bare() || e.count < -maxOffset {
		return e
	}
	back := shift{from: fromPublished, count: e.count, within: e.unit}
	switch {
	case w.class == wordDay && !w.has(bitHomograph):
		back.unit = unitDay
		e = shifts(back, at+1)
		e.offset = int16(w.value)
	case e.unit == unitYear && u.class == wordUnit && p.is(at+1, "week", "month") && (w.class == wordThis || w.class == wordNext):
		back.unit = calendarUnit(u.value)
		e = shifts(back, at+2)
		if w.class == wordNext {
			e.offset = 1
		}
	}
	return e
}

// maxOffset is how many days a day can lie from the weekday that it is counted
// from.
const maxOffset = 1000

// inTime reads "time" after the length e, which stands after "in": "in two weeks
// time", "in a month s time".
func (p *scanner) inTime(e Expression, q quantity) (Expression, bool) {
	end := e.Last
	if p.is(end, "s") {
		end++
	}
	if !p.is(end, "time") {
		return e, false
	}
	if e.unit < unitDay {
		e.Last = end + 1
		return e, true
	}
	if q.vague {
		return refers(futureRef, end+1), true
	}
	s := shift{from: fromPublished, count: int32(q.whole), unit: e.unit}
	if days := daysOf(q, e.unit); days > 0 {
		s.count, s.unit = int32(days), unitDay
	}
	return shifts(s, end+1), true
}

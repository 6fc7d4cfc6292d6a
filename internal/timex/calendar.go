package timex

// calendar resolves what names its day, month or year.
func (r *resolver) calendar(n int, e *Expression, t *Timestamp) {
	switch {
	case e.century != 0 && e.beforeChrist:
		t.Value = "BC" + twoDigits(int(e.century)-1)
	case e.century != 0:
		t.Value = twoDigits(int(e.century) - 1)
	case e.decade != 0:
		t.Value = decadeValue(int(e.decade))
	case e.beforeChrist:
		t.Value = beforeChristValue(&e.calendarDate)
	case e.yearTo != 0:
		t.Value = yearValue(int(e.year)) + "/" + yearValue(int(e.yearTo))
	case e.season != seasonNone:
		r.season(n, e, t)
	case e.half != 0:
		t.Value = halfValue(int(e.year), int(e.half))
	case e.month == 0 && e.hasYear && e.nth != 0:
		t.Value = nthValue(e, int(e.year))
	case e.month == 0 && e.hasYear:
		t.Value = yearValue(int(e.year))
	case e.month == 0 && e.day != 0:
		r.dayAlone(e, t)
	case e.month == 0:
		r.clockAlone(e, t)
	case e.hasYear:
		t.Value, t.Other = r.date(e, int(e.year))
	default:
		year, other, ok := r.yearFor(n, e, t)
		if !ok {
			t.Value = noYearValue(e)
			return
		}
		t.Value, t.Other = r.date(e, year)
		if other != 0 {
			t.Other, _ = r.date(e, other)
		}
	}
}

// date writes the value of a month or day of that year, and the second reading
// of a numeric date whose order nothing tells.
func (r *resolver) date(e *Expression, year int) (value, other string) {
	day := civilDay{year, int(e.month), int(e.day)}
	switch {
	case e.nth != 0:
		return nthValue(e, year), ""
	case e.day == 0:
		return monthValue(year, day.month), ""
	case e.eitherOrder:
		second := civilDay{year, day.day, day.month}
		if r.order == orderDayMonth || r.order == orderUnknown && r.dayFirst {
			day, second = second, day
		}
		if r.order == orderUnknown {
			other = dayOrWeek(e, second)
		}
	}
	return dayOrWeek(e, day), other
}

// dayOrWeek writes the value of a day, or of "the week of" that day.
func dayOrWeek(e *Expression, day civilDay) string {
	switch {
	case !day.valid():
		return ""
	case e.unit == unitWeek:
		return weekValue(day)
	}
	return withTime(e, day)
}

// nthValue resolves what is counted within a month or year: its first or last
// day, a week or weekend of it, a weekday of it.
func nthValue(e *Expression, year int) string {
	first, last := civilDay{year, 1, 1}, civilDay{year, 12, 31}
	if month := int(e.month); month != 0 {
		first, last = civilDay{year, month, 1}, civilDay{year, month, daysIn(year, month)}
	}
	nth := int(e.nth)
	day := first.plusDays(nth - 1)
	switch weekday := int(e.weekday); {
	case weekday != 0 && nth < 0:
		day = civilDay{year, first.month, lastWeekday(year, first.month, weekday)}
	case weekday != 0:
		day = civilDay{year, first.month, nthWeekday(year, first.month, weekday, nth)}
	case e.unit == unitWeekend && nth < 0:
		day = civilDay{year, first.month, lastWeekday(year, first.month, 6)}
	case e.unit == unitWeekend:
		day = civilDay{year, first.month, nthWeekday(year, first.month, 6, nth)}
	case nth < 0:
		day = last
	case e.unit == unitWeek:
		day = first.plusDays(7 * (nth - 1))
	}
	switch {
	case day.number() > last.number():
		return ""
	case e.unit == unitWeek:
		return weekValue(day)
	case e.unit == unitWeekend:
		return weekendValue(day)
	}
	return withTime(e, day)
}

// nthWithin resolves what is counted within the month or year that lies e.count
// units from the one with day in it.
func nthWithin(e *Expression, day civilDay) string {
	within := *e
	within.month = 0
	if e.within == unitYear {
		return nthValue(&within, day.year+int(e.count))
	}
	month := civilDay{day.year, day.month, 1}.plusMonths(int(e.count))
	within.month = int8(month.month)
	return nthValue(&within, month.year)
}

// dayAlone resolves "the 5th": a day of the month last named, or of that of the
// publication.
func (r *resolver) dayAlone(e *Expression, t *Timestamp) {
	month := r.published
	switch {
	case r.lastMonth.known:
		month = r.lastMonth.day
		t.fromTimestamp(&r.lastMonth)
	case month.zero():
		return
	default:
		t.fromPublication()
	}
	if day := (civilDay{month.year, month.month, int(e.day)}); day.valid() {
		t.Value = withTime(e, day)
	}
}

// clockAlone resolves a time of day without a day: that of the day last named
// nearby, or of the publication.
func (r *resolver) clockAlone(e *Expression, t *Timestamp) {
	switch near := r.lastDay.known && e.First-r.lastDay.token < nearbyTokens; {
	case near, r.lastDay.known && r.published.zero():
		t.Value = withTime(e, r.lastDay.day)
		t.fromTimestamp(&r.lastDay)
	case !r.published.zero():
		t.Value = withTime(e, r.published)
		t.fromPublication()
	default:
		t.Value = string(appendClock(make([]byte, 0, maxValue), &e.clockTime, civilDay{2000, 1, 1}))
	}
}

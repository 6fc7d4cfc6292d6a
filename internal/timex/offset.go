package timex

import (
	"time"
)

// offset resolves what counts from the publication or from a date named before.
func (r *resolver) offset(e *Expression, t *Timestamp) {
	base, ok := r.base(e, t)
	if !ok {
		t.Anchor = Anchor{}
		return
	}
	if e.unit < unitDay && e.unit != unitNight {
		r.hours(e, t, base)
		return
	}
	if e.half != 0 {
		t.Value = fourDigits(base.year+e.count) + "-H" + twoDigits(e.half)[1:]
		return
	}
	if e.steps {
		t.Value = stepped(e, base)
		return
	}
	if e.unit == unitDay {
		t.Value = withTime(e, base.plusDays(e.count))
		return
	}
	t.Value = shifted(base, e.unit, e.count)
}

// base gives the day that e counts from.
func (r *resolver) base(e *Expression, t *Timestamp) (civilDay, bool) {
	if e.from == fromReference || e.definite && r.narrative {
		ref := r.lastYear
		switch e.unit {
		case unitDay, unitHour, unitMinute, unitSecond, unitWeek, unitWeekend, unitNight:
			ref = r.lastDay
		case unitMonth, unitQuarter:
			ref = r.lastMonth
		}
		if ref.known && (r.narrative || r.published.zero() || e.First-ref.token < chainTokens) {
			t.fromTimestamp(ref)
			day := ref.day
			return day, true
		}
	}
	t.fromPublication()
	return r.published, !r.published.zero()
}

// hours resolves "twelve hours later", for which the clock must be known; else
// it stays the length it is, with what it counts from.
func (r *resolver) hours(e *Expression, t *Timestamp, base civilDay) {
	length := lengthOf(quantity{whole: max(e.count, -e.count)}, e.unit)
	if e.from != fromReference || !r.clock.known || r.clock.index != t.Anchor.Timestamp || t.Anchor.Source != AnchorTimestamp {
		t.Type, t.Value = Duration, length
		return
	}
	scale := map[calendarUnit]time.Duration{unitHour: time.Hour, unitMinute: time.Minute, unitSecond: time.Second}[e.unit]
	if max(e.count, -e.count) > 24*365 {
		return
	}
	then := at(base, r.hour, r.min, 0).Add(time.Duration(e.count) * scale)
	zone := r.expressions[r.clock.index].zone
	late := Expression{hasClock: true, hour: then.Hour(), minute: then.Minute(), zone: zone}
	t.Value = withTime(&late, civilDayAt(then))
	t.Zoned = zone.given
}

// stepped gives the unit that lies count units away from the one with day in it.
func stepped(e *Expression, day civilDay) string {
	switch e.unit {
	case unitDay:
		return withTime(e, day.plusDays(e.count))
	case unitWeek:
		return weekValue(day.plusDays(7 * e.count))
	case unitWeekend:
		return weekValue(weekendBase(e, day)) + "-WE"
	case unitQuarter:
		d := civilDay{day.year, day.month, 1}.plusMonths(3 * e.count)
		return fourDigits(d.year) + "-Q" + twoDigits(quarterOf(d.month))[1:]
	case unitHalf:
		return ""
	case unitDecade:
		return fourDigits(day.year + 10*e.count)[:3]
	case unitCentury:
		return fourDigits(day.year + 100*e.count)[:2]
	}
	return shifted(day, e.unit, e.count)
}

// weekendBase gives a day in the week whose weekend is meant: in the first half
// of a week "the weekend" is the one just past.
func weekendBase(e *Expression, day civilDay) civilDay {
	switch weekday := day.weekday(); {
	case e.count < 0 || e.definite && weekday <= 4 && e.cue < cueFuture:
		return day.plusDays(-7)
	case e.count > 0:
		return day.plusDays(7)
	}
	return day
}

// shifted gives the value of the unit that is count units from day.
func shifted(day civilDay, unit calendarUnit, count int) string {
	if count > 5000 && unit >= unitMonth || count < -9000 && unit >= unitMonth {
		return ""
	}
	switch unit {
	case unitDay, unitNight:
		day = day.plusDays(count)
		if day.year < 0 || day.year > 9999 {
			return ""
		}
		return dayValue(day)
	case unitWeek, unitWeekend, unitFortnight:
		if unit == unitFortnight {
			count *= 2
		}
		day = day.plusDays(7 * count)
		if day.year < 1 || day.year > 9998 {
			return ""
		}
		return weekValue(day)
	case unitMonth, unitQuarter:
		if unit == unitQuarter {
			count *= 3
		}
		d := civilDay{day.year, day.month, 1}.plusMonths(count)
		if d.year < 0 || d.year > 9999 {
			return ""
		}
		return fourDigits(d.year) + "-" + twoDigits(d.month)
	case unitYear, unitDecade, unitCentury:
		switch unit {
		case unitDecade:
			count *= 10
		case unitCentury:
			count *= 100
		}
		year := day.year + count
		switch {
		case year > 9999 || year < -9998:
			return ""
		case year <= 0:
			return "BC" + fourDigits(1-year)
		}
		return fourDigits(year)
	}
	return ""
}

// longPast reports whether the text, right before e, told of a day long before
// its publication: its weekdays are those of that time.
func (r *resolver) longPast(e *Expression) bool {
	ref := r.lastDay
	return ref.known && ref.dated && ref.day.year < r.published.year-1 && r.deictic < ref.token && e.First-ref.token < nearbyTokens
}

// weekday resolves a weekday, alone or with a direction.
func (r *resolver) weekday(e *Expression, t *Timestamp) {
	base := r.published
	if (e.from == fromReference || base.zero() || !e.steps && (r.narrative || r.longPast(e))) && r.lastDay.known {
		t.fromTimestamp(r.lastDay)
		base = r.lastDay.day
		ahead := (e.weekday - base.weekday() + 7) % 7
		switch {
		case e.steps && e.count < 0:
			ahead = -((base.weekday()-e.weekday+6)%7 + 1)
		case e.steps && e.count > 0 && ahead == 0:
			ahead = 7
		}
		t.Value = withTime(e, base.plusDays(ahead))
		return
	}
	if base.zero() {
		if !e.hasClock && e.part == partNone {
			t.Value = everyWeekday(e.weekday)
		}
		return
	}
	t.fromPublication()
	back := (base.weekday() - e.weekday + 7) % 7
	past, future := base.plusDays(-back), base.plusDays((7-back)%7)
	switch {
	case e.steps && e.count < 0:
		if back == 0 {
			past = base.plusDays(-7)
		}
		t.Value = withTime(e, past)
	case e.steps && e.count > 0:
		if back == 0 {
			future = base.plusDays(7)
		}
		t.Value = withTime(e, future)
	case e.steps:
		t.Value = withTime(e, base.plusDays(e.weekday-base.weekday()))
	case back == 0:
		t.Value = withTime(e, base)
	default:
		choice, other := past, future
		if e.cue >= cueFuture || r.prefer == PreferFuture && e.cue != cuePast || r.prefer == PreferNearest && e.cue == cueNone && back > 3 {
			choice, other = future, past
		}
		t.Value, t.Other = withTime(e, choice), withTime(e, other)
	}
}

// fiscalQuarter resolves quarters, and the comparisons with "a year earlier"
// that follow them.
func (r *resolver) fiscalQuarter(e *Expression, t *Timestamp) {
	near := r.quarter.known && e.First-r.quarter.token < chainTokens
	if e.unit == unitYear && e.quarter == 0 {
		r.yearEarlier(e, t, near)
		return
	}
	number, year := e.quarter, e.year
	if number == 0 && near {
		number = quarterOf(r.quarter.day.month)
		t.fromTimestamp(r.quarter)
	}
	switch {
	case e.hasYear:
		if number == 0 {
			t.Value = fourDigits(year)
			return
		}
	case e.steps && e.from == fromReference && near:
		year = r.quarter.day.year + e.count
		t.fromTimestamp(r.quarter)
	case e.quarter == 0 && near && !e.steps:
		year = r.quarter.day.year
	case r.published.zero():
		return
	case e.steps:
		year = r.published.year + e.count
		t.fromPublication()
		if number == 0 {
			t.Value = fourDigits(year)
			return
		}
	default:
		year, number = r.latestQuarter(number, e.cue)
		t.fromPublication()
	}
	t.Value = fourDigits(year) + "-Q" + twoDigits(number)[1:]
}

// latestQuarter gives the last quarter of that number which had begun at the
// publication, or the last full one where no number is given.
func (r *resolver) latestQuarter(number int, cue directionCue) (year, _ int) {
	now := quarterOf(r.published.month)
	if number == 0 {
		d := civilDay{r.published.year, r.published.month, 1}.plusMonths(-3)
		return d.year, quarterOf(d.month)
	}
	if number > now && cue < cueFuture {
		return r.published.year - 1, number
	}
	if number < now && cue >= cueFuture && now-number >= 2 {
		return r.published.year + 1, number
	}
	return r.published.year, number
}

// yearEarlier resolves "a year earlier" and "a year ago": the same quarter of
// the year before if a quarter was the last thing compared, else the year.
func (r *resolver) yearEarlier(e *Expression, t *Timestamp, near bool) {
	switch {
	case near:
		t.fromTimestamp(r.quarter)
		t.Value = fourDigits(r.quarter.day.year+e.count) + "-Q" + twoDigits(quarterOf(r.quarter.day.month))[1:]
	case r.narrative && r.lastYear.known && e.from == fromReference:
		t.fromTimestamp(r.lastYear)
		t.Value = shifted(r.lastYear.day, unitYear, e.count)
	case !r.published.zero():
		t.fromPublication()
		t.Value = shifted(r.published, unitYear, e.count)
	case r.lastYear.known:
		t.fromTimestamp(r.lastYear)
		t.Value = shifted(r.lastYear.day, unitYear, e.count)
	}
}

// nthValue resolves what is counted within a month or year: its first or last
// day, a week of it, a weekday of it.
func nthValue(e *Expression) string {
	first, last := civilDay{e.year, 1, 1}, civilDay{e.year, 12, 31}
	if e.month != 0 {
		first, last = civilDay{e.year, e.month, 1}, civilDay{e.year, e.month, daysIn(e.year, e.month)}
	}
	day := first.plusDays(e.nth - 1)
	switch {
	case e.weekday != 0 && e.nth < 0:
		day = civilDay{e.year, e.month, lastWeekday(e.year, e.month, e.weekday)}
	case e.weekday != 0:
		day = civilDay{e.year, e.month, nthWeekday(e.year, e.month, e.weekday, e.nth)}
	case e.nth < 0:
		day = last
	case e.unit == unitWeek:
		day = first.plusDays(7 * (e.nth - 1))
	}
	if day.number() > last.number() {
		return ""
	}
	if e.unit == unitWeek {
		return weekValue(day)
	}
	return withTime(e, day)
}

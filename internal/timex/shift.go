package timex

import (
	"time"
)

// shift resolves what counts from the publication or from a date named before.
func (r *resolver) shift(e *Expression, t *Timestamp) {
	base, ok := r.base(e, t)
	count := int(e.count)
	switch {
	case !ok:
		t.anchor = 0
	case e.within != unitNone && e.nth == 0:
		t.Value = anniversaryValue(e, base)
	case e.within != unitNone:
		t.Value = nthWithin(e, base)
	case e.unit < unitDay && e.unit != unitNight:
		r.hours(e, t, base)
	case e.half != 0:
		t.Value = halfValue(base.year+count, int(e.half))
	case e.unit == unitNight:
		r.overnight(e, t)
	case e.unit == unitDay:
		t.Value = withTime(e, base.plusDays(count))
	case e.steps:
		t.Value = stepped(e, base)
	default:
		t.Value = shifted(base, e.unit, count)
	}
}

// anniversaryValue gives the day, week or month that lies e.offset from that so
// many years or months away.
func anniversaryValue(e *Expression, day civilDay) string {
	months := int(e.count)
	if e.within == unitYear {
		months *= 12
	}
	return shifted(day.plusMonths(months), e.unit, int(e.offset))
}

// base gives the day that e counts from.
func (r *resolver) base(e *Expression, t *Timestamp) (civilDay, bool) {
	if e.from == fromReference || e.definite && r.narrative {
		ref, unit := &r.lastYear, e.unit
		if e.within != unitNone {
			unit = e.within
		}
		switch unit {
		case unitDay, unitHour, unitMinute, unitSecond, unitWeek, unitWeekend, unitNight:
			ref = &r.lastDay
		case unitMonth, unitQuarter:
			ref = &r.lastMonth
		}
		if ref.known && (r.narrative || r.published.zero() || e.First-ref.token < chainTokens) {
			t.fromTimestamp(ref)
			return ref.day, true
		}
	}
	t.fromPublication()
	return r.published, !r.published.zero()
}

// maxHours bounds the hours, minutes or seconds that are counted on from a
// clock: what is longer is no time of day any more.
const maxHours = 24 * 365

// hours resolves "twelve hours later", for which the clock must be known; else
// it stays the length it is, with what it counts from.
func (r *resolver) hours(e *Expression, t *Timestamp, base civilDay) {
	length := max(int(e.count), -int(e.count))
	if e.from != fromReference || !r.clock.known || t.anchor != anchorAt(r.clock.index) {
		t.kind, t.Value = kindDuration, lengthOf(quantity{whole: length}, e.unit)
		return
	}
	if length > maxHours {
		return
	}
	scale := time.Hour
	switch e.unit {
	case unitMinute:
		scale = time.Minute
	case unitSecond:
		scale = time.Second
	}
	then := timeAt(base, r.hour, r.min, 0).Add(time.Duration(e.count) * scale)
	late := Expression{clockTime: clockTime{hasClock: true, hour: int8(then.Hour()), minute: int8(then.Minute()), zone: r.expressions[r.clock.index].zone}}
	t.Value, t.Zoned = withTime(&late, civilDayAt(then)), late.zone.given
}

// stepped gives the unit that lies count units away from the one with day in it.
func stepped(e *Expression, day civilDay) string {
	count := int(e.count)
	switch e.unit {
	case unitWeekend:
		return weekendValue(weekendBase(e, day))
	case unitQuarter:
		d := civilDay{day.year, day.month, 1}.plusMonths(3 * count)
		return quarterValue(d.year, quarterOf(d.month))
	case unitHalf:
		return ""
	case unitDecade:
		return decadeValue(day.year + 10*count)
	case unitCentury:
		return centuryValue(day.year + 100*count)
	}
	return shifted(day, e.unit, count)
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

// shifted gives the value of the unit that is count units from day. It is empty
// where that lies beyond the calendar.
func shifted(day civilDay, unit calendarUnit, count int) string {
	switch unit {
	case unitDay, unitNight:
		return dayValue(day.plusDays(count))
	case unitWeek, unitWeekend:
		return weekValue(day.plusDays(7 * count))
	case unitFortnight:
		return weekValue(day.plusDays(14 * count))
	case unitMonth:
		d := civilDay{day.year, day.month, 1}.plusMonths(count)
		return monthValue(d.year, d.month)
	case unitQuarter:
		d := civilDay{day.year, day.month, 1}.plusMonths(3 * count)
		return monthValue(d.year, d.month)
	case unitYear:
		return yearValue(day.year + count)
	case unitDecade:
		return yearValue(day.year + 10*count)
	case unitCentury:
		return yearValue(day.year + 100*count)
	}
	return ""
}

// leadDurations gives the durations before "after" and "before" the day that
// they lead to, where a timestamp names what they count from.
func (r *resolver) leadDurations() {
	for n := range len(r.expressions) - 1 {
		e, end := &r.expressions[n], &r.expressions[n+1]
		if e.means != meansDuration || end.First-e.Last > 2 || end.link == linkAfter {
			continue
		}
		next := &r.out[n+1]
		switch next.by {
		case byDay, byDayPart, byMinute, bySecond:
		default:
			continue
		}
		if next.from.isZero() || next.Dateline {
			continue
		}
		count := int(e.count)
		if e.link == linkBefore {
			count = -count
		}
		v := intervalOf(shifted(civilDayAt(next.local()), e.unit, count))
		if !v.from.IsZero() {
			r.out[n].anchor = anchorAt(n + 1)
			r.out[n].from, r.out[n].to = instantOf(v.from), instantOf(v.to)
		}
	}
}

package timex

import (
	"time"
)

// A civilDay is a day of the proleptic Gregorian calendar.
type civilDay struct{ year, month, day int }

func (d civilDay) zero() bool { return d.month == 0 }

// civilDayAt gives the day that t falls on in its own location.
func civilDayAt(t time.Time) civilDay { return civilDay{t.Year(), int(t.Month()), t.Day()} }

// number counts the days from 1 March of the year 0. The formula is Howard
// Hinnant's days_from_civil.
func (d civilDay) number() int {
	y, m := d.year, d.month
	if m <= 2 {
		y--
	}
	era := floorDivide(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d.day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy
}

// civilDayOf is the inverse of number.
func civilDayOf(number int) civilDay {
	era := floorDivide(number, 146097)
	doe := number - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := civilDay{yoe + era*400, mp + 3, doy - (153*mp+2)/5 + 1}
	if d.month > 12 {
		d.month -= 12
		d.year++
	}
	return d
}

func floorDivide(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekday gives 1 for Monday to 7 for Sunday. Day 0 was a Wednesday.
func (d civilDay) weekday() int { return weekdayOf(d.number()) }

func weekdayOf(number int) int { return (number + 2) - 7*floorDivide(number+2, 7) + 1 }

func (d civilDay) plusDays(n int) civilDay { return civilDayOf(d.number() + n) }

// plusMonths keeps the day of the month where the month has it.
func (d civilDay) plusMonths(n int) civilDay {
	months := d.year*12 + d.month - 1 + n
	d.year, d.month = floorDivide(months, 12), months-12*floorDivide(months, 12)+1
	d.day = min(d.day, daysIn(d.year, d.month))
	return d
}

// valid reports whether the calendar has the day.
func (d civilDay) valid() bool {
	return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysIn(d.year, d.month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// isoWeek gives the week of ISO 8601 and the year it belongs to.
func (d civilDay) isoWeek() (year, week int) {
	thursday := d.plusDays(4 - d.weekday())
	first := civilDay{thursday.year, 1, 1}
	return thursday.year, (thursday.number()-first.number())/7 + 1
}

// isoMonday gives the Monday that an ISO week begins with.
func isoMonday(year, week int) civilDay {
	fourth := civilDay{year, 1, 4}
	return fourth.plusDays(1 - fourth.weekday() + 7*(week-1))
}

// nthWeekday gives the day of the month that the n-th such weekday falls on.
func nthWeekday(year, month, weekday, n int) int {
	first := civilDay{year, month, 1}.weekday()
	return 1 + (weekday-first+7)%7 + 7*(n-1)
}

// lastWeekday gives the day of the month that its last such weekday falls on.
func lastWeekday(year, month, weekday int) int {
	last := daysIn(year, month)
	return last - (civilDay{year, month, last}.weekday()-weekday+7)%7
}

// easter gives Easter Sunday of the western churches by the anonymous
// Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) civilDay {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civilDay{year, n / 31, n%31 + 1}
}

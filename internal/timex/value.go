package timex

// The TIMEX3 values of what is vague or recurs.
const (
	presentRef   = "PRESENT_REF"
	pastRef      = "PAST_REF"
	futureRef    = "FUTURE_REF"
	everyWeekend = "XXXX-WXX-WE"
)

var (
	seasonNames = [...]string{seasonSpring: "SP", seasonSummer: "SU", seasonFall: "FA", seasonWinter: "WI"}
	partNames   = [...]string{partMorning: "TMO", partAfternoon: "TAF", partEvening: "TEV", partNight: "TNI"}
)

// maxValue is how long a value of the calendar can be:
// 2016-10-12T21:30:05+05:30.
const maxValue = 25

// lastYear is the last that a value can name. Whatever would be written with a
// year outside 1 to lastYear has no value: encoding/json and most databases know
// no others.
const lastYear = 9999

func inCalendar(year int) bool { return 1 <= year && year <= lastYear }

func appendTwo(b []byte, n int) []byte { return append(b, '0'+byte(n/10%10), '0'+byte(n%10)) }

func appendYear(b []byte, year int) []byte { return appendTwo(appendTwo(b, year/100), year) }

func appendMonth(b []byte, year, month int) []byte {
	return appendTwo(append(appendYear(b, year), '-'), month)
}

func appendDay(b []byte, d civilDay) []byte {
	return appendTwo(append(appendMonth(b, d.year, d.month), '-'), d.day)
}

// appendClock writes a time of day with its zone on that day.
func appendClock(b []byte, c *clockTime, day civilDay) []byte {
	b = appendTwo(append(b, 'T'), int(c.hour))
	b = appendTwo(append(b, ':'), int(c.minute))
	if c.hasSecond {
		b = appendTwo(append(b, ':'), int(c.second))
	}
	if !c.zone.given {
		return b
	}
	minutes, sign := c.zone.offset(day, int(c.hour)), byte('+')
	if minutes == 0 {
		return append(b, 'Z')
	}
	if minutes < 0 {
		minutes, sign = -minutes, '-'
	}
	b = appendTwo(append(b, sign), minutes/60)
	return appendTwo(append(b, ':'), minutes%60)
}

func twoDigits(n int) string { return string(appendTwo(make([]byte, 0, 2), n)) }

// yearValue writes a year; 0 and those below are years before Christ.
func yearValue(year int) string {
	switch {
	case inCalendar(year):
		return string(appendYear(make([]byte, 0, maxValue), year))
	case year <= 0 && 1-year <= lastYear:
		return string(appendYear(append(make([]byte, 0, maxValue), "BC"...), 1-year))
	}
	return ""
}

// yearPart writes a part of a year: "-Q3", "-10", "-SU".
func yearPart(year int, part string) string {
	if !inCalendar(year) {
		return ""
	}
	return string(append(appendYear(make([]byte, 0, maxValue), year), part...))
}

func monthValue(year, month int) string { return yearPart(year, "-"+twoDigits(month)) }

func quarterValue(year, quarter int) string { return yearPart(year, "-Q"+string(rune('0'+quarter))) }

func halfValue(year, half int) string { return yearPart(year, "-H"+string(rune('0'+half))) }

func seasonValue(year int, s season) string { return yearPart(year, "-"+seasonNames[s]) }

// decadeValue writes the decade that a year lies in.
func decadeValue(year int) string {
	if !inCalendar(year) {
		return ""
	}
	return yearValue(year)[:3]
}

// centuryValue writes the century that a year lies in.
func centuryValue(year int) string {
	if !inCalendar(year) {
		return ""
	}
	return yearValue(year)[:2]
}

func weekValue(d civilDay) string {
	year, week := d.isoWeek()
	return yearPart(year, "-W"+twoDigits(week))
}

// weekendValue writes the weekend of the week that a day lies in.
func weekendValue(d civilDay) string {
	if week := weekValue(d); week != "" {
		return week + "-WE"
	}
	return ""
}

func dayValue(d civilDay) string {
	if !inCalendar(d.year) {
		return ""
	}
	return string(appendDay(make([]byte, 0, maxValue), d))
}

// withTime writes the value of a day with the part of the day or clock of e.
func withTime(e *Expression, day civilDay) string {
	if e.offset != 0 {
		day = day.plusDays(int(e.offset))
	}
	if !inCalendar(day.year) {
		return ""
	}
	b := appendDay(make([]byte, 0, maxValue), day)
	switch {
	case e.hasClock:
		b = appendClock(b, &e.clockTime, day)
	case e.part != partNone:
		b = append(b, partNames[e.part]...)
	}
	return string(b)
}

// beforeChristValue writes a date of an expression that is so old.
func beforeChristValue(d *calendarDate) string {
	b := appendYear(append(make([]byte, 0, maxValue), "BC"...), int(d.year))
	if d.month != 0 {
		b = appendTwo(append(b, '-'), int(d.month))
	}
	if d.month != 0 && d.day != 0 {
		b = appendTwo(append(b, '-'), int(d.day))
	}
	return string(b)
}

// noYearValue writes a month or day whose year is not known.
func noYearValue(e *Expression) string {
	b := appendTwo(append(make([]byte, 0, maxValue), "XXXX-"...), int(e.month))
	if e.day != 0 {
		b = appendTwo(append(b, '-'), int(e.day))
	}
	if e.hasClock {
		b = appendClock(b, &e.clockTime, civilDay{2000, int(e.month), max(int(e.day), 1)})
	}
	return string(b)
}

// noWeekValue writes a weekday, or a time of it, whose week is not known.
func noWeekValue(e *Expression) string {
	b := append(make([]byte, 0, maxValue), everyWeekday(e.weekday)...)
	switch {
	case e.hasClock:
		b = appendClock(b, &e.clockTime, civilDay{2000, 1, 1})
	case e.part != partNone:
		b = append(b, partNames[e.part]...)
	}
	return string(b)
}

func everyWeekday(day int8) string { return "XXXX-WXX-" + string(rune('0'+day)) }

func everyMonth(month int32) string { return "XXXX-" + twoDigits(int(month)) }

func everySeason(s season) string { return "XXXX-" + seasonNames[s] }

func quarterOf(month int) int { return (month-1)/3 + 1 }

// seasonOfDay gives the season that a month belongs to, and its year: January
// belongs to the winter that began the year before.
func seasonOfDay(d civilDay) (year int, s season) {
	if d.month == 12 {
		return d.year, seasonWinter
	}
	if d.month < 3 {
		return d.year - 1, seasonWinter
	}
	return d.year, season(d.month / 3)
}

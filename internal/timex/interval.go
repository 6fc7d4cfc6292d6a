package timex

import (
	"strings"
	"time"
)

// An interval is the stretch of time [from, to) that a value covers, and the
// unit that the value is given in.
type interval struct {
	from, to time.Time
	by       granularityCode
}

// intervalOf gives the interval that a TIMEX3 value of the calendar covers.
// Seasons are those of the northern hemisphere and begin with March, June,
// September and December; a morning begins at 6, an afternoon at 12, an evening
// and a night at 18, and the night ends at 6 on the next day. A value that does
// not lie within the years 2 to 9999 has its unit alone: the zero time stands in
// the year 1, and no time in JSON is later. Other values have neither.
func intervalOf(value string) interval {
	if len(value) < 2 || value[0] < '0' || value[0] > '9' {
		return interval{}
	}
	var v interval
	switch len(value) {
	case 2:
		if n, ok := parseDigits(value); ok {
			v = years(n*100, 100, byCentury)
		}
	case 3:
		if n, ok := parseDigits(value); ok {
			v = years(n*10, 10, byDecade)
		}
	default:
		if year, ok := parseDigits(value[:4]); ok {
			v = withinYear(year, value[4:])
		}
	}
	if v.from.Year() < 2 || v.to.Year() > lastYear {
		return interval{by: v.by}
	}
	return v
}

// withinYear reads what follows the year of a value.
func withinYear(year int, rest string) interval {
	if rest == "" {
		return years(year, 1, byYear)
	}
	if rest[0] == '/' {
		if to, ok := parseDigits(rest[1:]); ok && len(rest) == 5 {
			return interval{startOf(civilDay{year, 1, 1}), startOf(civilDay{to + 1, 1, 1}), byYearRange}
		}
		return interval{}
	}
	if len(rest) >= 4 && rest[1] == 'W' {
		return week(year, rest[2:])
	}
	if len(rest) >= 6 {
		month, ok1 := parseDigits(rest[1:3])
		day, ok2 := parseDigits(rest[4:6])
		if d := (civilDay{year, month, day}); ok1 && ok2 && d.valid() {
			return withinDay(d, rest[6:])
		}
		return interval{}
	}
	if len(rest) != 3 {
		return interval{}
	}
	n, last := 0, int(rest[2]-'0')
	if month, ok := parseDigits(rest[1:]); ok {
		n = month
	}
	switch {
	case rest[1] == 'Q':
		return months(year, last*3-2, 3, byQuarter)
	case rest[1] == 'H':
		return months(year, last*6-5, 6, byHalf)
	case n >= 1 && n <= 12:
		return months(year, n, 1, byMonth)
	case seasonOfName(rest[1:]) != seasonNone:
		return months(year, int(seasonOfName(rest[1:]))*3, 3, bySeason)
	}
	return interval{}
}

// startOf gives midnight of a day.
func startOf(d civilDay) time.Time { return timeAt(d, 0, 0, 0) }

func timeAt(d civilDay, hour, minute, second int) time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, hour, minute, second, 0, time.UTC)
}

func years(year, n int, by granularityCode) interval {
	return interval{startOf(civilDay{year, 1, 1}), startOf(civilDay{year + n, 1, 1}), by}
}

func months(year, month, n int, by granularityCode) interval {
	first := civilDay{year, month, 1}
	return interval{startOf(first), startOf(first.plusMonths(n)), by}
}

func seasonOfName(name string) season {
	for s := seasonSpring; s <= seasonWinter; s++ {
		if seasonNames[s] == name {
			return s
		}
	}
	return seasonNone
}

// week reads what follows the W of a week.
func week(year int, rest string) interval {
	n, ok := parseDigits(rest[:2])
	if !ok || n < 1 || n > 53 {
		return interval{}
	}
	monday := isoMonday(year, n)
	switch rest[2:] {
	case "":
		return interval{startOf(monday), startOf(monday.plusDays(7)), byWeek}
	case "-WE":
		return interval{startOf(monday.plusDays(5)), startOf(monday.plusDays(7)), byWeekend}
	}
	return interval{}
}

// withinDay reads what follows the day of a value.
func withinDay(day civilDay, rest string) interval {
	switch rest {
	case "":
		return interval{startOf(day), startOf(day.plusDays(1)), byDay}
	case "TMO":
		return interval{timeAt(day, 6, 0, 0), timeAt(day, 12, 0, 0), byDayPart}
	case "TAF":
		return interval{timeAt(day, 12, 0, 0), timeAt(day, 18, 0, 0), byDayPart}
	case "TEV":
		return interval{timeAt(day, 18, 0, 0), timeAt(day, 24, 0, 0), byDayPart}
	case "TNI":
		return interval{timeAt(day, 18, 0, 0), timeAt(day, 30, 0, 0), byDayPart}
	}
	if len(rest) < 6 || rest[0] != 'T' {
		return interval{}
	}
	hour, ok1 := parseDigits(rest[1:3])
	minute, ok2 := parseDigits(rest[4:6])
	if !ok1 || !ok2 {
		return interval{}
	}
	second, length, by, zone := 0, time.Minute, byMinute, rest[6:]
	if len(zone) >= 3 && zone[0] == ':' {
		second, _ = parseDigits(zone[1:3])
		length, by, zone = time.Second, bySecond, zone[3:]
	}
	from := timeAt(day, hour, minute, second).Add(-offsetOf(zone))
	return interval{from, from.Add(length), by}
}

// offsetOf reads the zone at the end of a value: Z, +05:30, or nothing.
func offsetOf(zone string) time.Duration {
	if len(zone) != 6 {
		return 0
	}
	h, _ := parseDigits(zone[1:3])
	m, _ := parseDigits(zone[4:6])
	shift := time.Duration(h*60+m) * time.Minute
	if zone[0] == '-' {
		return -shift
	}
	return shift
}

// withoutZone leaves out the zone at the end of a value.
func withoutZone(value string) string {
	t := strings.IndexByte(value, 'T')
	if t < 0 {
		return value
	}
	if z := strings.IndexAny(value[t:], "Z+-"); z > 0 {
		return value[:t+z]
	}
	return value
}

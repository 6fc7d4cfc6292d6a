package timex

import (
	"strings"
	"time"
)

// valueInterval gives the interval [from, to) that a TIMEX3 value of the
// calendar covers, and its granularity. Seasons are those of the northern
// hemisphere and begin with March, June, September and December; a morning
// begins at 6, an afternoon at 12, an evening and a night at 18, and the night
// ends at 6 on the next day. Other values have no interval.
func valueInterval(value string) (from, to time.Time, by Granularity) {
	if len(value) < 2 || value[0] < '0' || value[0] > '9' {
		return
	}
	if first, second, ok := strings.Cut(value, "/"); ok {
		if from, _, by = valueInterval(first); by == ByYear {
			if _, to, by = valueInterval(second); by == ByYear {
				return from, to, ByYearRange
			}
		}
		return time.Time{}, time.Time{}, ""
	}
	switch len(value) {
	case 2:
		if n, ok := parseDigits(value); ok && n > 0 {
			return years(n*100, 100, ByCentury)
		}
		return
	case 3:
		if n, ok := parseDigits(value); ok && n > 0 {
			return years(n*10, 10, ByDecade)
		}
		return
	}
	year, ok := parseDigits(value[:4])
	if !ok || year < 2 { // the zero time stands in the year 1
		return
	}
	switch rest := value[4:]; {
	case rest == "":
		return years(year, 1, ByYear)
	case strings.HasPrefix(rest, "-W") && len(rest) >= 4:
		return weekInterval(year, rest[2:])
	case strings.HasPrefix(rest, "-Q") && len(rest) == 3 && '1' <= rest[2] && rest[2] <= '4':
		return months(year, int(rest[2]-'1')*3+1, 3, ByQuarter)
	case strings.HasPrefix(rest, "-H") && len(rest) == 3 && (rest[2] == '1' || rest[2] == '2'):
		return months(year, int(rest[2]-'1')*6+1, 6, ByHalf)
	case len(rest) == 3 && seasonOfName(rest[1:]) != seasonNone:
		return months(year, int(seasonOfName(rest[1:]))*3, 3, BySeason)
	case len(rest) == 3:
		if month, ok := parseDigits(rest[1:]); ok && month >= 1 && month <= 12 {
			return months(year, month, 1, ByMonth)
		}
	case len(rest) >= 6:
		month, ok1 := parseDigits(rest[1:3])
		day, ok2 := parseDigits(rest[4:6])
		if ok1 && ok2 && (civilDay{year, month, day}).valid() {
			return dayInterval(civilDay{year, month, day}, rest[6:])
		}
	}
	return
}

func at(d civilDay, hour, minute, second int) time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, hour, minute, second, 0, time.UTC)
}

func years(year, n int, by Granularity) (from, to time.Time, _ Granularity) {
	return at(civilDay{year, 1, 1}, 0, 0, 0), at(civilDay{year + n, 1, 1}, 0, 0, 0), by
}

func months(year, month, n int, by Granularity) (from, to time.Time, _ Granularity) {
	first := civilDay{year, month, 1}
	return at(first, 0, 0, 0), at(first.plusMonths(n), 0, 0, 0), by
}

func seasonOfName(name string) season {
	for s := seasonSpring; s <= seasonWinter; s++ {
		if seasonNames[s] == name {
			return s
		}
	}
	return seasonNone
}

func weekInterval(year int, rest string) (from, to time.Time, by Granularity) {
	week, ok := parseDigits(rest[:2])
	if !ok || week < 1 || week > 53 {
		return
	}
	monday := isoMonday(year, week)
	switch rest[2:] {
	case "":
		return at(monday, 0, 0, 0), at(monday.plusDays(7), 0, 0, 0), ByWeek
	case "-WE":
		return at(monday.plusDays(5), 0, 0, 0), at(monday.plusDays(7), 0, 0, 0), ByWeekend
	}
	return
}

// dayInterval reads what follows the day of a value.
func dayInterval(day civilDay, rest string) (from, to time.Time, by Granularity) {
	switch rest {
	case "":
		return at(day, 0, 0, 0), at(day.plusDays(1), 0, 0, 0), ByDay
	case "TMO":
		return at(day, 6, 0, 0), at(day, 12, 0, 0), ByDayPart
	case "TAF":
		return at(day, 12, 0, 0), at(day, 18, 0, 0), ByDayPart
	case "TEV":
		return at(day, 18, 0, 0), at(day, 24, 0, 0), ByDayPart
	case "TNI":
		return at(day, 18, 0, 0), at(day, 30, 0, 0), ByDayPart
	}
	if len(rest) < 6 || rest[0] != 'T' {
		return
	}
	hour, ok1 := parseDigits(rest[1:3])
	minute, ok2 := parseDigits(rest[4:6])
	if !ok1 || !ok2 {
		return
	}
	second, length, zone := 0, time.Minute, rest[6:]
	by = ByMinute
	if len(zone) >= 3 && zone[0] == ':' {
		second, _ = parseDigits(zone[1:3])
		length, by, zone = time.Second, BySecond, zone[3:]
	}
	from = at(day, hour, minute, second)
	if len(zone) == 6 {
		h, _ := parseDigits(zone[1:3])
		m, _ := parseDigits(zone[4:6])
		shift := time.Duration(h*60+m) * time.Minute
		if zone[0] == '-' {
			shift = -shift
		}
		from = from.Add(-shift)
	}
	return from, from.Add(length), by
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

func twoDigits(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }

func fourDigits(n int) string { return twoDigits(n/100) + twoDigits(n) }

// clockValue writes the time of day of e, with its zone on that day.
func clockValue(e *Expression, day civilDay) string {
	value := "T" + twoDigits(e.hour) + ":" + twoDigits(e.minute)
	if e.hasSecond {
		value += ":" + twoDigits(e.second)
	}
	if !e.zone.given {
		return value
	}
	minutes := e.zone.offset(day.year, max(day.month, 1), day.day, e.hour)
	switch {
	case minutes == 0:
		return value + "Z"
	case minutes < 0:
		return value + "-" + twoDigits(-minutes/60) + ":" + twoDigits(-minutes%60)
	}
	return value + "+" + twoDigits(minutes/60) + ":" + twoDigits(minutes%60)
}

func dayValue(d civilDay) string {
	return fourDigits(d.year) + "-" + twoDigits(d.month) + "-" + twoDigits(d.day)
}

func weekValue(d civilDay) string {
	year, week := d.isoWeek()
	return fourDigits(year) + "-W" + twoDigits(week)
}

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

package htmlview

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A moment is a time as the page shows it.
type moment struct {
	Words string
	// Machine is the same for the datetime attribute, whose grammar has less
	// than TIMEX3; empty where it has no word for it.
	Machine string
}

// newMoment makes a TIMEX3 value readable: "2025-03-04TEV" is the evening of 4
// March 2025. A value that it does not know stands as it is.
func newMoment(value string) moment {
	if words := references[value]; words != "" {
		return moment{Words: words}
	}
	day, clock, timed := strings.Cut(value, "T")
	if !timed || strings.HasPrefix(value, "P") { // a duration
		words, machine := readableDay(value)
		return moment{words, machine}
	}
	words, machine := readableDay(day)
	if part := dayParts[clock]; part != "" {
		return moment{words + ", " + part, machine}
	}
	for _, layout := range []string{"15:04", "15:04:05"} {
		for _, zone := range []string{"", "Z07:00"} {
			if t, err := time.Parse(layout+zone, clock); err == nil {
				if machine != "" {
					machine += "T" + clock
				}
				return moment{words + ", " + t.Format(layout) + readableZone(t, zone), machine}
			}
		}
	}
	return moment{Words: shown(value)}
}

// readableZone names the zone of a clock time, if it has one.
func readableZone(t time.Time, layout string) string {
	switch _, offset := t.Zone(); {
	case layout == "":
		return ""
	case offset == 0:
		return " UTC"
	}
	return " UTC" + t.Format("-07:00")
}

var dayParts = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}

var references = map[string]string{"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}

var seasons = map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}

// readableDay reads a value that is no clock time.
func readableDay(value string) (words, machine string) {
	if t, err := time.Parse(time.DateOnly, value); err == nil {
		return t.Format("Mon 2 January 2006"), value
	}
	if t, err := time.Parse("2006-01", value); err == nil {
		return t.Format("January 2006"), value
	}
	if t, err := time.Parse("XXXX-01-02", value); err == nil {
		return t.Format("2 January"), ""
	}
	if day, ok := strings.CutPrefix(value, "XXXX-WXX-"); ok && len(day) == 1 && "1" <= day && day <= "7" {
		return time.Weekday((day[0] - '0') % 7).String(), ""
	}
	year, part, parted := strings.Cut(value, "-")
	if _, err := strconv.Atoi(year); err != nil {
		return shown(value), ""
	}
	switch {
	case !parted && len(year) == 4:
		return year, year
	case !parted && len(year) == 3:
		return year + "0s", ""
	case !parted && len(year) == 2:
		return century(year), ""
	case seasons[part] != "":
		return seasons[part] + " " + year, ""
	case len(part) == 2 && strings.HasPrefix(part, "Q"):
		return "quarter " + part[1:] + " of " + year, ""
	case len(part) == 2 && strings.HasPrefix(part, "H"):
		return "half " + part[1:] + " of " + year, ""
	case len(part) == 3 && strings.HasPrefix(part, "W"):
		return "week " + strings.TrimLeft(part[1:], "0") + " of " + year, value
	case len(part) == 6 && strings.HasPrefix(part, "W") && strings.HasSuffix(part, "-WE"):
		return "weekend of week " + strings.TrimLeft(part[1:3], "0") + " of " + year, ""
	}
	return shown(value), ""
}

// century names the century of the years that begin with two digits.
func century(digits string) string {
	n, _ := strconv.Atoi(digits)
	ending := "th"
	if n++; n/10 != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprintf("%d%s century", n, ending)
}

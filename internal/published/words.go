package published

import (
	"strconv"
	"strings"
	"time"
)

// A reading is a date in words on its way.
type reading struct {
	zone             *time.Location
	year, month, day int // 0 while not known
	hour, minute     int
	second           time.Duration
	clock            bool // an hour is known
	half             string
	reason           string
}

// inWords reads a date that names its month, with the parts in any order that
// leaves no doubt: "Sat, 03 Feb 2024 14:05:00 +0000", "Feb 3, 2024, 2:05 p.m. ET".
func inWords(text string, zone *time.Location) (time.Time, string) {
	r := reading{zone: zone}
	for _, part := range parts(text) {
		if !r.take(part) {
			if r.reason == "" {
				r.reason = notDate
			}
			return time.Time{}, r.reason
		}
	}
	return r.time()
}

// parts splits a date at white space and commas; "2:05pm" is one part, "p.m."
// and "pm" are alike.
func parts(text string) []string {
	text = strings.NewReplacer("p.m.", "pm", "a.m.", "am", "P.M.", "pm", "A.M.", "am", ",", " ", "(", " ", ")", " ", "|", " ", "·", " ", "–", " ", "—", " ", "\u202f", " ").Replace(text)
	return strings.Fields(text)
}

// fillers are words of a date that say nothing more.
var fillers = map[string]bool{"at": true, "on": true, "of": true, "the": true, "-": true, "hrs": true, "h": true}

// take reads one part of the date and reports whether it could.
func (r *reading) take(part string) bool {
	low := strings.TrimSuffix(strings.ToLower(part), ".")
	switch {
	case low == "" || fillers[low] || isWeekday(low):
		return low != ""
	case low == "am" || low == "pm":
		return r.takeHalf(low)
	case monthNamed(low) > 0:
		return set(&r.month, monthNamed(low))
	case strings.ContainsRune(low, ':'), r.day > 0 && isDotted(low), hasHalf(low):
		return r.takeClock(low)
	case low[0] == '+' || low[0] == '-' && len(low) > 1 && r.clock:
		return r.takeOffset(low)
	case low[0] >= '0' && low[0] <= '9':
		return r.takeNumber(low)
	}
	there, ok := zoneNamed(part, r.zone)
	switch {
	case !ok && isLetters(part) && len(part) <= 5 && part == strings.ToUpper(part):
		r.reason = "has a zone, " + part + ", that is not known or stands for more than one; write it as an offset, +01:00"
	case ok && r.clock:
		r.zone = there
		return true
	}
	return false
}

// set sets a part that is to be given once.
func set(place *int, value int) bool {
	if *place != 0 || value == 0 {
		return false
	}
	*place = value
	return true
}

// takeNumber reads a day, "3" or "3rd", or a year; "3-Feb-2024" and "03-Feb-24"
// are all of it.
func (r *reading) takeNumber(part string) bool {
	if pieces := strings.Split(part, "-"); len(pieces) == 3 {
		return r.takeNumber(pieces[0]) && set(&r.month, monthNamed(pieces[1])) && r.takeYear(pieces[2])
	}
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		part = strings.TrimSuffix(part, ending)
	}
	n, err := strconv.Atoi(part)
	if err != nil {
		return false
	}
	if len(part) == 4 {
		return set(&r.year, n)
	}
	if len(part) <= 2 && r.day != 0 {
		return r.takeYear(part)
	}
	return len(part) <= 2 && n <= 31 && set(&r.day, n)
}

// takeYear reads a year of four digits, or of two as RFC 2822 does.
func (r *reading) takeYear(part string) bool {
	n, err := strconv.Atoi(part)
	switch {
	case err != nil:
		return false
	case len(part) == 2 && n < 50:
		n += 2000
	case len(part) == 2:
		n += 1900
	}
	return set(&r.year, n)
}

// takeClock reads "14:05", "14:05:30.5", "14.05", "2:05pm" and "2pm".
func (r *reading) takeClock(part string) bool {
	if r.clock {
		return false
	}
	for _, half := range []string{"am", "pm"} {
		if rest, ok := strings.CutSuffix(part, half); ok {
			part = rest
			if !r.takeHalf(half) {
				return false
			}
		}
	}
	part = strings.TrimSuffix(part, "h")
	if !strings.ContainsRune(part, ':') {
		part = strings.Replace(part, ".", ":", 1)
	}
	pieces := strings.Split(part, ":")
	if len(pieces) > 3 || len(pieces[0]) > 2 {
		return false
	}
	var err error
	if r.hour, err = strconv.Atoi(pieces[0]); err != nil {
		return false
	}
	if len(pieces) > 1 {
		if r.minute, err = strconv.Atoi(pieces[1]); err != nil || len(pieces[1]) != 2 {
			return false
		}
	}
	if len(pieces) > 2 {
		if r.second, err = time.ParseDuration(strings.ReplaceAll(pieces[2], ",", ".") + "s"); err != nil {
			return false
		}
	}
	r.clock = true
	return r.hour >= 0 && r.hour <= 24 && r.minute >= 0 && r.minute < 60 && r.second >= 0 && r.second <= time.Minute
}

func (r *reading) takeHalf(half string) bool {
	if r.half != "" {
		return false
	}
	r.half = half
	return true
}

// takeOffset reads "+0100", "-05:00" and "+01".
func (r *reading) takeOffset(part string) bool {
	for _, layout := range []string{"-0700", "-07:00", "-07"} {
		if t, err := time.Parse(layout, part); err == nil {
			r.zone = t.Location()
			if _, offset := t.Zone(); offset == 0 {
				r.zone = time.UTC
			}
			return true
		}
	}
	return false
}

// time returns the time of all parts.
func (r *reading) time() (time.Time, string) {
	switch {
	case r.year == 0 || r.month == 0 || r.day == 0:
		return time.Time{}, notDate
	case r.half != "" && (!r.clock || r.hour < 1 || r.hour > 12):
		return time.Time{}, "has an hour that is none"
	case r.half == "am" && r.hour == 12:
		r.hour = 0
	case r.half == "pm" && r.hour < 12:
		r.hour += 12
	}
	t := time.Date(r.year, time.Month(r.month), r.day, r.hour, r.minute, 0, 0, r.zone)
	if time.Date(r.year, time.Month(r.month), r.day, 0, 0, 0, 0, time.UTC).Day() != r.day {
		return time.Time{}, "is no day of the calendar"
	}
	return t.Add(r.second), ""
}

func isDotted(part string) bool {
	hour, minute, ok := strings.Cut(part, ".")
	return ok && len(hour) <= 2 && len(minute) == 2 && isDigits(hour) && isDigits(minute)
}

func hasHalf(part string) bool {
	return len(part) > 2 && (strings.HasSuffix(part, "am") || strings.HasSuffix(part, "pm")) && part[0] >= '0' && part[0] <= '9'
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthNamed returns the number of a month by its name or an abbreviation of it
// of three letters or "sept", and 0 for any other word.
func monthNamed(word string) int {
	word = strings.ToLower(strings.TrimSuffix(word, "."))
	for n, month := range months {
		if word == month || word == month[:3] || word == "sept" && month == "september" {
			return n + 1
		}
	}
	return 0
}

var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func isWeekday(word string) bool {
	for _, day := range weekdays {
		if word == day || word == day[:3] || word == "tues" && day == "tuesday" || word == "thurs" && day == "thursday" {
			return true
		}
	}
	return false
}

// Package published reads when something was published, as newsrooms write it:
// feeds, content systems, archives, the headers of messages and people.
package published

import (
	"fmt"
	"strings"
	"time"
)

// An Error tells why a value is no time of publication.
type Error struct {
	Value  string
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("%.100q %s", e.Value, e.Reason) }

// notDate is the reason where nothing is known of the value.
const notDate = "is no date; 2024-02-03, 3 Feb 2024 14:05, RFC 3339 and seconds since 1970 are"

// Parse reads a time of publication. It takes RFC 3339 and the forms of ISO 8601
// beside it, with or without a zone; RFC 1123, 822 and 850 and the forms of ANSI
// C; dates in words, "3 Feb 2024 14:05" or "February 3, 2024 at 2:05 p.m. EST";
// 20240203 and 20240203140500; and seconds, milliseconds, microseconds or
// nanoseconds since 1970. A time without a zone is one of zone, or of UTC where
// that is nil. A day alone is the beginning of it.
//
// 3/4/2024 is an error, as is a zone such as IST that stands for more than one:
// a wrong date is worse than none. The empty string is the zero time: not known.
func Parse(value string, zone *time.Location) (time.Time, error) {
	if zone == nil {
		zone = time.UTC
	}
	text := strings.TrimSpace(value)
	if text == "" {
		return time.Time{}, nil
	}
	t, reason := parse(text, zone)
	switch {
	case reason != "":
		return time.Time{}, &Error{value, reason}
	case t.Year() < 1 || t.Year() > 9999:
		return time.Time{}, &Error{value, "lies outside the years 1 to 9999"}
	}
	return t, nil
}

func parse(text string, zone *time.Location) (t time.Time, reason string) {
	if len(text) > maxDate {
		return time.Time{}, notDate
	}
	if isNumber(text) {
		return number(text, zone)
	}
	if t, ok := numeric(text, zone); ok {
		return t, ""
	}
	return inWords(text, zone)
}

// maxDate is the length in bytes from which on nothing is a date. The longest
// forms have some seventy.
const maxDate = 120

// The forms that begin with the year. Go reads fractions of a second after any of
// them, with a full stop or a comma.
var numericLayouts = []string{
	"2006-01-02T15:04:05Z07:00",
	"2006-01-02T15:04:05Z0700",
	"2006-01-02T15:04:05Z07",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04Z0700",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"20060102T150405Z07:00",
	"20060102T150405Z0700",
	"20060102T150405",
	"20060102T1504Z0700",
	"20060102T1504",
	time.DateOnly,
	"2006/01/02",
	"2006.01.02",
	"2006/01/02T15:04:05",
	"2006/01/02T15:04",
}

// numeric reads the forms that begin with the year.
func numeric(text string, zone *time.Location) (time.Time, bool) {
	if text[0] < '0' || text[0] > '9' || len(text) < len("2006-01-02") {
		return time.Time{}, false
	}
	text, there, ok := trimZone(text, zone)
	if !ok {
		return time.Time{}, false
	}
	text = strings.Join(strings.Fields(strings.ToUpper(text)), "T")
	text = strings.ReplaceAll(text, "T+", "+")
	text = strings.ReplaceAll(text, "T-", "-")
	for _, layout := range numericLayouts {
		if t, err := time.ParseInLocation(layout, text, there); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// trimZone takes a zone in letters from the end of the text, and says which
// zone the rest is in.
func trimZone(text string, zone *time.Location) (rest string, there *time.Location, ok bool) {
	at := strings.LastIndexByte(text, ' ')
	if at < 0 || !isLetters(text[at+1:]) {
		return text, zone, true
	}
	there, ok = zoneNamed(text[at+1:], zone)
	return text[:at], there, ok
}

func isLetters(text string) bool {
	for _, b := range []byte(text) {
		if b|0x20 < 'a' || b|0x20 > 'z' {
			return false
		}
	}
	return text != ""
}

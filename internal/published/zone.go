package published

import (
	"strings"
	"time"
)

// The zones in letters, in seconds east of Greenwich: those of RFC 5322, section
// 4.3, and further ones of the IANA database that stand for one offset alone.
// IST, the CST of China and their like are missing on purpose: they are read
// where the zone of the caller has them.
var offsets = map[string]int{
	"UT": 0, "UTC": 0, "GMT": 0, "Z": 0,
	"EST": -5 * 3600, "EDT": -4 * 3600, "CST": -6 * 3600, "CDT": -5 * 3600,
	"MST": -7 * 3600, "MDT": -6 * 3600, "PST": -8 * 3600, "PDT": -7 * 3600,
	"AKST": -9 * 3600, "AKDT": -8 * 3600, "HST": -10 * 3600,
	"BST": 3600, // British Summer Time: no other is written so in English news
	"WET": 0, "WEST": 3600, "CET": 3600, "CEST": 2 * 3600, "EET": 2 * 3600, "EEST": 3 * 3600, "MSK": 3 * 3600,
	"SAST": 2 * 3600, "WAT": 3600, "CAT": 2 * 3600, "EAT": 3 * 3600, "PKT": 5 * 3600, "NPT": 5*3600 + 45*60, "JST": 9 * 3600, "KST": 9 * 3600, "HKT": 8 * 3600,
	"AWST": 8 * 3600, "AEST": 10 * 3600, "AEDT": 11 * 3600, "NZST": 12 * 3600, "NZDT": 13 * 3600,
}

// zoneNamed returns the zone that letters stand for: in the zone of the caller,
// if it has them, and else anywhere.
func zoneNamed(letters string, zone *time.Location) (*time.Location, bool) {
	letters = strings.ToUpper(letters)
	for month := time.January; month <= time.December; month++ {
		if name, offset := time.Date(2024, month, 15, 12, 0, 0, 0, zone).Zone(); name == letters {
			return fixed(letters, offset), true
		}
	}
	offset, ok := offsets[letters]
	return fixed(letters, offset), ok
}

func fixed(letters string, offset int) *time.Location {
	if offset == 0 {
		return time.UTC
	}
	return time.FixedZone(letters, offset)
}

// Zone returns the zone of that name: one of the IANA database, such as
// Europe/London, or an offset, +01:00. The database is the system's, or that of
// the program if it has one built in.
func Zone(name string) (*time.Location, error) {
	for _, layout := range []string{"-07:00", "-0700"} {
		if t, err := time.Parse(layout, name); err == nil {
			_, offset := t.Zone()
			return time.FixedZone(name, offset), nil
		}
	}
	if name == "" || name == "Local" {
		return nil, &Error{name, "is no time zone: Europe/London and +01:00 are"}
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, &Error{name, "is no time zone that is known on this machine: Europe/London and +01:00 are such names"}
	}
	return zone, nil
}

package published

import (
	"errors"
	"testing"
	"time"
)

// at is a time that all forms of its table stand for.
var at = time.Date(2024, 2, 3, 14, 5, 0, 0, time.UTC)

func TestParse(t *testing.T) {
	for _, value := range []string{
		"2024-02-03T14:05:00Z", "2024-02-03T14:05:00.000Z", "2024-02-03t14:05:00z", "2024-02-03T15:05:00+01:00", "2024-02-03T15:05:00+0100",
		"2024-02-03T14:05+00:00", "2024-02-03T14:05:00", "2024-02-03T14:05", "2024-02-03 14:05:00", "2024-02-03 14:05", "2024-02-03 14:05:00 UTC",
		"2024-02-03 14:05:00 +0000", "2024-02-03 14:05:00+00", "2024-02-03 09:05:00 EST", "2024/02/03 14:05", "20240203T140500Z", "20240203T140500", "20240203T0905-0500",
		"20240203140500", "202402031405",
		"Sat, 03 Feb 2024 14:05:00 +0000", "Sat, 03 Feb 2024 14:05:00 GMT", "Sat, 3 Feb 2024 09:05:00 EST", "3 Feb 24 14:05 GMT", "Saturday, 03-Feb-24 14:05:00 GMT",
		"Sat Feb  3 14:05:00 2024", "Sat Feb  3 14:05:00 UTC 2024", "Sat Feb 03 14:05:00 +0000 2024",
		"3 Feb 2024 14:05", "3 February 2024 14.05", "3 February 2024, 2.05pm", "Feb. 3, 2024 2:05 p.m.", "February 3, 2024 at 2:05 PM", "Feb 3, 2024, 9:05 a.m. EST", "3rd February 2024 at 14:05",
		"Sat 3 Feb 2024 14.05 GMT", "3 Feb 2024 15:05 CET", "Saturday, February 3rd, 2024 14:05", "03-Feb-2024 14:05:00",
		"1706969100", "1706969100.0", "1706969100000", "1706969100000000", "1706969100000000000", " 2024-02-03T14:05:00Z\n",
	} {
		got, err := Parse(value, nil)
		if err != nil || !got.Equal(at) {
			t.Errorf("Parse(%q) = %v, %v; want %v", value, got, err, at)
		}
	}
}

func TestParseDay(t *testing.T) {
	day := time.Date(2024, 2, 3, 0, 0, 0, 0, time.UTC)
	for _, value := range []string{"2024-02-03", "20240203", "2024/02/03", "3 Feb 2024", "Feb 3, 2024", "February 3rd, 2024", "Saturday, 3 February 2024", "03-Feb-2024", "the 3rd of February 2024"} {
		got, err := Parse(value, nil)
		if err != nil || !got.Equal(day) {
			t.Errorf("Parse(%q) = %v, %v; want %v", value, got, err, day)
		}
	}
}

func TestParseSeconds(t *testing.T) {
	for value, want := range map[string]time.Time{
		"2024-02-03T14:05:06.789Z":   at.Add(6789 * time.Millisecond),
		"3 Feb 2024 14:05:06.789":    at.Add(6789 * time.Millisecond),
		"1706969106.789":             at.Add(6789 * time.Millisecond),
		"1706969106789":              at.Add(6789 * time.Millisecond),
		"-1000000000":                time.Date(1938, 4, 24, 22, 13, 20, 0, time.UTC),
		"3 Feb 2024 12:05 a.m.":      time.Date(2024, 2, 3, 0, 5, 0, 0, time.UTC),
		"3 Feb 2024 12.05pm":         time.Date(2024, 2, 3, 12, 5, 0, 0, time.UTC),
		"Thu, 31 Dec 98 23:59:00 UT": time.Date(1998, 12, 31, 23, 59, 0, 0, time.UTC),
	} {
		if got, err := Parse(value, nil); err != nil || !got.Equal(want) {
			t.Errorf("Parse(%q) = %v, %v; want %v", value, got, err, want)
		}
	}
}

func TestParseInZone(t *testing.T) {
	london, err := Zone("Europe/London")
	if err != nil {
		t.Skip("no database of time zones here: ", err)
	}
	for value, want := range map[string]string{
		"2024-07-03 14:05":         "2024-07-03T13:05:00Z",
		"3 Jul 2024 14:05":         "2024-07-03T13:05:00Z",
		"3 Jul 2024 14:05 BST":     "2024-07-03T13:05:00Z",
		"2024-07-03 14:05 BST":     "2024-07-03T13:05:00Z",
		"3 Jan 2024 14:05":         "2024-01-03T14:05:00Z",
		"3 Jul 2024 14:05 EDT":     "2024-07-03T18:05:00Z",
		"2024-07-03T14:05:00Z":     "2024-07-03T14:05:00Z",
		"2024-07-03":               "2024-07-02T23:00:00Z",
		"1706969100":               "2024-02-03T14:05:00Z",
		"Wed, 03 Jul 2024 14:05 Z": "2024-07-03T14:05:00Z",
	} {
		got, err := Parse(value, london)
		if err != nil || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("Parse(%q) = %v, %v; want %s", value, got.UTC(), err, want)
		}
	}
}

func TestNoDate(t *testing.T) {
	for _, value := range []string{
		"yesterday", "3/4/2024", "03.04.2024", "2024-02-30", "30 Feb 2024", "2024-13-01", "February 2024", "2024", "12", "1234567", "Feb 3",
		"3 Feb 2024 25:00", "3 Feb 2024 14:05 IST", "3 Feb 2024 13:05 pm", "2024-02-03T14:05:00 XYZ", "-", ".", "+", "3 3 Feb 2024 14:05 2024",
		"123456789012345678901234", "3 Feb 2024 14:05 Paris", "\x00", "é", "-.5", "1706969100 1706969100",
	} {
		got, err := Parse(value, nil)
		var wrong *Error
		if !errors.As(err, &wrong) || !got.IsZero() {
			t.Errorf("Parse(%q) = %v, %v; want an error", value, got, err)
		}
	}
	if got, err := Parse("  ", nil); err != nil || !got.IsZero() {
		t.Errorf("nothing is %v, %v; want the zero time", got, err)
	}
}

func TestZone(t *testing.T) {
	for _, name := range []string{"+01:00", "-0530"} {
		if _, err := Zone(name); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"", "Local", "Nowhere/Town", "../etc/passwd"} {
		if zone, err := Zone(name); err == nil {
			t.Errorf("Zone(%q) = %v", name, zone)
		}
	}
}

func FuzzPublished(f *testing.F) {
	for _, value := range []string{"2024-02-03T14:05:00Z", "3 Feb 2024 14:05", "1706969100", "Sat, 3 Feb 2024 09:05:00 EST"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		got, err := Parse(value, nil)
		if err != nil && !got.IsZero() {
			t.Errorf("Parse(%q) = %v with the error %v", value, got, err)
		}
	})
}

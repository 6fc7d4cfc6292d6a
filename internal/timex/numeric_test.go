package timex

import (
	"testing"
)

// DayFirst decides only what the text leaves open.
func TestDayFirst(t *testing.T) {
	for _, c := range []struct{ text, value, other string }{
		{"the invoice of 03/04/2024", "2024-04-03", "2024-03-04"},
		{"the invoice of 3-4-2024", "2024-04-03", "2024-03-04"},
		{"the invoice of 3 4 2024", "2024-04-03", "2024-03-04"},
		{"the invoice of 3/4/24", "2024-04-03", "2024-03-04"},
		{"the week of 3/6/2024", "2024-W23", "2024-W10"},
		{"the invoice of 4/4/2024", "2024-04-04", ""},
		{"the invoice of 12/31/2024", "2024-12-31", ""},
		{"the invoice of 31/12/2024", "2024-12-31", ""},
		{"the invoice of 2024-04-03", "2024-04-03", ""},
		{"the invoice of 3.4.2024", "2024-04-03", ""},
	} {
		got := readWith(c.text, Options{DayFirst: true}).Timestamps
		if len(got) != 1 || got[0].Value != c.value || got[0].Other != c.other {
			t.Errorf("%q = %+v, want %q or %q", c.text, got, c.value, c.other)
		}
	}
	for text, want := range map[string]string{
		"invoices of 5/11/2017 and 11/14/2017":       "2017-05-11",
		"invoices of 5/11/2017 and of april 23 2015": "2017-05-11",
		"invoices of 5/11/2017 and 14/11/2017":       "2017-11-05",
		"on 12/25 he saw the invoice 5/11/2017":      "2017-05-11",
		"on 25/12 he saw the invoice 5/11/2017":      "2017-11-05",
	} {
		found := false
		for _, ts := range readWith(text, Options{DayFirst: true}).Timestamps {
			found = found || ts.Value == want && ts.Other == ""
		}
		if !found {
			t.Errorf("%q: no %s", text, want)
		}
	}
}

// A zone tells too little of who wrote the text.
func TestZoneLeavesOrderOpen(t *testing.T) {
	for _, text := range []string{"at 23 05 bst he saw the invoice of 5/11/2017", "at 9 15 p m est he saw the invoice of 5/11/2017"} {
		for dayFirst, want := range map[bool][2]string{true: {"2017-11-05", "2017-05-11"}, false: {"2017-05-11", "2017-11-05"}} {
			times := readWith(text, Options{DayFirst: dayFirst}).Timestamps
			if invoice := times[len(times)-1]; invoice.Value != want[0] || invoice.Other != want[1] {
				t.Errorf("%q, DayFirst %v = %s or %s, want %v", text, dayFirst, invoice.Value, invoice.Other, want)
			}
		}
	}
}

// Day and month alone are a date behind a word that dates follow, and a
// fraction, odds or all day long elsewhere.
func TestShortNumericDay(t *testing.T) {
	for _, c := range []struct {
		text     string
		dayFirst bool
		value    string
	}{
		{"The ferry sank on 25/10.", false, "2017-10-25"},
		{"The ferry sank on 10/25.", true, "2017-10-25"},
		{"The ferry sank on Wednesday 25/10.", false, "2017-10-25"},
		{"The ferry sank on 5/8.", false, "2017-05-08"},
		{"The ferry sank on 5/8.", true, "2017-08-05"},
		{"The ferry has sunk on 5/8 of its way.", false, ""},
		{"She rates the ferry 7/10.", false, ""},
		{"The ferry runs on 24/7 shifts.", false, ""},
		{"It fell by 3/4.", false, ""},
		{"The odds are 11/2.", false, ""},
		{"It fell on 31/31.", false, ""},
	} {
		times := readWith(c.text, Options{Published: tuesday, DayFirst: c.dayFirst}).Timestamps
		switch {
		case c.value == "" && len(times) > 0:
			t.Errorf("%q = %+v, want none", c.text, times)
		case c.value != "" && (len(times) != 1 || times[0].Value != c.value):
			t.Errorf("%q = %+v, want %s", c.text, times, c.value)
		}
	}
}

// A stamp in numbers is read as the caller says, and what is reckoned from it.
func TestDayFirstStamp(t *testing.T) {
	text := "Ferry sinks\nPublished: 03/04/2024\n\nIt sank yesterday."
	for dayFirst, want := range map[bool][2]string{true: {"2024-04-03", "2024-04-02"}, false: {"2024-03-04", "2024-03-03"}} {
		times := readWith(text, Options{DayFirst: dayFirst})
		last := times.Timestamps[len(times.Timestamps)-1]
		if times.Published.Value != want[0] || last.Value != want[1] {
			t.Errorf("DayFirst %v: published %s, yesterday %s, want %v", dayFirst, times.Published.Value, last.Value, want)
		}
	}
}

// Marks and capitals alone tell prices and names from years and months.
func TestMarkedTraps(t *testing.T) {
	for _, text := range []string{
		"The house was sold for $1950 an acre.",
		"The lamp was worth £1985 in all.",
		"The rent rose to €2015 in all.",
		"April Sutter was told to leave.",
		"August Penn wrote the play.",
		"The case went to Judge June Carver.",
	} {
		if times := read(text, tuesday); len(times) > 0 {
			t.Errorf("%q = %+v, want none", text, times)
		}
	}
	for text, want := range map[string]string{
		"April rains were heavy.":            "2017-04",
		"They left in August Penn was told.": "2017-08",
		"June Was Warm, Say Farmers":         "2017-06",
	} {
		if times := read(text, tuesday); len(times) != 1 || times[0].Value != want {
			t.Errorf("%q = %+v, want %s", text, times, want)
		}
	}
}

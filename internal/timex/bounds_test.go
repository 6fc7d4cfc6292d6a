package timex

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/token"
)

// wellFormed are the values of TIMEX3 that this package writes.
var wellFormed = regexp.MustCompile(`^(` +
	`P(\d+(\.\d)?|X)(Y(6M)?|M|W|D(T12H)?|Q|WE|DE|CE)|P6M|PT(\d+(\.\d)?|X)[HMS]|PT\d+H30M|PT\d+M30S|PT30[MS]|PT12H|` +
	`(PRESENT|PAST|FUTURE)_REF|` +
	`XXXX-(\d\d(-\d\d)?|SP|SU|FA|WI|WXX-[1-7]|WXX-WE|XX-XX)(T(MO|AF|EV|NI)|T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?|` +
	`BC\d\d|BC\d{4}(-\d\d(-\d\d)?)?|\d\d|\d{3}|` +
	`\d{4}(/\d{4}|-Q[1-4]|-H[12]|-(SP|SU|FA|WI)|-W[0-5]\d(-WE)?|-[01]\d(-[0-3]\d(T(MO|AF|EV|NI)|T[0-2]\d:[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?)?)?)?|` +
	`T[0-2]\d:[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?)$`)

// checkBounds checks what holds of every timestamp, however far it leads.
func checkBounds(t *testing.T, text string, ts Timestamp) {
	t.Helper()
	for _, value := range []string{ts.Value, ts.Other} {
		if value != "" && (!wellFormed.MatchString(value) || strings.HasPrefix(value, "0000")) {
			t.Errorf("%q: %q has the value %q", text, ts.In(text), value)
		}
	}
	if ts.Other != "" && ts.Other == ts.Value {
		t.Errorf("%q: %q has the other reading %q, which is its value", text, ts.In(text), ts.Other)
	}
	if ts.From().IsZero() != ts.To().IsZero() || !ts.From().IsZero() && !ts.From().Before(ts.To()) {
		t.Errorf("%q: %q has the interval [%v, %v)", text, ts.In(text), ts.From(), ts.To())
	}
	if _, err := json.Marshal([]time.Time{ts.From(), ts.To()}); err != nil {
		t.Errorf("%q: %q has the interval [%v, %v): %v", text, ts.In(text), ts.From(), ts.To(), err)
	}
}

// Whatever a text counts and whenever it was published, its values are well
// formed and its intervals can be written.
func TestBeyondTheCalendar(t *testing.T) {
	counts := []string{"one", "two", "90", "999", "1,999", "2000", "7,983", "10,000", "999,999", "1000000", "nine thousand", "ten thousand", "ninety nine thousand"}
	units := []string{"hours", "days", "weeks", "weekends", "fortnights", "months", "quarters", "years", "decades", "centuries"}
	turns := []string{"ago", "earlier", "later", "from now", "after 31 december 9999 ad", "before 1 january 2 ad", "after 12 october 2016", "before 12 october 2016"}
	var texts []string
	for _, count := range counts {
		for _, unit := range units {
			for _, turn := range turns {
				texts = append(texts, "it sank "+count+" "+unit+" "+turn)
			}
		}
	}
	for _, time := range []string{"today", "yesterday", "tomorrow night", "friday", "next friday", "last friday", "last week", "next week", "this weekend", "next weekend",
		"last month", "next month", "the quarter", "the third quarter", "next quarter", "a year earlier", "last year", "next year", "this decade", "next decade",
		"the previous decade", "next century", "the previous century", "the following century", "the first half of next year", "the first half of last year",
		"3 october", "31 december", "december", "january", "29 february", "last december", "next january", "in spring", "in winter", "next winter", "last summer",
		"christmas", "next christmas", "last christmas", "christmas 9999", "easter", "election day", "the 5th", "at 23 30 est", "at 0 30 gmt", "11/12/9999", "for 9999",
		"in 9999 ad", "31 december 9999 ad at 23 30 est", "1 january 1 ad at 00 30 gmt", "in 1 ad", "1 january 2 ad", "in december 1 ad", "ad 1", "the 1st century", "the 1st century bc",
		"the 22nd century", "9999 bc", "3 march 9999 bc", "the first monday of january 1 ad", "the last day of 9999 ad", "the week of 31 december 9999 ad"} {
		for _, before := range []string{"", "on 3 march 1 ad they met and ", "on 3 march 9999 ad they met and ", "in 44 ad and in 45 ad and in 46 ad they met and "} {
			texts = append(texts, before+"it sank "+time+" they say", before+"it sank "+time+" they said and two days later it rose")
		}
	}
	var dates []time.Time
	for _, year := range []int{-300, 0, 1, 2, 44, 2017, 9998, 9999, 10000, 12017, 292277} {
		dates = append(dates, time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year, 12, 31, 23, 59, 0, 0, time.FixedZone("", 14*3600)))
	}
	for _, text := range texts {
		expressions := Scan(token.Read(text).Tokens, nil)
		for n, published := range append(dates, time.Time{}) {
			prefer := []Direction{PreferPast, PreferFuture, PreferNearest}[n%3]
			times := Resolve(expressions, nil, Options{Published: published, Prefer: prefer})
			for _, ts := range append(times.Timestamps, times.Published, times.Updated) {
				checkBounds(t, text, ts)
			}
			if _, err := times.Origin.MarshalJSON(); err != nil {
				t.Errorf("%q published %v: origin %v", text, published, times.Origin)
			}
		}
	}
}

// A date that a caller gives for "unknown" spoils nothing: what lies within the
// calendar keeps its value, and what does not has none.
func TestPublishedAtTheEnd(t *testing.T) {
	last := time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text, value string
		by          Granularity
		interval    bool
	}{
		{"it sank yesterday", "9999-12-30", ByDay, true},
		{"it sank today", "9999-12-31", ByDay, false},
		{"it sinks tomorrow", "", "", false},
		{"it sank last month", "9999-11", ByMonth, true},
		{"it sank this year", "9999", ByYear, false},
		{"it sinks next year", "", "", false},
		{"it sank in 2016", "2016", ByYear, true},
		{"it sank in 9999 ad", "9999", ByYear, false},
	} {
		got := one(t, c.text, last)
		if got.Value != c.value || got.Granularity() != c.by || got.From().IsZero() == c.interval {
			t.Errorf("%q = %q by %q from %v, want %q by %q", c.text, got.Value, got.Granularity(), got.From(), c.value, c.by)
		}
	}
	if got := one(t, "it sank yesterday", last.AddDate(1, 0, 0)); got.Value != "" || got.Anchor() != (Anchor{}) {
		t.Errorf("yesterday of the year 10000 = %+v", got)
	}
}

// A feast on its own day has no second reading.
func TestOtherIsAnother(t *testing.T) {
	for _, c := range []struct {
		text         string
		published    time.Time
		value, other string
	}{
		{"he left on christmas day", time.Date(2017, 12, 25, 0, 0, 0, 0, time.UTC), "2017-12-25", ""},
		{"he left on christmas day", time.Date(2017, 12, 26, 0, 0, 0, 0, time.UTC), "2017-12-25", "2018-12-25"},
		{"he left on friday", time.Date(2017, 11, 17, 0, 0, 0, 0, time.UTC), "2017-11-17", ""},
		{"he left on friday", tuesday, "2017-11-10", "2017-11-17"},
		{"he left on 5/5/2017", tuesday, "2017-05-05", ""},
	} {
		if got := one(t, c.text, c.published); got.Value != c.value || got.Other != c.other {
			t.Errorf("%q on %v = %q or %q, want %q or %q", c.text, c.published, got.Value, got.Other, c.value, c.other)
		}
	}
}

// Nothing that a step was given is changed by it: the same expressions can be
// resolved for two days.
func TestResolveChangesNothing(t *testing.T) {
	text := "november 14 2017 gmt it sank yesterday between 3 and 5 october and on christmas day in spring two days after 3 may"
	expressions := Scan(token.Read(text).Tokens, nil)
	before := append([]Expression(nil), expressions...)
	first := Resolve(expressions, []int{2}, Options{})
	Resolve(expressions, nil, Options{Published: tuesday, Prefer: PreferFuture, DayFirst: true})
	if diff := cmp.Diff(before, expressions, cmp.AllowUnexported(Expression{}, Frequency{}, shift{}, calendarDate{}, clockTime{}, zoneName{})); diff != "" {
		t.Errorf("the expressions have changed:\n%s", diff)
	}
	if diff := cmp.Diff(first, Resolve(expressions, []int{2}, Options{}), cmp.AllowUnexported(Timestamp{}, Frequency{})); diff != "" {
		t.Errorf("the second answer differs:\n%s", diff)
	}
}

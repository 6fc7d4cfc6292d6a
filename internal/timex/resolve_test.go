package timex

import (
	"encoding/json"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/lineartest"
	"github.com/verbatim-news/verbatim/internal/token"
)

// read gives the times of text, without what the page tells of them.
func read(text string, published time.Time) []Timestamp {
	return readWith(text, Options{Published: published}).Timestamps
}

func readWith(text string, o Options) Times {
	return Resolve(Scan(token.Read(text).Tokens, nil), nil, o)
}

var tuesday = time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)

// one expects exactly one timestamp.
func one(t *testing.T, text string, published time.Time) Timestamp {
	t.Helper()
	found := read(text, published)
	if len(found) != 1 {
		t.Fatalf("%q has %d timestamps, want 1: %+v", text, len(found), found)
	}
	return found[0]
}

func TestTimestampInterval(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		text     string
		from, to time.Time
		by       Granularity
	}{
		{"on 12 october 2016", day(2016, 10, 12), day(2016, 10, 13), ByDay},
		{"in october 2016", day(2016, 10, 1), day(2016, 11, 1), ByMonth},
		{"in december 2016", day(2016, 12, 1), day(2017, 1, 1), ByMonth},
		{"in 2016", day(2016, 1, 1), day(2017, 1, 1), ByYear},
		{"the 1990s", day(1990, 1, 1), day(2000, 1, 1), ByDecade},
		{"the 18th century", day(1700, 1, 1), day(1800, 1, 1), ByCentury},
		{"last week", day(2017, 11, 6), day(2017, 11, 13), ByWeek},
		{"last weekend", day(2017, 11, 11), day(2017, 11, 13), ByWeekend},
		{"the third quarter of 2016", day(2016, 7, 1), day(2016, 10, 1), ByQuarter},
		{"the first half of 2016", day(2016, 1, 1), day(2016, 7, 1), ByHalf},
		{"the winter of 1962", day(1962, 12, 1), day(1963, 3, 1), BySeason},
		{"the 2015 16 season", day(2015, 1, 1), day(2017, 1, 1), ByYearRange},
		{"monday evening", day(2017, 11, 13).Add(18 * time.Hour), day(2017, 11, 14), ByDayPart},
		{"last night", day(2017, 11, 13).Add(18 * time.Hour), day(2017, 11, 14).Add(6 * time.Hour), ByDayPart},
		{"9 15 p m est on oct 31 2016", day(2016, 11, 1).Add(2*time.Hour + 15*time.Minute), day(2016, 11, 1).Add(2*time.Hour + 16*time.Minute), ByMinute},
		{"2016 10 12t21 30 05z", day(2016, 10, 12).Add(21*time.Hour + 30*time.Minute + 5*time.Second), day(2016, 10, 12).Add(21*time.Hour + 30*time.Minute + 6*time.Second), BySecond},
		{"in 44 bc", time.Time{}, time.Time{}, ""},
		{"for three days", time.Time{}, time.Time{}, ""},
		{"every monday", time.Time{}, time.Time{}, ""},
	} {
		got := one(t, c.text, tuesday)
		if !got.From().Equal(c.from) || !got.To().Equal(c.to) || got.Granularity() != c.by {
			t.Errorf("%q (%s): [%v, %v) by %q, want [%v, %v) by %q", c.text, got.Value, got.From(), got.To(), got.Granularity(), c.from, c.to, c.by)
		}
	}
}

func TestTimestampOtherReading(t *testing.T) {
	for _, c := range []struct{ text, value, other string }{
		{"he left on friday", "2017-11-10", "2017-11-17"},
		{"he left on 3 october", "2017-10-03", "2018-10-03"},
		{"the invoice of 5/11/2017", "2017-05-11", "2017-11-05"},
		{"he left on 3 october 2016", "2016-10-03", ""},
		{"he left last friday", "2017-11-10", ""},
	} {
		if got := one(t, c.text, tuesday); got.Value != c.value || got.Other != c.other {
			t.Errorf("%q = %s or %q, want %s or %q", c.text, got.Value, got.Other, c.value, c.other)
		}
	}
}

// The other dates of a text decide what 5/11/2017 means.
func TestNumericOrder(t *testing.T) {
	for text, want := range map[string]string{
		"invoices of 5/11/2017 and 14/11/2017":                "2017-11-05",
		"invoices of 5/11/2017 and 11/14/2017":                "2017-05-11",
		"invoices of 5 11 2017 and of 23 april 2015":          "2017-11-05",
		"invoices of 5 11 2017 and of april 23 2015":          "2017-05-11",
		"published 14 nov 2017 02 10 gmt invoices of 5/11/17": "2017-11-05",
	} {
		found := read(text, time.Time{})
		ok := false
		for _, ts := range found {
			ok = ok || ts.Value == want && ts.Other == ""
		}
		if !ok {
			t.Errorf("%q: no %s in %+v", text, want, found)
		}
	}
}

func TestTimestampAnchor(t *testing.T) {
	text := "on 20 september 2016 he wrote and the following morning she replied yesterday both denied it"
	found := read(text, tuesday)
	want := []Anchor{{}, {Source: AnchorTimestamp, Timestamp: 0}, {Source: AnchorPublished}}
	var got []Anchor
	for _, ts := range found {
		got = append(got, ts.Anchor())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("anchors (-want +got)\n%s", diff)
	}
	found = read("it fell two days after 12 october 2016", tuesday)
	if a := found[0].Anchor(); a.Source != AnchorTimestamp || a.Timestamp != 1 {
		t.Errorf("the duration is anchored to %+v, want timestamp 1", a)
	}
	if want := time.Date(2016, 10, 14, 0, 0, 0, 0, time.UTC); !found[0].From().Equal(want) {
		t.Errorf("two days after 12 october 2016 lead to %v, want %v", found[0].From(), want)
	}
}

// What the text says of its publication outranks what the caller knows.
func TestPublicationStamp(t *testing.T) {
	for _, c := range []struct{ text, published, updated, yesterday string }{
		{"ferry sinks ana orr tue 14 nov 2017 02 10gmt first published on mon 13 nov 2017 23 40gmt it sank yesterday",
			"2017-11-13T23:40Z", "2017-11-14T02:10Z", "2017-11-12"},
		{"Ferry sinks\nPublished: 14 November 2017\nUpdated: 16 November 2017\n\nIt sank yesterday.",
			"2017-11-14", "2017-11-16", "2017-11-13"},
		{"Ferry sinks\nBy Ana Orr\nNovember 14, 2017\n\nIt sank yesterday.", "2017-11-14", "", "2017-11-13"},
		{"ferry sinks 14 november 2017 last updated at 10 12 gmt it sank yesterday", "2017-11-14", "2017-11-14T10:12Z", "2017-11-13"},
		{"ferry sinks nov 14 2017 updated nov 15 2017 9 31 a m et it sank yesterday", "2017-11-14", "2017-11-15T09:31-05:00", "2017-11-13"},
		{"november 14 2017 gmt it sank yesterday", "2017-11-14", "", "2017-11-13"},
		{"it sank yesterday a report published on 3 may 2015 by the port says", "", "", "2001-02-02"},
		{"last updated at 10 12 gmt on 14 november 2017 it sank yesterday", "", "2017-11-14T10:12Z", "2001-02-02"},
	} {
		times := readWith(c.text, Options{Published: time.Date(2001, 2, 3, 0, 0, 0, 0, time.UTC)})
		if times.Published.Value != c.published || times.Updated.Value != c.updated {
			t.Errorf("%q: published %q updated %q, want %q and %q", c.text, times.Published.Value, times.Updated.Value, c.published, c.updated)
		}
		for _, ts := range times.Timestamps {
			if ts.In(c.text) == "yesterday" && ts.Value != c.yesterday {
				t.Errorf("%q: yesterday = %s, want %s", c.text, ts.Value, c.yesterday)
			}
			if want := ts.Value == c.published || ts.Value == c.updated; ts.Dateline != want {
				t.Errorf("%q: %q has Dateline %v, want %v", c.text, ts.In(c.text), ts.Dateline, want)
			}
		}
	}
}

// Without a stamp and without a caller who knows, a full date at the head that
// no sentence governs is what "yesterday" counts from; it stays prose.
func TestLikelyPublication(t *testing.T) {
	for text, want := range map[string]string{
		"ferry sinks associated press nov 3 2016 tolland it sank yesterday": "2016-11-02",
		"the ferry built on nov 3 2016 in tolland sank yesterday":           "",
	} {
		for _, ts := range read(text, time.Time{}) {
			if ts.In(text) == "yesterday" && ts.Value != want || ts.Dateline {
				t.Errorf("%q: %q = %q (dateline %v), want %q", text, ts.In(text), ts.Value, ts.Dateline, want)
			}
		}
	}
}

func TestDirection(t *testing.T) {
	for prefer, want := range map[Direction]string{PreferPast: "2017-11-10", "": "2017-11-10", PreferFuture: "2017-11-17", PreferNearest: "2017-11-17"} {
		got := readWith("the fair friday", Options{Published: tuesday, Prefer: prefer}).Timestamps
		if got[0].Value != want {
			t.Errorf("%q: friday = %s, want %s", prefer, got[0].Value, want)
		}
	}
}

// Invalid dates and clocks are not repaired.
func TestInvalidTimes(t *testing.T) {
	for _, text := range []string{"on 30 february 2016", "on february 30 2016", "29 february 2015", "2016 13 40", "31/31/2016", "at 25 10 gmt", "at 9 75 p m"} {
		for _, ts := range read(text, tuesday) {
			if ts.Granularity() == ByDay || ts.Granularity() == ByMinute {
				t.Errorf("%q: %q = %q", text, ts.In(text), ts.Value)
			}
		}
	}
}

func TestZoneAmbiguous(t *testing.T) {
	for text, want := range map[string]bool{"at 9 15 ist": true, "at 9 15 gmt": false, "at 9 15 bst": true} {
		if got := one(t, text, tuesday); !got.Zoned || got.ZoneAmbiguous != want {
			t.Errorf("%q: zoned %v ambiguous %v, want true and %v", text, got.Zoned, got.ZoneAmbiguous, want)
		}
	}
}

// A word that is no part of a time costs no allocation.
func TestTimesAllocations(t *testing.T) {
	short := strings.ToLower(strings.Repeat(plainProse(t)[0]+" ", 20))
	long := strings.Repeat(short, 10)
	runtime.GC() // the first collection of a process allocates too
	allocations := func(text string) float64 {
		return testing.AllocsPerRun(5, func() { read(text, tuesday) })
	}
	if few, many := allocations(short), allocations(long); many > few {
		t.Errorf("%v allocations for %d bytes, %v for %d", few, len(short), many, len(long))
	}
}

// hostile are the texts that make careless scanners quadratic.
var hostile = []string{"1 ", "1", "may ", "two ", "monday ", "this friday ", "the end of ", "2016 ", "12 october ", "first ", "1990s ", "10 30 ",
	"last year s ", "early ", "every ", "two days later ", "two days after ", "00 00 00z ", "nineteen ", "a m ", "new ", "12.", "1,", "a year earlier ", "first half of the ", "05-", "\xff", "é", "14t02 "}

func TestTimesAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, unit := range hostile {
		t.Run(unit, func(t *testing.T) {
			lineartest.Check(t, 512<<10, func(size int) string { return strings.Repeat(unit, size/len(unit)) }, func(text string) { read(text, tuesday) })
		})
	}
}

func FuzzTimes(f *testing.F) {
	for _, file := range []string{"calendar.txt", "relative.txt", "amounts.txt", "clocks.txt", "stamps.txt", "traps.txt"} {
		for _, c := range readTimeCases(f, file) {
			f.Add(c.text, true)
		}
	}
	for _, unit := range hostile {
		f.Add(strings.Repeat(unit, 5), false)
	}
	f.Fuzz(func(t *testing.T, text string, dated bool) {
		published := time.Time{}
		if dated {
			published = tuesday
		}
		flat, _ := token.Flatten(text)
		for _, form := range []string{text, flat} {
			found := read(form, published)
			checkTimestamps(t, form, found)
			if diff := cmp.Diff(found, read(form, published), cmp.AllowUnexported(Timestamp{}, Frequency{})); diff != "" {
				t.Errorf("the second answer differs\n%s", diff)
			}
		}
	})
}

func checkTimestamps(t *testing.T, text string, found []Timestamp) {
	t.Helper()
	end := 0
	for n, ts := range found {
		if ts.Start < end || ts.End <= ts.Start || ts.End > len(text) {
			t.Fatalf("span %d [%d, %d) after %d in %d bytes", n, ts.Start, ts.End, end, len(text))
		}
		end = ts.End
		checkBounds(t, text, ts)
		if a := ts.Anchor(); a.Source == AnchorTimestamp && (a.Timestamp < 0 || a.Timestamp >= len(found) || a.Timestamp == n) {
			t.Errorf("%q: anchor %+v of %d", ts.In(text), a, len(found))
		}
		switch ts.Type() {
		case Date, Time, Duration, Set:
		default:
			t.Errorf("%q: type %q", ts.In(text), ts.Type())
		}
	}
	if _, err := json.Marshal(found); err != nil {
		t.Error(err)
	}
}

// Flattened, a day after a verb that looks ahead may open the next sentence.
func TestDayOfNextSentence(t *testing.T) {
	for text, want := range map[string]string{
		"the owners hope to sell the mill on sunday the town council bought the quay":  "2017-11-12",
		"the owners hope to sell the mill on sunday the mayor said":                    "2017-11-19",
		"the owners hope to sell the mill. On Sunday the town council bought the quay": "2017-11-12",
		"the man who will be tried said that on sunday he slept":                       "2017-11-12",
	} {
		if got := one(t, text, tuesday); got.Value != want {
			t.Errorf("%q: sunday = %s, want %s", text, got.Value, want)
		}
	}
}

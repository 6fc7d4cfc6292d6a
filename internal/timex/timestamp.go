package timex

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/internal/token"
	"github.com/verbatim-news/verbatim/internal/value"
)

// A Kind is the TIMEX3 type of a time expression.
type Kind string

const (
	Date     Kind = "DATE"     // a calendar day, month, year or other period
	Time     Kind = "TIME"     // a time of day
	Duration Kind = "DURATION" // a length of time
	Set      Kind = "SET"      // times that recur
)

// A Granularity is the unit that a value of the calendar is given in: the
// value 2016-10 has the granularity month.
type Granularity string

const (
	BySecond    Granularity = "second"
	ByMinute    Granularity = "minute"
	ByDayPart   Granularity = "daypart" // morning, afternoon, evening, night
	ByDay       Granularity = "day"
	ByWeekend   Granularity = "weekend"
	ByWeek      Granularity = "week"
	ByMonth     Granularity = "month"
	BySeason    Granularity = "season"
	ByQuarter   Granularity = "quarter"
	ByHalf      Granularity = "half" // six months
	ByYear      Granularity = "year"
	ByYearRange Granularity = "years" // two calendar years, as in "the 2015-16 season"
	ByDecade    Granularity = "decade"
	ByCentury   Granularity = "century"
)

// A Direction says which of two likely readings to prefer where a text names a
// day or month without its year, or a weekday, and nothing around it decides.
type Direction string

const (
	// PreferPast reads "on Friday" as the last Friday, the day of publication
	// included. It is how news is written and what the empty Direction means.
	PreferPast Direction = "past"
	// PreferFuture reads "on Friday" as the next Friday, the day of
	// publication included, as programmes and announcements do.
	PreferFuture Direction = "future"
	// PreferNearest takes whichever day is closer to the publication.
	PreferNearest Direction = "nearest"
)

// An AnchorSource names the kind of thing that a timestamp was reckoned from.
type AnchorSource string

const (
	AnchorPublished AnchorSource = "published" // when the text was published
	AnchorTimestamp AnchorSource = "timestamp" // another timestamp of the text
)

// An Anchor tells what a relative time expression was reckoned from. The zero
// Anchor belongs to expressions that stand for themselves.
type Anchor struct {
	Source AnchorSource `json:"source"`
	// Timestamp is the index of the other timestamp. It has a meaning only if
	// Source is AnchorTimestamp.
	Timestamp int `json:"timestamp"`
}

// MarshalJSON leaves the index out where it has no meaning.
func (a Anchor) MarshalJSON() ([]byte, error) {
	if a.Source == AnchorTimestamp {
		type plain Anchor
		return json.Marshal(plain(a))
	}
	return json.Marshal(struct {
		Source AnchorSource `json:"source"`
	}{a.Source})
}

// A Timestamp is a time expression of the text.
type Timestamp struct {
	token.Span
	Type Kind `json:"type"`
	// Value is the TIMEX3 value; it is empty where the text does not fix one.
	// An X stands for what is not known, as in "PXD" (some days) and
	// "XXXX-10-12" (an October 12 in a text without a year).
	Value string `json:"value,omitempty"`
	// Other is the value of the second likely reading where there are two: the
	// next Friday instead of the last, 5 November instead of 11 May.
	Other string `json:"other,omitempty"`
	// From and To are the interval [From, To) that the value covers, in UTC if
	// the text gives a time zone (Zoned) and else by the clock of the text.
	// A duration with an Anchor gives the day it leads to ("two days after
	// 12 October 2016"). Both are zero where the value is no interval of the
	// calendar, or begins before the year 2.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Granularity is the unit of Value. It is empty for durations, sets and
	// vague references.
	Granularity Granularity `json:"granularity,omitempty"`
	// Zoned reports that the text gives a time zone. Where its name has
	// several meanings in use (IST, CST, BST), ZoneAmbiguous is set too and the
	// value follows the meaning most frequent in news in English.
	Zoned         bool `json:"zoned,omitempty"`
	ZoneAmbiguous bool `json:"zoneAmbiguous,omitempty"`
	// Dateline reports that the expression is furniture of the article, such
	// as a publication stamp, and not part of its prose.
	Dateline bool `json:"dateline,omitempty"`
	// Holiday is the name of the feast or fixed event that the expression
	// names, if it does and the calendar decides its date.
	Holiday string `json:"holiday,omitempty"`
	// Anchor is what the value was reckoned from.
	Anchor Anchor `json:"anchor,omitzero"`
}

var (
	timestampTypes = []Kind{Date, Time, Duration, Set}
	granularities  = []Granularity{BySecond, ByMinute, ByDayPart, ByDay, ByWeekend, ByWeek, ByMonth, BySeason,
		ByQuarter, ByHalf, ByYear, ByYearRange, ByDecade, ByCentury, ""}
	directions    = []Direction{PreferPast, PreferFuture, PreferNearest, ""}
	anchorSources = []AnchorSource{AnchorPublished, AnchorTimestamp}
)

// MarshalText gives the TIMEX3 name; it fails with an [*UnknownValueError] for any other value.
func (t Kind) MarshalText() ([]byte, error) {
	return value.MarshalValue("TimestampType", t, timestampTypes)
}

// UnmarshalText reads a TIMEX3 name; it fails with an [*UnknownValueError] for any other text.
func (t *Kind) UnmarshalText(text []byte) error {
	return value.UnmarshalValue("TimestampType", t, text, timestampTypes)
}

// MarshalText gives the name; it fails with an [*UnknownValueError] for any other value.
func (g Granularity) MarshalText() ([]byte, error) {
	return value.MarshalValue("Granularity", g, granularities)
}

// UnmarshalText reads a name; it fails with an [*UnknownValueError] for any other text.
func (g *Granularity) UnmarshalText(text []byte) error {
	return value.UnmarshalValue("Granularity", g, text, granularities)
}

// MarshalText gives the name; it fails with an [*UnknownValueError] for any other value.
func (d Direction) MarshalText() ([]byte, error) {
	return value.MarshalValue("Direction", d, directions)
}

// UnmarshalText reads a name; it fails with an [*UnknownValueError] for any other text.
func (d *Direction) UnmarshalText(text []byte) error {
	return value.UnmarshalValue("Direction", d, text, directions)
}

// MarshalText gives the name; it fails with an [*UnknownValueError] for any other value.
func (s AnchorSource) MarshalText() ([]byte, error) {
	return value.MarshalValue("AnchorSource", s, anchorSources)
}

// UnmarshalText reads a name; it fails with an [*UnknownValueError] for any other text.
func (s *AnchorSource) UnmarshalText(text []byte) error {
	return value.UnmarshalValue("AnchorSource", s, text, anchorSources)
}

// TellsWhen reports whether the expression can be when something happened: a
// point or stretch of the calendar that the prose tells.
func (t Timestamp) TellsWhen() bool {
	return (t.Type == Date || t.Type == Time) && t.Value != "" && !t.Dateline && !strings.HasSuffix(t.Value, "_REF")
}

package timex

import (
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/internal/token"
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

// An OriginSource says where the day came from that relative expressions of a
// text count from.
type OriginSource string

const (
	OriginStamp  OriginSource = "stamp"  // the text's own stamp of publication
	OriginCaller OriginSource = "caller" // Options.Published
	OriginUpdate OriginSource = "update" // the text's stamp of its last change
	OriginHead   OriginSource = "head"   // a full date at the head that may or may not be a stamp
)

// An Anchor tells what a relative time expression was reckoned from. The zero
// Anchor belongs to expressions that stand for themselves.
type Anchor struct {
	Source AnchorSource
	// Timestamp is the index of the other timestamp. It has a meaning only if
	// Source is AnchorTimestamp.
	Timestamp int
}

// A Timestamp is a time expression of the text.
type Timestamp struct {
	token.Span
	Type Kind
	// Value is the TIMEX3 value; it is empty where the text does not fix one.
	// An X stands for what is not known, as in "PXD" (some days) and
	// "XXXX-10-12" (an October 12 in a text without a year).
	Value string
	// Modifier says which part of Value is meant, or how exact it is; empty for
	// all of it.
	Modifier Modifier
	// Quantifier and Frequency say which times of a set are meant, and how often
	// within Value.
	Quantifier Quantifier
	Frequency  Frequency
	// Other is the value of the second likely reading where there are two: the
	// next Friday instead of the last, 5 November instead of 11 May. It never
	// equals Value.
	Other string
	// From and To are the interval [From, To) that the value covers, in UTC if
	// the text gives a time zone (Zoned) and else by the clock of the text.
	// A duration with an Anchor gives the day it leads to ("two days after
	// 12 October 2016"). Both are zero where the value is no interval of the
	// calendar, or does not lie within the years 2 to 9999.
	From, To time.Time
	// Granularity is the unit of Value. It is empty for durations, sets and
	// vague references.
	Granularity Granularity
	// Zoned reports that the text gives a time zone. Where its name has
	// several meanings in use (IST, CST, BST), ZoneAmbiguous is set too and the
	// value follows the meaning most frequent in news in English.
	Zoned         bool
	ZoneAmbiguous bool
	// Dateline reports that the expression is furniture of the article, such
	// as a publication stamp, and not part of its prose.
	Dateline bool
	// Event reports that the expression is the name of what happened on its day,
	// as 9/11 is, and seldom tells of anything else that it happened then.
	Event bool
	// Holiday is the name of the feast or fixed event that the expression
	// names, if it does and the calendar decides its date.
	Holiday string
	// Anchor is what the value was reckoned from.
	Anchor Anchor
}

// TellsWhen reports whether the expression can be when something happened: a
// point or stretch of the calendar that the prose tells.
func (t Timestamp) TellsWhen() bool {
	return (t.Type == Date || t.Type == Time) && t.Value != "" && !t.Dateline && !t.Event && !strings.HasSuffix(t.Value, "_REF")
}

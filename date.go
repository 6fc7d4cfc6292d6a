package verbatim

import (
	"time"

	"github.com/verbatim-news/verbatim/internal/timex"
)

// A Timestamp is a time expression of the text.
type Timestamp struct {
	Span
	Type TimestampType `json:"type"`
	// Value is the TIMEX3 value (TimeML 1.2.1); it is empty where the text does
	// not fix one. An X stands for what is not known, as in "PXD" (some days)
	// and "XXXX-10-12" (an October 12 in a text without a year).
	Value string `json:"value,omitzero"`
	// Modifier says which part of Value is meant, or how exact it is: "late 2016"
	// is the END of 2016. It is the mod of TIMEX3, and empty where all of the
	// value is meant.
	Modifier TimestampModifier `json:"modifier,omitzero"`
	// Quantifier says which of the times of a set are meant, as the quant of
	// TIMEX3 does: EVERY, EACH or EVERY OTHER. It is empty where no word says so.
	Quantifier string `json:"quantifier,omitzero"`
	// Frequency is how often within Value something is done, as the freq of
	// TIMEX3: "twice a month" has the value P1M and the frequency 2X, "five days a
	// week" P1W and 5D. It is empty for all but sets that tell it.
	Frequency string `json:"frequency,omitzero"`
	// Other is the value of the second likely reading where there are two: the
	// next Friday instead of the last, 5 November instead of 11 May. It never
	// equals Value.
	Other string `json:"other,omitzero"`
	// From and To are the interval [From, To) that the value covers, in UTC if
	// the text gives a time zone (Zoned) and else by the clock of the text.
	// A duration with an Anchor gives the day it leads to ("two days after
	// 12 October 2016"). Both are zero where the value is no interval of the
	// calendar, or is not within the years 2 to 9999.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Granularity is the unit of Value. It is empty for durations, sets and
	// vague references.
	Granularity Granularity `json:"granularity,omitzero"`
	// Zoned reports that the text gives a time zone. Where its name has
	// several meanings in use (IST, CST, BST), ZoneAmbiguous is set too and the
	// value follows the meaning most frequent in news in English.
	Zoned         bool `json:"zoned,omitzero"`
	ZoneAmbiguous bool `json:"zoneAmbiguous,omitzero"`
	// Holiday is the name of the feast or fixed event that the expression
	// names, if it does and the calendar decides its date.
	Holiday string `json:"holiday,omitzero"`
	// Anchor is what the value was reckoned from; nil for an expression that
	// stands for itself.
	Anchor *Anchor `json:"anchor,omitzero"`
	// Dateline reports that the expression is furniture of the article, such
	// as a publication stamp, and not part of its prose.
	Dateline bool `json:"dateline,omitzero"`
}

// A TimestampType is the TIMEX3 type of a time expression.
type TimestampType string

const (
	TimestampDate     TimestampType = "DATE"     // a calendar day, month, year or other period
	TimestampTime     TimestampType = "TIME"     // a time of day
	TimestampDuration TimestampType = "DURATION" // a length of time
	TimestampSet      TimestampType = "SET"      // times that recur
)

// Valid reports whether t is one of the constants.
func (t TimestampType) Valid() bool {
	switch t {
	case TimestampDate, TimestampTime, TimestampDuration, TimestampSet:
		return true
	}
	return false
}

// A TimestampModifier is the mod of TIMEX3.
type TimestampModifier string

const (
	ModifierStart       TimestampModifier = "START"         // early, the beginning of
	ModifierMid         TimestampModifier = "MID"           // mid, the middle of
	ModifierEnd         TimestampModifier = "END"           // late, the end of
	ModifierApprox      TimestampModifier = "APPROX"        // about, around
	ModifierLessThan    TimestampModifier = "LESS_THAN"     // less than, nearly
	ModifierMoreThan    TimestampModifier = "MORE_THAN"     // more than, over
	ModifierEqualOrLess TimestampModifier = "EQUAL_OR_LESS" // up to, no more than
	ModifierEqualOrMore TimestampModifier = "EQUAL_OR_MORE" // at least, no less than
	ModifierBefore      TimestampModifier = "BEFORE"        // more than a year ago
	ModifierAfter       TimestampModifier = "AFTER"         // less than a year ago
	ModifierOnOrBefore  TimestampModifier = "ON_OR_BEFORE"  // at least a year ago
	ModifierOnOrAfter   TimestampModifier = "ON_OR_AFTER"   // no more than a year ago
)

// Valid reports whether m is one of the constants. The empty TimestampModifier is
// none: it stands for a value that is meant as it is.
func (m TimestampModifier) Valid() bool {
	switch m {
	case ModifierStart, ModifierMid, ModifierEnd, ModifierApprox, ModifierLessThan, ModifierMoreThan, ModifierEqualOrLess,
		ModifierEqualOrMore, ModifierBefore, ModifierAfter, ModifierOnOrBefore, ModifierOnOrAfter:
		return true
	}
	return false
}

// A Granularity is the unit that a value of the calendar is given in: the
// value 2016-10 has the granularity month.
type Granularity string

const (
	GranularitySecond    Granularity = "second"
	GranularityMinute    Granularity = "minute"
	GranularityDayPart   Granularity = "daypart" // morning, afternoon, evening, night
	GranularityDay       Granularity = "day"
	GranularityWeekend   Granularity = "weekend"
	GranularityWeek      Granularity = "week"
	GranularityMonth     Granularity = "month"
	GranularitySeason    Granularity = "season"
	GranularityQuarter   Granularity = "quarter"
	GranularityHalf      Granularity = "half" // six months
	GranularityYear      Granularity = "year"
	GranularityYearRange Granularity = "years" // two calendar years, as in "the 2015-16 season"
	GranularityDecade    Granularity = "decade"
	GranularityCentury   Granularity = "century"
)

// Valid reports whether g is one of the constants. The empty Granularity is
// none: it stands for a value that is no stretch of the calendar.
func (g Granularity) Valid() bool {
	switch g {
	case GranularitySecond, GranularityMinute, GranularityDayPart, GranularityDay, GranularityWeekend, GranularityWeek,
		GranularityMonth, GranularitySeason, GranularityQuarter, GranularityHalf, GranularityYear, GranularityYearRange,
		GranularityDecade, GranularityCentury:
		return true
	}
	return false
}

// A Direction says which of two likely readings to prefer where a text names a
// day or month without its year, or a weekday, and nothing around it decides.
type Direction string

const (
	// PreferPast reads "on Friday" as the last Friday, the day of
	// publication included. It is how news is written and what the empty
	// Direction means.
	PreferPast Direction = "past"
	// PreferFuture reads "on Friday" as the next Friday, the day of
	// publication included, as programmes and announcements do.
	PreferFuture Direction = "future"
	// PreferNearest takes whichever day is closer to the publication.
	PreferNearest Direction = "nearest"
)

// Valid reports whether d is one of the constants. The empty Direction is none,
// and means PreferPast.
func (d Direction) Valid() bool {
	return d == PreferPast || d == PreferFuture || d == PreferNearest
}

// An Anchor tells what a relative time expression was reckoned from.
type Anchor struct {
	Source AnchorSource `json:"source"`
	// Timestamp is the index into Document.Timestamps of the other timestamp;
	// nil unless Source is AnchorTimestamp.
	Timestamp *int `json:"timestamp,omitzero"`
}

// An AnchorSource names the kind of thing that a timestamp was reckoned from.
type AnchorSource string

const (
	AnchorPublished AnchorSource = "published" // when the text was published
	AnchorTimestamp AnchorSource = "timestamp" // another timestamp of the text
)

// Valid reports whether s is one of the constants.
func (s AnchorSource) Valid() bool { return s == AnchorPublished || s == AnchorTimestamp }

// timestampOf converts a resolved expression to a public record.
func timestampOf(t *timex.Timestamp) Timestamp {
	return Timestamp{
		Span: Span(t.Span), Type: TimestampType(t.Type()), Value: t.Value, Modifier: TimestampModifier(t.Modifier()),
		Quantifier: t.Quantifier().String(), Frequency: t.Frequency().String(), Other: t.Other, From: t.From(), To: t.To(),
		Granularity: Granularity(t.Granularity()), Zoned: t.Zoned, ZoneAmbiguous: t.ZoneAmbiguous, Holiday: t.Holiday(),
		Anchor: anchorOf(t.Anchor()), Dateline: t.Dateline,
	}
}

// anchorOf converts an anchor; nil for the zero one.
func anchorOf(a timex.Anchor) *Anchor {
	switch a.Source {
	case "":
		return nil
	case timex.AnchorTimestamp:
		anchor := &struct { // one allocation for both
			Anchor
			index int
		}{Anchor{Source: AnchorTimestamp}, a.Timestamp}
		anchor.Timestamp = &anchor.index
		return &anchor.Anchor
	}
	return &Anchor{Source: AnchorSource(a.Source)}
}

// timestampsOf converts all of them.
func timestampsOf(times []timex.Timestamp) []Timestamp {
	list := make([]Timestamp, len(times))
	for i := range times {
		list[i] = timestampOf(&times[i])
	}
	return list
}

// stampOf converts a publication stamp; nil for the zero one.
func stampOf(t *timex.Timestamp) *Timestamp {
	if t.Value == "" {
		return nil
	}
	stamp := timestampOf(t)
	return &stamp
}

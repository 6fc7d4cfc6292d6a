package timex

import (
	"slices"
	"time"
)

// Options are what the caller knows of a text, or wants of its reading.
type Options struct {
	// Published is when the text was published; zero if that is not known. What
	// the text says of its publication comes before it. Only its day counts, in
	// its own location; a year outside 1 to 9999 is none.
	Published time.Time
	// Prefer says which way a day or month points that the text leaves open.
	// The empty Direction means PreferPast.
	Prefer Direction
	// DayFirst reads 3/4/2024 as 3 April where the text itself does not tell
	// the order of its numbers, and not as 4 March.
	DayFirst bool
}

// Times are what Resolve makes of the expressions of a text.
type Times struct {
	// Timestamps has one for each expression, at the same index.
	Timestamps []Timestamp
	// Published and Updated are the stamps of the text that say when it was
	// published and last changed. Each is the zero Timestamp if it does not say.
	Published, Updated Timestamp
	// Origin is what relative expressions were reckoned from, by the clock of the
	// text written as UTC: the publication as the text tells it, else as the
	// caller knows it, else the last change, else a full date at the head that
	// may or may not be a stamp. It is the zero time where none of these is known.
	Origin time.Time
	// OriginBy says which of these Origin is; empty for the zero time.
	OriginBy OriginSource
}

// Resolve gives every expression of a text its value, in one pass. stamps are
// the indexes, in order, of expressions that the layout of the page shows to be
// stamps although no word beside them says so.
func Resolve(expressions []Expression, stamps []int, o Options) Times {
	o.Published = dayOf(o.Published)
	times := Times{}
	if len(expressions) == 0 {
		if !o.Published.IsZero() {
			times.Origin, times.OriginBy = o.Published, OriginCaller
		}
		return times
	}
	r := resolver{expressions: expressions, stamps: stamps, prefer: o.Prefer, dayFirst: o.DayFirst, order: numericOrderOf(expressions)}
	times.Published, times.Updated = r.publication()
	times.Origin, times.OriginBy = r.origin(&times, o.Published)
	if !times.Origin.IsZero() {
		r.published = civilDayAt(times.Origin)
	}
	r.narrative = r.isNarrative()
	times.Timestamps = r.resolve()
	return times
}

// dayOf returns the day of a time in its own location, as a midnight of UTC, as
// the clock of a text is written; the zero time for a year outside the calendar.
func dayOf(t time.Time) time.Time {
	if t.IsZero() || !inCalendar(t.Year()) {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// A reference is a date that the text named before, kept at one granularity.
type reference struct {
	day   civilDay
	index int  // of its timestamp
	token int  // where it ended
	dated bool // its year was written in the text, or follows from one that was
	known bool
	month bool // it names a month, not a year alone
}

// A resolver turns expressions into timestamps, one pass from first to last.
type resolver struct {
	expressions []Expression
	stamps      []int    // those that the page shows to be stamps
	published   civilDay // zero if unknown
	prefer      Direction
	dayFirst    bool
	order       numericOrder
	narrative   bool

	out       []Timestamp
	lastDay   reference // the last expression that named a day
	lastMonth reference // … a day or month
	lastYear  reference // … anything with a year
	quarter   reference // … a quarter; day is its first
	clock     reference // … a time of day; hour and minute below
	hour, min int
	deictic   int // token of the last expression reckoned from the publication
}

// Distances in tokens within which a date named before still governs.
const (
	nearbyTokens = 80
	chainTokens  = 250
)

// resolve gives every expression its timestamp.
func (r *resolver) resolve() []Timestamp {
	r.out = make([]Timestamp, len(r.expressions))
	r.deictic = -1
	for n := range r.expressions {
		e, t := &r.expressions[n], &r.out[n]
		t.Span, t.Type, t.Dateline = e.Span, kinds[e.kind], r.role(n) != RoleNone
		t.Modifier, t.Quantifier, t.Frequency = modifiers[e.modifier], e.quantifier, e.frequency
		switch e.means {
		case meansFixed, meansDuration:
			t.Value = e.fixed
			continue
		case meansEvent:
			t.Value, t.Event = e.fixed, true
			r.finish(e, t)
			continue
		case meansShift:
			r.shift(e, t)
		case meansWeekday:
			r.weekday(e, t)
		case meansFeast:
			r.feast(e, t)
		case meansQuarter:
			r.fiscalQuarter(e, t)
		case meansCalendar:
			r.calendar(n, e, t)
		}
		r.finish(e, t)
		r.fit(n)
		r.remember(n, e, t)
	}
	r.leadDurations()
	return r.out
}

// finish adds what follows from the value.
func (r *resolver) finish(e *Expression, t *Timestamp) {
	v := intervalOf(t.Value)
	t.From, t.To, t.Granularity = v.from, v.to, v.by
	if e.hasClock && e.zone.given {
		t.Zoned, t.ZoneAmbiguous = true, timeZones[e.zone.index].ambiguous
	}
	if t.Other == t.Value {
		t.Other = ""
	}
}

// local gives the day that t begins on, as the text has it, whatever its zone.
func (t *Timestamp) local() time.Time {
	if t.Zoned {
		return intervalOf(withoutZone(t.Value)).from
	}
	return t.From
}

// remember makes the day, month and year of t the reference for what follows.
func (r *resolver) remember(n int, e *Expression, t *Timestamp) {
	hoursEnd := n > 0 && r.expressions[n-1].link == linkHours // perhaps past midnight
	if t.Dateline || t.From.IsZero() || e.unit == unitNight || hoursEnd {
		return
	}
	ref := reference{day: civilDayAt(t.local()), index: n, token: e.Last, known: true}
	ref.dated = e.hasYear || t.Anchor.Source == AnchorTimestamp && r.isDated(t.Anchor.Timestamp)
	if t.Anchor.Source == AnchorPublished && e.means != meansQuarter {
		r.deictic = e.Last
	}
	by := t.Granularity
	ref.month = by != ByYear && by != ByDecade && by != ByCentury
	switch by {
	case ByMinute, BySecond, ByDayPart, ByDay:
		r.lastDay, r.lastMonth, r.lastYear = ref, ref, ref
		if e.hasClock {
			r.clock, r.hour, r.min = ref, int(e.hour), int(e.minute)
		}
	case ByMonth:
		r.lastMonth, r.lastYear = ref, ref
	case ByQuarter:
		if e.unit != unitYear && !(e.steps && e.from == fromReference) { // no comparison with a year before
			r.quarter = ref
		}
		r.lastYear = ref
	case ByWeek, ByWeekend:
	default:
		r.lastYear = ref
	}
}

// isDated reports whether the reference of that index was a dated one.
func (r *resolver) isDated(index int) bool {
	for _, ref := range [...]*reference{&r.lastDay, &r.lastMonth, &r.lastYear} {
		if ref.known && ref.index == index {
			return ref.dated
		}
	}
	return false
}

// role gives the role of expression n as a stamp, by its own words or by the page.
func (r *resolver) role(n int) StampRole {
	role := r.expressions[n].Role
	if role == RoleNone {
		if _, stands := slices.BinarySearch(r.stamps, n); stands {
			return RoleBare
		}
	}
	return role
}

// isNarrative reports whether a text tells of years long past rather than of
// its own days: then months and days belong to the last year it named.
func (r *resolver) isNarrative() bool {
	past, near := 0, 0
	for n := range r.expressions {
		switch e := &r.expressions[n]; {
		case r.role(n) != RoleNone:
		case e.hasYear && (r.published.zero() || int(e.year) < r.published.year-2 || e.beforeChrist):
			past++
		case e.hasYear, e.means == meansWeekday && e.month == 0, e.from == fromPublished, e.means == meansQuarter:
			near++
		}
	}
	return past >= 2 && past > 3*near
}

// fromPublication says that t was reckoned from the publication.
func (t *Timestamp) fromPublication() { t.Anchor = Anchor{Source: AnchorPublished} }

// fromTimestamp says that t was reckoned from another timestamp.
func (t *Timestamp) fromTimestamp(ref *reference) {
	t.Anchor = Anchor{Source: AnchorTimestamp, Timestamp: ref.index}
}

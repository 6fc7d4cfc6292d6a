package timex

import (
	"slices"
	"time"
)

// Options are what the caller knows of a text, or wants of its reading.
type Options struct {
	// Published is when the text was published; zero if that is not known. What
	// the text says of its publication comes before it. Only its day counts, in
	// its own location.
	Published time.Time
	// Prefer says which way a day or month points that the text leaves open.
	// The empty Direction means PreferPast.
	Prefer Direction
}

// Times are what Resolve makes of the expressions of a text.
type Times struct {
	// Timestamps has one for each expression, at the same index.
	Timestamps []Timestamp
	// Published and Updated are the stamps of the text that say when it was
	// published and last changed. Each is the zero Timestamp if it does not say.
	Published, Updated Timestamp
	// Origin is what relative expressions were reckoned from: the publication
	// as the text tells it, else as the caller knows it, else the last change,
	// else a full date at the head that may or may not be a stamp. It is the
	// zero time where none of these is known.
	Origin time.Time
}

// Resolve gives every expression of a text its value, in one pass. stamps are
// the indexes, in order, of expressions that the layout of the page shows to be
// stamps although no word beside them says so.
func Resolve(expressions []Expression, stamps []int, o Options) Times {
	if len(expressions) == 0 {
		return Times{Origin: o.Published}
	}
	r := resolver{expressions: expressions, stamps: stamps, prefer: o.Prefer, order: dayMonthOrder(expressions)}
	var times Times
	times.Published, times.Updated = r.publication()
	if times.Origin = r.origin(&times, o.Published); !times.Origin.IsZero() {
		r.published = civilDayAt(times.Origin)
	}
	r.narrative = r.isNarrative()
	times.Timestamps = r.resolve()
	return times
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

// publication gives the stamps that say when the text was published and when it
// was last updated.
func (r *resolver) publication() (published, updated Timestamp) {
	first, last, bare := -1, -1, -1
	for n := range r.expressions {
		switch role := r.role(n); {
		case role == rolePublished && first < 0 && r.expressions[n].fullDay():
			first = n
		case role == roleUpdated:
			last = n
		case role == RoleBare && bare < 0:
			bare = n
		}
	}
	if first < 0 {
		first, bare = bare, -1
	}
	if last < 0 && bare >= 0 && bare < first {
		last = bare // the stamp above "first published on" is that of the last change
	}
	if first >= 0 {
		published = r.stamp(first, published)
	}
	if last >= 0 && last != first {
		updated = r.stamp(last, published)
	}
	return published, updated
}

// origin chooses what relative expressions count from.
func (r *resolver) origin(times *Times, known time.Time) time.Time {
	switch {
	case !times.Published.From.IsZero():
		return times.Published.local()
	case !known.IsZero():
		return known
	case !times.Updated.From.IsZero():
		return times.Updated.local()
	}
	for n := range r.expressions {
		e := &r.expressions[n]
		if e.First > headTokens/2 {
			break
		}
		if e.fullDay() && !e.governed {
			return r.stamp(n, Timestamp{}).local()
		}
	}
	return time.Time{}
}

// stamp resolves expression n by itself. A clock without a day is one of the
// day of publication.
func (r *resolver) stamp(n int, published Timestamp) Timestamp {
	alone := resolver{expressions: r.expressions[n : n+1], order: r.order}
	if !published.From.IsZero() {
		alone.published = civilDayAt(published.local())
	}
	stamp := alone.resolve()[0]
	stamp.Anchor, stamp.Dateline = Anchor{}, r.role(n) != RoleNone
	return stamp
}

// A numericOrder says whether 5/11 is a day and month or a month and day.
type numericOrder uint8

const (
	orderUnknown numericOrder = iota
	orderMonthDay
	orderDayMonth
)

// dayMonthOrder learns from the dates of a text that can be read only one way
// which order its numbers follow: 14/11/17, "14 November" or a British zone
// speak for the day first.
func dayMonthOrder(expressions []Expression) numericOrder {
	score := 0
	for n := range expressions {
		score += int(expressions[n].spells)
	}
	switch {
	case score > 0:
		return orderDayMonth
	case score < 0:
		return orderMonthDay
	}
	return orderUnknown
}

// isNarrative reports whether a text tells of years long past rather than of
// its own days: then months and days belong to the last year it named.
func (r *resolver) isNarrative() bool {
	past, near := 0, 0
	for n := range r.expressions {
		switch e := &r.expressions[n]; {
		case r.role(n) != RoleNone:
		case e.hasYear && (r.published.zero() || e.year < r.published.year-2 || e.before):
			past++
		case e.hasYear, e.means == meansWeekday && e.month == 0, e.from == fromPublished, e.means == meansQuarter:
			near++
		}
	}
	return past >= 2 && past > 3*near
}

package timex

import (
	"time"
)

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
		published = r.stamp(first, civilDay{})
	}
	if last >= 0 && last != first {
		day := civilDay{}
		if !published.From.IsZero() {
			day = civilDayAt(published.local())
		}
		updated = r.stamp(last, day)
	}
	return published, updated
}

// stamp resolves expression n by itself, as a text of that day would have it: a
// clock alone belongs to the day of publication.
func (r *resolver) stamp(n int, published civilDay) Timestamp {
	alone := resolver{expressions: r.expressions[n : n+1], order: r.order, dayFirst: r.dayFirst, published: published}
	stamp := alone.resolve()[0]
	stamp.Anchor, stamp.Dateline = Anchor{}, r.role(n) != RoleNone
	return stamp
}

// origin chooses what relative expressions count from: the stamp of the text,
// then what the caller knows, then the stamp of the last update, then a full
// date at the head that may or may not be a stamp.
func (r *resolver) origin(times *Times, known time.Time) (time.Time, OriginSource) {
	switch {
	case !times.Published.From.IsZero():
		return times.Published.local(), OriginStamp
	case !known.IsZero():
		return known, OriginCaller
	case !times.Updated.From.IsZero():
		return times.Updated.local(), OriginUpdate
	}
	for n := range r.expressions {
		e := &r.expressions[n]
		if e.First > headTokens/2 {
			break
		}
		if e.fullDay() && !e.governed {
			stamp := r.stamp(n, civilDay{})
			return stamp.local(), OriginHead
		}
	}
	return time.Time{}, ""
}

package timex

// weekday resolves a weekday, alone or with a direction.
func (r *resolver) weekday(e *Expression, t *Timestamp) {
	base := r.published
	switch {
	case r.lastDay.known && (e.from == fromReference || base.zero() || !e.steps && (r.narrative || r.longPast(e))):
		t.fromTimestamp(&r.lastDay)
		t.Value = withTime(e, weekdayAfter(e, r.lastDay.day))
	case !base.zero():
		t.fromPublication()
		r.weekdayNear(e, t)
	default:
		t.Value = noWeekValue(e)
	}
}

// longPast reports whether the text, right before e, told of a day long before
// its publication: its weekdays are those of that time, but for the one on which
// somebody tells of it.
func (r *resolver) longPast(e *Expression) bool {
	ref := &r.lastDay
	return !e.reported && ref.known && ref.dated && ref.day.year < r.published.year-1 && r.deictic < ref.token && e.First-ref.token < nearbyTokens
}

// weekdayAfter gives the day of a weekday as seen from a day named before: a
// story goes forward.
func weekdayAfter(e *Expression, base civilDay) civilDay {
	ahead := (int(e.weekday) - base.weekday() + 7) % 7
	switch {
	case e.steps && e.count < 0:
		ahead = -((base.weekday()-int(e.weekday)+6)%7 + 1)
	case e.steps && e.count > 0 && ahead == 0:
		ahead = 7
	}
	return base.plusDays(ahead)
}

// weekdayNear resolves a weekday as seen from the publication.
func (r *resolver) weekdayNear(e *Expression, t *Timestamp) {
	choice, other := r.nearDays(e)
	t.Value = withTime(e, choice)
	if other != choice {
		t.Other = withTime(e, other)
	}
}

// nearDays gives the day that a weekday likely means as seen from the
// publication, and the second likely one; both are the same where the text or
// the day of publication leaves no choice.
func (r *resolver) nearDays(e *Expression) (choice, other civilDay) {
	base := r.published
	back := (base.weekday() - int(e.weekday) + 7) % 7
	choice = base.plusDays(-back)
	switch {
	case e.steps && e.count == 0:
		choice = base.plusDays(int(e.weekday) - base.weekday())
	case e.steps && e.count < 0: // the last one, or that of so many weeks before it
		if back == 0 {
			back = 7
		}
		choice = base.plusDays(-back + 7*(int(e.count)+1))
	case e.steps && e.count > 1: // so many weeks after the coming one
		choice = base.plusDays((7-back)%7 + 7*(int(e.count)-1))
	case e.steps:
		choice = base.plusDays(7 - back)
	case back == 0:
	default:
		other = base.plusDays(7 - back)
		if e.cue >= cueFuture || r.prefer == PreferFuture && e.cue != cuePast || r.prefer == PreferNearest && e.cue == cueNone && back > 3 {
			return other, choice
		}
		return choice, other
	}
	return choice, choice
}

package timex

// yearFor finds the year of a month or day that was named without one, and the
// second likely year, or 0.
func (r *resolver) yearFor(n int, e *Expression, t *Timestamp) (year, other int, ok bool) {
	if next := n + 1; e.link == linkYear && next < len(r.expressions) && r.expressions[next].hasYear {
		end := &r.expressions[next]
		if end.month != 0 && e.month > end.month {
			return int(end.year) - 1, 0, true
		}
		return int(end.year), 0, true
	}
	if e.steps {
		year, ok = r.steppedYear(e, t)
		return year, 0, ok
	}
	if e.from != fromItself {
		year, ok = r.relativeYear(e, t)
		return year, 0, ok
	}
	ref, governs := r.governing(e)
	if !governs && r.published.zero() {
		ref, governs = &r.lastYear, r.lastYear.known
		if !governs {
			return 0, 0, false
		}
	}
	if governs {
		t.fromTimestamp(ref)
		return yearAfterReference(ref, e), 0, true
	}
	t.fromPublication()
	year, other = r.yearNear(e)
	return year, other, true
}

// relativeYear finds the year of a month or season with "last year" behind it.
func (r *resolver) relativeYear(e *Expression, t *Timestamp) (year int, ok bool) {
	switch {
	case e.from == fromPublished:
		t.fromPublication()
	case r.lastYear.known:
		t.fromTimestamp(&r.lastYear)
		return r.lastYear.day.year + int(e.count), true
	}
	return r.published.year + int(e.count), !r.published.zero()
}

// governing gives the dated reference that decides the year of e: the last
// month or day with a written year, as long as the text has not gone back to
// its own days; in a narrative the last year at all.
func (r *resolver) governing(e *Expression) (*reference, bool) {
	if r.narrative && r.lastYear.known {
		return &r.lastYear, true
	}
	ref, reach := &r.lastDay, chainTokens
	if r.lastMonth.token > ref.token || !ref.dated {
		ref, reach = &r.lastMonth, 12
	}
	if ref.day.year < r.published.year-2 {
		reach = min(reach, nearbyTokens/2)
	}
	return ref, ref.known && ref.dated && e.cue < cueSurelyFuture && r.deictic < ref.token && e.First-ref.token < reach
}

// yearAfterReference carries the year of a reference on: a story goes forward,
// so that a much earlier month belongs to the next year.
func yearAfterReference(ref *reference, e *Expression) int {
	if ref.day.month-int(e.month) >= 7 {
		return ref.day.year + 1
	}
	return ref.day.year
}

// steppedYear resolves last october, this october, next october.
func (r *resolver) steppedYear(e *Expression, t *Timestamp) (year int, ok bool) {
	base := r.published
	if e.from == fromReference && r.lastMonth.known {
		base = r.lastMonth.day
		t.fromTimestamp(&r.lastMonth)
	} else {
		t.fromPublication()
	}
	switch month := int(e.month); {
	case base.zero():
		return 0, false
	case e.count < 0 && month >= base.month:
		return base.year - 1, true
	case e.count > 0 && month <= base.month:
		return base.year + 1, true
	}
	return base.year, true
}

// yearNear reads a month or day by the publication: the way the cues point,
// and without one the preferred way. other is the year of the second reading.
func (r *resolver) yearNear(e *Expression) (year, other int) {
	now := r.published.year
	this := civilDay{now, int(e.month), min(max(int(e.day), 1), daysIn(now, int(e.month)))}
	if e.day == 0 && this.month == r.published.month {
		return now, 0
	}
	if e.weekday != 0 && e.day != 0 {
		for _, year := range [...]int{now, now - 1, now + 1} {
			if d := (civilDay{year, int(e.month), int(e.day)}); d.valid() && d.weekday() == int(e.weekday) {
				return year, 0
			}
		}
	}
	distance := this.number() - r.published.number()
	past, future := now, now+1
	if distance > 0 {
		past, future = now-1, now
	}
	if r.future(e, distance) {
		return future, past
	}
	return past, future
}

// future decides between the day that lies ahead of the publication and that
// behind it. distance is from the publication to the day in the same year.
func (r *resolver) future(e *Expression, distance int) bool {
	ahead, behind := distance, 365-distance
	if distance <= 0 {
		ahead, behind = distance+365, -distance
	}
	switch {
	case r.prefer == PreferFuture:
		return e.cue != cuePast
	case r.prefer == PreferNearest && e.cue == cueNone:
		return ahead < behind
	case e.cue >= cueFuture:
		return ahead <= 300 || behind > 30
	case e.cue == cuePast:
		return false
	}
	return ahead < 90
}

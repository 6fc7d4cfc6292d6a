package timex

// fiscalQuarter resolves quarters, and the comparisons with "a year earlier"
// that follow them.
func (r *resolver) fiscalQuarter(e *Expression, t *Timestamp) {
	near := r.quarter.known && e.First-r.quarter.token < chainTokens
	if e.unit == unitYear && e.quarter == 0 {
		r.yearEarlier(e, t, near)
		return
	}
	number, year := int(e.quarter), int(e.year)
	if number == 0 && near {
		number = quarterOf(r.quarter.day.month)
		t.fromTimestamp(&r.quarter)
	}
	switch {
	case e.hasYear:
	case e.steps && e.from == fromReference && near:
		year = r.quarter.day.year + int(e.count)
		t.fromTimestamp(&r.quarter)
	case e.quarter == 0 && near && !e.steps:
		year = r.quarter.day.year
	case r.published.zero():
		return
	case e.steps:
		year = r.published.year + int(e.count)
		t.fromPublication()
	default:
		year, number = r.latestQuarter(number, e.cue)
		t.fromPublication()
	}
	if number == 0 {
		t.Value = yearPart(year, "")
		return
	}
	t.Value = quarterValue(year, number)
}

// latestQuarter gives the last quarter of that number which had begun at the
// publication, or the last full one where no number is given.
func (r *resolver) latestQuarter(number int, cue directionCue) (year, _ int) {
	now := quarterOf(r.published.month)
	switch {
	case number == 0:
		d := civilDay{r.published.year, r.published.month, 1}.plusMonths(-3)
		return d.year, quarterOf(d.month)
	case number > now && cue < cueFuture:
		return r.published.year - 1, number
	case now-number >= 2 && cue >= cueFuture:
		return r.published.year + 1, number
	}
	return r.published.year, number
}

// yearEarlier resolves "a year earlier" and "a year ago": the same quarter of
// the year before if a quarter was the last thing compared, else the year.
func (r *resolver) yearEarlier(e *Expression, t *Timestamp, near bool) {
	count := int(e.count)
	switch {
	case near:
		t.fromTimestamp(&r.quarter)
		t.Value = quarterValue(r.quarter.day.year+count, quarterOf(r.quarter.day.month))
	case r.lastYear.known && (r.published.zero() || r.narrative && e.from == fromReference):
		t.fromTimestamp(&r.lastYear)
		t.Value = yearValue(r.lastYear.day.year + count)
	case !r.published.zero():
		t.fromPublication()
		t.Value = yearValue(r.published.year + count)
	}
}

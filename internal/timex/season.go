package timex

// seasonYear reads summer 2016, spring of 1942, summer of last year.
func (p *scanner) seasonYear(e *Expression, i int) int {
	w := p.at(i)
	if w.has(bitPlural) {
		return i
	}
	if p.is(i+1, "bank") {
		return p.feastDay(e, i)
	}
	e.season, e.means = season(w.value), meansCalendar
	end := i + 1
	if next := p.relativeYear(e, end); next > end {
		return next
	}
	if p.is(end, "of") && p.yearAt(end+1) {
		end++
	}
	if p.yearAt(end) && !p.countedNoun(end+1) {
		e.setYear(p.at(end).value)
		return p.yearRange(e, end+1)
	}
	if p.is(end, "of") {
		if year := p.shortYear(e, end+1); year > end+1 {
			return year
		}
	}
	if year := p.passOf(end); p.at(year).class == wordNumber {
		if next := p.spokenYear(e, year); next > year {
			return next
		}
	}
	if p.seasonAlone(i) {
		return end
	}
	return i
}

// seasonAlone reports whether a season without a year is a time, and neither
// part of a name nor a verb.
func (p *scanner) seasonAlone(i int) bool {
	homograph := p.at(i).has(bitHomograph)
	if p.is(i+1, "olympic", "olympics", "games", "palace", "camp", "camps", "coat", "coats", "short",
		"sports", "school", "ball", "sport", "clothes", "jacket", "vacation", "job", "break") ||
		homograph && p.is(i+1, "of", "from", "to", "into", "in", "on", "under", "off", "apart", "behind", "for", "back", "out") {
		return false
	}
	return p.isBefore(i, "in", "by", "until", "since", "early", "late", "mid") || !homograph && p.isBefore(i, "during", "over", "through")
}

// seasonOf reads a season after "the".
func (p *scanner) seasonOf(i int) (e Expression, ok bool) {
	w := p.at(i)
	if w.class != wordSeason || w.has(bitPlural) {
		return e, false
	}
	if end := p.seasonYear(&e, i); end > i {
		e.Last = end
		return e, true
	}
	if p.is(i+1, "of", "olympic", "olympics", "games", "palace", "from", "line", "guy", "into", "collection", "offensive") {
		return e, false
	}
	return onCalendar(calendarDate{season: season(w.value)}, i+1),
		p.isBefore(i-1, "in", "by", "during", "until", "since", "over", "through") || !w.has(bitHomograph) && p.isBefore(i-1, "of", "for", "before", "after")
}

// season resolves a season.
func (r *resolver) season(n int, e *Expression, t *Timestamp) {
	year, ok := int(e.year), e.hasYear
	switch next := n + 1; {
	case e.link == linkYear && next < len(r.expressions):
		year, ok = int(r.expressions[next].year), true
	case ok:
	case !e.steps && (e.from == fromPublished || e.from == fromReference && r.lastYear.known):
		year, ok = r.relativeYear(e, t)
	default:
		year, ok = r.seasonYear(e, t)
	}
	if !ok {
		t.Value = everySeason(e.season)
		return
	}
	t.Value = seasonValue(year, e.season)
}

// seasonYear finds the year of a season named without one.
func (r *resolver) seasonYear(e *Expression, t *Timestamp) (year int, ok bool) {
	base := r.published
	ref, governs := r.governing(e)
	if !governs {
		ref = &r.lastYear
	}
	switch {
	case e.steps && e.from == fromReference && ref.known:
		base = ref.day
		t.fromTimestamp(ref)
	case governs && !e.steps || base.zero() && ref.known:
		t.fromTimestamp(ref)
		return seasonAfterReference(ref, e.season), true
	case base.zero():
		return 0, false
	default:
		t.fromPublication()
	}
	return seasonNear(e, base), true
}

// seasonNear gives the year of a season as seen from a day.
func seasonNear(e *Expression, base civilDay) int {
	year, now := seasonOfDay(base)
	switch {
	case e.steps && e.count == 0:
		return base.year
	case e.steps && e.count < 0:
		if e.season >= now {
			return year - 1
		}
	case e.steps:
		if e.season <= now {
			return year + 1
		}
	case e.cue >= cueFuture:
		if e.season < now {
			return year + 1
		}
	case e.season > now:
		return year - 1
	}
	return year
}

// seasonAfterReference carries the year of a reference on to a season: the
// spring after a November is that of the next year, and a January lies in the
// winter that began the year before.
func seasonAfterReference(ref *reference, s season) int {
	switch middle := int(s)*3 + 1; {
	case s == seasonWinter && ref.day.month <= 2 && ref.month:
		return ref.day.year - 1
	case s != seasonWinter && ref.day.month-middle >= 6:
		return ref.day.year + 1
	}
	return ref.day.year
}

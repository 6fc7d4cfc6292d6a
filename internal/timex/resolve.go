package timex

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

// resolve gives every expression its timestamp.
func (r *resolver) resolve() []Timestamp {
	r.out = make([]Timestamp, len(r.expressions))
	r.deictic = -1
	for n := range r.expressions {
		e := &r.expressions[n]
		t := &r.out[n]
		t.Span, t.Type, t.Dateline = e.Span, e.kind, r.role(n) != RoleNone
		switch e.means {
		case meansFixed, meansDuration:
			t.Value = e.fixed
		case meansOffset:
			r.offset(e, t)
		case meansWeekday:
			r.weekday(e, t)
		case meansFeast:
			r.feast(e, t)
		case meansQuarter:
			r.fiscalQuarter(e, t)
		default:
			r.calendar(n, e, t)
		}
		r.finish(e, t)
		r.remember(n, e, t)
	}
	r.leadDurations()
	return r.out
}

// finish adds what follows from the value.
func (r *resolver) finish(e *Expression, t *Timestamp) {
	if e.means == meansFixed || e.means == meansDuration {
		return
	}
	t.From, t.To, t.Granularity = valueInterval(t.Value)
	if e.hasClock && e.zone.given {
		t.Zoned, t.ZoneAmbiguous = true, timeZones[e.zone.index].ambiguous
	}
}

// remember makes the day, month and year of t the reference for what follows.
func (r *resolver) remember(n int, e *Expression, t *Timestamp) {
	if t.Dateline || t.From.IsZero() {
		return
	}
	local, _, by := valueInterval(withoutZone(t.Value))
	ref := reference{day: civilDayAt(local), index: n, token: e.Last, known: true}
	ref.dated = e.hasYear || t.Anchor.Source == AnchorTimestamp && r.datedBefore(t.Anchor.Timestamp, e)
	if t.Anchor.Source == AnchorPublished && e.means != meansQuarter {
		r.deictic = e.Last
	}
	ref.month = by != ByYear && by != ByDecade && by != ByCentury
	switch by {
	case ByMinute, BySecond, ByDayPart, ByDay:
		r.lastDay, r.lastMonth, r.lastYear = ref, ref, ref
		if e.hasClock {
			r.clock, r.hour, r.min = ref, e.hour, e.minute
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

// datedBefore reports whether the reference of that index was a dated one.
func (r *resolver) datedBefore(index int, e *Expression) bool {
	for _, ref := range [...]reference{r.lastDay, r.lastMonth, r.lastYear} {
		if ref.known && ref.index == index {
			return ref.dated
		}
	}
	return false
}

// withTime writes the value of a day with the part of the day or clock of e.
func withTime(e *Expression, day civilDay) string {
	if day.year < 0 || day.year > 9999 {
		return ""
	}
	value := dayValue(day)
	switch {
	case e.hasClock:
		return value + clockValue(e, day)
	case e.part != partNone:
		return value + partNames[e.part]
	}
	return value
}

// fromPublication says that t was reckoned from the publication.
func (t *Timestamp) fromPublication() { t.Anchor = Anchor{Source: AnchorPublished} }

func (t *Timestamp) fromTimestamp(ref reference) {
	t.Anchor = Anchor{Source: AnchorTimestamp, Timestamp: ref.index}
}

// calendar resolves what names its day, month or year.
func (r *resolver) calendar(n int, e *Expression, t *Timestamp) {
	switch {
	case e.century != 0:
		t.Value = centuryValue(e)
	case e.decade != 0:
		t.Value = fourDigits(e.decade)[:3]
	case e.before:
		t.Value = "BC" + fourDigits(e.year)
		if e.month != 0 {
			t.Value += "-" + twoDigits(e.month)
			if e.day != 0 {
				t.Value += "-" + twoDigits(e.day)
			}
		}
	case e.yearTo != 0:
		t.Value = fourDigits(e.year) + "/" + fourDigits(e.yearTo)
	case e.season != seasonNone:
		r.seasonValue(n, e, t)
	case e.half != 0:
		t.Value = fourDigits(e.year) + "-H" + twoDigits(e.half)[1:]
	case e.month == 0 && e.hasYear && e.nth != 0:
		t.Value = nthValue(e)
	case e.month == 0 && e.hasYear:
		t.Value = fourDigits(e.year)
	case e.month == 0 && e.day != 0:
		r.dayAlone(e, t)
	case e.month == 0:
		r.clockAlone(e, t)
	case e.hasYear:
		r.fullDate(e, t)
	default:
		year, ok := r.yearFor(n, e, t)
		if !ok {
			t.Value = "XXXX-" + twoDigits(e.month)
			if e.day != 0 {
				t.Value += "-" + twoDigits(e.day)
			}
			if e.hasClock {
				t.Value += clockValue(e, civilDay{2000, e.month, e.day})
			}
			return
		}
		dated := *e
		dated.year = year
		r.fullDate(&dated, t)
		if t.Other != "" {
			other := Timestamp{}
			dated.year, _ = parseDigits(t.Other)
			r.fullDate(&dated, &other)
			t.Other = other.Value
		}
	}
}

func centuryValue(e *Expression) string {
	if e.before {
		return "BC" + twoDigits(e.century-1)
	}
	return twoDigits(e.century - 1)
}

// fullDate writes the value of a date whose year is known.
func (r *resolver) fullDate(e *Expression, t *Timestamp) {
	day := civilDay{e.year, e.month, e.day}
	if e.nth != 0 {
		t.Value = nthValue(e)
		return
	}
	if e.day == 0 {
		t.Value = fourDigits(e.year) + "-" + twoDigits(e.month)
		return
	}
	if e.numeric {
		other := civilDay{e.year, e.day, e.month}
		if r.order == orderDayMonth && other.valid() || !day.valid() {
			day, other = other, day
		}
		if r.order == orderUnknown && other.valid() {
			t.Other = withTime(e, other)
		}
	}
	if !day.valid() {
		return
	}
	if e.unit == unitWeek {
		t.Value = weekValue(day)
		return
	}
	t.Value = withTime(e, day)
}

// dayAlone resolves "the 5th": a day of the month last named, or of that of the
// publication.
func (r *resolver) dayAlone(e *Expression, t *Timestamp) {
	month := r.published
	switch {
	case r.lastMonth.known:
		month = r.lastMonth.day
		t.fromTimestamp(r.lastMonth)
	case month.zero():
		return
	default:
		t.fromPublication()
	}
	if day := (civilDay{month.year, month.month, e.day}); day.valid() {
		t.Value = withTime(e, day)
	}
}

// clockAlone resolves a time of day without a day: that of the day last named
// nearby, or of the publication.
func (r *resolver) clockAlone(e *Expression, t *Timestamp) {
	switch {
	case r.lastDay.known && e.First-r.lastDay.token < nearbyTokens:
		t.Value = withTime(e, r.lastDay.day)
		t.fromTimestamp(r.lastDay)
	case !r.published.zero():
		t.Value = withTime(e, r.published)
		t.fromPublication()
	case r.lastDay.known:
		t.Value = withTime(e, r.lastDay.day)
		t.fromTimestamp(r.lastDay)
	default:
		t.Value = clockValue(e, civilDay{2000, 1, 1})
	}
}

// Distances in tokens within which a date named before still governs.
const (
	nearbyTokens = 80
	chainTokens  = 250
)

// yearFor finds the year of a month or day that was named without one.
func (r *resolver) yearFor(n int, e *Expression, t *Timestamp) (year int, ok bool) {
	if next := n + 1; e.links == 1 && next < len(r.expressions) && r.expressions[next].hasYear {
		year = r.expressions[next].year
		if e.month > r.expressions[next].month && r.expressions[next].month != 0 {
			year--
		}
		return year, true
	}
	if e.steps {
		return r.steppedYear(e, t)
	}
	switch e.from {
	case fromPublished:
		t.fromPublication()
		return r.published.year + e.count, !r.published.zero()
	case fromReference:
		if r.lastYear.known {
			t.fromTimestamp(r.lastYear)
			return r.lastYear.day.year + e.count, true
		}
		return r.published.year + e.count, !r.published.zero()
	}
	if ref, governs := r.governing(e); governs {
		t.fromTimestamp(ref)
		return yearAfterReference(ref, e), true
	}
	if r.published.zero() {
		if !r.lastYear.known {
			return 0, false
		}
		t.fromTimestamp(r.lastYear)
		return yearAfterReference(r.lastYear, e), true
	}
	t.fromPublication()
	return r.yearNear(e, t), true
}

// governing gives the dated reference that decides the year of e: the last
// month or day with a written year, as long as the text has not gone back to
// its own days; in a narrative the last year at all.
func (r *resolver) governing(e *Expression) (reference, bool) {
	if r.narrative && r.lastYear.known {
		return r.lastYear, true
	}
	ref, reach := r.lastDay, chainTokens
	if r.lastMonth.token > ref.token || !ref.dated {
		ref, reach = r.lastMonth, 12
	}
	if ref.day.year < r.published.year-2 {
		reach = min(reach, nearbyTokens/2)
	}
	return ref, ref.known && ref.dated && e.cue < cueSurelyFuture && r.deictic < ref.token && e.First-ref.token < reach
}

// yearAfterReference carries the year of a reference on: a story goes forward,
// so that a much earlier month belongs to the next year.
func yearAfterReference(ref reference, e *Expression) int {
	if ref.day.month-e.month >= 7 {
		return ref.day.year + 1
	}
	return ref.day.year
}

// steppedYear resolves last october, this october, next october.
func (r *resolver) steppedYear(e *Expression, t *Timestamp) (int, bool) {
	base := r.published
	if e.from == fromReference && r.lastMonth.known {
		base = r.lastMonth.day
		t.fromTimestamp(r.lastMonth)
	} else {
		t.fromPublication()
	}
	if base.zero() {
		return 0, false
	}
	switch {
	case e.count < 0 && e.month >= base.month:
		return base.year - 1, true
	case e.count > 0 && e.month <= base.month:
		return base.year + 1, true
	}
	return base.year, true
}

// yearNear reads a month or day by the publication: the way the cues point,
// and without one the preferred way.
func (r *resolver) yearNear(e *Expression, t *Timestamp) int {
	day := max(e.day, 1)
	this := civilDay{r.published.year, e.month, min(day, daysIn(r.published.year, e.month))}
	ahead := this.number() > r.published.number()
	if e.day == 0 && e.month == r.published.month {
		return r.published.year
	}
	if e.weekday != 0 && e.day != 0 {
		for _, year := range [...]int{r.published.year, r.published.year - 1, r.published.year + 1} {
			if d := (civilDay{year, e.month, e.day}); d.valid() && d.weekday() == e.weekday {
				return year
			}
		}
	}
	past, future := r.published.year, r.published.year+1
	if ahead {
		past, future = past-1, past
	}
	choice, other := past, future
	distance := this.number() - r.published.number()
	if r.future(e, distance, ahead) {
		choice, other = future, past
	}
	t.Other = fourDigits(other)
	return choice
}

// future decides between the day that lies ahead of the publication and that
// behind it. distance is from the publication to the day in the same year.
func (r *resolver) future(e *Expression, distance int, ahead bool) bool {
	behind := distance
	if ahead {
		behind = distance - 365
	} else {
		distance += 365
	}
	switch r.prefer {
	case PreferFuture:
		return e.cue != cuePast
	case PreferNearest:
		if e.cue == cueNone {
			return distance < -behind
		}
	}
	switch e.cue {
	case cueFuture, cueSurelyFuture:
		return distance <= 300 || -behind > 30
	case cuePast:
		return false
	}
	return distance < 90
}

// seasonValue resolves a season.
func (r *resolver) seasonValue(n int, e *Expression, t *Timestamp) {
	year, ok := e.year, e.hasYear
	if next := n + 1; e.links == 1 && next < len(r.expressions) {
		year, ok = r.expressions[next].year, true
	}
	if !ok {
		switch {
		case !e.steps && e.from == fromReference && r.lastYear.known:
			year, ok = r.lastYear.day.year+e.count, true
			t.fromTimestamp(r.lastYear)
		case !e.steps && e.from == fromPublished:
			year, ok = r.published.year+e.count, !r.published.zero()
			t.fromPublication()
		default:
			year, ok = r.seasonYear(e, t)
		}
	}
	if !ok {
		t.Value = "XXXX-" + seasonNames[e.season]
		return
	}
	t.Value = fourDigits(year) + "-" + seasonNames[e.season]
}

// seasonYear finds the year of a season named without one.
func (r *resolver) seasonYear(e *Expression, t *Timestamp) (int, bool) {
	base := r.published
	ref, governs := r.governing(e)
	if !governs {
		ref = r.lastYear
	}
	switch counted := e.steps && e.from == fromReference; {
	case counted && ref.known:
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
	year, now := seasonOfDay(base)
	switch {
	case e.steps && e.count < 0:
		if e.season >= now {
			return year - 1, true
		}
	case e.steps && e.count > 0:
		if e.season <= now {
			return year + 1, true
		}
	case e.steps:
		return base.year, true
	case e.cue >= cueFuture:
		if e.season < now {
			return year + 1, true
		}
	case e.season > now:
		return year - 1, true
	}
	return year, true
}

// seasonAfterReference carries the year of a reference on to a season: the
// spring after a November is that of the next year, and a January lies in the
// winter that began the year before.
func seasonAfterReference(ref reference, s season) int {
	switch middle := int(s)*3 + 1; {
	case s == seasonWinter && ref.day.month <= 2 && ref.month:
		return ref.day.year - 1
	case s != seasonWinter && ref.day.month-middle >= 6:
		return ref.day.year + 1
	}
	return ref.day.year
}

// feast resolves a feast by its rule.
func (r *resolver) feast(e *Expression, t *Timestamp) {
	f := &feasts[e.feast-1]
	t.Holiday = f.name
	if e.hasYear {
		t.Value = withTime(e, f.on(e.year))
		return
	}
	base := r.published
	t.fromPublication()
	if ref, governs := r.governing(e); governs && !e.steps {
		base = ref.day
		t.fromTimestamp(ref)
		if f.every == 0 {
			t.Value = withTime(e, f.on(base.year))
			return
		}
	}
	if base.zero() {
		t.Anchor = Anchor{}
		return
	}
	if e.steps && e.from == fromPublished && e.count == 0 {
		t.Value = withTime(e, f.on(base.year))
		return
	}
	past, future := f.on(nearestYear(f, base, false)), f.on(nearestYear(f, base, true))
	near := future.number() - base.number()
	choice, other := past, future
	if e.cue >= cueFuture && !e.steps || e.steps && e.count > 0 || r.prefer == PreferFuture ||
		!e.steps && e.cue == cueNone && near < 45 && base.number()-past.number() > near {
		choice, other = future, past
	}
	t.Value = withTime(e, choice)
	if !e.steps {
		t.Other = withTime(e, other)
	}
}

// nearestYear gives the year of the feast's next or last day as seen from base.
func nearestYear(f *feast, base civilDay, ahead bool) int {
	period, phase := f.every, 0
	switch {
	case period == 0:
		period = 1
	case period < 0: // the year after a leap year
		period, phase = -period, 1
	}
	year, step := base.year, 1
	if !ahead {
		step = -1
	}
	for range 2*period + 1 {
		if (year-phase)%period == 0 {
			day := f.on(year).number()
			if ahead && day >= base.number() || !ahead && day <= base.number() {
				return year
			}
		}
		year += step
	}
	return year
}

// leadDurations gives the durations before "after" and "before" the day that
// they lead to, where a timestamp names what they count from.
func (r *resolver) leadDurations() {
	for n := range r.expressions {
		e := &r.expressions[n]
		if e.means != meansDuration || n+1 >= len(r.out) || r.expressions[n+1].First-e.Last > 2 || r.expressions[n+1].links == 2 {
			continue
		}
		next := &r.out[n+1]
		if next.From.IsZero() || next.Dateline {
			continue
		}
		local, _, by := valueInterval(withoutZone(next.Value))
		day := civilDayAt(local)
		count := e.count
		if e.links < 0 {
			count = -count
		}
		value := shifted(day, e.unit, count)
		if by != ByDay && by != ByDayPart && by != ByMinute && by != BySecond || value == "" {
			continue
		}
		r.out[n].Anchor = Anchor{Source: AnchorTimestamp, Timestamp: n + 1}
		r.out[n].From, r.out[n].To, _ = valueInterval(value)
	}
}

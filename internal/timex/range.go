package timex

// beginRange joins the first day or month of a range to the last, by which it is
// to be reckoned: "from Monday until Thursday", "between December and March". A
// range has two ends, so that of three only the first two are joined.
func (p *scanner) beginRange(last, e *Expression) {
	if last.link != linkNone || !last.openDay() || !e.openDay() || (last.weekday == 0) != (e.weekday == 0) || (last.day == 0) != (e.day == 0) {
		return
	}
	if n := len(p.found); n > 1 && p.found[n-2].link == linkRange {
		return
	}
	switch opener := p.wordBefore(last); p.joint(last, e) {
	case "":
	case "and":
		if opener == "between" {
			last.link = linkRange
		}
	case "or":
	default:
		if opener != "on" && opener != "by" {
			last.link = linkRange
		}
	}
}

// openDay reports whether the expression is a weekday, or a month or day without
// its year, that nothing in it puts before or after another day.
func (e *Expression) openDay() bool {
	return !e.hasYear && !e.steps && e.from == fromItself && (e.means == meansWeekday && e.month == 0 || e.means == meansCalendar && e.month != 0 && e.weekday == 0)
}

// wordBefore gives the word before an expression.
func (p *scanner) wordBefore(e *Expression) string {
	if e.First == 0 {
		return ""
	}
	return p.tokens[e.First-1].Fold
}

// beginHours joins the first hour of a stretch that ends by a clock alone, which
// may be that of the next day: "from 9 p.m. to 2 a.m.".
func (p *scanner) beginHours(last, e *Expression) {
	if joint := p.joint(last, e); last.link == linkNone && last.hasClock && e.hasClock && !e.hasDate() && joint != "" && joint != "and" && joint != "or" {
		last.link = linkHours
	}
}

// fitHours takes the clock alone that expression n is to the next day if it ends
// a stretch of hours that goes on past midnight.
func (r *resolver) fitHours(n int) {
	from, to := &r.out[n-1], &r.out[n]
	if day := civilDayAt(from.local()); to.local().Before(from.local()) && day == civilDayAt(to.local()) {
		to.Value = withTime(&r.expressions[n], day.plusDays(1))
		r.finish(&r.expressions[n], to)
	}
}

// fit brings expression n and the one before it in their order if they are the
// ends of a stretch of time.
func (r *resolver) fit(n int) {
	if n == 0 || r.out[n-1].from.isZero() || r.out[n].from.isZero() {
		return
	}
	switch r.expressions[n-1].link {
	case linkRange:
		r.fitRange(n)
	case linkHours:
		r.fitHours(n)
	}
}

// fitRange brings the ends of the range that expression n is the second of into
// their order, less than a week or year apart, where each by itself was read
// otherwise: "from Monday until Thursday", "from December to March". What lies
// ahead as its own words tell stays, and the other end goes with it.
func (r *resolver) fitRange(n int) {
	first, last := &r.expressions[n-1], &r.expressions[n]
	from, to := civilDayAt(r.out[n-1].local()), civilDayAt(r.out[n].local())
	apart, longest := to.number()-from.number(), 365
	if last.weekday != 0 {
		longest = 7
	}
	ahead := from.number() - r.published.number()
	future := first.cue >= cueFuture || last.cue >= cueFuture
	switch {
	case apart >= 0 && apart < longest:
	case apart < 0 && (ahead > 0 && (future || first.day != 0) || ahead == 0 && first.weekday != 0 && first.cue != cuePast):
		r.move(n, 1)
	case apart < 0:
		r.move(n-1, -1)
	case first.cue >= cueFuture || last.cue == cueSurelyFuture:
		r.move(n-1, 1)
	default:
		r.move(n, -1)
	}
}

// move takes the weekday of expression n so many weeks on, the month or day so
// many years.
func (r *resolver) move(n, periods int) {
	e, t := &r.expressions[n], &r.out[n]
	day, value := civilDayAt(t.local()), ""
	if e.weekday != 0 {
		value = withTime(e, day.plusDays(7*periods))
	} else {
		value, _ = r.date(e, day.year+periods)
	}
	if value != "" {
		t.Value, t.Other = value, t.Value
		r.finish(e, t)
	}
}

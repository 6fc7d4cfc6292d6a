package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// monthFirst reads october 12 2016, october 2016 and october.
func (p *scanner) monthFirst(e *Expression, i int) int {
	if p.is(i+1, "day", "fools", "fool", "bank") {
		if end := p.feastDay(e, i); end > i {
			return end
		}
	}
	e.month, e.means = int8(p.at(i).value), meansCalendar
	end := i + 1
	switch day, next := p.dayNumber(end); {
	case next == end:
		if day, next := p.ordinalDay(end + 1); p.is(end, "the") && next > end+1 && !p.isOrdinalNoun(next) {
			e.day = day
			return p.yearAfter(e, next)
		}
		if day, next := p.cardinalDay(i, end); next > end {
			e.day = day
			return next
		}
	case p.countsAfterMonth(i, next), p.is(end, "second") && !p.yearAt(next): // "in may second ..."
	default:
		e.day, e.spells, end = day, -1, next
		if p.is(end, "of") && p.yearAt(end+1) {
			end++
		}
		return p.yearAfter(e, end)
	}
	if next := p.relativeYear(e, end); next > end {
		return next
	}
	if p.is(end, "of") && p.yearAt(end+1) {
		end++
	}
	return p.yearAfter(e, end)
}

// countsAfterMonth reports whether the day number between the month at token i
// and token next counts something else: "in july 12 people died", "in march
// first quarter profit".
func (p *scanner) countsAfterMonth(i, next int) bool {
	d := p.at(next - 1)
	return p.gapAt(i+1).Has(token.GapComma) || p.countedNoun(next) && p.isBefore(i, "in") ||
		p.is(next, "million", "billion", "trillion", "percent", "pc", "000") ||
		d.class == wordOrdinal && d.has(bitWritten) && p.isOrdinalNoun(next)
}

// relativeYear reads "this year", "last year", "next year", "that year" after
// a month or season.
func (p *scanner) relativeYear(e *Expression, i int) int {
	end := p.passOf(i)
	if !p.is(end+1, "year") {
		if !p.is(end, "the") || !p.is(end+2, "year") || p.at(end+1).class == wordNone {
			return i
		}
		end++
	}
	switch p.at(end).class {
	case wordThis, wordCurrent:
		e.from, e.count = fromPublished, 0
	case wordLast:
		e.from, e.count = fromPublished, -1
	case wordNext, wordComing:
		e.from, e.count = fromPublished, 1
	case wordThat, wordSame:
		e.from, e.count = fromReference, 0
	case wordFollowing:
		e.from, e.count = fromReference, 1
	case wordPrevious:
		e.from, e.count = fromReference, -1
	default:
		return i
	}
	return end + 2
}

// isDayNumber reports whether token i can be the day of a month.
func (p *scanner) isDayNumber(i int) bool {
	w := p.at(i)
	return (w.isPlainNumber() && w.digits() <= 2 || w.class == wordOrdinal) && w.value >= 1 && w.value <= 31
}

// dayNumber reads the day of a month at token i: 21, 21st, fourth, twenty first.
// It returns the token after it, or i.
func (p *scanner) dayNumber(i int) (day int8, end int) {
	if p.isDayNumber(i) {
		return int8(p.at(i).value), i + 1
	}
	return p.ordinalDay(i)
}

// ordinalDay is dayNumber without cardinal numbers.
func (p *scanner) ordinalDay(i int) (day int8, end int) {
	if n, end := p.ordinalAt(i); n >= 1 && n <= 31 {
		return int8(n), end
	}
	return 0, i
}

// cardinalDay reads six in "on november six", as it is said, at token end after
// the month at token i. What the number counts would follow it.
func (p *scanner) cardinalDay(i, end int) (day int8, next int) {
	if p.at(end).class != wordNumber || !p.isBefore(i, "on", "since", "until", "by") {
		return 0, end
	}
	var year Expression
	n, next := p.spokenNumber(end)
	if n < 1 || n > 31 || !p.clauseGoesOn(next) || p.spokenYear(&year, end) > end {
		return 0, end
	}
	return int8(n), next
}

// isOrdinalNoun reports whether the word makes the ordinal before it count
// something else than days: "in march first quarter profit".
func (p *scanner) isOrdinalNoun(i int) bool {
	return p.at(i).class == wordUnit || p.is(i, "half", "time", "place", "round", "division", "lady", "ladies", "amendment", "responder", "responders",
		"grader", "graders", "grade", "minister", "person", "woman", "man", "step", "anniversary", "birthday", "floor")
}

// dayFirst reads 12 october 2016, 12th of october and their kind.
func (p *scanner) dayFirst(e *Expression, i int) int {
	day, m := p.dayNumber(i)
	if m == i {
		return i
	}
	m = p.passOf(m)
	w := p.at(m)
	if w.class != wordMonth || p.at(i).class == wordDigits && p.decimalBefore(i) || w.has(bitHomograph) && p.verbFollows(m+1) {
		return i
	}
	e.day, e.month, e.means, e.spells = day, int8(w.value), meansCalendar, 1
	if next := p.relativeYear(e, m+1); next > m+1 {
		return next
	}
	if p.is(m+1, "of") && p.yearAt(m+2) {
		m++
	}
	return p.yearAfter(e, m+1)
}

// dayRange reads the first day of "20 to 22 september" and "5 and 6 november";
// the second is an expression of its own.
func (p *scanner) dayRange(i int) (e Expression, ok bool) {
	w := p.at(i)
	day, j := p.dayNumber(i)
	if j == i || p.decimalBefore(i) {
		return e, false
	}
	first := j
	switch {
	case p.is(j, "to", "and", "or", "until", "through"):
		if j++; p.is(j, "the") && w.class != wordDigits {
			j++
		}
	case w.class != wordDigits:
		return e, false
	case p.gapAt(j).Has(token.GapDash | token.GapHyphen | token.GapSlash):
	case p.at(j).value == w.value+1 && p.isBefore(i, "of", "on", "from", "between"): // flattened
	default:
		return e, false
	}
	if end := p.dayFirst(&e, j); end == j || e.day <= day || e.from != fromItself {
		return e, false
	}
	e.day, e.Last = day, first
	return e, p.calendarValid(&e)
}

// nextDay reads the second day of "october 12 to 14" and "october 12 and 14,
// 2016", whose month stands before the first.
func (p *scanner) nextDay(i int) (e Expression, ok bool) {
	if len(p.found) == 0 || !p.isDayNumber(i) {
		return e, false
	}
	first, w := &p.found[len(p.found)-1], p.at(i)
	if first.spells >= 0 || first.day == 0 || first.hasYear || first.hasClock || first.steps || w.value <= int32(first.day) {
		return e, false
	}
	year := p.yearAt(i + 1)
	switch {
	case first.Last == i && (p.gapAt(i).Has(token.GapHyphen|token.GapDash|token.GapSlash) || year && p.gapAt(i).Bare()):
	case first.Last == i-1 && p.isBefore(i, "and", "to", "through", "or") && (year || p.clauseGoesOn(i+1)):
	default:
		return e, false
	}
	e = onCalendar(calendarDate{month: first.month, day: int8(w.value), spells: -1}, 0)
	e.Last = p.yearAfter(&e, i+1)
	return e, p.calendarValid(&e)
}

// dayOfMonth reads "12th of october 1943" after "the".
func (p *scanner) dayOfMonth(i int) (e Expression, ok bool) {
	number, end := p.ordinalDay(i)
	if end == i {
		return e, false
	}
	if e, ok := p.moment(i); ok && e.month != 0 {
		return e, true
	}
	// "on the 5th it was destroyed": a day of the month last named
	if p.at(i).has(bitWritten) && end == i+1 || !p.isBefore(i-1, "on", "until", "by") || !p.clauseGoesOn(end) {
		return e, false
	}
	return onCalendar(calendarDate{day: number}, end), true
}

// clauseGoesOn reports whether token i is no noun that an ordinal could count.
func (p *scanner) clauseGoesOn(i int) bool {
	return p.text(i) == "" || p.is(i, "the", "a", "an", "he", "she", "it", "they", "we", "i", "his", "her", "their", "and", "but", "in", "at", "with",
		"was", "were", "after", "when", "as", "by", "that", "there", "all", "both", "two", "three")
}

// decimalBefore reports whether token i is the end of a number such as 3.5.
func (p *scanner) decimalBefore(i int) bool {
	return i > 0 && p.words[i-1].class == wordDigits && !p.tokens[i].Gap.Has(token.GapSpace) && p.tokens[i].Gap.Has(token.GapFullStop|token.GapComma)
}

// verbFollows reports whether the word after "may" or "march" makes it a verb.
func (p *scanner) verbFollows(i int) bool {
	return p.is(i, "be", "have", "not", "well", "also", "never", "even", "or", "still", "need", "take", "seem", "look", "come",
		"get", "make", "go", "find", "want", "become", "only", "yet", "soon", "just", "help", "wish", "lead", "include",
		"face", "die", "say", "feel", "give", "know", "see", "think", "lose", "win", "use", "indeed", "require", "cost",
		"already", "now", "do", "turn", "begin", "start", "end", "leave", "appear", "remain", "cause", "provide")
}

package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// shortYearFrom is the first year of a century that two digits name in the last
// one: '36 is 1936, '35 is 2035.
const shortYearFrom = 36

// fullYear gives the year that two digits stand for.
func fullYear(digits int32) int32 {
	if digits < shortYearFrom {
		return 2000 + digits
	}
	return 1900 + digits
}

// shortYear reads the two digits of a year at token i after a month or day, into
// e: '87, 19-Nov-12 and, flattened, 19 nov 12.
func (p *scanner) shortYear(e *Expression, i int) int {
	if y := p.at(i); !p.twoDigits(i) || !p.marksShortYear(i) && !p.joinsShortYear(e, i) && !p.formYear(e, i) && !p.bareShortYear(e, i) || y.value == 0 && e.day == 0 {
		return i
	}
	e.setYear(fullYear(p.at(i).value))
	return i + 1
}

// twoDigits reports whether token i is a number of two digits that nothing tells
// to be more than that.
func (p *scanner) twoDigits(i int) bool {
	w, next := p.at(i), p.at(i+1)
	return w.isPlainNumber() && w.digits() == 2 && !p.countsOn(i+1) && next.class != wordMeridiem && next.class != wordScale
}

// marksShortYear reports whether an apostrophe stands for the century of the
// digits at token i.
func (p *scanner) marksShortYear(i int) bool {
	return p.gapAt(i).Has(token.GapApostrophe|token.GapSingleOpen) && p.gapAt(i).Has(token.GapSpace|token.GapComma)
}

// joinsShortYear reports whether hyphens or slashes join day, month and the
// digits at token i.
func (p *scanner) joinsShortYear(e *Expression, i int) bool {
	g := p.gapAt(i)
	return e.day != 0 && (g == token.GapHyphen || g == token.GapSlash) && p.gapAt(i-1) == g
}

// formYear reports whether the digits at token i after "19 nov" are a year:
// prose does not shorten a month behind its day, so that the date is of the kind
// that files and forms have, and those name the year.
func (p *scanner) formYear(e *Expression, i int) bool {
	month := p.at(i - 1)
	return e.spells > 0 && month.class == wordMonth && month.has(bitAbbreviated) && p.gapAt(i).Bare() && p.gapAt(i-1).Bare() &&
		!isSixtieth(p.at(i+1)) && !p.isZone(i+1) && !p.is(i+1, "a", "p", "hours")
}

// bareShortYear reports whether the digits at token i after "4 may" are a year
// whose apostrophe is gone: no other number is so large and counts nothing.
func (p *scanner) bareShortYear(e *Expression, i int) bool {
	return e.day != 0 && p.at(i).value >= 60 && p.gapAt(i).Bare() && p.clauseGoesOn(i+1) && !p.is(i+1, "was", "were", "all", "both", "two", "three", "year", "years")
}

// shortYearAlone reads '87 at token i. Years to come are those of classes; the
// crash of '29 is past.
func (p *scanner) shortYearAlone(e *Expression, i int) int {
	if !p.twoDigits(i) || !p.marksShortYear(i) || !p.isBefore(i, "in", "of", "since", "until", "late", "early", "by", "summer", "winter", "spring", "fall", "autumn") {
		return i
	}
	year := fullYear(p.at(i).value)
	if year >= 2029 && p.before(i, 2) != "class" {
		year -= 100
	}
	e.setYear(year)
	e.means = meansCalendar
	return i + 1
}

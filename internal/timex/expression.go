package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// An Expression is a time expression as it was found, before it is resolved.
// What it says of a time is kept by its fields; [Resolve] reads them.
//
// Texts that are nothing but times have one for every three bytes, so that its
// fields are as narrow as their values allow.
type Expression struct {
	token.Span
	First, Last int       // its tokens, [First, Last)
	Role        StampRole // what its own words tell of it as a stamp
	governed    bool      // a preposition before a full date ties it to its sentence
	reported    bool      // a weekday beside a verb of saying: "told the court on Thursday"
	means       meaning
	kind        kindCode
	cue         directionCue
	link        link // how it hangs together with the expression after it
	modifier    modifierCode
	quantifier  Quantifier // of a set
	frequency   Frequency  // of a set
	fixed       string
	shift
	calendarDate
	clockTime
}

// A shift says how far an expression lies from the day it is reckoned from.
type shift struct {
	count    int32 // units away
	from     reckoning
	unit     calendarUnit // granularity
	within   calendarUnit // month or year within which something is counted: "the first week of last month"
	steps    bool         // count is signed and given by last, this or next
	definite bool         // "the year", "the weekend": whichever is meant
}

// A calendarDate is what an expression names of the calendar.
type calendarDate struct {
	year, yearTo        int16 // yearTo is the second year of a range
	decade              int16 // its first year
	offset              int16 // days on from the weekday that is named: "a week from friday"
	nth                 int16 // the first (1) or last (-1) unit of the month or year that is named
	century             int8  // its number
	month, day, weekday int8  // 0 where absent
	quarter, half       int8
	season              season
	feast               uint8 // in feasts, counted from 1
	spells              int8  // above 0 if it speaks for the day before the month in this text, below against
	hasYear             bool
	beforeChrist        bool
	eitherOrder         bool // day and month might be the other way round
}

// A clockTime is a time of day with hour and minute.
type clockTime struct {
	hour, minute, second int8
	hasClock, hasSecond  bool
	anyHalf              bool // an hour of twelve that nothing has put in one half of the day
	part                 dayPart
	zone                 zoneName
}

// A StampRole says what a stamp tells of the text it stands in.
type StampRole uint8

const (
	RoleNone      StampRole = iota // no stamp
	rolePublished                  // "published" stands before it
	roleUpdated                    // "updated" stands before it
	RoleBare                       // a stamp without a word that says which
)

// A meaning says which rule of resolution an expression needs.
type meaning uint8

const (
	meansCalendar meaning = iota // a date, complete or not
	meansShift                   // so many units from its reckoning
	meansFixed                   // a value that needs no resolution: P3D, PRESENT_REF
	meansWeekday                 // a weekday and perhaps a direction
	meansFeast                   // a feast
	meansQuarter                 // a quarter, numbered or not
	meansDuration                // a length that leads to the expression after it
	meansEvent                   // the name of what happened on its day
)

// A kindCode stands for a Kind.
type kindCode uint8

const (
	kindDate kindCode = iota
	kindTime
	kindDuration
	kindSet
)

var kinds = [...]Kind{kindDate: Date, kindTime: Time, kindDuration: Duration, kindSet: Set}

// A link joins an expression to the one after it.
type link int8

const (
	linkNone   link = 0
	linkYear   link = 1  // it lacks the year that the next one names
	linkRange  link = 3  // it is the first day or month of a range that the next one ends
	linkHours  link = 4  // it is the first clock of a stretch that the next one ends
	linkAfter  link = 2  // a length after the next one
	linkBefore link = -2 // a length before the next one
)

// A directionCue says which way the words around an undecided date point.
type directionCue int8

const (
	cueNone   directionCue = 0
	cuePast   directionCue = -1
	cueFuture directionCue = 1
	// cueSurelyFuture is that of "will" and "scheduled" close by.
	cueSurelyFuture directionCue = 2
)

// A reckoning says from where a relative expression counts.
type reckoning uint8

const (
	fromItself    reckoning = iota // it stands for itself, or lacks only its year
	fromPublished                  // yesterday, last week, two years ago
	fromReference                  // the following morning, two days later
)

// A calendarUnit is a unit that time is counted in.
type calendarUnit uint8

const (
	unitNone calendarUnit = iota
	unitSecond
	unitMinute
	unitHour
	unitNight
	unitDay
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitHalf
	unitYear
	unitDecade
	unitCentury
)

// A season follows the TIMEX3 names SP, SU, FA and WI.
type season uint8

const (
	seasonNone season = iota
	seasonSpring
	seasonSummer
	seasonFall
	seasonWinter
)

// A dayPart follows the TIMEX3 names MO, AF, EV and NI.
type dayPart uint8

const (
	partNone dayPart = iota
	partMorning
	partAfternoon
	partEvening
	partNight
)

// refers is an expression that stands for past, present or future at large.
func refers(value string, last int) Expression {
	return Expression{means: meansFixed, fixed: value, Last: last}
}

// lasts is the expression of a length.
func lasts(length string, last int) Expression {
	return Expression{means: meansFixed, kind: kindDuration, fixed: length, Last: last}
}

// recurs is the expression of times that recur.
func recurs(value string, last int) Expression {
	return Expression{means: meansFixed, kind: kindSet, fixed: value, Last: last}
}

// shifts is an expression that lies so far from its reckoning.
func shifts(s shift, last int) Expression {
	return Expression{means: meansShift, shift: s, Last: last}
}

// onCalendar is an expression that names its time.
func onCalendar(d calendarDate, last int) Expression {
	return Expression{means: meansCalendar, calendarDate: d, Last: last}
}

// ofQuarters is the expression of a quarter.
func ofQuarters(d calendarDate, last int) Expression {
	return Expression{means: meansQuarter, calendarDate: d, Last: last}
}

// setYear makes the expression one of that year.
func (e *Expression) setYear(year int32) {
	e.year, e.hasYear = int16(year), true
}

// setPart makes the expression one of a part of its day.
func (e *Expression) setPart(part dayPart) { e.part, e.kind = part, kindTime }

// setClock gives the expression a time of day and leaves its part of the day.
func (e *Expression) setClock(c clockTime) {
	c.part, c.hasClock = e.part, true
	e.clockTime, e.kind = c, kindTime
}

// hasDate reports whether anything of the calendar has been read yet.
func (e *Expression) hasDate() bool {
	return e.hasYear || e.month != 0 || e.day != 0 || e.weekday != 0 || e.from != fromItself || e.feast != 0
}

// hasDay reports whether the expression names a day, so that a part of it can follow.
func (e *Expression) hasDay() bool {
	return e.day != 0 || e.weekday != 0 || e.feast != 0 || e.means == meansShift && e.unit == unitDay
}

// onlyWeekday reports whether the expression names a weekday and nothing else
// of the calendar.
func (e *Expression) onlyWeekday() bool {
	return e.weekday != 0 && e.month == 0 && e.day == 0 && !e.hasYear && e.from == fromItself
}

// fullDay reports whether the expression names one day of the calendar by itself.
func (e *Expression) fullDay() bool {
	return e.means == meansCalendar && e.hasYear && e.month != 0 && e.day != 0
}

// timeOnly reports whether the expression is a clock with a zone and no day, as
// in "14 November 2017, last updated at 10:12 GMT".
func (e *Expression) timeOnly() bool { return e.hasClock && e.zone.given && !e.hasDate() }

// civil gives the day that the date names. It has no month or day where the date
// names none.
func (d *calendarDate) civil() civilDay { return civilDay{int(d.year), int(d.month), int(d.day)} }

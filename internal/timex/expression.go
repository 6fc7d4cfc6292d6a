package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
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

// A reckoning says from where a relative expression counts.
type reckoning uint8

const (
	fromItself    reckoning = iota // it stands for itself, or lacks only its year
	fromPublished                  // yesterday, last week, two years ago
	fromReference                  // the following morning, two days later
)

// A StampRole says what a stamp tells of the text it stands in.
type StampRole uint8

const (
	RoleNone StampRole = iota
	rolePublished
	roleUpdated
	RoleBare // a stamp without a word that says which
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

// A meaning says which rule of resolution an expression needs.
type meaning uint8

const (
	meansCalendar meaning = iota // fields of the calendar, complete or not
	meansOffset                  // so many units from its reckoning
	meansFixed                   // a value that needs no resolution: P3D, PRESENT_REF
	meansWeekday                 // a weekday and perhaps a direction
	meansFeast                   // a feast
	meansQuarter                 // a quarter, numbered or not
	meansDuration                // a length that leads to the expression after it
)

// A Expression is a time expression as found, before it is resolved.
type Expression struct {
	token.Span
	First, Last int // its tokens, [first, last)
	means       meaning
	kind        Kind
	fixed       string // the value, if it means that
	from        reckoning
	unit        calendarUnit // granularity of an offset
	count       int          // units away from the reckoning
	steps       bool         // count is signed and given by last, this or next
	definite    bool         // "the year", "the weekend": whichever is meant

	year, month, day int // month and day are 0 where absent
	hasYear, era     bool
	before           bool // before Christ
	yearTo           int  // second year of a range
	decade, century  int  // first year of the decade, number of the century
	weekday          int
	quarter, half    int
	season           season
	fiscal           bool
	feast            int

	part      dayPart
	hour      int
	minute    int
	second    int
	hasClock  bool
	hasSecond bool
	anyHalf   bool // an hour of twelve that nothing has put in one half of the day
	zone      zoneName

	nth      int  // the first (1) or last (-1) unit of the month or year that the fields name
	numeric  bool // day and month might be the other way round
	spells   int8 // 1 if it speaks for the day before the month in this text, -1 against
	governed bool // a preposition before a full date ties it to its sentence
	Role     StampRole
	cue      directionCue
	links    int8 // joined to the expression after it: 1 shares its year or month; leads to it (before: -2, after: 2)
}

// hasDate reports whether anything of the calendar has been read yet.
func (e *Expression) hasDate() bool {
	return e.hasYear || e.month != 0 || e.day != 0 || e.weekday != 0 || e.from != fromItself || e.feast != 0
}

// hasDay reports whether the expression names a day, so that a part of it can follow.
func (e *Expression) hasDay() bool {
	return e.day != 0 || e.weekday != 0 || e.feast != 0 || e.means == meansOffset && e.unit == unitDay
}

// fullDay reports whether the expression names one day of the calendar by itself.
func (e *Expression) fullDay() bool {
	return e.means == meansCalendar && e.hasYear && e.month != 0 && e.day != 0
}

// A timeScanner finds the time expressions of one text.
type timeScanner struct {
	tokens    []token.Token
	addresses []token.Span // those that may still overlap an expression
	words     []lexeme
	start     int // where the expression being read begins
	found     []Expression
}

// Scan finds the time expressions of a text, in order and not overlapping,
// without resolving any: which stamp tells the publication is decided later.
// addresses are those of the text, in order; what shares a byte with one is a
// part of it and no time.
func Scan(tokens []token.Token, addresses []token.Span) []Expression {
	p := &timeScanner{tokens: tokens, addresses: addresses, words: readWords(tokens)}
	for i := 0; i < len(tokens); {
		p.start = i
		if !p.opens(i) {
			i++
			continue
		}
		e, ok := p.phrase(i)
		if !ok || e.Last <= i {
			i++
			continue
		}
		p.keep(e, i)
		i = e.Last
	}
	p.markStamps()
	return p.found
}

// opens reports whether the word at token i can begin an expression. It turns
// nearly all words away at the price of looking at one or two.
func (p *timeScanner) opens(i int) bool {
	switch p.words[i].class {
	case wordNone, wordLetter, wordZone, wordStamp, wordPeriod, wordAhead:
		return false
	case wordThe, wordThis, wordThat, wordLast, wordNext, wordSame, wordPrevious, wordFollowing, wordComing, wordEarly, wordThese:
		return p.at(i+1).class != wordNone
	case wordArticle:
		c := p.at(i + 1).class
		return c == wordUnit || c == wordQuantity || c == wordNumber || c == wordHalf || c == wordScale
	case wordYet:
		return p.is(i, "right")
	case wordHedge:
		return p.hedge(i) > 0
	case wordEdge:
		return p.is(i+1, "of")
	case wordUnit:
		return p.words[i].has(bitPlural) || p.is(i+1, "end", "s", "earlier", "ago", "long")
	}
	return true
}

// inAddress reports whether a piece of the text shares a byte with an address.
// The pieces come in order.
func (p *timeScanner) inAddress(piece token.Span) bool {
	for len(p.addresses) > 0 && p.addresses[0].End <= piece.Start {
		p.addresses = p.addresses[1:]
	}
	return len(p.addresses) > 0 && p.addresses[0].Overlaps(piece)
}

// keep stores the expression that began at token first, unless it is part of an
// address.
func (p *timeScanner) keep(e Expression, first int) {
	e.First = first
	e.Span = token.Span{Start: p.tokens[first].Start, End: p.tokens[e.Last-1].End}
	if e.kind == "" {
		e.kind = Date
	}
	if p.inAddress(e.Span) {
		return
	}
	e.cue = p.cueAround(first, e.Last, e.means == meansWeekday)
	e.spells += zoneSpells(&e)
	p.link(&e)
	p.found = append(p.found, e)
}

// at reads the word at token i, or nothing if a wall or the end is before it.
func (p *timeScanner) at(i int) lexeme {
	if i < 0 || i >= len(p.words) || i > p.start && p.words[i].wall {
		return lexeme{}
	}
	return p.words[i]
}

// text is like at and gives the word itself.
func (p *timeScanner) text(i int) string {
	if i < 0 || i >= len(p.words) || i > p.start && p.words[i].wall {
		return ""
	}
	return p.tokens[i].Fold
}

// before gives the word n tokens before the expression that begins at i, or ""
// across a wall.
func (p *timeScanner) before(i, n int) string {
	for k := range n {
		if i-k < 1 || i-k >= len(p.words) || p.words[i-k].wall {
			return ""
		}
	}
	return p.tokens[i-n].Fold
}

// beforeWord gives the reading of the word before token i.
func (p *timeScanner) beforeWord(i int) lexeme {
	if i < 1 || i >= len(p.words) || p.words[i].wall {
		return lexeme{}
	}
	return p.words[i-1]
}

// is reports whether the word at token i is one of those given.
func (p *timeScanner) is(i int, words ...string) bool { return oneOf(p.text(i), words...) }

func oneOf(word string, words ...string) bool {
	if word == "" {
		return false
	}
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// phrase reads the longest time expression that begins at token i.
func (p *timeScanner) phrase(i int) (Expression, bool) {
	switch w := p.at(i); w.class {
	case wordWeekday:
		return longer(i, p.moment, p.weekdays)
	case wordMonth, wordNoon, wordMeridiem, wordFeast:
		return p.moment(i)
	case wordDigits:
		if e, ok := longer(i, p.moment, p.amount, p.numbered, p.repeated); ok {
			return e, true
		}
		if e, ok := p.nextDay(i); ok {
			return e, true
		}
		return p.dayRange(i)
	case wordOrdinal:
		if e, ok := longer(i, p.moment, p.numbered, p.repeated); ok {
			return e, true
		}
		return p.dayRange(i)
	case wordNumber:
		return longer(i, p.amount, p.moment, p.repeated, p.numbered)
	case wordScale, wordQuantity, wordHedge, wordUnit, wordYet:
		return longer(i, p.amount, p.bareUnit, p.moment)
	case wordHalf:
		return longer(i, p.amount, p.moment, p.numbered)
	case wordArticle:
		return longer(i, p.amount, p.repeated, p.bareUnit)
	case wordDay:
		return p.moment(i)
	case wordThis, wordThat, wordLast, wordPast, wordNext, wordComing, wordPrevious, wordFollowing, wordSame, wordCurrent,
		wordLatest, wordRecent, wordThese:
		return longer(i, p.relative, p.moment, p.numbered)
	case wordThe:
		return p.determined(i)
	case wordEarly:
		return p.partly(i)
	case wordEarlier:
		return p.within(i)
	case wordEdge:
		return p.edge(i)
	case wordSeason, wordPart, wordFiscal:
		return longer(i, p.moment, p.numbered, p.bareUnit)
	case wordDecade:
		return p.decade(i)
	case wordEvery, wordFrequency, wordTimes:
		return p.repeated(i)
	case wordShort:
		return p.shortPeriod(i)
	case wordVague:
		return p.vague(i)
	case wordCirca:
		return p.moment(i)
	}
	return Expression{}, false
}

type reading func(int) (Expression, bool)

// longer takes the reading that covers most tokens, the earlier one if equal.
func longer(i int, readings ...reading) (best Expression, ok bool) {
	for _, read := range readings {
		if e, found := read(i); found && e.Last > best.Last {
			best, ok = e, true
		}
	}
	return best, ok
}

// determined reads an expression after "the".
func (p *timeScanner) determined(i int) (Expression, bool) {
	switch p.at(i + 1).class {
	case wordAhead:
		return p.theOther(i + 1)
	case wordNone, wordThe, wordThis, wordArticle, wordThese:
		return Expression{}, false
	case wordEarly:
		return p.partly(i + 1)
	case wordEdge:
		return p.edge(i + 1)
	case wordDecade:
		return p.decade(i + 1)
	case wordLast, wordPast, wordNext, wordComing, wordPrevious, wordFollowing, wordSame, wordCurrent, wordLatest:
		return longer(i+1, p.relative, p.numbered)
	case wordFiscal:
		if p.is(i+2, "year") && !p.yearAt(i+3) {
			return Expression{means: meansOffset, from: fromPublished, steps: true, definite: true, unit: unitYear, fiscal: true, Last: i + 3}, true
		}
		return longer(i+1, p.numbered, p.moment)
	case wordDigits, wordOrdinal, wordHalf:
		return longer(i+1, p.numbered, p.dayOfMonth, p.seasonOf)
	case wordNumber:
		return longer(i+1, p.numberedLength, p.numbered)
	case wordUnit:
		return p.definiteUnit(i + 1)
	case wordSeason:
		return p.seasonOf(i + 1)
	case wordPart:
		return p.partOf(i + 1)
	case wordFeast:
		return p.feast(i + 1)
	}
	return p.theOther(i + 1)
}

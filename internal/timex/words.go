package timex

import (
	"sync"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A wordClass says what part a word can play in a time expression.
type wordClass uint8

const (
	wordNone      wordClass = iota
	wordMonth               // value 1-12
	wordWeekday             // value 1-7 from Monday
	wordUnit                // value: a calendarUnit
	wordNumber              // value: a number in words, below 100
	wordScale               // hundred, thousand; value 100, 1000
	wordDigits              // value: a number in digits, perhaps with a suffix
	wordOrdinal             // value: first = 1, 21st = 21
	wordSeason              // value: a season
	wordPart                // value: a dayPart
	wordNoon                // noon, midday, midnight; value: the hour
	wordMeridiem            // value 0 am, 12 pm
	wordZone                // value: index of timeZones
	wordDay                 // today, yesterday, tomorrow, tonight; value: days from publication
	wordThis                // this
	wordThat                // that
	wordThe                 // the
	wordArticle             // a, an
	wordLast                // last
	wordPast                // past
	wordNext                // next
	wordComing              // coming, upcoming
	wordPrevious            // previous, preceding, prior
	wordFollowing           // following
	wordSame                // same
	wordCurrent             // current
	wordLatest              // latest
	wordRecent              // recent
	wordEarly               // early, late, mid
	wordEarlier             // earlier, later; value -1, 1
	wordEdge                // end, beginning, middle, start, close
	wordEvery               // every, each
	wordQuantity            // several, few, couple
	wordHedge               // nearly, almost, more (than), less (than), at (least), up (to)
	wordDecade              // 1990s, nineties; value: the first year, below 100 without its century
	wordVague               // now, recently; value: index of vagueValues
	wordFeast               // the first word of a feast; see date_feast.go
	wordFiscal              // fiscal
	wordHalf                // half
	wordLetter              // a single letter: p, m, o
	wordFrequency           // daily, weekly; value: a calendarUnit
	wordTimes               // once, twice
	wordStamp               // published, updated; value: a stampRole
	wordPeriod              // period
	wordCirca               // circa, ad, bc
	wordThese               // these, those
	wordAhead               // future, near, short: "the near future"
	wordShort               // q3, h1; value: 1-4 a quarter, 11-12 a half of the year
	wordYet                 // a word that only joins a longer form: in, right
)

// Bits that qualify a word.
const (
	bitAbbreviated = 1 << iota // written short: needs a neighbour, may carry a full stop
	bitPlural                  // days, mondays, nights
	bitHomograph               // may, march, fall, second: decided by neighbours
	bitWritten                 // a number in words
)

// A numberSuffix is what is glued to digits.
type numberSuffix uint8

const (
	suffixNone     numberSuffix = iota
	suffixMeridiem              // 5pm
	suffixZone                  // 10gmt, 00z
	suffixISO                   // 14t02
	suffixHour                  // 20h
)

// A lexeme is the reading of one token.
type lexeme struct {
	value  int32
	extra  int16 // what the suffix says: 0 or 12, a zone, the hour after t
	class  wordClass
	bits   uint8
	digits uint8 // how many digits a number has
	suffix numberSuffix
	wall   bool // no expression goes on from the token before to this one
}

func (l lexeme) has(bits uint8) bool { return l.bits&bits != 0 }

// timeWords is the closed vocabulary, built on first use.
var timeWords = sync.OnceValue(buildTimeWords)

func buildTimeWords() map[string]lexeme {
	words := make(map[string]lexeme, 512)
	list := func(class wordClass, bits uint8, first int32, names ...string) {
		for i, name := range names {
			words[name] = lexeme{class: class, bits: bits, value: first + int32(i)}
		}
	}
	same := func(class wordClass, bits uint8, value int32, names ...string) {
		for _, name := range names {
			words[name] = lexeme{class: class, bits: bits, value: value}
		}
	}
	list(wordMonth, 0, 1, "january", "february", "march", "april", "may", "june", "july", "august", "september",
		"october", "november", "december")
	list(wordMonth, bitAbbreviated, 1, "jan", "feb", "mar", "apr")
	list(wordMonth, bitAbbreviated, 6, "jun", "jul", "aug", "sep", "oct", "nov", "dec")
	same(wordMonth, bitAbbreviated, 9, "sept")
	same(wordMonth, bitHomograph, 3, "march")
	same(wordMonth, bitHomograph, 5, "may")
	list(wordWeekday, 0, 1, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
	list(wordWeekday, bitPlural, 1, "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
	list(wordWeekday, bitAbbreviated, 1, "mon", "tue", "wed", "thu", "fri", "sat", "sun")
	same(wordWeekday, bitAbbreviated, 2, "tues")
	same(wordWeekday, bitAbbreviated, 3, "weds")
	same(wordWeekday, bitAbbreviated, 4, "thur", "thurs")
	for unit, names := range map[calendarUnit][2]string{
		unitMinute: {"minute", "minutes"}, unitHour: {"hour", "hours"}, unitDay: {"day", "days"},
		unitWeek: {"week", "weeks"}, unitMonth: {"month", "months"}, unitQuarter: {"quarter", "quarters"},
		unitYear: {"year", "years"}, unitDecade: {"decade", "decades"}, unitCentury: {"century", "centuries"},
		unitWeekend: {"weekend", "weekends"}, unitFortnight: {"fortnight", "fortnights"},
	} {
		same(wordUnit, 0, int32(unit), names[0])
		same(wordUnit, bitPlural, int32(unit), names[1])
	}
	same(wordUnit, bitPlural, int32(unitSecond), "seconds")
	same(wordUnit, bitAbbreviated, int32(unitMinute), "min", "mins")
	same(wordUnit, bitAbbreviated, int32(unitHour), "hr", "hrs")
	same(wordUnit, bitAbbreviated, int32(unitYear), "yr", "yrs")
	list(wordNumber, bitWritten, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
	for i, name := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		same(wordNumber, bitWritten, int32(30+10*i), name)
	}
	same(wordNumber, bitWritten, 12, "dozen")
	same(wordScale, bitWritten, 100, "hundred")
	same(wordScale, bitWritten, 1000, "thousand")
	list(wordOrdinal, bitWritten, 1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
		"tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
		"nineteenth", "twentieth")
	same(wordOrdinal, bitWritten, 30, "thirtieth")
	for value, names := range map[season][]string{
		seasonSpring: {"spring"}, seasonSummer: {"summer"}, seasonFall: {"fall", "autumn"}, seasonWinter: {"winter"},
	} {
		for _, name := range names {
			same(wordSeason, 0, int32(value), name)
			same(wordSeason, bitPlural, int32(value), name+"s")
		}
	}
	same(wordSeason, bitHomograph, int32(seasonSpring), "spring")
	same(wordSeason, bitHomograph, int32(seasonFall), "fall")
	delete(words, "falls")
	delete(words, "springs")
	for value, name := range map[dayPart]string{
		partMorning: "morning", partAfternoon: "afternoon", partEvening: "evening", partNight: "night",
	} {
		same(wordPart, 0, int32(value), name)
		same(wordPart, bitPlural, int32(value), name+"s")
	}
	same(wordNoon, 0, 12, "noon", "midday", "noontime")
	same(wordNoon, 0, 24, "midnight")
	same(wordMeridiem, 0, 0, "am")
	same(wordMeridiem, 0, 12, "pm")
	for i, zone := range timeZones {
		if _, taken := words[zone.name]; !taken && len(zone.name) > 1 {
			same(wordZone, 0, int32(i), zone.name)
		}
	}
	same(wordDay, 0, 0, "today")
	same(wordDay, 0, -1, "yesterday")
	same(wordDay, 0, 1, "tomorrow")
	same(wordDay, bitHomograph, 0, "tonight")
	for class, names := range map[wordClass][]string{
		wordThis: {"this"}, wordThat: {"that"}, wordThe: {"the"}, wordArticle: {"a", "an"}, wordLast: {"last"}, wordPast: {"past"},
		wordNext: {"next"}, wordComing: {"coming", "upcoming"}, wordPrevious: {"previous", "preceding", "prior"},
		wordFollowing: {"following", "ensuing"}, wordSame: {"same"}, wordCurrent: {"current"}, wordLatest: {"latest"},
		wordRecent: {"recent"}, wordEarly: {"early", "late", "mid"}, wordEvery: {"every", "each"},
		wordEdge:     {"end", "beginning", "middle", "start", "close"},
		wordQuantity: {"several", "few", "couple"},
		wordHedge:    {"nearly", "almost", "more", "less", "at", "up"},
		wordFiscal:   {"fiscal"}, wordHalf: {"half"}, wordLetter: {"p", "m", "o"}, wordTimes: {"once", "twice"},
		wordPeriod: {"period"}, wordCirca: {"ad"}, wordThese: {"these", "those"},
		wordAhead: {"future", "near", "short", "foreseeable", "immediate", "distant"}, wordYet: {"in", "right"},
	} {
		same(class, 0, 0, names...)
	}
	same(wordEarlier, 0, -1, "earlier")
	same(wordEarlier, 0, 1, "later")
	for i, name := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
		same(wordDecade, bitWritten, int32(20+10*i), name)
	}
	same(wordVague, 0, vaguePresent, "now", "currently", "nowadays", "presently")
	same(wordVague, 0, vaguePast, "recently", "lately")
	list(wordShort, 0, 1, "q1", "q2", "q3", "q4")
	list(wordShort, 0, 11, "h1", "h2")
	same(wordFrequency, 0, int32(unitFortnight), "fortnightly")
	same(wordFrequency, 0, int32(unitDay), "daily")
	same(wordFrequency, 0, int32(unitWeek), "weekly")
	same(wordFrequency, 0, int32(unitMonth), "monthly")
	same(wordFrequency, 0, int32(unitYear), "annually", "yearly")
	same(wordFrequency, 0, int32(unitHour), "hourly")
	same(wordFrequency, 0, int32(unitNight), "nightly")
	same(wordVague, 0, vagueOvernight, "overnight")
	same(wordStamp, 0, int32(rolePublished), "published", "posted", "publication", "pub", "issued", "created", "pubdate")
	same(wordStamp, 0, int32(roleUpdated), "updated", "modified", "update", "revised", "edited")
	for _, name := range feastStarts {
		if _, taken := words[name]; !taken {
			same(wordFeast, 0, 0, name)
		}
	}
	return words
}

// Indices of vagueValues.
const (
	vaguePresent = iota
	vaguePast
	vagueFuture
	vagueOvernight
)

var vagueValues = [...]string{vaguePresent: "PRESENT_REF", vaguePast: "PAST_REF", vagueFuture: "FUTURE_REF"}

// longestTimeWord bounds the words worth looking up.
const longestTimeWord = 12

// readWords gives every token its reading.
func readWords(tokens []token.Token) []lexeme {
	words := timeWords()
	lexemes := make([]lexeme, len(tokens))
	closing := -1 // the token after a clock in brackets
	for i := range tokens {
		fold := tokens[i].Fold
		switch first := fold[0]; {
		case '0' <= first && first <= '9':
			lexemes[i] = readDigits(fold, words)
		case len(fold) <= longestTimeWord && 'a' <= first && first <= 'z':
			lexemes[i] = words[fold]
		}
		if i > 0 && tokens[i].Gap&^token.GapSpace != 0 {
			lexemes[i].wall = isWall(tokens, lexemes, i) && !(i == closing && tokens[i].Gap&^(token.GapBracketClose|token.GapSpace|token.GapComma) == 0)
		}
		if endsWithZone(tokens, lexemes, i) {
			if open := clockInBrackets(tokens, lexemes, i); open > 0 {
				lexemes[open].wall, closing = false, i+1
			}
		}
	}
	return lexemes
}

// endsWithZone reports whether token i is a zone name, or has one glued to it.
func endsWithZone(tokens []token.Token, lexemes []lexeme, i int) bool {
	return lexemes[i].class == wordZone || lexemes[i].suffix == suffixZone || tokens[i].Fold == "z" || tokens[i].Fold == "time"
}

// clockInBrackets returns the token where a bracket opens after a zone, if token
// i is the zone of a clock that is all it holds: the second clock of "0410 gmt
// (1210 hkt) on friday", which interrupts no expression. It is 0 otherwise.
func clockInBrackets(tokens []token.Token, lexemes []lexeme, i int) int {
	for open := i; open > 0 && i-open < 6; open-- {
		switch l := lexemes[open]; {
		case open < i && !isClockWord(tokens[open].Fold, l):
			return 0
		case tokens[open].Gap.Has(token.GapBracketOpen):
			if endsWithZone(tokens, lexemes, open-1) && !tokens[open].Gap.Has(token.GapSentence) && l.class == wordDigits {
				return open
			}
			return 0
		}
	}
	return 0
}

// isClockWord reports whether a word can stand in a clock with its zone.
func isClockWord(fold string, l lexeme) bool {
	switch l.class {
	case wordDigits, wordMeridiem, wordLetter, wordArticle, wordZone: // a, p and m of "a m"
		return true
	}
	return oneOf(fold, "eastern", "central", "mountain", "pacific", "greenwich", "standard", "daylight", "mean")
}

// isWall reports whether what stands before token i ends every expression.
// Marks are evidence where they stand; flattened text has none.
func isWall(tokens []token.Token, lexemes []lexeme, i int) bool {
	g, before := tokens[i].Gap, lexemes[i-1]
	switch {
	case g.Has(token.GapParagraph | token.GapQuestion | token.GapSemicolon | token.GapDoubleOpen | token.GapDoubleClose | token.GapBracketOpen | token.GapBracketClose):
		return true
	case g.Has(token.GapFullStop) && g.Has(token.GapSpace):
		if tokens[i-1].Fold == "no" && lexemes[i].class == wordDigits {
			return false
		}
		return !before.has(bitAbbreviated) && len(tokens[i-1].Fold) != 1 && before.class != wordMeridiem && before.class != wordZone
	case g.Has(token.GapDash) && g.Has(token.GapSpace):
		return !(before.digits == 4 && lexemes[i].class == wordDigits)
	case g.Has(token.GapOther):
		return lexemes[i].class == wordDigits && before.class != wordZone && before.suffix != suffixZone &&
			before.class != wordDigits
	}
	return false
}

// readDigits reads a token that starts with a digit.
func readDigits(fold string, words map[string]lexeme) lexeme {
	n, value := 0, int64(0)
	for n < len(fold) && '0' <= fold[n] && fold[n] <= '9' {
		if n >= 14 {
			return lexeme{}
		}
		value = value*10 + int64(fold[n]-'0')
		n++
	}
	rest := fold[n:]
	l := lexeme{class: wordDigits, value: int32(min(value, 1<<31-1)), digits: uint8(n)}
	switch {
	case rest == "":
		return l
	case n > 4:
		return compactISO(fold, n)
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		if n > 3 {
			return lexeme{}
		}
		l.class = wordOrdinal
	case rest == "s" && (n == 4 || n == 2) && value%10 == 0:
		l.class = wordDecade
	case rest == "am" || rest == "a":
		l.suffix = suffixMeridiem
	case rest == "pm" || rest == "p":
		l.suffix, l.extra = suffixMeridiem, 12
	case rest == "h" || rest == "hrs" || rest == "hr":
		l.suffix = suffixHour
	case rest == "z":
		l.suffix = suffixZone
	case rest[0] == 't' && n <= 2 && allDigits(rest[1:]) && len(rest) == 3:
		l.suffix, l.extra = suffixISO, int16(rest[1]-'0')*10+int16(rest[2]-'0')
	default:
		if zone, known := words[rest]; known && zone.class == wordZone {
			l.suffix, l.extra = suffixZone, int16(zone.value)
			return l
		}
		return lexeme{}
	}
	return l
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// compactISO reads 20171114t0210 and 20171114t021000z, whose digits before the
// t are fold[:n]. Its time of day follows from the text again, so that only the
// day is kept here; see [timeScanner.compactStamp].
func compactISO(fold string, n int) lexeme {
	if n == 8 && len(fold) > 9 && fold[8] == 't' && allDigits(trimZ(fold[9:])) {
		day, _ := parseDigits(fold[:8])
		return lexeme{class: wordDigits, value: int32(day), digits: 8, suffix: suffixISO}
	}
	return lexeme{}
}

func trimZ(s string) string {
	if len(s) > 0 && s[len(s)-1] == 'z' {
		return s[:len(s)-1]
	}
	return s
}

// parseDigits reads a number of at most nine digits.
func parseDigits(s string) (int, bool) {
	if s == "" || len(s) > 9 || !allDigits(s) {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

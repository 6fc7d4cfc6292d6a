package timex

import (
	"strings"
	"sync"
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
	wordFeast               // the first word of a feast; see feast.go
	wordFiscal              // fiscal
	wordHalf                // half
	wordLetter              // a single letter: p, m, o
	wordFrequency           // daily, weekly; value: a calendarUnit
	wordTimes               // once, twice
	wordStamp               // published, updated; value: a StampRole
	wordPeriod              // period
	wordCirca               // ad
	wordThese               // these, those
	wordAhead               // future, near, short: "the near future"
	wordShort               // q3, h1; value: 1-4 a quarter, 11-12 a half of the year
	wordYet                 // a word that only joins a longer form: in, right
)

// A wordList is a row of the vocabulary: words of one class. The first has the
// value first, and each after it step more.
type wordList struct {
	class wordClass
	bits  uint8
	first int32
	step  int32
	words string
}

// vocabulary is the closed list of words that time expressions are made of. A
// word that stands in two rows is what the later one says. The names of zones
// and the first words of feasts join it where no row has them.
var vocabulary = [...]wordList{
	{wordMonth, 0, 1, 1, "january february march april may june july august september october november december"},
	{wordMonth, bitAbbreviated, 1, 1, "jan feb mar apr"},
	{wordMonth, bitAbbreviated, 6, 1, "jun jul aug sep oct nov dec"},
	{wordMonth, bitAbbreviated, 9, 0, "sept"},
	{wordMonth, bitHomograph, 3, 0, "march"},
	{wordMonth, bitHomograph, 5, 0, "may"},
	{wordWeekday, 0, 1, 1, "monday tuesday wednesday thursday friday saturday sunday"},
	{wordWeekday, bitPlural, 1, 1, "mondays tuesdays wednesdays thursdays fridays saturdays sundays"},
	{wordWeekday, bitAbbreviated, 1, 1, "mon tue wed thu fri sat sun"},
	{wordWeekday, bitAbbreviated, 2, 0, "tues"},
	{wordWeekday, bitAbbreviated, 3, 0, "weds"},
	{wordWeekday, bitAbbreviated, 4, 0, "thur thurs"},

	{wordUnit, bitPlural, int32(unitSecond), 0, "seconds"}, // one is the ordinal
	{wordUnit, 0, int32(unitMinute), 0, "minute"},
	{wordUnit, bitPlural, int32(unitMinute), 0, "minutes"},
	{wordUnit, bitAbbreviated, int32(unitMinute), 0, "min mins"},
	{wordUnit, 0, int32(unitHour), 0, "hour"},
	{wordUnit, bitPlural, int32(unitHour), 0, "hours"},
	{wordUnit, bitAbbreviated, int32(unitHour), 0, "hr hrs"},
	{wordUnit, 0, int32(unitDay), 0, "day"},
	{wordUnit, bitPlural, int32(unitDay), 0, "days"},
	{wordUnit, 0, int32(unitWeekend), 0, "weekend"},
	{wordUnit, bitPlural, int32(unitWeekend), 0, "weekends"},
	{wordUnit, 0, int32(unitWeek), 0, "week"},
	{wordUnit, bitPlural, int32(unitWeek), 0, "weeks"},
	{wordUnit, 0, int32(unitFortnight), 0, "fortnight"},
	{wordUnit, bitPlural, int32(unitFortnight), 0, "fortnights"},
	{wordUnit, 0, int32(unitMonth), 0, "month"},
	{wordUnit, bitPlural, int32(unitMonth), 0, "months"},
	{wordUnit, 0, int32(unitQuarter), 0, "quarter"},
	{wordUnit, bitPlural, int32(unitQuarter), 0, "quarters"},
	{wordUnit, 0, int32(unitYear), 0, "year"},
	{wordUnit, bitPlural, int32(unitYear), 0, "years"},
	{wordUnit, bitAbbreviated, int32(unitYear), 0, "yr yrs"},
	{wordUnit, 0, int32(unitDecade), 0, "decade"},
	{wordUnit, bitPlural, int32(unitDecade), 0, "decades"},
	{wordUnit, 0, int32(unitCentury), 0, "century"},
	{wordUnit, bitPlural, int32(unitCentury), 0, "centuries"},
	{wordFrequency, 0, int32(unitHour), 0, "hourly"},
	{wordFrequency, 0, int32(unitNight), 0, "nightly"},
	{wordFrequency, 0, int32(unitDay), 0, "daily"},
	{wordFrequency, 0, int32(unitWeek), 0, "weekly"},
	{wordFrequency, 0, int32(unitFortnight), 0, "fortnightly"},
	{wordFrequency, 0, int32(unitFortnight), 0, "biweekly"},
	{wordFrequency, 0, int32(unitMonth), 0, "monthly"},
	{wordFrequency, bitAdverb, int32(unitQuarter), 0, "quarterly"},
	{wordFrequency, bitAdverb, int32(unitHalf), 0, "semiannually biannually"},
	{wordFrequency, 0, int32(unitYear), 0, "annually yearly"},

	{wordNumber, bitWritten, 1, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"},
	{wordNumber, bitWritten, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"},
	{wordNumber, bitWritten, 12, 0, "dozen"},
	{wordScale, bitWritten, 100, 0, "hundred"},
	{wordScale, bitWritten, 1000, 0, "thousand"},
	{wordOrdinal, bitWritten, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
		"sixteenth seventeenth eighteenth nineteenth"},
	{wordOrdinal, bitWritten, 20, 10, "twentieth thirtieth"},
	{wordDecade, bitWritten, 20, 10, "twenties thirties forties fifties sixties seventies eighties nineties"},
	{wordQuantity, 0, 0, 0, "several few couple"},
	{wordHedge, 0, 0, 0, "nearly almost more less at up"},
	{wordHalf, 0, 0, 0, "half"},

	{wordSeason, bitHomograph, int32(seasonSpring), 0, "spring"}, // springs and falls are no seasons
	{wordSeason, 0, int32(seasonSummer), 0, "summer"},
	{wordSeason, bitPlural, int32(seasonSummer), 0, "summers"},
	{wordSeason, bitHomograph, int32(seasonFall), 0, "fall"},
	{wordSeason, 0, int32(seasonFall), 0, "autumn"},
	{wordSeason, bitPlural, int32(seasonFall), 0, "autumns"},
	{wordSeason, 0, int32(seasonWinter), 0, "winter"},
	{wordSeason, bitPlural, int32(seasonWinter), 0, "winters"},
	{wordPart, 0, int32(partMorning), 1, "morning afternoon evening night"},
	{wordPart, bitPlural, int32(partMorning), 1, "mornings afternoons evenings nights"},
	{wordNoon, 0, 12, 0, "noon midday noontime"},
	{wordNoon, 0, 24, 0, "midnight"},
	{wordMeridiem, 0, 0, 12, "am pm"},
	{wordLetter, 0, 0, 0, "p m o"},

	{wordDay, 0, -1, 1, "yesterday today tomorrow"},
	{wordDay, bitHomograph, 0, 0, "tonight"},
	{wordThis, 0, 0, 0, "this"},
	{wordThat, 0, 0, 0, "that"},
	{wordThese, 0, 0, 0, "these those"},
	{wordThe, 0, 0, 0, "the"},
	{wordArticle, 0, 0, 0, "a an"},
	{wordLast, 0, 0, 0, "last"},
	{wordPast, 0, 0, 0, "past"},
	{wordNext, 0, 0, 0, "next"},
	{wordComing, 0, 0, 0, "coming upcoming"},
	{wordPrevious, 0, 0, 0, "previous preceding prior"},
	{wordFollowing, 0, 0, 0, "following ensuing"},
	{wordSame, 0, 0, 0, "same"},
	{wordCurrent, 0, 0, 0, "current"},
	{wordLatest, 0, 0, 0, "latest"},
	{wordRecent, 0, 0, 0, "recent"},
	{wordEarly, 0, 0, 0, "early late mid"},
	{wordEarlier, 0, -1, 2, "earlier later"},
	{wordEdge, 0, 0, 0, "end beginning middle start close"},
	{wordEvery, 0, 0, 0, "every each alternate"},
	{wordTimes, 0, 0, 0, "once twice"},
	{wordFiscal, 0, 0, 0, "fiscal"},
	{wordPeriod, 0, 0, 0, "period"},
	{wordShort, 0, 1, 1, "q1 q2 q3 q4"},
	{wordShort, 0, 11, 1, "h1 h2"},
	{wordCirca, 0, 0, 0, "ad"},
	{wordAhead, 0, 0, 0, "future near short foreseeable immediate distant"},
	{wordYet, 0, 0, 0, "in right semi bi"},
	{wordVague, 0, vaguePresent, 0, "now currently nowadays presently"},
	{wordVague, 0, vaguePast, 0, "recently lately"},
	{wordVague, 0, vagueOvernight, 0, "overnight"},
	{wordStamp, 0, int32(rolePublished), 0, "published posted publication pub issued created pubdate"},
	{wordStamp, 0, int32(roleUpdated), 0, "updated modified update revised edited"},
}

// timeWords is the vocabulary by its words, built on first use.
var timeWords = sync.OnceValue(buildTimeWords)

func buildTimeWords() map[string]lexeme {
	words := make(map[string]lexeme, 512)
	for _, row := range vocabulary {
		value := row.first
		for word := range strings.FieldsSeq(row.words) {
			words[word] = lexeme{class: row.class, bits: row.bits, value: value}
			value += row.step
		}
	}
	free := func(word string) bool { return words[word].class == wordNone }
	for i, zone := range timeZones {
		if free(zone.name) && len(zone.name) > 1 { // a lone "z" is read by its neighbours
			words[zone.name] = lexeme{class: wordZone, value: int32(i)}
		}
	}
	for i := range feasts {
		if first := firstWord(feasts[i].words); free(first) {
			words[first] = lexeme{class: wordFeast}
		}
	}
	return words
}

// Indices of vagueValues; overnight has a rule of its own.
const (
	vaguePresent = iota
	vaguePast
	vagueOvernight
)

var vagueValues = [...]string{vaguePresent: presentRef, vaguePast: pastRef}

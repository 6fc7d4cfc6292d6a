package timex

import (
	"strings"
	"sync"
)

// A feast is a holiday or fixed event whose date a rule gives.
type feast struct {
	words string // as the flattened text has them
	name  string
	rule  feastRule
	// What a and b mean depends on the rule: month and day, month and weekday,
	// or days after another feast.
	a, b, n int
	every   int // years between two, 1 if absent; -4 the year after a leap year
}

// A feastRule says how the year decides the day.
type feastRule uint8

const (
	onDay             feastRule = iota // day b of month a
	onNthWeekday                       // the n-th weekday b of month a, the last if n is 0
	afterEaster                        // a days after Easter Sunday
	afterThanksgiving                  // a days after the fourth Thursday of November
	afterFirstMonday                   // the day after the first Monday of month a
	onWeekdayBefore                    // the last Monday before day b of month a
)

// on gives the day of the feast in a year.
func (f *feast) on(year int) civilDay {
	switch f.rule {
	case onNthWeekday:
		if f.n == 0 {
			return civilDay{year, f.a, lastWeekday(year, f.a, f.b)}
		}
		return civilDay{year, f.a, nthWeekday(year, f.a, f.b, f.n)}
	case afterEaster:
		return easter(year).plusDays(f.a)
	case afterThanksgiving:
		return civilDay{year, 11, nthWeekday(year, 11, 4, 4)}.plusDays(f.a)
	case onWeekdayBefore:
		day := civilDay{year, f.a, f.b}
		return day.plusDays(-((day.weekday()+5)%7 + 1))
	case afterFirstMonday:
		return civilDay{year, f.a, nthWeekday(year, f.a, 1, 1) + 1}
	}
	return civilDay{year, f.a, f.b}
}

// feasts has the names with a common first word beside one another, of two with
// a common start the longer first. American rules stand where countries differ
// and the name does not tell.
var feasts = [...]feast{
	{words: "christmas eve", name: "Christmas Eve", a: 12, b: 24},
	{words: "christmas day", name: "Christmas Day", a: 12, b: 25},
	{words: "christmas", name: "Christmas Day", a: 12, b: 25},
	{words: "new year s eve", name: "New Year's Eve", a: 12, b: 31},
	{words: "new year s day", name: "New Year's Day", a: 1, b: 1},
	{words: "new years eve", name: "New Year's Eve", a: 12, b: 31},
	{words: "new years day", name: "New Year's Day", a: 1, b: 1},
	{words: "boxing day", name: "Boxing Day", a: 12, b: 26},
	{words: "valentine s day", name: "Valentine's Day", a: 2, b: 14},
	{words: "st patrick s day", name: "St Patrick's Day", a: 3, b: 17},
	{words: "st valentine s day", name: "Valentine's Day", a: 2, b: 14},
	{words: "st david s day", name: "St David's Day", a: 3, b: 1},
	{words: "st george s day", name: "St George's Day", a: 4, b: 23},
	{words: "st andrew s day", name: "St Andrew's Day", a: 11, b: 30},
	{words: "st stephen s day", name: "St Stephen's Day", a: 12, b: 26},
	{words: "st patricks day", name: "St Patrick's Day", a: 3, b: 17},
	{words: "april fool s day", name: "April Fools' Day", a: 4, b: 1},
	{words: "april fools day", name: "April Fools' Day", a: 4, b: 1},
	{words: "may day bank holiday", name: "Early May bank holiday", rule: onNthWeekday, a: 5, b: 1, n: 1},
	{words: "may bank holiday", name: "Early May bank holiday", rule: onNthWeekday, a: 5, b: 1, n: 1},
	{words: "may day", name: "May Day", a: 5, b: 1},
	{words: "independence day", name: "Independence Day", a: 7, b: 4},
	{words: "bastille day", name: "Bastille Day", a: 7, b: 14},
	{words: "canada day", name: "Canada Day", a: 7, b: 1},
	{words: "australia day", name: "Australia Day", a: 1, b: 26},
	{words: "anzac day", name: "Anzac Day", a: 4, b: 25},
	{words: "juneteenth", name: "Juneteenth", a: 6, b: 19},
	{words: "halloween", name: "Halloween", a: 10, b: 31},
	{words: "bonfire night", name: "Bonfire Night", a: 11, b: 5},
	{words: "guy fawkes night", name: "Bonfire Night", a: 11, b: 5},
	{words: "armistice day", name: "Armistice Day", a: 11, b: 11},
	{words: "veterans day", name: "Veterans Day", a: 11, b: 11},
	{words: "groundhog day", name: "Groundhog Day", a: 2, b: 2},
	{words: "earth day", name: "Earth Day", a: 4, b: 22},
	{words: "martin luther king jr day", name: "Martin Luther King Day", rule: onNthWeekday, a: 1, b: 1, n: 3},
	{words: "martin luther king day", name: "Martin Luther King Day", rule: onNthWeekday, a: 1, b: 1, n: 3},
	{words: "presidents day", name: "Presidents' Day", rule: onNthWeekday, a: 2, b: 1, n: 3},
	{words: "memorial day", name: "Memorial Day", rule: onNthWeekday, a: 5, b: 1},
	{words: "labor day", name: "Labor Day", rule: onNthWeekday, a: 9, b: 1, n: 1},
	{words: "columbus day", name: "Columbus Day", rule: onNthWeekday, a: 10, b: 1, n: 2},
	{words: "thanksgiving day", name: "Thanksgiving", rule: onNthWeekday, a: 11, b: 4, n: 4},
	{words: "thanksgiving eve", name: "Thanksgiving Eve", rule: afterThanksgiving, a: -1},
	{words: "thanksgiving", name: "Thanksgiving", rule: onNthWeekday, a: 11, b: 4, n: 4},
	{words: "black friday", name: "Black Friday", rule: afterThanksgiving, a: 1},
	{words: "cyber monday", name: "Cyber Monday", rule: afterThanksgiving, a: 4},
	{words: "remembrance sunday", name: "Remembrance Sunday", rule: onNthWeekday, a: 11, b: 7, n: 2},
	{words: "remembrance day", name: "Remembrance Day", a: 11, b: 11},
	{words: "shrove tuesday", name: "Shrove Tuesday", rule: afterEaster, a: -47},
	{words: "ash wednesday", name: "Ash Wednesday", rule: afterEaster, a: -46},
	{words: "palm sunday", name: "Palm Sunday", rule: afterEaster, a: -7},
	{words: "maundy thursday", name: "Maundy Thursday", rule: afterEaster, a: -3},
	{words: "good friday", name: "Good Friday", rule: afterEaster, a: -2},
	{words: "easter sunday", name: "Easter Sunday", rule: afterEaster, a: 0},
	{words: "easter monday", name: "Easter Monday", rule: afterEaster, a: 1},
	{words: "easter saturday", name: "Holy Saturday", rule: afterEaster, a: -1},
	{words: "easter eve", name: "Holy Saturday", rule: afterEaster, a: -1},
	{words: "easter day", name: "Easter Sunday", rule: afterEaster, a: 0},
	{words: "easter", name: "Easter Sunday", rule: afterEaster, a: 0},
	{words: "whit monday", name: "Whit Monday", rule: afterEaster, a: 50},
	{words: "whit sunday", name: "Whit Sunday", rule: afterEaster, a: 49},
	{words: "inauguration day", name: "Inauguration Day", a: 1, b: 20, every: -4},
	{words: "election day", name: "Election Day", every: 2, rule: afterFirstMonday, a: 11},
	{words: "mother s day", name: "Mother's Day", rule: onNthWeekday, a: 5, b: 7, n: 2},
	{words: "mothers day", name: "Mother's Day", rule: onNthWeekday, a: 5, b: 7, n: 2},
	{words: "father s day", name: "Father's Day", rule: onNthWeekday, a: 6, b: 7, n: 3},
	{words: "fathers day", name: "Father's Day", rule: onNthWeekday, a: 6, b: 7, n: 3},
	{words: "grandparents day", name: "Grandparents' Day", rule: onNthWeekday, a: 9, b: 7, n: 2},
	{words: "mothering sunday", name: "Mothering Sunday", rule: afterEaster, a: -21},
	{words: "mlk day", name: "Martin Luther King Day", rule: onNthWeekday, a: 1, b: 1, n: 3},
	{words: "president s day", name: "Presidents' Day", rule: onNthWeekday, a: 2, b: 1, n: 3},
	{words: "patriots day", name: "Patriots' Day", rule: onNthWeekday, a: 4, b: 1, n: 3},
	{words: "indigenous peoples day", name: "Indigenous Peoples' Day", rule: onNthWeekday, a: 10, b: 1, n: 2},
	{words: "arbor day", name: "Arbor Day", rule: onNthWeekday, a: 4, b: 5},
	{words: "armed forces day", name: "Armed Forces Day", rule: onNthWeekday, a: 5, b: 6, n: 3},
	{words: "flag day", name: "Flag Day", a: 6, b: 14},
	{words: "veteran s day", name: "Veterans Day", a: 11, b: 11},
	{words: "small business saturday", name: "Small Business Saturday", rule: afterThanksgiving, a: 2},
	{words: "giving tuesday", name: "Giving Tuesday", rule: afterThanksgiving, a: 5},
	{words: "mardi gras", name: "Shrove Tuesday", rule: afterEaster, a: -47},
	{words: "fat tuesday", name: "Shrove Tuesday", rule: afterEaster, a: -47},
	{words: "pancake day", name: "Shrove Tuesday", rule: afterEaster, a: -47},
	{words: "holy thursday", name: "Maundy Thursday", rule: afterEaster, a: -3},
	{words: "holy saturday", name: "Holy Saturday", rule: afterEaster, a: -1},
	{words: "ascension day", name: "Ascension Day", rule: afterEaster, a: 39},
	{words: "pentecost sunday", name: "Whit Sunday", rule: afterEaster, a: 49},
	{words: "trinity sunday", name: "Trinity Sunday", rule: afterEaster, a: 56},
	{words: "corpus christi day", name: "Corpus Christi", rule: afterEaster, a: 60},
	{words: "valentines day", name: "Valentine's Day", a: 2, b: 14},
	{words: "saint patrick s day", name: "St Patrick's Day", a: 3, b: 17},
	{words: "burns night", name: "Burns Night", a: 1, b: 25},
	{words: "all saints day", name: "All Saints' Day", a: 11, b: 1},
	{words: "all souls day", name: "All Souls' Day", a: 11, b: 2},
	{words: "cinco de mayo", name: "Cinco de Mayo", a: 5, b: 5},
	{words: "ve day", name: "VE Day", a: 5, b: 8},
	{words: "v e day", name: "VE Day", a: 5, b: 8},
	{words: "vj day", name: "VJ Day", a: 8, b: 15},
	{words: "waitangi day", name: "Waitangi Day", a: 2, b: 6},
	{words: "victoria day", name: "Victoria Day", rule: onWeekdayBefore, a: 5, b: 25},
	{words: "holocaust memorial day", name: "Holocaust Memorial Day", a: 1, b: 27},
	{words: "international women s day", name: "International Women's Day", a: 3, b: 8},
	{words: "international workers day", name: "May Day", a: 5, b: 1},
	{words: "world aids day", name: "World AIDS Day", a: 12, b: 1},
	{words: "human rights day", name: "Human Rights Day", a: 12, b: 10},
	{words: "spring bank holiday", name: "Spring bank holiday", rule: onNthWeekday, a: 5, b: 1},
	{words: "august bank holiday", name: "Summer bank holiday", rule: onNthWeekday, a: 8, b: 1},
	{words: "super tuesday", name: "Super Tuesday", rule: onNthWeekday, a: 3, b: 2, n: 1, every: 4},
	{words: "summer bank holiday", name: "Summer bank holiday", rule: onNthWeekday, a: 8, b: 1},
}

// feastsFrom gives where in feasts the names with a first word begin.
var feastsFrom = sync.OnceValue(func() map[string]int {
	from := make(map[string]int, len(feasts))
	for n := range feasts {
		if first := firstWord(feasts[n].words); n == 0 || firstWord(feasts[n-1].words) != first {
			from[first] = n
		}
	}
	return from
})

func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// feast reads the name of a feast at token i, and its year.
func (p *scanner) feast(i int) (e Expression, ok bool) {
	first := p.text(i)
	for n := feastsFrom()[first]; n < len(feasts) && firstWord(feasts[n].words) == first; n++ {
		end, found := p.spells(i, feasts[n].words)
		if !found {
			continue
		}
		if !p.feastAlone(end, feasts[n].words) || oneOf(first, "mother", "father") && p.isBefore(i, "his", "her", "my", "their", "our", "your", "a") {
			return e, false
		}
		e.means, e.feast = meansFeast, uint8(n+1)
		if next := p.relativeYear(&e, end); next > end {
			e.steps, e.Last = true, next
			return e, true
		}
		e.Last = p.yearAfter(&e, end)
		return e, true
	}
	return e, false
}

// isFeast reports whether the name of a feast stands at token i.
func (p *scanner) isFeast(i int) bool {
	_, ok := p.feast(i)
	return ok
}

// feastAlone refuses names that go on as something else: "easter island".
func (p *scanner) feastAlone(end int, words string) bool {
	if words == "earth day" || words == "black friday" || len(words) > 12 {
		return true
	}
	return !p.is(end, "island", "islands", "rising", "bunny", "egg", "eggs", "tree", "trees", "carol", "carols", "card", "cards", "present",
		"presents", "gift", "gifts", "party", "parties", "dinner", "lights", "shopping", "week", "market", "markets", "pudding", "song",
		"songs", "jumper", "costume", "costumes", "turkey", "decorations", "season", "massacre", "agreement", "accord", "weekend", "holiday", "holidays", "break", "period")
}

// spells reports whether the words of name stand from token i on, and where they
// end.
func (p *scanner) spells(i int, name string) (end int, ok bool) {
	for word, rest, more := "", name, true; more; i++ {
		word, rest, more = strings.Cut(rest, " ")
		if p.text(i) != word {
			return i, false
		}
	}
	return i, true
}

// feast resolves a feast by its rule.
func (r *resolver) feast(e *Expression, t *Timestamp) {
	f := &feasts[e.feast-1]
	t.holiday = e.feast
	if e.hasYear {
		t.Value = withTime(e, f.on(int(e.year)))
		return
	}
	base, yearly := r.published, false
	t.fromPublication()
	if ref, governs := r.governing(e); governs && !e.steps {
		base, yearly = ref.day, f.every == 0
		t.fromTimestamp(ref)
	}
	switch {
	case base.zero():
		t.anchor = 0
	case yearly, e.steps && e.from == fromPublished && e.count == 0:
		t.Value = withTime(e, f.on(base.year))
	case e.steps:
		t.Value = withTime(e, f.on(nearestYear(f, base, e.count > 0)))
	default:
		past, future := f.on(nearestYear(f, base, false)), f.on(nearestYear(f, base, true))
		if r.feastAhead(e, base.number()-past.number(), future.number()-base.number()) {
			past, future = future, past
		}
		t.Value, t.Other = withTime(e, past), withTime(e, future)
	}
}

// feastAhead reports whether the feast to come is meant rather than the one
// before; behind and ahead are the days to each. One of a feast that comes only
// every few years is talked of in the months before it.
func (r *resolver) feastAhead(e *Expression, behind, ahead int) bool {
	return e.cue >= cueFuture || behind > 366 && ahead < 90 || r.prefer == PreferFuture || e.cue == cueNone && ahead < 45 && ahead < behind
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

package verbatim

// A feast is a holiday or fixed event whose date a rule gives.
type feast struct {
	words string // as the flattened text has them
	name  string
	on    func(year int) civilDay
	every int // years between two, 1 if absent
}

func fixedDay(month, day int) func(int) civilDay {
	return func(year int) civilDay { return civilDay{year, month, day} }
}

func nthDay(month, weekday, n int) func(int) civilDay {
	return func(year int) civilDay { return civilDay{year, month, nthWeekday(year, month, weekday, n)} }
}

func fromEaster(days int) func(int) civilDay {
	return func(year int) civilDay { return easter(year).plusDays(days) }
}

// feasts is sorted so that of two names with a common start the longer is first.
// American rules stand where countries differ and the name does not tell.
var feasts = [...]feast{
	{words: "christmas eve", name: "Christmas Eve", on: fixedDay(12, 24)},
	{words: "christmas day", name: "Christmas Day", on: fixedDay(12, 25)},
	{words: "christmas", name: "Christmas Day", on: fixedDay(12, 25)},
	{words: "new year s eve", name: "New Year's Eve", on: fixedDay(12, 31)},
	{words: "new years eve", name: "New Year's Eve", on: fixedDay(12, 31)},
	{words: "new year s day", name: "New Year's Day", on: fixedDay(1, 1)},
	{words: "new years day", name: "New Year's Day", on: fixedDay(1, 1)},
	{words: "boxing day", name: "Boxing Day", on: fixedDay(12, 26)},
	{words: "valentine s day", name: "Valentine's Day", on: fixedDay(2, 14)},
	{words: "st patrick s day", name: "St Patrick's Day", on: fixedDay(3, 17)},
	{words: "april fools day", name: "April Fools' Day", on: fixedDay(4, 1)},
	{words: "april fool s day", name: "April Fools' Day", on: fixedDay(4, 1)},
	{words: "may day", name: "May Day", on: fixedDay(5, 1)},
	{words: "independence day", name: "Independence Day", on: fixedDay(7, 4)},
	{words: "bastille day", name: "Bastille Day", on: fixedDay(7, 14)},
	{words: "canada day", name: "Canada Day", on: fixedDay(7, 1)},
	{words: "australia day", name: "Australia Day", on: fixedDay(1, 26)},
	{words: "anzac day", name: "Anzac Day", on: fixedDay(4, 25)},
	{words: "juneteenth", name: "Juneteenth", on: fixedDay(6, 19)},
	{words: "halloween", name: "Halloween", on: fixedDay(10, 31)},
	{words: "bonfire night", name: "Bonfire Night", on: fixedDay(11, 5)},
	{words: "guy fawkes night", name: "Bonfire Night", on: fixedDay(11, 5)},
	{words: "armistice day", name: "Armistice Day", on: fixedDay(11, 11)},
	{words: "veterans day", name: "Veterans Day", on: fixedDay(11, 11)},
	{words: "groundhog day", name: "Groundhog Day", on: fixedDay(2, 2)},
	{words: "earth day", name: "Earth Day", on: fixedDay(4, 22)},
	{words: "martin luther king jr day", name: "Martin Luther King Day", on: nthDay(1, 1, 3)},
	{words: "martin luther king day", name: "Martin Luther King Day", on: nthDay(1, 1, 3)},
	{words: "presidents day", name: "Presidents' Day", on: nthDay(2, 1, 3)},
	{words: "memorial day", name: "Memorial Day", on: func(year int) civilDay { return civilDay{year, 5, lastWeekday(year, 5, 1)} }},
	{words: "labor day", name: "Labor Day", on: nthDay(9, 1, 1)},
	{words: "columbus day", name: "Columbus Day", on: nthDay(10, 1, 2)},
	{words: "thanksgiving day", name: "Thanksgiving", on: nthDay(11, 4, 4)},
	{words: "thanksgiving", name: "Thanksgiving", on: nthDay(11, 4, 4)},
	{words: "black friday", name: "Black Friday", on: func(year int) civilDay { return nthDay(11, 4, 4)(year).plusDays(1) }},
	{words: "cyber monday", name: "Cyber Monday", on: func(year int) civilDay { return nthDay(11, 4, 4)(year).plusDays(4) }},
	{words: "remembrance sunday", name: "Remembrance Sunday", on: nthDay(11, 7, 2)},
	{words: "shrove tuesday", name: "Shrove Tuesday", on: fromEaster(-47)},
	{words: "ash wednesday", name: "Ash Wednesday", on: fromEaster(-46)},
	{words: "palm sunday", name: "Palm Sunday", on: fromEaster(-7)},
	{words: "maundy thursday", name: "Maundy Thursday", on: fromEaster(-3)},
	{words: "good friday", name: "Good Friday", on: fromEaster(-2)},
	{words: "easter sunday", name: "Easter Sunday", on: fromEaster(0)},
	{words: "easter monday", name: "Easter Monday", on: fromEaster(1)},
	{words: "easter", name: "Easter Sunday", on: fromEaster(0)},
	{words: "whit monday", name: "Whit Monday", on: fromEaster(50)},
	{words: "inauguration day", name: "Inauguration Day", on: fixedDay(1, 20), every: -4},
	{words: "election day", name: "Election Day", every: 2,
		on: func(year int) civilDay { return civilDay{year, 11, nthWeekday(year, 11, 1, 1) + 1} }},
}

// feastStarts are the first words of feasts that have no other reading here.
var feastStarts = [...]string{"christmas", "new", "boxing", "valentine", "st", "independence", "bastille", "canada", "australia",
	"anzac", "juneteenth", "halloween", "bonfire", "guy", "armistice", "veterans", "groundhog", "earth", "martin", "presidents",
	"memorial", "labor", "columbus", "thanksgiving", "black", "cyber", "remembrance", "shrove", "ash", "palm", "maundy", "good",
	"easter", "whit", "inauguration", "election"}

// feast reads the name of a feast at token i, and its year.
func (p *timeScanner) feast(i int) (e timeExpression, ok bool) {
	for n := range feasts {
		end, found := p.spells(i, feasts[n].words)
		if !found {
			continue
		}
		e = timeExpression{means: meansFeast, feast: n + 1, last: end}
		if !p.feastAlone(i, end, feasts[n].words) {
			return e, false
		}
		if next := p.relativeYear(&e, end); next > end {
			e.steps, e.last = true, next
			return e, true
		}
		e.last = p.yearAfter(&e, end)
		return e, true
	}
	return e, false
}

// feastAlone refuses names that go on as something else: "easter island".
func (p *timeScanner) feastAlone(i, end int, words string) bool {
	if words == "earth day" || words == "black friday" || len(words) > 12 {
		return true
	}
	return !p.is(end, "island", "islands", "rising", "bunny", "egg", "eggs", "tree", "trees", "carol", "carols", "card", "cards", "present",
		"presents", "gift", "gifts", "party", "parties", "dinner", "lights", "shopping", "week", "market", "markets", "pudding", "song",
		"songs", "jumper", "costume", "costumes", "turkey", "decorations", "season", "massacre", "agreement", "accord", "weekend", "holiday", "holidays", "break", "period")
}

// spells reports whether the words of name stand from token i on.
func (p *timeScanner) spells(i int, name string) (end int, ok bool) {
	for name != "" {
		word := name
		for k := range len(name) {
			if name[k] == ' ' {
				word = name[:k]
				break
			}
		}
		if p.text(i) != word {
			return i, false
		}
		i++
		name = name[min(len(word)+1, len(name)):]
	}
	return i, true
}

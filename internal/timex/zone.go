package timex

// A timeZone is a name that news writes after a clock time. The table is data
// of this package, so that the answer depends on no machine: offsets are those
// in force since 2007.
type timeZone struct {
	name      string
	minutes   int16 // east of UTC
	rule      daylightRule
	ambiguous bool // other zones in use share the name
}

// A daylightRule says when a zone named without its season ("ET") is an hour ahead.
type daylightRule uint8

const (
	daylightNone     daylightRule = iota
	daylightAmerican              // second Sunday of March to first Sunday of November, 2 a.m.
	daylightEuropean              // last Sunday of March to last Sunday of October, 1 a.m. UTC
)

// timeZones is the closed list of names. BST is British Summer Time here (not
// Bangladesh's), IST India's (not Ireland's or Israel's), CST and CDT those of
// Chicago (not China's or Cuba's), AST that of Halifax, and so on.
var timeZones = [...]timeZone{
	{name: "z"}, {name: "gmt"}, {name: "utc"}, {name: "ut"},
	{name: "bst", minutes: 60, ambiguous: true},
	{name: "cet", minutes: 60}, {name: "cest", minutes: 120}, {name: "eet", minutes: 120}, {name: "eest", minutes: 180},
	{name: "msk", minutes: 180}, {name: "trt", minutes: 180},
	{name: "est", minutes: -300, ambiguous: true}, {name: "edt", minutes: -240},
	{name: "cst", minutes: -360, ambiguous: true}, {name: "cdt", minutes: -300, ambiguous: true},
	{name: "mst", minutes: -420, ambiguous: true}, {name: "mdt", minutes: -360},
	{name: "pst", minutes: -480, ambiguous: true}, {name: "pdt", minutes: -420},
	{name: "akst", minutes: -540}, {name: "akdt", minutes: -480}, {name: "hst", minutes: -600},
	{name: "adt", minutes: -180, ambiguous: true}, {name: "nst", minutes: -210}, {name: "ndt", minutes: -150},
	{name: "et", minutes: -300, rule: daylightAmerican}, {name: "ct", minutes: -360, rule: daylightAmerican},
	{name: "mt", minutes: -420, rule: daylightAmerican}, {name: "pt", minutes: -480, rule: daylightAmerican},
	{name: "ist", minutes: 330, ambiguous: true}, {name: "pkt", minutes: 300}, {name: "npt", minutes: 345},
	{name: "hkt", minutes: 480}, {name: "sgt", minutes: 480}, {name: "myt", minutes: 480}, {name: "pht", minutes: 480},
	{name: "awst", minutes: 480}, {name: "jst", minutes: 540}, {name: "kst", minutes: 540}, {name: "wib", minutes: 420},
	{name: "ict", minutes: 420}, {name: "acst", minutes: 570}, {name: "acdt", minutes: 630},
	{name: "aest", minutes: 600}, {name: "aedt", minutes: 660}, {name: "nzst", minutes: 720}, {name: "nzdt", minutes: 780},
	{name: "sast", minutes: 120},
	{name: "gst", minutes: 240, ambiguous: true}, {name: "brt", minutes: -180},
	{name: "uk", rule: daylightEuropean},
}

// A zoneName is what the text says of the zone: none, a name of the table with
// an optional shift ("gmt+3"), or a bare offset.
type zoneName struct {
	given bool
	index int16 // in timeZones
	shift int16 // minutes on top of it
}

// offset gives the minutes east of UTC on a day of local time.
func (z zoneName) offset(year, month, day, hour int) int {
	zone := timeZones[z.index]
	minutes := int(zone.minutes) + int(z.shift)
	if zone.rule != daylightNone && daylight(zone.rule, year, month, day, hour) {
		minutes += 60
	}
	return minutes
}

// daylight reports whether clocks are ahead at that local standard time.
func daylight(rule daylightRule, year, month, day, hour int) bool {
	var begin, end civilDay
	if rule == daylightAmerican {
		begin = civilDay{year, 3, nthWeekday(year, 3, 7, 2)}
		end = civilDay{year, 11, nthWeekday(year, 11, 7, 1)}
	} else {
		begin = civilDay{year, 3, lastWeekday(year, 3, 7)}
		end = civilDay{year, 10, lastWeekday(year, 10, 7)}
	}
	now := civilDay{year, month, day}.number()
	switch {
	case now == begin.number():
		return hour >= 2
	case now == end.number():
		return hour < 2
	}
	return begin.number() < now && now < end.number()
}

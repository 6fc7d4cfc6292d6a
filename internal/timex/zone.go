package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

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
	index uint8 // in timeZones
	shift int16 // minutes on top of it
}

// offset gives the minutes east of UTC at an hour of a day of local time.
func (z zoneName) offset(day civilDay, hour int) int {
	zone := timeZones[z.index]
	minutes := int(zone.minutes) + int(z.shift)
	if zone.rule != daylightNone && daylight(zone.rule, day, hour) {
		minutes += 60
	}
	return minutes
}

// daylight reports whether clocks are ahead at that local standard time.
func daylight(rule daylightRule, day civilDay, hour int) bool {
	begin := civilDay{day.year, 3, nthWeekday(day.year, 3, 7, 2)}
	end := civilDay{day.year, 11, nthWeekday(day.year, 11, 7, 1)}
	if rule == daylightEuropean {
		begin.day = lastWeekday(day.year, 3, 7)
		end = civilDay{day.year, 10, lastWeekday(day.year, 10, 7)}
	}
	switch now := day.number(); {
	case now == begin.number():
		return hour >= 2
	case now == end.number():
		return hour < 2
	default:
		return begin.number() < now && now < end.number()
	}
}

// isZone reports whether a zone name stands at token i.
func (p *scanner) isZone(i int) bool { return p.at(i).class == wordZone || p.longZone(i) > i }

// surelyZone reports whether the zone at token i is no word of English.
func (p *scanner) surelyZone(i int) bool {
	if p.longZone(i) > i {
		return true
	}
	w := p.at(i)
	return w.class == wordZone && len(timeZones[w.value].name) > 2
}

// longZone reads "eastern [standard|daylight] time"; it returns i if it is not there.
func (p *scanner) longZone(i int) int {
	end := i + 1
	if !p.is(i, "eastern", "central", "mountain", "pacific", "greenwich") {
		return i
	}
	if p.is(end, "standard", "daylight", "mean") {
		end++
	}
	if !p.is(end, "time") {
		return i
	}
	return end + 1
}

// zone reads a zone name after a clock that ended before token i, unless one
// was glued to it, and then a shift such as +3 or +01:00.
func (p *scanner) zone(c *clockTime, i int) int {
	if c.zone.given {
		return p.shiftAfter(c, i)
	}
	switch end := p.longZone(i); {
	case end > i:
		c.zone = p.spelledZone(i, end)
		return end
	case p.is(i, "uk") && !p.is(i+1, "time"):
		return i
	case p.at(i).class == wordZone:
		c.zone = zoneName{given: true, index: uint8(p.at(i).value)}
		if i++; p.is(i, "time") {
			i++
		}
		return p.shiftAfter(c, i)
	case p.is(i, "local") && p.is(i+1, "time"):
		return i + 2
	case p.is(i, "z"):
		c.zone = zoneName{given: true}
		return i + 1
	case c.hasSecond:
		return p.bareShift(c, i)
	}
	return i
}

// shiftAfter reads a shift after the zone of c if it is that of Greenwich.
func (p *scanner) shiftAfter(c *clockTime, i int) int {
	if timeZones[c.zone.index].minutes == 0 {
		return p.bareShift(c, i)
	}
	return i
}

// spelledZone maps a zone written out in tokens [i, end).
func (p *scanner) spelledZone(i, end int) zoneName {
	name := p.text(i)[:1]
	switch {
	case name == "g":
		name = "gmt"
	case p.is(end-2, "standard"):
		name += "st"
	case p.is(end-2, "daylight"):
		name += "dt"
	default:
		name += "t"
	}
	for index, zone := range timeZones {
		if zone.name == name {
			return zoneName{given: true, index: uint8(index)}
		}
	}
	return zoneName{}
}

// bareShift reads +01:00, -0500, 01 00 after seconds or after GMT. Without the
// sign only a shift to the east can be meant, as flattening leaves none.
func (p *scanner) bareShift(c *clockTime, i int) int {
	h, m := p.at(i), p.at(i+1)
	if !h.isPlainNumber() {
		return i
	}
	sign, signed := p.signBefore(i)
	minutes, end := int32(0), i
	switch {
	case h.digits() == 4 && h.value%100 <= 59 && h.value <= 1400 && (signed || h.value < 1000 || h.value%100 == 0):
		minutes, end = h.value/100*60+h.value%100, i+1
	case h.digits() == 2 && h.value <= 14 && m.isPlainNumber() && m.digits() == 2 && m.value%15 == 0 && m.value < 60:
		minutes, end = h.value*60+m.value, i+2
	case h.digits() <= 2 && h.value <= 14 && signed:
		minutes, end = h.value*60, i+1
	default:
		return i
	}
	if !signed && minutes > 0 && !c.hasSecond {
		return i
	}
	c.zone.given = true
	c.zone.shift = int16(sign * minutes)
	return end
}

// signBefore reads the sign that stands right before token i in published text.
func (p *scanner) signBefore(i int) (sign int32, signed bool) {
	if i == 0 {
		return 1, false
	}
	switch g := p.tokens[i].Gap; {
	case g.Has(token.GapDash | token.GapHyphen):
		return -1, true
	case g.Has(token.GapOther):
		return 1, true
	}
	return 1, false
}

package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A dateline is what a report begins with to say where, when and for whom it
// was written: "NAIROBI, Kenya (AP) —", "LONDON, Nov 3 (Reuters) -", "(CNN)".
type dateline struct {
	token.Range
	place  token.Range
	agency string
}

// The limits keep a long row of capitals from being read as a place.
const (
	maxPlaceWords  = 7
	maxAgencyWords = 4
	// maxPlaceRemainder is how many words at the start of a flattened text are
	// part of the place before an agency rather than a headline.
	maxPlaceRemainder = 3
)

// addDateline appends a dateline and takes over what it says.
func (f *finder) addDateline(d dateline) {
	f.add(d.First, d.Last, Dateline)
	if !d.place.Empty() {
		f.place = d.place
	}
	if d.agency != "" {
		f.agency = d.agency
	}
}

// markedDateline reads the dateline at the start of a paragraph, tokens[i:end],
// by its capitals, brackets and dash.
func (f *finder) markedDateline(i, end int) (dateline, bool) {
	if d, ok := f.bareAgency(i, end); ok {
		return d, true
	}
	p := f.placeEnd(i, end)
	place := token.Range{First: i, Last: p}
	if day := f.dayEnd(i, end); day > i {
		place, p = token.Range{First: i, Last: i}, i
	}
	if d, ok := f.unmarkedCapitals(i, end); ok {
		return d, true
	}
	day := f.dayEnd(p, end)
	dated := day > p
	p = max(p, day)
	if place.Empty() && !(dated && p < end && f.tokens[p].Gap.Has(token.GapBracketOpen)) {
		return dateline{}, false
	}
	if p >= end {
		return dateline{}, false
	}
	switch g := f.tokens[p].Gap; {
	case g.Has(token.GapBracketOpen), g.Has(token.GapSlash) && f.isAgency(p):
		return f.signedPlace(place, p, end, dated)
	case f.isAgency(p):
		return f.dashedAgency(place, p, end)
	case g.Has(token.GapColon):
		if n := cities().at(f.tokens, i); n == p-i && f.tokens[i].Shape == token.ShapeUpper && f.beginsSentence(p) {
			return dateline{Range: place, place: place}, true
		}
	case g.Has(token.GapDash), g.Has(token.GapOther) && f.isKnownPlace(place):
		if f.isPlace(place) && f.beginsSentence(p) {
			return dateline{Range: token.Range{First: i, Last: p}, place: place}, true
		}
	}
	return dateline{}, false
}

// dashedAgency reads the agency without brackets at p, after a known place:
// "Washington CNN —".
func (f *finder) dashedAgency(place token.Range, p, end int) (dateline, bool) {
	n := agencies().at(f.tokens, p)
	if !f.isKnownPlace(place) || p+n > end || p+n < len(f.tokens) && !f.tokens[p+n].Gap.Has(token.GapDash) {
		return dateline{}, false
	}
	return dateline{token.Range{First: place.First, Last: p + n}, place, f.joined(p, p+n)}, true
}

// bareAgency reads "(CNN)", "(Reuters) -" and "CNN —" at the start of a
// paragraph.
func (f *finder) bareAgency(i, end int) (dateline, bool) {
	n := agencies().at(f.tokens, i)
	p := i + n
	if n > 0 && p == end && p < len(f.tokens) && f.tokens[p].Gap.Has(token.GapDash) {
		return dateline{Range: token.Range{First: i, Last: p}, agency: f.joined(i, p)}, true
	}
	if n == 0 || p >= end || !f.tokens[i].Gap.Has(token.GapBracketOpen) || !f.tokens[p].Gap.Has(token.GapBracketClose) {
		return dateline{}, false
	}
	return dateline{Range: token.Range{First: i, Last: p}, agency: f.joined(i, p)}, true
}

// dayEnd returns the end of "Nov 3", "3 Nov", "November 3, 2014" at i, or i.
func (f *finder) dayEnd(i, end int) int {
	month, p := false, i
	for ; p < end && p < i+4; p++ {
		t := f.tokens[p]
		if p > i && t.Gap.Has(token.GapBracketOpen|token.GapDash|token.GapOther|token.GapSlash) {
			break
		}
		if lexicon.IsMonth(t.Fold) {
			month = true
		} else if !isDayNumber(t.Fold) && !lexicon.IsWeekday(t.Fold) {
			break
		}
	}
	if !month {
		return i
	}
	return p
}

// signedPlace reads the agency in brackets or strokes at p, after the place.
// An agency that is not known needs the dash behind it; a known one behind a day
// (dated) needs nothing.
func (f *finder) signedPlace(place token.Range, p, end int, dated bool) (dateline, bool) {
	q := p + 1
	for q < end && q < p+maxAgencyWords && !f.tokens[q].Gap.Has(token.GapBracketClose|token.GapDash) {
		q++
	}
	if q >= end || !f.tokens[q].Gap.Has(token.GapBracketClose|token.GapSlash|token.GapDash) {
		return dateline{}, false
	}
	n := agencies().at(f.tokens, p)
	known, dash := n > 0, f.tokens[q].Gap.Has(token.GapDash)
	switch {
	case known && (dash || dated || f.isKnownPlace(place)):
	case dash && f.isPlace(place) && f.tokens[p].Gap.Has(token.GapBracketOpen):
	case known && f.tokens[q].Gap.Has(token.GapOther) && f.isPlace(place): // AP wires have _ for the dash
	default:
		return dateline{}, false
	}
	return dateline{token.Range{First: place.First, Last: q}, place, f.joined(p, q)}, true
}

// unmarkedCapitals reads a known city in capitals whose dash got lost:
// "WASHINGTON The president".
func (f *finder) unmarkedCapitals(i, end int) (dateline, bool) {
	n := cities().at(f.tokens, i)
	p := i + n
	if n == 0 || p >= end || f.tokens[p].Shape != token.ShapeTitle || !f.tokens[p].Gap.Bare() || f.tokens[p].Gap.Has(token.GapLine) ||
		!isClauseStart(f.tokens[p].Fold) {
		return dateline{}, false
	}
	for _, t := range f.tokens[i:p] {
		if t.Shape != token.ShapeUpper {
			return dateline{}, false
		}
	}
	place := token.Range{First: i, Last: p}
	return dateline{Range: place, place: place}, true
}

// beginsSentence reports whether token i can be the first word of a sentence.
func (f *finder) beginsSentence(i int) bool {
	t := f.tokens[i]
	return t.Shape != token.ShapeLower || t.Gap.Has(token.GapDoubleOpen|token.GapSingleOpen)
}

// lateDateline takes the dateline of a paragraph that stands behind others
// which may be prose: an author's biography, a caption without a credit.
func (f *finder) lateDateline(b paragraph) {
	if b.First > maxHeadWords || b.First == f.body || f.agency != "" {
		return
	}
	if d, ok := f.markedDateline(b.First, b.Last); ok && d.agency != "" {
		f.addDateline(d)
	}
}

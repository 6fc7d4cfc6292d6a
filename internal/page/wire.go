package page

import (
	"strings"

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

// markedDateline reads the dateline at the start of a paragraph, tokens[i:end],
// by its capitals, brackets and dash.
func (f *furnitureFinder) markedDateline(i, end int) (dateline, bool) {
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
		if n, _ := cityBook().match(f.tokens, i); n == p-i && f.tokens[i].Shape == token.ShapeUpper && f.beginsSentence(p) {
			return dateline{Range: place, place: place}, true
		}
	case g.Has(token.GapDash), g.Has(token.GapOther) && f.isKnownPlace(place):
		if f.isPlace(place) && f.beginsSentence(p) {
			return dateline{Range: token.Range{First: i, Last: p}, place: place}, true
		}
	}
	return dateline{}, false
}

func (f *furnitureFinder) isAgency(i int) bool {
	n, _ := agencyBook().match(f.tokens, i)
	return n > 0
}

// dashedAgency reads the agency without brackets at p, after a known place:
// "Washington CNN —".
func (f *furnitureFinder) dashedAgency(place token.Range, p, end int) (dateline, bool) {
	n, _ := agencyBook().match(f.tokens, p)
	if !f.isKnownPlace(place) || p+n > end || p+n < len(f.tokens) && !f.tokens[p+n].Gap.Has(token.GapDash) {
		return dateline{}, false
	}
	return dateline{token.Range{First: place.First, Last: p + n}, place, f.joined(p, p+n)}, true
}

// bareAgency reads "(CNN)", "(Reuters) -" and "CNN —" at the start of a
// paragraph.
func (f *furnitureFinder) bareAgency(i, end int) (dateline, bool) {
	n, _ := agencyBook().match(f.tokens, i)
	p := i + n
	if n > 0 && p == end && p < len(f.tokens) && f.tokens[p].Gap.Has(token.GapDash) {
		return dateline{Range: token.Range{First: i, Last: p}, agency: f.joined(i, p)}, true
	}
	if n == 0 || p >= end || !f.tokens[i].Gap.Has(token.GapBracketOpen) || !f.tokens[p].Gap.Has(token.GapBracketClose) {
		return dateline{}, false
	}
	return dateline{Range: token.Range{First: i, Last: p}, agency: f.joined(i, p)}, true
}

// placeEnd returns the end of the row of capitalised words at i, which may hold
// commas and the full stops of abbreviations.
func (f *furnitureFinder) placeEnd(i, end int) int {
	p := i
	for ; p < end && p < i+maxPlaceWords; p++ {
		t := f.tokens[p]
		if p > i && t.Gap.Has(token.GapBracketOpen|token.GapDash|token.GapOther|token.GapColon|token.GapSemicolon|token.GapQuestion|token.GapDoubleOpen|token.GapDoubleClose) {
			return p
		}
		if p > i && lexicon.IsMonth(t.Fold) && t.Gap.Has(token.GapComma) {
			return p
		}
		if n, _ := agencyBook().match(f.tokens, p); n > 0 && p > i && t.Gap.Has(token.GapSlash|token.GapSpace) {
			return p
		}
		if t.Shape == token.ShapeLower || t.Shape == token.ShapeNumber {
			return p
		}
	}
	return p
}

// dayEnd returns the end of "Nov 3", "3 Nov", "November 3, 2014" at i, or i.
func (f *furnitureFinder) dayEnd(i, end int) int {
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
func (f *furnitureFinder) signedPlace(place token.Range, p, end int, dated bool) (dateline, bool) {
	q := p + 1
	for q < end && q < p+maxAgencyWords && !f.tokens[q].Gap.Has(token.GapBracketClose|token.GapDash) {
		q++
	}
	if q >= end || !f.tokens[q].Gap.Has(token.GapBracketClose|token.GapSlash|token.GapDash) {
		return dateline{}, false
	}
	n, _ := agencyBook().match(f.tokens, p)
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
func (f *furnitureFinder) unmarkedCapitals(i, end int) (dateline, bool) {
	n, _ := cityBook().match(f.tokens, i)
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

// isPlace reports whether a row of capitalised words before a dash can be a
// place: a known one, or one that is set in capitals up to its first comma.
func (f *furnitureFinder) isPlace(place token.Range) bool {
	if f.isKnownPlace(place) {
		return true
	}
	if isLabel(f.tokens[place.First].Fold) || f.tokens[place.First].Shape != token.ShapeUpper {
		return false
	}
	comma := false
	for i, t := range f.tokens[place.First:place.Last] {
		comma = comma || i > 0 && t.Gap.Has(token.GapComma)
		if !comma && t.Shape != token.ShapeUpper && t.End-t.Start > 1 {
			return false
		}
	}
	return comma || place.Last-place.First <= 3
}

// isKnownPlace reports whether the words are a city of the list, alone or with
// its state or country, or any place followed by its state or country.
func (f *furnitureFinder) isKnownPlace(place token.Range) bool {
	tokens := f.tokens[:place.Last]
	if n, _ := cityBook().match(tokens, place.First); n > 0 {
		rest := place.First + n
		region, _ := regionBook().match(tokens, rest)
		if rest+region == place.Last {
			return true
		}
		if rest < place.Last && tokens[rest].Gap.Has(token.GapSlash) {
			return f.isKnownPlace(token.Range{First: rest, Last: place.Last})
		}
	}
	n := regionBook().matchBefore(tokens, place.Last, 3)
	return n > 0 && n < place.Last-place.First && f.tokens[place.Last-n].Gap.Has(token.GapComma)
}

// beginsSentence reports whether token i can be the first word of a sentence.
func (f *furnitureFinder) beginsSentence(i int) bool {
	t := f.tokens[i]
	return t.Shape != token.ShapeLower || t.Gap.Has(token.GapDoubleOpen|token.GapSingleOpen)
}

// joined joins the folded words of a range.
func (f *furnitureFinder) joined(first, end int) string {
	if end-first == 1 {
		return f.tokens[first].Fold
	}
	var b strings.Builder
	for i, t := range f.tokens[first:end] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Fold)
	}
	return b.String()
}

// flatDateline reads the dateline that ends with the agency at tokens[i] of a
// flattened text: "nairobi kenya ap", "london nov 3 reuters".
func (f *furnitureFinder) flatDateline(i int) (dateline, bool) {
	n, _ := agencyBook().match(f.tokens, i)
	if n == 0 || !isDatelineFollower(f.fold(i+n)) {
		return dateline{}, false
	}
	placeEnd := f.dayStart(i)
	first := f.placeStart(placeEnd)
	if first == placeEnd && placeEnd < i && f.fold(i) != "ap" && !isPlaceOpener(f.fold(first-1)) {
		// A day alone, or behind a place on no list. AP gives no day.
		return dateline{Range: token.Range{First: first, Last: i + n}, agency: f.joined(i, i+n)}, true
	}
	if first == placeEnd || first > 0 && isPlaceOpener(f.fold(first-1)) {
		return dateline{}, false
	}
	if first <= maxPlaceRemainder {
		first = 0 // too little for a headline: another city, or more of the name
	}
	return dateline{token.Range{First: first, Last: i + n}, token.Range{First: first, Last: placeEnd}, f.joined(i, i+n)}, true
}

// dayStart returns the start of the day that ends right before end, or end.
func (f *furnitureFinder) dayStart(end int) int {
	month, p := false, end
	for p > 0 && p > end-4 {
		word := f.tokens[p-1].Fold
		if lexicon.IsMonth(word) {
			month = true
		} else if !isDayNumber(word) {
			break
		}
		p--
	}
	if !month {
		return end
	}
	return p
}

// placeStart returns the start of the place that ends right before end, or end:
// a city of the list, or one word or name like "fort worth" before a state or
// country.
func (f *furnitureFinder) placeStart(end int) int {
	start := end - cityBook().matchBefore(f.tokens, end, 4)
	if n := cityBook().matchBefore(f.tokens, start, 4); n > 0 && start < end {
		return start - n // "seoul washington reuters"
	}
	region := regionBook().matchBefore(f.tokens, end, 3)
	if region == 0 {
		return start
	}
	city := end - region
	if n := cityBook().matchBefore(f.tokens, city, 4); n > 0 {
		return min(start, city-n)
	}
	if start < end || city == 0 || cannotName(f.fold(city-1)) || lexicon.IsGivenName(f.fold(city-1)) {
		return start
	}
	city--
	for city > 0 && isCityPrefix(f.fold(city-1)) {
		city--
	}
	return city
}

// openingDateline reads a dateline without agency at token at of flattened text,
// where the prose is known to begin: a city, its state or country perhaps, and then the start of
// another clause; or an agency alone.
func (f *furnitureFinder) openingDateline(at int) (dateline, bool) {
	if n, _ := agencyBook().match(f.tokens, at); n > 0 {
		if p := at + n; f.beginsClause(p) && !opensWithTitle(f.fold(p)) { // "cnn president" is a post
			return dateline{Range: token.Range{First: at, Last: p}, agency: f.joined(at, p)}, true
		}
		return dateline{}, false
	}
	n, _ := cityBook().match(f.tokens, at)
	switch region, _ := regionBook().match(f.tokens, at+n); {
	case n == 0:
		n = f.unlistedCity(at)
	case region > 0 && lexicon.IsStateOffice(f.fold(at+n+region)): // "chicago ohio gov …": the clause begins with the state
	case region > 0 && f.beginsClause(at+n+region):
		n += region
	case !f.beginsClause(at + n), lexicon.IsGivenName(f.fold(at)) && !isClauseStart(f.fold(at+n)):
		n = 0
	}
	if state, _ := regionBook().match(f.tokens, at); n == 0 || state == n && lexicon.IsStateOffice(f.fold(at+n)) {
		return dateline{}, false
	}
	place := token.Range{First: at, Last: at + n}
	return dateline{Range: place, place: place}, true
}

// beginsClause reports whether the words from i on open a clause of their own:
// an article, a title, a person's name.
func (f *furnitureFinder) beginsClause(i int) bool {
	word := f.fold(i)
	if isClauseStart(word) || opensWithTitle(word) {
		return true
	}
	_, name := f.nameAt(i, len(f.tokens))
	return name && len(word) > 1
}

// unlistedCity returns the number of words at token at that are a city by the
// state or country behind it, and that state or country. The city is one word,
// or two like "fort wayne".
func (f *furnitureFinder) unlistedCity(at int) int {
	n := 1
	if isCityPrefix(f.fold(at)) {
		n = 2
	}
	region, _ := regionBook().match(f.tokens, at+n)
	if region == 0 || cannotName(f.fold(at)) || cannotName(f.fold(at+n-1)) || lexicon.IsGivenName(f.fold(at)) ||
		region == 1 && len(f.fold(at+n)) < 3 || !f.beginsClause(at+n+region) || opensWithTitle(f.fold(at+n+region)) {
		return 0
	}
	return n + region
}

// isDayNumber reports whether word is a day of the month or a year.
func isDayNumber(word string) bool {
	digits := token.Digits(word)
	if digits == "" || len(word) > 4 {
		return false
	}
	switch word[len(digits):] {
	case "", "st", "nd", "rd", "th":
		return true
	}
	return false
}

// isPlaceOpener reports whether a place after word belongs to the prose: the
// agency behind it is then the one that reports.
func isPlaceOpener(word string) bool {
	switch word {
	case "leave", "leaves", "left", "hits", "hit", "visits", "visit":
		return true
	}
	return ties(word) || tells(word)
}

// isDatelineFollower reports whether the word after an agency leaves it a
// signature. "ap reported", "reuters photo" and "cnn s" are part of the prose.
func isDatelineFollower(word string) bool {
	switch word {
	case "", "reported", "reports", "report", "reporter", "reporters", "correspondent", "correspondents", "journalist",
		"journalists", "photo", "photos", "photographer", "news", "poll", "editor", "bureau", "writer", "writers", "anchor",
		"host", "interview", "quoted", "cited", "first", "contributor", "analyst", "learned", "asked", "wrote", "story", "to":
		return false
	}
	return !goesOn(word)
}

// isClauseStart reports whether word opens a clause and cannot follow the name
// of a place within one.
func isClauseStart(word string) bool {
	switch word {
	case "there", "when", "if", "while", "although", "though", "nearly", "almost", "former", "with", "for", "by":
		return true
	case "who", "which":
		return false
	}
	return lexicon.ClassOf(word).Has(lexicon.Determiner | lexicon.Subject)
}

// opensWithTitle reports whether word is a title that a report can begin with,
// right behind the place it comes from.
func opensWithTitle(word string) bool {
	return word == "prime" || lexicon.IsTitle(word) && !lexicon.IsLocalOffice(word)
}

// isLabel reports whether word is set in capitals before a dash without being
// a place.
func isLabel(word string) bool {
	switch word {
	case "file", "warning", "exclusive", "update", "updated", "breaking", "watch", "video", "photo", "photos", "editor",
		"editors", "note", "opinion", "analysis", "correction", "corrections", "review", "live", "poll", "report", "alert",
		"listen", "read", "related", "gallery", "quiz", "recap", "must", "more", "fact", "why", "how", "what", "who", "in",
		"the", "a", "an", "on", "at", "by", "and", "or", "not", "q", "i", "we", "he", "she", "they", "it", "no", "yes":
		return true
	}
	return false
}

// isCityPrefix reports whether word begins names of cities.
func isCityPrefix(word string) bool {
	switch word {
	case "el", "los", "las", "la", "san", "santa", "st", "saint", "ste", "fort", "ft", "port", "north", "south", "east",
		"west", "lake", "mount", "mt", "grand", "new", "baton", "cape", "tel", "abu", "palm", "long", "little", "big",
		"silver", "colorado", "corpus", "sioux", "council", "cedar", "ann", "rapid", "boca", "des", "terre", "salt", "great":
		return true
	}
	return false
}

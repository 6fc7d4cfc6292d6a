package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// placeAt reads the place at token i: a known city with its state or country,
// or a known state or country; where the place is known to end at limit
// (closed), any words that can be a name.
func (f *finder) placeAt(i, limit int, closed bool) (token.Range, bool) {
	p := i
	if n := cities().at(f.tokens, p); n > 0 {
		p += n
	}
	if n := regions().at(f.tokens, p); n > 1 || n == 1 && (len(f.tokens[p].Fold) > 2 || closed) {
		p += n
	}
	if f.fold(p) == "and" && p > i {
		if n := cities().at(f.tokens, p+1); n > 0 {
			p += 1 + n
		}
	}
	if closed && p != limit {
		for p = i; p < limit; p++ {
			if cannotName(f.tokens[p].Fold) && f.tokens[p].Fold != "new" && f.tokens[p].Fold != "and" ||
				f.tokens[p].Shape == token.ShapeNumber {
				return token.Range{}, false
			}
		}
	}
	return token.Range{First: i, Last: p}, i < p && p <= limit
}

// placeEnd returns the end of the row of capitalised words at i, which may hold
// commas and the full stops of abbreviations.
func (f *finder) placeEnd(i, end int) int {
	p := i
	for ; p < end && p < i+maxPlaceWords; p++ {
		t := f.tokens[p]
		if p > i && t.Gap.Has(token.GapBracketOpen|token.GapDash|token.GapOther|token.GapColon|token.GapSemicolon|token.GapQuestion|token.GapDoubleOpen|token.GapDoubleClose) {
			return p
		}
		if p > i && lexicon.IsMonth(t.Fold) && t.Gap.Has(token.GapComma) {
			return p
		}
		if p > i && agencies().at(f.tokens, p) > 0 && t.Gap.Has(token.GapSlash|token.GapSpace) {
			return p
		}
		if t.Shape == token.ShapeLower || t.Shape == token.ShapeNumber {
			return p
		}
	}
	return p
}

// placeStart returns the start of the place that ends right before end, or end:
// a city of the list, or one word or name like "fort worth" before a state or
// country.
func (f *finder) placeStart(end int) int {
	start := end - cities().before(f.tokens, end, 4)
	if n := cities().before(f.tokens, start, 4); n > 0 && start < end {
		return start - n // "seoul washington reuters"
	}
	region := regions().before(f.tokens, end, 3)
	if region == 0 {
		return start
	}
	city := end - region
	if n := cities().before(f.tokens, city, 4); n > 0 {
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

// unlistedCity returns the number of words at token at that are a city by the
// state or country behind it, and that state or country. The city is one word,
// or two like "fort wayne".
func (f *finder) unlistedCity(at int) int {
	n := 1
	if isCityPrefix(f.fold(at)) {
		n = 2
	}
	region := regions().at(f.tokens, at+n)
	if region == 0 || cannotName(f.fold(at)) || cannotName(f.fold(at+n-1)) || lexicon.IsGivenName(f.fold(at)) ||
		region == 1 && len(f.fold(at+n)) < 3 || !f.beginsClause(at+n+region) || opensWithTitle(f.fold(at+n+region)) {
		return 0
	}
	return n + region
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

// isPlace reports whether a row of capitalised words before a dash can be a
// place: a known one, or one that is set in capitals up to its first comma.
func (f *finder) isPlace(place token.Range) bool {
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
func (f *finder) isKnownPlace(place token.Range) bool {
	tokens := f.tokens[:place.Last]
	if n := cities().at(tokens, place.First); n > 0 {
		rest := place.First + n
		region := regions().at(tokens, rest)
		if rest+region == place.Last {
			return true
		}
		if rest < place.Last && tokens[rest].Gap.Has(token.GapSlash) {
			return f.isKnownPlace(token.Range{First: rest, Last: place.Last})
		}
	}
	n := regions().before(tokens, place.Last, 3)
	return n > 0 && n < place.Last-place.First && f.tokens[place.Last-n].Gap.Has(token.GapComma)
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

var (
	cities  = phrasesOf(lexicon.Cities)
	regions = phrasesOf(lexicon.Regions + ";" + lexicon.StateAbbreviations)
)

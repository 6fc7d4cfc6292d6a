package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// flatDateline reads the dateline that ends with the agency at tokens[i] of a
// flattened text: "nairobi kenya ap", "london nov 3 reuters".
func (f *finder) flatDateline(i int) (dateline, bool) {
	n := agencies().at(f.tokens, i)
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
func (f *finder) dayStart(end int) int {
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

// openingDateline reads a dateline without agency at token at of flattened text,
// where the prose is known to begin: a city, its state or country perhaps, and
// then the start of another clause; or an agency alone.
func (f *finder) openingDateline(at int) (dateline, bool) {
	if n := agencies().at(f.tokens, at); n > 0 {
		if p := at + n; f.beginsClause(p) && !opensWithTitle(f.fold(p)) { // "cnn president" is a post
			return dateline{Range: token.Range{First: at, Last: p}, agency: f.joined(at, p)}, true
		}
		return dateline{}, false
	}
	n := cities().at(f.tokens, at)
	switch region := regions().at(f.tokens, at+n); {
	case n == 0:
		n = f.unlistedCity(at)
	case region > 0 && lexicon.IsStateOffice(f.fold(at+n+region)): // "chicago ohio gov …": the clause begins with the state
	case region > 0 && f.beginsClause(at+n+region):
		n += region
	case !f.beginsClause(at + n), lexicon.IsGivenName(f.fold(at)) && !isClauseStart(f.fold(at+n)):
		n = 0
	}
	if state := regions().at(f.tokens, at); n == 0 || state == n && lexicon.IsStateOffice(f.fold(at+n)) {
		return dateline{}, false
	}
	place := token.Range{First: at, Last: at + n}
	return dateline{Range: place, place: place}, true
}

// beginsClause reports whether the words from i on open a clause of their own:
// an article, a title, a person's name.
func (f *finder) beginsClause(i int) bool {
	word := f.fold(i)
	if isClauseStart(word) || opensWithTitle(word) {
		return true
	}
	_, name := f.nameAt(i, len(f.tokens))
	return name && len(word) > 1
}

// datelineAt reads the dateline that begins at token at of flattened text.
func (f *finder) datelineAt(at int) (dateline, bool) {
	for i := at; i < min(at+8, len(f.tokens)); i++ {
		d, ok := f.flatDateline(i)
		if !ok || d.First < at || d.First > at+maxPlaceRemainder {
			continue
		}
		if d.place.Empty() && d.First > at {
			d.place = token.Range{First: at, Last: d.First}
		}
		d.First = at // what stands between is more of the place
		if !d.place.Empty() {
			d.place.First = at
		}
		return d, true
	}
	return dateline{}, false
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

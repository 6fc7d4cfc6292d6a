package page

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A byline says who wrote an article: "By Jane Roe and John Smith", "Jane
// Roe in New York", "Jane Roe, BBC political editor".
type byline struct {
	token.Range
	names   []token.Range
	place   token.Range
	signed  bool // a post or an outlet stands behind the names
	placed  bool // the place is a known one
	strange bool // the name is on no list
}

const (
	maxBylineWords = 24
	maxNameWords   = 4
	maxAuthors     = 8
)

// addByline appends a byline and takes over what it says.
func (f *finder) addByline(b byline) {
	f.add(b.First, b.Last, Byline)
	f.Authors = append(f.Authors, b.names...)
	if f.place.Empty() {
		f.place = b.place
	}
}

// bylineBefore reads the byline that ends right before token end of flattened
// text, as one that a stamp follows.
func (f *finder) bylineBefore(end int) (byline, bool) {
	if b, ok := f.openedByline(end); ok {
		return b, true
	}
	b := byline{Range: token.Range{First: end, Last: end}}
	b.First = f.postStart(end)
	b.signed = b.First < end
	if place, ok := f.authorPlace(b.First); ok {
		known, listed := f.placeAt(place.First, b.First, false)
		b.place, b.placed, b.First = place, listed && known == place, place.First-1
	}
	for len(b.names) < maxAuthors {
		name, ok := f.nameBefore(b.First)
		if !ok && len(b.names) == 0 && (b.signed || b.placed || b.place.Len() == 1) {
			name, ok = f.strangeName(b.First)
			b.strange = ok
		}
		if !ok {
			break
		}
		b.names = append(b.names, name)
		b.First = name.First
		if f.fold(b.First-1) != "and" {
			break // a name before this one may be the last of the headline
		}
		if _, ok := f.nameBefore(b.First - 1); !ok {
			break
		}
		b.First--
	}
	if len(b.names) == 0 {
		return byline{}, false
	}
	b.First = b.names[len(b.names)-1].First
	slices.Reverse(b.names)
	return b, !goesOnToName(f.fold(b.First - 1))
}

// goesOnToName reports whether a name after word is part of a sentence: "a
// letter from", "said".
func goesOnToName(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "dr":
		return true
	}
	return ties(word) || tells(word)
}

// openedByline reads a byline that begins with "by" and runs up to end.
func (f *finder) openedByline(end int) (byline, bool) {
	for i := end - 2; i >= 0 && i >= end-maxBylineWords; i-- {
		if f.tokens[i].Fold != "by" {
			continue
		}
		b, ok := f.flatByline(i, end, true)
		if ok && b.Last < end && f.isUnlistedOutlet(b, end) {
			b.Last = end
		}
		return b, ok && b.Last == end
	}
	return byline{}, false
}

// isUnlistedOutlet reports whether the words between the names and token end can
// be the name of a paper: "the kestrel ledger".
func (f *finder) isUnlistedOutlet(b byline, end int) bool {
	first := b.Last
	if !b.place.Empty() || end-first > 5 || !f.isGivenName(b.names[0].First) {
		return false
	}
	if f.fold(first) == "the" {
		first++
	}
	for i := first; i < end; i++ {
		if cannotName(f.tokens[i].Fold) || f.tokens[i].Shape == token.ShapeNumber {
			return false
		}
	}
	return end-first >= 2
}

// flatByline reads a byline that begins with "by" at token i of flattened text.
// Where the byline is known to fill the text up to limit (closed), a name needs
// no known given name.
func (f *finder) flatByline(i, limit int, closed bool) (byline, bool) {
	b := byline{Range: token.Range{First: i, Last: i + 1}}
	if f.fold(i) != "by" {
		return b, false
	}
	if i > 0 && isBylineOpener(f.fold(i-1)) {
		b.First--
	}
	for len(b.names) < maxAuthors {
		name, ok := f.nameAt(b.Last, limit)
		if closed && (len(b.names) == 0 || f.fold(b.Last-1) == "and") && (!ok || !f.endsName(name.Last, limit)) {
			// Elsewhere it may be an outlet.
			if whole, found := f.unknownName(b.Last, limit); found {
				name, ok = whole, true
			}
		}
		if !ok && !closed {
			name, ok = f.strangeSigned(b.Last, limit)
		}
		if !ok {
			break
		}
		b.names = append(b.names, name)
		b.Last = name.Last
		if f.fold(b.Last) == "and" {
			b.Last++
		} else if !closed && !f.listGoesOn(b.Last, limit) {
			break
		}
	}
	if len(b.names) == 0 {
		return b, false
	}
	if last := b.names[len(b.names)-1].Last; b.Last > last {
		b.Last = last // "and" without a name behind it
	}
	if post := f.postEnd(b.Last); post > b.Last && post <= limit {
		b.Last, b.signed = post, true
	}
	if f.fold(b.Last) == "in" {
		if place, ok := f.placeAt(b.Last+1, limit, closed); ok {
			b.Last, b.place = place.Last, place
		}
	} else if place, ok := f.placeAt(b.Last, limit, false); ok && closed && place.Last == limit {
		b.Last, b.place = place.Last, place
	}
	return b, true
}

// listGoesOn reports whether the names at i are more of a list that has lost
// its commas: at most three names and then "and" with another.
func (f *finder) listGoesOn(i, limit int) bool {
	for range 3 {
		name, ok := f.nameAt(i, limit)
		if !ok {
			return false
		}
		i = name.Last
		if f.fold(i) == "and" {
			_, ok := f.nameAt(i+1, limit)
			return ok
		}
	}
	return false
}

// authorPlace reads the place of "in new york" right before token end.
func (f *finder) authorPlace(end int) (token.Range, bool) {
	for first := end - 1; first > 0 && first >= end-5; first-- {
		if f.tokens[first-1].Fold != "in" {
			continue
		}
		place, ok := f.placeAt(first, end, true)
		if known, listed := f.placeAt(first, end, false); !listed || known != place {
			if _, name := f.nameBefore(end); name {
				return token.Range{}, false // "in november jane roe"
			}
		}
		return place, ok
	}
	return token.Range{}, false
}

// markedByline reads a paragraph tokens[i:end] as a byline of a published text.
// beside tells that a stamp or dateline stands next to it.
func (f *finder) markedByline(i, end int, beside bool) (byline, bool) {
	if end-i > maxBylineWords {
		return byline{}, false
	}
	b := byline{Range: token.Range{First: i, Last: end}}
	p := i
	opened := false
	for q := i; q < min(end, i+3); q++ {
		if f.tokens[q].Fold == "by" {
			p, opened = q+1, true
			break
		}
	}
	if opened && p > i+1 && !isBylineOpener(f.tokens[i].Fold) {
		return byline{}, false
	}
	for p < end && len(b.names) < maxAuthors {
		name, next := f.markedName(p, end)
		if name.Empty() {
			break
		}
		b.names = append(b.names, name)
		p = next
	}
	if last := len(b.names) - 1; last > 0 && f.fold(b.names[last].First-1) != "and" && !f.isGivenName(b.names[last].First) {
		b.names, p = b.names[:last], b.names[last].First // an outlet behind a comma
	}
	if len(b.names) == 0 {
		return byline{}, false
	}
	if post := f.postEnd(p); post > p {
		p, b.signed = min(post, end), true
	}
	if f.fold(p) == "in" && p+1 < end {
		if place, ok := f.placeAt(p+1, end, false); ok {
			p, b.place, b.placed = place.Last, place, true
		} else if place, ok := f.placeAt(p+1, end, true); ok {
			p, b.place = place.Last, place
		}
	}
	switch rest := end - p; {
	case opened && rest <= 12:
		return b, true
	case rest == 0 && f.areNames(b.names) && (b.signed || b.placed || beside):
		return b, true
	case rest == 0 && f.hasHeadline() && beside && (b.signed || !b.place.Empty() || lexicon.IsGivenName(f.tokens[i].Fold)):
		return b, true
	}
	return byline{}, false
}

// isOpened reports whether the byline begins with "by" or "posted by".
func (f *finder) isOpened(b byline) bool {
	return f.fold(b.First) == "by" || f.fold(b.First+1) == "by" && isBylineOpener(f.fold(b.First))
}

// isFramed reports whether more than a name makes b a byline.
func (f *finder) isFramed(b byline) bool {
	name := b.names[0]
	return (b.signed || b.placed) && !b.strange || f.isOpened(b) &&
		(f.isGivenName(name.First) || f.isStrange(name.First) && f.isStrange(name.Last-1))
}

// isBylineOpener reports whether word stands before "by" in a byline.
func isBylineOpener(word string) bool {
	switch word {
	case "written", "words", "analysis", "posted", "commentary", "column", "text", "interview":
		return true
	}
	return false
}

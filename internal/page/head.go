package page

import (
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// The head of an article is proven by what stands in it. These limits, in
// words, keep a proof that stands too far from the start from turning prose
// into furniture: headline and standfirst together seldom exceed them.
const (
	maxStampedHead = 110 // before a byline with a stamp
	maxDatedHead   = 80  // before an unmistakable stamp without byline
	maxLooseHead   = 25  // before any other stamp
	maxSignedHead  = 90  // before "by", a name and a post
	maxWireHead    = 45  // before place and agency
)

// flatHead finds the head of a flattened text.
func (f *furnitureFinder) flatHead() {
	if !f.stampedHead() && !f.signedHead() && !f.wireHead() {
		f.flatLabels()
	}
	f.body = f.reached()
}

// stampedHead finds a head that a stamp proves: with a byline before it
// ("jane roe in new york tue 14 nov 2017"), or by itself.
func (f *furnitureFinder) stampedHead() bool {
	for n := range f.times {
		s := &f.times[n]
		if s.First >= maxStampedHead {
			return false
		}
		start := f.labelStart(s.First)
		by, signed := f.bylineBefore(start)
		switch {
		case signed && (s.Role != timex.RoleNone || f.isUnmistakable(s) || f.isFullDate(s) && f.isFramed(by)):
			f.addTitle(by.First)
			f.addByline(by)
		case f.isTied(start):
			continue
		case start <= maxDatedHead && f.isUnmistakable(s),
			start <= maxLooseHead && s.Role != timex.RoleNone && f.isFullDate(s) && !f.goesOnBehind(s):
			f.addTitle(start)
		default:
			continue
		}
		f.add(start, f.stampEnd(s), Stamp)
		f.restOfHead()
		return true
	}
	return false
}

// isOpened reports whether the byline begins with "by" or "posted by".
func (f *furnitureFinder) isOpened(b byline) bool {
	return f.fold(b.First) == "by" || f.fold(b.First+1) == "by" && isBylineOpener(f.fold(b.First))
}

// isFramed reports whether more than a name makes b a byline.
func (f *furnitureFinder) isFramed(b byline) bool {
	name := b.names[0]
	return (b.signed || b.placed) && !b.strange || f.isOpened(b) &&
		(f.isGivenName(name.First) || f.isStrange(name.First) && f.isStrange(name.Last-1))
}

// signedHead finds a head that ends with a byline which names a post or an
// outlet ("by jane roe bbc political editor"), or a text that begins with one.
func (f *furnitureFinder) signedHead() bool {
	for i := range min(maxSignedHead, len(f.tokens)) {
		if f.tokens[i].Fold != "by" {
			continue
		}
		by, ok := f.flatByline(i, len(f.tokens), false)
		if !ok || !isPostFollower(f.fold(by.Last)) {
			continue
		}
		if _, placed := f.openingDateline(by.Last); by.First > 0 && !by.signed && !placed {
			continue
		}
		f.addTitle(by.First)
		f.addByline(by)
		f.restOfHead()
		return true
	}
	return false
}

// wireHead finds a head that a dateline proves.
func (f *furnitureFinder) wireHead() bool {
	if d, ok := f.openingDateline(0); ok && f.agencyAfter(d) == 0 {
		f.addDateline(d)
		return true
	}
	for i := range min(maxWireHead, len(f.tokens)) {
		if d, ok := f.flatDateline(i); ok {
			if by, ok := f.openedByline(d.First); ok && (by.signed || f.isFramed(by)) {
				f.addTitle(by.First)
				f.addByline(by)
			}
			f.addTitle(d.First)
			f.addDateline(d)
			return true
		}
	}
	return false
}

// addTitle appends what stands before token end as headline, or as standfirst
// where it says that it is "story highlights".
func (f *furnitureFinder) addTitle(end int) {
	kind := Headline
	if f.fold(0) == "story" && f.fold(1) == "highlights" {
		kind = Standfirst
	}
	f.add(0, end, kind)
}

// agencyAfter returns the number of words of an agency right behind d.
func (f *furnitureFinder) agencyAfter(d dateline) int {
	n, _ := agencyBook().match(f.tokens, d.Last)
	return n
}

// restOfHead takes what goes on directly behind the head: more stamps, a
// byline, labels, a dateline.
func (f *furnitureFinder) restOfHead() {
	for range 8 {
		at := f.reached()
		if s, ok := f.stampAt(at); ok {
			f.add(at, f.stampEnd(s), Stamp)
		} else if by, ok := f.flatByline(at, len(f.tokens), false); ok && len(f.Authors) == 0 {
			f.addByline(by)
		} else if end, kind := f.flatPhrase(at); end > at {
			f.add(at, end, kind)
		} else if end := f.clockEnd(at); end > at {
			f.add(at, end, Stamp)
		} else if d, ok := f.datelineAt(at); ok {
			f.addDateline(d)
			return
		} else if d, ok := f.openingDateline(at); ok {
			f.addDateline(d)
			return
		} else {
			return
		}
	}
}

// datelineAt reads the dateline that begins at token at of flattened text.
func (f *furnitureFinder) datelineAt(at int) (dateline, bool) {
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

// flatLabels takes the fixed phrases that stand at the very start.
func (f *furnitureFinder) flatLabels() {
	for range 4 {
		at := f.reached()
		end, kind := f.flatPhrase(at)
		if end == at {
			return
		}
		f.add(at, end, kind)
	}
}

// isPostFollower reports whether the word after a post leaves it the end of a
// byline: "editor of" and "reporter said" go on.
func isPostFollower(word string) bool {
	switch word {
	case "of", "for", "at", "from", "with", "to", "about", "on", "as", "showed", "shows", "found":
		return false
	}
	return !goesOn(word)
}

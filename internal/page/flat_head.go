package page

import (
	"github.com/verbatim-news/verbatim/internal/timex"
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
func (f *finder) flatHead() {
	if !f.stampedHead() && !f.signedHead() && !f.wireHead() {
		f.flatLabels()
	}
	f.body = f.reached()
}

// stampedHead finds a head that a stamp proves: with a byline before it
// ("jane roe in new york tue 14 nov 2017"), or by itself.
func (f *finder) stampedHead() bool {
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

// signedHead finds a head that ends with a byline which names a post or an
// outlet ("by jane roe bbc political editor"), or a text that begins with one.
func (f *finder) signedHead() bool {
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
func (f *finder) wireHead() bool {
	if d, ok := f.openingDateline(0); ok && !f.isAgency(d.Last) {
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

// restOfHead takes what goes on directly behind the head: more stamps, a
// byline, labels, a dateline.
func (f *finder) restOfHead() {
	for range 8 {
		at := f.reached()
		if s, ok := f.stampAt(at); ok {
			f.add(at, f.stampEnd(s), Stamp)
		} else if by, ok := f.flatByline(at, len(f.tokens), false); ok && len(f.Authors) == 0 {
			f.addByline(by)
		} else if end, kind := f.furnitureAt(at); end > at {
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

// flatLabels takes the fixed phrases that stand at the very start.
func (f *finder) flatLabels() {
	for range 4 {
		at := f.reached()
		end, kind := f.furnitureAt(at)
		if end == at {
			return
		}
		f.add(at, end, kind)
	}
}

package page

import (
	"sort"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// isTied reports whether the word before a stamp ties it to a sentence: "live on
// 3 march", "was posted on 3 march".
func (f *finder) isTied(start int) bool {
	return start > 0 && ties(f.fold(start-1))
}

// goesOnBehind reports whether the words after a stamp belong to the same
// sentence, as in a caption: "friday may 29 2020 in washington".
func (f *finder) goesOnBehind(s *timex.Expression) bool {
	word := f.fold(f.stampEnd(s))
	return s.Role == timex.RoleBare && word != "by" && lexicon.ClassOf(word).Has(lexicon.Preposition)
}

// clockEnd returns the end of a stamp at token at that is a label with a time of
// day or an age alone: "updated 8 40 am", "published 4 hours ago".
func (f *finder) clockEnd(at int) int {
	p, clock := at+1, false
	if !isStampLabel(f.fold(at)) && !(f.fold(at) == "last" && isStampLabel(f.fold(p))) {
		return at
	}
	for p < len(f.tokens) && p < at+8 {
		word := f.tokens[p].Fold
		half := (word == "a" || word == "p") && f.fold(p+1) == "m"
		if !half && !isStampWord(word) && !isClockNumber(word) && !(word == "m" && clock) {
			break
		}
		clock = clock || isClockNumber(word)
		p++
	}
	if !clock {
		return at
	}
	for isStampTie(f.tokens[p-1].Fold) && f.tokens[p-1].Fold != "ago" {
		p--
	}
	return p
}

// readingTime returns the token after how long an article takes to read, "4 min
// read", which begins at token at; at itself if it does not.
func (f *finder) readingTime(at int) int {
	if !isClockNumber(f.fold(at)) || f.fold(at+2) != "read" {
		return at
	}
	switch f.fold(at + 1) {
	case "min", "mins", "minute", "minutes":
		return at + 3
	}
	return at
}

// labelStart returns where the words before a stamp begin that belong to it:
// "first published on".
func (f *finder) labelStart(i int) int {
	start, labelled := i, false
	for start > 0 && i-start < 7 && (isStampWord(f.tokens[start-1].Fold) || isClockNumber(f.tokens[start-1].Fold)) {
		start--
		labelled = labelled || isStampLabel(f.tokens[start].Fold)
	}
	if !labelled {
		return i
	}
	for isStampTie(f.tokens[start].Fold) {
		start++
	}
	return start
}

// stampAt returns the stamp whose label or first word is token at: one with a
// role, or a full date.
func (f *finder) stampAt(at int) (*timex.Expression, bool) {
	for n := range f.times {
		s := &f.times[n]
		if s.First > at+7 {
			break
		}
		if s.First >= at && f.labelStart(s.First) <= at && (s.Role != timex.RoleNone || f.isUnmistakable(s)) {
			return s, true
		}
	}
	return nil, false
}

// timesFrom returns the index of the first time expression at token i or later.
func (f *finder) timesFrom(i int) int {
	return sort.Search(len(f.times), func(n int) bool { return f.times[n].First >= i })
}

// stampEnd returns the token after a stamp and its time zone.
func (f *finder) stampEnd(s *timex.Expression) int {
	end := s.Last
	for end < len(f.tokens) && isZone(f.tokens[end].Fold) {
		end++
	}
	return end
}

// isFullDate reports whether a stamp has a day, a month and a year.
func (f *finder) isFullDate(s *timex.Expression) bool {
	year, month, day := false, false, false
	for _, t := range f.tokens[s.First:s.Last] {
		switch {
		case token.IsYear(t.Fold):
			year = true
		case lexicon.IsMonth(t.Fold):
			month = true
		case isDayNumber(t.Fold):
			day = true
		}
	}
	return year && month && day
}

// isUnmistakable reports whether a stamp has a full date and a time of day with
// its zone or half, as prose never gives it.
func (f *finder) isUnmistakable(s *timex.Expression) bool {
	if !f.isFullDate(s) {
		return false
	}
	for _, t := range f.tokens[s.First:f.stampEnd(s)] {
		if isZone(t.Fold) || t.Shape == token.ShapeNumber && isZone(strings.TrimPrefix(t.Fold, token.Digits(t.Fold))) {
			return true
		}
	}
	return false
}

// isStampParagraph reports whether the paragraph is nothing but stamps and their
// labels.
func (f *finder) isStampParagraph(b paragraph) bool {
	if b.Len() == 0 || b.Len() > 24 {
		return false
	}
	if f.clockEnd(b.First) == b.Last {
		return true
	}
	found := false
	at := b.First
	for n := f.timesFrom(b.First); n < len(f.times); n++ {
		s := &f.times[n]
		if s.First >= b.Last {
			break
		}
		if s.Role == timex.RoleNone && !f.isFullDate(s) && f.labelStart(s.First) == s.First {
			return false
		}
		for ; at < s.First; at++ {
			if word := f.tokens[at].Fold; !isStampWord(word) && !isClockNumber(word) {
				return false
			}
		}
		at, found = min(f.stampEnd(s), b.Last), true
	}
	for ; at < b.Last; at++ {
		if !isStampWord(f.tokens[at].Fold) {
			return false
		}
	}
	return found
}

// isLabelled reports whether the paragraph names what its stamp is.
func (f *finder) isLabelled(b paragraph) bool {
	for _, t := range f.tokens[b.First:b.Last] {
		if isStampLabel(t.Fold) {
			return true
		}
	}
	return false
}

// endsWithStamp reports whether a stamp ends the paragraph.
func (f *finder) endsWithStamp(b paragraph) bool {
	for n := f.timesFrom(b.First); n < len(f.times); n++ {
		s := &f.times[n]
		if s.First >= b.Last {
			break
		}
		if f.stampEnd(s) == b.Last {
			return true
		}
	}
	return false
}

// timesInStamps returns the indexes of the time expressions that stand in a
// piece of furniture that is a stamp.
func (f *finder) timesInStamps() (stamps []int) {
	pieces := f.Pieces
	for n := range f.times {
		e := token.Range{First: f.times[n].First, Last: f.times[n].Last}
		for len(pieces) > 0 && pieces[0].Last <= e.First {
			pieces = pieces[1:]
		}
		if len(pieces) > 0 && pieces[0].Kind == Stamp && pieces[0].Overlaps(e) {
			stamps = append(stamps, n)
		}
	}
	return stamps
}

// isStampWord reports whether word can stand beside a stamp and belong to it.
func isStampWord(word string) bool {
	switch word {
	case "on", "at", "first", "last", "originally", "am", "pm", "date", "time", "of", "ago", "min", "mins", "minute",
		"minutes", "hour", "hours", "day", "days", "read", "today", "and":
		return true
	}
	return isStampLabel(word) || isZone(word) || lexicon.IsWeekday(word)
}

// isStampTie reports whether word stands within a stamp but never begins one.
func isStampTie(word string) bool {
	switch word {
	case "of", "and", "ago", "on", "at", "read", "today":
		return true
	}
	return false
}

// isClockNumber reports whether word is an hour or minute.
func isClockNumber(word string) bool { return len(word) <= 2 && isDayNumber(word) }

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

// isStampLabel reports whether word says what a stamp is.
func isStampLabel(word string) bool {
	switch word {
	case "published", "updated", "modified", "posted", "publication", "created", "issued", "filed", "update":
		return true
	}
	return false
}

// isZone reports whether word is a time zone or the half of the day.
func isZone(word string) bool {
	switch word {
	case "gmt", "bst", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "cet", "cest",
		"ist", "aest", "aedt", "am", "pm":
		return true
	}
	return false
}

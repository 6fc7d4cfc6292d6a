package token

import (
	"strconv"
	"strings"
)

// Captions and transcripts of a recording say when each piece of it is heard:
//
//	00:00:01,000 --> 00:00:04,000
//	[00:00:04] Jane Roe:
//
// Such times are no words of the text. What is left of them is [GapCue] before
// the word that follows.

// withoutTimings leaves out the times of a recording, and of captions all else
// that a reader does not see: numbers, settings and tags.
func withoutTimings(text string, tokens []Token) (kept []Token, timed bool) {
	if rows := captionRows(tokens); len(rows) > 0 {
		c := captions{text: text, tokens: tokens, rows: rows, flat: !strings.Contains(text, "-->")}
		return c.words(), true
	}
	if rows := offsetRows(text, tokens); len(rows) > 0 {
		return withoutOffsets(tokens, rows), true
	}
	return tokens, false
}

// captionRows returns the times of captions: when each appears and when it goes,
// to a thousandth of a second.
func captionRows(tokens []Token) (rows []Range) {
	for i := 0; i+5 < len(tokens); i++ {
		if tokens[i].Shape != ShapeNumber {
			continue
		}
		n := momentAt(tokens, i)
		if n == 0 {
			continue
		}
		if m := momentAt(tokens, i+n); m > 0 {
			rows = append(rows, Range{i, i + n + m})
			i += n + m - 1
		}
	}
	return rows
}

// momentAt returns how many tokens the time "00:00:01,000" or "00:01.000" at
// token i has, or 0.
func momentAt(tokens []Token, i int) int {
	for _, size := range [...]int{4, 3} {
		if i+size > len(tokens) || len(tokens[i+size-1].Fold) != 3 || !IsDigits(tokens[i+size-1].Fold) {
			continue
		}
		ok := true
		for k := i; k < i+size-1; k++ {
			ok = ok && isSexagesimal(tokens[k].Fold) && (k == i || tokens[k].Gap.BareBut(GapColon))
		}
		if ok {
			return size
		}
	}
	return 0
}

// isSexagesimal reports whether a word is two digits below sixty.
func isSexagesimal(word string) bool { return len(word) == 2 && IsDigits(word) && word[0] < '6' }

// An offset is how far into a recording something is heard.
type offset struct {
	Range
	seconds int
	alone   bool // it has a line of its own
}

// offsetRows returns the offsets into a recording that stand in brackets or at the
// head of lines. They must begin near nought and rise, as times of day do not.
func offsetRows(text string, tokens []Token) (rows []offset) {
	flat := !strings.Contains(text, ":")
	last := 0
	for i := 0; i+1 < len(tokens); i++ {
		if tokens[i].Shape != ShapeNumber || tokens[i].Gap.Has(GapColon) {
			continue
		}
		o, ok := offsetAt(tokens, i, flat)
		if !ok || o.seconds < last || len(rows) == 0 && o.seconds >= maxFirstOffset {
			continue
		}
		last = o.seconds
		rows = append(rows, o)
		i = o.Last - 1
	}
	if len(rows) < 2 || flat && len(rows) < 3 && rows[0].Len() < 3 {
		return nil
	}
	return rows
}

// maxFirstOffset is how many seconds into a recording the first word is heard at
// the latest.
const maxFirstOffset = 60

func offsetAt(tokens []Token, i int, flat bool) (o offset, ok bool) {
	o = offset{Range: Range{i, i}}
	for o.Last < len(tokens) && o.Len() < 3 {
		t := tokens[o.Last]
		if joined := t.Gap == GapColon || flat && t.Gap == GapSpace; o.Last > i && !joined || len(t.Fold) > 2 || !IsDigits(t.Fold) || t.Fold[0] > '5' && len(t.Fold) > 1 {
			break
		}
		value, _ := strconv.Atoi(t.Fold)
		o.seconds = 60*o.seconds + value
		o.Last++
	}
	if o.Len() < 2 || o.Last == len(tokens) || len(tokens[o.Last-1].Fold) != 2 {
		return o, false
	}
	before, after := tokens[i].Gap, tokens[o.Last].Gap
	o.alone = before.Has(GapStart|GapLine) && after.Has(GapLine)
	switch {
	case flat:
		return o, tokens[i].Fold == "00" && len(tokens[i+1].Fold) == 2 && (i == 0 || tokens[i-1].Shape != ShapeNumber || len(tokens[i-1].Fold) == 1)
	case before.Has(GapBracketOpen):
		return o, after.Has(GapBracketClose)
	}
	return o, before.Has(GapStart|GapLine) && after.Has(GapSpace) && tokens[o.Last].Fold != "am" && tokens[o.Last].Fold != "pm"
}

// withoutOffsets leaves out the offsets. Lines between offsets that have lines of
// their own are wrapped.
func withoutOffsets(tokens []Token, rows []offset) []Token {
	wrapped := true
	for _, o := range rows {
		wrapped = wrapped && o.alone
	}
	kept := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		for len(rows) > 0 && rows[0].First == i {
			before := t.Gap
			i, rows = rows[0].Last, rows[1:]
			t = tokens[i]
			t.Gap = (before|t.Gap)&^(GapBracketOpen|GapBracketClose) | GapCue | GapSpace
		}
		if wrapped && len(kept) > 0 {
			t.Gap = t.Gap&^(GapLine|GapParagraph) | GapSpace
		}
		kept = append(kept, t)
	}
	return kept
}

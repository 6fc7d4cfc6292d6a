package verbatim

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A quotedRun is a run of words between quotation marks.
type quotedRun struct {
	words
	single    bool // between single marks
	open      bool // no closing mark was found
	continues bool // open, and the next paragraph opens its marks again
}

// maxOpenRun is how many words a quotation may run on when its closing mark is
// missing and no paragraph ends before. A stray mark must not cost the rest of
// the article.
const maxOpenRun = 150

// findQuotedRuns pairs the quotation marks of each paragraph. The outermost
// marks bound a run; what is quoted within a quotation belongs to it.
func findQuotedRuns(a *article) []quotedRun {
	var runs []quotedRun
	for n, paragraph := range a.paragraphs {
		before := len(runs)
		runs = a.appendDoubleRuns(runs, paragraph)
		if last := len(runs) - 1; last >= before && runs[last].open {
			next := n + 1
			runs[last].continues = next < len(a.paragraphs) && a.gap(a.paragraphs[next].first).has(gapDoubleOpen)
			limitOpenRun(&runs[last], a.tokens)
		}
		runs = a.withSingleRuns(runs, before, paragraph)
	}
	return runs
}

// limitOpenRun ends a run that was left open in a paragraph too long to be one
// quotation at the end of its first sentence.
func limitOpenRun(run *quotedRun, tokens []token) {
	if run.continues || run.len() <= maxOpenRun {
		return
	}
	for i := run.first + 1; i < run.last; i++ {
		if tokens[i].gap.has(gapSentence) {
			run.last = i
			return
		}
	}
	run.last = run.first + maxOpenRun
}

// appendDoubleRuns appends the runs between double marks, and between the
// pointed and low marks that other languages use in their place.
func (a *article) appendDoubleRuns(runs []quotedRun, paragraph words) []quotedRun {
	closes := 0 // closing marks not yet passed
	for i := paragraph.first + 1; i < paragraph.last; i++ {
		if a.gap(i).has(gapDoubleClose) {
			closes++
		}
	}
	depth, first := 0, 0
	for i := paragraph.first; i < paragraph.last; i++ {
		g := a.gap(i)
		wasOutside := depth == 0
		if i > paragraph.first && g.has(gapDoubleClose) {
			closes--
			switch {
			case depth == 1:
				runs = append(runs, quotedRun{words: words{first, i}})
				depth = 0
			case depth > 1:
				depth--
			}
		}
		if !g.has(gapDoubleOpen) || depth == 0 && wasOutside && g.has(gapDoubleClose) && i > paragraph.first {
			continue // nothing stood between the marks
		}
		switch {
		case depth == 0:
			depth, first = 1, i
		case closes > depth: // enough marks follow to close both
			depth++
		case g.has(gapSentence) || g.has(gapComma):
			// The earlier mark was never closed: its words end where the
			// next quotation begins.
			runs = append(runs, quotedRun{words: words{first, i}, open: true})
			depth, first = 1, i
		default:
			depth, first = 1, i
		}
	}
	// A mark before the very last words may have been closed after them.
	if depth > 0 && first < paragraph.last {
		open := !a.gap(paragraph.last).has(gapDoubleClose)
		runs = append(runs, quotedRun{words: words{first, paragraph.last}, open: open})
	}
	return runs
}

// withSingleRuns adds the runs between single marks of a paragraph to those
// found so far, which begin at index before. Of two runs one in the other the
// outer one stays.
func (a *article) withSingleRuns(runs []quotedRun, before int, paragraph words) []quotedRun {
	doubles := slices.Clone(runs[before:])
	runs = runs[:before]
	for i := paragraph.first; i < paragraph.last; i++ {
		if len(doubles) > 0 && i >= doubles[0].first {
			runs = append(runs, doubles[0])
			i = max(i, doubles[0].last-1)
			doubles = doubles[1:]
			continue
		}
		if !a.opensSingle(i) {
			continue
		}
		last := a.singleClose(i, paragraph.last, doubles)
		if last <= i {
			continue
		}
		runs = append(runs, quotedRun{words: words{i, last}, single: true})
		for len(doubles) > 0 && doubles[0].first < last {
			doubles = doubles[1:]
		}
		i = last - 1
	}
	return append(runs, doubles...)
}

// opensSingle reports whether a single mark opens before token i. The
// apostrophe of a shortened year, ‘90s or '97, is none.
func (a *article) opensSingle(i int) bool {
	t := a.tokens[i]
	year := t.shape == shapeNumber && (len(t.fold) == 2 || t.fold[len(t.fold)-1] == 's')
	return t.gap.has(gapSingleOpen) && !year
}

// maxSingleRun is how many words a single quotation may have.
const maxSingleRun = 400

// singleClose finds the word after the mark that closes a single quotation
// opened before word first, or returns first. A mark after a word in s may be
// the apostrophe of a plural owner, so any other mark is preferred. Marks within
// the double quotations that follow close nothing outside them.
func (a *article) singleClose(first, limit int, doubles []quotedRun) int {
	owner := first
	limit = min(limit, first+maxSingleRun)
	for i := first + 1; i <= limit; i++ {
		for len(doubles) > 0 && doubles[0].last < i {
			doubles = doubles[1:]
		}
		if len(doubles) > 0 && doubles[0].first < i && i < doubles[0].last {
			continue
		}
		g := a.gap(i)
		if g.has(gapSingleClose) {
			previous := a.tokens[i-1].fold
			if !g.bareBut(gapSingleClose) || previous[len(previous)-1] != 's' {
				return i
			}
			owner = i
		}
		if g.has(gapSingleOpen) {
			break // another begins: this one was an apostrophe, or never closed
		}
	}
	return owner
}

// bareBut reports whether nothing but white space and marks of set stood in
// the gap.
func (g gap) bareBut(set gap) bool { return (g &^ set).bare() }

// isTitle reports whether the words of a run are capitalised like the title of
// a work: two of them at least that are no function words, and every such one.
func (a *article) isTitle(run words) bool {
	if !a.cased || run.len() > 12 || a.headline.overlaps(run) {
		return false
	}
	content := 0
	for i := run.first; i < run.last; i++ {
		if lexicon.ClassOf(a.fold(i)) != 0 {
			continue
		}
		if !a.isNameWord(i) {
			return false
		}
		content++
	}
	return content > 1
}

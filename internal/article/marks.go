package article

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Run is a run of words between quotation marks, or of a dialogue that dashes open.
type Run struct {
	token.Range
	Single    bool // between single marks
	dashed    bool // of a dialogue, opened by a dash
	open      bool // no closing mark was found
	Continues bool // open, and the next paragraph opens its marks again
}

// maxOpenRun is how many words a quotation may run on when its closing mark is
// missing and no paragraph ends before. A stray mark must not cost the rest of
// the article.
const maxOpenRun = 150

// findQuotedRuns pairs the quotation marks of each paragraph. The outermost
// marks bound a run; what is quoted within a quotation belongs to it.
func findQuotedRuns(a *Article) []Run {
	var runs []Run
	for n, paragraph := range a.Paragraphs {
		before := len(runs)
		runs = a.appendDoubleRuns(runs, paragraph)
		if last := len(runs) - 1; last >= before && runs[last].open {
			next := n + 1
			runs[last].Continues = next < len(a.Paragraphs) && a.Gap(a.Paragraphs[next].First).Has(token.GapDoubleOpen)
			limitOpenRun(&runs[last], a.Tokens)
		}
		runs = a.withSingleRuns(runs, before, paragraph)
	}
	runs = slices.DeleteFunc(runs, a.isCrosshead)
	runs = a.appendDialogueRuns(runs)
	slices.SortFunc(runs, func(x, y Run) int { return cmp.Compare(x.First, y.First) })
	return runs
}

// maxCrosshead is how many words a heading between paragraphs may have.
const maxCrosshead = 8

// isCrosshead reports whether a run is a heading between the paragraphs, which
// stands in single marks: 'It will not last'. A paragraph beside it that does so
// too is a dialogue.
func (a *Article) isCrosshead(run Run) bool {
	if !run.Single || run.Len() > maxCrosshead || run.First == 0 || run.Last == len(a.Tokens) || !a.ParagraphStart(run.First) || !a.ParagraphStart(run.Last) {
		return false
	}
	return !a.Gap(run.Last).Has(token.GapSingleOpen)
}

// limitOpenRun ends a run that was left open in a paragraph too long to be one
// quotation at the end of its first sentence.
func limitOpenRun(run *Run, tokens []token.Token) {
	if run.Continues || run.Len() <= maxOpenRun {
		return
	}
	for i := run.First + 1; i < run.Last; i++ {
		if tokens[i].Gap.Has(token.GapSentence) {
			run.Last = i
			return
		}
	}
	run.Last = run.First + maxOpenRun
}

// appendDoubleRuns appends the runs between double marks, and between the
// pointed and low marks that other languages use in their place.
func (a *Article) appendDoubleRuns(runs []Run, paragraph token.Range) []Run {
	closes := 0 // closing marks not yet passed
	for i := paragraph.First + 1; i < paragraph.Last; i++ {
		if a.Gap(i).Has(token.GapDoubleClose) {
			closes++
		}
	}
	depth, first := 0, 0
	for i := paragraph.First; i < paragraph.Last; i++ {
		g := a.Gap(i)
		wasOutside := depth == 0
		if i > paragraph.First && g.Has(token.GapDoubleClose) {
			closes--
			switch {
			case depth == 1:
				runs = append(runs, Run{Range: token.Range{First: first, Last: i}})
				depth = 0
			case depth > 1:
				depth--
			}
		}
		if !g.Has(token.GapDoubleOpen) || depth == 0 && wasOutside && g.Has(token.GapDoubleClose) && i > paragraph.First {
			continue // nothing stood between the marks
		}
		switch {
		case depth == 0:
			depth, first = 1, i
		case closes > depth: // enough marks follow to close both
			depth++
		case g.Has(token.GapSentence) || g.Has(token.GapComma):
			// The earlier mark was never closed: its words end where the
			// next quotation begins.
			runs = append(runs, Run{Range: token.Range{First: first, Last: i}, open: true})
			depth, first = 1, i
		default:
			depth, first = 1, i
		}
	}
	// A mark before the very last words may have been closed after them.
	if depth > 0 && first < paragraph.Last {
		open := !a.Gap(paragraph.Last).Has(token.GapDoubleClose)
		runs = append(runs, Run{Range: token.Range{First: first, Last: paragraph.Last}, open: open})
	}
	return runs
}

// withSingleRuns adds the runs between single marks of a paragraph to those
// found so far, which begin at index before. Of two runs one in the other the
// outer one stays.
func (a *Article) withSingleRuns(runs []Run, before int, paragraph token.Range) []Run {
	doubles := slices.Clone(runs[before:])
	runs = runs[:before]
	for i := paragraph.First; i < paragraph.Last; i++ {
		if len(doubles) > 0 && i >= doubles[0].First {
			runs = append(runs, doubles[0])
			i = max(i, doubles[0].Last-1)
			doubles = doubles[1:]
			continue
		}
		if !a.opensSingle(i) {
			continue
		}
		last := a.singleClose(i, paragraph.Last, doubles)
		if last <= i {
			continue
		}
		runs = append(runs, Run{Range: token.Range{First: i, Last: last}, Single: true})
		for len(doubles) > 0 && doubles[0].First < last {
			doubles = doubles[1:]
		}
		i = last - 1
	}
	return append(runs, doubles...)
}

// opensSingle reports whether a single mark opens before token i. The
// apostrophe of a shortened year, ‘90s or '97, is none.
func (a *Article) opensSingle(i int) bool {
	t := a.Tokens[i]
	year := t.Shape == token.ShapeNumber && (len(t.Fold) == 2 || t.Fold[len(t.Fold)-1] == 's')
	return t.Gap.Has(token.GapSingleOpen) && !year
}

// maxSingleRun is how many words a single quotation may have.
const maxSingleRun = 400

// singleClose finds the word after the mark that closes a single quotation
// opened before word first, or returns first. A mark after a word in s may be
// the apostrophe of a plural owner, so any other mark is preferred. Marks within
// the double quotations that follow close nothing outside them.
func (a *Article) singleClose(first, limit int, doubles []Run) int {
	owner := first
	limit = min(limit, first+maxSingleRun)
	for i := first + 1; i <= limit; i++ {
		for len(doubles) > 0 && doubles[0].Last < i {
			doubles = doubles[1:]
		}
		if len(doubles) > 0 && doubles[0].First < i && i < doubles[0].Last {
			continue
		}
		g := a.Gap(i)
		if g.Has(token.GapSingleClose) {
			previous := a.Tokens[i-1].Fold
			if !g.BareBut(token.GapSingleClose) || previous[len(previous)-1] != 's' {
				return i
			}
			owner = i
		}
		if g.Has(token.GapSingleOpen) {
			break // another begins: this one was an apostrophe, or never closed
		}
	}
	return owner
}

// IsWorkTitle reports whether the words of a run are capitalised like the title of
// a work: two of them at least that are no function words, and every such one, all in
// one sentence.
func (a *Article) IsWorkTitle(run token.Range) bool {
	if !a.Cased || run.Len() > 12 || a.Headline.Overlaps(run) {
		return false
	}
	content := 0
	for i := run.First; i < run.Last; i++ {
		if i > run.First && a.Starts[i] {
			return false // two sentences
		}
		if lexicon.ClassOf(a.Fold(i)) != 0 {
			continue
		}
		if !a.IsNameWord(i) {
			return false
		}
		content++
	}
	return content > 1
}

package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// The head of a published text is made of few and short paragraphs.
const (
	maxHeadlineWords   = 30
	maxStandfirstWords = 60
	maxHeadBlocks      = 10
	maxHeadWords       = 150
)

// publishedHead finds the head of a text that has kept its marks: the
// paragraphs before the prose.
func (f *furnitureFinder) publishedHead() {
	blocks := f.headBlocks()
	anchor := f.lastAnchor(blocks)
	for i, b := range blocks {
		next := block{}
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		if d, ok := f.markedDateline(b.First, b.Last); ok {
			f.addDateline(d)
			if d.Last < b.Last {
				break
			}
			continue
		}
		if !f.headBlock(b, next, i < anchor) {
			break
		}
	}
	f.body = f.reached()
}

// headBlock takes the paragraph b as part of the head, if it is. proven tells
// that a byline, stamp or dateline is still to come.
func (f *furnitureFinder) headBlock(b, next block, proven bool) bool {
	if f.isStampBlock(b) {
		f.add(b.First, b.Last, Stamp)
		return true
	}
	if kind := f.blockPhrase(b); kind != "" {
		f.add(b.First, b.Last, kind)
		return true
	}
	if by, ok := f.markedByline(b.First, b.Last, f.isStampBlock(next) || f.endsWithStamp(b)); ok {
		f.addByline(by)
		return true
	}
	if last := len(f.Pieces) - 1; last >= 0 && f.Pieces[last].Kind == Byline && f.isPostBlock(b) {
		f.add(b.First, b.Last, Byline) // the post on a line of its own
		return true
	}
	switch {
	case f.isHighlight(b):
		f.add(b.First, b.Last, Standfirst)
		return true
	case !f.hasHeadline() && (proven && b.Len() <= maxHeadlineWords || f.isHeadline(b, next)):
		f.add(b.First, b.Last, Headline)
		return true
	case f.hasHeadline() && proven && b.Len() <= maxStandfirstWords:
		f.add(b.First, b.Last, Standfirst)
		return true
	}
	return false
}

// isPostBlock reports whether the paragraph is a post or outlet: "BBC News,
// Lowmark".
func (f *furnitureFinder) isPostBlock(b block) bool {
	post := f.postEnd(b.First)
	return post == b.Last || post > b.First && b.Len() <= 8 && !b.ends && b.stops == 0
}

// isHighlight reports whether the paragraph is one of the points that stand
// under "story highlights".
func (f *furnitureFinder) isHighlight(b block) bool {
	if b.ends || b.Len() > maxHeadlineWords {
		return false
	}
	if f.fold(b.First) == "story" && f.fold(b.First+1) == "highlights" {
		return true
	}
	last := len(f.Pieces) - 1
	return last >= 0 && f.Pieces[last].Kind == Standfirst && f.Pieces[last].Last == b.First && !b.opens
}

func (f *furnitureFinder) hasHeadline() bool {
	for _, p := range f.Pieces {
		if p.Kind == Headline {
			return true
		}
	}
	return false
}

// headBlocks returns the first paragraphs, as many as can be part of a head.
func (f *furnitureFinder) headBlocks() []block {
	var blocks []block
	for at := 0; at < len(f.tokens) && len(blocks) < maxHeadBlocks && at < maxHeadWords; {
		b := f.blockAt(at)
		blocks = append(blocks, b)
		at = b.Last
	}
	return blocks
}

// lastAnchor returns the index of the last of blocks that proves what stands
// before it to be the head: a byline, a stamp or a dateline. It is 0 if there is
// none.
func (f *furnitureFinder) lastAnchor(blocks []block) int {
	anchor := 0
	for i, b := range blocks {
		if b.First > maxStampedHead {
			break
		}
		_, wire := f.markedDateline(b.First, b.Last)
		_, signed := f.markedByline(b.First, b.Last, f.endsWithStamp(b))
		if wire || signed || f.isStampBlock(b) {
			anchor = i
		}
		if wire {
			break
		}
	}
	return anchor
}

// isHeadline reports whether the first paragraph reads as a headline although
// nothing behind it proves one: it has no full stop, or capitals on most words.
func (f *furnitureFinder) isHeadline(b, next block) bool {
	if b.First > f.reached() || b.Len() > maxHeadlineWords || b.Len() < 2 || next.Len() == 0 || b.stops > 1 {
		return false
	}
	if !b.ends && !b.opens && next.Len() > b.Len()/2 {
		return true
	}
	return b.Len() <= 20 && f.isTitleCase(b) || b.ends && b.Len() <= maxPlainHeadline && f.isTerse(b)
}

// maxPlainHeadline is the length to which a paragraph with a full stop and
// without capitals can be a headline.
const maxPlainHeadline = 14

// isTitleCase reports whether nearly all longer words of the paragraph begin
// with a capital.
func (f *furnitureFinder) isTitleCase(b block) bool {
	long, capitals := 0, 0
	for _, t := range f.tokens[b.First:b.Last] {
		if t.End-t.Start < 4 || t.Shape == token.ShapeNumber {
			continue
		}
		long++
		if t.Shape != token.ShapeLower {
			capitals++
		}
	}
	return long >= 3 && capitals*5 >= long*4
}

// isTerse reports whether the paragraph leaves out what prose does not: it has
// no article, no pronoun, no form of "be" or "have" and no "said".
func (f *furnitureFinder) isTerse(b block) bool {
	for i, t := range f.tokens[b.First:b.Last] {
		switch t.Fold {
		case "the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "said", "you", "your", "these", "those", "but", "he", "she", "they", "we", "i", "his", "her", "their", "it",
			"there", "this", "that", "my", "our", "told", "been":
			return false
		}
		if lexicon.IsWeekday(t.Fold) || i > 0 && t.Gap.Has(token.GapDoubleOpen|token.GapDoubleClose) {
			return false
		}
	}
	return !f.tokens[b.First].Gap.Has(token.GapDoubleOpen)
}

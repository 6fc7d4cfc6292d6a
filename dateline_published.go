package verbatim

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
		if d, ok := f.markedDateline(b.first, b.last); ok {
			f.addDateline(d)
			if d.last < b.last {
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
		f.add(b.first, b.last, FurnitureStamp)
		return true
	}
	if kind := f.blockPhrase(b); kind != "" {
		f.add(b.first, b.last, kind)
		return true
	}
	if by, ok := f.markedByline(b.first, b.last, f.isStampBlock(next) || f.endsWithStamp(b)); ok {
		f.addByline(by)
		return true
	}
	if last := len(f.pieces) - 1; last >= 0 && f.pieces[last].kind == FurnitureByline && f.isPostBlock(b) {
		f.add(b.first, b.last, FurnitureByline) // the post on a line of its own
		return true
	}
	switch {
	case f.isHighlight(b):
		f.add(b.first, b.last, FurnitureStandfirst)
		return true
	case !f.hasHeadline() && (proven && b.len() <= maxHeadlineWords || f.isHeadline(b, next)):
		f.add(b.first, b.last, FurnitureHeadline)
		return true
	case f.hasHeadline() && proven && b.len() <= maxStandfirstWords:
		f.add(b.first, b.last, FurnitureStandfirst)
		return true
	}
	return false
}

// isPostBlock reports whether the paragraph is a post or outlet: "BBC News,
// Lowmark".
func (f *furnitureFinder) isPostBlock(b block) bool {
	post := f.postEnd(b.first)
	return post == b.last || post > b.first && b.len() <= 8 && !b.ends && b.stops == 0
}

// isHighlight reports whether the paragraph is one of the points that stand
// under "story highlights".
func (f *furnitureFinder) isHighlight(b block) bool {
	if b.ends || b.len() > maxHeadlineWords {
		return false
	}
	if f.fold(b.first) == "story" && f.fold(b.first+1) == "highlights" {
		return true
	}
	last := len(f.pieces) - 1
	return last >= 0 && f.pieces[last].kind == FurnitureStandfirst && f.pieces[last].last == b.first && !b.opens
}

func (f *furnitureFinder) hasHeadline() bool {
	for _, p := range f.pieces {
		if p.kind == FurnitureHeadline {
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
		at = b.last
	}
	return blocks
}

// lastAnchor returns the index of the last of blocks that proves what stands
// before it to be the head: a byline, a stamp or a dateline. It is 0 if there is
// none.
func (f *furnitureFinder) lastAnchor(blocks []block) int {
	anchor := 0
	for i, b := range blocks {
		if b.first > maxStampedHead {
			break
		}
		_, wire := f.markedDateline(b.first, b.last)
		_, signed := f.markedByline(b.first, b.last, f.endsWithStamp(b))
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
	if b.first > f.reached() || b.len() > maxHeadlineWords || b.len() < 2 || next.len() == 0 || b.stops > 1 {
		return false
	}
	if !b.ends && !b.opens && next.len() > b.len()/2 {
		return true
	}
	return b.len() <= 20 && f.isTitleCase(b) || b.ends && b.len() <= maxPlainHeadline && f.isTerse(b)
}

// maxPlainHeadline is the length to which a paragraph with a full stop and
// without capitals can be a headline.
const maxPlainHeadline = 14

// isTitleCase reports whether nearly all longer words of the paragraph begin
// with a capital.
func (f *furnitureFinder) isTitleCase(b block) bool {
	long, capitals := 0, 0
	for _, t := range f.tokens[b.first:b.last] {
		if t.end-t.start < 4 || t.shape == shapeNumber {
			continue
		}
		long++
		if t.shape != shapeLower {
			capitals++
		}
	}
	return long >= 3 && capitals*5 >= long*4
}

// isTerse reports whether the paragraph leaves out what prose does not: it has
// no article, no pronoun, no form of "be" or "have" and no "said".
func (f *furnitureFinder) isTerse(b block) bool {
	for i, t := range f.tokens[b.first:b.last] {
		switch t.fold {
		case "the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "said", "you", "your", "these", "those", "but", "he", "she", "they", "we", "i", "his", "her", "their", "it",
			"there", "this", "that", "my", "our", "told", "been", "monday", "tuesday", "wednesday", "thursday", "friday",
			"saturday", "sunday":
			return false
		}
		if i > 0 && t.gap.has(gapDoubleOpen|gapDoubleClose) {
			return false
		}
	}
	return !f.tokens[b.first].gap.has(gapDoubleOpen)
}

package page

// The head of a published text is made of few and short paragraphs.
const (
	maxHeadlineWords   = 30
	maxStandfirstWords = 60
	maxHeadParagraphs  = 10
	maxHeadWords       = 150
)

// publishedHead finds the head of a text that has kept its marks: the
// paragraphs before the prose.
func (f *finder) publishedHead() {
	paragraphs := f.headParagraphs()
	anchor := f.lastAnchor(paragraphs)
	spoken, _ := f.turnAfter(0)
	for i, b := range paragraphs {
		if b.Last > spoken {
			break
		}
		next := paragraph{}
		if i+1 < len(paragraphs) {
			next = paragraphs[i+1]
		}
		if d, ok := f.markedDateline(b.First, b.Last); ok {
			f.addDateline(d)
			if d.Last < b.Last {
				break
			}
			continue
		}
		if !f.takeHead(b, next, i < anchor) {
			break
		}
	}
	f.body = f.reached()
}

// takeHead takes the paragraph b as part of the head, if it is. proven tells
// that a byline, stamp or dateline is still to come.
func (f *finder) takeHead(b, next paragraph, proven bool) bool {
	if f.isStampParagraph(b) {
		f.add(b.First, b.Last, Stamp)
		return true
	}
	if kind := f.kindOf(b); kind != "" {
		f.add(b.First, b.Last, kind)
		return true
	}
	if by, ok := f.markedByline(b.First, b.Last, f.isStampParagraph(next) || f.endsWithStamp(b)); ok {
		f.addByline(by)
		return true
	}
	if last := len(f.Pieces) - 1; last >= 0 && f.Pieces[last].Kind == Byline && f.isPostParagraph(b) {
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

// headParagraphs returns the first paragraphs, as many as can be part of a head.
func (f *finder) headParagraphs() []paragraph {
	var paragraphs []paragraph
	for at := 0; at < len(f.tokens) && len(paragraphs) < maxHeadParagraphs && at < maxHeadWords; {
		b := f.paragraphAt(at)
		paragraphs = append(paragraphs, b)
		at = b.Last
	}
	return paragraphs
}

// lastAnchor returns the index of the last of paragraphs that proves what stands
// before it to be the head: a byline, a stamp or a dateline. It is 0 if there is
// none.
func (f *finder) lastAnchor(paragraphs []paragraph) int {
	anchor := 0
	spoken, _ := f.turnAfter(0)
	for i, b := range paragraphs {
		if b.First > maxStampedHead || b.Last > spoken {
			break
		}
		_, wire := f.markedDateline(b.First, b.Last)
		_, signed := f.markedByline(b.First, b.Last, f.endsWithStamp(b))
		if wire || signed || f.isStampParagraph(b) {
			anchor = i
		}
		if wire {
			break
		}
	}
	return anchor
}

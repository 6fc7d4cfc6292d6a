package htmlview

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// A block is a paragraph, as the page shows it: a line or a run of lines of the
// text, or a piece of furniture, without the space around it.
type block struct {
	verbatim.Span
	kind   verbatim.FurnitureKind // of a block that is furniture throughout
	goesOn bool                   // the text has no break before it
}

// Text that has lost its lines is set in blocks that can be read: longer than
// longBlock bytes, a line is broken where the next message begins, but not into
// blocks shorter than shortBlock. What is longer than longestBlock is broken
// between words: a browser lays out one line of a megabyte in seconds.
const (
	shortBlock   = 300
	longBlock    = 1200
	longestBlock = 4000
)

// blocksOf parts a text into blocks, in order. All that stands between them is
// space.
func blocksOf(text string, doc *verbatim.Document) []block {
	b := blocker{text: text, openings: openingsOf(doc)}
	for _, f := range doc.Furniture {
		if f.Kind != verbatim.FurnitureDateline { // which stands in front of a sentence
			f.Span = withMarks(text, f.Span)
			b.furniture = append(b.furniture, f)
		}
	}
	for _, p := range paragraphsOf(text) {
		b.paragraph(p)
	}
	return b.blocks
}

// A blocker is one call of blocksOf. What lies behind it in the text is taken
// from its lists as it goes.
type blocker struct {
	text      string
	furniture []verbatim.Furniture
	openings  []int // where messages begin that do not begin within another
	blocks    []block
}

// paragraph parts a paragraph where furniture begins and ends.
func (b *blocker) paragraph(p verbatim.Span) {
	for at := p.Start; at < p.End; {
		for len(b.furniture) > 0 && b.furniture[0].End <= at {
			b.furniture = b.furniture[1:]
		}
		part := block{Span: verbatim.Span{Start: at, End: p.End}, goesOn: at > p.Start}
		switch {
		case len(b.furniture) == 0 || b.furniture[0].Start >= p.End:
		case b.furniture[0].Start > at:
			part.End = b.furniture[0].Start
		default:
			part.End, part.kind = min(b.furniture[0].End, p.End), b.furniture[0].Kind
		}
		at = part.End
		b.add(part)
	}
}

// add adds a block, broken if it is long.
func (b *blocker) add(part block) {
	part.Start, part.End = trimmed(b.text, part.Span)
	for part.Len() > longBlock {
		end := b.breakIn(part.Span)
		if end == part.End {
			break
		}
		first := part
		first.End = end
		first.Start, first.End = trimmed(b.text, first.Span)
		b.blocks = append(b.blocks, first)
		part.Start, part.goesOn = end, true
		part.Start, part.End = trimmed(b.text, part.Span)
	}
	if part.Len() > 0 {
		b.blocks = append(b.blocks, part)
	}
}

// breakIn returns where the first of the blocks ends that a long one is parted
// into.
func (b *blocker) breakIn(s verbatim.Span) int {
	for len(b.openings) > 0 && b.openings[0] < s.Start+shortBlock {
		b.openings = b.openings[1:]
	}
	if len(b.openings) > 0 && b.openings[0] < min(s.End, s.Start+longestBlock) {
		return b.openings[0]
	}
	if s.Len() <= longestBlock {
		return s.End
	}
	end := s.Start + longestBlock
	if space := strings.LastIndexByte(b.text[s.Start:end], ' '); space > 0 {
		return s.Start + space
	}
	for end > s.Start && !utf8.RuneStart(b.text[end]) {
		end--
	}
	if end == s.Start { // bytes that are no characters
		return s.Start + longestBlock
	}
	return end
}

// paragraphsOf parts a text at its empty lines, or at the end of every line if it
// has no empty ones.
func paragraphsOf(text string) []verbatim.Span {
	var lines []verbatim.Span
	parted, at := false, 0
	for line := range strings.Lines(text) {
		s := verbatim.Span{Start: at, End: at + len(line)}
		at = s.End
		if start, end := trimmed(text, s); start == end {
			parted = parted || len(lines) > 0 && at < len(text)
			s.End = s.Start
		}
		lines = append(lines, s)
	}
	var paragraphs []verbatim.Span
	open := false
	for _, line := range lines {
		switch {
		case line.Len() == 0:
			open = false
		case open && parted:
			paragraphs[len(paragraphs)-1].End = line.End
		default:
			paragraphs = append(paragraphs, line)
			open = true
		}
	}
	return paragraphs
}

// openingsOf returns where the text can be broken before a message: where one
// begins, with whatever stands first, and no other is going on.
func openingsOf(doc *verbatim.Document) []int {
	extents := make([]verbatim.Span, 0, len(doc.Messages))
	for n := range doc.Messages {
		extents = append(extents, extentOf(&doc.Messages[n]))
	}
	slices.SortFunc(extents, func(a, b verbatim.Span) int { return cmp.Compare(a.Start, b.Start) })
	var openings []int
	reach := 0
	for _, e := range extents {
		if e.Start >= reach {
			openings = append(openings, e.Start)
		}
		reach = max(reach, e.End)
	}
	return openings
}

// extentOf returns the stretch of the text from the first to the last word of a
// message, its source and its cue.
func extentOf(m *verbatim.Message) verbatim.Span {
	e := verbatim.Span{Start: m.Content[0].Start, End: m.Content[len(m.Content)-1].End}
	if m.Source != nil {
		e.Start, e.End = min(e.Start, m.Source.Start), max(e.End, m.Source.End)
	}
	if len(m.Cue) > 0 {
		e.Start, e.End = min(e.Start, m.Cue[0].Start), max(e.End, m.Cue[len(m.Cue)-1].End)
	}
	return e
}

// maxMarks is how many marks at an end of furniture go with it, as in ‘(“…”).’.
const maxMarks = 4

// withMarks returns a span with the marks that stand at it without a space.
func withMarks(text string, s verbatim.Span) verbatim.Span {
	for range maxMarks {
		if r, size := utf8.DecodeLastRuneInString(text[:s.Start]); size > 0 && isMark(r) {
			s.Start -= size
		}
		if r, size := utf8.DecodeRuneInString(text[s.End:]); size > 0 && isMark(r) {
			s.End += size
		}
	}
	return s
}

// trimmed returns the bounds of a span without the space at its ends.
func trimmed(text string, s verbatim.Span) (start, end int) {
	words := strings.TrimLeft(s.In(text), spaces)
	start = s.End - len(words)
	return start, start + len(strings.TrimRight(words, spaces))
}

// spaces are what browsers leave out at the ends of a line. A form feed is written
// out, there as anywhere.
const spaces = " \t\r\n"

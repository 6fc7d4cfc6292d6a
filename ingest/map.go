package ingest

import (
	"cmp"
	"iter"
	"slices"

	"github.com/verbatim-news/verbatim"
)

// A Map leads from the bytes of an article's text back to the bytes of the document
// that it was read from, as the document was given: before its encoding was
// undone, but after compression and transfer encodings. The nil Map leads nowhere.
// A Map may be used by any number of goroutines at once.
type Map struct {
	pieces []piece // in the order of the text
}

// A piece is a part of the text and the bytes of the source that it was made of:
// byte for byte where the two are of one length, and else as a whole, as "&amp;" is "&".
type piece struct{ text, source verbatim.Span }

func (p piece) isExact() bool { return p.text.Len() == p.source.Len() }

// Original returns the piece of the source that s, a span of the text, was made
// of: from the first byte that has an origin to the last, with whatever markup stands
// between them. It is false where no byte of s has an origin, as that of the
// marks that stand for a <q> element.
func (m *Map) Original(s verbatim.Span) (source verbatim.Span, ok bool) {
	if m == nil {
		return verbatim.Span{}, false
	}
	source = verbatim.Span{Start: -1}
	for _, p := range m.touching(s) {
		from, to := p.cut(s)
		if source.Start < 0 || from < source.Start {
			source.Start = from
		}
		source.End = max(source.End, to)
	}
	if source.Start < 0 {
		return verbatim.Span{}, false
	}
	return source, true
}

// Pieces gives the pieces of the text with the bytes of the source that each was
// made of, in the order of the text. Where the two are of one length they are
// alike byte for byte, or letter for letter if the document is in another
// encoding of a byte a letter. Text between pieces has no origin: it stands for
// markup.
func (m *Map) Pieces() iter.Seq2[verbatim.Span, verbatim.Span] {
	return func(yield func(text, source verbatim.Span) bool) {
		if m == nil {
			return
		}
		for _, p := range m.pieces {
			if !yield(p.text, p.source) {
				return
			}
		}
	}
}

// touching returns the pieces that share a byte with s.
func (m *Map) touching(s verbatim.Span) []piece {
	first, _ := slices.BinarySearchFunc(m.pieces, s.Start, func(p piece, at int) int { return cmp.Compare(p.text.End, at+1) })
	last := first
	for last < len(m.pieces) && m.pieces[last].text.Start < s.End {
		last++
	}
	return m.pieces[first:last]
}

// cut returns the bytes of the source for the part of the piece that s covers.
func (p piece) cut(s verbatim.Span) (from, to int) {
	if !p.isExact() {
		return p.source.Start, p.source.End
	}
	shift := p.source.Start - p.text.Start
	return max(s.Start, p.text.Start) + shift, min(s.End, p.text.End) + shift
}

// through returns the map of m's text to the source of the text that m leads to.
// A nil origin stands for a source that is that text itself.
func (m *Map) through(origin *Map) *Map {
	if m == nil || origin == nil {
		return m
	}
	var joined prose
	for _, p := range m.pieces {
		if !p.isExact() {
			if source, ok := origin.Original(p.source); ok {
				joined.trace(piece{p.text, source})
			}
			continue
		}
		for _, o := range origin.touching(p.source) {
			from, to := max(o.text.Start, p.source.Start), min(o.text.End, p.source.End)
			shift := p.text.Start - p.source.Start
			start, end := o.cut(verbatim.Span{Start: from, End: to})
			joined.trace(piece{verbatim.Span{Start: from + shift, End: to + shift}, verbatim.Span{Start: start, End: end}})
		}
	}
	return joined.origin()
}

// shifted returns the map to the same source behind by more bytes.
func (m *Map) shifted(by int) *Map {
	if m == nil || by == 0 {
		return m
	}
	moved := make([]piece, len(m.pieces))
	for i, p := range m.pieces {
		moved[i] = piece{p.text, verbatim.Span{Start: p.source.Start + by, End: p.source.End + by}}
	}
	return &Map{moved}
}

// cut takes bytes from the beginning of the article's text.
func (a *Article) cut(bytes int) {
	if bytes == 0 {
		return
	}
	if a.Source != nil {
		var rest prose
		for _, p := range a.Source.pieces {
			if p.text.End <= bytes {
				continue
			}
			start := max(p.text.Start, bytes)
			from, to := p.cut(verbatim.Span{Start: start, End: p.text.End})
			rest.trace(piece{verbatim.Span{Start: start - bytes, End: p.text.End - bytes}, verbatim.Span{Start: from, End: to}})
		}
		a.Source = rest.origin()
	}
	a.Text = a.Text[bytes:]
}

// whole is the map of a text that is its own source.
func whole(text string) *Map {
	span := verbatim.Span{End: len(text)}
	return &Map{[]piece{{span, span}}}
}

// A prose is a text on its way, with the map to its source.
type prose struct {
	text   []byte
	pieces []piece
}

// add adds text that was made of a piece of the source.
func (p *prose) add(text string, source verbatim.Span) {
	start := len(p.text)
	p.text = append(p.text, text...)
	p.trace(piece{verbatim.Span{Start: start, End: len(p.text)}, source})
}

// put adds text that nothing in the source stands for.
func (p *prose) put(text string) { p.text = append(p.text, text...) }

// trace adds a piece, as a part of the last one where it goes on with it.
func (p *prose) trace(next piece) {
	if next.text.Len() == 0 {
		return
	}
	if n := len(p.pieces); n > 0 {
		last := &p.pieces[n-1]
		if last.isExact() && next.isExact() && last.text.End == next.text.Start && last.source.End == next.source.Start {
			last.text.End, last.source.End = next.text.End, next.source.End
			return
		}
	}
	p.pieces = append(p.pieces, next)
}

func (p *prose) origin() *Map { return &Map{p.pieces} }

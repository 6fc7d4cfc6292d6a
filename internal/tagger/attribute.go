package tagger

import "github.com/verbatim-news/verbatim/internal/tagger/kernel"

// Shares of verbatim words by which a content is called direct or mixed.
const (
	directShare = 0.9
	mixedShare  = 0.05
)

// attributions finds the best labels, reads the spans off them and links them.
func (m *Model) attributions(words []Word, r *scratch) []Attribution {
	path, ends := resize(&r.path, len(words)), r.ends
	m.chain.best(path, resize(&r.back, len(words)), r.tags)
	r.spans = spansOf(r.spans[:0], path)
	spans := r.spans
	if len(spans) == 0 {
		return nil
	}
	m.chain.marginals(m.kernel, r.tags)
	chances := r.tags
	segments := m.linker.cut(words, ends, spans)
	out := make([]Attribution, 0, len(segments))
	source := -1 // the last one seen
	at := 0
	for _, s := range segments {
		own := -1
		a := Attribution{Borrowed: s.borrowed}
		if s.borrowed {
			own = source
		}
		var verbatim, total int
		for ; at < s.last; at++ {
			span := spans[at]
			switch span.role {
			case 'S':
				source = at
				if own < 0 {
					own = at
				}
			case 'C':
				a.Cue = append(a.Cue, span.sure(chances))
			case 'K':
				a.Content = append(a.Content, span.sure(chances))
				total += span.last - span.first
				for _, r := range verbatimRuns(path, span) {
					a.Verbatim = append(a.Verbatim, r.sure(chances))
					verbatim += r.last - r.first
				}
			}
		}
		if own >= 0 {
			a.Source = spans[own].sure(chances)
		}
		switch share := float64(verbatim) / float64(max(total, 1)); {
		case share >= directShare:
			a.Form = Direct
		case share > mixedShare:
			a.Form = Mixed
		}
		a.Confidence = m.confidence(&a)
		out = append(out, a)
	}
	return out
}

// confidence is the chance that an attribution is right, as a logistic function,
// fitted to measured answers, of the mean of its parts' confidences.
func (m *Model) confidence(a *Attribution) float64 {
	sum, count := 0.0, 0.0
	for _, parts := range [...][]Span{a.Content, a.Cue, {a.Source}} {
		for _, s := range parts {
			if !s.Empty() {
				sum += s.Confidence
				count++
			}
		}
	}
	slope := m.confidenceSlope * float32(sum/count)
	return float64(kernel.Sigmoid(m.confidenceBase + float32(slope)))
}

// spansOf reads the spans off a row of labels and appends them.
func spansOf(out []roleSpan, path []uint8) []roleSpan {
	for k := 0; k < len(path); {
		role := roleOf(path[k])
		if role == 0 {
			k++
			continue
		}
		first, direct := k, 0
		for k++; k < len(path) && roleOf(path[k]) == role && !begins(path[k]); k++ {
		}
		span := roleSpan{role: role, kind: role, first: first, last: k}
		if role == 'K' {
			for _, l := range path[first:k] {
				if isDirect(l) {
					direct++
				}
			}
			switch direct {
			case 0:
				span.kind = 'I'
			case k - first:
				span.kind = 'D'
			default:
				span.kind = 'M'
			}
		}
		out = append(out, span)
	}
	return out
}

// roleOf is the role of a label, 0 outside.
func roleOf(label uint8) byte {
	switch label {
	case outside:
		return 0
	case beginSource, insideSource:
		return 'S'
	case beginCue, insideCue:
		return 'C'
	}
	return 'K'
}

func begins(label uint8) bool { return label != outside && label%2 == 1 }

func isDirect(label uint8) bool { return label == beginDirect || label == insideDirect }

// verbatimRuns are the runs of verbatim words of a content.
func verbatimRuns(path []uint8, content roleSpan) []roleSpan {
	var out []roleSpan
	for k := content.first; k < content.last; k++ {
		if !isDirect(path[k]) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].last == k {
			out[n-1].last++
		} else {
			out = append(out, roleSpan{role: 'V', first: k, last: k + 1})
		}
	}
	return out
}

// sure is the span with the chance that it begins and ends where it does.
func (s roleSpan) sure(chances []float32) Span {
	begin, end := rowAt(chances, s.first), float32(1)
	var chance float32
	switch s.role {
	case 'S':
		chance = begin[beginSource]
	case 'C':
		chance = begin[beginCue]
	case 'K':
		chance = begin[beginDirect] + begin[beginIndirect]
	case 'V':
		chance = begin[beginDirect] + begin[insideDirect]
	}
	if s.last*labels < len(chances) {
		after := rowAt(chances, s.last)
		switch s.role {
		case 'S':
			end -= after[insideSource]
		case 'C':
			end -= after[insideCue]
		case 'K':
			end -= after[insideDirect] + after[insideIndirect]
		case 'V':
			end -= after[insideDirect]
		}
	}
	return Span{First: s.first, Last: s.last, Confidence: float64(float32(chance * end))}
}

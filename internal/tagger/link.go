package tagger

import (
	"math"
	"strings"
)

// Read in order, the spans of one attribution almost always stand together, so
// a text's spans are cut into segments, each an attribution. The cut of the
// highest score is found by dynamic programming; the score is a sum of learned
// weights, one for each named feature. A segment without a source of its own
// may borrow the one before it.

const longestSegment = 7 // spans

// A roleSpan is a tagged span: its role is S (source), C (cue) or K (content);
// its kind is its role, but D, M or I for direct, mixed and indirect content.
type roleSpan struct {
	role, kind  byte
	first, last int
}

// A segment is a run of spans that are one attribution.
type segment struct {
	first, last int
	borrowed    bool // its source is the one before it
}

// A linker holds the weights of features.
type linker struct {
	weights map[string]float32
}

func (p *parts) linker() *linker {
	names := strings.Split(p.get("link features", 1, -1).text, "\n")
	values := p.floats("link weights", 1, len(names))
	if p.err != nil {
		return nil
	}
	l := &linker{make(map[string]float32, len(names))}
	for k, v := range values {
		l.weights[names[k]] = v
	}
	return l
}

// weight is that of the feature whose name the parts make up.
func (l *linker) weight(parts ...string) float32 {
	var held [64]byte
	name := held[:0]
	for _, part := range parts {
		name = append(name, part...)
	}
	return l.weights[string(name)]
}

// An adjacency is what is known of a span and the one before it.
type adjacency struct {
	join     float32 // speaks for the two being of one attribution
	gap, end string  // buckets of the words between, and of the chance that a sentence ends there
}

// bucket names a number of words.
func bucket(words int) string {
	switch {
	case words < 0:
		return "-"
	case words < 4:
		return "0123"[words : words+1]
	case words < 6:
		return "4"
	case words < 9:
		return "6"
	case words < 16:
		return "9"
	}
	return "16"
}

// endBucket names a chance that a sentence ends.
func endBucket(chance float32) string {
	switch {
	case chance < .1:
		return "0"
	case chance < .5:
		return "1"
	case chance < .9:
		return "2"
	}
	return "3"
}

// adjacencies looks at each span and the one before it; ends are the chances
// that a sentence ends after each word.
func (l *linker) adjacencies(words []Word, ends []float32, spans []roleSpan) []adjacency {
	out := make([]adjacency, len(spans))
	for k := 1; k < len(spans); k++ {
		a, b := spans[k-1], spans[k]
		gap := bucket(b.first - a.last)
		var most float32
		for _, v := range ends[a.last-1 : max(b.first, a.last)] {
			most = max(most, v)
		}
		end := endBucket(most)
		kinds, roles := string([]byte{a.kind, b.kind}), string([]byte{a.role, b.role})
		join := l.weight("j", kinds, gap) + l.weight("e", kinds, end) + l.weight("g", roles, gap, end)
		if b.first > a.last {
			join += l.weight("x", roles, words[a.last].Form)
			join += l.weight("y", roles, words[b.first-1].Form)
		}
		out[k] = adjacency{join, gap, end}
	}
	return out
}

// score is the weight of a segment.
func (l *linker) score(words []Word, spans []roleSpan, near []adjacency, s segment) float32 {
	var sum float32
	for _, n := range near[s.first+1 : s.last] {
		sum += n.join
	}
	part := spans[s.first:s.last]
	var roles, kinds [longestSegment]byte
	for k, span := range part {
		roles[k], kinds[k] = span.role, span.kind
	}
	order, mark := string(roles[:len(part)]), ""
	if s.borrowed {
		mark = "+"
	}
	sum += l.weight("p", mark, order)
	sum += l.weight("P", mark, string(kinds[:len(part)]))
	seen := -1
	for k, span := range part {
		switch span.role {
		case 'C':
			where := cuePlace(order, k, mark)
			sum += l.weight("c", words[span.last-1].Form, where)
			sum += l.weight("C", words[span.first].Form, where)
		case 'K':
			if seen >= 0 {
				gap := bucket(span.first - part[seen].last)
				sum += l.weight("k", string([]byte{part[seen].kind, span.kind}), gap, near[s.first+k].end)
			}
			seen = k
		}
	}
	n := near[s.first]
	switch {
	case s.borrowed:
		sum += l.weight("i", string([]byte{part[0].role, spans[s.first-1].kind}), n.gap)
		sum += l.weight("I", n.gap, n.end)
		sum += l.weight("J", words[part[0].first-1].Form)
	case s.first == 0:
		if !strings.Contains(order, "S") {
			sum += l.weight("00")
		}
	case !strings.Contains(order, "S"):
		sum += l.weight("0", n.end)
	}
	return sum
}

// cuePlace names the sides of the k-th span, a cue, on which contents and sources
// of its segment stand.
func cuePlace(order string, k int, mark string) string {
	contents := 0
	if strings.IndexByte(order[:k], 'K') >= 0 {
		contents = 1
	}
	if strings.IndexByte(order[k+1:], 'K') >= 0 {
		contents += 2
	}
	source := 0
	switch {
	case strings.IndexByte(order[:k], 'S') >= 0:
		source = 1
	case strings.IndexByte(order[k+1:], 'S') >= 0:
		source = 2
	case mark != "":
		source = 3
	}
	return cuePlaces[source][contents]
}

var cuePlaces = [4][4]string{
	{"", "<", ">", "<>"},
	{"s", "<s", ">s", "<>s"},
	{"r", "<r", ">r", "<>r"},
	{"+", "<+", ">+", "<>+"},
}

// cut finds the best segments.
func (l *linker) cut(words []Word, ends []float32, spans []roleSpan) []segment {
	near := l.adjacencies(words, ends, spans)
	best, back := make([]float32, len(spans)+1), make([]segment, len(spans)+1)
	sources := make([]int, len(spans)+1) // how many stand before
	for k, s := range spans {
		sources[k+1] = sources[k]
		if s.role == 'S' {
			sources[k+1]++
		}
	}
	for last := 1; last <= len(spans); last++ {
		best[last] = float32(math.Inf(-1))
		for first := max(0, last-longestSegment); first < last; first++ {
			try := func(s segment) {
				if v := best[first] + l.score(words, spans, near, s); v > best[last] {
					best[last], back[last] = v, s
				}
			}
			try(segment{first, last, false})
			if sources[first] > 0 && sources[first] == sources[last] {
				try(segment{first, last, true})
			}
		}
	}
	var out []segment
	for at := len(spans); at > 0; at = back[at].first {
		out = append(out, back[at])
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

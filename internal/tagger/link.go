package tagger

import (
	"bytes"
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
	orders  map[order]float32 // those of the roles or kinds of a segment, which are asked for most
}

// An order is the roles or the kinds of a segment's spans, three bits each, and in
// the lowest two whether they are kinds and whether the segment is borrowed.
type order uint32

const (
	orderOfKinds order = 1 << iota
	orderBorrowed
	orderBits = 3 // of a span
)

// orderOf packs the letters of roles or kinds; what beside them is told.
func orderOf(letters []byte, told order) order {
	var o order
	for _, letter := range letters {
		o = o<<orderBits | order(strings.IndexByte("SCKDMI", letter)+1)
	}
	return o<<2 | told
}

func (p *parts) linker() *linker {
	names := strings.Split(p.get("link features", 1, -1).text, "\n")
	values := p.floats("link weights", 1, len(names))
	if p.err != nil {
		return nil
	}
	l := &linker{make(map[string]float32, len(names)), make(map[order]float32)}
	for k, v := range values {
		name := names[k]
		rest, isRoles := strings.CutPrefix(name, "p")
		rest, isKinds := strings.CutPrefix(rest, "P")
		if !isRoles && !isKinds {
			l.weights[name] = v
			continue
		}
		letters, isBorrowed := strings.CutPrefix(rest, "+")
		var told order
		if isKinds {
			told |= orderOfKinds
		}
		if isBorrowed {
			told |= orderBorrowed
		}
		if len(letters) <= longestSegment {
			l.orders[orderOf([]byte(letters), told)] = v
		}
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

// A cutting is one text's spans on the way to their segments.
type cutting struct {
	*linker
	words []Word
	spans []roleSpan
	near  []adjacency
	cues  [longestSegment]cueWeights // of the last spans, by their index
}

// cueWeights keeps what a cue's words weigh in each place: the same cue stands in
// many of the segments that are tried.
type cueWeights struct {
	span   int
	places [len(cuePlaces)]struct {
		isKnown     bool
		last, first float32
	}
}

// cueWeight returns what the last and the first word of span k weigh in a place.
func (c *cutting) cueWeight(k int, where cuePlace) (last, first float32) {
	cue := &c.cues[k%len(c.cues)]
	if cue.span != k {
		*cue = cueWeights{span: k}
	}
	w := &cue.places[where]
	if !w.isKnown {
		w.isKnown = true
		w.last = c.weight("c", c.words[c.spans[k].last-1].Form, cuePlaces[where])
		w.first = c.weight("C", c.words[c.spans[k].first].Form, cuePlaces[where])
	}
	return w.last, w.first
}

// score is the weight of a segment.
func (c *cutting) score(s segment) float32 {
	var sum float32
	for _, n := range c.near[s.first+1 : s.last] {
		sum += n.join
	}
	part := c.spans[s.first:s.last]
	var held, heldKinds [longestSegment]byte
	roles, kinds := held[:len(part)], heldKinds[:len(part)]
	for k, span := range part {
		roles[k], kinds[k] = span.role, span.kind
	}
	var told order
	if s.borrowed {
		told = orderBorrowed
	}
	sum += c.orders[orderOf(roles, told)]
	sum += c.orders[orderOf(kinds, told|orderOfKinds)]
	hasSource := bytes.IndexByte(roles, 'S') >= 0
	seen := -1
	for k, span := range part {
		switch span.role {
		case 'C':
			last, first := c.cueWeight(s.first+k, cuePlaceOf(roles, k, s.borrowed))
			sum += last
			sum += first
		case 'K':
			if seen >= 0 {
				gap := bucket(span.first - part[seen].last)
				sum += c.weight("k", string([]byte{part[seen].kind, span.kind}), gap, c.near[s.first+k].end)
			}
			seen = k
		}
	}
	n := c.near[s.first]
	switch {
	case s.borrowed:
		sum += c.weight("i", string([]byte{part[0].role, c.spans[s.first-1].kind}), n.gap)
		sum += c.weight("I", n.gap, n.end)
		sum += c.weight("J", c.words[part[0].first-1].Form)
	case hasSource:
	case s.first == 0:
		sum += c.weight("00")
	default:
		sum += c.weight("0", n.end)
	}
	return sum
}

// A cuePlace tells the sides of a cue on which contents and sources of its segment
// stand: an index of cuePlaces.
type cuePlace int

// cuePlaces names them: by where the source is, before, behind or borrowed, and
// for each of these by where contents are.
var cuePlaces = [16]string{
	"", "<", ">", "<>",
	"s", "<s", ">s", "<>s",
	"r", "<r", ">r", "<>r",
	"+", "<+", ">+", "<>+",
}

// cuePlaceOf returns that of the k-th span, a cue.
func cuePlaceOf(roles []byte, k int, borrowed bool) cuePlace {
	before, after := roles[:k], roles[k+1:]
	var place cuePlace
	if bytes.IndexByte(before, 'K') >= 0 {
		place = 1
	}
	if bytes.IndexByte(after, 'K') >= 0 {
		place += 2
	}
	switch {
	case bytes.IndexByte(before, 'S') >= 0:
		place += 4
	case bytes.IndexByte(after, 'S') >= 0:
		place += 8
	case borrowed:
		place += 12
	}
	return place
}

// cut finds the best segments.
func (l *linker) cut(words []Word, ends []float32, spans []roleSpan) []segment {
	c := &cutting{linker: l, words: words, spans: spans, near: l.adjacencies(words, ends, spans)}
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
				if v := best[first] + c.score(s); v > best[last] {
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

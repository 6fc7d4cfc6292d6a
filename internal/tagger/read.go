package tagger

import "github.com/verbatim-news/verbatim/internal/tagger/kernel"

// A Model finds attributions. Get one from [Load].
type Model struct {
	network *network
	chain   *chain
	linker  *linker

	confidenceBase, confidenceSlope float32
}

// A Run is words [First, Last).
type Run struct {
	First, Last int
}

// A Span is a run of words with the model's confidence in its bounds and role.
type Span struct {
	First, Last int
	Confidence  float64
}

// Empty tells whether the span has no words.
func (s Span) Empty() bool { return s.First >= s.Last }

// A Form tells whether a content is word for word.
type Form uint8

// The forms.
const (
	Indirect Form = iota // reported
	Mixed                // reported, with some words verbatim
	Direct               // word for word
)

// An Attribution is a source, a cue and a content that belong together.
type Attribution struct {
	Source     Span   // empty where nobody is named
	Borrowed   bool   // the source belongs to an attribution before this one too
	Cue        []Span // the words that signal it
	Content    []Span // in order; several where the cue or the source stands within, none where only those were found
	Verbatim   []Span // the parts of the content that are the speaker's own words
	Form       Form
	Confidence float64 // how likely the whole is right
}

// A Follow is what follows a word.
type Follow uint8

// What may follow a word. The joins have no space.
const (
	FollowNothing        Follow = iota // a space
	FollowPause                        // a comma, colon, dash or bracket
	FollowEnd                          // a full stop
	FollowAsk                          // a question or exclamation mark
	FollowApostropheJoin               // don't
	FollowHyphenJoin                   // two-day
	FollowParagraph                    // the paragraph's end, full stop included
	FollowOtherJoin                    // 10,000 and 3.5
	follows              = iota
)

// A Case is how a word is capitalised.
type Case uint8

// The cases.
const (
	CaseLower Case = iota
	CaseTitle
	CaseUpper
	cases = iota
)

// A Restored is the model's opinion of how a word was written.
type Restored struct {
	Follow       Follow
	FollowChance float32 // of Follow
	EndChance    float32 // that a sentence ends after the word
	Case         Case
	CaseChance   float32 // of Case
}

// A Reading is what the model makes of a text.
type Reading struct {
	Attributions []Attribution
	Restored     []Restored // one for each word
}

// Read reads a text. Of quotes, the runs of words known to stand in quotation
// marks, nil says that nobody knows (the text has lost its marks), and an empty
// slice that there are none; where they are known, they decide which words are
// verbatim, and the model decides whose. Memory and time grow linearly with the
// text.
func (m *Model) Read(words []Word, quotes []Run) Reading {
	if len(words) == 0 {
		return Reading{}
	}
	var inside []bool
	if quotes != nil {
		inside = markQuotes(words, quotes)
		words = withQuotes(words, inside)
	}
	out := Reading{Restored: make([]Restored, len(words))}
	tags := make([]float32, 0, len(words)*labels)
	m.eachScore(words, func(k int, row []float32) {
		out.Restored[k] = restore(row)
		tags = append(tags, row[tagColumn:]...)
	})
	if inside != nil {
		obey(tags, inside)
	}
	out.Attributions = m.attributions(words, tags, sentenceEnds(words, out.Restored))
	return out
}

// A text is read in windows, not much longer than those of the training: what a
// recurrent unit remembers over thousands of words does more harm than good. A
// window's words are read with some of those around them, and nothing beyond
// has any effect on their scores, so a long text's scores are its parts' exactly.
const (
	windowWords  = 512
	contextWords = 64
)

// eachScore calls use with every word's scores, in order.
func (m *Model) eachScore(words []Word, use func(k int, row []float32)) {
	p := m.network.begin(words)
	defer p.end()
	for first := 0; first < len(words); first += windowWords {
		last := min(first+windowWords, len(words))
		p.scores(max(0, first-contextWords), first, last, min(last+contextWords, len(words)), use)
	}
}

// markQuotes tells of every word whether it stands in a quotation.
func markQuotes(words []Word, quotes []Run) []bool {
	inside := make([]bool, len(words))
	for _, q := range quotes {
		for k := max(q.First, 0); k < min(q.Last, len(words)); k++ {
			inside[k] = true
		}
	}
	return inside
}

// withQuotes is a copy of words in which the quoted are marked as such.
func withQuotes(words []Word, inside []bool) []Word {
	out := append([]Word(nil), words...)
	for k := range out {
		if inside[k] {
			out[k].Before |= quoted
		}
	}
	return out
}

// A quotation of fewer words may be a title or a scare quote; one of at least
// as many is taken for speech whatever the model says.
const speechWords = 3

// obey lets quotation marks decide which words are verbatim.
func obey(tags []float32, inside []bool) {
	length := 0
	for k := range len(inside) + 1 {
		if k < len(inside) {
			row := tags[k*labels : (k+1)*labels]
			if inside[k] {
				row[beginIndirect], row[insideIndirect] = never, never
				length++
				continue
			}
			row[beginDirect], row[insideDirect] = never, never
		}
		if length >= speechWords {
			for j := k - length; j < k; j++ {
				for l := range beginDirect {
					tags[j*labels+l] = never
				}
			}
		}
		length = 0
	}
}

// restore reads a word's side scores.
func restore(row []float32) Restored {
	var follow [follows]float32
	var capital [cases]float32
	softmax(follow[:], row[followColumn:])
	softmax(capital[:], row[caseColumn:])
	f, c := highest(follow[:]), highest(capital[:])
	end := follow[FollowEnd] + follow[FollowAsk] + follow[FollowParagraph]
	if end >= 0.5 {
		// That a sentence ends can be sure when how it ends is not.
		f = int(FollowEnd)
		for _, other := range [...]Follow{FollowAsk, FollowParagraph} {
			if follow[other] > follow[f] {
				f = int(other)
			}
		}
	}
	return Restored{
		Follow: Follow(f), FollowChance: follow[f], EndChance: end,
		Case: Case(c), CaseChance: capital[c],
	}
}

func softmax(out, scores []float32) {
	most := scores[0]
	for _, v := range scores[:len(out)] {
		most = max(most, v)
	}
	var sum float32
	for k := range out {
		out[k] = kernel.Exponential(scores[k] - most)
		sum += out[k]
	}
	for k := range out {
		out[k] /= sum
	}
}

func highest(values []float32) int {
	best := 0
	for k, v := range values {
		if v > values[best] {
			best = k
		}
	}
	return best
}

// sentenceEnds gives the chance that a sentence ends after each word: from the
// marks where there are any, else by the model's reckoning.
func sentenceEnds(words []Word, restored []Restored) []float32 {
	out := make([]float32, len(words))
	for k := range words {
		switch {
		case k+1 == len(words):
			out[k] = 1
		case words[k+1].Before&Unknown != 0:
			out[k] = restored[k].EndChance
		case words[k+1].Before&sentenceEnd != 0:
			out[k] = 1
		}
	}
	return out
}

package tagger

import (
	"sync"

	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

// A Model finds attributions. Get one from [Load].
type Model struct {
	scorer scorer
	kernel kernel.Kernel
	chain  *chain
	linker *linker

	confidenceBase, confidenceSlope float32
}

// A scorer is what gives words their scores.
type scorer interface {
	// eachBlock calls use with every word's scores, in order, some words at once.
	eachBlock(words []Word, use func(first int, b *block))
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
	FollowChance float32 // of Follow
	EndChance    float32 // that a sentence ends after the word
	CaseChance   float32 // of Case
	Follow       Follow
	Case         Case
	Rare         bool // the word is none of the frequent ones
}

// A Reading is what the model makes of a text.
type Reading struct {
	Attributions []Attribution
	Restored     []Restored // one for each word
	Gists        []Gist     // one for each word, or nil where the model makes none
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
	r := scratches.Get().(*scratch)
	defer r.giveBack()
	if quotes != nil {
		resize(&r.inside, len(words))
		markQuotes(r.inside, quotes)
		words = withQuotes(resize(&r.words, len(words)), words, r.inside)
	}
	out := Reading{Restored: make([]Restored, len(words))}
	resize(&r.tags, len(words)*labels)
	m.scorer.eachBlock(words, func(first int, b *block) {
		b.exponentiateRestored(m.kernel)
		if b.gists != nil {
			if out.Gists == nil {
				out.Gists = make([]Gist, len(words))
			}
			copy(out.Gists[first:], b.gists)
		}
		for k := range b.rows {
			out.Restored[first+k] = restore(b.restored(k))
			out.Restored[first+k].Rare = b.rare[k]
			copy(rowAt(r.tags, first+k)[:], b.row(k)[tagColumn:])
		}
	})
	if quotes != nil {
		obey(r.tags, r.inside)
	}
	sentenceEnds(resize(&r.ends, len(words)), words, out.Restored)
	out.Attributions = m.attributions(words, r)
	return out
}

// States returns what the network of the model holds of each word, so many numbers
// each, which gists are made of: for fitting them. It is empty for a model that
// reads with an encoder.
func (m *Model) States(words []Word, quotes []Run) []float32 {
	inside := make([]bool, len(words))
	if quotes != nil {
		markQuotes(inside, quotes)
		words = withQuotes(make([]Word, len(words)), words, inside)
	}
	var states []float32
	m.scorer.eachBlock(words, func(_ int, b *block) { states = append(states, b.states...) })
	return states
}

// A scratch holds what one reading needs beside its answer.
type scratch struct {
	words  []Word // a copy of the text's, in which the quoted are marked
	inside []bool // whether each stands in a quotation
	tags   []float32
	ends   []float32
	path   []uint8
	back   [][labels]uint8
	spans  []roleSpan
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Scratches for more words are not kept, so that a long text does not hold
// memory when it has been read.
const keptWords = 1 << 13

func (r *scratch) giveBack() {
	if cap(r.path) > keptWords || cap(r.tags) > keptWords*labels {
		return
	}
	clear(r.words) // of their forms, which belong to the text
	scratches.Put(r)
}

// markQuotes tells of every word whether it stands in a quotation.
func markQuotes(inside []bool, quotes []Run) {
	clear(inside)
	for _, q := range quotes {
		for k := max(q.First, 0); k < min(q.Last, len(inside)); k++ {
			inside[k] = true
		}
	}
}

// withQuotes makes to a copy of words in which the quoted are marked as such.
func withQuotes(to, words []Word, inside []bool) []Word {
	copy(to, words)
	for k := range to {
		if inside[k] {
			to[k].Before |= quoted
		}
	}
	return to
}

// A quotation of fewer words may be a title or a scare quote; one of at least
// as many is taken for speech whatever the model says.
const speechWords = 3

// obey lets quotation marks decide which words are verbatim.
func obey(tags []float32, inside []bool) {
	length := 0
	for k := range len(inside) + 1 {
		if k < len(inside) {
			row := rowAt(tags, k)
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

// restore reads a word's side scores, of which it gets the exponentials.
func restore(exponentials []float32) Restored {
	follow, capital := exponentials[:follows], exponentials[follows:][:cases]
	share(follow)
	share(capital)
	f, c := highest(follow), highest(capital)
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

// share makes the sum of values one.
func share(values []float32) {
	var sum float32
	for _, v := range values {
		sum += v
	}
	for k := range values {
		values[k] /= sum
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
func sentenceEnds(out []float32, words []Word, restored []Restored) {
	for k := range words {
		switch {
		case k+1 == len(words):
			out[k] = 1
		case words[k+1].Before&Unknown != 0:
			out[k] = restored[k].EndChance
		case words[k+1].Before&sentenceEnd != 0:
			out[k] = 1
		default:
			out[k] = 0
		}
	}
}

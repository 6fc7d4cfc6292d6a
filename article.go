package verbatim

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// An article is a text with the structure that its marks still show. In
// flattened text that is one paragraph of one sentence.
type article struct {
	text       string
	tokens     []token
	tail       gap  // what stands after the last token
	marked     bool // sentence marks remain
	cased      bool // capitals remain
	breaks     gap  // what separates paragraphs
	paragraphs []words
	starts     []bool // for each token whether a sentence begins there
	sentences  []words
	runs       []quotedRun
	runOf      []int32           // for each token 1 + the index of its run, or 0
	restored   []tagger.Restored // for each token the tagger's opinion of how it was written; nil without a tagger

	named map[string]bool // words that the tagger would mostly write with a capital

	verbatim []bool // for each token whether it is quoted; nil before the attributions are known
	aside    []bool // for each token whether it is furniture that nobody says; nil without a layout
	headline words

	capitalised map[string]bool // words written with a capital within a sentence; made on first use
}

// newArticle reads the structure of text.
func newArticle(text string) *article {
	a := &article{text: text}
	a.tokens, a.tail = tokenizeTail(text)
	a.survey()
	a.paragraphs = splitWords(a.tokens, a.paragraphStart)
	a.starts = make([]bool, len(a.tokens))
	for i := range a.starts {
		a.starts[i] = i == 0 || a.marksStart(i)
	}
	a.sentences = splitWords(a.tokens, a.isSentenceStart)
	a.runs = findQuotedRuns(a)
	a.runOf = make([]int32, len(a.tokens))
	for n, run := range a.runs {
		for i := run.first; i < run.last; i++ {
			a.runOf[i] = int32(n + 1)
		}
	}
	return a
}

// gap returns what stands before token i, or after the last one.
func (a *article) gap(i int) gap {
	if i < len(a.tokens) {
		return a.tokens[i].gap
	}
	return a.tail
}

// survey finds out which evidence remains. One mark or capital in a hundred
// words is too few to rely on. A single line break separates paragraphs, unless
// lines are wrapped: many of them then end in the middle of a sentence.
func (a *article) survey() {
	marks, capitals, lines, wrapped := 0, 0, 0, 0
	for _, t := range a.tokens {
		if !t.gap.bare() || t.gap.has(gapParagraph) {
			marks++
		}
		if t.shape == shapeTitle {
			capitals++
		}
		if t.gap.has(gapLine) && !t.gap.has(gapParagraph) {
			lines++
			if t.gap.bare() && t.shape == shapeLower {
				wrapped++
			}
		}
	}
	if !a.tail.bare() {
		marks++
	}
	a.marked = 100*marks > len(a.tokens)
	a.cased = 100*capitals > len(a.tokens)
	a.breaks = gapParagraph | gapLine
	if 3*wrapped > lines {
		a.breaks = gapParagraph
	}
}

// splitWords cuts the tokens before each one for which starts reports true.
func splitWords(tokens []token, starts func(i int) bool) []words {
	var parts []words
	first := 0
	for i := 1; i < len(tokens); i++ {
		if starts(i) {
			parts = append(parts, words{first, i})
			first = i
		}
	}
	if first < len(tokens) {
		parts = append(parts, words{first, len(tokens)})
	}
	return parts
}

// paragraphStart reports whether a paragraph begins at token i > 0.
func (a *article) paragraphStart(i int) bool { return a.tokens[i].gap.has(a.breaks) }

// isSentenceStart reports whether a sentence begins at token i, or the text
// ends there.
func (a *article) isSentenceStart(i int) bool { return i >= len(a.tokens) || a.starts[i] }

// marksStart reports whether the marks tell that a sentence begins at token
// i > 0.
func (a *article) marksStart(i int) bool {
	t, before := a.tokens[i], a.tokens[i-1]
	switch {
	case a.paragraphStart(i):
		return true
	case !t.gap.has(gapFullStop | gapQuestion), t.gap&^gapFullStop == 0:
		return false
	case a.cased && t.shape == shapeLower:
		return false
	case t.gap.has(gapQuestion):
		return true
	}
	switch abbreviationOf(before.fold) {
	case abbreviationBefore:
		return false
	case abbreviationAny:
		return t.shape == shapeTitle && lexicon.ClassOf(t.fold) != 0
	}
	return true
}

type abbreviation uint8

const (
	abbreviationNone   abbreviation = iota
	abbreviationBefore              // always stands before something: "Mr."
	abbreviationAny                 // may end a sentence: "U.S.", "Inc."
)

func abbreviationOf(word string) abbreviation {
	if len(word) == 1 && word[0] >= 'a' {
		return abbreviationAny
	}
	switch word {
	case "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "rev", "prof", "st", "mt",
		"vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "fr", "hon", "messrs", "reps", "sens", "approx":
		return abbreviationBefore
	case "jr", "sr", "inc", "corp", "co", "ltd", "no", "etc", "al", "dept", "ave", "blvd":
		return abbreviationAny
	}
	return abbreviationNone
}

// sentenceAround returns the sentence that holds token i; from is the index of
// a sentence at or before it, for callers that go through the text in order.
func (a *article) sentenceAround(i, from int) (sentence words, index int) {
	for ; from < len(a.sentences); from++ {
		if a.sentences[from].last > i {
			return a.sentences[from], from
		}
	}
	return words{}, from
}

// sentenceOf returns the index of the sentence that holds token i.
func (a *article) sentenceOf(i int) int {
	n, found := slices.BinarySearchFunc(a.sentences, i, func(s words, at int) int { return cmp.Compare(s.first, at) })
	if !found {
		n--
	}
	return max(n, 0)
}

// setLayout takes note of the furniture. Headline and standfirst may report
// what somebody said; all other furniture stands aside.
func (a *article) setLayout(l layout) {
	a.aside = make([]bool, len(a.tokens))
	for _, p := range l.pieces {
		switch p.kind {
		case FurnitureHeadline:
			a.headline = p.words
		case FurnitureStandfirst:
		default:
			for i := p.first; i < p.last; i++ {
				a.aside[i] = true
			}
		}
	}
}

// setVerbatim takes note of which words are people's own.
func (a *article) setVerbatim(attributions []attribution) {
	a.verbatim = make([]bool, len(a.tokens))
	for _, x := range attributions {
		set(a.verbatim, x.verbatim)
	}
}

// isAside reports whether token i is furniture that nobody says.
func (a *article) isAside(i int) bool { return a.aside != nil && a.aside[i] }

// standsAside reports whether any word of w is furniture that nobody says.
func (a *article) standsAside(w words) bool {
	for i := w.first; i < w.last; i++ {
		if a.isAside(i) {
			return true
		}
	}
	return false
}

// markDatelines marks the timestamps that stand in furniture.
func (a *article) markDatelines(timestamps []Timestamp, l layout) {
	pieces := l.pieces
	for n := range timestamps {
		t := &timestamps[n]
		for len(pieces) > 0 && pieces[0].span(a.tokens).End <= t.Start {
			pieces = pieces[1:]
		}
		if len(pieces) > 0 && pieces[0].kind == FurnitureStamp && pieces[0].span(a.tokens).Overlaps(t.Span) {
			t.Dateline = true
		}
	}
}

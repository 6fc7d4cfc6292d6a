package verbatim

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Form says how far the content of an attribution is word for word.
type Form string

const (
	Direct   Form = "direct"   // the speaker's own words throughout
	Indirect Form = "indirect" // reported in the writer's words
	Mixed    Form = "mixed"    // reported, with some words verbatim
)

var forms = []Form{Direct, Indirect, Mixed}

// MarshalText returns the form's word, or an [UnknownValueError].
func (f Form) MarshalText() ([]byte, error) { return marshalValue("Form", f, forms) }

// UnmarshalText accepts the words of the constants and returns an
// [UnknownValueError] for any other.
func (f *Form) UnmarshalText(text []byte) error { return unmarshalValue("Form", f, text, forms) }

// A Mode says by what act the content came to be known.
type Mode string

const (
	Speech  Mode = "speech"  // spoken, or said without telling how
	Writing Mode = "writing" // written: a post, a letter, a report
	Thought Mode = "thought" // believed, intended, hoped or feared
)

var modes = []Mode{Speech, Writing, Thought}

// MarshalText returns the mode's word, or an [UnknownValueError].
func (m Mode) MarshalText() ([]byte, error) { return marshalValue("Mode", m, modes) }

// UnmarshalText accepts the words of the constants and returns an
// [UnknownValueError] for any other.
func (m *Mode) UnmarshalText(text []byte) error { return unmarshalValue("Mode", m, text, modes) }

// A Quote is an attribution: a source, a cue and a content that belong
// together, in the terms of the PolNeAR and PARC corpora.
type Quote struct {
	Form Form `json:"form"`
	Mode Mode `json:"mode"`
	// Content is what is attributed, in the order of the text: several spans
	// where the cue or another voice stands between.
	Content []Span `json:"content"`
	// Verbatim are the parts of Content that are the speaker's own words. It
	// is empty for an indirect quote.
	Verbatim []Span `json:"verbatim,omitempty"`
	// Source are the words that name who speaks; nil where the text leaves
	// them out.
	Source *Span `json:"source,omitempty"`
	// Cue are the words that signal the attribution, such as "said" or
	// "according to". It is empty where marks alone show that words are quoted.
	Cue []Span `json:"cue,omitempty"`
	// Confidence is how sure the reader is of these spans, between 0 and 1, to
	// two places.
	Confidence float64 `json:"confidence"`
}

// FindQuotes returns the attributions of text in the order in which their
// contents begin. It is the part of [Parse] that stops before speakers are
// resolved, and by far the larger part of its work: who wants more than the
// quotes calls Parse once.
func FindQuotes(text string) []Quote {
	a := newArticle(text)
	a.setLayout(findFurniture(a.tokens, stampRanges(scanTimes(a.tokens))))
	return quotesOf(a, readAttributions(a, FindURLs(text), false))
}

// words is a half-open range of tokens.
type words struct{ first, last int }

func (w words) empty() bool               { return w.first >= w.last }
func (w words) len() int                  { return w.last - w.first }
func (w words) contains(i int) bool       { return w.first <= i && i < w.last }
func (w words) overlaps(other words) bool { return w.first < other.last && other.first < w.last }

// span returns the bytes from the first word's start to the last word's end.
func (w words) span(tokens []token) Span {
	return Span{tokens[w.first].start, tokens[w.last-1].end}
}

// An attribution is a Quote in words instead of bytes.
type attribution struct {
	source     words // empty where left out
	cue        []words
	content    []words
	verbatim   []words
	mode       Mode
	posted     bool // the text of a post that stands between the paragraphs
	confidence float64
}

// set marks the tokens of ranges.
func set(flags []bool, ranges []words) {
	for _, w := range ranges {
		for i := w.first; i < w.last; i++ {
			flags[i] = true
		}
	}
}

// lastCue returns the last part of a cue that is there.
func (a attribution) lastCue() words { return a.cue[len(a.cue)-1] }

// end returns the token after the content.
func (a attribution) end() int { return a.content[len(a.content)-1].last }

// anyCueWord reports whether is holds for the token of any word of the cue.
func (a attribution) anyCueWord(is func(i int) bool) bool {
	for _, w := range a.cue {
		for i := w.first; i < w.last; i++ {
			if is(i) {
				return true
			}
		}
	}
	return false
}

// form follows from how much of the content is verbatim: PolNeAR's direct
// quotes hold at least nine words in ten inside marks.
func (a attribution) form() Form {
	quoted, all := 0, 0
	for _, w := range a.verbatim {
		quoted += w.len()
	}
	for _, w := range a.content {
		all += w.len()
	}
	switch {
	case quoted == 0:
		return Indirect
	case 10*quoted >= 9*all:
		return Direct
	}
	return Mixed
}

// quotesOf gives attributions their byte spans.
func quotesOf(article *article, attributions []attribution) []Quote {
	tokens := article.tokens
	quotes := make([]Quote, len(attributions))
	for i, a := range attributions {
		q := Quote{
			Form: a.form(), Mode: a.mode, Confidence: round(a.confidence),
			Content: article.contentSpans(a.content), Cue: spansOf(tokens, a.cue),
		}
		if q.Form != Indirect {
			q.Verbatim = spansOf(tokens, a.verbatim)
		}
		if !a.source.empty() {
			source := a.source.span(tokens)
			q.Source = &source
		}
		quotes[i] = q
	}
	return quotes
}

// round gives a chance to two places.
func round(chance float64) float64 { return math.Round(100*chance) / 100 }

// contentSpans gives contents their spans. One that holds a quotation and more
// holds the marks of the quotation too, also at its edges: “rigged” and worse.
func (a *article) contentSpans(contents []words) []Span {
	spans := spansOf(a.tokens, contents)
	for n, w := range contents {
		if run := a.runOf[w.last-1]; run > 0 && a.runs[run-1].last == w.last && a.runs[run-1].first > w.first {
			spans[n].End = a.afterMark(spans[n].End)
		}
		if run := a.runOf[w.first]; run > 0 && a.runs[run-1].first == w.first && a.runs[run-1].last < w.last {
			spans[n].Start = a.beforeMark(spans[n].Start)
		}
	}
	return spans
}

// quotationMarks are those that can bound a quotation.
const quotationMarks = "\"'`“”‘’«»‹›„‚"

// afterMark returns the byte after the closing mark that follows byte at, with
// at most the marks that end a sentence between, or at.
func (a *article) afterMark(at int) int {
	for i, r := range a.text[at:] {
		if strings.ContainsRune(quotationMarks, r) {
			return at + i + utf8.RuneLen(r)
		}
		if !strings.ContainsRune(".,!?…", r) {
			break
		}
	}
	return at
}

// beforeMark returns the first byte of the opening mark right before byte at, or
// at.
func (a *article) beforeMark(at int) int {
	r, size := utf8.DecodeLastRuneInString(a.text[:at])
	if size > 0 && strings.ContainsRune(quotationMarks, r) {
		return at - size
	}
	return at
}

func spansOf(tokens []token, ranges []words) []Span {
	if len(ranges) == 0 {
		return nil
	}
	spans := make([]Span, len(ranges))
	for i, w := range ranges {
		spans[i] = w.span(tokens)
	}
	return spans
}

// sortAttributions orders attributions by where their contents begin.
func sortAttributions(attributions []attribution) {
	slices.SortStableFunc(attributions, func(a, b attribution) int {
		return cmp.Compare(a.content[0].first, b.content[0].first)
	})
}

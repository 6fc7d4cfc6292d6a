package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/occasion"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Form says how far the content of an attribution is word for word.
type Form string

const (
	FormDirect   Form = "direct"   // the speaker's own words throughout
	FormIndirect Form = "indirect" // reported in the writer's words
	FormMixed    Form = "mixed"    // reported, with some words verbatim
)

// Valid reports whether f is one of the constants.
func (f Form) Valid() bool {
	switch f {
	case FormDirect, FormIndirect, FormMixed:
		return true
	}
	return false
}

// A Mode says by what act the content came to be known.
type Mode string

const (
	ModeSpeech  Mode = "speech"  // spoken, or said without telling how
	ModeWriting Mode = "writing" // written: a post, a letter, a report
	ModeThought Mode = "thought" // believed, intended, hoped or feared
)

// Valid reports whether m is one of the constants.
func (m Mode) Valid() bool {
	switch m {
	case ModeSpeech, ModeWriting, ModeThought:
		return true
	}
	return false
}

// A Stance says what the source does with the content. It tells nothing of
// whether the content is true, nor of what the content itself denies or asks:
// who "said he did not go" asserts it. The terms follow the factuality of
// FactBank (Saurí and Pustejovsky 2009).
//
// Whoever shows messages must show their stance: without it the record of
// "Smith denied that he took the money" reads as a confession.
type Stance string

const (
	StanceAsserted    Stance = ""            // put forward as so, in speech, writing or thought
	StanceDenied      Stance = "denied"      // said not to be so: "denied that", "does not believe"
	StanceAsked       Stance = "asked"       // put as a question: "asked whether"
	StanceRequested   Stance = "requested"   // somebody is to do it, or not to: "urged him to"
	StancePromised    Stance = "promised"    // a promise, a threat or an offer: "vowed to"
	StanceConditional Stance = "conditional" // nobody has said it yet: "is expected to say", "would argue"
	StanceWithheld    Stance = "withheld"    // expressly not told: "declined to say whether", "never said"
)

// Valid reports whether s is one of the constants.
func (s Stance) Valid() bool {
	switch s {
	case StanceAsserted, StanceDenied, StanceAsked, StanceRequested, StancePromised, StanceConditional, StanceWithheld:
		return true
	}
	return false
}

// String returns s as a word, "asserted" for the empty one.
func (s Stance) String() string {
	if s == StanceAsserted {
		return "asserted"
	}
	return string(s)
}

// A Quote is an attribution: a source, a cue and a content that belong
// together, in the terms of the PolNeAR corpus (Newell et al. 2018) and of PARC
// (Pareti 2012).
type Quote struct {
	Form Form `json:"form"`
	Mode Mode `json:"mode"`
	// Stance is absent from JSON where the content is asserted.
	Stance Stance `json:"stance,omitzero"`
	// Content is what is attributed, in the order of the text: several spans
	// where the cue, another voice or quotation marks stand between.
	Content []Span `json:"content"`
	// Verbatim are the parts of Content that are the speaker's own words. It
	// is nil for an indirect quote.
	Verbatim []Span `json:"verbatim,omitzero"`
	// Source are the words that name who speaks; nil where the text leaves
	// them out.
	Source *Span `json:"source,omitzero"`
	// Cue are the words that signal the attribution, such as "said" or
	// "according to". It is nil where marks alone show that words are quoted.
	Cue []Span `json:"cue,omitzero"`
}

// quoteOf gives the attribution of a message its bytes.
func quoteOf(a *article.Article, x *occasion.Draft) Quote {
	q := Quote{
		Form: Form(x.Form()), Mode: Mode(x.Mode), Stance: Stance(x.Stance),
		Content: spansOf(x.Content, a.ContentSpan), Cue: spansOf(x.Cue, a.Span),
	}
	if q.Form != FormIndirect {
		q.Verbatim = spansOf(x.Verbatim, a.Span)
	}
	if !x.Source.Empty() {
		source := Span(x.Source.Span(a.Tokens))
		q.Source = &source
	}
	return q
}

// spansOf gives ranges their bytes; nil for none.
func spansOf(ranges []token.Range, span func(token.Range) token.Span) []Span {
	if len(ranges) == 0 {
		return nil
	}
	list := make([]Span, len(ranges))
	for i, w := range ranges {
		list[i] = Span(span(w))
	}
	return list
}

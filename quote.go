package verbatim

import (
	"math"

	articleroom "github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Quote is an attribution: a source, a cue and a content that belong
// together, in the terms of the PolNeAR and PARC corpora.
type Quote struct {
	Form attribution.Form `json:"form"`
	Mode attribution.Mode `json:"mode"`
	// Content is what is attributed, in the order of the text: several spans
	// where the cue or another voice stands between.
	Content []token.Span `json:"content"`
	// Verbatim are the parts of Content that are the speaker's own words. It
	// is empty for an indirect quote.
	Verbatim []token.Span `json:"verbatim,omitempty"`
	// Source are the words that name who speaks; nil where the text leaves
	// them out.
	Source *token.Span `json:"source,omitempty"`
	// Cue are the words that signal the attribution, such as "said" or
	// "according to". It is empty where marks alone show that words are quoted.
	Cue []token.Span `json:"cue,omitempty"`
	// Confidence is how sure the reader is of these spans, between 0 and 1, to
	// two places.
	Confidence float64 `json:"confidence"`
}

// FindQuotes returns the attributions of text in the order in which their
// contents begin. It is the part of [Parse] that stops before speakers are
// resolved, and by far the larger part of its work: who wants more than the
// quotes calls Parse once.
func FindQuotes(text string) []Quote {
	m := new(Parser).assemble(text)
	return quotesOf(m.Article, m.reading.Attributions)
}

// quotesOf gives attributions their byte spans.
func quotesOf(article *articleroom.Article, attributions []attribution.Attribution) []Quote {
	tokens := article.Tokens
	quotes := make([]Quote, len(attributions))
	for i, a := range attributions {
		q := Quote{
			Form: a.Form(), Mode: a.Mode, Confidence: round(a.Confidence),
			Content: article.ContentSpans(a.Content), Cue: token.Spans(tokens, a.Cue),
		}
		if q.Form != attribution.Indirect {
			q.Verbatim = token.Spans(tokens, a.Verbatim)
		}
		if !a.Source.Empty() {
			source := a.Source.Span(tokens)
			q.Source = &source
		}
		quotes[i] = q
	}
	return quotes
}

// round gives a chance to two places.
func round(chance float64) float64 { return math.Round(100*chance) / 100 }

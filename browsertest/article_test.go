package browsertest

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// An annotation is an article with a document that is written by hand, so that
// these tests look at the page alone and not at what is read in an article.
type annotation struct {
	*testing.T
	text string
	doc  verbatim.Document
}

// span returns the place of words that stand once in the article.
func (a *annotation) span(words string) verbatim.Span {
	a.Helper()
	if strings.Count(a.text, words) != 1 {
		a.Fatalf("%q does not stand once in the article", words)
	}
	start := strings.Index(a.text, words)
	return verbatim.Span{Start: start, End: start + len(words)}
}

func (a *annotation) spans(words ...string) []verbatim.Span {
	var spans []verbatim.Span
	for _, w := range words {
		spans = append(spans, a.span(w))
	}
	return spans
}

// speaker adds a speaker, with the places that name it, and returns it.
func (a *annotation) speaker(name string, mentions ...string) *verbatim.Party {
	id := len(a.doc.Speakers)
	a.doc.Speakers = append(a.doc.Speakers, verbatim.Speaker{ID: id, Name: name, Mentions: a.spans(mentions...)})
	return &verbatim.Party{ID: id, Name: name}
}

// harbour is an article with a denial, a quotation in two parts with a link and a
// time, a question, and words that nobody is named for.
func harbour(t *testing.T) *annotation {
	a := &annotation{T: t, text: "Harbour chief denies taking money\n\n" +
		"Magnus Torvald denied that he had taken a krone.\n\n" +
		"“I sleep well,” Torvald told the Sandholm Post on Monday, “and the books are at https://sandholm.example/books.”\n\n" +
		"Ellen Brodd asked who was watching.\n\n" +
		"It was said that the board would meet.\n"}
	torvald := a.speaker("Magnus Torvald", "Magnus Torvald", "Torvald told")
	a.doc.Speakers[0].Mentions[1].End -= len(" told")
	post := a.speaker("Sandholm Post", "the Sandholm Post")
	brodd := a.speaker("Ellen Brodd", "Ellen Brodd")
	a.doc.Furniture = []verbatim.Furniture{{Span: a.span("Harbour chief denies taking money"), Kind: verbatim.FurnitureHeadline}}
	a.doc.Timestamps = []verbatim.Timestamp{{Span: a.span("Monday"), Type: verbatim.TimestampDate, Value: "2025-03-03"}}
	address := "https://sandholm.example/books"
	a.doc.URLs = []verbatim.URL{{Span: a.span(address), Address: address, Host: "sandholm.example", Kind: verbatim.URLPage, Confidence: 0.9}}
	source := a.doc.Speakers[0].Mentions
	brodds := a.span("Ellen Brodd")
	zero := 0
	quoted := []verbatim.Span{a.span("I sleep well"), a.span("and the books are at " + address)}
	a.doc.Messages = []verbatim.Message{
		{
			Quote: verbatim.Quote{Form: verbatim.FormIndirect, Mode: verbatim.ModeSpeech, Stance: verbatim.StanceDenied,
				Content: a.spans("that he had taken a krone"), Source: &source[0], Cue: a.spans("denied")},
			Text: "That he had taken a krone", Speaker: torvald, Confidence: 0.9,
		},
		{
			Quote: verbatim.Quote{Form: verbatim.FormDirect, Mode: verbatim.ModeSpeech, Content: quoted, Verbatim: quoted,
				Source: &source[1], Cue: a.spans("told")},
			Text: "I sleep well, and the books are at " + address, Speaker: torvald, Recipient: post, Channel: verbatim.ChannelInterview,
			Sent: &verbatim.MessageTime{Value: "2025-03-03", Timestamp: &zero}, URLs: []int{0}, Confidence: 0.8,
		},
		{
			Quote: verbatim.Quote{Form: verbatim.FormIndirect, Mode: verbatim.ModeSpeech, Stance: verbatim.StanceAsked,
				Content: a.spans("who was watching"), Source: &brodds, Cue: a.spans("asked")},
			Text: "Who was watching", Speaker: brodd, Confidence: 0.7,
		},
		{
			Quote: verbatim.Quote{Form: verbatim.FormIndirect, Mode: verbatim.ModeSpeech, Content: a.spans("that the board would meet"), Cue: a.spans("It was said")},
			Text:  "That the board would meet", Confidence: 0.3,
		},
	}
	return a
}

// page returns the page of the article.
func (a *annotation) page() []byte { return pageOfDocument(a, a.text, &a.doc) }

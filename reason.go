package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/occasion"
)

// A Reason is one thing in the text that spoke for what a field of a message
// holds. Reasons are there for people who check a record; how much each counts is
// learned, and changes from version to version.
type Reason struct {
	Field ReasonField `json:"field"`
	Kind  ReasonKind  `json:"kind"`
	// Span are the words that told it; nil where no words in one place do.
	Span *Span `json:"span,omitzero"`
	// Message is the index into Document.Messages of the other message that told
	// it; nil if none did.
	Message *int `json:"message,omitzero"`
}

// A ReasonField is a field of a message that a reason speaks for.
type ReasonField string

const (
	ReasonForSpeaker   ReasonField = "speaker"
	ReasonForRecipient ReasonField = "recipient"
	ReasonForChannel   ReasonField = "channel"
	ReasonForSent      ReasonField = "sent"
)

// Valid reports whether f is one of the constants.
func (f ReasonField) Valid() bool {
	switch f {
	case ReasonForSpeaker, ReasonForRecipient, ReasonForChannel, ReasonForSent:
		return true
	}
	return false
}

// A ReasonKind says what it is that tells something about a message. The first
// five are of speakers alone, the others of all other fields.
type ReasonKind string

const (
	ReasonName           ReasonKind = "name"            // the source is a name; Span is the source
	ReasonPronoun        ReasonKind = "pronoun"         // the source is a pronoun; Span is where the one it means was last named
	ReasonRole           ReasonKind = "role"            // the source describes somebody; Span is where they were last named
	ReasonDescription    ReasonKind = "description"     // the source describes somebody who is never named; Span is the source
	ReasonContinuation   ReasonKind = "continuation"    // without a source, the words go on with those of Message
	ReasonCue            ReasonKind = "cue"             // the cue itself: "tweeted"
	ReasonBeside         ReasonKind = "beside"          // the writer's words around the cue: "told the jury", "on Monday"
	ReasonSentenceBefore ReasonKind = "sentence_before" // the writer's sentence before
	ReasonLede           ReasonKind = "lede"            // the headline or the first hundred words
	ReasonOccasion       ReasonKind = "occasion"        // a mention of an occasion elsewhere
	ReasonMessage        ReasonKind = "message"         // another message: Message
	ReasonContent        ReasonKind = "content"         // the content itself: it says "you", or "on Monday" where it begins
	ReasonArticle        ReasonKind = "article"         // what the article is about, or names most
)

// Valid reports whether k is one of the constants.
func (k ReasonKind) Valid() bool {
	switch k {
	case ReasonName, ReasonPronoun, ReasonRole, ReasonDescription, ReasonContinuation, ReasonCue, ReasonBeside,
		ReasonSentenceBefore, ReasonLede, ReasonOccasion, ReasonMessage, ReasonContent, ReasonArticle:
		return true
	}
	return false
}

// reasonsOf gives reasons their bytes; nil for none.
func reasonsOf(a *article.Article, why []occasion.Reason) []Reason {
	if len(why) == 0 {
		return nil
	}
	reasons := make([]Reason, len(why))
	for n, r := range why {
		reasons[n] = Reason{Field: ReasonField(r.Field), Kind: ReasonKind(r.Kind)}
		if !r.Words.Empty() {
			span := Span(r.Words.Span(a.Tokens))
			reasons[n].Span = &span
		}
		if r.Message >= 0 {
			reasons[n].Message = &r.Message
		}
	}
	return reasons
}

package channel

import (
	"cmp"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// longestCarrier is how many words there may be between the preposition and the
// noun of what carried some words: "in a brief written statement".
const longestCarrier = 4

// toldChannel returns the channel that some words leave no choice of: what carried the
// reported words, testimony on the stand, what the sentence right before says that
// somebody wrote, the occasion that the sentence opens with, the writer's own interview,
// and what is ruled or pleaded.
func (r *reader) toldChannel(x attribution.Attribution, c *Context) Channel {
	return cmp.Or(r.byCarrier(x, c), r.onStand(x, c.Near), r.writtenJustBefore(x), r.byOpening(x, c.Near), r.toldMe(x, c.Near), r.byActing(x), r.inSession(x, c), r.wroteTo(x, c.Near))
}

// toldMe returns an interview where the writer was told: "told me", with no word beside
// it of a letter or a call.
func (r *reader) toldMe(x attribution.Attribution, near token.Range) Channel {
	at := x.LastCue().Last
	if r.Fold(at) == "me" && !r.Content[at] && isTelling(r.Fold(at-1)) && r.channelBeside(x, near) == "" {
		return Interview
	}
	return ""
}

// inSession returns testimony where a court or jury "was told", or somebody by a judge.
func (r *reader) inSession(x attribution.Attribution, c *Context) Channel {
	if r.passesSentence(x) {
		return Testimony
	}
	if !x.Passive || x.Addressed.Empty() {
		return ""
	}
	if c.ByRecipient == Testimony {
		return Testimony
	}
	for i := x.Source.First; i < x.Source.Last; i++ {
		if isJudge(r.Fold(i)) {
			return Testimony
		}
	}
	return ""
}

// wroteTo returns a letter where the writer says beside the cue that whoever speaks wrote
// to somebody, and names nothing else that was sent: "wrote to the council asking for".
func (r *reader) wroteTo(x attribution.Attribution, near token.Range) Channel {
	for i := x.LastCue().First - 1; i > near.First; i-- {
		if r.Fold(i) != "to" || r.Fold(i-1) != "wrote" && r.Fold(i-1) != "written" || r.IsReported(i, &x) {
			continue
		}
		if c := r.channelBeside(x, near); c == "" {
			return Letter
		}
	}
	return ""
}

// byCarrier returns the channel of what carried the words, where the writer says so
// right behind the cue, the source that follows it, or the one told: "told the BBC in
// a text message". It says more than who was told.
func (r *reader) byCarrier(x attribution.Attribution, c *Context) Channel {
	at := x.LastCue().Last
	for moved := true; moved; {
		moved = false
		if !x.Source.Empty() && x.Source.First == at {
			at, moved = x.Source.Last, true
		}
		if first := c.Recipient.First; !c.Recipient.Empty() && (first == at || first == at+1 && isArticleOrTo(r.Fold(at))) && c.Recipient.Last > at {
			at, moved = c.Recipient.Last, true
		}
	}
	switch r.Fold(at) {
	case "by", "via":
		if c := channelOfMeans(r.Fold(at + 1)); c != "" {
			return c
		}
	case "in", "through":
	case "over":
		switch {
		case r.Fold(at+1) == "the" && channelOfMeans(r.Fold(at+2)) == Call:
			return Call // "over the phone"
		case isMeal(r.Fold(at + 1)):
			return Conversation
		}
		return ""
	default:
		return ""
	}
	if next := r.Fold(at + 1); next != "a" && next != "an" {
		return ""
	}
	for i := at + 2; i < min(at+2+longestCarrier, c.Near.Last) && !r.IsReported(i, &x) && !r.IsSentenceStart(i); i++ {
		if carried := OfWriting(r.Fold(i)); carried != "" && carried != Document && !r.goesOn(i) {
			return carried
		}
	}
	return ""
}

// channelOfMeans returns the channel of what somebody is told "by" or "via".
func channelOfMeans(word string) Channel {
	switch word {
	case "phone", "telephone", "radio":
		return Call
	case "email", "e-mail":
		return Email
	case "text", "whatsapp":
		return Message
	case "letter":
		return Letter
	}
	return ""
}

// openingReach is how many words there may be from the preposition that opens a sentence
// to the noun of an occasion: "in a rare televised interview".
const openingReach = 6

// byOpening returns the channel of the occasion with which the sentence of the cue opens:
// "At a rally in Selby, Roe promised …".
func (r *reader) byOpening(x attribution.Attribution, near token.Range) Channel {
	first := near.First
	if !r.IsSentenceStart(first) || x.Source.First <= first || x.Content[0].First <= first {
		return ""
	}
	switch r.Fold(first) {
	case "in", "at", "during":
	case "testifying":
		return Testimony
	case "preaching":
		return Speech
	default:
		return ""
	}
	for i := first + 1; i < min(first+openingReach, x.Source.First) && !r.BreaksPhrase(i); i++ {
		switch r.Fold(i) {
		case "to", "of", "for", "with", "on", "by":
			return ""
		}
		c := r.channelOfNounAt(i)
		isWithinName := r.channelOfNounAt(i+1) != "" && !r.BreaksPhrase(i+1)
		if c != "" && c != Conversation && !isGatheringOfMany(r.Fold(i)) && !isWithinName && r.Fold(i) != "book" {
			return c
		}
	}
	return ""
}

// onStand returns testimony where the writer says beside the cue that whoever speaks
// is heard as a witness: "giving evidence at Selby Crown Court, she said", "under
// cross-examination".
func (r *reader) onStand(x attribution.Attribution, near token.Range) Channel {
	for i := near.First; i < near.Last; i++ {
		if r.Content[i] || x.Source.Contains(i) {
			continue
		}
		switch r.Fold(i) {
		case "evidence":
			if isGiving(r.Fold(i - 1)) {
				return Testimony
			}
		case "examination":
			if r.Fold(i-1) == "cross" && (r.Fold(i-2) == "under" || r.Fold(i-2) == "during" || r.Fold(i-2) == "in") {
				return Testimony
			}
		case "testifying":
			if i > x.LastCue().Last && r.BreaksPhrase(i) {
				return Testimony
			}
		case "heard", "hears":
			if lexicon.SitsInSession(r.Fold(i-1)) && x.Source.First > i {
				return Testimony
			}
		case "box", "stand":
			if r.Fold(i-1) == "witness" && (r.Fold(i-3) == "on" || r.Fold(i-3) == "in" || r.Fold(i-3) == "from") {
				return Testimony
			}
		}
	}
	return ""
}

// goesOn reports whether the word after token i makes another thing of it: "text |
// message", "letter writer".
func (r *reader) goesOn(i int) bool {
	return OfWriting(r.Fold(i+1)) != "" && !r.BreaksPhrase(i+1)
}

func isArticleOrTo(word string) bool {
	switch word {
	case "the", "a", "an", "to":
		return true
	}
	return false
}

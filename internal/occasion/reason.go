package occasion

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Reason is one thing in the article that spoke for what a field of a message
// holds.
type Reason struct {
	Field   Field
	Kind    ReasonKind
	Words   token.Range // that told it; empty where no words in one place do
	Message int         // index of the other message that told it, or -1
}

// A Field is a field of a message that is decided here.
type Field string

const (
	FieldSpeaker   Field = "speaker"
	FieldRecipient Field = "recipient"
	FieldChannel   Field = "channel"
	FieldSent      Field = "sent"
)

// A ReasonKind says what told something about a message.
type ReasonKind string

const (
	ReasonName           ReasonKind = "name"            // the source is a name
	ReasonPronoun        ReasonKind = "pronoun"         // the source is a pronoun; the words last named the one it means
	ReasonRole           ReasonKind = "role"            // the source is a description of somebody; the words last named them
	ReasonDescription    ReasonKind = "description"     // the source is a description of somebody who is never named
	ReasonContinuation   ReasonKind = "continuation"    // without a source of its own it goes on with another message
	ReasonCue            ReasonKind = "cue"             // the cue itself
	ReasonBeside         ReasonKind = "beside"          // the writer's words around the cue
	ReasonSentenceBefore ReasonKind = "sentence_before" // the writer's sentence before
	ReasonLede           ReasonKind = "lede"            // the headline or the beginning of the article
	ReasonOccasion       ReasonKind = "occasion"        // a mention of an occasion elsewhere
	ReasonMessage        ReasonKind = "message"         // another message
	ReasonContent        ReasonKind = "content"         // the content itself
	ReasonArticle        ReasonKind = "article"         // what the article is about, or tells most
)

// maxReasons is how many reasons are given for a field, at most.
const maxReasons = 3

// explain returns what decided the fields of message n that hold something.
func (d *decider) explain(n int) []Reason {
	t := &d.drafts[n]
	var reasons []Reason
	if t.from != nobody {
		reasons = append(reasons, d.whySpeaker(n))
	}
	if t.to != nobody {
		reasons = append(reasons, d.whyRecipient(n)...)
	}
	if t.Channel != "" {
		reasons = append(reasons, d.whyChannel(n)...)
	}
	if t.Sent >= 0 {
		reasons = append(reasons, d.whySent(n)...)
	}
	return reasons
}

// whySpeaker tells how the speaker of message n was found.
func (d *decider) whySpeaker(n int) Reason {
	t := &d.drafts[n]
	why := Reason{Field: FieldSpeaker, Words: t.Source, Message: -1}
	switch {
	case t.Source.Empty():
		why.Kind, why.Words, why.Message = ReasonContinuation, t.fromWords, d.lastOf(n)
	case d.IsNamedIn(d.of(t.from), t.Source):
		why.Kind = ReasonName
	case !d.of(t.from).IsNamed():
		why.Kind = ReasonDescription
	default:
		why.Kind, why.Words = ReasonRole, d.LastNamed(d.of(t.from), t.Source.First)
		if d.IsSubjectPronoun(t.Source) {
			why.Kind = ReasonPronoun
		}
	}
	return why
}

// lastOf returns the last message before n of the same speaker, or -1.
func (d *decider) lastOf(n int) int {
	for k := n - 1; k >= max(0, n-otherReach); k-- {
		if d.drafts[k].from == d.drafts[n].from {
			return k
		}
	}
	return -1
}

func (d *decider) whyRecipient(n int) []Reason {
	t := &d.drafts[n]
	if t.toAlone != nobody && t.own.Recipient.Empty() {
		return []Reason{{FieldRecipient, ReasonMessage, token.Range{}, n - 1}} // the one that it answers
	}
	if t.ownRecipient != nobody || t.toAlone != nobody {
		return []Reason{{FieldRecipient, ReasonBeside, t.own.Recipient, -1}}
	}
	for _, c := range d.recipientEvidence(n, nil) {
		if c.party == t.to {
			return d.reasonsFor(n, FieldRecipient, c.evidence, occasionWeights[d.form()].recipient[:], c.words)
		}
	}
	return []Reason{{FieldRecipient, ReasonArticle, token.Range{}, -1}} // other messages alone told it
}

func (d *decider) whyChannel(n int) []Reason {
	t := &d.drafts[n]
	if t.Posted {
		return []Reason{{FieldChannel, ReasonBeside, t.Source, -1}}
	}
	if t.own.Told != "" {
		near := d.mentionsIn(t.own.Near)
		for k := range near {
			if at := near[k].At; near[k].Channel == t.own.Told && !t.AnyCueWord(func(i int) bool { return i == at }) {
				return []Reason{{FieldChannel, ReasonBeside, token.Range{First: at, Last: at + 1}, -1}}
			}
		}
		return []Reason{{FieldChannel, ReasonCue, t.LastCue(), -1}}
	}
	k := channelIndex(t.Channel)
	return d.reasonsFor(n, FieldChannel, d.channelEvidence(n)[k], occasionWeights[d.form()].channel[k][:], token.Range{})
}

func (d *decider) whySent(n int) []Reason {
	t := &d.drafts[n]
	words := d.contexts.Times[t.Sent]
	if d.tellsItself(t) {
		return []Reason{{FieldSent, ReasonBeside, words, -1}}
	}
	for _, c := range d.timeEvidence(n, nil) {
		if c.timestamp == t.Sent {
			return d.reasonsFor(n, FieldSent, c.evidence, occasionWeights[d.form()].time[:], words)
		}
	}
	return nil
}

// nearest are the kinds of reasons from that which is nearest to a message to that
// which is farthest.
var nearest = [...]ReasonKind{
	ReasonCue, ReasonBeside, ReasonSentenceBefore, ReasonContent, ReasonMessage, ReasonOccasion, ReasonLede, ReasonArticle,
}

// kinds tells of each of the nearest kinds whether there is a reason of it.
type kinds [len(nearest)]bool

// kindsIn returns the kinds of those reasons of a set that count.
func kindsIn(field Field, e evidence, counts func(reason int) bool) (in kinds) {
	e.each(func(reason int) {
		if k := slices.Index(nearest[:], kindOf(field, reason)); k >= 0 && counts(reason) {
			in[k] = true
		}
	})
	return in
}

// reasonsFor returns the kinds of the reasons that speak for a field of message n,
// the nearest first, with the words that told them: those given, or those that are
// of the kind.
func (d *decider) reasonsFor(n int, field Field, e evidence, weights []float32, words token.Range) []Reason {
	speak := kindsIn(field, e, func(reason int) bool { return weights[reason] > 0 })
	if speak == (kinds{}) {
		speak = kindsIn(field, e, func(int) bool { return true }) // the words around it decided
	}
	var reasons []Reason
	for k, kind := range nearest {
		if !speak[k] || len(reasons) == maxReasons {
			continue
		}
		why := Reason{field, kind, words, -1}
		if words.Empty() {
			why.Words = d.wordsOf(n, kind)
		}
		if kind == ReasonMessage {
			if why.Message = d.tellerOf(n, field); why.Message < 0 {
				continue // what the message tells itself
			}
		}
		reasons = append(reasons, why)
	}
	return reasons
}

// wordsOf returns the words of a kind that tell the channel of message n.
func (d *decider) wordsOf(n int, kind ReasonKind) token.Range {
	t := &d.drafts[n]
	switch kind {
	case ReasonCue:
		return t.LastCue()
	case ReasonContent:
		return d.mentionIn(t.Channel, t.Content[0])
	case ReasonBeside:
		if w := d.mentionIn(t.Channel, t.own.Near); !w.Empty() {
			return w
		}
		if t.ownRecipient != nobody && t.own.ByRecipient == t.Channel {
			return t.own.Recipient
		}
		return t.Source
	case ReasonSentenceBefore:
		return d.mentionIn(t.Channel, t.own.Before)
	case ReasonLede:
		return d.mentionIn(t.Channel, token.Range{Last: d.lede.Last})
	case ReasonOccasion:
		reach := token.Range{First: max(0, t.at-mentionReach), Last: t.at + farWords}
		if w := d.mentionIn(t.Channel, token.Range{First: reach.First, Last: t.at}); !w.Empty() {
			return w
		}
		return d.mentionIn(t.Channel, reach)
	}
	return token.Range{}
}

// mentionIn returns the word of the last mention of a channel in w, or no word.
func (d *decider) mentionIn(c channel.Channel, w token.Range) token.Range {
	for _, m := range slices.Backward(d.mentionsIn(w)) {
		if m.Channel == c {
			return token.Range{First: m.At, Last: m.At + 1}
		}
	}
	return token.Range{}
}

// tellerOf returns the message that tells the field of message n: the speaker's
// last or next one that tells it itself, or the one before it.
func (d *decider) tellerOf(n int, field Field) int {
	t := &d.drafts[n]
	own := map[Field]int{FieldChannel: tellsChannel, FieldSent: tellsTime, FieldRecipient: tellsRecipient}[field]
	for _, k := range []int{int(t.previous[own]), int(t.next[own]), n - 1} {
		if k >= 0 && d.agrees(t, &d.drafts[k], field) {
			return k
		}
	}
	return -1
}

// agrees reports whether two messages have the same in a field, or are from the
// one to the other.
func (d *decider) agrees(t, other *draft, field Field) bool {
	switch field {
	case FieldChannel:
		return other.Channel == t.Channel
	case FieldSent:
		return other.Sent >= 0 && d.sameDay(other.Sent, t.Sent)
	}
	return other.to == t.to || other.from == t.to
}

// kindOf returns the kind of a reason; "" for one that says nothing to a reader.
func kindOf(field Field, reason int) ReasonKind {
	switch field {
	case FieldChannel:
		return channelKind(reason)
	case FieldSent:
		return timeKind(reason)
	}
	return recipientKind(reason)
}

func channelKind(reason int) ReasonKind {
	switch reason {
	case channelInCue, channelLastWritten, channelAnyWriting, messageWritten:
		return ReasonCue
	case channelPlacedBeside, channelNamedBeside, channelOfRecipient, channelOfSource, channelOfOutlet, channelOfAuthor, channelOfTurn:
		return ReasonBeside
	case channelPlacedInSentenceBefore, channelNamedInSentenceBefore:
		return ReasonSentenceBefore
	case channelOfThread, channelBySpeakerJustBefore, channelBySpeakerBefore, channelBySpeakerSoon, channelBySpeakerLater,
		channelByOtherJustBefore, channelOfLastMessage, channelOfSpeakersLast:
		return ReasonMessage
	case channelInLede, channelInHeadline, channelInLedeWithSpeaker, channelOfMainInLede, channelNamedInLede:
		return ReasonLede
	case channelWithSpeakerBefore, channelWithSpeakerAfter, channelLastNear, channelLast:
		return ReasonOccasion
	case channelOfSession, channelOfTheme, channelFrequent, channelMostNamed, channelAloneNamed, channelNamedOften:
		return ReasonArticle
	case channelInContent, messageToYou:
		return ReasonContent
	}
	return ""
}

func timeKind(reason int) ReasonKind {
	switch reason {
	case timeRightAfter, timeAfter, timeBefore, timeFirstInSentence, timeSameSentence, timeInSource, timeOwn:
		return ReasonBeside
	case timeInSentenceBefore, timeOfSceneBefore, timeInPrivateSentenceBefore:
		return ReasonSentenceBefore
	case timeBySpeakerJustBefore, timeBySpeakerBefore, timeBySpeakerSoon, timeBySpeakerLater, timeByOtherJustBefore, timeOfThread,
		timeOfPrivateThread, timeOfLastMessage, timeOfSpeakersLast, timeSameChannel:
		return ReasonMessage
	case timeInLede, timeInLedeWithSpeaker, timeOfMainInLede, timeFirst:
		return ReasonLede
	case timeWithMention, timeBesideMention, timeWithSpeaker, timeLast, timeNext:
		return ReasonOccasion
	case timeRepeated, timeOnlyOne, timeOfMany:
		return ReasonArticle
	case timeInContent, timeAheadOfQuote:
		return ReasonContent
	}
	return ""
}

func recipientKind(reason int) ReasonKind {
	switch reason {
	case recipientBeside, recipientOfMentionBeside, recipientNamedAfterCue, recipientNamedBeforeCue, recipientNamedFirst:
		return ReasonBeside
	case recipientInSentenceBefore, recipientNamedInSentenceBefore:
		return ReasonSentenceBefore
	case recipientBySpeakerJustBefore, recipientBySpeakerBefore, recipientBySpeakerSoon, recipientOfThread, recipientTurn,
		recipientLastSpeaker, recipientAsked, recipientOfLastMessage, recipientOfPrivateThread, recipientSameChannel:
		return ReasonMessage
	case recipientInLede:
		return ReasonLede
	case recipientOfMentionWithSpeaker, recipientOfMentionBefore, recipientOfMentionAfter, recipientOfNearestMention, recipientOfReportedMention,
		recipientOfOtherMention, recipientNamedBefore, recipientNamedAfter:
		return ReasonOccasion
	case recipientOfMany:
		return ReasonArticle
	case recipientYou:
		return ReasonContent
	}
	return ""
}

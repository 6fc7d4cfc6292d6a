package occasion

import (
	"math/bits"
)

// evidence is a set of reasons for or against one candidate.
type evidence uint64

// mostReasons is how many reasons there may be for a field.
const mostReasons = 64

func (e *evidence) add(reason int, holds bool) {
	if holds {
		*e |= 1 << reason
	}
}

// hasAny reports whether the set holds any of the reasons.
func (e evidence) hasAny(reasons ...int) bool {
	for _, reason := range reasons {
		if e&(1<<reason) != 0 {
			return true
		}
	}
	return false
}

// each calls use for every reason of the set.
func (e evidence) each(use func(reason int)) {
	for rest := uint64(e); rest != 0; rest &= rest - 1 {
		use(bits.TrailingZeros64(rest))
	}
}

// weigh adds up what the reasons of the set count.
func (e evidence) weigh(weights []float32) (sum float32) {
	e.each(func(reason int) { sum += weights[reason] })
	return sum
}

// Reasons for a channel. Placed mentions stand where one tells of an occasion,
// named ones anywhere; "beside" is around the message's own cue, "sentence
// before" is the writer's. Those that begin with message come with the message
// and are the same for every channel. The order is that of the weights.
const (
	channelAlways = iota
	channelInCue
	channelPlacedBeside
	channelNamedBeside
	channelOfRecipient
	channelOfSource
	channelOfOutlet
	channelLastWritten
	channelAnyWriting
	channelPlacedInSentenceBefore
	channelNamedInSentenceBefore
	channelOfThread
	channelOfAuthor
	channelBySpeakerJustBefore
	channelBySpeakerBefore
	channelBySpeakerSoon
	channelBySpeakerLater
	channelByOtherJustBefore
	channelInLede
	channelInHeadline
	channelWithSpeakerBefore
	channelWithSpeakerAfter
	channelLastNear
	channelLast
	channelOfSession
	channelOfTheme
	channelOfTurn
	channelFrequent
	channelWrittenMode
	channelSpokenMode
	channelOfMainInLede
	messageNothingBeside
	messagePlainSaid
	messageIndirect
	messagePresent
	messageNothingBySpeaker
	messageNothingBefore
	messageTimeBeside
	messageMixed
	messageNoName
	messageNoCue
	messageThought
	messageNothingAtAll
	channelOfLastMessage
	channelOfSpeakersLast
	channelInLedeWithSpeaker
	messageAsked
	messageToYou
	messageByReporters
	messageGoesOn
	messageWritten
	messageReported
	messageByOutlet
	messageShouted
	messageOfPronoun
	messageLong
	messageInLede
	channelInContent
	channelMostNamed
	channelAloneNamed
	channelNamedInLede
	channelNamedOften
	channelReasons
)

// messageKinds are the reasons that come with the message.
const messageKinds = 1<<messageNothingBeside | 1<<messagePlainSaid | 1<<messageIndirect | 1<<messagePresent |
	1<<messageNothingBySpeaker | 1<<messageNothingBefore | 1<<messageTimeBeside | 1<<messageMixed | 1<<messageNoName |
	1<<messageNoCue | 1<<messageThought | 1<<messageNothingAtAll | 1<<messageAsked | 1<<messageToYou |
	1<<messageByReporters | 1<<messageGoesOn | 1<<messageWritten | 1<<messageReported | 1<<messageByOutlet |
	1<<messageShouted | 1<<messageOfPronoun | 1<<messageLong | 1<<messageInLede

// Reasons for a time, then for none. The order is that of the weights.
const (
	timeAlways = iota
	timeRightAfter
	timeAfter
	timeBefore
	timeFirstInSentence
	timeInContent
	timeInSource
	timeInSentenceBefore
	timeBySpeakerJustBefore
	timeBySpeakerBefore
	timeBySpeakerSoon
	timeBySpeakerLater
	timeByOtherJustBefore
	timeInLede
	timeFirst
	timeWithMention
	timeWithSpeaker
	timeLast
	timeNext
	timeOfThread
	timeSameDay
	timeDayBefore
	timeDaysBefore
	timeMonthBefore
	timeOlder
	timeAhead
	timeClock
	timeDay
	timeCoarse
	timeBounded
	timeOfMany
	timeInOtherContent
	timeFar
	timeVeryFar
	timeSameParagraph
	timeSameSentence
	timeSameChannel
	timeOtherChannel
	timeOnlyOne
	timeAheadOfQuote
	noTimeAlways
	noTimeBeside
	noTimeInSentenceBefore
	noTimeBySpeaker
	noTimeUnknownChannel
	noTimeInterview
	noTimeSession
	noTimeWriting
	noTimeIndirect
	noTimeThought
	noTimeInLede
	timeOfLastMessage
	timeOfSpeakersLast
	timeRepeated
	timeInLedeWithSpeaker
	timeOfMainInLede
	timeBesideMention
	timeOfPrivateThread
	timeInPrivateSentenceBefore
	noTimePrivate
	timeOwn
	timeOfSceneBefore
	timeReasons
)

// Reasons for a recipient, then for none. The order is that of the weights.
const (
	recipientAlways = iota
	recipientBeside
	recipientBySpeakerJustBefore
	recipientBySpeakerBefore
	recipientBySpeakerSoon
	recipientSameChannel
	recipientOfThread
	recipientOfMentionBeside
	recipientOfMentionWithSpeaker
	recipientOfMentionBefore
	recipientOutletInterviews
	recipientCrowd
	recipientYou
	recipientTurn
	recipientLastSpeaker
	recipientPerson
	recipientPronoun
	recipientUnknownChannel
	recipientInterview
	recipientSession
	recipientWriting
	recipientInLede
	recipientFar
	recipientOfMany
	recipientOfMentionAfter
	recipientOfNearestMention
	recipientInSentenceBefore
	recipientAsked
	recipientOfLastMessage
	recipientVague
	recipientNamed
	recipientOfReportedMention
	recipientOfPrivateThread
	recipientOfOtherMention
	recipientNamedAfterCue
	recipientNamedBeforeCue
	recipientNamedInSentenceBefore
	recipientNamedBefore
	recipientNamedAfter
	recipientNamedFirst
	recipientAfterPreposition
	noRecipientAlways
	noRecipientInterview
	noRecipientSession
	noRecipientWriting
	noRecipientPrivate
	noRecipientUnknownChannel
	noRecipientIndirect
	noRecipientThought
	noRecipientBeside
	noRecipientYou
	noRecipientTurn
	recipientReasons
)

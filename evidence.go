package verbatim

import "math/bits"

// evidence is a set of reasons for or against one candidate.
type evidence uint64

func (e *evidence) add(reason int, holds bool) {
	if holds {
		*e |= 1 << reason
	}
}

// each calls use for every reason of the set.
func (e evidence) each(use func(reason int)) {
	for rest := uint64(e); rest != 0; rest &= rest - 1 {
		use(bits.TrailingZeros64(rest))
	}
}

// Reasons for a channel.
const (
	channelAlways = iota
	channelInCue
	channelPlacedBeside
	channelNamedBeside
	channelOfHearer
	channelOfSource
	channelOfOutlet
	channelLastWritten
	channelAnyWriting
	channelPlacedInScene
	channelNamedInScene
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
	unknownNothingBeside
	unknownPlainSaid
	unknownIndirect
	unknownPresent
	unknownNothingBySpeaker
	unknownNothingBefore
	unknownTimeBeside
	unknownMixed
	unknownNoName
	unknownNoCue
	unknownThought
	unknownNothingAtAll
	channelOfLastMessage
	channelOfSpeakersLast
	channelOfClueInLedeWithSpeaker
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

// Reasons for a time.
const (
	timeAlways = iota
	timeRightAfter
	timeAfter
	timeBefore
	timeFirstInSentence
	timeInContent
	timeInSource
	timeInScene
	timeBySpeakerJustBefore
	timeBySpeakerBefore
	timeBySpeakerSoon
	timeBySpeakerLater
	timeByOtherJustBefore
	timeInLede
	timeFirst
	timeWithClue
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
	noTimeInScene
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
	timeBesideClue
	timeOfPrivateThread
	timeInPrivateScene
	noTimePrivate
	timeReasons
)

// Reasons for a recipient.
const (
	hearerAlways = iota
	hearerBeside
	hearerBySpeakerJustBefore
	hearerBySpeakerBefore
	hearerBySpeakerSoon
	hearerSameChannel
	hearerOfThread
	hearerOfClueBeside
	hearerOfClueWithSpeaker
	hearerOfClueBefore
	hearerOutletInterviews
	hearerCrowd
	hearerYou
	hearerTurn
	hearerLastSpeaker
	hearerPerson
	hearerPronoun
	hearerUnknownChannel
	hearerInterview
	hearerSession
	hearerWriting
	hearerInLede
	hearerFar
	hearerOfMany
	hearerOfClueAfter
	hearerOfNearestClue
	hearerInScene
	hearerAsked
	hearerOfLastMessage
	hearerVague
	hearerNamed
	hearerOfReportedClue
	hearerOfPrivateThread
	noHearerAlways
	noHearerInterview
	noHearerSession
	noHearerWriting
	noHearerPrivate
	noHearerUnknownChannel
	noHearerIndirect
	noHearerThought
	noHearerBeside
	noHearerYou
	noHearerTurn
	hearerReasons
)

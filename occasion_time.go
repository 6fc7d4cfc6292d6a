package verbatim

import (
	"slices"
	"time"
)

// maxTimes is how many time expressions on either side of a message are weighed
// for it.
const maxTimes = 24

// A timeCandidate is a time expression, or -1 for none, with its reasons.
type timeCandidate struct {
	timestamp int
	evidence
}

// timeEvidence collects the reasons for every time that can be that of message
// n, and last for none.
func (o *occasions) timeEvidence(n int, candidates []timeCandidate) []timeCandidate {
	t := &o.tellings[n]
	candidates = candidates[:0]
	next, _ := slices.BinarySearchFunc(o.stamps, t.at, func(w words, at int) int { return w.first - at })
	from, to := max(0, next-maxTimes), min(len(o.timestamps), next+maxTimes)
	last, after := next-1, next
	for last >= from && !o.isFree(last) {
		last--
	}
	for after < to && !o.isFree(after) {
		after++
	}
	sentence := o.sentences[t.sentence]
	var all evidence
	for k := from; k < to; k++ {
		if !tellsWhen(o.timestamps[k]) {
			continue
		}
		e := o.timeReasons(n, k, sentence)
		e.add(timeFirst, k == o.firstTime)
		e.add(timeLast, k == last)
		e.add(timeNext, k == after)
		e.add(timeOnlyOne, o.usableTimes == 1)
		all |= e
		candidates = append(candidates, timeCandidate{k, e})
	}
	return append(candidates, timeCandidate{-1, o.noTimeReasons(t, all)})
}

// isFree reports whether a time expression can be a message's and stands in the
// writer's own words.
func (o *occasions) isFree(k int) bool {
	return tellsWhen(o.timestamps[k]) && !o.content[o.stamps[k].first]
}

// timeReasons collects the reasons for time expression k.
func (o *occasions) timeReasons(n, k int, sentence words) (e evidence) {
	t := &o.tellings[n]
	w := o.stamps[k]
	own := false
	for _, content := range t.content {
		own = own || content.contains(w.first)
	}
	e.add(timeAlways, true)
	e.add(timeInContent, own)
	e.add(timeAheadOfQuote, own && t.opens(w.first) && !o.verbatim[w.first])
	e.add(timeInSource, t.source.contains(w.first))
	e.add(timeInOtherContent, !own && o.content[w.first])
	e.add(timeSameSentence, sentence.contains(w.first) && !own)
	free := !own && !t.source.contains(w.first) && !o.content[w.first]
	if t.near.contains(w.first) && free && len(t.cue) > 0 {
		last := t.lastCue().last
		e.add(timeRightAfter, w.first >= last && w.first-last <= 2)
		e.add(timeAfter, w.first-last > 2)
		e.add(timeBefore, w.first < last)
		e.add(timeFirstInSentence, w.first < last && w.first-t.near.first < 2)
	}
	if t.posted && t.own.timestamp == k {
		e.add(timeRightAfter, true)
	}
	e.add(timeOwn, t.own.timestamp == k)
	private, inScene := isPrivate(t.channel), free && t.scene.contains(w.first)
	e.add(timeInScene, inScene)
	e.add(timeInPrivateScene, private && inScene)
	inThread := t.thread.timestamp >= 0 && o.sameDay(t.thread.timestamp, k)
	e.add(timeOfThread, inThread)
	e.add(timeOfPrivateThread, private && inThread)
	o.timeOfOthers(n, k, &e)
	inLede := o.lede.contains(w.first)
	e.add(timeInLede, inLede)
	e.add(timeOfMainInLede, inLede && t.speaker == o.main)
	e.add(timeRepeated, o.repeats(k))
	if free {
		near := o.sentenceNear(o.sentenceOf(w.first), w.first)
		with := o.namesSpeaker(near, t.speaker)
		e.add(timeWithSpeaker, with)
		e.add(timeInLedeWithSpeaker, with && inLede)
		for c := o.clueFrom(near.first); t.channel != "" && c < len(o.clues) && o.clues[c].at < near.last; c++ {
			fits := o.clues[c].setsScene() && o.clues[c].channel == t.channel
			e.add(timeWithClue, fits)
			e.add(timeBesideClue, fits && max(o.clues[c].at-w.last, w.first-o.clues[c].at) < 5)
		}
	}
	distance := max(t.at-w.last, w.first-t.at)
	e.add(timeFar, distance > nearWords)
	e.add(timeVeryFar, distance > farWords)
	e.add(timeOfMany, o.uses[k] >= 3)
	switch o.fold(w.first - 1) {
	case "since", "until", "till", "by", "from", "before", "after", "than", "through", "between", "next", "for", "to", "of":
		e.add(timeBounded, o.fold(w.first-3) != "on") // not "on and after"
	}
	o.timeByValue(&o.timestamps[k], &e)
	return e
}

// timeOfOthers adds whether other messages of the speaker, and the last of
// somebody else, were sent at time expression k.
func (o *occasions) timeOfOthers(n, k int, e *evidence) {
	t := &o.tellings[n]
	if p := t.previous[tellsTime]; p >= 0 && o.sameDay(o.tellings[p].own.timestamp, k) {
		near := t.wordsAfter(&o.tellings[p]) < nearWords
		e.add(timeBySpeakerJustBefore, near)
		e.add(timeBySpeakerBefore, !near)
		e.add(timeSameChannel, t.channel != "" && o.tellings[p].channel == t.channel)
		e.add(timeOtherChannel, o.tellings[p].channel != t.channel)
	}
	if p := t.next[tellsTime]; p >= 0 && o.sameDay(o.tellings[p].own.timestamp, k) {
		near := o.tellings[p].wordsAfter(t) < nearWords
		e.add(timeBySpeakerSoon, near)
		e.add(timeBySpeakerLater, !near)
	}
	if n > 0 && t.wordsAfter(&o.tellings[n-1]) < nearWords && o.tellings[n-1].sent >= 0 {
		same := o.sameDay(o.tellings[n-1].sent, k)
		e.add(timeOfSpeakersLast, same && o.tellings[n-1].speaker == t.speaker)
		e.add(timeOfLastMessage, same && o.tellings[n-1].speaker != t.speaker)
	}
	if p := t.other; p >= 0 && o.tellings[p].own.timestamp >= 0 && t.at-o.tellings[p].at < nearWords {
		e.add(timeByOtherJustBefore, o.sameDay(o.tellings[p].own.timestamp, k))
	}
}

// repeats reports whether another time expression names the same day.
func (o *occasions) repeats(k int) bool {
	return k > 0 && o.sameDay(k-1, k) || k+1 < len(o.timestamps) && o.sameDay(k, k+1)
}

// timeByValue adds how the value of a time expression lies to the publication.
func (o *occasions) timeByValue(stamp *Timestamp, e *evidence) {
	span := stamp.To.Sub(stamp.From)
	e.add(timeClock, stamp.Type == Time)
	e.add(timeDay, stamp.Type == Date && span <= 25*time.Hour)
	e.add(timeCoarse, span > 25*time.Hour)
	if o.published.IsZero() || stamp.From.IsZero() {
		return
	}
	day := o.published.Truncate(24 * time.Hour)
	switch from := stamp.From; {
	case from.After(day.Add(24*time.Hour - 1)):
		e.add(timeAhead, true)
	case !from.Before(day):
		e.add(timeSameDay, true)
	case !from.Before(day.AddDate(0, 0, -1)):
		e.add(timeDayBefore, true)
	case !from.Before(day.AddDate(0, 0, -7)):
		e.add(timeDaysBefore, true)
	case !from.Before(day.AddDate(0, -1, 0)):
		e.add(timeMonthBefore, true)
	default:
		e.add(timeOlder, true)
	}
}

// sameDay reports whether two time expressions name the same day, or the same
// longer time.
func (o *occasions) sameDay(j, k int) bool {
	if j == k {
		return true
	}
	a, b := o.timestamps[j].Value, o.timestamps[k].Value
	return a[:min(len(a), len("2006-01-02"))] == b[:min(len(b), len("2006-01-02"))]
}

// noTimeReasons collects the reasons for no time, from those for any.
func (o *occasions) noTimeReasons(t *telling, all evidence) (e evidence) {
	e.add(noTimeAlways, true)
	e.add(noTimeBeside, !all.hasAny(timeRightAfter, timeAfter, timeBefore))
	e.add(noTimeInScene, !all.hasAny(timeInScene))
	e.add(noTimeBySpeaker, !all.hasAny(timeBySpeakerJustBefore, timeBySpeakerBefore))
	e.add(noTimeUnknownChannel, t.channel == "")
	e.add(noTimeInterview, t.channel == ChannelInterview)
	e.add(noTimeSession, isGathering(t.channel))
	e.add(noTimePrivate, isPrivate(t.channel))
	e.add(noTimeWriting, isWriting(t.channel))
	e.add(noTimeIndirect, t.form() == Indirect)
	e.add(noTimeThought, t.mode == Thought)
	e.add(noTimeInLede, !all.hasAny(timeInLede))
	return e
}

package occasion

import (
	"slices"
	"time"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
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
func (o *decider) timeEvidence(n int, candidates []timeCandidate) []timeCandidate {
	t := &o.Drafts[n]
	candidates = candidates[:0]
	next, _ := slices.BinarySearchFunc(o.Stamps, t.at, func(w token.Range, at int) int { return w.First - at })
	from, to := max(0, next-maxTimes), min(len(o.Timestamps), next+maxTimes)
	last, after := next-1, next
	for last >= from && !o.isFree(last) {
		last--
	}
	for after < to && !o.isFree(after) {
		after++
	}
	sentence := o.Sentences[t.sentence]
	var all evidence
	for k := from; k < to; k++ {
		if !o.Timestamps[k].TellsWhen() {
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
func (o *decider) isFree(k int) bool {
	return o.Timestamps[k].TellsWhen() && !o.Content[o.Stamps[k].First]
}

// timeReasons collects the reasons for time expression k.
func (o *decider) timeReasons(n, k int, sentence token.Range) (e evidence) {
	t := &o.Drafts[n]
	w := o.Stamps[k]
	own := false
	for _, content := range t.Content {
		own = own || content.Contains(w.First)
	}
	e.add(timeAlways, true)
	e.add(timeInContent, own)
	e.add(timeAheadOfQuote, own && t.opens(w.First) && !o.Quoted[w.First])
	e.add(timeInSource, t.Source.Contains(w.First))
	e.add(timeInOtherContent, !own && o.Content[w.First])
	e.add(timeSameSentence, sentence.Contains(w.First) && !own)
	free := !own && !t.Source.Contains(w.First) && !o.Content[w.First]
	if t.near.Contains(w.First) && free && len(t.Cue) > 0 {
		last := t.LastCue().Last
		e.add(timeRightAfter, w.First >= last && w.First-last <= 2)
		e.add(timeAfter, w.First-last > 2)
		e.add(timeBefore, w.First < last)
		e.add(timeFirstInSentence, w.First < last && w.First-t.near.First < 2)
	}
	if t.Posted && t.own.Timestamp == k {
		e.add(timeRightAfter, true)
	}
	e.add(timeOwn, t.own.Timestamp == k)
	private, inSentenceBefore := channel.IsPrivate(t.Channel), free && t.before.Contains(w.First)
	e.add(timeInSentenceBefore, inSentenceBefore)
	e.add(timeInPrivateSentenceBefore, private && inSentenceBefore)
	inThread := t.thread.Timestamp >= 0 && o.sameDay(t.thread.Timestamp, k)
	e.add(timeOfThread, inThread)
	e.add(timeOfPrivateThread, private && inThread)
	o.timeOfOthers(n, k, &e)
	inLede := o.lede.Contains(w.First)
	e.add(timeInLede, inLede)
	e.add(timeOfMainInLede, inLede && t.from.Party == o.main)
	e.add(timeRepeated, o.repeats(k))
	if free {
		near := o.sentenceNear(o.SentenceOf(w.First), w.First)
		with := o.IsNamedIn(t.from.Party, near)
		e.add(timeWithSpeaker, with)
		e.add(timeInLedeWithSpeaker, with && inLede)
		for c := o.mentionFrom(near.First); t.Channel != "" && c < len(o.mentions) && o.mentions[c].At < near.Last; c++ {
			fits := o.mentions[c].SetsOccasion() && o.mentions[c].Channel == t.Channel
			e.add(timeWithMention, fits)
			e.add(timeBesideMention, fits && max(o.mentions[c].At-w.Last, w.First-o.mentions[c].At) < 5)
		}
	}
	distance := max(t.at-w.Last, w.First-t.at)
	e.add(timeFar, distance > nearWords)
	e.add(timeVeryFar, distance > farWords)
	e.add(timeOfMany, o.uses[k] >= 3)
	switch o.Fold(w.First - 1) {
	case "since", "until", "till", "by", "from", "before", "after", "than", "through", "between", "next", "for", "to", "of":
		e.add(timeBounded, o.Fold(w.First-3) != "on") // not "on and after"
	}
	o.timeByValue(&o.Timestamps[k], &e)
	return e
}

// timeOfOthers adds whether other messages of the speaker, and the last of
// somebody else, were sent at time expression k.
func (o *decider) timeOfOthers(n, k int, e *evidence) {
	t := &o.Drafts[n]
	if p := t.previous[tellsTime]; p >= 0 && o.sameDay(o.Drafts[p].own.Timestamp, k) {
		near := t.wordsAfter(&o.Drafts[p]) < nearWords
		e.add(timeBySpeakerJustBefore, near)
		e.add(timeBySpeakerBefore, !near)
		e.add(timeSameChannel, t.Channel != "" && o.Drafts[p].Channel == t.Channel)
		e.add(timeOtherChannel, o.Drafts[p].Channel != t.Channel)
	}
	if p := t.next[tellsTime]; p >= 0 && o.sameDay(o.Drafts[p].own.Timestamp, k) {
		near := o.Drafts[p].wordsAfter(t) < nearWords
		e.add(timeBySpeakerSoon, near)
		e.add(timeBySpeakerLater, !near)
	}
	if n > 0 && t.wordsAfter(&o.Drafts[n-1]) < nearWords && o.Drafts[n-1].Sent >= 0 {
		same := o.sameDay(o.Drafts[n-1].Sent, k)
		e.add(timeOfSpeakersLast, same && o.Drafts[n-1].from.Party == t.from.Party)
		e.add(timeOfLastMessage, same && o.Drafts[n-1].from.Party != t.from.Party)
	}
	if p := t.other; p >= 0 && o.Drafts[p].own.Timestamp >= 0 && t.at-o.Drafts[p].at < nearWords {
		e.add(timeByOtherJustBefore, o.sameDay(o.Drafts[p].own.Timestamp, k))
	}
}

// repeats reports whether another time expression names the same day.
func (o *decider) repeats(k int) bool {
	return k > 0 && o.sameDay(k-1, k) || k+1 < len(o.Timestamps) && o.sameDay(k, k+1)
}

// timeByValue adds how the value of a time expression lies to the publication.
func (o *decider) timeByValue(stamp *timex.Timestamp, e *evidence) {
	span := stamp.To.Sub(stamp.From)
	e.add(timeClock, stamp.Type == timex.Time)
	e.add(timeDay, stamp.Type == timex.Date && span <= 25*time.Hour)
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
func (o *decider) sameDay(j, k int) bool {
	if j == k {
		return true
	}
	a, b := o.Timestamps[j].Value, o.Timestamps[k].Value
	return a[:min(len(a), len("2006-01-02"))] == b[:min(len(b), len("2006-01-02"))]
}

// noTimeReasons collects the reasons for no time, from those for any.
func (o *decider) noTimeReasons(t *Draft, all evidence) (e evidence) {
	e.add(noTimeAlways, true)
	e.add(noTimeBeside, !all.hasAny(timeRightAfter, timeAfter, timeBefore))
	e.add(noTimeInSentenceBefore, !all.hasAny(timeInSentenceBefore))
	e.add(noTimeBySpeaker, !all.hasAny(timeBySpeakerJustBefore, timeBySpeakerBefore))
	e.add(noTimeUnknownChannel, t.Channel == "")
	e.add(noTimeInterview, t.Channel == channel.Interview)
	e.add(noTimeSession, channel.IsGathering(t.Channel))
	e.add(noTimePrivate, channel.IsPrivate(t.Channel))
	e.add(noTimeWriting, channel.IsWriting(t.Channel))
	e.add(noTimeIndirect, t.Form() == attribution.Indirect)
	e.add(noTimeThought, t.Mode == attribution.Thought)
	e.add(noTimeInLede, !all.hasAny(timeInLede))
	return e
}

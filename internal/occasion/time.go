package occasion

import (
	"slices"
	"time"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
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
func (d *decider) timeEvidence(n int, candidates []timeCandidate) []timeCandidate {
	t := &d.drafts[n]
	candidates = candidates[:0]
	next := d.timeFrom(t.at)
	from, to := max(0, next-maxTimes), min(len(d.times), next+maxTimes)
	last, after := next-1, next
	for last >= from && !d.isFree(last) {
		last--
	}
	for after < to && !d.isFree(after) {
		after++
	}
	sentence := d.Sentences[t.sentence]
	var all evidence
	isPerfect := d.isPerfect(t)
	for k := from; k < to; k++ {
		if (isPerfect || d.isClockOfEvent(t, k)) && !d.isStamp(k, d.SentenceOf(d.contexts.Times[k].First)) || !d.times[k].TellsWhen() || d.isSaid(t, k) || d.isOfEvent(t, k) || d.opensSpan(k) || d.isOfNext(n, k) {
			continue
		}
		e := d.timeReasons(n, k, sentence)
		e.add(timeFirst, k == d.firstTime)
		e.add(timeLast, k == last)
		e.add(timeNext, k == after)
		e.add(timeOnlyOne, d.usableTimes == 1)
		all |= e
		candidates = append(candidates, timeCandidate{k, e})
	}
	return append(candidates, timeCandidate{-1, d.noTimeReasons(t, all)})
}

// isPerfect reports whether the cue tells what somebody has said, at whatever time: "has
// argued that". In a live account, "has just told", it may be the time of the entry.
func (d *decider) isPerfect(t *draft) bool {
	return t.AnyCueWord(func(i int) bool { return d.Fold(i) == "has" || d.Fold(i) == "have" })
}

// shortestOccasion is how long a time is at the least that tells when something was said
// and stands apart from the cue: news gives the day, and of events the minute.
const shortestOccasion = 2 * time.Hour

// isClockOfEvent reports whether time expression k is that of a clock and stands apart from
// the cue of a message: "The alarm was raised at 6am".
func (d *decider) isClockOfEvent(t *draft, k int) bool {
	at := d.contexts.Times[k].First
	if t.Channel.Written() || d.IsSentenceStart(at) || t.own.Near.Contains(at) {
		return false // one writes at a minute, and live accounts have stamps
	}
	return d.times[k].To().Sub(d.times[k].From()) < shortestOccasion
}

// isSaid reports whether time expression k stands within the content of a message
// and so is a time that is spoken of: "said he was born in 1950". At either end of
// reported words it may be the writer's, who told when they were said.
func (d *decider) isSaid(t *draft, k int) bool {
	w := d.contexts.Times[k]
	if t.Turn && d.Content[w.First] {
		return true
	}
	if !t.Source.Empty() && len(t.Cue) > 0 && w.First > t.Source.First && w.First < t.Cue[0].First && d.inRelativeClause(t.Source.First, w.First) {
		return true
	}
	if t.Source.Contains(w.First) {
		return d.Fold(w.First-1) == "in" // "who ran the campaign in 2013", but "a 2013 report"
	}
	for _, content := range t.Content {
		if !content.Contains(w.First) {
			continue
		}
		coarse := d.times[k].To().Sub(d.times[k].From()) > longestOccasion
		return d.Quoted[w.First] || coarse || d.Marked && content.Last <= t.cueAt() || !d.leadsTo(content.First, w.First) && w.Last < content.Last
	}
	return false
}

// cueAt returns the token at which the cue begins, or 0 without one.
func (t *draft) cueAt() int {
	if len(t.Cue) == 0 {
		return 0
	}
	return t.Cue[0].First
}

// inRelativeClause reports whether token at tells more about who or what is named
// from token first on: "Ada Roe, who joined the board last month".
func (d *decider) inRelativeClause(first, at int) (inside bool) {
	for i := first + 1; i < at; i++ {
		switch d.Fold(i) {
		case "who", "whose", "which":
			inside = true
		case "spoke", "speaking", "appeared", "testified", "addressed", "wrote", "met":
			return false // the clause tells of the saying
		}
	}
	return inside
}

// longestOccasion is how long a time may be that tells when words were said, if
// it stands among them.
const longestOccasion = 40 * 24 * time.Hour

// leadsTo reports whether nothing but small words stand between the beginning of
// a content and a time expression: "that on Monday".
func (d *decider) leadsTo(first, at int) bool {
	for i := first; i < at; i++ {
		switch d.Fold(i) {
		case "that", "on", "in", "at", "late", "early", "earlier", "last", "this":
		default:
			return false
		}
	}
	return true
}

// isFree reports whether a time expression can be a message's and stands in the
// writer's own words.
func (d *decider) isFree(k int) bool {
	return d.times[k].TellsWhen() && !d.Content[d.contexts.Times[k].First]
}

// timeReasons collects the reasons for time expression k.
func (d *decider) timeReasons(n, k int, sentence token.Range) (e evidence) {
	t := &d.drafts[n]
	w := d.contexts.Times[k]
	own := slices.ContainsFunc(t.Content, func(content token.Range) bool { return content.Contains(w.First) })
	free := !own && !t.Source.Contains(w.First) && !d.Content[w.First]
	e.add(timeAlways, true)
	e.add(timeInContent, own)
	e.add(timeAheadOfQuote, own && t.opens(w.First) && !d.Quoted[w.First])
	e.add(timeInSource, t.Source.Contains(w.First))
	e.add(timeInOtherContent, !own && d.Content[w.First])
	e.add(timeSameSentence, sentence.Contains(w.First) && !own)
	if free {
		d.timeByCue(t, w, &e)
		d.timeBesideNames(t, w, &e)
	}
	if t.Posted && t.own.Timestamp == k {
		e.add(timeRightAfter, true)
	}
	e.add(timeOwn, t.own.Timestamp == k)
	private, inThread := t.Channel.Private(), t.thread.time >= 0 && d.sameDay(t.thread.time, k)
	e.add(timeInPrivateSentenceBefore, private && e.hasAny(timeInSentenceBefore))
	e.add(timeOfThread, inThread)
	e.add(timeOfPrivateThread, private && inThread)
	d.timeOfOthers(n, k, &e)
	inLede := d.lede.Contains(w.First)
	e.add(timeInLede, inLede)
	e.add(timeOfMainInLede, inLede && t.from == d.main)
	e.add(timeRepeated, d.repeats(k))
	distance := max(t.at-w.Last, w.First-t.at)
	e.add(timeFar, distance > nearWords)
	e.add(timeVeryFar, distance > farWords)
	e.add(timeOfMany, d.uses[k] >= 3)
	e.add(timeBounded, d.isBounded(w))
	d.timeByValue(&d.times[k], &e)
	return e
}

// timeByCue adds how a time expression of the writer's stands to the cue.
func (d *decider) timeByCue(t *draft, w token.Range, e *evidence) {
	e.add(timeInSentenceBefore, t.own.Before.Contains(w.First))
	if len(t.Cue) == 0 || !t.own.Near.Contains(w.First) {
		return
	}
	last := t.LastCue().Last
	e.add(timeRightAfter, w.First >= last && w.First-last <= 2)
	e.add(timeAfter, w.First-last > 2)
	e.add(timeBefore, w.First < last)
	e.add(timeFirstInSentence, w.First < last && w.First-t.own.Near.First < 2)
}

// timeBesideNames adds whether the sentence of a time expression of the writer's
// names the speaker, or an occasion of the message's channel.
func (d *decider) timeBesideNames(t *draft, w token.Range, e *evidence) {
	near := d.sentenceNear(d.SentenceOf(w.First), w.First)
	with := d.isNamedIn(t.from, near)
	e.add(timeWithSpeaker, with)
	e.add(timeInLedeWithSpeaker, with && d.lede.Contains(w.First))
	if t.Channel == "" {
		return
	}
	mentions := d.mentionsIn(near)
	for k := range mentions {
		if m := &mentions[k]; isOccasionOf(m, t.Channel) {
			e.add(timeWithMention, true)
			e.add(timeBesideMention, max(m.At-w.Last, w.First-m.At) < 5)
			e.add(timeOfSceneBefore, e.hasAny(timeInSentenceBefore))
		}
	}
}

// isBounded reports whether the word before a time expression makes it the bound
// of a longer time: "by Monday", but not "on and after Monday". Those that open a
// span are no candidates at all.
func (d *decider) isBounded(w token.Range) bool {
	switch d.Fold(w.First - 1) {
	case "by", "from", "before", "after", "than", "through", "between", "next", "for", "to", "of":
		return d.Fold(w.First-3) != "on"
	}
	return false
}

// opensSpan reports whether time expression k is where a longer time begins or
// ends, in which nothing is said at once: "since January".
func (d *decider) opensSpan(k int) bool {
	switch d.Fold(d.contexts.Times[k].First - 1) {
	case "since", "until", "till":
		return true
	}
	return false
}

// maxNext is how many messages after one are asked for what their own cues tell.
const maxNext = 3

// isOfNext reports whether time expression k tells when somebody else spoke in a
// sentence after message n: “…,” Roe said. On Monday Marsh said …
func (d *decider) isOfNext(n, k int) bool {
	t := &d.drafts[n]
	if d.contexts.Times[k].First < max(t.End(), t.at) || t.own.Timestamp == k || t.from == nobody || d.headsArticle(t) {
		return false
	}
	for m := n + 1; m < min(len(d.drafts), n+1+maxNext); m++ {
		if next := &d.drafts[m]; next.own.Timestamp == k && next.from != t.from && next.from != nobody && next.sentence > t.sentence {
			return true
		}
	}
	return false
}

// headsArticle reports whether a message stands in a headline, or tells in the lede
// what is told again further down, with the day on which it was said.
func (d *decider) headsArticle(t *draft) bool {
	return d.Headline.Contains(t.at) || d.lede.Contains(t.at) && t.Form() == attribution.Indirect
}

// timeOfOthers adds whether other messages of the speaker, and the last of
// somebody else, were sent at time expression k.
func (d *decider) timeOfOthers(n, k int, e *evidence) {
	t := &d.drafts[n]
	if p := t.previous[tellsTime]; p >= 0 && d.sameDay(d.drafts[p].own.Timestamp, k) {
		near := t.wordsAfter(&d.drafts[p]) < nearWords
		e.add(timeBySpeakerJustBefore, near)
		e.add(timeBySpeakerBefore, !near)
		e.add(timeSameChannel, t.Channel != "" && d.drafts[p].Channel == t.Channel)
		e.add(timeOtherChannel, d.drafts[p].Channel != t.Channel)
	}
	if p := t.next[tellsTime]; p >= 0 && d.sameDay(d.drafts[p].own.Timestamp, k) {
		near := d.drafts[p].wordsAfter(t) < nearWords
		e.add(timeBySpeakerSoon, near)
		e.add(timeBySpeakerLater, !near)
	}
	if n > 0 && t.wordsAfter(&d.drafts[n-1]) < nearWords && d.drafts[n-1].Sent >= 0 {
		same := d.sameDay(d.drafts[n-1].Sent, k)
		e.add(timeOfSpeakersLast, same && d.drafts[n-1].from == t.from)
		e.add(timeOfLastMessage, same && d.drafts[n-1].from != t.from)
	}
	if p := d.otherBefore(n); p >= 0 && d.drafts[p].own.Timestamp >= 0 && t.at-d.drafts[p].at < nearWords {
		e.add(timeByOtherJustBefore, d.sameDay(d.drafts[p].own.Timestamp, k))
	}
}

// repeats reports whether another time expression names the same day.
func (d *decider) repeats(k int) bool {
	return k > 0 && d.sameDay(k-1, k) || k+1 < len(d.times) && d.sameDay(k, k+1)
}

// timeByValue adds how the value of a time expression lies to the publication.
func (d *decider) timeByValue(stamp *timex.Timestamp, e *evidence) {
	span := stamp.To().Sub(stamp.From())
	e.add(timeClock, stamp.Type() == timex.Time)
	e.add(timeDay, stamp.Type() == timex.Date && span <= 25*time.Hour)
	e.add(timeCoarse, span > 25*time.Hour)
	if d.published.IsZero() || stamp.From().IsZero() {
		return
	}
	day := d.published.Truncate(24 * time.Hour)
	switch from := stamp.From(); {
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
func (d *decider) sameDay(j, k int) bool {
	if j == k {
		return true
	}
	return dayOf(d.times[j].Value) == dayOf(d.times[k].Value)
}

// dayOf returns the day, or the longer time, of a value.
func dayOf(value string) string { return value[:min(len(value), len(time.DateOnly))] }

// noTimeReasons collects the reasons for no time, from those for any.
func (d *decider) noTimeReasons(t *draft, all evidence) (e evidence) {
	e.add(noTimeAlways, true)
	e.add(noTimeBeside, !all.hasAny(timeRightAfter, timeAfter, timeBefore))
	e.add(noTimeInSentenceBefore, !all.hasAny(timeInSentenceBefore))
	e.add(noTimeBySpeaker, !all.hasAny(timeBySpeakerJustBefore, timeBySpeakerBefore))
	e.add(noTimeUnknownChannel, t.Channel == "")
	e.add(noTimeInterview, t.Channel == channel.Interview)
	e.add(noTimeSession, t.Channel.Gathering())
	e.add(noTimePrivate, t.Channel.Private())
	e.add(noTimeWriting, t.Channel.Written())
	e.add(noTimeIndirect, t.Form() == attribution.Indirect)
	e.add(noTimeThought, t.Mode == attribution.Thought)
	e.add(noTimeInLede, !all.hasAny(timeInLede))
	return e
}

// tellsItself reports whether a time expression stands right after the cue, or
// after the source that follows it, where it can hardly tell anything but when the
// words were said: "she said on Monday", "said Lena Ortmann on Monday". What carried
// the words and to whom may stand between: "wrote in a letter to the board on Monday".
func (d *decider) tellsItself(t *draft) bool {
	if t.own.Timestamp < 0 || len(t.Cue) == 0 {
		return false
	}
	end := t.LastCue().Last
	if t.Source.First == end && t.Source.Len() > 0 {
		end = t.Source.Last
	}
	w := d.contexts.Times[t.own.Timestamp]
	after := w.First - end
	return after >= 0 && after <= 2 || after > 2 && after <= maxCarried && d.isCarried(t, token.Range{First: end, Last: w.First})
}

// maxCarried is how many words about what carried a message and to whom may stand
// between its cue and its time.
const maxCarried = 12

// isCarried reports whether words between the cue of a message and a time tell through
// what or to whom it went, and nothing else.
func (d *decider) isCarried(t *draft, w token.Range) bool {
	if last := d.Fold(w.Last - 1); last != "on" && lexicon.ClassOf(last) != 0 {
		return false
	}
	told := false
	for i := w.First; i < w.Last; i++ {
		switch class := lexicon.ClassOf(d.Fold(i)); {
		case i > w.First && d.BreaksPhrase(i), d.Content[i]:
			return false
		case t.own.Recipient.Contains(i):
			told = true
		case len(d.mentionsIn(token.Range{First: i, Last: i + 1})) > 0:
			told = true
		case class.Has(lexicon.Preposition | lexicon.Determiner):
		default:
			return false
		}
	}
	return told
}

// decideTimes decides when every message was sent.
func (d *decider) decideTimes(w *weights) {
	var candidates []timeCandidate
	var options []option
	d.agreement.reset(d.decidesTogether())
	days := d.numberDays()
	for n := range d.drafts {
		t := &d.drafts[n]
		if told := d.toldTime(t); told >= 0 {
			t.Sent = told
			d.agreement.add(append(options[:0], option{value: days[told]}))
			continue
		}
		candidates = d.timeEvidence(n, candidates)
		options = d.timeOptions(n, w, candidates, days, options[:0])
		t.Sent = int(d.agreement.add(options).index)
	}
	d.settle(tellsTime, func(n int, o option) { d.drafts[n].Sent = int(o.index) })
}

// toldTime returns the time of a message that needs no weighing, or -1.
func (d *decider) toldTime(t *draft) int {
	switch {
	case t.meets():
		return t.met.time
	case d.tellsItself(t):
		return t.own.Timestamp
	}
	return -1
}

// timeOptions returns what the candidates are worth.
func (d *decider) timeOptions(n int, w *weights, candidates []timeCandidate, days []int32, options []option) []option {
	v := d.viewOf(n, tellsTime)
	for _, c := range candidates {
		o, words := option{value: noValue, index: -1}, token.Range{}
		if c.timestamp >= 0 {
			o.value, o.index, words = days[c.timestamp], int32(c.timestamp), d.contexts.Times[c.timestamp]
		}
		o.score = c.weigh(w.time[:]) + v.score(0, words, c.evidence)
		options = append(options, o)
	}
	return options
}

// numberDays numbers the days, or longer times, that time expressions name.
func (d *decider) numberDays() []int32 {
	days, numbers := make([]int32, len(d.times)), make(map[string]int32)
	for k := range d.times {
		day := dayOf(d.times[k].Value)
		number, known := numbers[day]
		if !known {
			number = int32(len(numbers))
			numbers[day] = number
		}
		days[k] = number
	}
	return days
}

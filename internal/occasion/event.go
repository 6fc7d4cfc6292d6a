package occasion

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/channel"
)

// isOfEvent reports whether time expression k is that of something that happened
// and not that of message t: it stands in another sentence of the writer's, in
// which nobody says anything and neither the speaker nor an occasion of the
// message's channel is named. "Fire swept through the mill on Tuesday" does not
// tell when a neighbour spoke of it. Of the labelled messages outside national
// politics more had a wrong time from such a sentence than a right one; where
// people gather to speak, the day of the gathering is that of the words.
func (d *decider) isOfEvent(t *draft, k int) bool {
	at := d.contexts.Times[k].First
	n := d.SentenceOf(at)
	if n == t.sentence || d.isStamp(k, n) || d.Content[at] || d.spoken[n] || t.Channel.Gathering() || t.own.Timestamp == k {
		return false
	}
	near := d.sentenceNear(n, at)
	if d.isNamedIn(t.from, near) {
		return false
	}
	return !slices.ContainsFunc(d.mentionsIn(near), func(m channel.Mention) bool { return isOccasionOf(&m, t.Channel) })
}

// stampWords is how many words a sentence has beside its time, at most, that is a
// stamp: "Aired 4 May 2021", "14.58".
const stampWords = 2

// isStamp reports whether time expression k is all that sentence n tells: a stamp
// is that of all that follows it.
func (d *decider) isStamp(k, n int) bool {
	return d.Sentences[n].Len()-d.contexts.Times[k].Len() <= stampWords
}

// isOccasionOf reports whether a mention is the writer's own of an occasion of
// channel c.
func isOccasionOf(m *channel.Mention, c channel.Channel) bool {
	return c != "" && m.SetsOccasion() && m.Channel == c
}

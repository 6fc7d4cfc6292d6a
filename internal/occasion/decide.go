package occasion

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/speaker"
)

// weights tell how much each reason counts for a candidate, by whether the
// text has kept its marks.
type weights struct {
	channel   [unknownChannel + 1][channelReasons]float32
	time      [timeReasons]float32
	recipient [recipientReasons]float32
}

// Decide fills in the channel, the time and the recipient of every message, and
// returns their speakers and recipients. The channels come first: the others are
// weighed with them.
func (o *decider) Decide() []speaker.Speaker {
	w := &occasionWeights[formIndex(o.Reader.Article)]
	for n := range o.Drafts {
		o.Drafts[n].Channel = o.decideChannel(n, w)
	}
	var times []timeCandidate
	var recipients []recipientCandidate
	for n := range o.Drafts {
		t := &o.Drafts[n]
		if t.Sent = t.own.Timestamp; !o.tellsItself(t) {
			times = o.timeEvidence(n, times)
			t.Sent = likeliest(times, w.time[:]).timestamp
		}
		recipients = o.recipientEvidence(n, recipients)
		t.to = likeliest(recipients, w.recipient[:])
	}
	return o.list()
}

// list makes the list of speakers and recipients, in the order in which messages
// first have them.
func (o *decider) list() []speaker.Speaker {
	var list speaker.List
	for n := range o.Drafts {
		t := &o.Drafts[n]
		source := t.Source
		if source.Empty() {
			source = t.from.Words
		}
		t.Speaker = list.Add(t.from, source)
		t.Recipient = list.Add(t.to.Meaning, t.to.words)
	}
	return list.Speakers(o.Names)
}

// likeliest returns the first of the candidates for which the reasons count most.
func likeliest[C interface{ weigh([]float32) float32 }](candidates []C, weights []float32) C {
	best, most := candidates[0], candidates[0].weigh(weights)
	for _, c := range candidates[1:] {
		if sum := c.weigh(weights); sum > most {
			best, most = c, sum
		}
	}
	return best
}

// tellsItself reports whether a time expression stands right after the cue, where
// it can hardly tell anything but when the words were said: "she said on
// Monday".
func (o *decider) tellsItself(t *Draft) bool {
	if t.own.Timestamp < 0 || len(t.Cue) == 0 {
		return false
	}
	after := o.Stamps[t.own.Timestamp].First - t.LastCue().Last
	return after >= 0 && after <= 2
}

// formIndex tells whether the text has kept its marks, as the weights count it.
func formIndex(a *article.Article) int {
	if a.Marked {
		return 1
	}
	return 0
}

// decideChannel returns the channel of message n that most speaks for.
func (o *decider) decideChannel(n int, w *weights) channel.Channel {
	if o.Drafts[n].Posted {
		return channel.Post
	}
	candidates := o.channelEvidence(n)
	best := unknownChannel
	most := candidates[unknownChannel].weigh(w.channel[unknownChannel][:])
	for k, e := range candidates[:unknownChannel] {
		if score := e.weigh(w.channel[k][:]); score > most && e.supports() {
			best, most = k, score
		}
	}
	if best == unknownChannel {
		return ""
	}
	return channel.All[best]
}

// supports reports whether any reason is one for this channel before others: what
// speaks for it is then in the text, and not just in what news is mostly like.
func (e evidence) supports() bool {
	const general = 1<<channelAlways | 1<<channelWrittenMode | 1<<channelSpokenMode
	return e&^(general|messageKinds) != 0
}

// weigh adds up what the reasons of the set count.
func (e evidence) weigh(weights []float32) (sum float32) {
	e.each(func(reason int) { sum += weights[reason] })
	return sum
}

// Package occasion decides what is known of each message: who sent it to whom,
// through which channel and when. Into it go an article, who says what in it, who
// bears its names, what stands around every cue, and the times; out come a
// [Draft] for each attribution, final, and the speakers. It knows what one message
// tells about another: the thread in which people answer each other, and the
// occasion that an article names once and quotes from for a page. Channel, time
// and recipient are choices among candidates, each with the reasons that the
// article gives for it; train/ fits how much a reason counts.
package occasion

import (
	"time"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Draft is a message in words instead of bytes: an attribution, and what is
// decided about it. Its mode is writing where its channel is a written one.
type Draft struct {
	attribution.Attribution
	Speaker   int             // index of a speaker, or [speaker.Nobody]
	Recipient int             // index of a speaker, or [speaker.Nobody]
	Channel   channel.Channel // empty if unknown
	Sent      int             // index of a time expression, or -1
	Trust     float64         // the chance that words and speaker are right

	from         speaker.Meaning    // who says it
	to           recipientCandidate // decided, and nobody before
	own          *channel.Context   // what the words around its cue tell
	ownRecipient speaker.Meaning    // whom these name as the recipient
	at           int                // the token of its cue, or of its first word
	sentence     int                // index of the sentence that holds it
	toYou        bool               // its words speak to somebody
	thread       known              // own, with what the thread carries over
	previous     [fields]int        // for channel, time and recipient: the last message of the speaker that tells it itself, or -1
	next         [fields]int        // … and the next one
	other        int                // the last message of somebody else, or -1
}

// Decide reads each attribution in its thread and weighs all that the article
// tells about the occasions of its messages. contexts and times are those of the
// article; published is when it was, zero if unknown. It returns one draft for
// each attribution, in their order, and the speakers that these lead to.
func Decide(names *speaker.Names, a *article.Article, reading *attribution.Reading, contexts *channel.Contexts, times []timex.Timestamp, published time.Time) ([]Draft, []speaker.Speaker) {
	d := newDecider(names, a, reading, contexts, times, published)
	d.decide()
	return d.finish()
}

// A decider decides the channel, time and recipient of every message of one
// article.
type decider struct {
	*article.Article
	*attribution.Reading
	*speaker.Names
	said      speaker.Said // by all messages
	contexts  *channel.Contexts
	mentions  []channel.Mention       // of the contexts
	meant     map[int]speaker.Meaning // for each mention that was asked for whom it names as its recipient
	times     []timex.Timestamp
	drafts    []Draft
	published time.Time
	lede      token.Range
	main      speaker.Party // the speaker of most messages
	counts
}

// ledeWords is how many words after the headline are the lede.
const ledeWords = 100

// newDecider reads each attribution by itself and in its thread, and connects the
// messages.
func newDecider(names *speaker.Names, a *article.Article, reading *attribution.Reading, contexts *channel.Contexts, times []timex.Timestamp, published time.Time) *decider {
	body := max(0, a.Headline.Last)
	d := &decider{
		Article: a, Reading: reading, Names: names, contexts: contexts, mentions: contexts.Mentions, meant: make(map[int]speaker.Meaning), times: times,
		drafts: make([]Draft, len(reading.Attributions)), published: published,
		lede: token.Range{First: body, Last: min(len(a.Tokens), body+ledeWords)},
	}
	threads := newThreads(a)
	for n, x := range reading.Attributions {
		d.drafts[n] = d.draft(x, &contexts.Of[n], threads)
	}
	d.main = d.mainSpeaker()
	d.countMentions()
	d.countOwn()
	d.connect()
	return d
}

// draft reads an attribution by itself and in its thread.
func (d *decider) draft(x attribution.Attribution, own *channel.Context, threads *threads) Draft {
	t := Draft{Attribution: x, own: own, at: x.Content[0].First, toYou: d.addressesYou(x)}
	if len(x.Cue) > 0 {
		t.at = x.Cue[0].First
	}
	t.sentence = d.SentenceOf(t.at)
	if !own.Passive {
		t.from = threads.sender(d.Names, &d.said, x)
	}
	if t.ownRecipient = d.Addressed(own.Recipient, t.from, &d.said); t.ownRecipient.Party == t.from.Party {
		t.ownRecipient = speaker.Meaning{}
	}
	d.said.Learn(t.ownRecipient)
	t.thread = threads.follow(&t)
	return t
}

// weights tell how much each reason counts for a candidate, by whether the text
// has kept its marks.
type weights struct {
	channel   [unknownChannel + 1][channelReasons]float32
	time      [timeReasons]float32
	recipient [recipientReasons]float32
}

// decide fills in the channel, the time and the recipient of every message. The
// channels come first: the others are weighed with them.
func (d *decider) decide() {
	w := &occasionWeights[d.form()]
	for n := range d.drafts {
		d.drafts[n].Channel = d.decideChannel(n, w)
	}
	var times []timeCandidate
	var recipients []recipientCandidate
	for n := range d.drafts {
		t := &d.drafts[n]
		if t.Sent = t.own.Timestamp; !d.tellsItself(t) {
			times = d.timeEvidence(n, times)
			t.Sent = likeliest(times, w.time[:]).timestamp
		}
		recipients = d.recipientEvidence(n, recipients)
		t.to = likeliest(recipients, w.recipient[:])
	}
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

// form tells whether the text has kept its marks, as the weights count it.
func (d *decider) form() int {
	if d.Marked {
		return 1
	}
	return 0
}

// finish gives every draft its trust and its mode, and makes the list of speakers
// and recipients, in the order in which messages first have them.
func (d *decider) finish() ([]Draft, []speaker.Speaker) {
	var list speaker.List
	for n := range d.drafts {
		t := &d.drafts[n]
		t.Trust = d.trustIn(n)
		source := t.Source
		if source.Empty() {
			source = t.from.Words
		}
		t.Speaker = list.Add(t.from, source)
		t.Recipient = list.Add(t.to.Meaning, t.to.words)
		if t.Mode == attribution.Speech && t.Channel.Written() {
			t.Mode = attribution.Writing
		}
	}
	return d.drafts, list.Speakers(d.Names)
}

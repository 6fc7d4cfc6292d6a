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
	Why       []Reason        // what decided this, where that was asked for

	from         party            // who says it
	fromWords    token.Range      // the words that tell
	to           party            // whom it is to: decided, and nobody before
	toWords      token.Range      // the words that tell; empty where the thread does
	own          *channel.Context // what the words around its cue tell
	ownRecipient party            // whom these name as the recipient
	at           int              // the token of its cue, or of its first word
	sentence     int              // index of the sentence that holds it
	toYou        bool             // its words speak to somebody
	met          meeting          // what the writer tells of an exchange that it is part of
	thread       known            // own, with what the thread carries over
	previous     [fields]int      // for channel, time and recipient: the last message of the speaker that tells it itself, or -1
	next         [fields]int      // … and the next one
	other        int              // the last message of somebody else, or -1
}

// Decide reads each attribution in its thread and weighs all that the article
// tells about the occasions of its messages. contexts and times are those of the
// article; published is when it was, zero if unknown. It returns one draft for
// each attribution, in their order, and the speakers that these lead to; explained
// drafts say why.
func Decide(a *article.Article, reading *attribution.Reading, names *speaker.Names, contexts *channel.Contexts, times []timex.Timestamp, published time.Time, explained bool) ([]Draft, []speaker.Speaker) {
	d := newDecider(a, reading, names, contexts, times, published)
	d.decide()
	drafts, speakers := d.finish()
	if explained {
		for n := range drafts {
			drafts[n].Why = d.explain(n)
		}
	}
	return drafts, speakers
}

// A decider decides the channel, time and recipient of every message of one
// article.
type decider struct {
	*article.Article
	*attribution.Reading
	*speaker.Names
	*parties
	said      speaker.Said // by all messages
	contexts  *channel.Contexts
	mentions  []channel.Mention // of the contexts
	named     []party           // for each mention whom it names as its recipient, or unasked
	times     []timex.Timestamp
	drafts    []Draft
	published time.Time
	lede      token.Range
	main      party // the speaker of most messages
	counts
}

// ledeWords is how many words after the headline are the lede.
const ledeWords = 100

// newDecider reads each attribution by itself and in its thread, and connects the
// messages.
func newDecider(a *article.Article, reading *attribution.Reading, names *speaker.Names, contexts *channel.Contexts, times []timex.Timestamp, published time.Time) *decider {
	body := max(0, a.Headline.Last)
	d := &decider{
		Article: a, Reading: reading, Names: names, parties: newParties(len(reading.Attributions)),
		contexts: contexts, mentions: contexts.Mentions, named: make([]party, len(contexts.Mentions)),
		times: times, published: published, drafts: make([]Draft, len(reading.Attributions)),
		lede: token.Range{First: body, Last: min(len(a.Tokens), body+ledeWords)},
	}
	threads := newThreads(a)
	for n, x := range reading.Attributions {
		d.drafts[n] = d.draft(x, &contexts.Of[n], threads)
	}
	for k := range d.named {
		d.named[k] = unasked
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
	if !x.Passive || !x.Source.Empty() {
		from := d.sender(x, own, threads)
		t.from, t.fromWords = d.number(from), x.Source
		if x.Source.Empty() && !x.Turn {
			t.fromWords = from.Words
		}
	}
	if m := d.Addressed(own.Recipient, d.meanings[t.from], &d.said); m.Party != d.of(t.from) {
		d.said.Learn(m)
		t.ownRecipient = d.number(m)
	}
	if t.met.time = -1; t.ownRecipient == nobody && t.from != nobody {
		t.met = meeting{d.number(d.metWith(&t)), d.timeWithin(own.Before)}
		t.ownRecipient = t.met.with
	}
	t.thread = threads.follow(&t)
	return t
}

// sender returns who sends a message, and takes note that they spoke.
func (d *decider) sender(x attribution.Attribution, own *channel.Context, threads *threads) speaker.Meaning {
	if x.Turn {
		from := d.OfVoice(x.Voice, &d.said)
		d.said.Take(from, x.Source)
		return from
	}
	if x.Source.Empty() {
		return d.Unnamed(x, &d.said)
	}
	var from speaker.Meaning
	switch {
	case !own.Sender.Empty():
		from = d.Meant(own.Sender, &d.said)
	case threads.goesOn(x):
		from = d.meanings[threads.last.from]
	default:
		from = d.Meant(x.Source, &d.said)
	}
	d.said.Take(from, x.Source)
	return from
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
		d.goOnMeeting(n)
		if t.Sent = t.own.Timestamp; t.meets() {
			t.Sent = t.met.time
		} else if !d.tellsItself(t) {
			times = d.timeEvidence(n, times)
			t.Sent = likeliest(times, w.time[:]).timestamp
		}
		if t.to, t.toWords = t.ownRecipient, t.own.Recipient; t.to == nobody {
			t.to = t.met.with
		}
		if t.to == nobody {
			recipients = d.recipientEvidence(n, recipients)
			chosen := likeliest(recipients, w.recipient[:])
			t.to, t.toWords = chosen.party, chosen.words
		}
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
	list := speaker.NewList(d.Names)
	for n := range d.drafts {
		t := &d.drafts[n]
		t.Trust = d.trustIn(n)
		t.Speaker = list.Add(d.meanings[t.from], t.fromWords)
		t.Recipient = list.Add(d.meanings[t.to], t.toWords)
		if t.Recipient == t.Speaker {
			t.Recipient = speaker.Nobody // two who are called the same
		}
		if t.Mode == attribution.Speech && t.Channel.Written() {
			t.Mode = attribution.Writing
		}
	}
	return d.drafts, list.Speakers()
}

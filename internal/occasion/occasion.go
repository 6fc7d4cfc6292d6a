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
// decided about it.
type Draft struct {
	*attribution.Attribution
	Mode      attribution.Mode // that of the attribution, or writing where the channel is a written one
	Channel   channel.Channel  // empty if unknown
	Speaker   int              // index of a speaker, or [speaker.Nobody]
	Recipient int              // index of a speaker, or [speaker.Nobody]
	Sent      int              // index of a time expression, or -1
	Trust     float64          // the chance that words and speaker are right
	Why       []Reason         // what decided this, where that was asked for
}

// A draft is a Draft in the making, with what is known of it until all are decided.
// Texts may have one for every few bytes, so that its fields are narrow.
type draft struct {
	*Draft
	from, to     party            // who says it; whom it is to: decided, and nobody before
	ownRecipient party            // whom the words around its cue name as the recipient
	toAlone      party            // on whom it calls, or whom it answers, which tells of no other message
	toYou        bool             // its words speak to somebody
	fromWords    token.Range      // the words that tell who says it
	toWords      token.Range      // the words that tell whom it is to; empty where the thread does
	own          *channel.Context // what the words around its cue tell
	at           int              // the token of its cue, or of its first word
	sentence     int              // index of the sentence that holds it
	met          meeting          // what the writer tells of an exchange that it is part of
	thread       known            // own, with what the thread carries over
	previous     [fields]int32    // for channel, time and recipient: the last message of the speaker that tells it itself, or -1
	next         [fields]int32    // … and the next one
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
	hearers   []party           // for each phrase of the contexts' hearers who is meant, or unasked
	times     []timex.Timestamp
	drafts    []draft
	finished  []Draft // those that the drafts lead to
	published time.Time
	lede      token.Range
	main      party // the speaker of most messages
	counts
	agreement agreement
	settling  *settling // nil before the first field is settled
	apart     bool      // each message is decided by itself, as weights are fitted
	networks  *networks
	kept      *[fields]keptParts // nil where no gists are made
}

// ledeWords is how many words after the headline are the lede.
const ledeWords = 100

// newDecider reads each attribution by itself and in its thread, and connects the
// messages.
func newDecider(a *article.Article, reading *attribution.Reading, names *speaker.Names, contexts *channel.Contexts, times []timex.Timestamp, published time.Time) *decider {
	body := max(0, a.Headline.Last)
	d := &decider{
		Article: a, Reading: reading, Names: names, parties: newParties(names),
		contexts: contexts, mentions: contexts.Mentions, named: unaskedFor(len(contexts.Mentions)), hearers: unaskedFor(len(contexts.Hearers)),
		times: times, published: published, drafts: make([]draft, len(reading.Attributions)), finished: make([]Draft, len(reading.Attributions)),
		networks: embeddedNetworks(),
		lede:     token.Range{First: body, Last: min(len(a.Tokens), body+ledeWords)},
	}
	threads := newThreads(a)
	for n := range d.drafts {
		d.finished[n] = Draft{Attribution: &reading.Attributions[n], Mode: reading.Attributions[n].Mode}
		d.drafts[n] = d.draft(n, &contexts.Of[n], threads)
	}
	d.main = d.mainSpeaker()
	d.countMentions()
	d.countOwn()
	d.connect()
	return d
}

// draft reads attribution n by itself and in its thread.
func (d *decider) draft(n int, own *channel.Context, threads *threads) draft {
	m := &d.finished[n]
	x := m.Attribution
	t := draft{Draft: m, own: own, at: x.Content[0].First, toYou: d.addressesYou(x)}
	if len(x.Cue) > 0 {
		t.at = x.Cue[0].First
	}
	t.sentence = d.SentenceOf(t.at)
	if !x.Passive || !x.Source.Empty() {
		from := d.sender(n, own, threads)
		t.from, t.fromWords = d.number(from), x.Source
		if x.Source.Empty() && !x.Turn {
			t.fromWords = from.Words
		}
	}
	if m := d.whomItAddresses(n, &t); m.Party != d.of(t.from) {
		d.said.Learn(m)
		if own.CalledOn {
			t.toAlone = d.number(m)
		} else {
			t.ownRecipient = d.number(m)
		}
	}
	if own.Recipient.Empty() {
		t.toAlone = d.number(d.repliesTo(n, &t))
	}
	if t.met.time = -1; t.ownRecipient == nobody && t.from != nobody {
		t.met = meeting{d.number(d.metWith(&t)), d.timeWithin(own.Before)}
		t.ownRecipient = t.met.with
	}
	t.thread = threads.follow(&t)
	return t
}

// sender returns who sends message n, and takes note that they spoke.
func (d *decider) sender(n int, own *channel.Context, threads *threads) speaker.Meaning {
	x := &d.Reading.Attributions[n]
	if x.Turn {
		from := d.OfVoice(x.Voice, &d.said)
		d.said.Take(from, x.Source)
		return from
	}
	if x.Source.Empty() {
		return d.Unnamed(*x, &d.said)
	}
	from := d.asked(n)
	if from.IsNobody() {
		from = d.whoWrote(n)
	}
	switch {
	case !from.IsNobody():
	case !own.Sender.Empty():
		from = d.Meant(own.Sender, &d.said)
	case threads.goesOn(x):
		from = d.meanings[threads.last.from]
	default:
		from = d.Meant(x.Source, &d.said)
		if d.isOther(n, from) {
			from = d.Described(x.Source, &d.said)
		}
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
	d.decideChannels(w)
	for n := range d.drafts {
		d.goOnMeeting(n)
	}
	d.decideTimes(w)
	d.decideRecipients(w)
	d.leaveScenes()
	d.leaveReaders()
	d.letGo()
}

// decidesTogether reports whether there is a second round. Without gists none was
// fitted, and each message stays as it is by itself.
func (d *decider) decidesTogether() bool { return d.Gists != nil && !d.apart }

// settle decides a field of all messages together.
func (d *decider) settle(field int, set func(n int, o option)) {
	if !d.decidesTogether() {
		return
	}
	if d.settling == nil {
		d.settling = newSettling(d.drafts)
	}
	network, form := &d.networks[field], d.form()
	d.settling.settle(&d.agreement, &network.Agreement[form], network.None[form], set)
}

// likeliest returns the index of the candidate with the highest score; the first of
// those that have the same.
func likeliest(count int, score func(k int) float32) int {
	best, most := 0, score(0)
	for k := 1; k < count; k++ {
		if sum := score(k); sum > most {
			best, most = k, sum
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
		t.Speaker = list.Add(&d.meanings[t.from], t.fromWords)
		t.Recipient = list.Add(&d.meanings[t.to], t.toWords)
		if t.Recipient == t.Speaker {
			t.Recipient = speaker.Nobody // two who are called the same
		}
		if t.Mode == attribution.Speech && t.Channel.Written() {
			t.Mode = attribution.Writing
		}
	}
	return d.finished, list.Speakers()
}

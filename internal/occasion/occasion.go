package occasion

import (
	"cmp"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Draft is a message on its way: what the words around its cue tell, what
// the thread it stands in adds, and what the occasion decides.
type Draft struct {
	attribution.Attribution
	at              int                // the token of its cue, or of its first word
	sentence        int                // index of the sentence that holds it
	near            token.Range        // the writer's words around the cue
	before          token.Range        // the writer's sentence before
	own             channel.Context    // what near tells
	recipient       speaker.Meaning    // the recipient that near names
	from            speaker.Meaning    // who says it
	toYou           bool               // its words speak to somebody
	thread          channel.Context    // own, with what the thread carries over
	threadRecipient speaker.Meaning    // … that the thread tells
	previous        [fields]int        // for channel, time and recipient: the last message of the speaker that tells it itself, or -1
	next            [fields]int        // … and the next one
	other           int                // the last message of somebody else, or -1
	Channel         channel.Channel    // decided, like the next two
	Sent            int                // a time expression, or -1
	to              recipientCandidate // decided, and nobody before
	Speaker         int                // from and to, as indexes of the speakers of all messages, or speaker.Nobody
	Recipient       int
}

const (
	tellsChannel = iota
	tellsTime
	tellsRecipient
	fields
)

// decider decides the channel, time and recipient of every message of an
// article by weighing all that the article tells about its occasions.
type decider struct {
	*channel.Reader
	*speaker.Names
	said        *speaker.Said // by all messages
	Drafts      []Draft
	mentions    []channel.Mention
	share       [unknownChannel]int // mentions of each channel
	placed      [unknownChannel]int // those of them that are placed and the writer's own
	allPlaced   int
	mostNamed   int // the channel of most of these, or unknownChannel
	lede        token.Range
	asked       []bool            // for each mention whether its recipient was asked for
	meant       []speaker.Meaning // for each mention … and who it is
	main        speaker.Party     // the speaker of most messages
	published   time.Time
	uses        []int                 // for each time expression how many messages stand beside it
	firstTime   int                   // the first time expression that can be a message's, or -1
	usableTimes int                   // how many can
	addressed   map[speaker.Party]int // how many messages name somebody as their recipient
}

// newOccasions connects the messages of an article.
func newOccasions(contexts *channel.Reader, names *speaker.Names, said *speaker.Said, drafts []Draft, published time.Time) *decider {
	o := &decider{Reader: contexts, Names: names, said: said, Drafts: drafts, published: published, addressed: make(map[speaker.Party]int)}
	body := max(0, o.Headline.Last)
	o.lede = token.Range{First: body, Last: min(len(o.Tokens), body+ledeWords)}
	o.main = mainSpeaker(drafts)
	o.countMentions()
	o.countTold()
	o.connect()
	return o
}

// countMentions finds the mentions and counts those of each channel.
func (o *decider) countMentions() {
	o.mentions = o.FindMentions()
	o.asked, o.meant = make([]bool, len(o.mentions)), make([]speaker.Meaning, len(o.mentions))
	for n := range o.mentions {
		c := &o.mentions[n]
		o.share[channelIndex(c.Channel)]++
		if c.SetsOccasion() {
			o.placed[channelIndex(c.Channel)]++
			o.allPlaced++
		}
	}
	o.mostNamed = unknownChannel
	for k, n := range o.placed {
		if n > 0 && (o.mostNamed == unknownChannel || n > o.placed[o.mostNamed]) {
			o.mostNamed = k
		}
	}
}

// countTold counts what the messages themselves tell of times and recipients.
func (o *decider) countTold() {
	o.uses = make([]int, len(o.Timestamps))
	for n := range o.Drafts {
		t := &o.Drafts[n]
		if t.own.Timestamp >= 0 {
			o.uses[t.own.Timestamp]++
		}
		if !t.recipient.IsNobody() {
			o.addressed[t.recipient.Party]++
		}
	}
	o.firstTime = slices.IndexFunc(o.Timestamps, timex.Timestamp.TellsWhen)
	for _, stamp := range o.Timestamps {
		if stamp.TellsWhen() {
			o.usableTimes++
		}
	}
}

// has reports whether a draft tells the field itself.
func (t *Draft) has(field int) bool {
	switch field {
	case tellsChannel:
		return t.own.Channel != ""
	case tellsTime:
		return t.own.Timestamp >= 0
	}
	return !t.recipient.IsNobody()
}

// connect finds for every message those of the same speaker, and of the one
// before, that tell what it may share with them.
func (o *decider) connect() {
	for field := range fields {
		last := make(map[speaker.Party]int)
		for n := range o.Drafts {
			o.Drafts[n].previous[field] = o.note(last, n, field)
		}
		clear(last)
		for n := len(o.Drafts) - 1; n >= 0; n-- {
			o.Drafts[n].next[field] = o.note(last, n, field)
		}
	}
	for n := range o.Drafts {
		o.Drafts[n].other = -1
		for k := n - 1; k >= 0 && n-k < 4; k-- {
			if p := o.Drafts[k].from.Party; p != o.Drafts[n].from.Party && !p.IsNobody() {
				o.Drafts[n].other = k
				break
			}
		}
	}
}

// note returns the message last noted for the speaker of message n, or -1, and
// notes message n in its place if it tells the field itself.
func (o *decider) note(last map[speaker.Party]int, n, field int) int {
	t := &o.Drafts[n]
	if t.from.IsNobody() {
		return -1
	}
	noted, ok := last[t.from.Party]
	if !ok {
		noted = -1
	}
	if t.has(field) && t.Mode != attribution.Thought {
		last[t.from.Party] = n
	}
	return noted
}

// mainSpeaker returns the one with most messages, or nobody.
func mainSpeaker(drafts []Draft) (main speaker.Party) {
	said := make(map[speaker.Party]int)
	for n := range drafts {
		if p := drafts[n].from.Party; !p.IsNobody() {
			said[p]++
		}
	}
	for n := range drafts {
		if p := drafts[n].from.Party; !p.IsNobody() && said[p] > said[main] {
			main = p
		}
	}
	return main
}

// wordsAfter returns how many words stand between message p and the later t.
func (t *Draft) wordsAfter(p *Draft) int { return t.Content[0].First - p.End() }

// mentionFrom returns the index of the first mention at or after token i.
func (o *decider) mentionFrom(i int) int {
	n, _ := slices.BinarySearchFunc(o.mentions, i, func(c channel.Mention, at int) int { return cmp.Compare(c.At, at) })
	return n
}

// sentenceWords is how far on either side of a word its sentence is looked at. Text
// without marks can be one sentence.
const sentenceWords = 60

// sentenceNear returns the words of a sentence around token i.
func (o *decider) sentenceNear(sentence, i int) token.Range {
	s := o.Sentences[sentence]
	return token.Range{First: max(s.First, i-sentenceWords), Last: min(s.Last, i+sentenceWords)}
}

// Read reads each attribution by itself and in its thread.
func Read(a *article.Article, reading *attribution.Reading, timestamps []timex.Timestamp, published time.Time) *decider {
	names, said := speaker.Read(a, reading), new(speaker.Said)
	contexts := channel.NewReader(a, reading, timestamps)
	threads := newThreads()
	drafts := make([]Draft, len(reading.Attributions))
	for n, x := range reading.Attributions {
		t := Draft{Attribution: x, at: x.Content[0].First}
		if len(x.Cue) > 0 {
			t.at = x.Cue[0].First
			t.near = contexts.Narrative(x)
			t.before = contexts.SentenceBefore(contexts.Opening(x, t.near))
		}
		t.own = contexts.ContextOf(x, t.near, t.before)
		if isPassive(a, x) {
			t.own.Recipient = x.Source
		} else {
			t.from = threads.sender(a, names, said, x)
		}
		if t.recipient = names.Addressed(t.own.Recipient, t.from, said); t.recipient.Party == t.from.Party {
			t.recipient = speaker.Meaning{}
		}
		said.Learn(t.recipient)
		t.sentence = a.SentenceOf(t.at)
		t.toYou = addressesYou(a, x)
		t.thread, t.threadRecipient = threads.follow(a, x, t.from, t.own, t.recipient)
		drafts[n] = t
	}
	return newOccasions(contexts, names, said, drafts, published)
}

// isPassive reports whether the source of an attribution is the one addressed:
// "residents were told", "the court heard".
func isPassive(m *article.Article, a attribution.Attribution) bool {
	if len(a.Cue) == 0 || a.Source.Empty() {
		return false
	}
	last := a.LastCue().Last - 1
	if a.Source.First > last {
		return false
	}
	switch m.Fold(last) {
	case "told", "asked", "warned", "informed", "advised", "urged", "ordered":
		switch m.Fold(last - 1) {
		case "was", "were", "been", "being", "is", "are", "be":
			return true
		}
	case "heard", "hears":
		return channel.SitsInSession(m.Fold(a.Source.Last - 1))
	}
	return false
}

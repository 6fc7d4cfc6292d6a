package occasion

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What a message can tell itself.
const (
	tellsChannel = iota
	tellsTime
	tellsRecipient
	fields
)

// counts are how often an article tells what.
type counts struct {
	share       [unknownChannel]int // mentions of each channel
	placed      [unknownChannel]int // those of them that are placed and the writer's own
	allPlaced   int
	mostNamed   int    // the channel of most of these, or unknownChannel
	uses        []int  // for each time expression how many messages stand beside it
	firstTime   int    // the first time expression that can be a message's, or -1
	usableTimes int    // how many can
	spoken      []bool // for each sentence whether a message has its cue, or without one its words, in it
	addressed   []int  // for each party how many messages name it as their recipient; not for those found later
}

// countMentions counts the mentions of each channel.
func (d *decider) countMentions() {
	for n := range d.mentions {
		m := &d.mentions[n]
		k := channelIndex(m.Channel)
		d.share[k]++
		if m.SetsOccasion() {
			d.placed[k]++
			d.allPlaced++
		}
	}
	d.mostNamed = unknownChannel
	for k, n := range d.placed {
		if n > 0 && (d.mostNamed == unknownChannel || n > d.placed[d.mostNamed]) {
			d.mostNamed = k
		}
	}
}

// countOwn counts what the messages themselves tell of times and recipients.
func (d *decider) countOwn() {
	d.uses = make([]int, len(d.times))
	d.addressed = make([]int, len(d.meanings))
	d.spoken = make([]bool, len(d.Sentences))
	for n := range d.drafts {
		t := &d.drafts[n]
		d.spoken[t.sentence] = true
		if t.own.Timestamp >= 0 {
			d.uses[t.own.Timestamp]++
		}
		if t.ownRecipient != nobody {
			d.addressed[t.ownRecipient]++
		}
	}
	d.firstTime = slices.IndexFunc(d.times, timex.Timestamp.TellsWhen)
	for _, t := range d.times {
		if t.TellsWhen() {
			d.usableTimes++
		}
	}
}

// has reports whether a draft tells the field itself.
func (t *draft) has(field int) bool {
	switch field {
	case tellsChannel:
		return t.own.Channel != ""
	case tellsTime:
		return t.own.Timestamp >= 0
	}
	return t.ownRecipient != nobody
}

// connect finds for every message those of the same speaker, and of the one
// before, that tell what it may share with them.
func (d *decider) connect() {
	last := make([]int, len(d.meanings)) // for each party 1 + the last message that tells the field, or 0
	for field := range fields {
		clear(last)
		for n := range d.drafts {
			d.drafts[n].previous[field] = int32(d.note(last, n, field))
		}
		clear(last)
		for n := len(d.drafts) - 1; n >= 0; n-- {
			d.drafts[n].next[field] = int32(d.note(last, n, field))
		}
	}
}

// note returns the message last noted for the speaker of message n, or -1, and
// notes message n in its place if it tells the field itself.
func (d *decider) note(last []int, n, field int) int {
	t := &d.drafts[n]
	if t.from == nobody {
		return -1
	}
	noted := last[t.from] - 1
	if t.has(field) && t.Mode != attribution.Thought {
		last[t.from] = n + 1
	}
	return noted
}

// otherReach is how many messages back the last one of somebody else is looked for.
const otherReach = 3

// otherBefore returns the last message before n that somebody else sent, or -1.
func (d *decider) otherBefore(n int) int {
	for k := n - 1; k >= max(0, n-otherReach); k-- {
		if p := d.drafts[k].from; p != d.drafts[n].from && p != nobody {
			return k
		}
	}
	return -1
}

// mainSpeaker returns the one with most messages, or nobody.
func (d *decider) mainSpeaker() party {
	sent := make([]int, len(d.meanings))
	for n := range d.drafts {
		sent[d.drafts[n].from]++
	}
	sent[nobody] = 0
	main := nobody
	for n := range d.drafts {
		if p := d.drafts[n].from; sent[p] > sent[main] {
			main = p
		}
	}
	return main
}

// wordsAfter returns how many words stand between message p and the later t.
func (t *draft) wordsAfter(p *draft) int { return t.Content[0].First - p.End() }

// mentionFrom returns the index of the first mention at or after token i.
func (d *decider) mentionFrom(i int) int {
	n, _ := slices.BinarySearchFunc(d.mentions, i, func(c channel.Mention, at int) int { return cmp.Compare(c.At, at) })
	return n
}

// mentionsIn returns the mentions within w.
func (d *decider) mentionsIn(w token.Range) []channel.Mention {
	first := d.mentionFrom(w.First)
	return d.mentions[first:max(first, d.mentionFrom(w.Last))]
}

// timeFrom returns the index of the first time expression that begins at or after
// token i.
func (d *decider) timeFrom(i int) int {
	n, _ := slices.BinarySearchFunc(d.contexts.Times, i, func(w token.Range, at int) int { return cmp.Compare(w.First, at) })
	return n
}

// sentenceWords is how far on either side of a word its sentence is looked at. Text
// without marks can be one sentence.
const sentenceWords = 60

// sentenceNear returns the words of a sentence around token i.
func (d *decider) sentenceNear(sentence, i int) token.Range {
	s := d.Sentences[sentence]
	return token.Range{First: max(s.First, i-sentenceWords), Last: min(s.Last, i+sentenceWords)}
}

// isNamedIn reports whether words hold a name of the party.
func (d *decider) isNamedIn(p party, w token.Range) bool { return d.IsNamedIn(d.of(p), w) }

package occasion

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/speaker"
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
	mostNamed   int                 // the channel of most of these, or unknownChannel
	uses        []int               // for each time expression how many messages stand beside it
	firstTime   int                 // the first time expression that can be a message's, or -1
	usableTimes int                 // how many can
	addressed   map[int]int         // how many messages name somebody as their recipient
	addressedAt map[int]token.Range // where the first of them does
}

// countMentions finds the mentions and counts those of each channel.
func (d *decider) countMentions() {
	for n := range d.mentions {
		m := &d.mentions[n]
		d.share[channelIndex(m.Channel)]++
		if m.SetsOccasion() {
			d.placed[channelIndex(m.Channel)]++
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
	d.addressed, d.addressedAt = make(map[int]int), make(map[int]token.Range)
	for n := range d.drafts {
		t := &d.drafts[n]
		if t.own.Timestamp >= 0 {
			d.uses[t.own.Timestamp]++
		}
		if t.ownRecipient != speaker.NoParty {
			if d.addressed[t.ownRecipient]++; d.addressed[t.ownRecipient] == 1 {
				d.addressedAt[t.ownRecipient] = t.own.Recipient
			}
		}
	}
	d.firstTime = slices.IndexFunc(d.times, timex.Timestamp.TellsWhen)
	for _, stamp := range d.times {
		if stamp.TellsWhen() {
			d.usableTimes++
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
	return t.ownRecipient != speaker.NoParty
}

// connect finds for every message those of the same speaker, and of the one
// before, that tell what it may share with them.
func (d *decider) connect() {
	for field := range fields {
		last := make(map[int]int)
		for n := range d.drafts {
			d.drafts[n].previous[field] = d.note(last, n, field)
		}
		clear(last)
		for n := len(d.drafts) - 1; n >= 0; n-- {
			d.drafts[n].next[field] = d.note(last, n, field)
		}
	}
	for n := range d.drafts {
		d.drafts[n].other = -1
		for k := n - 1; k >= 0 && n-k < 4; k-- {
			if d.drafts[k].Speaker != d.drafts[n].Speaker && d.drafts[k].Speaker != speaker.NoParty {
				d.drafts[n].other = k
				break
			}
		}
	}
}

// note returns the message last noted for the speaker of message n, or -1, and
// notes message n in its place if it tells the field itself.
func (d *decider) note(last map[int]int, n, field int) int {
	t := &d.drafts[n]
	if t.Speaker == speaker.NoParty {
		return -1
	}
	noted, ok := last[t.Speaker]
	if !ok {
		noted = -1
	}
	if t.has(field) && t.Mode != attribution.Thought {
		last[t.Speaker] = n
	}
	return noted
}

// mainSpeaker returns the one with most messages, or speaker.NoParty.
func (d *decider) mainSpeaker() int {
	said := make(map[int]int)
	main := speaker.NoParty
	for n := range d.drafts {
		if id := d.drafts[n].Speaker; id != speaker.NoParty {
			said[id]++
		}
	}
	for n := range d.drafts {
		if id := d.drafts[n].Speaker; id != speaker.NoParty && (main == speaker.NoParty || said[id] > said[main]) {
			main = id
		}
	}
	return main
}

// wordsAfter returns how many words stand between message p and the later t.
func (t *Draft) wordsAfter(p *Draft) int { return t.Content[0].First - p.End() }

// mentionFrom returns the index of the first mention at or after token i.
func (d *decider) mentionFrom(i int) int {
	n, _ := slices.BinarySearchFunc(d.mentions, i, func(c channel.Mention, at int) int { return cmp.Compare(c.At, at) })
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

// namesSpeaker reports whether words name the speaker.
func (d *decider) namesSpeaker(w token.Range, id int) bool {
	if id == speaker.NoParty {
		return false
	}
	k := d.BearerOf[id]
	if k < 0 {
		return false
	}
	first, last := d.NamesIn(w)
	for n := first; n < last; n++ {
		if d.Of[n] == k {
			return true
		}
	}
	return false
}

package verbatim

import (
	"cmp"
	"slices"
	"time"
)

// A telling is a message on its way: what the words around its cue tell, what
// the thread it stands in adds, and what the occasion decides.
type telling struct {
	attribution
	at        int     // the token of its cue, or of its first word
	sentence  int     // index of the sentence that holds it
	near      words   // the writer's words around the cue
	scene     words   // the writer's sentence before
	own       setting // what near tells
	hearer    int     // the recipient that near names
	speaker   int
	thread    setting // own, with what the thread carries over
	partner   int     // the recipient, by the thread
	previous  [3]int  // for channel, time and recipient: the last message of the speaker that tells it itself, or -1
	next      [3]int  // … and the next one
	other     int     // the last message of somebody else, or -1
	channel   Channel // decided, like the next two
	sent      int     // a time expression, or -1
	recipient int     // a speaker, or noParty
}

const (
	tellsChannel = iota
	tellsTime
	tellsHearer
)

// occasions decides the channel, time and recipient of every message of an
// article by weighing all that the article tells about its occasions.
type occasions struct {
	*settingReader
	*roster
	tellings    []telling
	clues       []clue
	share       [unknownChannel]int // clues of each channel
	placed      [unknownChannel]int // those of them that are placed and the writer's own
	allPlaced   int
	mostNamed   int // the channel of most of these, or unknownChannel
	lede        words
	main        int // the speaker of most messages, or noParty
	published   time.Time
	stamps      []words       // the words of each time expression
	uses        []int         // for each time expression how many messages stand beside it
	firstTime   int           // the first time expression that can be a message's, or -1
	usableTimes int           // how many can
	heard       map[int]int   // how many messages name somebody as their hearer
	heardAt     map[int]words // where the first of them does
}

// newOccasions connects the messages of an article.
func newOccasions(settings *settingReader, r *roster, tellings []telling, published time.Time) *occasions {
	o := &occasions{settingReader: settings, roster: r, tellings: tellings, published: published, heard: make(map[int]int), heardAt: make(map[int]words)}
	o.clues = settings.findClues()
	for _, c := range o.clues {
		o.share[channelIndex(c.channel)]++
		if c.placed && !c.attributed {
			o.placed[channelIndex(c.channel)]++
			o.allPlaced++
		}
	}
	o.mostNamed = unknownChannel
	for k, n := range o.placed {
		if n > 0 && (o.mostNamed == unknownChannel || n > o.placed[o.mostNamed]) {
			o.mostNamed = k
		}
	}
	body := max(0, o.headline.last)
	o.lede = words{body, min(len(o.tokens), body+ledeWords)}
	o.stamps = make([]words, len(o.timestamps))
	for i := len(o.stampOf) - 1; i >= 0; i-- {
		if n := int(o.stampOf[i]) - 1; n >= 0 {
			if o.stamps[n].empty() {
				o.stamps[n].last = i + 1
			}
			o.stamps[n].first = i
		}
	}
	o.uses = make([]int, len(o.timestamps))
	for n := range o.tellings {
		if k := o.tellings[n].own.timestamp; k >= 0 {
			o.uses[k]++
		}
		if id := o.tellings[n].hearer; id != noParty {
			o.heard[id]++
			if o.heard[id] == 1 {
				o.heardAt[id] = o.tellings[n].own.recipient
			}
		}
	}
	o.firstTime = slices.IndexFunc(o.timestamps, tellsWhen)
	for _, stamp := range o.timestamps {
		if tellsWhen(stamp) {
			o.usableTimes++
		}
	}
	o.connect()
	return o
}

// has reports whether a telling tells the field itself.
func (t *telling) has(field int) bool {
	switch field {
	case tellsChannel:
		return t.own.channel != ""
	case tellsTime:
		return t.own.timestamp >= 0
	}
	return t.hearer != noParty
}

// connect finds for every message those of the same speaker, and of the one
// before, that tell what it may share with them.
func (o *occasions) connect() {
	said := make(map[int]int)
	for n := range o.tellings {
		if id := o.tellings[n].speaker; id != noParty {
			said[id]++
		}
	}
	o.main = noParty
	for n := range o.tellings {
		if id := o.tellings[n].speaker; id != noParty && (o.main == noParty || said[id] > said[o.main]) {
			o.main = id
		}
	}
	for field := range 3 {
		last := make(map[int]int)
		for n := range o.tellings {
			t := &o.tellings[n]
			t.previous[field] = lookup(last, t.speaker)
			if t.has(field) && t.mode != Thought {
				last[t.speaker] = n
			}
		}
		clear(last)
		for n := len(o.tellings) - 1; n >= 0; n-- {
			t := &o.tellings[n]
			t.next[field] = lookup(last, t.speaker)
			if t.has(field) && t.mode != Thought {
				last[t.speaker] = n
			}
		}
	}
	for n := range o.tellings {
		o.tellings[n].other = -1
		for k := n - 1; k >= 0 && n-k < 4; k-- {
			if o.tellings[k].speaker != o.tellings[n].speaker && o.tellings[k].speaker != noParty {
				o.tellings[n].other = k
				break
			}
		}
	}
}

// lookup returns the message last noted for a speaker, or -1.
func lookup(last map[int]int, speaker int) int {
	if n, ok := last[speaker]; ok && speaker != noParty {
		return n
	}
	return -1
}

// clueFrom returns the index of the first clue at or after token i.
func (o *occasions) clueFrom(i int) int {
	n, _ := slices.BinarySearchFunc(o.clues, i, func(c clue, at int) int { return cmp.Compare(c.at, at) })
	return n
}

// sentenceWords is how far on either side of a word its sentence is looked at. Text
// without marks can be one sentence.
const sentenceWords = 60

// sentenceNear returns the words of a sentence around token i.
func (o *occasions) sentenceNear(sentence, i int) words {
	s := o.sentences[sentence]
	return words{max(s.first, i-sentenceWords), min(s.last, i+sentenceWords)}
}

// namesSpeaker reports whether words name the speaker.
func (o *occasions) namesSpeaker(w words, speaker int) bool {
	if speaker == noParty {
		return false
	}
	k := o.bearerOf[speaker]
	if k < 0 {
		return false
	}
	first, last := o.namesIn(w)
	for n := first; n < last; n++ {
		if o.of[n] == k {
			return true
		}
	}
	return false
}

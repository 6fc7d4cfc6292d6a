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
	toYou     bool        // its words speak to somebody
	thread    setting     // own, with what the thread carries over
	partner   int         // the recipient, by the thread
	previous  [fields]int // for channel, time and recipient: the last message of the speaker that tells it itself, or -1
	next      [fields]int // … and the next one
	other     int         // the last message of somebody else, or -1
	channel   Channel     // decided, like the next two
	sent      int         // a time expression, or -1
	recipient int         // a speaker, or noParty
}

const (
	tellsChannel = iota
	tellsTime
	tellsHearer
	fields
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
	uses        []int         // for each time expression how many messages stand beside it
	firstTime   int           // the first time expression that can be a message's, or -1
	usableTimes int           // how many can
	heard       map[int]int   // how many messages name somebody as their hearer
	heardAt     map[int]words // where the first of them does
}

// newOccasions connects the messages of an article.
func newOccasions(settings *settingReader, r *roster, tellings []telling, published time.Time) *occasions {
	o := &occasions{settingReader: settings, roster: r, tellings: tellings, published: published, heard: make(map[int]int), heardAt: make(map[int]words)}
	body := max(0, o.headline.last)
	o.lede = words{body, min(len(o.tokens), body+ledeWords)}
	o.main = mainSpeaker(tellings)
	o.countClues()
	o.countTold()
	o.connect()
	return o
}

// countClues finds the clues and counts those of each channel.
func (o *occasions) countClues() {
	o.clues = o.findClues()
	for n := range o.clues {
		c := &o.clues[n]
		o.share[channelIndex(c.channel)]++
		if c.setsScene() {
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
}

// countTold counts what the messages themselves tell of times and hearers.
func (o *occasions) countTold() {
	o.uses = make([]int, len(o.timestamps))
	for n := range o.tellings {
		t := &o.tellings[n]
		if t.own.timestamp >= 0 {
			o.uses[t.own.timestamp]++
		}
		if t.hearer != noParty {
			if o.heard[t.hearer]++; o.heard[t.hearer] == 1 {
				o.heardAt[t.hearer] = t.own.recipient
			}
		}
	}
	o.firstTime = slices.IndexFunc(o.timestamps, tellsWhen)
	for _, stamp := range o.timestamps {
		if tellsWhen(stamp) {
			o.usableTimes++
		}
	}
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
	for field := range fields {
		last := make(map[int]int)
		for n := range o.tellings {
			o.tellings[n].previous[field] = o.note(last, n, field)
		}
		clear(last)
		for n := len(o.tellings) - 1; n >= 0; n-- {
			o.tellings[n].next[field] = o.note(last, n, field)
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

// note returns the message last noted for the speaker of message n, or -1, and
// notes message n in its place if it tells the field itself.
func (o *occasions) note(last map[int]int, n, field int) int {
	t := &o.tellings[n]
	if t.speaker == noParty {
		return -1
	}
	noted, ok := last[t.speaker]
	if !ok {
		noted = -1
	}
	if t.has(field) && t.mode != Thought {
		last[t.speaker] = n
	}
	return noted
}

// mainSpeaker returns the one with most messages, or noParty.
func mainSpeaker(tellings []telling) int {
	said := make(map[int]int)
	main := noParty
	for n := range tellings {
		if id := tellings[n].speaker; id != noParty {
			said[id]++
		}
	}
	for n := range tellings {
		if id := tellings[n].speaker; id != noParty && (main == noParty || said[id] > said[main]) {
			main = id
		}
	}
	return main
}

// wordsAfter returns how many words stand between message p and the later t.
func (t *telling) wordsAfter(p *telling) int { return t.content[0].first - p.end() }

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

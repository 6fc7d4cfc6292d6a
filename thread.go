package verbatim

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// threads carry what one message tells over to the next: a speaker stays in a
// setting, and two who answer each other stay each other's recipients, until
// the text leaves it.
type threads struct {
	standing map[int]standing // by speaker
	last     exchange
	sessions map[Channel]int // the time of the hearing or debate that the article tells of
	pairs    map[Channel]pair
	times    map[Channel]int // the last time expression that told when something went through a channel
}

// A pair are the two who last exchanged messages through a channel.
type pair struct{ one, other int }

// A standing is the setting that a speaker was last found in.
type standing struct {
	setting
	recipient int
	at        int // the token after the message
}

// An exchange is the last message that went from one party to another.
type exchange struct {
	from, to int
	setting
	at int
}

func newThreads() *threads {
	return &threads{
		standing: make(map[int]standing), last: exchange{from: noParty, to: noParty}, sessions: make(map[Channel]int), pairs: make(map[Channel]pair), times: make(map[Channel]int),
	}
}

// threadReach is how many words may stand between two messages of a thread.
const threadReach = 250

// sender resolves the source of a message. "The message continued", "the
// account added": the words of the one who sent the message before.
func (t *threads) sender(r *roster, x attribution) int {
	if t.last.from != noParty && isCarrier(r.article, x.source) && x.content[0].first-t.last.at < threadReach {
		return r.speakerAs(t.last.from, x.source)
	}
	if x.source.empty() {
		return r.speakerUnnamed(x)
	}
	return r.speakerOf(x.source)
}

// isCarrier reports whether a source names nothing but what carries a message.
func isCarrier(a *article, source words) bool {
	if source.len() < 2 || source.len() > 3 || a.fold(source.first) != "the" {
		return false
	}
	for i := source.first + 1; i < source.last-1; i++ {
		switch a.fold(i) {
		case "twitter", "direct", "text", "email", "second", "first", "same":
		default:
			return false
		}
	}
	return a.fold(source.last-1) == "account" || isCarrierNoun(a.fold(source.last-1))
}

// isCarrierNoun reports whether a noun names what carries a message.
func isCarrierNoun(word string) bool {
	switch word {
	case "message", "tweet", "email", "letter", "post", "text", "note", "memo":
		return true
	}
	return false
}

// follow fills in what a message takes over from those before it.
func (t *threads) follow(a *article, x attribution, speaker int, here setting, recipient int) (setting, int) {
	if x.mode == Thought {
		return here, recipient
	}
	if speaker == noParty {
		return t.inSession(here), recipient
	}
	at := x.content[0].first
	if before, ok := t.standing[speaker]; ok && at-before.at < threadReach && a.speaksOn(x) {
		if here.channel == "" {
			here.channel = before.channel
		}
		if here.channel == before.channel {
			if here.timestamp < 0 {
				here.timestamp = before.timestamp
				if mutual(here.channel) {
					here.timestamp = max(here.timestamp, t.latest(here.channel))
				}
			}
			if recipient == noParty && x.form() != Indirect {
				recipient = before.recipient
			}
		}
	}
	if recipient == noParty && at-t.last.at < threadReach {
		here, recipient = t.answer(a, x, speaker, here)
	}
	here = t.inSession(here)
	if here.timestamp >= 0 {
		t.times[here.channel] = here.timestamp
	}
	if mutual(here.channel) {
		if recipient == noParty && x.form() != Indirect {
			recipient = t.pairs[here.channel].partner(speaker)
		}
		if recipient != noParty {
			t.pairs[here.channel] = pair{speaker, recipient}
		}
	}
	t.standing[speaker] = standing{here, recipient, x.end()}
	if recipient != noParty {
		t.last = exchange{speaker, recipient, here, x.end()}
	} else if t.last.from != speaker && x.form() != Indirect {
		t.last = exchange{from: speaker, to: noParty, setting: here, at: x.end()}
	}
	return here, recipient
}

// latest returns the last time expression that told when something went through
// a channel, or -1. A thread goes on in time, whoever wrote last.
func (t *threads) latest(c Channel) int {
	if n, ok := t.times[c]; ok {
		return n
	}
	return -1
}

// partner returns the other of the two, or noParty for anybody else.
func (p pair) partner(speaker int) int {
	switch {
	case p.one == p.other: // none yet
	case p.one == speaker:
		return p.other
	case p.other == speaker:
		return p.one
	}
	return noParty
}

// inSession gives a message of a hearing or debate the time of the session, and
// takes note of the first that is told.
func (t *threads) inSession(here setting) setting {
	if !isSession(here.channel) {
		return here
	}
	if when, ok := t.sessions[here.channel]; ok && here.timestamp < 0 {
		here.timestamp = when
	} else if !ok && here.timestamp >= 0 {
		t.sessions[here.channel] = here.timestamp
	}
	return here
}

// answer finds whom a message answers: the one who wrote or spoke last, if it
// was to this speaker or the cue is one of answering.
func (t *threads) answer(a *article, x attribution, speaker int, here setting) (setting, int) {
	if t.last.from == noParty || t.last.from == speaker {
		return here, noParty
	}
	answers := a.answers(x) || x.isTurn() && x.source.first == t.last.at
	if answers && t.last.to != speaker {
		// The last message was not to this speaker: the answer is to the one
		// whom they exchange messages with, if there is one.
		for _, c := range mutualChannels {
			if partner := t.pairs[c].partner(speaker); partner != noParty && (here.channel == "" || a.channelOfCue(x) == "") {
				here.channel = c
				return here, partner
			}
		}
	}
	if !answers && (t.last.to != speaker || !mutual(t.last.channel) || x.form() == Indirect) {
		return here, noParty
	}
	if here.channel == "" {
		here.channel = t.last.channel
	}
	return here, t.last.from
}

// isSession reports whether all who speak in a channel do so on one occasion.
func isSession(c Channel) bool {
	return c == ChannelTestimony || c == ChannelDebate || c == ChannelNewsConference
}

// isGathering reports whether those who hear what goes through a channel are
// there together.
func isGathering(c Channel) bool { return isSession(c) || c == ChannelSpeech }

// isTurn reports whether an attribution is a turn of a transcript: words with
// a name right before them and no cue.
func (x attribution) isTurn() bool {
	return len(x.cue) == 0 && !x.source.empty() && x.source.last == x.content[0].first
}

// mutual reports whether those who use a channel answer each other in it.
func mutual(c Channel) bool { return slices.Contains(mutualChannels, c) }

var mutualChannels = []Channel{
	ChannelMessage, ChannelEmail, ChannelLetter, ChannelCall, ChannelTestimony, ChannelDebate, ChannelConversation,
}

// answers reports whether the cue says that the message is an answer.
func (a *article) answers(x attribution) bool {
	return x.anyCueWord(func(i int) bool {
		switch a.fold(i) {
		case "replied", "replies", "replying", "answered", "answers", "answering", "retorted", "responded", "responds", "countered":
			return true
		}
		return false
	})
}

// speaksOn reports whether an attribution is of the kind that goes on in the
// setting of the one before: words quoted, or a plain verb of speech.
func (a *article) speaksOn(x attribution) bool {
	return x.form() != Indirect || x.anyCueWord(func(i int) bool {
		lexeme, ok := lexicon.LookupCue(a.fold(i))
		return ok && lexeme.Frame == lexicon.Clause && lexeme.Weight > 0.8
	})
}

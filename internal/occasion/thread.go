package occasion

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// threads carry what one message tells over to the next: a speaker stays on an
// occasion, and two who answer each other stay each other's recipients, until
// the text leaves it.
type threads struct {
	standing map[speaker.Party]standing // by speaker
	last     exchange
	sessions map[channel.Channel]int // the time of the hearing or debate that the article tells of
	pairs    map[channel.Channel]pair
	times    map[channel.Channel]int // the last time expression that told when something went through a channel
}

// A pair are the two who last exchanged messages through a channel.
type pair struct{ one, other speaker.Meaning }

// A standing is the context that a speaker was last found in.
type standing struct {
	channel.Context
	recipient speaker.Meaning
	at        int // the token after the message
}

// An exchange is the last message that went from one party to another.
type exchange struct {
	from, to speaker.Meaning
	channel.Context
	at int
}

func newThreads() *threads {
	return &threads{
		standing: make(map[speaker.Party]standing), sessions: make(map[channel.Channel]int), pairs: make(map[channel.Channel]pair), times: make(map[channel.Channel]int),
	}
}

// threadReach is how many words may stand between two messages of a thread.
const threadReach = 250

// sender resolves the source of a message. "The message continued", "the
// account added": the words of the one who sent the message before.
func (t *threads) sender(a *article.Article, names *speaker.Names, said *speaker.Said, x attribution.Attribution) speaker.Meaning {
	if x.Source.Empty() {
		return names.Unnamed(x, said)
	}
	from := t.last.from
	if from.IsNobody() || !isCarrier(a, x.Source) || x.Content[0].First-t.last.at >= threadReach {
		from = names.Meant(x.Source, said)
	}
	said.Take(from, x.Source)
	return from
}

// isCarrier reports whether a source names nothing but what carries a message.
func isCarrier(a *article.Article, source token.Range) bool {
	if source.Len() < 2 || source.Len() > 3 || a.Fold(source.First) != "the" {
		return false
	}
	for i := source.First + 1; i < source.Last-1; i++ {
		switch a.Fold(i) {
		case "twitter", "direct", "text", "email", "second", "first", "same":
		default:
			return false
		}
	}
	return a.Fold(source.Last-1) == "account" || channel.IsCarrierNoun(a.Fold(source.Last-1))
}

// follow fills in what a message takes over from those before it.
func (t *threads) follow(a *article.Article, x attribution.Attribution, from speaker.Meaning, here channel.Context, recipient speaker.Meaning) (channel.Context, speaker.Meaning) {
	if x.Mode == attribution.Thought {
		return here, recipient
	}
	if from.IsNobody() {
		return t.inSession(here), recipient
	}
	at := x.Content[0].First
	if before, ok := t.standing[from.Party]; ok && at-before.at < threadReach && speaksOn(a, x) {
		if here.Channel == "" {
			here.Channel = before.Channel
		}
		if here.Channel == before.Channel {
			if here.Timestamp < 0 {
				here.Timestamp = before.Timestamp
				if channel.Mutual(here.Channel) {
					here.Timestamp = max(here.Timestamp, t.latest(here.Channel))
				}
			}
			if recipient.IsNobody() && x.Form() != attribution.Indirect {
				recipient = before.recipient
			}
		}
	}
	if recipient.IsNobody() && at-t.last.at < threadReach {
		here, recipient = t.answer(a, x, from, here)
	}
	here = t.inSession(here)
	if here.Timestamp >= 0 {
		t.times[here.Channel] = here.Timestamp
	}
	if channel.Mutual(here.Channel) {
		if recipient.IsNobody() && x.Form() != attribution.Indirect {
			recipient = t.pairs[here.Channel].recipientOf(from.Party)
		}
		if !recipient.IsNobody() {
			t.pairs[here.Channel] = pair{from, recipient}
		}
	}
	t.standing[from.Party] = standing{here, recipient, x.End()}
	if !recipient.IsNobody() {
		t.last = exchange{from, recipient, here, x.End()}
	} else if t.last.from.Party != from.Party && x.Form() != attribution.Indirect {
		t.last = exchange{from: from, Context: here, at: x.End()}
	}
	return here, recipient
}

// latest returns the last time expression that told when something went through
// a channel, or -1. A thread goes on in time, whoever wrote last.
func (t *threads) latest(c channel.Channel) int {
	if n, ok := t.times[c]; ok {
		return n
	}
	return -1
}

// recipientOf returns the other of the two, or nobody for anybody else.
func (p pair) recipientOf(sender speaker.Party) speaker.Meaning {
	switch {
	case p.one.Party == p.other.Party: // none yet
	case p.one.Party == sender:
		return p.other
	case p.other.Party == sender:
		return p.one
	}
	return speaker.Meaning{}
}

// inSession gives a message of a hearing or debate the time of the session, and
// takes note of the first that is told.
func (t *threads) inSession(here channel.Context) channel.Context {
	if !channel.IsSession(here.Channel) {
		return here
	}
	if when, ok := t.sessions[here.Channel]; ok && here.Timestamp < 0 {
		here.Timestamp = when
	} else if !ok && here.Timestamp >= 0 {
		t.sessions[here.Channel] = here.Timestamp
	}
	return here
}

// answer finds whom a message answers: the one who wrote or spoke last, if it
// was to this speaker or the cue is one of answering.
func (t *threads) answer(a *article.Article, x attribution.Attribution, from speaker.Meaning, here channel.Context) (channel.Context, speaker.Meaning) {
	if t.last.from.IsNobody() || t.last.from.Party == from.Party {
		return here, speaker.Meaning{}
	}
	answers := answers(a, x) || x.IsTurn() && x.Source.First == t.last.at
	if answers && t.last.to.Party != from.Party {
		// The last message was not to this speaker: the answer is to the one
		// whom they exchange messages with, if there is one.
		for _, c := range channel.MutualChannels {
			if recipient := t.pairs[c].recipientOf(from.Party); !recipient.IsNobody() && (here.Channel == "" || channel.OfCue(a, x) == "") {
				here.Channel = c
				return here, recipient
			}
		}
	}
	if !answers && (t.last.to.Party != from.Party || !channel.Mutual(t.last.Channel) || x.Form() == attribution.Indirect) {
		return here, speaker.Meaning{}
	}
	if here.Channel == "" {
		here.Channel = t.last.Channel
	}
	return here, t.last.from
}

// answers reports whether the cue says that the message is an answer.
func answers(a *article.Article, x attribution.Attribution) bool {
	return x.AnyCueWord(func(i int) bool {
		switch a.Fold(i) {
		case "replied", "replies", "replying", "answered", "answers", "answering", "retorted", "responded", "responds", "countered":
			return true
		}
		return false
	})
}

// speaksOn reports whether an attribution is of the kind that goes on in the
// context of the one before: words quoted, or a plain verb of speech.
func speaksOn(a *article.Article, x attribution.Attribution) bool {
	return x.Form() != attribution.Indirect || x.AnyCueWord(func(i int) bool {
		lexeme, ok := lexicon.LookupCue(a.Fold(i))
		return ok && lexeme.Frame == lexicon.Clause && lexeme.Weight > 0.8
	})
}

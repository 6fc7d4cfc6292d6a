package occasion

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What is known of a message before anything is weighed.
type known struct {
	channel   channel.Channel // empty if unknown
	time      int             // a time expression, or -1
	recipient speaker.Meaning
}

// threads carry what one message tells over to the next: a speaker stays on an
// occasion, and two who answer each other stay each other's recipients, until the
// text leaves it.
type threads struct {
	*article.Article
	standing map[speaker.Party]standing
	last     exchange                // the last message that went from one to another
	sessions map[channel.Channel]int // the time of the hearing or debate that the article tells of
	pairs    map[channel.Channel]pair
	times    map[channel.Channel]int // the last time expression that told when something went through a channel
}

// A standing is what was known of the last message of a speaker.
type standing struct {
	known
	end int // the token after it
}

// An exchange is a message that went from one to another, who may be nobody.
type exchange struct {
	from, to speaker.Meaning
	channel  channel.Channel
	end      int // the token after it
}

// A pair are the two who last exchanged messages through a channel.
type pair struct{ one, other speaker.Meaning }

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

func newThreads(a *article.Article) *threads {
	return &threads{
		Article: a, standing: make(map[speaker.Party]standing),
		sessions: make(map[channel.Channel]int), pairs: make(map[channel.Channel]pair), times: make(map[channel.Channel]int),
	}
}

// threadReach is how many words may stand between two messages of a thread.
const threadReach = 250

// sender returns who is meant by the source of a message, and takes note that
// they spoke. "The message continued", "the account added": the words of the one
// who sent the message before.
func (s *threads) sender(names *speaker.Names, said *speaker.Said, x attribution.Attribution) speaker.Meaning {
	if x.Source.Empty() {
		return names.Unnamed(x, said)
	}
	from := s.last.from
	if from.IsNobody() || !s.isCarrier(x.Source) || x.Content[0].First-s.last.end >= threadReach {
		from = names.Meant(x.Source, said)
	}
	said.Take(from, x.Source)
	return from
}

// isCarrier reports whether a source names nothing but what carries a message.
func (s *threads) isCarrier(source token.Range) bool {
	if source.Len() < 2 || source.Len() > 3 || s.Fold(source.First) != "the" {
		return false
	}
	for i := source.First + 1; i < source.Last-1; i++ {
		switch s.Fold(i) {
		case "twitter", "direct", "text", "email", "second", "first", "same":
		default:
			return false
		}
	}
	return s.Fold(source.Last-1) == "account" || channel.IsCarrier(s.Fold(source.Last-1))
}

// follow adds to what a message tells itself what it takes over from those before
// it, and keeps it for those after.
func (s *threads) follow(t *Draft) known {
	k := known{t.own.Channel, t.own.Timestamp, t.ownRecipient}
	if t.Mode == attribution.Thought {
		return k
	}
	if t.from.IsNobody() {
		return s.inSession(k)
	}
	k = s.goOn(t, k)
	k = s.answer(t, k)
	k = s.inSession(k)
	k = s.inPair(t, k)
	s.keep(t, k)
	return k
}

// goOn takes over what was known of the last message of the same speaker.
func (s *threads) goOn(t *Draft, k known) known {
	before, ok := s.standing[t.from.Party]
	if !ok || t.Content[0].First-before.end >= threadReach || !s.speaksOn(t.Attribution) {
		return k
	}
	if k.channel == "" {
		k.channel = before.channel
	}
	if k.channel != before.channel {
		return k
	}
	if k.time < 0 {
		k.time = before.time
		if k.channel.Mutual() {
			k.time = max(k.time, s.latest(k.channel))
		}
	}
	if k.recipient.IsNobody() && t.Form() != attribution.Indirect {
		k.recipient = before.recipient
	}
	return k
}

// latest returns the last time expression that told when something went through
// a channel, or -1. A thread goes on in time, whoever wrote last.
func (s *threads) latest(c channel.Channel) int {
	if n, ok := s.times[c]; ok {
		return n
	}
	return -1
}

// answer finds whom a message answers that does not say whom it is to: the one who
// wrote or spoke last, if that was to this speaker or the cue is one of answering.
func (s *threads) answer(t *Draft, k known) known {
	if !k.recipient.IsNobody() || t.Content[0].First-s.last.end >= threadReach ||
		s.last.from.IsNobody() || s.last.from.Party == t.from.Party {
		return k
	}
	answers := s.answers(t.Attribution) || t.IsTurn() && t.Source.First == s.last.end
	if answers && s.last.to.Party != t.from.Party && (k.channel == "" || t.own.ByCue == "") {
		// The last message was not to this speaker: the answer is to the one
		// whom they exchange messages with, if there is one.
		for _, c := range channel.MutualChannels {
			if recipient := s.pairs[c].recipientOf(t.from.Party); !recipient.IsNobody() {
				k.channel, k.recipient = c, recipient
				return k
			}
		}
	}
	if !answers && (s.last.to.Party != t.from.Party || !s.last.channel.Mutual() || t.Form() == attribution.Indirect) {
		return k
	}
	if k.channel == "" {
		k.channel = s.last.channel
	}
	k.recipient = s.last.from
	return k
}

// inSession gives a message of a hearing or debate the time of the session, and
// takes note of the first that is told.
func (s *threads) inSession(k known) known {
	if !k.channel.Session() {
		return k
	}
	if when, ok := s.sessions[k.channel]; ok && k.time < 0 {
		k.time = when
	} else if !ok && k.time >= 0 {
		s.sessions[k.channel] = k.time
	}
	return k
}

// inPair gives a message to the one with whom its speaker exchanges messages
// through its channel, and takes note of the two.
func (s *threads) inPair(t *Draft, k known) known {
	if !k.channel.Mutual() {
		return k
	}
	if k.recipient.IsNobody() && t.Form() != attribution.Indirect {
		k.recipient = s.pairs[k.channel].recipientOf(t.from.Party)
	}
	if !k.recipient.IsNobody() {
		s.pairs[k.channel] = pair{t.from, k.recipient}
	}
	return k
}

// keep takes note of a message for those after it.
func (s *threads) keep(t *Draft, k known) {
	if k.time >= 0 {
		s.times[k.channel] = k.time
	}
	s.standing[t.from.Party] = standing{k, t.End()}
	if !k.recipient.IsNobody() || s.last.from.Party != t.from.Party && t.Form() != attribution.Indirect {
		s.last = exchange{t.from, k.recipient, k.channel, t.End()}
	}
}

// answers reports whether the cue says that the message is an answer.
func (s *threads) answers(x attribution.Attribution) bool {
	return x.AnyCueWord(func(i int) bool {
		switch s.Fold(i) {
		case "replied", "replies", "replying", "answered", "answers", "answering", "retorted", "responded", "responds", "countered":
			return true
		}
		return false
	})
}

// speaksOn reports whether an attribution is of the kind that goes on from the one
// before: words quoted, or a plain verb of speech.
func (s *threads) speaksOn(x attribution.Attribution) bool {
	return x.Form() != attribution.Indirect || x.AnyCueWord(func(i int) bool {
		lexeme, ok := lexicon.LookupCue(s.Fold(i))
		return ok && lexeme.Frame == lexicon.Clause && lexeme.Weight > 0.8
	})
}

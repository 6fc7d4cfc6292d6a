package occasion

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What is known of a message before anything is weighed.
type known struct {
	channel   channel.Channel // empty if unknown
	time      int             // a time expression, or -1
	recipient party
}

// threads carry what one message tells over to the next: a speaker stays on an
// occasion, and two who answer each other stay each other's recipients, until the
// text leaves it.
type threads struct {
	*article.Article
	standing []standing // by speaker, as far as any spoke
	last     exchange   // the last message that went from one to another
	through  [unknownChannel + 1]traffic
}

// A standing is what was known of the last message of a speaker.
type standing struct {
	known
	end int // the token after it; 0 for one who has not spoken
}

// An exchange is a message that went from one to another, who may be nobody.
type exchange struct {
	from, to party
	channel  channel.Channel
	end      int // the token after it
}

// A traffic is what one channel was used for so far.
type traffic struct {
	one, other party // the two who last exchanged messages
	first      int   // the first time that was told, or -1: that of the hearing or debate that the article is about
	latest     int   // the last time that was told, or -1
}

// recipientOf returns the other of the two, or nobody for anybody else.
func (l *traffic) recipientOf(sender party) party {
	switch sender {
	case l.one:
		return l.other
	case l.other:
		return l.one
	}
	return nobody
}

func newThreads(a *article.Article) *threads {
	s := &threads{Article: a}
	for k := range s.through {
		s.through[k].first, s.through[k].latest = -1, -1
	}
	return s
}

// traffic returns what a channel was used for so far.
func (s *threads) traffic(c channel.Channel) *traffic { return &s.through[channelIndex(c)] }

// threadReach is how many words may stand between two messages of a thread.
const threadReach = 250

// goesOn reports whether the source of a message is the message before: "The
// message continued", "the account added".
func (s *threads) goesOn(x attribution.Attribution) bool {
	if s.last.from == nobody || x.Content[0].First-s.last.end >= threadReach {
		return false
	}
	return channel.NamesCarrier(s.Article, x.Source) || s.last.channel == channel.Statement && s.isTheStatement(x.Source)
}

// isTheStatement reports whether a source is "the statement".
func (s *threads) isTheStatement(source token.Range) bool {
	return source.Len() == 2 && s.Fold(source.First) == "the" && s.Fold(source.First+1) == "statement"
}

// follow adds to what a message tells itself what it takes over from those before
// it, and keeps it for those after.
func (s *threads) follow(t *Draft) known {
	k := known{t.own.Channel, t.own.Timestamp, t.ownRecipient}
	if t.Mode == attribution.Thought {
		return k
	}
	if t.from == nobody {
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
	if int(t.from) >= len(s.standing) || s.standing[t.from].end == 0 {
		return k
	}
	before := &s.standing[t.from]
	if t.Content[0].First-before.end >= threadReach || !s.speaksOn(t.Attribution) {
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
			k.time = max(k.time, s.traffic(k.channel).latest) // a thread goes on in time, whoever wrote last
		}
	}
	if k.recipient == nobody && t.Form() != attribution.Indirect {
		k.recipient = before.recipient
	}
	return k
}

// maxDirection is how many words may stand between two turns of a transcript
// that answer each other: the time, or a stage direction.
const maxDirection = 6

// answer finds whom a message answers that does not say whom it is to: the one who
// wrote or spoke last, if that was to this speaker or the cue is one of answering.
func (s *threads) answer(t *Draft, k known) known {
	if k.recipient != nobody || t.Content[0].First-s.last.end >= threadReach ||
		s.last.from == nobody || s.last.from == t.from {
		return k
	}
	answers := s.answers(t.Attribution) || t.Turn && t.Source.First-s.last.end <= maxDirection
	if answers && s.last.to != t.from && (k.channel == "" || t.own.ByCue == "") {
		// The last message was not to this speaker: the answer is to the one
		// whom they exchange messages with, if there is one.
		for _, c := range channel.MutualChannels {
			if recipient := s.traffic(c).recipientOf(t.from); recipient != nobody {
				k.channel, k.recipient = c, recipient
				return k
			}
		}
	}
	if !answers && (s.last.to != t.from || !s.last.channel.Mutual() || t.Form() == attribution.Indirect) {
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
	if l := s.traffic(k.channel); k.time < 0 {
		k.time = l.first
	} else if l.first < 0 {
		l.first = k.time
	}
	return k
}

// inPair gives a message to the one with whom its speaker exchanges messages
// through its channel, and takes note of the two.
func (s *threads) inPair(t *Draft, k known) known {
	if !k.channel.Mutual() {
		return k
	}
	if k.recipient == nobody && t.Form() != attribution.Indirect {
		k.recipient = s.traffic(k.channel).recipientOf(t.from)
	}
	if k.recipient != nobody {
		l := s.traffic(k.channel)
		l.one, l.other = t.from, k.recipient
	}
	return k
}

// keep takes note of a message for those after it.
func (s *threads) keep(t *Draft, k known) {
	if k.time >= 0 {
		s.traffic(k.channel).latest = k.time
	}
	for len(s.standing) <= int(t.from) {
		s.standing = append(s.standing, standing{})
	}
	s.standing[t.from] = standing{k, t.End()}
	if k.recipient != nobody || s.last.from != t.from && t.Form() != attribution.Indirect {
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

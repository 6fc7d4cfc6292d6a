package channel

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Context is what the words around an attribution tell about how, to whom
// and when it was said.
type Context struct {
	Channel   Channel
	Recipient token.Range // empty where not told
	Timestamp int         // index of the time expression, or -1
}

// Reader reads the contexts of attributions in the order of the text.
type Reader struct {
	*article.Article
	*attribution.Reading
	Timestamps   []timex.Timestamp
	stampOf      []int32         // for each token 1 + the index of its timestamp, or 0
	Stamps       []token.Range   // the words of each timestamp
	IsDebate     bool            // the article is an account of a debate
	interviewers map[string]bool // the last words of the names of those who interview; made by FindMentions
	IsHearing    bool            // the article is an account of a court or a committee
	Theme        Channel         // the kind of writing that the article is about, if it is about one
}

func NewReader(a *article.Article, reading *attribution.Reading, timestamps []timex.Timestamp) *Reader {
	r := &Reader{Article: a, Reading: reading, Timestamps: timestamps, stampOf: make([]int32, len(a.Tokens))}
	r.IsHearing = isAbout(a, isCourtWord)
	r.IsDebate = isAbout(a, isDebateWord)
	r.Theme = writtenTheme(a)
	r.Stamps = make([]token.Range, len(timestamps))
	next := 0
	for n, stamp := range timestamps {
		for next < len(a.Tokens) && a.Tokens[next].End <= stamp.Start {
			next++
		}
		last := next
		for ; last < len(a.Tokens) && a.Tokens[last].Start < stamp.End; last++ {
			r.stampOf[last] = int32(n + 1)
		}
		r.Stamps[n] = token.Range{First: next, Last: last}
	}
	return r
}

// contextReach is how many words beside the cue are searched where no sentence
// ends.
const contextReach = 14

// ContextOf reads the context of one attribution from the unattributed words
// near its cue, and from the sentence before them.
func (r *Reader) ContextOf(a attribution.Attribution, near, before token.Range) Context {
	s := Context{Timestamp: -1}
	if len(a.Cue) == 0 {
		if a.Posted {
			s.Channel, s.Timestamp = Post, r.timestampAfter(a.Source.Last)
		} else if a.IsTurn() {
			s.Channel = Interview
		}
		return s
	}
	s.Recipient = r.recipientOf(a, near)
	s.Channel = r.channelOf(a, near)
	if s.Channel == "" && !s.Recipient.Empty() {
		s.Channel = r.ChannelByRecipient(a, s.Recipient)
	}
	if s.Channel == "" {
		s.Channel = r.channelIn(before)
	}
	if s.Channel == "" {
		s.Channel = r.ChannelByAuthor(a)
	}
	if s.Channel == "" {
		s.Channel = r.channelByKind(a, s)
	}
	s.Timestamp = r.timestampNear(a, near)
	if s.Timestamp < 0 && Mutual(s.Channel) {
		s.Timestamp = r.timestampIn(before)
	}
	return s
}

// signatureReach is how many words after the name that signs a post its day may
// stand.
const signatureReach = 4

// timestampAfter returns the time expression that begins within a few words of
// token i, or -1.
func (r *Reader) timestampAfter(i int) int {
	for k := i; k < min(len(r.Tokens), i+signatureReach); k++ {
		if n := int(r.stampOf[k]) - 1; n >= 0 && r.Timestamps[n].TellsWhen() {
			return n
		}
	}
	return -1
}

// sentenceReach is how many words back the sentence before may begin.
const sentenceReach = 40

// Opening returns the token at which an attribution begins: its content where
// that comes first.
func (r *Reader) Opening(a attribution.Attribution, near token.Range) int {
	if first := a.Content[0].First; first < near.First || r.Content[near.First] {
		return min(first, near.First)
	}
	return near.First
}

// SentenceBefore returns what the sentence before token i tells in the
// writer's own voice: "She spoke at a hearing on Monday."
func (r *Reader) SentenceBefore(i int) token.Range {
	first := i
	for first > 0 && i-first < sentenceReach && (first == i || !r.IsSentenceStart(first)) {
		if r.Content[first-1] || r.Cue[first-1] {
			break
		}
		first--
	}
	return token.Range{First: first, Last: i}
}

// channelIn returns the last channel that the sentence before tells.
func (r *Reader) channelIn(before token.Range) Channel {
	for k := before.Last - 1; k >= before.First; k-- {
		if c := r.channelNoun(k, before); c != "" {
			return c
		}
	}
	return ""
}

// timestampIn returns the last time expression of the sentence before that can be
// the time of a message, or -1.
func (r *Reader) timestampIn(before token.Range) int {
	for k := before.Last - 1; k >= before.First; k-- {
		if n := int(r.stampOf[k]) - 1; n >= 0 && r.Timestamps[n].TellsWhen() {
			return n
		}
	}
	return -1
}

// Narrative returns the words around the cue of a, up to the ends of its
// sentence, on the right also up to another cue.
func (r *Reader) Narrative(a attribution.Attribution) token.Range {
	cue := a.Cue[0]
	first, last := cue.First, a.LastCue().Last
	for first > 0 && cue.First-first < 3*contextReach && !r.IsSentenceStart(first) {
		if !r.Marked && cue.First-first >= contextReach {
			break
		}
		first--
	}
	end := last
	for last < len(r.Tokens) && last-end < 2*contextReach && !r.IsSentenceStart(last) && !r.Cue[last] {
		if !r.Marked && last-end >= contextReach {
			break
		}
		last++
	}
	return token.Range{First: first, Last: last}
}

// timestampNear returns the time expression in the unattributed words near the
// cue that stands closest to it, or -1.
func (r *Reader) timestampNear(a attribution.Attribution, near token.Range) int {
	cue := a.Cue[0]
	best, distance := -1, len(r.Tokens)
	for i := near.First; i < near.Last; i++ {
		n := int(r.stampOf[i]) - 1
		if n < 0 || r.Content[i] || a.Source.Contains(i) || !r.Timestamps[n].TellsWhen() {
			continue
		}
		d := i - cue.Last
		if d < 0 {
			d = cue.First - i
		}
		if d < distance {
			best, distance = n, d
		}
	}
	return best
}
